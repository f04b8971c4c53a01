//! A file as the page holds it: the report, the text it was read from, the index that joins the two, and the charts.
//!
//! All of it is made in the worker; the page takes it in pieces and only looks things up.

mod carry;
mod index;
mod original;
mod pieces;
mod shapes;

#[cfg(test)]
mod tests;

pub use crate::compare::{Beside, Elsewhere};
pub use index::{At, Index, is_finding};
pub use original::{Original, Printed};

use crate::{
    chart::{Charts, charts},
    compare,
    report::{self, Diagnostic, Report, Severity, Step, build_told},
    source,
};

#[derive(Debug, Default, PartialEq)]
pub struct Reading {
    pub report: Report,
    pub original: Original,
    pub index: Index,
    pub charts: Charts,
    /// The filing it was compared with; empty where there is none.
    pub beside: Beside,
}

impl Reading {
    /// Reads a file; says which step it takes when it takes it.
    pub fn of(name: &str, bytes: &[u8], told: &mut dyn FnMut(Step)) -> Self {
        let (report, text) = build_told(name, bytes, told);
        Self::made(report, text, told)
    }

    /// Reads a file, and compares it with another: what was found between the two joins its checks.
    pub fn of_two(
        (name, bytes): (&str, &[u8]),
        (other_name, other): (&str, &[u8]),
        told: &mut dyn FnMut(Step),
    ) -> Self {
        let (mut report, text) = build_told(name, bytes, told);
        let (other, _) = build_told(other_name, other, &mut |_| ());
        let found = compare::against(&report, &other);
        report.diagnostics.push(compared(&other, found.len()));
        let beside = Beside::of(&other, &found);
        report.checks.extend(found);
        Self { beside, ..Self::made(report, text, told) }
    }

    fn made(report: Report, text: source::Text, told: &mut dyn FnMut(Step)) -> Self {
        told(Step::Showing);
        let index = Index::of(&report);
        let original = Original::of(text, &report);
        let charts = charts(&report);
        Self { report, original, index, charts, beside: Beside::default() }
    }

    /// The same, strictly graded where that is asked for.
    #[must_use]
    pub fn graded(self, strict: bool) -> Self {
        if !strict {
            return self;
        }
        let report = report::strict(self.report);
        Self { index: Index::of(&report), charts: charts(&report), report, ..self }
    }

    /// A file whose reading ended in a fault of the program: its text, and what happened.
    pub fn kept(name: &str, bytes: &[u8], step: Option<Step>, trace: &str) -> Self {
        let during = match step {
            None => "before it began to read",
            Some(Step::Text) => "while it read the text",
            Some(Step::Statements) => "while it looked for statements",
            Some(Step::Checks) => "while it checked the arithmetic",
            Some(Step::Showing) => "while it made ready what it had found",
        };
        let message = ["tieout came to a stop ", during, ": a fault of its own, not of this file."].concat();
        let said = |id: &str, severity, message| Diagnostic { id: id.into(), severity, message, span: None };
        let diagnostics = vec![
            said(FAULT, Severity::Error, message),
            said("fault-place", Severity::Info, ["Where in the program: ", trace].concat()),
        ];
        let report = Report { file: name.into(), bytes: bytes.len(), diagnostics, ..Report::default() };
        let original = Original::of(source::Text::decode(bytes), &report);
        Self { report, original, ..Self::default() }
    }

    /// Whether reading it ended in a fault of the program.
    pub fn is_faulty(&self) -> bool {
        self.report.diagnostics.first().is_some_and(|diagnostic| diagnostic.id == FAULT)
    }
}

/// Says what a file was compared with, and what came of it.
fn compared(other: &Report, found: usize) -> Diagnostic {
    let why = other.diagnostics.first().map_or("no statement was found in it.", |first| &first.message);
    let message = if other.statements.is_empty() {
        ["Compared with ", &other.file, ": ", why].concat()
    } else if found == 0 {
        ["Compared with ", &other.file, ": no line is printed for the same period in both."].concat()
    } else {
        ["Compared with ", &other.file, "."].concat()
    };
    Diagnostic { id: COMPARED.into(), severity: Severity::Info, message, span: None }
}

/// Names the diagnostic that says what a file was compared with.
pub const COMPARED: &str = "compared";

/// Names the diagnostic that says the program failed.
const FAULT: &str = "fault";
