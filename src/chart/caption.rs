//! Captions as sentences have them: "Net Income (Loss)" and -119,650 give "a net loss of 119,650".

use crate::gather::Gather;
use rust_decimal::Decimal;

use super::words::{amount, joined, unsigned};

/// A caption and its amount inside a sentence: "net income of 14,733", "a net loss of 119,650".
pub fn phrase(caption: &str, value: Decimal, decimals: u32) -> String {
    let name = inside(&settled(caption, value < Decimal::ZERO));
    // A loss says its sign by its name.
    let loss = value < Decimal::ZERO && name.split(' ').any(|word| word == "loss");
    if loss {
        let article = if name.starts_with("a ") { "" } else { "a " };
        joined(&[article, &name, " of ", &unsigned(value, decimals)])
    } else {
        joined(&[&name, " of ", &amount(value, decimals)])
    }
}

/// The same where it opens the sentence.
pub fn opening(caption: &str, value: Decimal, decimals: u32) -> String {
    capital(phrase(caption, value, decimals))
}

/// A caption that opens a sentence.
pub fn first(caption: &str) -> String {
    capital(inside(caption))
}

/// With a capital first.
fn capital(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Settles "income (loss)" for the sign the amount has.
fn settled(caption: &str, negative: bool) -> String {
    const GOOD: [&str; 4] = ["income", "earnings", "profit", "margin"];
    // "income/(loss)" is "income (loss)".
    let mut apart = String::with_capacity(caption.len());
    for (at, part) in caption.split('/').enumerate() {
        if at > 0 {
            apart.push(if part.starts_with('(') { ' ' } else { '/' });
        }
        apart.push_str(part);
    }
    let caption = apart;
    let mut words: Vec<&str> = caption.split_whitespace().gather();
    let Some(place) = words.iter().position(|word| word.eq_ignore_ascii_case("(loss)")) else {
        return words.join(" ");
    };
    let is_good =
        |word: Option<&&str>| word.is_some_and(|word| GOOD.iter().any(|good| good.eq_ignore_ascii_case(word)));
    if !negative {
        words.remove(place);
    } else if let Some(good) = [place.wrapping_sub(1), place + 1].into_iter().find(|&next| is_good(words.get(next))) {
        words[place] = "loss";
        words.remove(good);
    }
    words.join(" ")
}

/// A caption inside a sentence, in small letters where capitals only mark that it is a caption.
pub fn inside(caption: &str) -> String {
    let titled = |word: &str| word.len() < 4 || !word.starts_with(|letter: char| letter.is_ascii_lowercase());
    let all = caption.split(' ').all(titled);
    let shouted = !caption.bytes().any(|letter| letter.is_ascii_lowercase());
    let mut out = String::with_capacity(caption.len());
    for (place, word) in caption.split(' ').enumerate() {
        if place > 0 {
            out.push(' ');
        }
        if word.eq_ignore_ascii_case("non-gaap") {
            out.push_str("non-GAAP");
        } else if matches!(word, "GAAP" | "EPS" | "EBITDA") || !(shouted || ((all || place == 0) && only_first(word))) {
            out.push_str(word);
        } else {
            out.push_str(&word.to_ascii_lowercase());
        }
    }
    out
}

/// Whether no letter but the first is a capital.
fn only_first(word: &str) -> bool {
    !word.bytes().skip(1).any(|letter| letter.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_phrase(caption: &str, value: i64, expected: &str) {
        assert_eq!(phrase(caption, value.into(), 0), expected);
    }

    #[test]
    fn a_caption_settles_for_the_sign_of_its_amount() {
        assert_phrase("Net income (loss)", 14_733, "net income of 14,733");
        assert_phrase("Net income (loss)", -119_650, "a net loss of 119,650");
        assert_phrase("Net (loss) earnings", -5, "a net loss of 5");
        assert_phrase("Income (loss) before income taxes", -5, "a loss before income taxes of 5");
        assert_phrase("Net income/(loss)", -5, "a net loss of 5");
        assert_phrase("Net loss", -370, "a net loss of 370");
        assert_phrase("Net income", -5, "net income of (5)");
        assert_eq!(opening("Net (loss) income", (-5).into(), 0), "A net loss of 5");
    }

    #[test]
    fn capitals_that_only_mark_a_caption_go() {
        assert_eq!(inside("Total stockholders' equity"), "total stockholders' equity");
        assert_eq!(inside("Net Income of the Year"), "net income of the year");
        assert_eq!(inside("NON-GAAP NET INCOME"), "non-GAAP net income");
        assert_eq!(first("TOTAL REVENUES"), "Total revenues");
        assert_eq!(inside("GAAP net income"), "GAAP net income");
        assert_eq!(inside("Loss on the Northquay Sounding purchase"), "loss on the Northquay Sounding purchase");
        assert_eq!(inside("Non-GAAP net income"), "non-GAAP net income");
    }
}
