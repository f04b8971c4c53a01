//! One figure: the point as a sentence, a picker where there are several columns, the drawing, a line that reads out.

use yew::prelude::*;

use super::draw::Drawing;
use super::heed::Target;
use super::scale::Scale;
use super::tags::{element, said, text, with};
use super::{data, picker};
use crate::chart::words::joined;
use crate::chart::{Chart, Kind, Plot, View};
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

pub fn figure(chart: &Chart, shown: &Shown) -> Html {
    let Some(view) = chart.views.get(shown.view) else { return Html::default() };
    let mut parts = vec![caption(chart, view, shown.names_statement)];
    if chart.views.len() > 1 {
        parts.push(picker::draw(shown.figure, &chart.views, shown.view));
    }
    if let Ok(plot) = &view.plot {
        drawing(chart, plot, shown, &mut parts);
    }
    let class = if chart.kind == Kind::Balance { "chart chart--sides" } else { "chart" };
    html! { <figure key={shown.figure} {class}>{ for parts }</figure> }
}

fn caption(chart: &Chart, view: &View, names_statement: bool) -> Html {
    let non_gaap = chart.basis == Basis::NonGaap && chart.kind != Kind::Bridge;
    let kicker = joined(&[chart.kind.name(), if non_gaap { ", non-GAAP" } else { "" }]);
    let comma = if view.period.is_empty() { "" } else { ", " };
    let mut sub = vec![text(&joined(&[&view.period, comma, &chart.units]))];
    let title = match &view.plot {
        Ok(plot) => {
            let class = joined(&["chart-state ", words::tone(plot.outcome)]).into();
            let mark = with("span", &["aria-hidden"], vec!["true".into()], vec![text(words::mark(plot.outcome))]);
            let word = text(&joined(&[" ", words::word(plot.outcome)]));
            sub.push(with("span", &["class"], vec![class], vec![mark, word]));
            &plot.title
        }
        Err(reason) => reason,
    };
    let mut parts =
        vec![said("p", "chart-kicker", &kicker), said("h3", "chart-title", title), element("p", "chart-sub", sub)];
    if names_statement {
        parts.push(said("p", "chart-source", &words::title(&chart.source)));
    }
    element("figcaption", "chart-caption", parts)
}

fn drawing(chart: &Chart, plot: &Plot, shown: &Shown, parts: &mut Vec<Html>) {
    let Shown { figure, stop, selected, .. } = *shown;
    let scale = Scale::of(chart.kind, plot);
    let drawing = Drawing { figure, kind: chart.kind, plot, digits: chart.decimals, scale, stop, selected };
    let keys = &["class", "role", "aria-label", "data-ref"];
    let at = Target::Drawing(figure).name();
    let values = vec!["chart-marks".into(), "group".into(), plot.title.clone().into(), at.into()];
    parts.push(with("div", keys, values, vec![drawing.draw()]));

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
    let readout = told.or(lit).map(|(group, mark)| mark.readout(group, chart.decimals));
    parts.push(said("p", "chart-readout", readout.as_deref().unwrap_or(HINT)));
    parts.push(data::table(chart, plot));
}
