//! The mark of an outcome: always a sign, a word and a colour. And how strictly outcomes are graded.

use crate::page::pen::Pen;
use crate::page::state::State;
use crate::page::words;
use crate::report::{Check, Outcome};

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

/// The sign and the word of what came of a check.
pub fn of_check(pen: &mut Pen, check: &Check) {
    let (sign, word, tone) = words::said(check);
    pen.open("span", &["verdict ", tone].concat());
    pen.sign("mark", sign);
    pen.text(word);
    pen.close();
}

/// The sign of what came of a check, with its word for those who do not see it.
pub fn mark_of(pen: &mut Pen, check: &Check) {
    let (sign, word, tone) = words::said(check);
    pen.open("span", &["mark ", tone].concat());
    pen.sign("", sign);
    pen.said("span", "unseen", word);
    pen.close();
}

/// Whether rounding counts as broken.
pub fn strict(pen: &mut Pen, state: &State) {
    pen.button("keep strict", "strict");
    pen.set("aria-pressed", if state.lens.strict { "true" } else { "false" });
    pen.set("aria-label", "Strict: rounding counts as broken");
    pen.set("aria-busy", if state.is_graded() { "" } else { "true" });
    pen.text("Strict");
    pen.said("span", "long", ": rounding counts as broken");
    pen.close();
}
