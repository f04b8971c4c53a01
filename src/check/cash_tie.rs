//! # `cash_tie`
//!
//! Cash at the end of the cash flow statement is the balance sheet's cash of that day; cash at its beginning is the
//! balance sheet's cash of the day before the period began.
//!
//! **Formula** `ending cash = cash (+ restricted cash, where the caption says so)`.
//!
//! **Tolerance** none where both are printed equally fine.
//!
//! **Not checked** when the file has no balance sheet of that day.

use rust_decimal::Decimal;
use time::Date;

use super::{At, Book, Check, Ref, tie};
use crate::{
    gather::PushAll,
    order,
    phrase::has,
    statement::{CASH_BEGINNING, CASH_ENDING, Period, Statement},
    vocabulary::StatementKind,
};

pub const NAME: &str = "cash_tie";

const CASH: [&str; 1] = ["CashAndCashEquivalentsAtCarryingValue"];

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    if !book.statements.iter().any(|s| s.kind == StatementKind::BalanceSheet) {
        return;
    }
    // One definition of cash holds for both ends.
    let mut checks = Vec::new();
    for (concept, ends) in [(CASH_ENDING, true), (CASH_BEGINNING, false)] {
        for flow in book.cells_where(book.all(), &|s| s.kind == StatementKind::CashFlow, &[concept]) {
            let Some(Period::Duration { start, end, .. }) = book.period(flow) else { continue };
            let Some(day) = (if ends { Some(end) } else { start.previous_day() }) else { continue };
            let title = if ends {
                "Ending cash is the balance sheet's cash"
            } else {
                "Beginning cash is the balance sheet's cash"
            };
            checks.push_all(match cash_on(book, flow, day) {
                Some(cash) => tied(book, title, flow, cash),
                None => Some(tie::unchecked(
                    title.into(),
                    Ref::Cell(flow),
                    format!("this file has no balance sheet for {}", long(day)),
                )),
            });
        }
    }
    found.append(&mut tie::by_columns(checks));
}

fn tied(book: &Book<'_>, title: &str, flow: At, cash: At) -> Option<Check> {
    let check = tie::same(book, title.into(), flow, cash, Decimal::ONE)?;
    let with_restricted = has(&book.line(flow).caption.to_ascii_lowercase(), "restricted");
    if !with_restricted {
        return Some(check);
    }
    let restricted = book
        .statement(cash)
        .lines
        .iter()
        .enumerate()
        .filter(|(i, l)| *i != cash.line && has(&l.caption.to_ascii_lowercase(), "restricted cash"));
    let mut terms = vec![(cash, Decimal::ONE)];
    terms.push_all(
        restricted.map(|(line, _)| (At { line, ..cash }, Decimal::ONE)).filter(|(at, _)| book.value(*at).is_some()),
    );
    if terms.len() == 1 {
        return Some(check);
    }
    tie::sum(book, title.into(), flow, &terms)
}

/// Balance sheet cash on a day; fiscal weeks may end a few days off the day a period before them began.
fn cash_on(book: &Book<'_>, flow: At, day: Date) -> Option<At> {
    let off = |at: At| book.period(at).map_or(u64::MAX, |p| (p.end() - day).whole_days().unsigned_abs());
    let own = book.statement(flow);
    let sheet = |s: &Statement| s.kind == StatementKind::BalanceSheet && s.is_of_one_company(own);
    let cells = book.cells_where(book.filing_around(flow.statement), &sheet, &CASH);
    let nearest = cells[order::least(cells.len(), &|i| off(cells[i]))?];
    (off(nearest) <= 3).then_some(nearest)
}

/// "December 31, 2002".
pub fn long(day: Date) -> String {
    format!("{} {}, {}", day.month(), day.day(), day.year())
}
