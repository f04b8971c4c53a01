//! Patterns: how a caption is made comparable, and what a line of a table of concepts matches.
//!
//! A table is one string. A line `=ca` says in which places of the statement the lines below it hold (one letter a place; `*`
//! is every place); any other line is a concept, a colon, and patterns with bars between them. A pattern is words of
//! a caption's [`key`]: `a/b` is either word, `a?` may be missing, `*` is any words or none. After its last word a caption may
//! go on with "net ..." or "less ..."; `!` forbids that.

use super::Place;
use crate::phrase::{is_any, is_letter_or_digit};

/// A caption without case, parenthesised words, footnote marks and punctuation: "Net income (loss)" is "net income".
pub fn plain(caption: &str) -> String {
    let mut plain = String::with_capacity(caption.len());
    let mut depth = 0_usize;
    for c in caption.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '\'' | '’' | '.' => {}
            '&' => plain.push_str("and"),
            c if is_letter_or_digit(c) => plain.push(c.to_ascii_lowercase()),
            _ if plain.ends_with(' ') || plain.is_empty() => {}
            _ => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// What captions of one meaning share: no little words, no numbers, no plurals, one word for each of a few pairs.
/// "Total shareowners' equity" is "total stockholder equity", "Cash used for operations" is "cash provided operation".
pub fn key(plain: &str) -> String {
    let mut key = String::with_capacity(plain.len());
    let mut last = "";
    for word in plain.split(' ') {
        if is_any(word, "|and|the|a|an|of|in|on|to|for|from|by|at|or|its|our|as") || starts_with_digit(word) {
            continue;
        }
        let (stem, end) = singular(word);
        let word = one_word(stem, end);
        // "Net income/loss", "increase/decrease": one thing said twice.
        if word == last && end.is_empty() {
            continue;
        }
        // "Non-current" and "noncurrent".
        if !key.is_empty() && last != "non" {
            key.push(' ');
        }
        key.push_str(word);
        key.push_str(end);
        last = if end.is_empty() { word } else { "" };
    }
    key
}

fn starts_with_digit(word: &str) -> bool {
    word.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// A word without its plural ending, in two parts: "liabilities" is "liabilit" and "y".
fn singular(word: &str) -> (&str, &'static str) {
    if word.len() < 4 || is_any(word, "less|plus|surplus|basis|gross|loss|business|class|excess|process|various") {
        return (word, "");
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return (stem, "y");
    }
    let es = word.strip_suffix("es").filter(|stem| stem.ends_with("ss") || stem.ends_with('x'));
    (es.or_else(|| word.strip_suffix('s')).unwrap_or(word), "")
}

/// One word for those that statements use for the same thing.
fn one_word<'w>(word: &'w str, end: &str) -> &'w str {
    const SAME: [(&str, &str); 8] = [
        ("income", "loss|earning|profit"),
        ("stockholder", "shareholder|shareowner"),
        ("provided", "used|generated|utilized"),
        ("increase", "decrease"),
        ("noncontrolling", "minority"),
        ("purchase", "repurchase|repurchased|purchased"),
        ("payment", "repayment"),
        ("asset", "assets"),
    ];
    if !end.is_empty() {
        return word;
    }
    SAME.iter().find(|(_, others)| is_any(word, others)).map_or(word, |(one, _)| one)
}

/// The first concept of a table whose patterns match a key at a place.
pub fn find(table: &'static str, place: Place, key: &str) -> Option<&'static str> {
    let mut here = false;
    for line in table.lines() {
        if let Some(places) = line.strip_prefix('=') {
            here = places.bytes().any(|p| p == place || p == b'*');
        } else if here
            && let Some((name, patterns)) = line.split_once(':')
            && patterns.split('|').any(|pattern| fits(pattern, key))
        {
            return Some(name);
        }
    }
    None
}

/// Whether a pattern matches a key.
pub fn fits(pattern: &str, key: &str) -> bool {
    let (token, rest) = first_word(pattern);
    let (word, after) = first_word(key);
    match token {
        // "Total assets less current liabilities" is not what it is less of.
        "" => is_any(word, "|net|less") && !after.starts_with("current liability"),
        "!" => key.is_empty(),
        "*" => rest.is_empty() || fits(rest, key) || !key.is_empty() && fits(pattern, after),
        _ => {
            let (choice, optional) = match token.strip_suffix('?') {
                Some(choice) => (choice, true),
                None => (token, false),
            };
            !word.is_empty() && choice.split('/').any(|c| c == word) && fits(rest, after) || optional && fits(rest, key)
        }
    }
}

fn first_word(text: &str) -> (&str, &str) {
    text.split_once(' ').unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_captions() {
        assert_eq!(plain("Net income (loss)"), "net income");
        assert_eq!(
            plain("Net cash provided by (used in) investing activities"),
            "net cash provided by investing activities"
        );
        assert_eq!(plain("Total stockholders' equity"), "total stockholders equity");
        assert_eq!(plain("Cash & cash equivalents"), "cash and cash equivalents");
        assert_eq!(
            plain("Amortization of additional-paid-in-capital (1)"),
            "amortization of additional paid in capital"
        );
    }

    #[test]
    fn keys_of_one_meaning() {
        let key = |caption: &str| key(&plain(caption));
        assert_eq!(key("Cash and cash equivalents"), "cash equivalent");
        assert_eq!(key("Total Shareowners' Equity"), "total stockholder equity");
        assert_eq!(key("Net earnings/(loss)"), "net income");
        assert_eq!(key("Net cash used for operating activities"), "net cash provided operating activity");
        assert_eq!(key("Other non-current liabilities"), "other noncurrent liability");
        assert_eq!(key("Common stock, $0.01 par value; 900,000 shares issued"), "common stock par value share issued");
        assert_eq!(key("Less income taxes on excess losses"), "less income tax excess income");
    }

    #[test]
    fn patterns() {
        assert!(fits("total? inventory", "inventory") && fits("total? inventory", "total inventory net"));
        assert!(!fits("inventory", "inventory finished good") && !fits("total inventory", "inventory"));
        assert!(fits("interest expense !", "interest expense") && !fits("interest expense !", "interest expense net"));
        assert!(fits("a * d", "a b c d") && fits("a * d", "a d less e") && !fits("a * d", "a b c"));
        assert!(fits("a b/c *", "a c x") && fits("* c", "c") && !fits("a b/c", "a d"));
        assert!(fits("a", "a less allowance") && !fits("a", "a less current liability"));
        assert!(!fits("a?", "b") && fits("a? b", "b") && !fits("", "b"));
    }

    #[test]
    fn places() {
        let table = "=c\nOne:cash\n=cd\nTwo:other asset|cash *\n=*\nThree:cash|debt";
        assert_eq!(find(table, b'c', "cash"), Some("One"));
        assert_eq!(find(table, b'd', "cash"), Some("Two"));
        assert_eq!(find(table, b'e', "cash"), Some("Three"));
        assert_eq!(find(table, b'c', "other"), None);
    }
}
