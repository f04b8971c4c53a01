//! The charts of a report on the page: figures for what its checks support, and a sentence for what they do not.

mod data;
mod draw;
mod figure;
mod heed;
mod picker;
mod scale;

#[cfg(test)]
mod tests;

pub use heed::{Heard, Turned, hear};

use crate::chart::words::joined;
use crate::chart::{Absent, Charts};
use crate::page::pen::Pen;
use crate::page::words::title;
use figure::{Shown, figure};

/// Draws the charts of one statement, by its id, or of all; the marks of the selected cell are lit.
pub fn draw(pen: &mut Pen, charts: &Charts, turned: &Turned, statement: Option<&str>, selected: Option<&str>) {
    let wanted = |of: Option<&str>| statement.is_none() || of == statement;
    let mut drawn = false;
    pen.open("div", "charts");
    for (number, chart) in charts.drawn.iter().enumerate() {
        if wanted(Some(&chart.statement)) {
            let (view, stop) = turned.place(number);
            let (heeded, names_statement) = (turned.heeded(number), statement.is_none());
            figure(pen, chart, &Shown { figure: number, view, stop, heeded, selected, names_statement });
            drawn = true;
        }
    }
    let absent: Vec<&Absent> = charts.absent.iter().filter(|absent| wanted(absent.statement.as_deref())).collect();
    if !absent.is_empty() {
        pen.open("section", "chart-absent");
        pen.said("h3", "", "Not drawn");
        pen.open("ul", "");
        for absent in absent {
            reason(pen, absent);
        }
        pen.close();
        pen.close();
    } else if !drawn {
        pen.said("p", "chart-reason", "No chart is made of this statement.");
    }
    pen.close();
}

/// What is missing, and why.
fn reason(pen: &mut Pen, absent: &Absent) {
    pen.open("li", "");
    pen.said("b", "", absent.kind.name());
    if !absent.source.is_empty() {
        pen.text(", ");
        pen.said("span", "chart-source", &title(&absent.source));
    }
    pen.text(&joined(&[": ", &absent.reason]));
    pen.close();
}
