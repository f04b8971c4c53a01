//! A statement in the middle of the page: its head, then its table, its chart or both.

use crate::page::charts::{Wanted, draw};
use crate::page::filing::Filing;
use crate::page::lit::Lit;
use crate::page::pen::Pen;
use crate::page::shown::Shown;
use crate::page::state::{Show, State};

use super::caption::statement_head;
use super::table::table;

pub fn statement_view(pen: &mut Pen, filing: &Filing, id: &str, lit: &Lit, state: &State) {
    let Some(statement) = filing.statement(id) else {
        return pen.said("p", "empty", "This statement is not in the file.");
    };
    let drawn = filing.charts.drawn.iter().any(|chart| chart.statement == id);
    let show = if drawn { state.show } else { Show::Table };
    statement_head(pen, statement, state, drawn);
    if show == Show::Table {
        pen.nothing();
    } else {
        charts(pen, filing, Some(id), state);
    }
    if show == Show::Chart {
        pen.nothing();
    } else {
        table(pen, filing, &Shown::of(statement, state.lens), lit, state);
    }
    pen.close();
}

/// Charts of one statement, or of all. A mark that is picked is selected where one is.
pub fn charts(pen: &mut Pen, filing: &Filing, statement: Option<&str>, state: &State) {
    let selected = state.view.focus(filing);
    let wanted = Wanted { statement, selected: selected.as_deref(), stretch: state.stretch };
    draw(pen, &filing.charts, &state.turned, wanted);
}
