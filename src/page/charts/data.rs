//! "Show data": the figures of a drawing as a table, for reading, copying and voices.

use yew::prelude::*;

use super::tags::{element, said, text, with};
use crate::chart::words::joined;
use crate::chart::{Chart, Plot};

pub fn table(chart: &Chart, plot: &Plot) -> Html {
    let (mut heads, mut lines) = (Vec::new(), Vec::new());
    for (place, row) in plot.table.iter().enumerate() {
        let mut cells = Vec::with_capacity(row.len());
        for cell in row {
            cells.push(if place == 0 {
                head("col", cell)
            } else if cells.is_empty() {
                head("row", cell)
            } else {
                // Figures without a closing parenthesis leave room for one, so that last digits stand under one another.
                said("td", if cell.ends_with(')') { "" } else { "hangs" }, cell)
            });
        }
        let row = element("tr", "", cells);
        if place == 0 { heads.push(row) } else { lines.push(row) }
    }
    let name = joined(&[&plot.title, ", ", &chart.units]);
    let parts = vec![said("caption", "unseen", &name), element("thead", "", heads), element("tbody", "", lines)];
    let label = joined(&["Data: ", &plot.title]);
    let keys = &["class", "tabindex", "role", "aria-label"];
    let values = vec!["chart-scroll".into(), "0".into(), "region".into(), label.into()];
    let scroll = with("div", keys, values, vec![element("table", "", parts)]);
    element("details", "chart-data", vec![said("summary", "", "Show data"), scroll])
}

fn head(scope: &'static str, words: &str) -> Html {
    with("th", &["scope"], vec![scope.into()], vec![text(words)])
}
