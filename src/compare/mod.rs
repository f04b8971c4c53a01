//! Two filings held against each other: the same line for the same period should read the same in both.
//!
//! A filing prints last year's figures beside this year's. Where they changed, they were restated, moved between lines, or
//! mistaken. One rule a file, as in [`crate::check`]; the checks join the report of the filing that was read second.

mod beside;
mod caption_drift;
mod pairing;
mod reclassified;
mod restated;

pub use beside::{Beside, Elsewhere};

use crate::report::{Cell, Check, Column, Line, Outcome, Report, Severity, Statement, Term};
use pairing::Pair;

use rust_decimal::Decimal;

/// A rule that compares two filings, and how much a difference matters.
pub struct Rule {
    pub name: &'static str,
    pub severity: Severity,
}

/// The rules of this module, as [`crate::check::RULES`] are those of one filing.
pub const RULES: [Rule; 3] = [
    Rule { name: restated::NAME, severity: Severity::Warning },
    Rule { name: reclassified::NAME, severity: Severity::Info },
    Rule { name: caption_drift::NAME, severity: Severity::Info },
];

/// The checks of a report against another filing's. What they name in the other filing is `FILE#id`.
pub fn against(report: &Report, other: &Report) -> Vec<Check> {
    let mut found = Vec::new();
    for pair in pairing::find(report, other) {
        for column in &pair.columns {
            let moved = reclassified::find(&pair, *column);
            found.extend(restated::checks(&pair, *column, &moved));
            found.extend(moved.into_iter().map(|(_, check)| check));
        }
        found.extend(caption_drift::checks(&pair));
    }
    found
}

/// A check of a cell against the other filing.
fn check(pair: &Pair<'_>, rule: &Rule, at: (&Statement, &Cell), title: &str, detail: String) -> Check {
    let (statement, cell) = at;
    Check {
        id: [rule.name, "/", &cell.id, "@", &pair.other.file].concat(),
        rule: rule.name.into(),
        outcome: Outcome::Broken,
        severity: rule.severity,
        title: title.into(),
        detail,
        statement: Some(statement.id.clone()),
        column: Some(cell.column.clone()),
        reported: Some(cell.id.clone()),
        computed: None,
        difference: None,
        tolerance: None,
        terms: Vec::new(),
        reason: None,
        suspects: Vec::new(),
        repeats: None,
    }
}

/// A cell of the other filing as a term.
fn elsewhere(pair: &Pair<'_>, cell: &Cell, weight: Decimal) -> Term {
    Term { cell: [&pair.other.file, "#", &cell.id].concat(), weight }
}

fn cell<'r>(line: &'r Line, column: &Column) -> Option<&'r Cell> {
    line.cells.iter().find(|c| c.column == column.id)
}
