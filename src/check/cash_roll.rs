//! # `cash_roll`
//!
//! Cash at the beginning of the period and the change in cash come to cash at its end.
//!
//! **Formula** `beginning + change = end`.
//!
//! **Tolerance** `(n+1)·u/2`.
//!
//! **Not checked** where a line that is none of these ("cash of a subsidiary sold") has just the amount that is missing.

use super::{Book, Check, tie};
use crate::{
    gather::Gather,
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
        // Some filers print the effect of exchange rates below the change.
        let below = line("EffectOfExchangeRateOnCashAndCashEquivalents").filter(|rates| *rates > change);
        let variants = [vec![begin, change], [begin, change].into_iter().chain(below).gather()];
        found.append(&mut tie::best_sum(book, "Cash rolls from beginning to end", (i, end), &variants));
    }
}
