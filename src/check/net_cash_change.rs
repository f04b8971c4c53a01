//! # `net_cash_change`
//!
//! The change in cash is the sum of operating, investing and financing cash flows, and of the effect of exchange rates
//! where there is one.
//!
//! **Formula** `change = operating + investing + financing (+ exchange rates)`.
//!
//! **Tolerance** `(n+1)·u/2`.
//!
//! **Not checked** where a line that is none of these ("cash of a subsidiary sold") has just the amount that is missing.

use super::{Book, Check, tie};
use crate::gather::Gather;
use crate::vocabulary::StatementKind;

pub const NAME: &str = "net_cash_change";

const FLOWS: [&str; 3] = [
    "NetCashProvidedByUsedInOperatingActivities",
    "NetCashProvidedByUsedInInvestingActivities",
    "NetCashProvidedByUsedInFinancingActivities",
];

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| s.kind == StatementKind::CashFlow) {
        let Some(change) = statement.line_of(&["CashAndCashEquivalentsPeriodIncreaseDecrease"]) else { continue };
        let Some(flows) = FLOWS.iter().map(|c| statement.line_of(&[c])).collect::<Option<Vec<_>>>() else { continue };
        let rates = statement.line_of(&["EffectOfExchangeRateOnCashAndCashEquivalents"]);
        let variants = [flows.iter().copied().chain(rates).gather(), flows];
        found.append(&mut tie::best_sum(
            book,
            "The change in cash is the sum of the three activities",
            (i, change),
            &variants,
        ));
    }
}
