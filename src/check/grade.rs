//! Grades differences that rounding may explain, and notices when a document leaves no room for them.
//!
//! With `n` terms the sound bound is `(n+1)·u/2`; within `3·u·√((n+1)/12)` a difference is likely rounding, beyond that
//! only possibly. Where every other sum of the document is exact, its filer made the figures foot, and a difference
//! that rounding could explain is a warning all the same.

use rust_decimal::Decimal;

use super::{Book, Check, Ref};
use crate::{
    exact,
    vocabulary::{Outcome, Severity},
};

/// Fewer exact sums than this do not show that a document was made to foot.
const SHOWS: usize = 8;

pub fn settle(book: &Book<'_>, checks: &mut [Check]) {
    let tallies = tallies(book, checks);
    for check in checks.iter_mut().filter(|c| c.outcome == Outcome::Rounding && is_sum(c)) {
        let unit = unit(book, check);
        let (exact, rounding) = tallies.iter().find(|t| t.unit == unit).map_or((0, 0), |t| (t.exact, t.rounding));
        // One figure that is wrong by a unit spoils a few sums; rounding spoils many.
        if exact >= SHOWS && rounding * 8 <= exact {
            check.severity = check.severity.max(Severity::Warning);
            check.reason = Some(format!("Within rounding, but {exact} other sums printed as finely are exact"));
        } else {
            let grade = if is_likely(check, unit) { "likely rounding" } else { "possibly rounding" };
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

/// The sums of a document that are printed to one unit: a table rounded to millions beside statements in thousands is judged
/// by its own kind.
struct Tally {
    unit: Decimal,
    exact: usize,
    rounding: usize,
}

fn tallies(book: &Book<'_>, checks: &[Check]) -> Vec<Tally> {
    let mut found: Vec<Tally> = Vec::new();
    for check in checks.iter().filter(|c| is_sum(c) && c.terms.len() > 1) {
        let unit = unit(book, check);
        let at = found.iter().position(|t| t.unit == unit).unwrap_or_else(|| {
            found.push(Tally { unit, exact: 0, rounding: 0 });
            found.len() - 1
        });
        found[at].exact += usize::from(check.outcome == Outcome::Exact);
        found[at].rounding += usize::from(check.outcome == Outcome::Rounding);
    }
    found
}

/// The weight of the last digit of the reported figure.
fn unit(book: &Book<'_>, check: &Check) -> Decimal {
    match check.reported {
        Some(Ref::Cell(at)) => book.cell(at).and_then(|c| c.ulp).unwrap_or_default(),
        _ => Decimal::ZERO,
    }
}

/// `|difference| <= 3·u·√((n+1)/12)`, compared as squares.
fn is_likely(check: &Check, unit: Decimal) -> bool {
    let squares = || {
        let n = Decimal::from(check.terms.len() + 1);
        let nine_times = exact::mul(exact::mul(exact::mul(unit, unit)?, n)?, Decimal::from(9))?;
        Some((exact::mul(check.difference?, check.difference?)?, exact::div(nine_times, Decimal::from(12))?))
    };
    squares().is_none_or(|(left, right)| left <= right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off_by(difference: i64, terms: usize) -> Check {
        let mut check = Check::new(String::new(), None);
        check.difference = Some(Decimal::from(difference));
        check.terms = vec![(Ref::Claim(0), Decimal::ONE); terms];
        check.linear = true;
        check
    }

    /// Of eleven lines and their total, 3·√(12/12) = 3 units are likely and 4 are not.
    #[test]
    fn what_rounding_likely_does() {
        assert!(is_likely(&off_by(3, 11), Decimal::ONE) && is_likely(&off_by(-3, 11), Decimal::ONE));
        assert!(!is_likely(&off_by(4, 11), Decimal::ONE));
    }

    #[test]
    fn a_sentence_is_no_sum() {
        assert!(is_sum(&off_by(1, 2)));
        assert!(!is_sum(&Check { reported: Some(Ref::Claim(0)), ..off_by(1, 2) }));
    }
}
