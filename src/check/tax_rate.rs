//! # `tax_rate`
//!
//! Many filers tax non-GAAP income at one constant rate; where one rate fits all columns, it is told.
//!
//! **Formula** one `r` with `tax = r · income before tax` in every column, within the rounding of the tax.
//!
//! **Severity** information; nothing is said where no rate fits.

use rust_decimal::Decimal;

use super::{At, Book, Check, Interval, Ref, tie, words};
use crate::{
    exact,
    gather::Gather,
    vocabulary::{Basis, Outcome, StatementKind},
};

pub const NAME: &str = "tax_rate";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book
        .statements
        .iter()
        .enumerate()
        .filter(|(_, s)| s.kind == StatementKind::IncomeStatement && s.basis == Basis::NonGaap)
    {
        let (Some(tax), Some(before)) = (
            statement.line_of(&["IncomeTaxExpenseBenefit"]),
            statement.line_of(&["IncomeLossFromContinuingOperationsBeforeIncomeTaxes"]),
        ) else {
            continue;
        };
        let at = |line, column| At { statement: i, line, column };
        let rates: Vec<(usize, Interval)> = (0..statement.columns.len())
            .filter_map(|c| Some((c, book.interval(at(tax, c))?.quotient(book.interval(at(before, c))?)?)))
            .gather();
        let low = rates.iter().map(|(_, r)| r.low).max();
        let high = rates.iter().map(|(_, r)| r.high).min();
        let (Some(low), Some(high)) = (low, high) else { continue };
        if rates.len() < 2 || low > high {
            continue;
        }
        let middle = exact::add(low, high).map(exact::half);
        let Some(rate) = middle.and_then(|m| exact::mul(m, Decimal::ONE_HUNDRED)).map(|r| r.round_dp(1)) else {
            continue;
        };
        for (column, _) in rates {
            let mut check = tie::unchecked("One tax rate fits every column".into(), Ref::Cell(at(tax, column)), "")
                .saying(format!("{} of income before tax in every column.", format_args!("{}%", words::figure(rate))));
            check.outcome = Outcome::Exact;
            check.reason = None;
            check.terms =
                exact::div(rate, Decimal::ONE_HUNDRED).map(|r| (Ref::Cell(at(before, column)), r)).into_iter().gather();
            found.push(check);
        }
    }
}
