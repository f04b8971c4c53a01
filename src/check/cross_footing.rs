//! # `cross_footing`
//!
//! Where a table has a column of totals, each line's total is the sum of its other columns: segments, regions, years of payment,
//! classes of equity, companies with their eliminations.
//!
//! **Why** Such a table adds down and across; a slip in one figure breaks both, and so names it.
//!
//! **Formula** `total = Σ columns`, with signs as printed. Which columns is found from the figures: a column whose own heading says
//! "total", "consolidated" or "combined" is tried as the sum of the columns just before it (what was summed is not counted again), of
//! those after it, and of those with its lowest heading ("Total 1999" of each "1999"). All lines with two or more amounts vote.
//!
//! **Tolerance** `(n+1)·u/2`.
//!
//! **Not checked** in columns of shares, prices and percentages and in lines of rates and averages; columns of other periods are for
//! `period_sum`. A line that fails is doubted, not accused, where others fail with it, where the difference is an amount of the
//! column of totals alone or one of the line's own, and where no slip of the pen explains it ([`super::doubt`]): a total may hold
//! what no column shows.
//!
//! **Example** Revenues: 1,204 in North America, 655 in Europe, (12) eliminated, 1,847 in total: 1,204 + 655 − 12 = 1,847.

use super::{
    Book, Check,
    across::{self, Relation, adds_across},
};
use crate::{
    gather::{Gather, PushAll},
    phrase::is_any,
    statement::Statement,
};

pub const NAME: &str = "cross_footing";

/// A table of more columns is none that a person adds across.
const WIDEST: usize = 40;

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate() {
        if !(3..=WIDEST).contains(&statement.columns.len()) {
            continue;
        }
        let lines: Vec<usize> = (0..statement.lines.len()).filter(|l| adds_across(&statement.lines[*l])).gather();
        for relation in relations(statement, &lines) {
            found.append(&mut across::checks(book, i, &lines, &relation, " adds across"));
        }
    }
}

fn relations(statement: &Statement, lines: &[usize]) -> Vec<Relation> {
    let columns = &statement.columns;
    let totals: Vec<bool> = (0..columns.len()).map(|c| is_total(statement, c)).gather();
    let (mut open, mut found): (Vec<usize>, Vec<Relation>) = (Vec::new(), Vec::new());
    for column in (0..columns.len()).filter(|c| columns[*c].unit.is_none()) {
        if totals[column] {
            let mut best: Option<Relation> = None;
            for terms in candidates(statement, column, &open, &totals) {
                let Some(voted) = across::vote(statement, lines, column, &terms) else { continue };
                // Of equal ones the longer: a column of dashes belongs to its table.
                if best.as_ref().is_none_or(|b| voted.hold + b.fail >= b.hold + voted.fail) {
                    best = Some(voted);
                }
            }
            if let Some(best) = best {
                if open.ends_with(&best.terms) {
                    open.truncate(open.len() - best.terms.len());
                }
                found.push(best);
            }
        }
        open.push(column);
    }
    found
}

/// The columns that a column of totals may add up: the last so many before it, the next so many after it, those headed alike.
fn candidates(statement: &Statement, total: usize, open: &[usize], totals: &[bool]) -> Vec<Vec<usize>> {
    let columns = &statement.columns;
    let lowest = |c: usize| columns[c].headings.last();
    let alike = |c: &usize| columns[*c].unit.is_none() && same_time(statement, *c, total);
    let before: Vec<usize> = open.iter().copied().filter(alike).gather();
    let after: Vec<usize> = (total + 1..columns.len()).take_while(|c| !totals[*c]).filter(alike).gather();
    let headed = before.iter().copied().filter(|c| !totals[*c] && lowest(*c) == lowest(total)).gather();
    let mut found = Vec::new();
    found.push_all((2..=after.len()).map(|n| after[..n].to_vec()));
    found.push(headed);
    found.push_all((2..=before.len()).map(|n| before[before.len() - n..].to_vec()));
    found
}

/// Columns of different stretches of time are no parts of one whole here.
fn same_time(statement: &Statement, a: usize, b: usize) -> bool {
    let [a, b] = [a, b].map(|c| statement.columns[c].period);
    a == b || a.is_none() || b.is_none()
}

/// Whether a heading of the column's own, not one over the whole table, says that it holds totals.
fn is_total(statement: &Statement, column: usize) -> bool {
    let columns = &statement.columns;
    let mut own = String::new();
    for heading in columns[column].headings.iter().filter(|h| !columns.iter().all(|c| c.headings.contains(h))) {
        // "Consoli-" over "dated" is one word.
        own.push_str(&heading.to_ascii_lowercase());
        if own.ends_with('-') {
            own.pop();
        } else {
            own.push(' ');
        }
    }
    own.split(|c: char| !c.is_ascii_alphabetic()).any(|w| is_any(w, "total|totals|consolidated|combined"))
}
