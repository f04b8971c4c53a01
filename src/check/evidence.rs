//! What speaks for one amount and against another where the arithmetic leaves it open: the same amount printed elsewhere in the
//! filing, looser checks, and the other columns of the line.
//!
//! None of it accuses; it only orders the suspects of a check that is broken anyway.

use rust_decimal::Decimal;

use super::{At, Book, Check, suspect::Use};
use crate::{
    exact,
    gather::Gather,
    order,
    vocabulary::{Outcome, Severity},
};

/// Amounts of fewer digits are printed twice by chance.
const TELLING: u64 = 1000;

/// How much each kind of evidence moves a suspect's score, which lies between 0 and 1.
const ELSEWHERE: f64 = 0.12;
const LOOSE: f64 = 0.08;
const NEAR: f64 = 0.06;

/// The amounts of the filing, for finding one again.
pub struct Evidence {
    keys: Vec<u64>,
}

impl Evidence {
    pub fn new(book: &Book<'_>) -> Self {
        let cells = book.statements.iter().flat_map(|s| &s.lines).flat_map(|l| l.cells.iter().flatten());
        let values = cells.filter_map(|c| c.value).chain(book.claims.iter().map(|c| c.value));
        Self { keys: order::by_key(values.filter_map(key).gather(), |k| *k) }
    }

    /// How often an amount is printed, whatever its sign.
    fn times(&self, amount: Decimal) -> usize {
        let Some(key) = key(amount) else { return 0 };
        self.keys.partition_point(|k| *k <= key) - self.keys.partition_point(|k| *k < key)
    }

    /// For a positive number, reasons to believe that the figure should read `value + change`; for a negative one, that it is
    /// right. `uses` are the checks that it takes part in.
    pub fn weigh(&self, book: &Book<'_>, checks: &[Check], uses: &[Use], at: At, change: Decimal) -> f64 {
        let Some(value) = book.value(at) else { return 0.0 };
        let Some(suggested) = exact::add(value, change) else { return 0.0 };
        // The figure itself is one place where its amount is printed.
        let elsewhere = match (self.times(suggested) > 0, self.times(value) > 1) {
            (true, false) => ELSEWHERE,
            (false, true) => -ELSEWHERE,
            _ => 0.0,
        };
        elsewhere + loose(checks, uses, change) + near(book, at, value, suggested)
    }
}

/// An amount's digits without the zeros at their end, so that one printed more coarsely is no other.
fn key(amount: Decimal) -> Option<u64> {
    let mut digits = u64::try_from(amount.normalize().mantissa().unsigned_abs()).ok()?;
    while digits > 0 && digits % 10 == 0 {
        digits /= 10;
    }
    (digits >= TELLING).then_some(digits)
}

/// Checks that accuse nobody: those that the change would make tie, less those that it would spoil.
fn loose(checks: &[Check], uses: &[Use], change: Decimal) -> f64 {
    let mut found = 0.0;
    for one in uses {
        let check = &checks[one.check];
        let after = || exact::add(check.difference?, exact::mul(one.slope, change)?);
        match (check.linear, check.outcome) {
            (true, Outcome::Exact) if check.severity == Severity::Info => found -= LOOSE,
            (true, Outcome::Broken) if check.severity < Severity::Info => {}
            (true, Outcome::Broken | Outcome::Unchecked) => {
                found += if after().is_some_and(|d| d.is_zero()) { LOOSE } else { 0.0 };
            }
            (false, Outcome::Broken) => found += LOOSE,
            (false, Outcome::Exact) => found -= LOOSE / 2.0,
            _ => {}
        }
    }
    found
}

/// A change that matters, towards the other columns of the line or away from them.
fn near(book: &Book<'_>, at: At, value: Decimal, suggested: Decimal) -> f64 {
    let others = book.line(at).cells.iter().enumerate().filter(|(c, _)| *c != at.column);
    let others: Vec<Decimal> = others.filter_map(|(_, c)| c.as_ref()?.value).filter(|v| !v.is_zero()).gather();
    let off = |v: Decimal| others.iter().filter_map(|o| Some(exact::sub(v, *o)?.abs())).min();
    let (Some(printed), Some(repaired), Some(most)) =
        (off(value), off(suggested), others.iter().map(Decimal::abs).max())
    else {
        return 0.0;
    };
    let apart = exact::sub(value, suggested).map_or(Decimal::ZERO, |d| d.abs());
    let times = |n: i64| exact::mul(apart, Decimal::from(n)).is_some_and(|a| a >= most);
    let matters = if times(2) { 2.0 } else { f64::from(u8::from(times(10))) };
    if repaired < printed { NEAR * matters } else { -NEAR * matters }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a check says of a figure that should be greater by five: 1 for it, -1 against it, 0.5 half as much.
    fn says(outcome: Outcome, severity: Severity, difference: Option<i64>) -> f64 {
        let mut check = Check::new(String::new(), None).at_most(severity);
        (check.outcome, check.linear) = (outcome, difference.is_some());
        check.difference = difference.map(Decimal::from);
        loose(&[check], &[Use { key: 0, check: 0, slope: Decimal::ONE }], Decimal::from(5)) / LOOSE
    }

    #[test]
    fn checks_that_accuse_nobody_are_heard() {
        use {Outcome::*, Severity::*};
        let near = |found: f64, expected: f64| (found - expected).abs() < 1e-9;
        // A sum that ties for information is spoiled; one that may be of others, or could not be made, comes to tie, or does not.
        assert!(near(says(Exact, Info, Some(0)), -1.0));
        assert!(near(says(Broken, Info, Some(-5)), 1.0) && near(says(Broken, Info, Some(-4)), 0.0));
        assert!(near(says(Unchecked, Error, Some(-5)), 1.0) && near(says(Unchecked, Error, Some(5)), 0.0));
        // Those that accuse have been heard already.
        assert!(near(says(Exact, Warning, Some(0)), 0.0) && near(says(Broken, Warning, Some(-5)), 0.0));
        // What is no sum cannot be tried again.
        assert!(near(says(Broken, Error, None), 1.0) && near(says(Exact, Error, None), -0.5));
        assert!(near(says(Unchecked, Error, None), 0.0) && near(says(Rounding, Info, Some(-5)), 0.0));
    }
}
