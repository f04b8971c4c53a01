//! A printed amount, set so that digits stand under digits: the currency sign at the left, the closing parenthesis hanging.

use yew::prelude::*;

/// A printed amount in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    pub sign: &'static str,
    pub body: String,
    /// What hangs to the right of the last digit.
    pub tail: String,
}

/// Takes a printed amount apart: "$ (39,772)" is `$`, `(39,772`, `)`.
pub fn pieces(text: &str, nil: bool) -> Pieces {
    let mut sign = "";
    let mut body = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '$' => sign = "$",
            '€' => sign = "€",
            '£' => sign = "£",
            '¥' => sign = "¥",
            c if c.is_whitespace() => {}
            c => body.push(c),
        }
    }
    if nil {
        return Pieces { sign, body: "—".to_owned(), tail: String::new() };
    }
    let digits = body.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).len();
    let tail = body.split_off(digits);
    Pieces { sign, body, tail }
}

pub fn figure(text: &str, nil: bool) -> Html {
    let Pieces { sign, body, tail } = pieces(text, nil);
    html! {
        <>
            if !sign.is_empty() { <span class="currency">{ sign }</span> }
            if nil {
                <span class="digits"><span aria-hidden="true">{ body }</span><span class="unseen">{ "nil" }</span></span>
            } else {
                <span class="digits">{ body }</span>
            }
            <span class="tail">{ tail }</span>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (&'static str, String, String) {
        let Pieces { sign, body, tail } = pieces(text, false);
        (sign, body, tail)
    }

    #[test]
    fn a_parenthesis_hangs_and_the_currency_stands_apart() {
        assert_eq!(cut("$    365,606"), ("$", "365,606".into(), String::new()));
        assert_eq!(cut("$(39,772)"), ("$", "(39,772".into(), ")".into()));
        assert_eq!(cut("(12.4)%"), ("", "(12.4".into(), ")%".into()));
        assert_eq!(cut("N/A"), ("", "N/A".into(), String::new()));
    }

    #[test]
    fn a_printed_dash_is_set_as_a_dash() {
        assert_eq!(pieces("$    --", true), Pieces { sign: "$", body: "—".into(), tail: String::new() });
    }
}
