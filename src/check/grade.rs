//! Grades differences that rounding may explain, and notices when a document leaves no room for them.
//!
//! With `n` terms the sound bound is `(n+1)·u/2`; within `3·u·√((n+1)/12)` a difference is likely rounding, beyond that
//! only possibly. Where every other sum of the document is exact, its filer made the figures foot, and a difference
//! that rounding could explain is a warning all the same.

use rust_decimal::Decimal;

use super::{Check, Ref};
use crate::{
    exact,
    vocabulary::{Outcome, Severity},
};

/// Fewer exact sums than this do not show that a document was made to foot.
const SHOWS: usize = 8;

pub fn settle(checks: &mut [Check]) {
    // A table rounded to millions beside statements in thousands is judged by its own kind.
    let sums: Vec<(Decimal, Outcome)> =
        checks.iter().filter(|c| is_sum(c) && c.terms.len() > 1).map(|c| (unit(c), c.outcome)).collect();
    for check in checks.iter_mut().filter(|c| c.outcome == Outcome::Rounding && is_sum(c)) {
        let like = |outcome: Outcome| sums.iter().filter(|(u, o)| *u == unit(check) && *o == outcome).count();
        let (exact, rounding) = (like(Outcome::Exact), like(Outcome::Rounding));
        // One figure that is wrong by a unit spoils a few sums; rounding spoils many.
        let made_to_foot = exact >= SHOWS && rounding * 12 <= exact;
        let likely = is_likely(check);
        let grade = if likely { "likely rounding" } else { "possibly rounding" };
        if made_to_foot {
            check.severity = check.severity.max(Severity::Warning);
            check.reason = Some(format!("Within rounding, but all {exact} other sums printed as finely are exact"));
        } else {
            check.severity = Severity::Info;
            check.reason = Some(format!("Difference is {grade}"));
        }
    }
    for check in checks.iter_mut().filter(|c| c.outcome == Outcome::Rounding && !is_sum(c)) {
        check.severity = Severity::Info;
    }
}

/// A sum of cells; a sentence's rounder figure is another matter.
fn is_sum(check: &Check) -> bool {
    check.linear && !matches!(check.reported, Some(Ref::Claim(_)))
}

/// The weight of the last digit: the tolerance is `(n+1)·u/2`.
fn unit(check: &Check) -> Decimal {
    let n = Decimal::from(check.terms.len() + 1);
    check.tolerance.and_then(|t| exact::div(exact::add(t, t)?, n)).unwrap_or_default().normalize()
}

/// `|difference| <= 3·u·√((n+1)/12)`, compared as squares.
fn is_likely(check: &Check) -> bool {
    let squares = || {
        let (n, u) = (Decimal::from(check.terms.len() + 1), unit(check));
        let nine_times = exact::mul(exact::mul(exact::mul(u, u)?, n)?, Decimal::from(9))?;
        Some((exact::mul(check.difference?, check.difference?)?, exact::div(nine_times, Decimal::from(12))?))
    };
    squares().is_none_or(|(left, right)| left <= right)
}
