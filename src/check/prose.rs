//! # headline, prose
//!
//! An amount in a headline or a sentence is the table's amount of that line, basis and period.
//!
//! **Tolerance** the table's exact amount must lie in what the sentence's rounder figure may stand for: "$207.0 million" stands
//! for 206.95 to 207.05 million. Half-way cases tie either way, as filers round either way.
//!
//! **Per share** the diluted figure unless the sentence says basic; a figure that only the basic one fits ties too.
//!
//! **A change** ("a decrease of $1.6 billion") is the difference of the line since a year before: it ties, or is not checked.
//!
//! **Not checked** where the sentence does not say plainly which line or period it means (one that can be supposed may still tie), where no table has that period, or where
//! no slip of the pen makes the one figure the other. A slip in a figure of three digits is a warning: it may be chance.

use std::ops::Range;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{At, Book, Check, Interval, Ref, suspect, tie, words};
use crate::{
    claim::{Claim, Subject},
    exact,
    gather::Gather,
    statement::{Period, Statement},
    vocabulary::{Basis, ClaimKind, Outcome, Severity, StatementKind},
};

pub const HEADLINE: &str = "headline";
pub const PROSE: &str = "prose";

/// Amounts of fewer digits agree by chance with a line that is only supposed to be meant.
const SURE: u128 = 100;

pub fn headlines(book: &Book<'_>, found: &mut Vec<Check>) {
    claims(book, true, found);
}

pub fn sentences(book: &Book<'_>, found: &mut Vec<Check>) {
    claims(book, false, found);
}

fn claims(book: &Book<'_>, headline: bool, found: &mut Vec<Check>) {
    for (i, claim) in book.claims.iter().enumerate() {
        if claim.headline == headline && claim.kind != ClaimKind::Percent {
            found.push(check(book, i, claim));
        }
    }
}

fn check(book: &Book<'_>, i: usize, claim: &Claim) -> Check {
    let title = format!("{} in the text agrees with the table", claim.text);
    let cells = cells(book, claim);
    if claim.change {
        return change(book, i, claim, &cells);
    }
    let checks: Vec<Check> = cells.iter().filter_map(|at| against(book, i, claim, *at)).gather();
    if let Some(reason) = claim.open {
        let agrees = |c: &Check| c.outcome == Outcome::Exact && claim.printed.mantissa().unsigned_abs() >= SURE;
        return tie::best(checks).filter(agrees).unwrap_or_else(|| tie::unchecked(title, Ref::Claim(i), reason));
    }
    let Some(check) = tie::best(checks) else {
        return tie::unchecked(title, Ref::Claim(i), missing(claim));
    };
    if check.outcome == Outcome::Broken && is_of_another_period(book, claim) {
        let reason = "it agrees with another period's or basis's figure of that line, which the sentence may mean";
        return tie::unchecked(title, Ref::Claim(i), reason);
    }
    if check.outcome != Outcome::Broken {
        return check;
    }
    if is_of_another_scale(book, claim, &cells) {
        let reason = "the table states no scale; in thousands or millions its figure would agree";
        return tie::unchecked(title, Ref::Claim(i), reason);
    }
    if claim.subject == Some(Subject::CapitalExpenditures) {
        let reason = "what counts as capital expenditures differs: net of proceeds, with leases, with software";
        return tie::unchecked(title, Ref::Claim(i), reason);
    }
    // A figure that no slip of the pen explains speaks of something else; in few digits a slip may be a coincidence.
    let rounded = check.computed.and_then(|c| exact::div(c, claim.printed_unit())).map(|c| {
        let mut c = c.round_dp_with_strategy(claim.printed.scale(), RoundingStrategy::MidpointAwayFromZero);
        c.rescale(claim.printed.scale());
        c
    });
    let slip = rounded.and_then(|r| suspect::slip(claim.printed, r)).is_some_and(|(_, likely)| likely > 0.5);
    if !slip {
        let reason = "no slip turns the table's figure into this one: the sentence may speak of something else";
        return tie::unchecked(title, Ref::Claim(i), reason);
    }
    if claim.printed.mantissa().unsigned_abs() < 1000 { check.at_most(Severity::Warning) } else { check }
}

/// The figure of a table that states no scale is the claim's on another.
fn is_of_another_scale(book: &Book<'_>, claim: &Claim, cells: &[At]) -> bool {
    let said = Interval::around(claim.value, claim.ulp);
    let plain = cells.iter().filter(|at| book.statement(**at).scale == Decimal::ONE).filter_map(|at| book.value(*at));
    plain.gather().iter().any(|v| {
        [1_000, 1_000_000].into_iter().any(|by| exact::mul(*v, Decimal::from(by)).is_some_and(|v| said.holds(v)))
    })
}

