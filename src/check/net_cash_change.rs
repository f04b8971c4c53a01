//! # `net_cash_change`
//!
//! The change in cash is the sum of operating, investing and financing cash flows, and of the effect of exchange rates
//! where there is one.
//!
//! **Formula** `change = operating + investing + financing (+ exchange rates)`.
//!
//! **Tolerance** `(n+1)·u/2`.

use rust_decimal::Decimal;

use super::{At, Book, Check, tie};
use crate::{statement::Statement, vocabulary::StatementKind};

pub const NAME: &str = "net_cash_change";

const FLOWS: [&str; 3] = [
    "NetCashProvidedByUsedInOperatingActivities",
    "NetCashProvidedByUsedInInvestingActivities",
    "NetCashProvidedByUsedInFinancingActivities",
];

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| s.kind == StatementKind::CashFlow) {
        let Some(change) = statement.line_of(&["CashAndCashEquivalentsPeriodIncreaseDecrease"]) else { continue };
        let Some(lines) = flows(statement) else { continue };
        for column in 0..statement.columns.len() {
            let at = |line| At { statement: i, line, column };
            let terms: Vec<_> =
                lines.iter().map(|l| (at(*l), Decimal::ONE)).filter(|(at, _)| book.value(*at).is_some()).collect();
            found.extend(tie::sum(
                book,
                "The change in cash is the sum of the three activities".into(),
                at(change),
                &terms,
            ));
        }
    }
}

fn flows(statement: &Statement) -> Option<Vec<usize>> {
    let mut lines = FLOWS.iter().map(|c| statement.line_of(&[c])).collect::<Option<Vec<_>>>()?;
    lines.extend(statement.line_of(&["EffectOfExchangeRateOnCashAndCashEquivalents"]));
    Some(lines)
}
