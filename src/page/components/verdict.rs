//! The mark of an outcome: always a sign, a word and a colour. And how strictly outcomes are graded.

use crate::page::pen::Pen;
use crate::page::state::State;
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
