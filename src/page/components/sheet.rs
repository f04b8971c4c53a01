//! The report on one sheet, to print or to keep: the verdict, the findings with their arithmetic and notes, every statement.

use crate::gather::Gather;
use crate::page::filing::Filing;
use crate::page::lens::Lens;
use crate::page::lit::Lit;
use crate::page::pen::Pen;
use crate::page::review::Review;
use crate::page::shown::Shown;
use crate::page::state::State;
use crate::page::words;
use crate::page::working::Working;
use crate::report::{Check, Outcome, counts};

use super::arithmetic::{likely, sum, would_tie};
use super::findings::{in_short, place};
use super::table::table;
use super::verdict::{of_check, verdict};

/// A sheet of more statements than this would be a book: the rest is named.
const STATEMENTS: usize = 40;
/// And of more checks that could not be made than these.
const UNCHECKED: usize = 60;

pub fn sheet(pen: &mut Pen, filing: &Filing, state: &State) {
    let report = &filing.report;
    pen.sheet("report-title", "Report");
    pen.said("p", "about", &[&report.file, ", ", &words::group(&report.bytes.to_string()), " bytes"].concat());
    pen.close();
    pen.said("p", "in-short", &in_short(filing));
    pen.open("p", "soft legend");
    for outcome in [Outcome::Exact, Outcome::Rounding, Outcome::Broken, Outcome::Unchecked] {
        verdict(pen, outcome);
        pen.text(" ");
    }
    pen.close();
    if filing.findings().next().is_some() {
        pen.said("h3", "", "Findings");
    }
    pen.open("ol", "printed-findings");
    for check in filing.findings() {
        finding(pen, filing, check, &state.review);
    }
    pen.close();
    unchecked(pen, filing);
    for statement in report.statements.iter().take(STATEMENTS) {
        pen.open("section", "printed-statement");
        pen.said("h3", "", &words::heading(statement));
        // Paper has no room for computed columns beside the printed ones.
        let shown = Shown::of(statement, Lens { changes: false, ..state.lens });
        pen.said("p", "soft", &shown.about());
        table(pen, filing, &shown, &Lit::default(), state);
        pen.close();
    }
    if report.statements.len() > STATEMENTS {
        let others = (report.statements.len() - STATEMENTS).to_string();
        pen.said("p", "soft", &["And ", &others, " statements more, which this sheet leaves out."].concat());
    }
    pen.close();
}

fn finding(pen: &mut Pen, filing: &Filing, check: &Check, review: &Review) {
    let working = Working::of(filing, check);
    pen.open("li", "");
    of_check(pen, check);
    pen.text(" ");
    pen.said("b", "", &filing.name_of(check));
    pen.text(&[". ", &working.line(), ". "].concat());
    pen.said("span", "soft", &place(filing, check));
    sum(pen, filing, check, &Lit::default(), &working);
    for suspect in likely(check) {
        would_tie(pen, filing, check, suspect);
    }
    if review.is_reviewed(&check.id) {
        pen.said("p", "", "Reviewed.");
    }
    if !review.note_of(&check.id).is_empty() {
        pen.said("p", "", &["Note: ", review.note_of(&check.id)].concat());
    }
    pen.close();
}

/// What could not be checked, and why.
fn unchecked(pen: &mut Pen, filing: &Filing) {
    let found: Vec<&Check> = filing.aside().filter(|c| counts(c) && c.outcome == Outcome::Unchecked).gather();
    if found.is_empty() {
        return;
    }
    pen.said("h3", "", "Not checked, and why");
    pen.open("ul", "printed-findings printed-unchecked");
    for check in found.iter().take(UNCHECKED) {
        pen.open("li", "");
        pen.said("b", "", &filing.name_of(check));
        let why = words::capital(check.reason.as_ref().unwrap_or(&check.detail).clone());
        pen.text(&[". ", why.trim_end_matches('.'), ". "].concat());
        pen.said("span", "soft", &place(filing, check));
        pen.close();
    }
    pen.close();
    if found.len() > UNCHECKED {
        let others = words::group(&(found.len() - UNCHECKED).to_string());
        pen.said("p", "soft", &["And ", &others, " more, which stand in the findings as CSV."].concat());
    }
}
