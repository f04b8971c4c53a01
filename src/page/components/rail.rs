//! The outline: how the checks came out, then everything there is to look at.

use std::ops::Range;

use crate::page::filing::Filing;
use crate::page::pen::Pen;
use crate::page::state::State;
use crate::page::stretch::{ENTRIES, List, around, turn, turned_to};
use crate::page::view::{Place, View};
use crate::page::words;
use crate::report::{Outcome, Tally};

use super::compared::is_compared;
use super::verdict::{mark, strict};

pub fn rail(pen: &mut Pen, filing: &Filing, state: &State) {
    let place = &state.view.place;
    let report = &filing.report;
    pen.open("nav", "rail");
    pen.set("aria-label", "Outline");
    if !report.statements.is_empty() {
        tally(pen, filing, state);
    }
    pen.open("ul", "outline");
    if !report.statements.is_empty() {
        entry(pen, place, Place::Findings, "Findings");
        count(pen, filing.index.findings.len());
        if is_compared(filing) {
            entry(pen, place, Place::Compared, "Compared");
            count(pen, 0);
        }
        let shown = statements(filing, state);
        if shown.len() < report.statements.len() {
            pen.open("li", "");
            turn(pen, List::Outline as usize, &shown, report.statements.len());
            pen.close();
        }
        for (at, statement) in report.statements.iter().enumerate().skip(shown.start).take(shown.len()) {
            entry(pen, place, Place::Statement(statement.id.clone().into()), &words::short(statement));
            badge(pen, filing.index.of_statement(at));
        }
        entry(pen, place, Place::Prose, "Text");
        badge(pen, filing.index.of_text);
        entry(pen, place, Place::Charts, "Charts");
        count(pen, 0);
    }
    entry(pen, place, Place::Notes, "What was read");
    count(pen, report.unparsed.len() + report.diagnostics.len());
    pen.close();
    pen.close();
}

/// The statements that are listed: those around the one shown, unless the reader turned to others.
fn statements(filing: &Filing, state: &State) -> Range<usize> {
    let statements = &filing.report.statements;
    let list = List::Outline as usize;
    if let Place::Statement(id) = &state.view.place
        && state.stretch.0 != list
    {
        let at = statements.iter().position(|statement| statement.id == id.as_str());
        return around(at.unwrap_or_default(), statements.len(), ENTRIES);
    }
    turned_to(state.stretch, list, statements.len(), ENTRIES)
}

/// Opens an entry; what stands at its end closes it.
fn entry(pen: &mut Pen, place: &Place, to: Place, name: &str) {
    pen.open("li", "");
    let current = if *place == to { "page" } else { "" };
    pen.link(&View::of(to).fragment(), current);
    pen.said("span", "", name);
}

fn count(pen: &mut Pen, count: usize) {
    if count > 0 {
        pen.said("span", "count", &count.to_string());
    }
    pen.close();
    pen.close();
}

/// The worst that came of some checks, counted unless all is well.
fn badge(pen: &mut Pen, tally: Tally) {
    if let Some((outcome, count)) = tally.worst() {
        pen.open("span", "badge");
        mark(pen, outcome);
        if outcome == Outcome::Broken {
            pen.said("span", "number", &count.to_string());
        }
        pen.close();
    }
    pen.close();
    pen.close();
}

fn tally(pen: &mut Pen, filing: &Filing, state: &State) {
    let tally = filing.index.of_all;
    let checked = tally.checked();
    pen.open("div", "tally");
    pen.open("p", "checked");
    pen.said("span", "number", &words::group(&checked.to_string()));
    pen.text(if checked == 1 { " check" } else { " checks" });
    pen.close();
    pen.open("ul", "");
    for (outcome, count) in tally.each() {
        pen.open("li", &[words::tone(outcome), if count == 0 { " nothing" } else { "" }].concat());
        pen.sign("mark", words::mark(outcome));
        pen.said("span", "number", &words::group(&count.to_string()));
        pen.said("span", "word", words::counted(outcome, count));
        pen.close();
    }
    pen.close();
    strict(pen, state);
    pen.close();
}
