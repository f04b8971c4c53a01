//! # restated
//!
//! The same line for the same period reads the same in two filings.
//!
//! **Why** A figure that changed between two filings was restated, and the reader should be told; or one of the two is a slip.
//!
//! **Formula** amount here = amount in the other filing. Printed more coarsely in one of them, the two must be able to stand for one
//! number.
//!
//! **Not checked** lines that pair with none of the other filing, and lines whose change [`super::reclassified`] explains.
//!
//! **Example** "Inventories" at December 31, 2002 reads 10,164 in the release of July and of January.

use rust_decimal::Decimal;

use super::{Check, RULES, cell, check, elsewhere, pairing::Pair};
use crate::{
    check::Interval,
    report::{Cell, Column, Outcome},
};

pub const NAME: &str = "restated";

/// One check a line that both filings print for a period. `moved` holds the lines whose change is explained.
pub fn checks(pair: &Pair<'_>, (own, theirs): (&Column, &Column), moved: &[(usize, Check)]) -> Vec<Check> {
    let mut found = Vec::new();
    for (line, other) in pair.lines.iter().filter(|(line, _)| !moved.iter().any(|(m, _)| m == line)) {
        let line = &pair.own.lines[*line];
        let (Some(here), Some(there)) = (cell(line, own), cell(&pair.theirs.lines[*other], theirs)) else { continue };
        let (Some(value), Some(other)) = (here.value, there.value) else { continue };
        let apart = value.checked_sub(other).unwrap_or_default().normalize();
        let detail = [&line.caption, ": ", &here.text, " here, ", &there.text, " in ", &pair.other.file, "."].concat();
        let mut made = check(pair, &RULES[0], (pair.own, here), "Reads as in the other filing", detail);
        made.outcome = outcome(here, there, apart);
        made.computed = Some(other.normalize());
        made.difference = Some(apart);
        made.terms = vec![elsewhere(pair, there, Decimal::ONE)];
        found.push(made);
    }
    found
}

fn outcome(here: &Cell, there: &Cell, apart: Decimal) -> Outcome {
    let range = |c: &Cell| Some(Interval::around(c.value?, c.ulp.unwrap_or_default()));
    if apart.is_zero() {
        Outcome::Exact
    } else if here.ulp != there.ulp && range(here).zip(range(there)).is_some_and(|(a, b)| a.meets(b)) {
        Outcome::Rounding
    } else {
        Outcome::Broken
    }
}
