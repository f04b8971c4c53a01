//! How rules turn cells into checks: a sum with its tolerance, or one fact printed in two places.

use rust_decimal::Decimal;

use super::{At, Book, Check, Interval, Ref, words};
use crate::{
    exact,
    gather::Gather,
    phrase::closes,
    vocabulary::{Outcome, Severity},
};

impl Check {
    pub(super) fn new(title: String, reported: Option<Ref>) -> Self {
        let (statement, column) = match reported {
            Some(Ref::Cell(at)) => (Some(at.statement), Some(at.column)),
            _ => (None, None),
        };
        Self {
            rule: "",
            outcome: Outcome::Unchecked,
            severity: Severity::Error,
            title,
            detail: String::new(),
            statement,
            column,
            reported,
            computed: None,
            difference: None,
            tolerance: None,
            terms: Vec::new(),
            reason: None,
            linear: false,
            holds: 0,
            suspects: Vec::new(),
            repeats: None,
        }
    }

    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    #[must_use]
    pub fn at_most(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    #[must_use]
    pub fn saying(mut self, detail: String) -> Self {
        self.detail = detail;
        self
    }
}

/// A check that could not be made, and why.
pub fn unchecked(title: String, reported: Ref, reason: impl Into<String>) -> Check {
    let reason = reason.into();
    Check { detail: format!("Not checked: {reason}."), reason: Some(reason), ..Check::new(title, Some(reported)) }
}

/// A check of a figure against an interval that was worked out from others (a quotient, a percentage, a sentence's
/// figure against a table's): it ties when the worked-out number lies in what the printed figure may stand for, and ties
/// within rounding when the two intervals only meet.
pub fn against(
    title: String,
    reported: Ref,
    value: Decimal,
    ulp: Decimal,
    computed: Decimal,
    range: Interval,
) -> Check {
    let said = Interval::around(value, ulp);
    let outcome = if said.holds(computed) {
        Outcome::Exact
    } else if said.meets(range) {
        Outcome::Rounding
    } else {
        Outcome::Broken
    };
    let room = exact::sub(range.high, range.low).and_then(|range| exact::add(exact::half(ulp), exact::half(range)));
    Check {
        outcome,
        computed: Some(computed.normalize()),
        difference: exact::sub(value, computed).map(|d| d.normalize()),
        tolerance: room.map(|r| r.normalize()),
        ..Check::new(title, Some(reported))
    }
}

/// The checks of one relation, a column each. Where it fails in several columns and holds in few, it is the relation that is in
/// doubt, not the figures: nothing is accused then.
pub fn by_columns(mut checks: Vec<Check>) -> Vec<Check> {
    let broken = checks.iter().filter(|c| c.outcome == Outcome::Broken).count();
    let holds = checks.iter().filter(|c| c.outcome <= Outcome::Rounding).count();
    for check in &mut checks {
        check.holds = holds;
    }
    let one_off = broken <= 1 && (holds > 0 || broken == checks.len());
    if one_off || broken * 3 <= holds {
        return checks;
    }
    for check in checks.iter_mut().filter(|c| c.outcome == Outcome::Broken) {
        doubt(
            check,
            &format!(
                "it holds in {holds} of {} columns, so these may not be figures that belong together",
                holds + broken
            ),
        );
    }
    checks
}

/// A line as the sum of others, in every column, by whichever list of lines holds in most columns (the first of equals).
pub fn best_sum(
    book: &Book<'_>,
    title: &str,
    (statement, total): (usize, usize),
    variants: &[Vec<usize>],
) -> Vec<Check> {
    let made = |lines: &Vec<usize>| -> Vec<Check> {
        let columns = 0..book.statements[statement].columns.len();
        let sums = columns.filter_map(|column| {
            let at = |line: usize| At { statement, line, column };
            // A column of changes in percent adds up to nothing.
            if book.cell(at(total)).is_some_and(|c| closes(&c.text, "%")) {
                return None;
            }
            let terms: Vec<_> =
                lines.iter().map(|l| (at(*l), Decimal::ONE)).filter(|(at, _)| book.value(*at).is_some()).gather();
            sum(book, title.to_owned(), at(total), &terms)
        });
        sums.gather()
    };
    let exact = |checks: &Vec<Check>| checks.iter().filter(|c| c.outcome == Outcome::Exact).count();
    let mut best: Vec<Check> = Vec::new();
    for checks in variants.iter().map(made) {
        if best.is_empty() || exact(&checks) > exact(&best) {
            best = checks;
        }
    }
    by_columns(best)
}

/// The best of several checks of one thing; of equal ones the first.
pub fn best(checks: Vec<Check>) -> Option<Check> {
    let mut best: Option<Check> = None;
    for check in checks {
        if best.as_ref().is_none_or(|b| check.outcome < b.outcome) {
            best = Some(check);
        }
    }
    best
}

/// Takes an accusation back, with the reason.
pub fn doubt(check: &mut Check, reason: &str) {
    check.suspects.clear();
    check.outcome = Outcome::Unchecked;
    check.detail = format!("Not checked: {reason}.");
    check.reason = Some(reason.to_owned());
}

/// A reported cell as the signed sum of others. `None` when a cell of it holds no number.
pub fn sum(book: &Book<'_>, title: String, reported: At, terms: &[(At, Decimal)]) -> Option<Check> {
    let total = book.cell(reported)?;
    let value = total.value?;
    let half = |ulp: Option<Decimal>| exact::half(ulp.unwrap_or_default());
    let mut computed = Decimal::ZERO;
    let mut tolerance = half(total.ulp);
    for (at, weight) in terms {
        let cell = book.cell(*at)?;
        computed = exact::add(computed, exact::mul(cell.value?, *weight)?)?;
        tolerance = exact::add(tolerance, half(cell.ulp))?;
    }
    let difference = exact::sub(value, computed)?.normalize();
    let outcome = if difference.is_zero() {
        Outcome::Exact
    } else if difference.abs() <= tolerance {
        Outcome::Rounding
    } else {
        Outcome::Broken
    };
    let scale = book.scale(reported);
    let printed = |v| words::printed(v, scale);
    let caption = words::caption(&book.line(reported).caption);
    let across = terms.iter().all(|(at, _)| (at.statement, at.line) == (reported.statement, reported.line));
    let lines = match (terms.len(), across) {
        (1, false) => "the line".to_owned(),
        (1, true) => "the column".to_owned(),
        (n, false) => format!("the {n} lines"),
        (n, true) => format!("the {n} columns"),
    };
    let comes = match terms {
        [_] => "comes to",
        _ if terms.iter().all(|(_, w)| *w == Decimal::ONE) => "add to",
        _ => "come to",
    };
    let detail = if outcome == Outcome::Exact {
        format!("{caption}: {} as printed; {lines} {comes} {}.", printed(value), printed(computed))
    } else {
        format!(
            "{caption}: {} as printed; {lines} {comes} {}. The difference is {}{}.",
            printed(value),
            printed(computed),
            printed(difference.abs()),
            words::unit(scale)
        )
    };
    Some(Check {
        outcome,
        detail,
        computed: Some(computed.normalize()),
        difference: Some(difference),
        tolerance: Some(tolerance.normalize()),
        terms: terms.iter().map(|(at, w)| (Ref::Cell(*at), *w)).gather(),
        linear: true,
        ..Check::new(title, Some(Ref::Cell(reported)))
    })
}

/// One fact printed in two places: `reported = weight × other`. Printed equally fine, the two must be equal; otherwise
/// their intervals must meet.
pub fn same(book: &Book<'_>, title: String, reported: At, other: At, weight: Decimal) -> Option<Check> {
    let mut check = sum(book, title, reported, &[(other, weight)])?;
    let (here, there) = (book.cell(reported)?, book.cell(other)?);
    if here.ulp == there.ulp || here.nil || there.nil {
        check.tolerance = Some(Decimal::ZERO);
        if check.outcome == Outcome::Rounding {
            check.outcome = Outcome::Broken;
        }
    }
    let scale = book.scale(reported);
    let difference = check.difference.unwrap_or_default();
    let (a, b) = (words::statement(book.statement(reported)), words::statement(book.statement(other)));
    let places =
        if a == b { format!("here, {} in the other", there.text) } else { format!("in {a}, {} in {b}", there.text) };
    check.detail = format!("{}: {} {places}.", words::caption(&book.line(reported).caption), here.text);
    if here.value.map(|v| v.abs()) == there.value.map(|v| v.abs()) && !difference.is_zero() {
        let alike = here.value == there.value;
        let said = if alike {
            " Their signs are the same, and should differ."
        } else {
            " Their signs differ, and should be the same."
        };
        check.detail.push_str(said);
    } else if !difference.is_zero() {
        let apart = words::printed(difference.abs(), scale);
        check.detail.push_str(&[" They are ", &apart, words::unit(scale), " apart."].concat());
    }
    Some(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(of: &[Outcome]) -> Vec<Outcome> {
        let check = |outcome: &Outcome| Check { outcome: *outcome, ..Check::new(String::new(), None) };
        by_columns(of.iter().map(check).collect()).iter().map(|c| c.outcome).collect()
    }

    #[test]
    fn a_relation_that_fails_more_than_it_holds_accuses_nobody() {
        use Outcome::{Broken, Exact, Unchecked};
        // One column alone, and one of two, are accused.
        assert_eq!(outcomes(&[Broken]), [Broken]);
        assert_eq!(outcomes(&[Exact, Broken]), [Exact, Broken]);
        // One that fails beside one that could not be tried bears nothing out.
        assert_eq!(outcomes(&[Broken, Unchecked]), [Unchecked, Unchecked]);
        assert_eq!(outcomes(&[Exact, Broken, Broken]), [Exact, Unchecked, Unchecked]);
        assert_eq!(outcomes(&[Exact, Exact, Exact, Exact, Exact, Exact, Broken, Broken])[6..], [Broken, Broken]);
        assert_eq!(outcomes(&[Exact, Exact, Exact, Exact, Exact, Broken, Broken])[5..], [Unchecked, Unchecked]);
    }
}
