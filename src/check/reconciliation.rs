//! # reconciliation
//!
//! A reconciliation runs from one measure of income through its adjustments to the other.
//!
//! **Formula** `first measure + adjustments = last measure`, in whichever direction the filing runs.
//!
//! **Tolerance** `(n+1)·u/2`.

use crate::gather::{Gather, PushAll};
use rust_decimal::Decimal;

use super::{At, Book, Check, tie, words};
use crate::vocabulary::StatementKind;

pub const NAME: &str = "reconciliation";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| s.kind == StatementKind::Reconciliation) {
        for equation in &book.equations[i] {
            let income = |line: usize| statement.lines[line].concept == Some("NetIncomeLoss");
            let Some((first, _)) = equation.terms.first().filter(|(line, _)| income(*line) && income(equation.total))
            else {
                continue;
            };
            for column in 0..statement.columns.len() {
                let at = |line| At { statement: i, line, column };
                let terms: Vec<_> = equation
                    .terms
                    .iter()
                    .map(|(l, s)| (at(*l), Decimal::from(*s)))
                    .filter(|(at, _)| book.value(*at).is_some())
                    .gather();
                let title = format!(
                    "{} reconciles to {}",
                    words::caption(&statement.lines[*first].caption),
                    words::caption(&statement.lines[equation.total].caption)
                );
                found.push_all(tie::sum(book, title, at(equation.total), &terms));
            }
        }
    }
}
