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
    /// "N/A", "nm", a footnote's mark, a date, a range, a ratio: the filer gives no single number.
    NotGiven,
    /// An amount that cannot be read with certainty, and why.
    Unread { why: &'static str },
}

/// Why an amount is not read.
pub const MISPRINTED: &str = "The separators of this number do not fall where thousands and decimals are parted.";
pub const EUROPEAN: &str = "The number seems to part thousands with points and decimals with a comma.";
pub const BROKEN: &str = "The number is broken over two lines.";
pub const NO_COLUMN: &str = "The number stands under no column of its table.";

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
    /// "2.97x", "1.4 to 1": so many times. It has no scale.
    pub times: bool,
    /// A dash just after the digits: a minus sign, or the middle of a range that ends on the next line.
    pub dash_after: bool,
}

impl Figure {
    pub fn number(&self) -> Option<Decimal> {
        match self.printed {
            Printed::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    /// A number, read or not: what makes a column.
    pub fn is_amount(&self) -> bool {
        matches!(self.printed, Printed::Number { .. } | Printed::Unread { .. })
    }

    /// What stands where a number should, and cannot be read.
    pub fn not_understood(span: Span) -> Self {
        Self {
            span,
            lead: 0,
            start: 0,
            end: 0,
            edge: 0,
            printed: Printed::NotGiven,
            symbol: None,
            percent: false,
            times: false,
            dash_after: false,
        }
    }

    /// As a reference to a note.
    #[must_use]
    pub fn of_a_note(self) -> Self {
        Self { printed: Printed::Unread { why: "The number refers to a note and is no amount." }, ..self }
    }

    /// Why it is no cell of its table.
    pub fn why(&self) -> &'static str {
        if let Printed::Unread { why } = self.printed { why } else { NO_COLUMN }
    }

    /// A bare year ("2003"): no comma, no sign, no point.
    pub fn is_year(&self) -> bool {
        self.symbol.is_none()
            && !self.percent
            && !self.times
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
    pub times: bool,
    /// "25c", "11.1p": hundredths of the currency.
    pub cents: bool,
    /// Byte offset just after the last character that belongs to the amount: a footnote's mark does not.
    pub end: usize,
}

/// What is set before digits for a minus sign; dashes of any length are.
const MINUS: [char; 4] = ['-', '\u{2212}', '–', '—'];

/// A sign that ends another stands after it.
const SYMBOLS: [&str; 27] = [
    "US$", "C$", "A$", "HK$", "NT$", "NZ$", "S$", "R$", "Ps$", "$", "€", "£", "¥", "EUR", "GBP", "USD", "DM", "Ps.",
    "Rs.", "RMB", "CHF", "SEK", "NOK", "DKK", "CAD", "JPY", "MXN",
];

/// The currency sign a word begins with.
pub fn symbol(word: &str) -> Option<&'static str> {
    SYMBOLS.into_iter().find(|s| word.as_bytes().starts_with(s.as_bytes()))
}

/// Letters stand for many things: they are a currency's only before digits.
pub fn is_lettered(symbol: &str) -> bool {
    symbol.starts_with(|c: char| c.is_ascii_uppercase()) && !symbol.ends_with('$')
}

/// Takes a word apart; `None` when it holds anything a figure does not.
pub fn parts(word: &str) -> Option<Parts<'_>> {
    let mut parts = Parts::default();
    let mut rest = word;
    for _ in 0..3 {
        if let Some(symbol) = symbol(rest).filter(|_| parts.symbol.is_none()) {
            parts.symbol = Some(symbol);
            rest = after(rest, symbol.len());
            if !parts.open && !parts.minus {
                parts.core_at = word.len() - rest.len();
            }
        } else if let Some(inner) = rest.strip_prefix('(').filter(|_| !parts.open) {
            parts.open = true;
            rest = inner;
        } else if let Some(inner) = rest.strip_prefix(MINUS).filter(|_| !parts.minus && begins_amount(rest)) {
            parts.minus = true;
            rest = inner;
        }
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(rest.len());
    parts.core = cut(rest, 0, digits);
    parts.digits_end = word.len() - rest.len() + digits;
    let mut tail = after(rest, digits);
    loop {
        let flag = match tail.chars().next() {
            Some(')') if !parts.close => &mut parts.close,
            Some('%') if !parts.percent => &mut parts.percent,
            Some('-' | '\u{2212}') if tail.chars().count() == 1 && !parts.core.is_empty() => &mut parts.minus,
            Some('¢') => &mut parts.cents,
            Some('c' | 'p') if tail.len() == 1 && !parts.core.is_empty() => &mut parts.cents,
            Some('x' | 'X' | '×') if tail.chars().count() == 1 && !parts.core.is_empty() => &mut parts.times,
            _ => break,
        };
        *flag = true;
        tail = after(tail, tail.chars().next().map_or(0, char::len_utf8));
    }
    parts.end = word.len() - tail.len();
    (tail.is_empty() || !parts.core.is_empty() && is_mark(tail)).then_some(parts)
}

/// After a minus sign stand digits, or the currency sign before them.
fn begins_amount(rest: &str) -> bool {
    let next = rest.trim_start_matches(MINUS);
    rest.len() > next.len() && next.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '$' | '('))
}

