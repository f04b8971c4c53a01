//! What the reader of the report should know about the file: what it is, what could not be read. Nothing is hidden.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::filing::Filing;
use crate::page::words;
use crate::report::{Severity, Unparsed};
use crate::span::Span;

pub fn notes(filing: &Rc<Filing>) -> Html {
    let report = &filing.report;
    let diagnostics = report.diagnostics.iter().map(|diagnostic| {
        html! {
            <li key={diagnostic.id.clone()} class={classes!("note", words::severity(diagnostic.severity))}>
                <b>{ kind(diagnostic.severity) }</b>{ &diagnostic.message }
                if let Some(span) = diagnostic.span { <span class="soft">{ format!(" Line {}.", line(filing, span)) }</span> }
            </li>
        }
    });
    let documents = report.documents.iter().map(|document| {
        html! { <li><b>{ &document.kind }</b>{ " " }{ document.description.as_deref().unwrap_or_default() }</li> }
    });
    html! {
        <section class="sheet" aria-labelledby="notes-title">
            <header class="statement-head">
                <h2 id="notes-title">{ if report.statements.is_empty() { "No statement was read" } else { "What was read and what was not" } }</h2>
                <p class="about">{ format!("{}, {} bytes", report.file, words::group(&report.bytes.to_string())) }</p>
            </header>
            if !report.diagnostics.is_empty() { <ul class="notes">{ for diagnostics }</ul> }
            if report.statements.is_empty() {
                <p class="empty">
                    { "tieout reads the text of earnings releases and reports: a .txt or .htm file as EDGAR keeps them. Of a \
                        PDF or a picture, choose the text version that is filed beside it, or paste its text." }
                </p>
            } else {
                { unparsed(filing) }
            }
            if !report.documents.is_empty() {
                <h3>{ "Documents in the file" }</h3>
                <ul class="notes">{ for documents }</ul>
            }
        </section>
    }
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Not readable. ",
        Severity::Warning => "To look at. ",
        Severity::Info => "",
    }
}

/// The numbers no line took in: listed, never hidden.
fn unparsed(filing: &Filing) -> Html {
    let unparsed = &filing.report.unparsed;
    let item = |number: &Unparsed| {
        html! {
            <li>
                <code>{ filing.original.cut(filing.original.span(number.span)) }</code>
                <span>{ &number.why }</span>
                <span class="soft">{ ["line ", &line(filing, number.span).to_string()].concat() }</span>
            </li>
        }
    };
    html! {
        <>
            <h3>{ "Numbers that stand in a statement and belong to no line" }</h3>
            if unparsed.is_empty() {
                <p>{ "None: every number in the statements was read." }</p>
            } else {
                <ul class="unparsed">{ for unparsed.iter().map(item) }</ul>
            }
        </>
    }
}

/// The line of the source, counted from one.
fn line(filing: &Filing, span: Span) -> usize {
    filing.original.line_at(filing.original.span(span).start) + 1
}
