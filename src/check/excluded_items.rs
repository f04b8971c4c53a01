//! # `excluded_items`
//!
//! What a sentence says its non-GAAP income leaves out are the items of the reconciliation in the periods that the sentence speaks
//! of.
//!
//! **Why** The sentence is copied from quarter to quarter, and the items change.
//!
//! **Formula** each line between the two measures that is not nothing in those columns is named by the sentence, at least by half of its
//! words; a line that the sentence names in full is not nothing in all of them. Word ends are left out of account.
//!
//! **Severity** a warning for an item that is not named; information for one that is named and is nothing.
//!
//! **Not checked** income tax, which goes without saying; a sentence that lists nothing or gives no amount of non-GAAP income for a
//! period of the reconciliation; one that names fewer than two of the items, or fewer than most, and speaks of other things.
//!
//! **Example** "Non-GAAP net income, which excludes restructuring, integration and the gain on sale of investments, was $12.1
//! million": a line "Settlement of litigation" of (3,400) in that column is not named.

use rust_decimal::Decimal;

use super::{At, Book, Check, Ref, tie, words};
use crate::{
    claim::{Claim, Subject},
    gather::Gather,
    phrase::has_any,
    statement::Line,
    vocabulary::{Basis, ClaimKind, Outcome, Severity, Unit},
};

pub const NAME: &str = "excluded_items";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    let mut from = 0;
    // The figures of one sentence stand together.
    for sentence in book.claims.chunk_by(|a, b| a.excludes == b.excludes) {
        let first = from;
        from += sentence.len();
        if sentence[0].excludes.is_empty() {
            continue;
        }
        for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| s.is_reconciliation()) {
            let told = |c: &usize| sentence.iter().any(|s| speaks(s) && s.period == statement.columns[*c].period);
            let columns: Vec<usize> = (0..statement.columns.len()).filter(told).gather();
            if !columns.is_empty() && hold(book, i, &columns, (first, &sentence[0].excludes), found) {
                break;
            }
        }
    }
}

/// Gives non-GAAP income for a period.
fn speaks(claim: &Claim) -> bool {
    claim.period.is_some()
        && claim.basis == Basis::NonGaap
        && claim.kind == ClaimKind::Amount
        && claim.subject == Some(Subject::NetIncome)
}

/// Holds the lines of a reconciliation against a list; whether it is that reconciliation that the list speaks of.
fn hold(
    book: &Book<'_>,
    statement: usize,
    columns: &[usize],
    (claim, list): (usize, &[u32]),
    found: &mut Vec<Check>,
) -> bool {
    let (mut checks, mut named) = (Vec::new(), 0);
    for (line, own) in book.statements[statement].lines.iter().enumerate().filter(|(_, l)| is_item(l)) {
        let sums = book.equations[statement].iter().any(|e| e.total == line);
        let common = own.stems.iter().filter(|s| list.contains(s)).count();
        if sums || own.stems.is_empty() {
            continue;
        }
        let live = columns.iter().find(|c| own.value(**c).is_some_and(|v| !v.is_zero()));
        let (is_named, in_full) = (common * 2 >= own.stems.len(), common == own.stems.len() && common > 1);
        let (outcome, says) = match (live, is_named) {
            (Some(_), true) => (Outcome::Exact, "is among the items that the sentence excludes"),
            (Some(_), false) => (Outcome::Broken, "is not among the items that the sentence excludes"),
            (None, _) if in_full => {
                (Outcome::Broken, "is nothing here, but is among the items that the sentence excludes")
            }
            (None, _) => continue,
        };
        named += usize::from(is_named && live.is_some());
        let caption = words::caption(&own.caption);
        let Some(column) = live.or(columns.iter().find(|c| book.cell(At { statement, line, column: **c }).is_some()))
        else {
            continue;
        };
        let at = At { statement, line, column: *column };
        let mut check = tie::unchecked([&caption, " is said to be excluded"].concat(), Ref::Cell(at), "")
            .saying([&caption, " ", says, "."].concat());
        (check.outcome, check.reason) = (outcome, None);
        if outcome == Outcome::Broken {
            check.terms = vec![(Ref::Claim(claim), Decimal::ONE)];
        }
        if outcome == Outcome::Exact {
            // Being named says nothing of the amount.
            check.reported = None;
        }
        checks.push(if live.is_some() { check } else { check.at_most(Severity::Info) });
    }
    let is_it = named > 1 && named * 2 > checks.len();
    if is_it {
        found.append(&mut checks);
    }
    is_it
}

/// A line between the two measures that goes with saying.
fn is_item(line: &Line) -> bool {
    line.unit == Unit::Money
        && !line.is_heading()
        && line.concept != Some("NetIncomeLoss")
        && !has_any(&line.plain, "tax|net income|net loss|net earnings|gaap|pro forma|adjusted")
}
