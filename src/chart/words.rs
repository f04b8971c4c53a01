//! Amounts, percentages and captions as words: as printed for the eye, spelt out for the ear.

use rust_decimal::{Decimal, RoundingStrategy};

/// Joins pieces of text; the page has many and this keeps the formatter out of them.
pub fn joined(pieces: &[&str]) -> String {
    pieces.concat()
}

/// "(101,620)": thousands separated, negatives in parentheses, at least `decimals` digits behind the point.
pub fn amount(value: Decimal, decimals: u32) -> String {
    let figure = unsigned(value, decimals);
    if value < Decimal::ZERO { joined(&["(", &figure, ")"]) } else { figure }
}

/// "minus 101,620": what a screen reader should say.
pub fn spoken(value: Decimal, decimals: u32) -> String {
    let figure = unsigned(value, decimals);
    if value < Decimal::ZERO { joined(&["minus ", &figure]) } else { figure }
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
    let percent = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    Some(percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
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

/// A caption and its amount as a sentence has them: "net income of 14,733", "net loss of 119,650".
pub fn phrase(caption: &str, value: Decimal, decimals: u32) -> String {
    let (name, loss) = without_alternative(caption, value < Decimal::ZERO);
    let figure = if loss { unsigned(value, decimals) } else { amount(value, decimals) };
    joined(&[&name, " of ", &figure])
}

/// Settles "income (loss)" for the sign the amount has. The flag says that the name itself now says the sign.
fn without_alternative(caption: &str, negative: bool) -> (String, bool) {
    const GOOD: [&str; 4] = ["income", "earnings", "profit", "margin"];
    let is_good = |word: &str| GOOD.iter().any(|good| good.eq_ignore_ascii_case(word));
    let mut words: Vec<&str> = caption.split_whitespace().collect();
    let Some(place) = words.iter().position(|word| word.eq_ignore_ascii_case("(loss)")) else {
        return (caption.into(), false);
    };
    if !negative {
        words.remove(place);
        return (words.join(" "), false);
    }
    let good = if place > 0 && is_good(words[place - 1]) {
        place - 1
    } else if words.get(place + 1).is_some_and(|word| is_good(word)) {
        place + 1
    } else {
        return (caption.into(), false);
    };
    words[place] = if place == 0 || good == 0 { "Loss" } else { "loss" };
    words.remove(good);
    (words.join(" "), true)
}

/// A caption inside a sentence: its first letter small, unless the word is an abbreviation or a name like "GAAP".
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else { return String::new() };
    if text.starts_with("Non-GAAP") || second.is_none_or(char::is_lowercase) {
        let mut out: String = first.to_lowercase().collect();
        out.push_str(&text[first.len_utf8()..]);
        return out;
    }
    text.into()
}

/// The article a loss takes: "became a net loss".
pub fn with_article(phrase: &str) -> String {
    if phrase.contains("loss of ") && !phrase.contains("(loss)") {
        return joined(&["a ", phrase]);
    }
    phrase.into()
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
        assert_eq!(spoken(d("-101620"), 0), "minus 101,620");
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
    fn a_caption_settles_for_the_sign_of_its_amount() {
        assert_eq!(phrase("Net income (loss)", d("14733"), 0), "Net income of 14,733");
        assert_eq!(phrase("Net income (loss)", d("-119650"), 0), "Net loss of 119,650");
        assert_eq!(phrase("Net (loss) earnings", d("-5"), 0), "Net loss of 5");
        assert_eq!(phrase("Income (loss) before taxes", d("-5"), 0), "Loss before taxes of 5");
        assert_eq!(phrase("Net income", d("-5"), 0), "Net income of (5)");
    }

    #[test]
    fn captions_inside_sentences_start_small() {
        assert_eq!(lower_first("Net income"), "net income");
        assert_eq!(lower_first("GAAP net income"), "GAAP net income");
        assert_eq!(lower_first("Non-GAAP net income"), "non-GAAP net income");
        assert_eq!(with_article("net loss of 5"), "a net loss of 5");
    }

    #[test]
    fn units_are_words() {
        assert_eq!(units("USD", d("1000")), "in thousands of US dollars");
        assert_eq!(units("USD", d("1")), "in US dollars");
    }
}
