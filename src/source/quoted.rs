//! A filing that came by mail as an answer: `> ` before each line.

use super::{Text, line::lines};
use crate::{phrase::begins, span::Span};

/// So many lines in a row are quoted, not fewer.
const RUN: usize = 5;

/// The text without its marks; `None` where it has none.
pub fn unquoted(text: &Text) -> Option<Text> {
    let all = lines(&text.content, Span::new(0, text.content.len()));
    let mut plain = Text::default();
    let mut from = 0;
    let mut at = 0;
    while at < all.len() {
        let run = all[at..].iter().take_while(|l| mark(l.text) > 0).count();
        for line in all[at..at + run].iter().filter(|_| run >= RUN) {
            plain.push_from(text, Span::new(from, line.start));
            from = line.start + mark(line.text);
        }
        at += run.max(1);
    }
    if from == 0 {
        return None;
    }
    plain.push_from(text, Span::new(from, text.content.len()));
    Some(plain)
}

/// The length of the marks: `> `, `>> `, `> > `. A tag's end stands close to the words that follow it.
fn mark(line: &str) -> usize {
    let mut length = 0;
    while let Some(rest) = line.get(length..).filter(|rest| begins(rest, ">")) {
        length += if begins(rest, "> ") { 2 } else { 1 };
    }
    let marked = line.get(..length).unwrap_or_default();
    if length == line.len() || marked.ends_with(' ') { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_bytes_stay() {
        let file = "He wrote:\n> Sales   $ 10\n>\n>> Costs     4\n> > more\n> Income   $ 6\nRegards";
        let text = unquoted(&Text::decode(file.as_bytes())).expect("quoted");
        assert_eq!(text.content, "He wrote:\nSales   $ 10\n\nCosts     4\nmore\nIncome   $ 6\nRegards");
        let six = text.content.find('6').expect("a six");
        assert_eq!(text.to_file(Span::new(six, six + 1)).start, file.find('6').expect("a six"));
    }

    #[test]
    fn what_is_no_quotation_stays() {
        for file in ["a\n> b\n> c\nd", "<p\n>one</p\n><p\n>two</p\n><p\n>three</p\n>", ""] {
            assert_eq!(unquoted(&Text::decode(file.as_bytes())), None);
        }
    }
}
