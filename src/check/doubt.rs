//! Accusations taken back: where the relation was guessed from the figures, and the figures do not bear it out.

use rust_decimal::Decimal;

use super::{
    At, Book, Check, Ref, cash_roll, cross_footing, footing, net_cash_change, period_sum, reconciliation_tie, suspect,
    tie,
};
use crate::{
    exact,
    gather::Gather,
    phrase::{begins, has_any},
    vocabulary::{Outcome, Rule as PrintedRule, StatementKind},
};

/// Which lines a total adds up, and which line of another statement is the same, was found from the figures. Where little bears
/// that out, and no slip of the pen explains the difference, the finding may be of our making.
pub fn settle(book: &Book<'_>, checks: &mut [Check]) {
    for check in checks.iter_mut().filter(|c| c.outcome == Outcome::Broken) {
        let equity = check.statement.is_some_and(|s| book.statements[s].kind == StatementKind::Equity);
        if matches!(check.rule, net_cash_change::NAME | cash_roll::NAME) && is_left_out(book, check) {
            tie::doubt(check, "a line that is none of these has just the amount that is missing");
            continue;
        }
        let reason = match check.rule {
            footing::NAME if equity => "lines of this statement of equity may not have been told apart",
            footing::NAME if check.holds == 0 => {
                tie::doubt(check, "no other column bears this sum out");
                continue;
            }
            footing::NAME if is_between(book, check) && is_finer(book, check) => {
                tie::doubt(check, "the column is printed as rates are, whose total is no sum");
                continue;
            }
            footing::NAME if check.holds == 1 && !is_plain(book, check) => "one other column alone bears this sum out",
            footing::NAME if is_between(book, check) => {
                "a total that is no more than one of its lines may be an average of them"
            }
            cross_footing::NAME => "the total may hold what no column of the table shows",
            period_sum::NAME if check.linear => "a period may be restated, or not of the same measure",
            reconciliation_tie::NAME => "the two lines may not be of the same basis or period",
            _ => continue,
        };
        if check.suspects.iter().all(|s| matches!(s.why, suspect::OTHER | suspect::TWO_DIGITS)) {
            tie::doubt(check, &[reason, ", and no slip of the pen explains the difference"].concat());
        }
    }
}

/// The total lies among its lines, which are all added and have one sign: a sum would be larger than each, a rate of all is not.
fn is_between(book: &Book<'_>, check: &Check) -> bool {
    let value = |r: &Ref| if let Ref::Cell(at) = r { book.value(*at) } else { None };
    let signed = |(term, weight): &(Ref, Decimal)| exact::mul(value(term)?, *weight).filter(|v| !v.is_zero());
    let lines: Vec<_> = check.terms.iter().filter_map(signed).gather();
    let Some(total) = check.reported.as_ref().and_then(value) else { return false };
    let least = lines.iter().map(Decimal::abs).min().unwrap_or_default();
    let most = lines.iter().map(Decimal::abs).max().unwrap_or_default();
    lines.len() >= 2
        && lines.iter().all(|v| v.is_sign_negative() == total.is_sign_negative())
        && (least..=most).contains(&total.abs())
}

/// The total has other decimals than those of the columns beside it.
fn is_finer(book: &Book<'_>, check: &Check) -> bool {
    let Some(Ref::Cell(at)) = check.reported else { return false };
    let places = |column: usize| book.cell(At { column, ..at }).and_then(|c| c.printed).map(|p| p.scale());
    let beside = || (0..book.line(at).cells.len()).filter(|c| *c != at.column).filter_map(places);
    places(at.column).is_some_and(|own| own > 0 && beside().next().is_some() && beside().all(|other| other != own))
}

/// A primary statement rules and names this total, and every line of three or more that it adds up has a figure here.
fn is_plain(book: &Book<'_>, check: &Check) -> bool {
    let Some(Ref::Cell(at)) = check.reported else { return false };
    let equation = book.equations[at.statement].iter().find(|e| e.total == at.line);
    let line = book.line(at);
    book.statements[at.statement].kind.is_primary()
        && line.rule_above > PrintedRule::None
        && begins(&line.plain, "total")
        && check.terms.len() >= 3
        && equation.is_some_and(|e| e.terms.len() == check.terms.len())
}

/// A line of the same statement that is not among the terms has the missing amount: "Cash of a subsidiary sold".
fn is_left_out(book: &Book<'_>, check: &Check) -> bool {
    let (Some(Ref::Cell(at)), Some(difference)) = (check.reported, check.difference) else { return false };
    let is_term = |line: usize| line == at.line || check.terms.iter().any(|(t, _)| *t == Ref::Cell(At { line, ..at }));
    let lines = 0..book.statements[at.statement].lines.len();
    lines.filter(|line| !is_term(*line)).any(|line| {
        let words = &book.line(At { line, ..at }).plain;
        let activity = has_any(words, "cash|exchange|discontinued|subsidiar|deconsolidat|held for sale");
        activity && book.value(At { line, ..at }).is_some_and(|v| v.abs() == difference.abs())
    })
}