/// The marks of footnotes, one or several: `*`, `(1)`, `(F)`, `[2]`, `a/`, `†`.
pub fn is_mark(text: &str) -> bool {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let next = after(rest, first.len_utf8());
        rest = match first {
            '*' | '†' | '‡' | '§' => next,
            '(' | '[' => {
                let inner = next.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
                if inner.len() == next.len() || next.len() - inner.len() > 2 || !inner.starts_with([')', ']']) {
                    return false;
                }
                after(inner, 1)
            }
            'a'..='z' if next.starts_with('/') => after(next, 1),
            _ => return false,
        };
    }
    !text.is_empty()
}

/// Reads a fraction of a price ("3/8", "47-1/2"): the whole number, the numerator, the denominator.
pub fn fraction(text: &str) -> Option<(&str, u32, u32)> {
    let (above, below) = text.split_once('/')?;
    let below = below.parse().ok().filter(|d| matches!(d, 2 | 4 | 8 | 16 | 32 | 64))?;
    let (whole, above) = above.split_once('-').unwrap_or(("", above));
    let above = above.parse().ok().filter(|n| *n > 0 && *n < below)?;
    whole.bytes().all(|b| b.is_ascii_digit()).then_some((whole, above, below))
}

/// A number and a fraction of its last place: "49 3/8" is 49.375, ".07 1/2" is 0.075.
pub fn with_fraction(value: Decimal, places: u32, above: u32, below: u32) -> Option<(Decimal, u32)> {
    let part = exact::div(Decimal::from(above), Decimal::from(below))?;
    let part = exact::mul(part, exact::unit(places)?)?.normalize();
    let sum = if value.is_sign_negative() { exact::sub(value, part) } else { exact::add(value, part) };
    sum.map(|sum| (sum, part.scale()))
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
    let value = exact::number(&mut core.bytes().filter(u8::is_ascii_digit), places)?;
    Some((value, places))
}

/// Digits parted as English never does: "1.234.567", "1.234,56".
pub fn is_european(core: &str) -> bool {
    let groups = |text: &str| {
        let mut groups = text.split('.');
        let first = groups.next().unwrap_or_default().len();
        (1..=3).contains(&first) && groups.clone().count() >= 1 && groups.all(|g| g.len() == 3)
    };
    match core.split_once(',') {
        Some((whole, fraction)) => groups(whole) && !has_any(fraction, ".|,"),
        None => groups(core) && core.bytes().filter(|b| *b == b'.').count() >= 2,
    }
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
        assert_eq!(parts("–300").map(|p| (p.minus, p.core)), Some((true, "300")));
        let p = parts("($0.01)").unwrap();
        assert_eq!((p.symbol, p.open, p.core, p.close, p.core_at), (Some("$"), true, "0.01", true, 0));
        assert_eq!(parts("(4.5)%").map(|p| (p.core, p.close, p.percent)), Some(("4.5", true, true)));
        assert_eq!(parts("10-K"), None);
    }

    #[test]
    fn marks_and_signs_after_the_digits() {
        let read = |s| parts(s).map(|p| (p.core, p.end, p.minus || p.close));
        assert_eq!(read("2,271(F)"), Some(("2,271", 5, false)));
        assert_eq!(read("(0.1)*"), Some(("0.1", 5, true)));
        assert_eq!(read("840)d/"), Some(("840", 4, true)));
        assert_eq!(read("1,234-"), Some(("1,234", 6, true)));
        assert_eq!(read("-$1,234"), Some(("1,234", 7, true)));
        assert_eq!((read("10-K"), read("463a"), read("(1,234(1,100)")), (None, None, None));
    }

    #[test]
    fn fractions_of_a_price() {
        let price = |v: &str, p, a, b| with_fraction(v.parse().unwrap(), p, a, b).map(|(v, p)| (v.to_string(), p));
        assert_eq!(fraction("47-1/2"), Some(("47", 1, 2)));
        assert_eq!((fraction("9/25"), fraction("1/3"), fraction("9/25/99")), (None, None, None));
        assert_eq!(price("49", 0, 3, 8), Some(("49.375".into(), 3)));
        assert_eq!(price("0.07", 2, 1, 2), Some(("0.075".into(), 3)));
    }

    #[test]
    fn separators_of_other_countries() {
        assert!(is_european("1.234.567,89") && is_european("1.234.567") && is_european("1.234,5"));
        assert!(!is_european("1,234.56") && !is_european("1.234") && !is_european("12,34"));
    }
}
