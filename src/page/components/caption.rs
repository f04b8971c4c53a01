//! The head of a statement: its title, its unit and the ways to change it, and whether to see the table, the chart or both.

use rust_decimal::Decimal;

use crate::page::changes::pairs;
use crate::page::lens::{Lens, Scale};
use crate::page::pen::Pen;
use crate::page::shown::Shown;
use crate::page::state::{Show, State};
use crate::page::words;
use crate::report::{Basis, Statement, Unit};

/// Opens the sheet of a statement.
pub fn statement_head(pen: &mut Pen, statement: &Statement, state: &State, drawn: bool) {
    let shown = Shown::of(statement, state.lens);
    pen.sheet("statement-title", &words::heading(statement));
    pen.said("p", "about", &about(&shown));
    pen.button("plain copy-table", "copy-table");
    pen.text("Copy table");
    pen.close();
    if drawn {
        ways(pen, state);
    } else {
        pen.nothing();
    }
    lenses(pen, &shown, state.lens);
    pen.close();
}

/// Whether to see the table, the chart or both.
fn ways(pen: &mut Pen, state: &State) {
    pen.open("div", "choice");
    pen.set("role", "group");
    pen.set("aria-label", "Show the statement as");
    for (to, act, word) in
        [(Show::Table, "table", "Table"), (Show::Chart, "chart", "Chart"), (Show::Both, "both", "Both")]
    {
        pen.button("", act);
        pen.set("aria-pressed", if state.show == to { "true" } else { "false" });
        pen.text(word);
        pen.close();
    }
    pen.close();
}

/// In which unit money is shown, and whether changes are.
fn lenses(pen: &mut Pen, shown: &Shown<'_>, lens: Lens) {
    pen.open("div", "lenses");
    if shown.has_money() {
        pen.open("div", "choice");
        pen.set("role", "group");
        pen.set("aria-label", "Show money in");
        pen.sign("soft", "Money");
        for (scale, act, word) in [
            (Scale::Printed, "printed", "As printed"),
            (Scale::Units, "units", "Units"),
            (Scale::Thousands, "thousands", "Thousands"),
            (Scale::Millions, "millions", "Millions"),
        ] {
            pen.button("", act);
            pen.set("aria-pressed", if lens.scale == scale { "true" } else { "false" });
            pen.text(word);
            pen.close();
        }
        pen.close();
    } else {
        pen.nothing();
    }
    if !pairs(shown.statement).is_empty() {
        pen.button("keep", "changes");
        pen.set("aria-pressed", if lens.changes { "true" } else { "false" });
        pen.text("Changes");
        pen.said("span", "long", ", computed");
        pen.close();
    }
    pen.close();
}

/// "in thousands of US dollars, unaudited".
fn about(shown: &Shown<'_>) -> String {
    let statement = shown.statement;
    let mut about = shown.about();
    let per_share = statement.lines.iter().any(|line| line.unit == Unit::PerShare && !line.cells.is_empty());
    if per_share && shown.has_money() && statement.scale != Decimal::ONE {
        about.push_str(", except per share amounts");
    }
    if statement.basis == Basis::NonGaap {
        about.push_str(", non-GAAP");
    }
    match statement.audited {
        Some(true) => about.push_str(", audited"),
        Some(false) => about.push_str(", unaudited"),
        None => {}
    }
    about
}
