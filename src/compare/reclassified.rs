//! # reclassified
//!
//! A line that changed between two filings while its subtotal did not: what it lost, or gained, stands on other lines.
//!
//! **Why** It tells a new way to present the same figures from a restatement.
//!
//! **Formula** change of the line = sum of lines that only one of the filings prints, and of opposite changes of other lines, above
//! the same unchanged subtotal.
//!
//! **Not checked** beyond ten lines that may have taken part.
//!
//! **Example** "Other accrued liabilities" 111,773 in one filing; 73,454 in the next, which prints 25,122 and 13,197 on lines of
//! their own; total current liabilities 242,024 in both.

use rust_decimal::Decimal;

use super::{Check, RULES, cell, check, elsewhere, pairing::Pair};
use crate::report::{Cell, Column, Line, Outcome, Role, Term, Unit};

pub const NAME: &str = "reclassified";

/// More lines than these are not tried.
const MOST: usize = 10;

/// A line that may have taken part: what it adds to this filing's list of lines and not to the other's.
struct Part<'r> {
    caption: &'r str,
    /// Its cell here or there.
    here: Option<&'r Cell>,
    there: Option<&'r Cell>,
    adds: Decimal,
}

/// The lines of one period whose change other lines explain, with the check that says so.
pub fn find(pair: &Pair<'_>, (own, theirs): (&Column, &Column)) -> Vec<(usize, Check)> {
    let mut found = Vec::new();
    for (first, end, section) in sections(pair, (own, theirs)) {
        let parts = parts(pair, (own, theirs), first, end);
        if parts.len() > MOST {
            continue;
        }
        for (line, other) in section {
            let line_of = &pair.own.lines[line];
            let (Some(here), Some(there)) = (cell(line_of, own), cell(&pair.theirs.lines[other], theirs)) else {
                continue;
            };
            let change = here.value.zip(there.value).and_then(|(a, b)| a.checked_sub(b)).unwrap_or_default();
            if change.is_zero() {
                continue;
            }
            let others: Vec<&Part<'_>> = parts.iter().filter(|p| p.here.map(|c| &c.id) != Some(&here.id)).collect();
            let Some(chosen) = subset(&others, -change) else { continue };
            found.push((line, made(pair, (line_of, here, there), &chosen)));
        }
    }
    found
}

fn made(pair: &Pair<'_>, (line, here, there): (&Line, &Cell, &Cell), chosen: &[&Part<'_>]) -> Check {
    let mut detail = [&line.caption, ": ", &here.text, " here, ", &there.text, " in ", &pair.other.file].concat();
    detail.push_str("; the difference stands on ");
    let mut terms = vec![elsewhere(pair, there, Decimal::ONE)];
    for (at, part) in chosen.iter().enumerate() {
        detail.push_str(if at == 0 { "" } else { " and " });
        detail.push_str(part.caption);
        terms.extend(part.here.map(|c| Term { cell: c.id.clone(), weight: Decimal::NEGATIVE_ONE }));
        terms.extend(part.there.map(|c| elsewhere(pair, c, Decimal::ONE)));
    }
    detail.push_str(", and the subtotal is the same.");
    let mut made = check(pair, &RULES[1], (pair.own, here), "Moved between lines since the other filing", detail);
    made.outcome = Outcome::Broken;
    made.computed = here.value.map(|v| v.normalize());
    made.difference = Some(Decimal::ZERO);
    made.terms = terms;
    made
}

/// The lines of both filings between two unchanged subtotals: where they begin and end, and the pairs among them.
type Section = ((usize, usize), (usize, usize), Vec<(usize, usize)>);

fn sections(pair: &Pair<'_>, (own, theirs): (&Column, &Column)) -> Vec<Section> {
    let mut found = Vec::new();
    let mut from = (0, 0);
    let mut within = Vec::new();
    for (line, other) in &pair.lines {
        let (mine, yours) = (&pair.own.lines[*line], &pair.theirs.lines[*other]);
        let is_sum = |l: &Line| matches!(l.role, Role::Subtotal | Role::Total);
        if !is_sum(mine) && !is_sum(yours) {
            within.push((*line, *other));
            continue;
        }
        let value = |l: &Line, column: &Column| cell(l, column).and_then(|c| c.value);
        if value(mine, own).is_some() && value(mine, own) == value(yours, theirs) {
            found.push((from, (*line, *other), std::mem::take(&mut within)));
        }
        within.clear();
        from = (line + 1, other + 1);
    }
    found
}

fn parts<'r>(
    pair: &Pair<'r>,
    (own, theirs): (&Column, &Column),
    first: (usize, usize),
    end: (usize, usize),
) -> Vec<Part<'r>> {
    let money = |l: &&Line| l.unit == Unit::Money && !l.aside;
    let mut found = Vec::new();
    for (at, line) in pair.own.lines.iter().enumerate().take(end.0).skip(first.0).filter(|(_, l)| money(l)) {
        let Some(here) = cell(line, own) else { continue };
        let there =
            pair.lines.iter().find(|(l, _)| *l == at).map(|(_, other)| cell(&pair.theirs.lines[*other], theirs));
        let adds = match there {
            None => here.value,
            Some(there) => here.value.zip(there.and_then(|c| c.value)).and_then(|(a, b)| a.checked_sub(b)),
        };
        let Some(adds) = adds.filter(|a| !a.is_zero()) else { continue };
        found.push(Part { caption: &line.caption, here: Some(here), there: there.flatten(), adds });
    }
    for (at, line) in pair.theirs.lines.iter().enumerate().take(end.1).skip(first.1).filter(|(_, l)| money(l)) {
        if pair.lines.iter().any(|(_, other)| *other == at) {
            continue;
        }
        let Some((cell, value)) = cell(line, theirs).and_then(|c| Some((c, c.value?))) else { continue };
        found.push(Part { caption: &line.caption, here: None, there: Some(cell), adds: -value });
    }
    found
}

/// The fewest parts that come to an amount.
fn subset<'p, 'r>(parts: &[&'p Part<'r>], amount: Decimal) -> Option<Vec<&'p Part<'r>>> {
    let choices = 1_u32..1 << parts.len();
    let taken = |bits: u32| parts.iter().enumerate().filter(move |(i, _)| bits >> i & 1 == 1).map(|(_, p)| *p);
    let comes = |bits: &u32| {
        let sum = taken(*bits).try_fold(Decimal::ZERO, |sum, p| sum.checked_add(p.adds));
        sum == Some(amount)
    };
    choices.filter(comes).min_by_key(|bits| bits.count_ones()).map(|bits| taken(bits).collect())
}
