//! # `caption_drift`
//!
//! A line with the same amounts as in another filing has another caption there.
//!
//! **Why** The reader who looks for last quarter's line should find it.
//!
//! **Formula** none: two lines pair by their concept or their amounts, and the words differ.
//!
//! **Not checked** lines with amounts of fewer than three digits, which are equal by chance.
//!
//! **Example** "Gross profit" in one release is "Gross margin" in the next, with the same 96,452.

use rust_decimal::Decimal;

use super::{
    Check, RULES, cell, check, elsewhere,
    pairing::{Pair, is_equal},
};
use crate::{report::Outcome, statement::plain};

pub const NAME: &str = "caption_drift";

pub fn checks(pair: &Pair<'_>) -> Vec<Check> {
    let mut found = Vec::new();
    for (line, other) in &pair.lines {
        let (line, other) = (&pair.own.lines[*line], &pair.theirs.lines[*other]);
        if plain(&line.caption) == plain(&other.caption) || !is_equal(line, other, &pair.columns) {
            continue;
        }
        let cells = pair.columns.iter().find_map(|(own, theirs)| Some((cell(line, own)?, cell(other, theirs)?)));
        let Some((here, there)) = cells else { continue };
        let detail = ["\"", &line.caption, "\" here is \"", &other.caption, "\" in ", &pair.other.file, "."].concat();
        let mut made = check(pair, &RULES[2], (pair.own, here), "The caption changed since the other filing", detail);
        made.outcome = Outcome::Broken;
        made.terms = vec![elsewhere(pair, there, Decimal::ONE)];
        found.push(made);
    }
    found
}
