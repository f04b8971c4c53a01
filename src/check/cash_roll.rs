//! # `cash_roll`
//!
//! Cash at the beginning of the period and the change in cash come to cash at its end.
//!
//! **Formula** `beginning + change = end`.
//!
//! **Tolerance** `(n+1)·u/2`.

use rust_decimal::Decimal;

use super::{At, Book, Check, tie};
use crate::{
    statement::{CASH_BEGINNING, CASH_ENDING},
    vocabulary::StatementKind,
};

pub const NAME: &str = "cash_roll";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| s.kind == StatementKind::CashFlow) {
        let line = |concept: &str| statement.line_of(&[concept]);
        let (Some(begin), Some(change), Some(end)) =
            (line(CASH_BEGINNING), line("CashAndCashEquivalentsPeriodIncreaseDecrease"), line(CASH_ENDING))
        else {
            continue;
        };
        for column in 0..statement.columns.len() {
            let at = |line| At { statement: i, line, column };
            let terms = [(at(begin), Decimal::ONE), (at(change), Decimal::ONE)];
            found.extend(tie::sum(book, "Cash rolls from beginning to end".into(), at(end), &terms));
        }
    }
}
