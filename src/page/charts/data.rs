//! "Show data": the figures of a drawing as a table, for reading, copying and voices.

use crate::chart::words::joined;
use crate::chart::{Chart, Plot};
use crate::page::pen::Pen;

pub fn table(pen: &mut Pen, chart: &Chart, plot: &Plot) {
    pen.open("details", "chart-data");
    pen.said("summary", "", "Show data");
    let label = joined(&["Data: ", &plot.title]);
    pen.open("div", "chart-scroll");
    pen.set("tabindex", "0");
    pen.set("role", "region");
    pen.set("aria-label", &label);
    pen.open("table", "");
    pen.said("caption", "unseen", &joined(&[&plot.title, ", ", &chart.units]));
    pen.open("thead", "");
    for (place, row) in plot.table.iter().enumerate() {
        if place == 1 {
            pen.close();
            pen.open("tbody", "");
        }
        pen.open("tr", "");
        for (column, cell) in row.iter().enumerate() {
            if place == 0 || column == 0 {
                pen.open("th", "");
                pen.set("scope", if place == 0 { "col" } else { "row" });
                pen.text(cell);
                pen.close();
            } else {
                // Figures without a closing parenthesis leave room for one, so that last digits stand under one another.
                pen.said("td", if cell.ends_with(')') { "" } else { "hangs" }, cell);
            }
        }
        pen.close();
    }
    for _part in ["tbody", "table", "div", "details"] {
        pen.close();
    }
}
