//! What the reader of the report should know about the file: what it is, what could not be read. Nothing is hidden.

use crate::page::filing::Filing;
use crate::page::pen::Pen;
use crate::page::state::State;
use crate::page::stretch::{ENTRIES, List, turn, turned_to};
use crate::page::words;
use crate::phrase::has;
use crate::report::{Severity, Statement};
use crate::span::Span;

pub fn notes(pen: &mut Pen, filing: &Filing, state: &State) {
    let report = &filing.report;
    let read = !report.statements.is_empty();
    let faulty = filing.is_faulty();
    let title = match read {
        true => "What was read and what was not",
        false if faulty => "tieout stopped while it read this file",
        false => "No statement was read",
    };
    pen.sheet("notes-title", title);
    pen.said("p", "about", &[&report.file, ", ", &words::group(&report.bytes.to_string()), " bytes"].concat());
    pen.close();
    if !report.diagnostics.is_empty() {
        let (list, count) = (List::Notes as usize, report.diagnostics.len());
        let part = turned_to(state.stretch, list, count, ENTRIES);
        turn(pen, list, &part, count);
        pen.open("ul", "notes");
        for diagnostic in report.diagnostics.get(part).unwrap_or_default() {
            pen.open("li", &["note ", words::severity(diagnostic.severity)].concat());
            pen.said("b", "", kind(diagnostic.severity));
            pen.text(&diagnostic.message);
            if let Some(span) = diagnostic.span {
                pen.said("span", "soft", &[" Line ", &line(filing, span), "."].concat());
            }
            pen.close();
        }
        pen.close();
    }
    // What a PDF is refused with says this already.
    let told = report.diagnostics.iter().any(|diagnostic| has(&diagnostic.message, "tieout reads the text"));
    if read {
        unparsed(pen, filing, state);
    } else if faulty || !told {
        let advice = if faulty {
            "Nothing was lost or sent: the text of the file stands under Source. Other files can be read as before."
        } else {
            "tieout reads the text of earnings releases and reports: a .txt or .htm file as EDGAR keeps them. Of a \
                PDF or a picture, choose the text version that is filed beside it, or paste its text."
        };
        pen.said("p", "empty", advice);
    }
    if !report.documents.is_empty() {
        pen.said("h3", "", "Documents in the file");
        pen.open("ul", "notes");
        for document in &report.documents {
            pen.open("li", "");
            pen.said("b", "", &document.kind);
            pen.text(" ");
            pen.text(document.description.as_deref().unwrap_or_default());
            let holds = |s: &&Statement| document.span.start <= s.span.start && s.span.end <= document.span.end;
            let said = match report.statements.iter().filter(holds).count() {
                0 => " no statement".to_owned(),
                1 => " 1 statement".to_owned(),
                count => [" ", &count.to_string(), " statements"].concat(),
            };
            pen.said("span", "soft", &said);
            pen.close();
        }
        pen.close();
    }
    pen.close();
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Not readable. ",
        Severity::Warning => "To look at. ",
        Severity::Info => "",
    }
}

/// The numbers no line took in: listed, never hidden.
fn unparsed(pen: &mut Pen, filing: &Filing, state: &State) {
    let unparsed = &filing.report.unparsed;
    pen.said("h3", "", "Numbers that stand in a statement and belong to no line");
    if unparsed.is_empty() {
        return pen.said("p", "", "None: every number in the statements was read.");
    }
    let (list, count) = (List::Unparsed as usize, unparsed.len());
    let part = turned_to(state.stretch, list, count, ENTRIES);
    turn(pen, list, &part, count);
    pen.open("ul", "unparsed");
    for number in unparsed.get(part).unwrap_or_default() {
        pen.open("li", "");
        pen.said("code", "", filing.original.cut(filing.original.span(number.span)));
        pen.said("span", "", &number.why);
        pen.said("span", "soft", &["line ", &line(filing, number.span)].concat());
        pen.close();
    }
    pen.close();
}

/// The line of the source, counted from one.
fn line(filing: &Filing, span: Span) -> String {
    (filing.original.line_at(filing.original.span(span).start) + 1).to_string()
}
