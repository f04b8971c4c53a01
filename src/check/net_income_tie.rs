//! # `net_income_tie`
//!
//! Net income of one period is the same number wherever it is printed: income statement, cash flow statement,
//! reconciliation.
//!
//! **Tolerance** none where both are printed equally fine.
//!
//! **Not checked** when no other statement of the file has a column of the same period.

use rust_decimal::Decimal;

use super::{At, Book, Check, tie, words};
use crate::{
    gather::PushAll,
    statement::Statement,
    vocabulary::{Basis, StatementKind},
};

pub const NAME: &str = "net_income_tie";

/// Net income, of the company's own owners or of all.
pub const NET_INCOME: [&str; 2] = ["NetIncomeLoss", "ProfitLoss"];

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    let income = |s: &Statement| s.kind == StatementKind::IncomeStatement && s.basis == Basis::Gaap;
    let flow = |s: &Statement| s.kind == StatementKind::CashFlow && s.basis == Basis::Gaap;
    let mut checks = Vec::new();
    for there in book.cells_where(book.all(), &flow, &NET_INCOME) {
        if book.statement(there).line_of(&NET_INCOME) != Some(there.line) {
            continue;
        }
        let facts = book.cells_where(book.filing_around(there.statement), &income, &NET_INCOME);
        let Some(fact) = facts.iter().find(|f| same_period(book, **f, there) && book.one_company(**f, there)) else {
            continue;
        };
        let title = format!("Net income is the same in {}", words::statement(book.statement(there)));
        checks.push_all(tie::same(book, title, there, *fact, Decimal::ONE));
    }
    found.append(&mut tie::by_columns(checks));
}

/// Two cells are of one period when both are known and equal.
pub fn same_period(book: &Book<'_>, a: At, b: At) -> bool {
    book.period(a).is_some_and(|p| Some(p) == book.period(b))
}
