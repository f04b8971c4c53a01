//! One figure: the point as a sentence, a picker where there are several columns, the drawing, a line that reads out.

use std::rc::Rc;

use yew::prelude::*;

use super::entry::{Entry, entries};
use super::marks::{Board, Heed, keys};
use super::{compare, data, picker, stacked, waterfall};
use crate::chart::{Body, Chart, Kind, Plot, View};
use crate::page::words;
use crate::report::Basis;

const HINT: &str = "Point at a bar or use the arrow keys for its figures. Enter shows where it is printed.";

#[derive(Clone, Properties)]
pub struct ChartFigureProps {
    /// Told apart from every other figure; no space in it.
    pub name: AttrValue,
    pub chart: Rc<Chart>,
    /// Whether to say which statement it is of: not where the statement stands beside it.
    pub names_statement: bool,
    pub selected: Option<AttrValue>,
    pub on_pick: Callback<AttrValue>,
}

impl PartialEq for ChartFigureProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chart, &other.chart)
            && self.name == other.name
            && self.names_statement == other.names_statement
            && self.selected == other.selected
            && self.on_pick == other.on_pick
    }
}

/// The column shown, and where pointer and focus are in it.
#[derive(Clone, Copy, Default, PartialEq)]
struct Attention {
    view: usize,
    pointed: Option<usize>,
    focused: Option<usize>,
    /// The mark the tab key comes to.
    stop: usize,
}

#[component]
pub fn ChartFigure(props: &ChartFigureProps) -> Html {
    let chart = &props.chart;
    let attention = use_state_eq(|| Attention {
        view: chart.views.iter().position(|view| view.plot.is_ok()).unwrap_or(0),
        ..Attention::default()
    });
    let now = *attention;
    let heed = Callback::from(move |heed: Heed| {
        attention.set(match heed {
            Heed::Choose(view) => Attention { view, ..Attention::default() },
            Heed::Point(place) => Attention { pointed: place, ..now },
            Heed::Focus(None) => Attention { focused: None, ..now },
            Heed::Focus(Some(place)) => Attention { pointed: None, focused: Some(place), stop: place, ..now },
        });
    });
    let place = now.view.min(chart.views.len().saturating_sub(1));
    let Some(view) = chart.views.get(place) else { return Html::default() };
    html! {
        <figure class={classes!("chart", (chart.kind == Kind::Balance).then_some("chart--sides"))}>
            { caption(chart, view, props.names_statement) }
            if chart.views.len() > 1 { { picker::draw(&props.name, &chart.views, place, &heed) } }
            if let Ok(plot) = &view.plot { { drawing(props, plot, now, &heed) } }
        </figure>
    }
}

fn caption(chart: &Chart, view: &View, names_statement: bool) -> Html {
    let (title, outcome) = match &view.plot {
        Ok(plot) => (plot.title.as_str(), Some(plot.outcome)),
        Err(reason) => (reason.as_str(), None),
    };
    let non_gaap = chart.basis == Basis::NonGaap && chart.kind != Kind::Bridge;
    html! {
        <figcaption class="chart-caption">
            <p class="chart-kicker">{ chart.kind.name() }if non_gaap { { ", non-GAAP" } }</p>
            <h3 class="chart-title">{ title }</h3>
            <p class="chart-sub">
                if !view.period.is_empty() { { &view.period }{ ", " } }
                { &chart.units }
                if let Some(outcome) = outcome {
                    <span class={classes!("chart-state", words::tone(outcome))}>
                        <span aria-hidden="true">{ words::mark(outcome) }</span>{ " " }{ words::word(outcome) }
                    </span>
                }
            </p>
            if names_statement { <p class="chart-source">{ words::title(&chart.source) }</p> }
        </figcaption>
    }
}

fn drawing(props: &ChartFigureProps, plot: &Plot, now: Attention, heed: &Callback<Heed>) -> Html {
    let chart = &props.chart;
    let entries: Vec<Entry> = entries(chart, plot);
    let selected = props.selected.as_ref();
    let board = Board { entries: &entries, name: &props.name, stop: now.stop, selected, on_pick: &props.on_pick, heed };
    let drawn = match &plot.body {
        Body::Steps(steps) => waterfall::draw(&board, plot, steps, chart.decimals),
        Body::Sides(sides) => stacked::draw(&board, plot, sides, chart.decimals),
        Body::Lines(lines) => compare::draw(&board, plot, lines, chart.decimals),
    };
    let lit = || entries.iter().position(|entry| Some(&entry.cell) == selected);
    let told = now.pointed.or(now.focused).or_else(lit).and_then(|place| entries.get(place));
    html! {
        <>
            <div class="chart-marks" role="group" aria-label={plot.title.clone()}
                onkeydown={keys(props.name.clone(), now.stop, entries.len())}
                onmouseleave={heed.reform(|_| Heed::Point(None))} onfocusout={heed.reform(|_| Heed::Focus(None))}>
                { drawn }
            </div>
            <p class="chart-readout">{ told.map_or_else(|| HINT.into(), |entry| entry.readout.clone()) }</p>
            { data::table(chart, plot) }
        </>
    }
}
