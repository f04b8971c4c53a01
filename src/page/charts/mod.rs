//! The charts of a report on the page: figures for what its checks support, and a sentence for what they do not.

mod data;
mod draw;
mod figure;
mod heed;
mod paper;
mod picker;
mod scale;

#[cfg(test)]
mod tests;

pub use heed::{Heard, Turned, hear};
pub use paper::picture;

use crate::chart::words::joined;
use crate::chart::{Absent, Chart, Charts, Plot};
use crate::gather::Gather;
use crate::page::pen::Pen;
use crate::page::stretch::{ENTRIES, FIGURES, List, Stretch, turn, turned_to};
use crate::page::words::title;
use draw::Drawing;
use figure::{Shown, figure};
use scale::Scale;

/// What of the charts is drawn.
#[derive(Clone, Copy, Default)]
pub struct Wanted<'w> {
    /// Those of this statement alone.
    pub statement: Option<&'w str>,
    /// The cell whose marks are lit.
    pub selected: Option<&'w str>,
    /// Of many the part the reader turned to.
    pub stretch: Stretch,
}

/// Draws charts, and says which could not be made.
pub fn draw(pen: &mut Pen, charts: &Charts, turned: &Turned, wanted: Wanted<'_>) {
    let Wanted { statement, selected, stretch } = wanted;
    let is_wanted = |of: Option<&str>| statement.is_none() || of == statement;
    let drawn: Vec<usize> = (0..charts.drawn.len()).filter(|&at| is_wanted(Some(&charts.drawn[at].statement))).gather();
    pen.open("div", "charts");
    // A few more than that are not worth a turn.
    let size = if drawn.len() <= FIGURES + 3 { drawn.len().max(1) } else { FIGURES };
    let part = turned_to(stretch, List::Figures as usize, drawn.len(), size);
    turn(pen, List::Figures as usize, &part, drawn.len());
    for &number in drawn.get(part).unwrap_or_default() {
        let (view, stop) = turned.place(number);
        let (heeded, names_statement) = (turned.heeded(number), statement.is_none());
        figure(pen, &charts.drawn[number], &Shown { figure: number, view, stop, heeded, selected, names_statement });
    }
    let absent: Vec<&Absent> = charts.absent.iter().filter(|absent| is_wanted(absent.statement.as_deref())).gather();
    if !absent.is_empty() {
        pen.open("section", "chart-absent");
        pen.said("h3", "", "Not drawn");
        let part = turned_to(stretch, List::Absent as usize, absent.len(), ENTRIES);
        turn(pen, List::Absent as usize, &part, absent.len());
        pen.open("ul", "");
        for absent in absent.get(part).unwrap_or_default() {
            reason(pen, absent);
        }
        pen.close();
        pen.close();
    } else if drawn.is_empty() {
        pen.said("p", "chart-reason", "No chart is made of this statement.");
    }
    pen.close();
}

/// Draws the marks of a chart alone, as a small picture.
pub fn small(pen: &mut Pen, chart: &Chart, plot: &Plot) {
    let (kind, digits, scale) = (chart.kind, chart.decimals, Scale::of(chart.kind, plot));
    pen.open("div", "chart-marks");
    Drawing { figure: 0, kind, plot, digits, scale, stop: usize::MAX, selected: None }.draw(pen);
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
