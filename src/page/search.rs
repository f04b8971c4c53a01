//! Looking for lines: by words of their captions, or by an amount however it is written.

use crate::report::{Cell, Line, Statement};

use super::filing::Filing;

/// How many hits are shown; what is sought can then be said more closely.
pub const MOST: usize = 40;

/// A line that was found; by its amount, where that was sought.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'f> {
    pub statement: &'f Statement,
    pub line: &'f Line,
    pub cell: Option<&'f Cell>,
}

/// The first lines that have all the words, or an amount with these digits; one more than are shown when there are more.
pub fn search<'f>(filing: &'f Filing, sought: &str) -> Vec<Hit<'f>> {
    let mut found = Vec::new();
    let sought = sought.trim();
    if sought.is_empty() {
        return found;
    }
    let digits = digits(sought).filter(|digits| digits.len() > 1);
    for statement in &filing.report.statements {
        for line in &statement.lines {
            let named = sought.split_whitespace().all(|word| holds(&line.caption, word));
            let cell = digits.as_ref().and_then(|sought| amount(line, sought));
            if named || cell.is_some() {
                found.push(Hit { statement, line, cell });
                if found.len() > MOST {
                    return found;
                }
            }
        }
    }
    found
}

fn amount<'f>(line: &'f Line, sought: &str) -> Option<&'f Cell> {
    line.cells.iter().find(|cell| digits(&cell.text).is_some_and(|digits| holds(&digits, sought)))
}

/// The digits of an amount, without signs and separators; nothing of what is not an amount.
fn digits(text: &str) -> Option<String> {
    let amount = |c: char| c.is_ascii_digit() || ",.()-$%\u{2212} ".contains(c);
    let mut digits = text.to_owned();
    let is = text.chars().all(amount);
    digits.retain(|c| c.is_ascii_digit() || c == '.');
    Some(digits).filter(|digits| is && !digits.is_empty())
}

/// Whether a text has a part, capitals or not.
fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len().max(1)).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_found_however_it_is_written() {
        for written in ["(1,228)", "-1228", "1 228", "$1,228"] {
            assert_eq!(digits(written).as_deref(), Some("1228"), "{written}");
        }
        assert_eq!(digits("note 4"), None);
        assert_eq!(digits("--"), None);
        assert!(holds("Accounts Payable", "payable"));
        assert!(!holds("Tax", "taxes"));
    }
}
