//! A chart as a picture to take along: SVG that holds all it needs, on light paper, with its title and where it comes from.

mod ink;
mod room;
mod rows;

#[cfg(test)]
mod tests;

use super::figure::kicker;
use super::heed::Turned;
use crate::chart::words::joined;
use crate::chart::{Chart, Charts, Kind, Plot, View};
use crate::page::words;
use crate::report::{Outcome, Report};
use ink::{BROKEN, Face, HAIR, INK, Ink, ROUNDING, SOFT};
use rows::Rows;

/// The sheet and its margins, in pixels.
const WIDTH: usize = 960;
const LEFT: usize = 32;
const RIGHT: usize = WIDTH - LEFT;

/// The size of captions and amounts, and of what is smaller.
const SIZE: usize = 14;
const SMALL: Face = Face::of(12, SOFT);
const TITLE: Face = Face::of(20, INK).bold(true);

/// The colours of what ties and of what was not checked, which stand nowhere else on a drawing.
const TIE: &str = "#2f6b3c";
const UNCHECKED: &str = "#66625a";

pub struct Picture {
    /// What tells its file from those of other charts: ".s2.income.year-dec-2005".
    pub name: String,
    pub svg: String,
}

/// The picture of a chart as the reader turned to it.
pub fn picture(report: &Report, charts: &Charts, turned: &Turned, figure: usize) -> Option<Picture> {
    let chart = charts.drawn.get(figure)?;
    let view = chart.views.get(turned.place(figure).0)?;
    let plot = view.plot.as_ref().ok()?;
    let kind = match chart.kind {
        Kind::Income => "income",
        Kind::Comparison => "comparison",
        Kind::Shares => "shares",
        Kind::Balance => "balance",
        Kind::Bridge => "bridge",
        Kind::Cash => "cash",
    };
    let mut name = joined(&[".", &chart.statement, ".", kind, "."]);
    for c in [&view.group, " ", &view.label].concat().trim().chars() {
        name.push(if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    }
    Some(Picture { name: name.trim_end_matches(['-', '.']).to_owned(), svg: draw(report, chart, view, plot) })
}

fn draw(report: &Report, chart: &Chart, view: &View, plot: &Plot) -> String {
    let mut ink = Ink::default();
    ink.rule(LEFT, RIGHT, 28, INK);
    ink.rule(LEFT, RIGHT, 29, INK);
    ink.text(LEFT, 48, SMALL.bold(true), &kicker(chart));
    let state = joined(&[words::mark(plot.outcome), " ", words::word(plot.outcome)]);
    let colour = match plot.outcome {
        Outcome::Exact => TIE,
        Outcome::Rounding => ROUNDING,
        Outcome::Broken => BROKEN,
        Outcome::Unchecked => UNCHECKED,
    };
    ink.ends(RIGHT, 48, Face { colour, ..SMALL }.bold(true), &state);
    let mut top = 56;
    set(&mut ink, &mut top, TITLE, 25, &plot.title);
    let about = view.about(chart);
    set(&mut ink, &mut top, Face::of(SIZE, SOFT), 19, &about);
    let mut rows = Rows::new(chart.kind, plot, chart.decimals, ink, top + 14);
    rows.draw();
    let source = source(report, chart, &about);
    let (mut ink, mut top) = (rows.ink, rows.top + 4);
    ink.rule(LEFT, RIGHT, top, HAIR);
    set(&mut ink, &mut top, SMALL, 17, &source);
    ink.sheet(WIDTH, top + 22, &plot.title, &source)
}

/// Sets a text in as many lines as it takes.
fn set(ink: &mut Ink, top: &mut usize, face: Face, leading: usize, text: &str) {
    for line in room::lines(text, face, RIGHT - LEFT) {
        *top += leading;
        ink.text(LEFT, *top, face, &line);
    }
}

/// "Source: Pellworth Instruments, Inc. (PLWI), Condensed consolidated balance sheets, December 31, 2005, in thousands of US
/// dollars. Read from pellworth-2005q4.txt and drawn by tieout, from sums that it made again."
fn source(report: &Report, chart: &Chart, about: &str) -> String {
    let mut said = String::from("Source: ");
    if let Some(name) = &report.entity.name {
        said.push_str(name);
        if let Some(ticker) = &report.entity.ticker {
            said.push_str(&joined(&[" (", ticker, ")"]));
        }
        said.push_str(", ");
    }
    let title = words::title(&chart.source);
    said.push_str(&joined(&[&title, ", ", about, ". Read from ", &report.file, " and drawn by tieout."]));
    said
}
