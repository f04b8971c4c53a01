//! # `working_capital`
//!
//! The cash flow statement's change in a balance is the change of that balance between two balance sheets.
//!
//! **Formula** `change = earlier - later` for an asset, `later - earlier` for a liability.
//!
//! **Severity** information only: acquisitions, reclassifications and non-cash movements make the two differ in sound filings.

use rust_decimal::Decimal;

use super::{At, Book, Check, Ref, tie, words};
use crate::{
    order,
    phrase::has,
    statement::{Period, Statement, likeness},
    vocabulary::{Outcome, Severity, StatementKind},
};

pub const NAME: &str = "working_capital";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    let of = |kind: StatementKind| book.statements.iter().enumerate().filter(move |(_, s)| s.kind == kind);
    for (f, flow) in of(StatementKind::CashFlow) {
        for b in book.near(f, &|s| s.kind == StatementKind::BalanceSheet) {
            let sheet = &book.statements[b];
            for column in 0..flow.columns.len() {
                let Some((first, last)) = ends(flow, column, sheet) else { continue };
                for line in (0..flow.lines.len()).filter(|l| is_change(flow, *l)) {
                    let here = At { statement: f, line, column };
                    let like = |l: usize| likeness(&flow.lines[line], &sheet.lines[l]);
                    // Numbers that are not negative stand in the order of their bits.
                    let likest = order::greatest(sheet.lines.len(), &|l| like(l).to_bits());
                    let Some(balance) = likest.filter(|l| like(*l) > 0.7) else { continue };
                    let title = format!(
                        "{}: the change agrees with the balance sheet",
                        words::caption(&book.line(here).caption)
                    );
                    if has(&sheet.lines[balance].plain, "other") && has_unmatched(flow, sheet, balance) {
                        let reason = "the balance sheet has lines of this section that the cash flow statement does not show apart";
                        found.push(tie::unchecked(title, Ref::Cell(here), reason).at_most(Severity::Info));
                        continue;
                    }
                    let is_asset = sheet.line_of(&["Assets"]).is_some_and(|assets| balance < assets);
                    let sign = if is_asset { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
                    let at = |column| At { statement: b, line: balance, column };
                    let Some(check) = tie::sum(book, title, here, &[(at(last), sign), (at(first), -sign)]) else {
                        continue;
                    };
                    let check = check.at_most(Severity::Info);
                    found.push(if check.outcome == Outcome::Exact {
                        check
                    } else {
                        check.because("Non-cash movements may explain the difference")
                    });
                }
            }
        }
    }
}

/// The balance sheet columns at the beginning and end of a cash flow column.
pub fn ends(flow: &Statement, column: usize, sheet: &Statement) -> Option<(usize, usize)> {
    let Period::Duration { start, end, .. } = flow.columns[column].period? else { return None };
    let on = |day: time::Date| {
        sheet.columns.iter().position(|c| c.period.is_some_and(|p| (p.end() - day).whole_days().abs() <= 3))
    };
    Some((on(start.previous_day()?)?, on(end)?))
}

/// A neighbour of this balance has no change of its own in the cash flow statement: an "other" line may hold it.
fn has_unmatched(flow: &Statement, sheet: &Statement, balance: usize) -> bool {
    const APART: [&str; 3] =
        ["CashAndCashEquivalentsAtCarryingValue", "ShortTermInvestments", "MarketableSecuritiesCurrent"];
    let path = &sheet.lines[balance].path;
    let neighbours = sheet.lines.iter().filter(|l| {
        &l.path == path
            && !l.is_heading()
            && !l.plain.starts_with("total")
            && !l.concept.is_some_and(|c| APART.contains(&c))
    });
    let changes = || (0..flow.lines.len()).filter(|l| is_change(flow, *l)).map(|l| &flow.lines[l]);
    neighbours.into_iter().any(|n| !changes().any(|c| likeness(c, n) > 0.7))
}

fn is_change(flow: &Statement, line: usize) -> bool {
    !flow.lines[line].is_heading() && flow.lines[line].path.iter().any(|p| has(&p.to_ascii_lowercase(), "changes in"))
}
