//! tieout reads a company's filing and re-performs its arithmetic.
//!
//! ```
//! let release = b"
//!                 BALANCE SHEET
//!                (in thousands)
//!
//!                                December 31,
//!                                        2003
//!                                ------------
//! Cash                                $   120
//! Receivables                              45
//!                                ------------
//!    Total assets                     $   166
//!                                ============
//! ";
//! let report = tieout::analyze("release.txt", release);
//! assert_eq!(report.statements[0].lines[0].cells[0].text, "120");
//! ```
//!
//! The modules stand in the order the data goes through them; each may use those above it and none below.

mod exact;
mod gather;
mod order;
mod phrase;

pub mod span;

pub mod vocabulary;

pub mod source;

pub mod table;

pub mod statement;

pub mod claim;

pub mod check;

pub mod report;

pub mod compare;

pub mod chart;

pub mod export;

pub mod reading;

#[cfg(feature = "module")]
pub mod wasm;

#[cfg(feature = "writer")]
pub mod writer;

#[cfg(feature = "page")]
pub mod page;

use report::Report;

/// Reads a file and re-performs its arithmetic. `name` is only repeated in the report.
///
/// Never fails: a file that is no filing gives a report with no statements and a diagnostic that says what it looks like.
pub fn analyze(name: &str, bytes: &[u8]) -> Report {
    report::build(name, bytes)
}
