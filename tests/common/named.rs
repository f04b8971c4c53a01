//! The suspects of a filing's broken checks, as a reader sees them.

use tieout::report::{Check, Outcome, Report};

use super::{assert_sound, cell, line_of};

/// The broken checks of a rule, each as its suspects: "Cash 4,518: 4218, one digit".
pub fn named(filing: &str, rule: &str) -> Vec<Vec<String>> {
    let report = tieout::analyze("invented", filing.as_bytes());
    assert_sound(&report, filing.as_bytes());
    let broken = report.checks.iter().filter(|c| c.rule == rule && c.outcome == Outcome::Broken);
    broken.map(|check| suspects(&report, check)).collect()
}

fn suspects(report: &Report, check: &Check) -> Vec<String> {
    let told = |id: &str| match (line_of(report, id), cell(report, id)) {
        (Some(line), Some(cell)) => format!("{} {}", line.caption, cell.text),
        _ => report.claims.iter().find(|c| c.id == id).map(|c| c.text.clone()).unwrap_or_default(),
    };
    check.suspects.iter().map(|s| format!("{}: {}, {}", told(&s.cell), s.suggested, s.why)).collect()
}
