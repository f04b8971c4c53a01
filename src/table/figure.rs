//! A printed figure: what number the characters stand for, and how finely it is printed.

use rust_decimal::Decimal;

use crate::{
    exact,
    phrase::{after, cut, has, has_any},
    span::Span,
};

/// What a printed figure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Printed {
    /// A number; parentheses or a minus sign make it negative. `places` counts the digits after the point.
    Number { value: Decimal, places: u32 },
    /// A dash: nothing, not zero.
    Nil,
    /// "N/A", "nm": the filer gives no number.
    NotGiven,
}

/// A figure where it stands on its line. Columns count characters from the left margin, tabs expanded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// From the first digit or parenthesis to the last; the currency sign is left out.
    pub span: Span,
    /// Column of the first character, the currency sign counted.
    pub lead: usize,
    /// Columns `[start, end)` of the characters of the span.
    pub start: usize,
    pub end: usize,
    /// Column just after the last digit: what a filer aligns.
    pub edge: usize,
    pub printed: Printed,
    /// The currency sign before it, as printed.
    pub symbol: Option<&'static str>,
    pub percent: bool,
}

impl Figure {
    pub fn number(&self) -> Option<Decimal> {
        match self.printed {
            Printed::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    /// A bare year ("2003"): no comma, no sign, no point.
    pub fn is_year(&self) -> bool {
        self.symbol.is_none()
            && !self.percent
            && self.end - self.start == 4
            && matches!(&self.printed, Printed::Number { value, places: 0 } if (1900..2100).any(|y| *value == Decimal::from(y)))
    }
}

/// The parts of a word that may be a figure or a piece of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts<'w> {
    pub symbol: Option<&'static str>,
    pub open: bool,
    pub minus: bool,
    pub core: &'w str,
    /// Byte offset of the first character after the currency sign.
    pub core_at: usize,
    /// Byte offset just after the last digit.
    pub digits_end: usize,
    pub close: bool,
    pub percent: bool,
}

const SYMBOLS: [&str; 6] = ["US$", "C$", "$", "€", "£", "¥"];

/// Takes a word apart; `None` when it holds anything a figure does not.
pub fn parts(word: &str) -> Option<Parts<'_>> {
    let mut parts = Parts::default();
    let mut rest = word;
    for _ in 0..3 {
        if let Some(symbol) = SYMBOLS.iter().find(|s| rest.starts_with(**s)).filter(|_| parts.symbol.is_none()) {
            parts.symbol = Some(symbol);
            rest = after(rest, symbol.len());
            if !parts.open {
                parts.core_at = word.len() - rest.len();
            }
        } else if let Some(inner) = rest.strip_prefix('(').filter(|_| !parts.open) {
            parts.open = true;
            rest = inner;
        }
    }
    if let Some(inner) =
        rest.strip_prefix(['-', '\u{2212}']).filter(|r| r.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
    {
        parts.minus = true;
        rest = inner;
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(rest.len());
    parts.core = cut(rest, 0, digits);
    parts.digits_end = word.len() - rest.len() + digits;
    match after(rest, digits) {
        "" => {}
        ")" => parts.close = true,
        "%" => parts.percent = true,
        ")%" | "%)" => (parts.close, parts.percent) = (true, true),
        _ => return None,
    }
    Some(parts)
}

/// Reads digits with thousands commas and a point ("1,085,929", "0.04", ".15"): the number and its decimal places.
pub fn number(core: &str) -> Option<(Decimal, u32)> {
    let (whole, fraction) = core.split_once('.').unwrap_or((core, ""));
    if has_any(fraction, ".|,") || (whole.is_empty() && fraction.is_empty()) || core.ends_with('.') {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = has(whole, ",");
    if (grouped && !(1..=3).contains(&first.len())) || !groups.all(|g| g.len() == 3) {
        return None;
    }
    let places = u32::try_from(fraction.len()).ok()?;
    let value = exact::number(core.bytes().filter(u8::is_ascii_digit), places)?;
    Some((value, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let read = |s| number(s).map(|(v, p)| (v.to_string(), p));
        assert_eq!(read("1,085,929"), Some(("1085929".into(), 0)));
        assert_eq!(read("0.04"), Some(("0.04".into(), 2)));
        assert_eq!(read(".15"), Some(("0.15".into(), 2)));
        assert_eq!(read("30"), Some(("30".into(), 0)));
        assert_eq!(read("1,08,929"), None);
        assert_eq!(read("30,"), None);
        assert_eq!(read("."), None);
    }

    #[test]
    fn signs_and_currency_in_any_order() {
        let p = parts("$(39,772)").unwrap();
        assert_eq!((p.symbol, p.open, p.core, p.close, p.core_at), (Some("$"), true, "39,772", true, 1));
        let p = parts("($0.01)").unwrap();
        assert_eq!((p.symbol, p.open, p.core, p.close, p.core_at), (Some("$"), true, "0.01", true, 0));
        assert_eq!(parts("(4.5)%").map(|p| (p.core, p.close, p.percent)), Some(("4.5", true, true)));
        assert_eq!(parts("10-K"), None);
    }
}