/// By how much a line moved since a year before: it ties, or says nothing, as the sentence may compare with anything.
fn change(book: &Book<'_>, i: usize, claim: &Claim, cells: &[At]) -> Check {
    let title = format!("{} in the text is the change since a year before", claim.text);
    let against = |at: &At| {
        let before = a_year_before(book, *at)?;
        let (now, then) = (book.cell(*at)?, book.cell(before)?);
        let moved = exact::sub(now.value?, then.value?)?.abs();
        let ulp = exact::add(now.ulp?, then.ulp?)?;
        let mut check = tie::against(
            title.clone(),
            Ref::Claim(i),
            claim.value.abs(),
            claim.ulp,
            moved,
            Interval::around(moved, ulp),
        );
        check.detail = format!("From {} to {} is what the text says, {}.", then.text, now.text, claim.text);
        check.statement = Some(at.statement);
        check.terms = vec![(Ref::Cell(*at), Decimal::ONE), (Ref::Cell(before), Decimal::NEGATIVE_ONE)];
        Some(check)
    };
    let agrees = |c: &Check| {
        c.outcome == Outcome::Exact && (claim.open.is_none() || claim.printed.mantissa().unsigned_abs() >= SURE)
    };
    let reason = "it says by how much a line moved, and not plainly since when";
    tie::best(cells.iter().filter_map(against).gather())
        .filter(agrees)
        .unwrap_or_else(|| tie::unchecked(title, Ref::Claim(i), reason))
}

/// The cell of the same line a year before.
pub fn a_year_before(book: &Book<'_>, at: At) -> Option<At> {
    let end = book.period(at)?.end();
    let months = |at: At| book.period(at).and_then(Period::months);
    let mut row = (0..book.statement(at).columns.len()).map(|column| At { column, ..at });
    row.find(|other| {
        let days = book.period(*other).map_or(0, |p| (end - p.end()).whole_days());
        (358..=373).contains(&days) && months(*other) == months(at) && book.value(*other).is_some()
    })
}

/// The same line has this figure in another column.
fn is_of_another_period(book: &Book<'_>, claim: &Claim) -> bool {
    let Some(subject) = claim.subject else { return false };
    let said = Interval::around(claim.value.abs(), claim.ulp);
    book.cells_where(around(book, claim), &|_| true, subject.concepts())
        .into_iter()
        .any(|at| book.value(at).is_some_and(|v| said.holds(v.abs())))
}

/// The cells of a claim's subject, basis and period; for a figure per share, diluted first.
pub fn cells(book: &Book<'_>, claim: &Claim) -> Vec<At> {
    let (Some(subject), Some(period)) = (claim.subject, claim.period) else { return Vec::new() };
    let kind = match subject {
        Subject::OperatingCash | Subject::CapitalExpenditures | Subject::Depreciation => StatementKind::CashFlow,
        Subject::TotalAssets => StatementKind::BalanceSheet,
        _ => StatementKind::IncomeStatement,
    };
    // Revenue is the same on either basis; a filing may print it once.
    let any_basis = matches!(subject, Subject::Revenue) || kind != StatementKind::IncomeStatement;
    let of = |basis: Option<Basis>| -> Vec<At> {
        subject
            .concepts()
            .iter()
            .flat_map(|concept| {
                let test = |s: &Statement| s.kind == kind && basis.is_none_or(|b| s.basis == b);
                book.cells_where(around(book, claim), &test, &[concept])
            })
            .filter(|at| meets(book.period(*at), period))
            .gather()
    };
    let own = of(Some(claim.basis));
    if own.is_empty() && any_basis { of(None) } else { own }
}

/// The statements of the filing that the claim is made in.
fn around(book: &Book<'_>, claim: &Claim) -> Range<usize> {
    book.filing_around(book.after(claim.span.start))
}

fn meets(column: Option<Period>, said: Period) -> bool {
    column.is_some_and(|c| c.months() == said.months() && (c.end() - said.end()).whole_days().abs() <= 6)
}

fn against(book: &Book<'_>, i: usize, claim: &Claim, at: At) -> Option<Check> {
    let cell = book.cell(at)?;
    let value = cell.value?;
    // A cell printed more coarsely than the sentence is met by its interval, not its middle.
    let range = Interval::around(value, cell.ulp.unwrap_or_default());
    let title = format!("{} in the text agrees with the table", claim.text);
    let line = words::caption(&book.line(at).caption);
    let place = words::statement(book.statement(at));
    let column = words::column(&book.statement(at).columns[at.column]);
    let mut check = tie::against(title, Ref::Claim(i), claim.value, claim.ulp, value, range);
    let relation = if check.outcome == Outcome::Broken { "does not agree with" } else { "agrees with" };
    check.detail = format!("{} {relation} {line}, {column}, in {place}: {}.", claim.text, cell.text);
    check.statement = Some(at.statement);
    check.column = Some(at.column);
    check.terms = vec![(Ref::Cell(at), Decimal::ONE)];
    check.linear = true;
    Some(check)
}

fn missing(claim: &Claim) -> String {
    let length = match claim.period {
        Some(Period::Duration { end, months, .. }) => format!("{months} months to {}", super::cash_tie::long(end)),
        Some(Period::Instant(day)) => super::cash_tie::long(day),
        None => "that period".to_owned(),
    };
    format!("no table of this file has this line for the {length}")
}
