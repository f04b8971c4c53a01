//! tieout reads a company's filing and re-performs its arithmetic.
//!
//! The modules stand in the order the data goes through them; each may use those above it and none below.

pub mod span;

pub mod report;

use report::Report;

/// Reads a file and re-performs its arithmetic. `name` is only repeated in the report.
///
/// Never fails: a file that is no filing gives a report with no statements and a diagnostic that says what it looks like.
pub fn analyze(name: &str, bytes: &[u8]) -> Report {
    report::build(name, bytes)
}
