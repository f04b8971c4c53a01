//! Values as bytes, field after field: how they go from the worker that reads to the page that shows.
//!
//! Both sides are built from the same types, so nothing is named and nothing can be missing: a list of fields that lacks one
//! does not compile. ARCHITECTURE.md holds this against serde.

use rust_decimal::Decimal;

use crate::span::Span;

pub trait Carried: Sized {
    fn put(&self, out: &mut Vec<u8>);
    /// `None` when the bytes are not what `put` wrote.
    fn take(from: &mut &[u8]) -> Option<Self>;
}

/// Carries structures by their fields.
macro_rules! carried {
    ($($name:ident { $($field:ident)* })*) => {$(
        impl crate::reading::carry::Carried for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $(crate::reading::carry::Carried::put(&self.$field, out);)*
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: crate::reading::carry::Carried::take(from)?),* })
            }
        }
    )*};
}
pub(crate) use carried;

/// Carries enumerations by the place of the word in its list.
macro_rules! carried_words {
    ($($name:ident: $($word:ident)*;)*) => {$(
        impl crate::reading::carry::Carried for $name {
            fn put(&self, out: &mut Vec<u8>) {
                let mut at = 0_u8;
                for word in [$(Self::$word),*] {
                    // A word that the list lacks does not compile.
                    match self { $(Self::$word => {})* }
                    if word == *self {
                        break;
                    }
                    at += 1;
                }
                out.push(at);
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                [$(Self::$word),*].get(usize::from(crate::reading::carry::byte(from)?)).copied()
            }
        }
    )*};
}
pub(crate) use carried_words;

pub fn byte(from: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = from.split_first()?;
    *from = rest;
    Some(first)
}

fn bytes<'b>(from: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (taken, rest) = from.split_at_checked(count)?;
    *from = rest;
    Some(taken)
}

/// Seven bits a byte, the least first; the eighth says that more follow.
fn put_number(mut number: u128, out: &mut Vec<u8>) {
    while number > 0x7F {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

fn take_number(from: &mut &[u8]) -> Option<u128> {
    let mut number = 0;
    for shift in (0..128).step_by(7) {
        let byte = byte(from)?;
        number |= u128::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

impl Carried for usize {
    fn put(&self, out: &mut Vec<u8>) {
        put_number(*self as u128, out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Self::try_from(take_number(from)?).ok()
    }
}

impl Carried for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        put_number(u128::from(*self), out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Self::try_from(take_number(from)?).ok()
    }
}

impl Carried for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(byte(from)? == 1)
    }
}

impl Carried for f64 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(Self::from_le_bytes(bytes(from, 8)?.try_into().ok()?))
    }
}

impl Carried for Decimal {
    fn put(&self, out: &mut Vec<u8>) {
        let places = self.scale().to_le_bytes()[0];
        out.push(places << 1 | u8::from(self.is_sign_negative()));
        put_number(self.mantissa().unsigned_abs(), out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let places = byte(from)?;
        let whole = i128::try_from(take_number(from)?).ok()?;
        let mut value = Self::try_from_i128_with_scale(whole, u32::from(places >> 1)).ok()?;
        value.set_sign_negative(places & 1 == 1);
        Some(value)
    }
}

impl Carried for String {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let length = usize::take(from)?;
        std::str::from_utf8(bytes(from, length)?).ok().map(str::to_owned)
    }
}

impl Carried for Span {
    fn put(&self, out: &mut Vec<u8>) {
        self.start.put(out);
        self.end.saturating_sub(self.start).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let start = usize::take(from)?;
        Some(Self::new(start, start.checked_add(usize::take(from)?)?))
    }
}

impl<T: Carried> Carried for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(if bool::take(from)? { Some(T::take(from)?) } else { None })
    }
}

impl<T: Carried, E: Carried> Carried for Result<T, E> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_ok().put(out);
        match self {
            Ok(value) => value.put(out),
            Err(error) => error.put(out),
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(if bool::take(from)? { Ok(T::take(from)?) } else { Err(E::take(from)?) })
    }
}

impl<T: Carried> Carried for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for item in self {
            item.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        // Every item is a byte at least: a damaged count asks for no more room than there are bytes.
        let count = usize::take(from)?;
        let mut items = Self::with_capacity(count.min(from.len()));
        for _ in 0..count {
            items.push(T::take(from)?);
        }
        Some(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn there_and_back<T: Carried + PartialEq + std::fmt::Debug>(value: &T) {
        let mut out = Vec::new();
        value.put(&mut out);
        let mut from = out.as_slice();
        assert_eq!(T::take(&mut from).as_ref(), Some(value));
        assert!(from.is_empty(), "{} bytes too many", from.len());
        for end in 0..out.len() {
            assert_eq!(T::take(&mut &out[..end]), None, "cut short after {end} bytes");
        }
    }

    #[test]
    fn what_was_put_is_taken_and_what_is_cut_short_is_not() {
        there_and_back(&vec![0_usize, 127, 128, usize::MAX]);
        there_and_back(&Some("Résumé — (1,228)".to_owned()));
        there_and_back(&Span::new(7, 300));
        there_and_back(&(Err("no".to_owned()) as Result<bool, String>));
        for decimal in ["-62856000", "0.0001", "79228162514264337593543950335", "0"] {
            there_and_back(&decimal.parse::<Decimal>().unwrap_or_default());
        }
    }

    #[test]
    fn damage_is_no_value() {
        assert_eq!(String::take(&mut [2, 0xFF, 0xFE].as_slice()), None);
        assert_eq!(usize::take(&mut [0xFF; 40].as_slice()), None);
        assert_eq!(Vec::<String>::take(&mut [0xFF, 0xFF, 0xFF, 0x7F].as_slice()), None);
    }
}
