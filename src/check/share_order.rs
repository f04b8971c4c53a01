//! # `share_order`
//!
//! Diluted shares are at least as many as basic shares; in a loss the two are equal, because more shares would make the loss
//! per share smaller.
//!
//! **Correct and not a finding** A non-GAAP profit over a GAAP loss: each statement follows the sign of its own income.

use rust_decimal::Decimal;

use super::{At, Book, Check, Ref, tie};
use crate::{
    exact,
    vocabulary::{Outcome, StatementKind},
};

pub const NAME: &str = "share_order";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| s.kind == StatementKind::IncomeStatement) {
        let line = |concept: &str| statement.line_of(&[concept]);
        let (Some(basic), Some(diluted), Some(income)) = (
            line("WeightedAverageNumberOfSharesOutstandingBasic"),
            line("WeightedAverageNumberOfDilutedSharesOutstanding"),
            line("NetIncomeLoss"),
        ) else {
            continue;
        };
        for column in 0..statement.columns.len() {
            let at = |line| At { statement: i, line, column };
            // Changes in percent are in no order.
            if !statement.columns[column].adds_down() || book.cell(at(diluted)).is_some_and(|c| c.percent) {
                continue;
            }
            let (Some(few), Some(many), Some(result)) =
                (book.value(at(basic)), book.value(at(diluted)), book.value(at(income)))
            else {
                continue;
            };
            let loss = result.is_sign_negative() && !result.is_zero();
            let holds = if loss { many == few } else { many >= few };
            let texts = [basic, diluted].map(|l| book.cell(at(l)).map(|c| c.text.clone()).unwrap_or_default());
            let relation = if loss { "in a loss the two are equal" } else { "diluted shares are never fewer" };
            let mut check = tie::unchecked("Diluted shares are no fewer than basic".into(), Ref::Cell(at(diluted)), "")
                .saying(format!("{} diluted, {} basic: {relation}.", texts[1], texts[0]));
            check.outcome = if holds { Outcome::Exact } else { Outcome::Broken };
            check.reason = None;
            check.terms = vec![(Ref::Cell(at(basic)), Decimal::ONE)];
            if loss {
                check.difference = exact::sub(many, few);
                check.linear = check.difference.is_some();
            }
            found.push(check);
        }
    }
}
