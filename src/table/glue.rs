//! Words that are glued to amounts, and amounts glued to each other, cut apart.

use super::{
    figure::{is_mark, number, parts},
    scan::Word,
};
use crate::{
    phrase::{after, cut, has_any, is_any, trim_start},
    span::Span,
};

/// A word longer than this is no amount and no caption.
const LONGEST: usize = 400;

/// The pieces of a word: "investments$", "1995)1,496" and "(816)(292%)" are two each.
pub fn pieces(word: &Word, text: &str) -> Vec<Word> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let begins = |c: char| matches!(c, '$' | '(' | '.' | '0'..='9');
    for (at, c) in text.char_indices().skip(1).take_while(|_| text.len() < LONGEST) {
        if begins(c) && parted(cut(text, from, at), after(text, at)) {
            pieces.push(part(word, text, from, at));
            from = at;
        }
    }
    pieces.push(part(word, text, from, text.len()));
    pieces
}

fn part(word: &Word, text: &str, from: usize, to: usize) -> Word {
    let column = |at: usize| word.start + cut(text, 0, at).chars().count();
    Word { span: Span::new(word.span.start + from, word.span.start + to), start: column(from), end: column(to) }
}

/// Whether two pieces meet here.
fn parted(before: &str, rest: &str) -> bool {
    let last = before.chars().next_back().unwrap_or_default();
    let leaders = before.ends_with("..");
    match rest.chars().next() {
        // A dollar sign begins an amount, unless letters before it belong to it ("US$").
        Some('$') => {
            let letters = trim_start(before, "(-");
            !letters.is_empty() && !is_any(letters, "US|C|A|HK|NT|NZ|S|R|Ps")
        }
        Some('.') => rest.starts_with("..") && (last.is_ascii_digit() || last == ')' && is_amount(before)),
        Some('(') if leaders => is_amount(rest),
        Some('(') => is_amount(before) && is_amount(rest) && !is_mark(rest),
        // Two digits after leaders may be a fraction whose point is one of them.
        Some(c) if c.is_ascii_digit() && leaders => is_amount(rest) && rest.len() > 2,
        Some(c) if c.is_ascii_digit() && last == ')' => is_amount(rest) && has_any(rest, ",|."),
        _ => false,
    }
}

fn is_amount(text: &str) -> bool {
    parts(text).is_some_and(|p| number(p.core).is_some())
}
