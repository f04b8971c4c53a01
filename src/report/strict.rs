//! Strict mode: a difference that rounding explains counts as broken.

use super::{Outcome, Report};
use crate::check::RULES;

/// The report as strict mode reads it. Each check takes back the severity of its rule.
#[must_use]
pub fn strict(mut report: Report) -> Report {
    report.strict = true;
    for check in report.checks.iter_mut().filter(|c| c.outcome == Outcome::Rounding) {
        check.outcome = Outcome::Broken;
        check.severity = RULES.iter().find(|r| r.name == check.rule).map_or(check.severity, |r| r.severity);
    }
    report
}
