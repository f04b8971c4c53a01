//! Exact arithmetic, compiled once.
//!
//! The decimal library writes an operation out anew wherever one stands, at one to two kilobytes each in the page. The pipeline
//! calls these instead. `None` is a result too large for a decimal, or a division by nothing.

use rust_decimal::Decimal;

#[inline(never)]
pub fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_add(b)
}

pub fn sub(a: Decimal, b: Decimal) -> Option<Decimal> {
    if b.is_zero() { Some(a) } else { add(a, -b) }
}

#[inline(never)]
pub fn mul(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b)
}

#[inline(never)]
pub fn div(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_div(b)
}

pub fn half(value: Decimal) -> Decimal {
    div(value, Decimal::TWO).unwrap_or_default()
}

/// The number that digits stand for, the last `places` of them after the point ("004" with two places is 0.04).
#[inline(never)]
pub fn number(digits: &mut dyn Iterator<Item = u8>, places: u32) -> Option<Decimal> {
    let mut whole: i128 = 0;
    for digit in digits {
        whole = whole.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    Decimal::try_from_i128_with_scale(whole, places).ok()
}

/// The weight of the last of so many decimal places.
pub fn unit(places: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(1, places).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_places() {
        assert_eq!(number(&mut b"004".iter().copied(), 2).unwrap().to_string(), "0.04");
        assert_eq!(number(&mut [b'9'; 40].into_iter(), 0), None);
    }

    #[test]
    fn nothing_taken_away_leaves_no_sign() {
        assert_eq!(sub(Decimal::ZERO, Decimal::ZERO).unwrap().to_string(), "0");
        assert_eq!(sub(Decimal::ONE, Decimal::TWO), Some(-Decimal::ONE));
    }
}
