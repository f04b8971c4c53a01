//! The mark of an outcome: always a sign, a word and a colour.

use crate::page::pen::Pen;
use crate::page::words;
use crate::report::Outcome;

/// The sign, with its word for those who do not see it.
pub fn mark(pen: &mut Pen, outcome: Outcome) {
    pen.open("span", &["mark ", words::tone(outcome)].concat());
    pen.sign("", words::mark(outcome));
    pen.said("span", "unseen", words::word(outcome));
    pen.close();
}

/// The sign and the word, both seen.
pub fn verdict(pen: &mut Pen, outcome: Outcome) {
    pen.open("span", &["verdict ", words::tone(outcome)].concat());
    pen.sign("mark", words::mark(outcome));
    pen.text(words::word(outcome));
    pen.close();
}
