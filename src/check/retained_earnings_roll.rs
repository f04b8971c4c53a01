//! # `retained_earnings_roll`
//!
//! Retained earnings change by net income less dividends between two balance sheets.
//!
//! **Formula** `later - earlier = net income - dividends`.
//!
//! **Not checked** where the two differ and the file shows no dividends: repurchases, dividends declared and changes of
//! accounting also move retained earnings, and this file does not say.

use rust_decimal::Decimal;

use super::{At, Book, Check, tie, words};
use crate::{
    gather::PushAll,
    phrase::has,
    statement::{Period, Statement},
    vocabulary::{Basis, Outcome, StatementKind},
};

pub const NAME: &str = "retained_earnings_roll";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    let sheet = |s: &Statement| s.kind == StatementKind::BalanceSheet;
    let operations = |s: &Statement| s.kind == StatementKind::IncomeStatement && s.basis == Basis::Gaap;
    for later in book.cells_where(book.all(), &sheet, &["RetainedEarningsAccumulatedDeficit"]) {
        let incomes = book.cells_where(book.filing_around(later.statement), &operations, &["NetIncomeLoss"]);
        for earlier in (0..book.statement(later).columns.len()).map(|column| At { column, ..later }) {
            let (Some(last), Some(first)) = (book.period(later), book.period(earlier)) else { continue };
            let spans = |at: &&At| matches!(book.period(**at), Some(Period::Duration { start, end, .. }) if end == last.end() && start.previous_day() == Some(first.end()));
            let Some(income) = incomes.iter().filter(|at| book.one_company(**at, later)).find(spans) else { continue };
            found.push_all(roll(book, later, earlier, *income));
        }
    }
}

fn roll(book: &Book<'_>, later: At, earlier: At, income: At) -> Option<Check> {
    let title = "Retained earnings roll forward by net income";
    let mut terms = vec![(earlier, Decimal::ONE), (income, Decimal::ONE)];
    let plain = tie::sum(book, title.into(), later, &terms)?;
    if plain.outcome == Outcome::Exact {
        return Some(plain);
    }
    if let Some(dividends) = dividends(book, income) {
        terms.push(dividends);
        let with = tie::sum(book, title.into(), later, &terms)?;
        if with.outcome != Outcome::Broken {
            return Some(with);
        }
    }
    let gap = words::printed(plain.difference?.abs(), book.statement(later).scale);
    let mut plain = plain;
    let why = "; dividends or other movements are not shown for this period";
    tie::doubt(&mut plain, &["the change differs from net income by ", &gap, why].concat());
    Some(plain)
}

/// Dividends paid in the cash flow column of the same period; printed as an outflow they add.
fn dividends(book: &Book<'_>, income: At) -> Option<(At, Decimal)> {
    book.statements.iter().enumerate().filter(|(_, s)| s.kind == StatementKind::CashFlow).find_map(|(i, s)| {
        let line = s.lines.iter().position(|l| !l.is_heading() && has(&l.caption.to_ascii_lowercase(), "dividends"))?;
        let at = (0..s.columns.len())
            .map(|column| At { statement: i, line, column })
            .find(|at| book.period(*at) == book.period(income))?;
        let value = book.value(at)?;
        Some((at, if value.is_sign_negative() { Decimal::ONE } else { Decimal::NEGATIVE_ONE }))
    })
}
