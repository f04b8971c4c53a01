//! Amounts, percentages and units as text: as printed for the eye, spelt out for the ear.

use rust_decimal::{Decimal, RoundingStrategy};

use super::caption;
use crate::exact;

/// Joins pieces of text; the page has many and this keeps the formatter out of them.
pub fn joined(pieces: &[&str]) -> String {
    pieces.concat()
}

/// A sum; amounts on a page are far from too large for one.
pub fn plus(one: Decimal, other: Decimal) -> Decimal {
    exact::add(one, other).unwrap_or_default()
}

pub fn less(one: Decimal, other: Decimal) -> Decimal {
    exact::sub(one, other).unwrap_or_default()
}

/// "(101,620)": thousands separated, negatives in parentheses, at least `decimals` digits behind the point.
pub fn amount(value: Decimal, decimals: u32) -> String {
    let figure = unsigned(value, decimals);
    if value < Decimal::ZERO { joined(&["(", &figure, ")"]) } else { figure }
}

/// The figure without its sign.
pub fn unsigned(value: Decimal, decimals: u32) -> String {
    let text = value.abs().normalize().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::with_capacity(text.len() + 6);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let wanted = fraction.len().max(decimals as usize);
    if wanted > 0 {
        out.push('.');
        out.push_str(fraction);
        for _ in fraction.len()..wanted {
            out.push('0');
        }
    }
    out
}

/// A part of a whole in percent, to one digit; `None` where the whole is nothing or less.
pub fn share(part: Decimal, whole: Decimal) -> Option<Decimal> {
    if whole <= Decimal::ZERO {
        return None;
    }
    let percent = exact::div(exact::mul(part, Decimal::ONE_HUNDRED)?, whole)?;
    Some(percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
}

/// "; 33.3% of net revenues": a figure as a part of another, after a sign; nothing where that has no meaning.
pub fn part(sign: &str, part: Decimal, whole: Decimal, name: &str) -> String {
    match share(part, whole) {
        Some(share) => joined(&[sign, &percent(share), " of ", &caption::inside(name)]),
        None => String::new(),
    }
}

/// The sentence over a chart: the point where all ties, the gap as well where it does not.
pub fn untied(point: String, gap: Decimal, decimals: u32) -> String {
    if gap.is_zero() { point } else { joined(&[&point, ", but does not tie by ", &amount(gap, decimals)]) }
}

/// Why a figure has no way to it.
pub fn unreached(caption: &str) -> String {
    joined(&["No checked equation arrives at “", caption, "” in this column."])
}

/// "33.3%", "(4.0%)".
pub fn percent(value: Decimal) -> String {
    let figure = joined(&[&unsigned(value, 1), "%"]);
    if value < Decimal::ZERO { joined(&["(", &figure, ")"]) } else { figure }
}

/// "in thousands of US dollars".
pub fn units(currency: &str, scale: Decimal) -> String {
    let currency = match currency {
        "USD" | "" => "US dollars",
        "EUR" => "euros",
        "GBP" => "pounds sterling",
        "CAD" => "Canadian dollars",
        other => other,
    };
    let scale = match scale.normalize().to_string().as_str() {
        "1" => "in ",
        "1000" => "in thousands of ",
        "1000000" => "in millions of ",
        "1000000000" => "in billions of ",
        other => return joined(&["in units of ", other, " ", currency]),
    };
    joined(&[scale, currency])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn amounts_read_as_printed() {
        assert_eq!(amount(d("-1228"), 0), "(1,228)");
        assert_eq!(amount(d("2411097"), 0), "2,411,097");
        assert_eq!(amount(d("0"), 0), "0");
        assert_eq!(amount(d("13"), 1), "13.0");
        assert_eq!(amount(d("1234.50"), 2), "1,234.50");
    }

    #[test]
    fn percentages_round_half_away_from_zero() {
        assert_eq!(share(d("51689"), d("155266")), Some(d("33.3")));
        assert_eq!(share(d("-25"), d("2000")), Some(d("-1.3")));
        assert_eq!(share(d("5"), d("0")), None);
        assert_eq!(share(d("5"), d("-1")), None);
        assert_eq!(percent(d("-4")), "(4.0%)");
    }

    #[test]
    fn units_are_words() {
        assert_eq!(units("USD", d("1000")), "in thousands of US dollars");
        assert_eq!(units("USD", d("1")), "in US dollars");
    }
}
