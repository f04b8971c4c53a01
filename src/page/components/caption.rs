//! The head of a statement: its title, its unit, and whether to see the table, the chart or both.

use crate::page::pen::Pen;
use crate::page::state::Show;
use crate::page::words;
use crate::report::{Basis, Statement};

/// Opens the sheet of a statement.
pub fn statement_head(pen: &mut Pen, statement: &Statement, show: Show) {
    pen.sheet("statement-title", &words::title(&statement.title));
    pen.said("p", "about", &about(statement));
    pen.button("plain copy-table", "copy-table");
    pen.text("Copy table");
    pen.close();
    pen.open("div", "choice");
    pen.set("role", "group");
    pen.set("aria-label", "Show the statement as");
    for (to, act, word) in
        [(Show::Table, "table", "Table"), (Show::Chart, "chart", "Chart"), (Show::Both, "both", "Both")]
    {
        pen.button("", act);
        pen.set("aria-pressed", if show == to { "true" } else { "false" });
        pen.text(word);
        pen.close();
    }
    pen.close();
    pen.close();
}

/// "in thousands of US dollars, unaudited".
fn about(statement: &Statement) -> String {
    let mut about = words::units(statement);
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
