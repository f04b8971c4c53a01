//! What the reader of the report should know about the file: what it is, what could not be read. Nothing is hidden.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::filing::Filing;
use crate::page::words;
use crate::report::Severity;
use crate::span::Span;

pub fn notes(filing: &Rc<Filing>) -> Html {
    let report = &filing.report;
    let at = |span: Span| filing.original.line_at(filing.original.span(span).start) + 1;
    let diagnostics = report.diagnostics.iter().map(|diagnostic| {
        html! {
            <li key={diagnostic.id.clone()} class={classes!("note", words::severity(diagnostic.severity))}>
                <b>{ kind(diagnostic.severity) }</b>{ &diagnostic.message }
                if let Some(span) = diagnostic.span { <span class="soft">{ format!(" Line {}.", at(span)) }</span> }
            </li>
        }
    });
    let unparsed = report.unparsed.iter().map(|number| {
        html! {
            <li><code>{ filing.original.cut(filing.original.span(number.span)) }</code>
                <span>{ &number.why }</span><span class="soft">{ format!("line {}", at(number.span)) }</span></li>
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
            if report.statements.is_empty() {
                <p class="empty">{ "tieout reads the text of earnings releases and reports: a .txt or a page saved from EDGAR. \
                    Of a PDF or a picture, choose the text version that EDGAR keeps beside it." }</p>
            }
            if !report.diagnostics.is_empty() { <ul class="notes">{ for diagnostics }</ul> }
            <h3>{ "Numbers that stand in a statement and belong to no line" }</h3>
            if report.unparsed.is_empty() {
                <p>{ if report.statements.is_empty() { "None: there is no statement." } else { "None: every number in the statements was read." } }</p>
            } else {
                <ul class="unparsed">{ for unparsed }</ul>
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
