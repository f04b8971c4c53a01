//! The outline: how the checks came out, then everything there is to look at.

use std::ops::Range;

use crate::gather::{Gather, PushAll};
use crate::page::filing::Filing;
use crate::page::pen::Pen;
use crate::page::state::State;
use crate::page::stretch::{ENTRIES, List, around, turn, turned_to};
use crate::page::view::{Place, View};
use crate::page::words;
use crate::report::{Outcome, Statement, StatementKind, Tally};

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
    let listed = Listed::of(filing, state);
    if !report.statements.is_empty() {
        entry(pen, place, Place::Findings, "Findings");
        count(pen, filing.index.findings.len());
        if is_compared(filing) {
            entry(pen, place, Place::Compared, "Compared");
            count(pen, 0);
        }
        listed.draw(pen, filing, state, true);
        entry(pen, place, Place::Prose, "Text");
        badge(pen, filing.index.of_text);
        entry(pen, place, Place::Charts, "Charts");
        count(pen, 0);
    }
    entry(pen, place, Place::Notes, "What was read");
    count(pen, report.unparsed.len() + report.diagnostics.len());
    listed.draw(pen, filing, state, false);
    pen.close();
    pen.close();
}

/// The statements that are listed, each with its place among all and its name: those every company has, and the other tables. Of very
/// many those around the one shown, unless the reader turned to others.
struct Listed<'f> {
    entries: Vec<(usize, &'f Statement, String)>,
    shown: Range<usize>,
    count: usize,
}

impl<'f> Listed<'f> {
    fn of(filing: &'f Filing, state: &State) -> Self {
        let all = &filing.report.statements;
        let list = List::Outline as usize;
        let of = |main: bool| (0..all.len()).filter(move |&at| all.get(at).is_some_and(|s| is_main(s) == main));
        let mut order = of(true).gather();
        order.push_all(of(false));
        let shown = match &state.view.place {
            Place::Statement(id) if state.stretch.0 != list => {
                let is = |at: &usize| all.get(*at).is_some_and(|statement| statement.id == id.as_str());
                around(order.iter().position(is).unwrap_or_default(), order.len(), ENTRIES)
            }
            _ => turned_to(state.stretch, list, order.len(), ENTRIES),
        };
        let entry = |&at: &usize| all.get(at).map(|statement| (at, statement, words::short(statement)));
        let entries = order.get(shown.clone()).unwrap_or_default().iter().filter_map(entry).gather();
        Self { entries, shown, count: order.len() }
    }

    /// Draws one of the two kinds; behind the other tables the way to more.
    fn draw(&self, pen: &mut Pen, filing: &Filing, state: &State, main: bool) {
        let mut titled = main;
        for (at, statement, name) in self.entries.iter().filter(|(_, statement, _)| is_main(statement) == main) {
            if !titled {
                pen.said("li", "kind", "Other tables");
                titled = true;
            }
            let current = state.view.place == Place::Statement(statement.id.clone().into());
            pen.open("li", "");
            pen.link(&View::of_statement(statement).fragment(), if current { "page" } else { "" });
            pen.open("span", "");
            pen.text(name);
            let alike: Vec<&Statement> =
                self.entries.iter().filter(|(.., other)| other == name).map(|(_, statement, _)| *statement).gather();
            if alike.len() > 1 {
                pen.said("small", "", &apart(filing, statement, &alike));
            }
            pen.close();
            badge(pen, filing.index.of_statement(*at));
        }
        if !main && self.shown.len() < self.count {
            pen.open("li", "");
            turn(pen, List::Outline as usize, &self.shown, self.count);
            pen.close();
        }
    }
}

fn is_main(statement: &Statement) -> bool {
    !matches!(statement.kind, StatementKind::Schedule | StatementKind::Other)
}

/// What tells a statement from others of its name: its title, its first period, or else the line it stands on.
fn apart(filing: &Filing, statement: &Statement, alike: &[&Statement]) -> String {
    let period = |s: &Statement| s.columns.first().and_then(words::period).unwrap_or_default();
    let says: [&dyn Fn(&Statement) -> String; 2] = [&words::heading, &period];
    for say in says {
        let said = say(statement);
        if !said.is_empty() && alike.iter().filter(|other| say(other) == said).count() == 1 {
            return words::shorten(&said, 40);
        }
    }
    let line = filing.original.line_at(filing.original.span(statement.span).start) + 1;
    ["line ", &words::group(&line.to_string())].concat()
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
