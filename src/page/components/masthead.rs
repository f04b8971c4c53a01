//! The head of the page: whose filing it is, which period, and the few things that are always at hand.

use crate::page::filing::Filing;
use crate::page::pen::Pen;
use crate::page::state::{Scheme, State};
use crate::page::words;
use crate::report::{Report, StatementKind};

use super::switch::{ACCEPT, switch};

pub fn masthead(pen: &mut Pen, filing: &Filing, state: &State) {
    let report = &filing.report;
    pen.open("header", "masthead");
    pen.said("p", "name", "tieout");
    pen.open("div", "subject");
    pen.open("h1", "");
    pen.text(report.entity.name.as_deref().unwrap_or(&report.file));
    if let Some(ticker) = report.entity.ticker.as_ref().filter(|ticker| report.entity.name.as_ref() != Some(*ticker)) {
        pen.said("span", "ticker", ticker);
    }
    pen.close();
    switch(pen, state);
    pen.open("p", "about-filing");
    pen.text(&about(report));
    if let Some(unit) = unit(report) {
        pen.said("span", "of-unit", &[" · ", &unit].concat());
    }
    pen.close();
    if !state.notice.is_empty() {
        pen.said("p", "about-filing notice", &state.notice);
    }
    pen.close();
    pen.open("div", "tools");
    for (act, word) in [("search", "Search"), ("export", "Export"), ("share", "Share")] {
        pen.button("", act);
        pen.text(word);
        pen.close();
    }
    pen.button("", "compare");
    pen.text("Compare");
    pen.said("span", "unseen", " with another filing");
    pen.close();
    scheme_button(pen, state.scheme);
    pen.button("", "keys");
    pen.text("Keyboard");
    pen.close();
    pen.button("", "close");
    pen.text("Close");
    pen.said("span", "unseen", " this filing");
    pen.close();
    pen.close();
    pen.close();
}

/// A field that takes the file to compare with.
pub fn second(pen: &mut Pen, word: &str) {
    pen.open("label", "button");
    pen.open("input", "unseen");
    pen.set("type", "file");
    pen.set("data-second", "yes");
    pen.set("accept", ACCEPT);
    pen.close();
    pen.text(word);
    pen.close();
}

/// Goes round the colour schemes; says the one that is on.
pub fn scheme_button(pen: &mut Pen, scheme: Scheme) {
    let (word, next) = match scheme {
        Scheme::Auto => ("Auto", "light"),
        Scheme::Light => ("Light", "dark"),
        Scheme::Dark => ("Dark", "auto"),
    };
    pen.button("scheme", next);
    pen.said("span", "unseen", "Colours: ");
    pen.text(word);
    pen.close();
}

/// "Period ended Dec 31, 2003 · released Jan 15, 2004".
fn about(report: &Report) -> String {
    let mut said = String::new();
    let mut say = |what: &str, of: &str| {
        for part in [if said.is_empty() { "" } else { " · " }, what, of] {
            said.push_str(part);
        }
    };
    if let Some(end) = &report.release.period_end {
        say("Period ended ", &words::date(end));
    }
    if let Some(date) = &report.release.date {
        say("released ", &words::date(date));
    }
    said
}

/// The unit that all primary statements are in; where they are not all in one, each says its own.
fn unit(report: &Report) -> Option<String> {
    use StatementKind::{BalanceSheet, CashFlow, IncomeStatement};
    let primary = |kind| matches!(kind, BalanceSheet | IncomeStatement | CashFlow);
    let mut units = report.statements.iter().filter(|s| primary(s.kind)).map(words::units);
    let first = units.next()?;
    units.all(|unit| unit == first).then_some(first)
}
