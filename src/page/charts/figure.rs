//! One figure: the point as a sentence, a picker where there are several columns, the drawing, a line that reads out.

use super::draw::Drawing;
use super::heed::Target;
use super::scale::Scale;
use super::{data, picker};
use crate::chart::words::joined;
use crate::chart::{Chart, Kind, Plot, View};
use crate::page::pen::Pen;
use crate::page::words;
use crate::report::Basis;

const HINT: &str = "Point at a bar or use the arrow keys for its figures. Enter shows where it is printed.";

/// What of a figure is shown, and where the reader is in it.
pub struct Shown<'a> {
    /// Its number among all charts of the report.
    pub figure: usize,
    pub view: usize,
    /// The mark the tab key comes to.
    pub stop: usize,
    /// The mark the pointer or the focus is on.
    pub heeded: Option<usize>,
    pub selected: Option<&'a str>,
    /// Whether to say which statement it is of: not where the statement stands beside it.
    pub names_statement: bool,
}

pub fn figure(pen: &mut Pen, chart: &Chart, shown: &Shown) {
    let Some(view) = chart.views.get(shown.view) else { return };
    pen.open("figure", if chart.kind == Kind::Balance { "chart chart--sides" } else { "chart" });
    pen.key(&shown.figure.to_string());
    caption(pen, chart, view, shown.names_statement);
    if chart.views.len() > 1 {
        picker::draw(pen, shown.figure, &chart.views, shown.view);
    }
    if let Ok(plot) = &view.plot {
        drawing(pen, chart, plot, shown);
    }
    pen.close();
}

/// What kind of chart it is.
pub fn kicker(chart: &Chart) -> String {
    let non_gaap = chart.basis == Basis::NonGaap && chart.kind != Kind::Bridge;
    joined(&[chart.kind.name(), if non_gaap { ", non-GAAP" } else { "" }])
}

fn caption(pen: &mut Pen, chart: &Chart, view: &View, names_statement: bool) {
    pen.open("figcaption", "chart-caption");
    pen.said("p", "chart-kicker", &kicker(chart));
    let title = match &view.plot {
        Ok(plot) => &plot.title,
        Err(reason) => reason,
    };
    pen.said("h3", "chart-title", title);
    pen.open("p", "chart-sub");
    pen.text(&view.about(chart));
    if let Ok(plot) = &view.plot {
        pen.open("span", &joined(&["chart-state ", words::tone(plot.outcome)]));
        pen.sign("", words::mark(plot.outcome));
        pen.text(&joined(&[" ", words::word(plot.outcome)]));
        pen.close();
    }
    pen.close();
    if names_statement {
        pen.said("p", "chart-source", &words::title(&chart.source));
    }
    pen.close();
}

fn drawing(pen: &mut Pen, chart: &Chart, plot: &Plot, shown: &Shown) {
    let Shown { figure, stop, selected, .. } = *shown;
    let scale = Scale::of(chart.kind, plot);
    let drawing = Drawing { figure, kind: chart.kind, plot, digits: chart.decimals, scale, stop, selected };
    let at = Target::Drawing(figure).name();
    pen.open("div", "chart-marks");
    pen.set("role", "group");
    pen.set("aria-label", &plot.title);
    pen.set("data-ref", &at);
    drawing.draw(pen);
    pen.close();

    let (mut told, mut lit, mut place) = (None, None, 0);
    for group in &plot.groups {
        for mark in &group.marks {
            if shown.heeded == Some(place) {
                told = Some((group, mark));
            }
            if lit.is_none() && selected == Some(&mark.cell) {
                lit = Some((group, mark));
            }
            place += 1;
        }
    }
    let readout = told.or(lit).map(|(group, mark)| mark.readout(chart.kind, group, chart.decimals));
    pen.said("p", "chart-readout", readout.as_deref().unwrap_or(HINT));
    pen.open("div", "chart-foot");
    data::table(pen, chart, plot);
    pen.open("p", "chart-save");
    for (kind, word) in [("svg-", "Save SVG"), ("png-", "Save PNG")] {
        pen.button("", &joined(&[kind, &figure.to_string()]));
        pen.text(word);
        pen.said("span", "unseen", &joined(&[" of ", &plot.title]));
        pen.close();
    }
    pen.close();
    pen.close();
}
