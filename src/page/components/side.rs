//! Beside the statement: the arithmetic above, the source below.

use std::rc::Rc;

use crate::page::filing::Filing;
use crate::page::lit::Lit;
use crate::page::pen::Pen;
use crate::page::shown::behind;
use crate::page::state::State;
use crate::page::view::Place;
use crate::page::words;
use crate::report::Check;

use super::arithmetic::arithmetic;
use super::original::original;

pub fn side_pane(pen: &mut Pen, filing: &Rc<Filing>, lit: &Lit, state: &State) {
    let check = state.check(filing);
    let focus = state.view.focus(filing);
    let in_statement = matches!(state.view.place, Place::Statement(_));
    if check.is_some() || focus.is_some() || in_statement {
        let over = if state.preview(filing).is_some() { "side rest over" } else { "side rest" };
        pen.open(
            "div",
            if state.view.check(filing).is_none() && focus.is_none() && in_statement { over } else { "side" },
        );
        pen.open("section", "working");
        pen.set("aria-label", "Arithmetic");
        pen.set("tabindex", "0");
        if state.preview(filing).is_none() && state.view.place != Place::Findings {
            chosen(pen, filing, focus.as_deref(), check);
        }
        if let Some(check) = check {
            arithmetic(pen, filing, check, lit, &state.review);
        }
        pen.close();
    } else {
        // There is no arithmetic to show: the source has all the room.
        pen.open("div", "side whole");
        pen.nothing();
    }
    pen.open("section", "source");
    pen.set("aria-labelledby", "source-title");
    pen.open("h2", "pane-title");
    pen.set("id", "source-title");
    pen.text("Source");
    let listed = || check.filter(|_| state.view.place == Place::Findings)?.reported.as_deref();
    if let Some(place) = focus.as_deref().or_else(listed).and_then(|id| filing.place(id)) {
        pen.text(&[", line ", &(filing.original.line_at(place.start) + 1).to_string()].concat());
    }
    pen.said("span", "file", &filing.report.file);
    pen.close();
    original(pen, filing, lit, state);
    pen.close();
    pen.button("close", "fold");
    pen.set("aria-label", "Close the arithmetic and source");
    pen.text("×");
    pen.close();
    pen.close();
}

/// The amount that is pointed at, by its full name, where the check shown is about another.
fn chosen(pen: &mut Pen, filing: &Filing, focus: Option<&str>, check: Option<&Check>) {
    if check.is_some_and(|check| check.reported.as_deref() == focus) {
        // The check below speaks of this very amount.
        return;
    }
    let amount = focus.and_then(|id| filing.amount(id));
    if let Some(amount) = &amount {
        pen.open("p", "chosen-amount");
        pen.open("span", "chosen-name");
        pen.text(&amount.name());
        pen.said("small", "", &amount.place());
        pen.close();
        pen.said("span", "chosen-text", amount.text());
        pen.close();
    }
    if let Some((statement, later, earlier)) = focus.and_then(|id| behind(filing, id)) {
        let said = [
            "Computed by tieout from ",
            later.text.trim(),
            " and ",
            earlier.text.trim(),
            " as printed in ",
            &words::short(statement),
            ". It stands nowhere in the filing.",
        ];
        return pen.said("p", "soft", &said.concat());
    }
    if check.is_none() {
        pen.said(
            "p",
            "soft",
            match amount {
                Some(_) => "This amount takes part in no check.",
                None => "Point at a total, or choose an amount, to see its arithmetic here.",
            },
        );
    }
}
