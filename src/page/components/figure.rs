//! A printed amount, set so that digits stand under digits: the currency sign at the left, the closing parenthesis hanging.

use crate::page::pen::Pen;
use crate::page::words::NIL;
use crate::phrase::has;

/// A printed amount in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    pub body: String,
    /// What hangs to the right of the last digit.
    pub tail: String,
}

/// Takes a printed amount apart: "(39,772)" is `(39,772` and `)`.
pub fn pieces(text: &str, nil: bool) -> Pieces {
    if nil {
        return Pieces { body: NIL.to_owned(), tail: String::new() };
    }
    if let Some(number) = text.strip_suffix("\u{a0}pts") {
        return Pieces { body: number.to_owned(), tail: "\u{a0}pts".to_owned() };
    }
    let mut body: String = text.split_whitespace().collect();
    let digits = body.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).len();
    let tail = body.split_off(digits);
    Pieces { body, tail }
}

pub fn figure(pen: &mut Pen, symbol: Option<&str>, text: &str, nil: bool) {
    let Pieces { body, tail } = pieces(text, nil);
    // A sign that stands inside the parentheses stays there.
    if let Some(symbol) = symbol.filter(|symbol| !has(text, symbol)) {
        pen.said("span", "currency", symbol);
    }
    pen.open("span", "digits");
    if nil {
        pen.sign("", &body);
        pen.said("span", "unseen", "nil");
    } else {
        pen.text(&body);
    }
    pen.close();
    pen.said("span", "tail", &tail);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (String, String) {
        let Pieces { body, tail } = pieces(text, false);
        (body, tail)
    }

    #[test]
    fn what_follows_the_last_digit_hangs() {
        assert_eq!(cut("365,606"), ("365,606".into(), String::new()));
        assert_eq!(cut("(39,772 )"), ("(39,772".into(), ")".into()));
        assert_eq!(cut("(12.4)%"), ("(12.4".into(), ")%".into()));
        assert_eq!(cut("N/A"), ("N/A".into(), String::new()));
    }

    #[test]
    fn a_printed_dash_is_set_as_a_dash() {
        assert_eq!(pieces("--", true), Pieces { body: "—".into(), tail: String::new() });
    }
}
