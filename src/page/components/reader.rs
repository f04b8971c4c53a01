//! With a filing: the outline, what was chosen in it, and beside it the arithmetic and the source.

use std::rc::Rc;

use crate::page::filing::Filing;
use crate::page::lit::Lit;
use crate::page::pen::Pen;
use crate::page::state::{Side, State};
use crate::page::view::{Place, View};

use super::compared::compared;
use super::findings::findings;
use super::masthead::masthead;
use super::notes::notes;
use super::prose::prose;
use super::rail::rail;
use super::sheet::sheet;
use super::side::side_pane;
use super::statement::{charts, statement_view};

pub fn reader(pen: &mut Pen, filing: &Rc<Filing>, state: &State) {
    let view = &state.view;
    let check = state.check(filing);
    let lit = Lit::of(filing, check, view.focus(filing).as_deref());
    let is_idle = view.check.is_none() && view.amount.is_none();
    pen.open("div", "reader");
    pen.set(
        "data-side",
        match state.side {
            // With nothing chosen the room below belongs to what is above it.
            Side::Auto if is_idle => "idle",
            Side::Auto => "auto",
            Side::Open => "open",
            Side::Closed => "closed",
        },
    );
    pen.set("data-width", if state.width == 0 { "" } else { "own" });
    pen.open("a", "skip");
    pen.set("href", "#centre");
    pen.set("data-act", "skip");
    pen.text("Skip to the statement");
    pen.close();
    masthead(pen, filing, state);
    tabs(pen, filing, &view.place, state.side == Side::Open);
    rail(pen, filing, state);
    pen.open("main", "panes");
    pen.open("div", "centre");
    pen.set("id", "centre");
    // What has no link or button in it is scrolled by keys where it can have the focus.
    pen.set("tabindex", if view.place == Place::Notes { "0" } else { "-1" });
    match &view.place {
        Place::Findings => findings(pen, filing, check.map(|check| check.id.as_str()), state),
        Place::Statement(id) => statement_view(pen, filing, id, &lit, state),
        Place::Prose => prose(pen, filing, &lit, state),
        Place::Charts => {
            pen.sheet("charts-title", "Charts");
            pen.close();
            charts(pen, filing, None, state);
            pen.close();
        }
        Place::Notes => notes(pen, filing, state),
        Place::Compared => compared(pen, filing),
        Place::Report => sheet(pen, filing, state),
    }
    pen.close();
    grip(pen, state.width);
    pen.button("unfold", "source");
    pen.text("Arithmetic and source");
    pen.close();
    side_pane(pen, filing, &lit, state);
    pen.close();
    pen.close();
}

/// The edge between the statement and the side, which the pointer drags and the arrow keys move.
fn grip(pen: &mut Pen, width: usize) {
    pen.open("div", "grip");
    pen.set("role", "separator");
    pen.set("tabindex", "0");
    pen.set("aria-orientation", "vertical");
    pen.set("aria-label", "Width of the arithmetic and the source");
    pen.set("aria-valuenow", &if width == 0 { 420 } else { width }.to_string());
    pen.set("aria-valuemin", "320");
    pen.set("aria-valuemax", "2000");
    pen.close();
}

/// One column's worth of choices, for narrow screens.
fn tabs(pen: &mut Pen, filing: &Filing, place: &Place, source: bool) {
    let tab = |pen: &mut Pen, word: &str, to: Place, on: bool| {
        pen.link(&View::of(to).fragment(), if on && !source { "page" } else { "" });
        pen.set("data-act", "unfold");
        pen.text(word);
        pen.close();
    };
    pen.open("nav", "tabs");
    pen.set("aria-label", "Panes");
    let count = filing.index.findings.len();
    let findings = if count == 0 { "Findings".to_owned() } else { ["Findings ", &count.to_string()].concat() };
    tab(pen, &findings, Place::Findings, *place == Place::Findings);
    let word = match place {
        Place::Findings | Place::Statement(_) => "Statement",
        Place::Prose => "Text",
        Place::Charts => "Charts",
        Place::Notes => "What was read",
        Place::Compared => "Compared",
        Place::Report => "Report",
    };
    if *place != Place::Findings {
        tab(pen, word, place.clone(), true);
    } else if let Some(first) = filing.report.statements.first() {
        tab(pen, word, Place::Statement(first.id.clone().into()), false);
    }
    pen.button("", "source");
    pen.set("aria-pressed", if source { "true" } else { "false" });
    pen.set("aria-label", "Arithmetic and source");
    pen.text("Arithmetic");
    pen.close();
    pen.close();
}
