//! The report on one sheet, to print or to keep: the verdict, the findings with their arithmetic and notes, every statement.

use rust_decimal::Decimal;

use crate::page::copied::csv_row;
use crate::page::filing::Filing;
use crate::page::lens::Lens;
use crate::page::lit::Lit;
use crate::page::pen::Pen;
use crate::page::review::Review;
use crate::page::shown::Shown;
use crate::page::state::State;
use crate::page::words;
use crate::page::working::Working;
use crate::report::{Check, Outcome};

use super::findings::{in_short, place};
use super::table::table;
use super::verdict::verdict;

/// A sheet of more statements than this would be a book: the rest is named.
const STATEMENTS: usize = 40;

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
    pen.open("li", "");
    verdict(pen, check.outcome);
    pen.text(" ");
    pen.said("b", "", &filing.name_of(check));
    pen.text(&[". ", &Working::of(filing, check).line(), ". "].concat());
    pen.said("span", "soft", &place(filing, check));
    if review.is_reviewed(&check.id) {
        pen.said("p", "", "Reviewed.");
    }
    if !review.note_of(&check.id).is_empty() {
        pen.said("p", "", &["Note: ", review.note_of(&check.id)].concat());
    }
    pen.close();
}

/// The findings as CSV (RFC 4180), with what the reader made of them.
pub fn findings_csv(filing: &Filing, review: &Review) -> String {
    let mut out = String::new();
    let headings =
        ["outcome", "rule", "amount", "place", "as printed", "computed", "difference", "found", "reviewed", "note"];
    csv_row(&mut out, &headings.map(|heading| (heading.to_owned(), false)));
    for check in filing.findings() {
        let number = |value: Option<Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
        let printed = filing.subject(check).map(|amount| amount.text().trim().to_owned()).unwrap_or_default();
        let fields = [
            words::word(check.outcome).to_owned(),
            check.rule.clone(),
            filing.name_of(check),
            place(filing, check),
            printed,
            number(check.computed),
            number(check.difference),
            check.detail.clone(),
            if review.is_reviewed(&check.id) { "yes".to_owned() } else { String::new() },
            review.note_of(&check.id).to_owned(),
        ];
        csv_row(&mut out, &fields.map(|field| (field, false)));
    }
    out
}
