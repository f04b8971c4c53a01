//! One figure: the point as a sentence, the period and units, a picker where there are several columns, the drawing.

use std::rc::Rc;

use yew::prelude::*;

use super::marks::Marks;
use super::picker::{Choice, Picker};
use crate::chart::{Chart, Kind, View};
use crate::report::{Basis, Outcome};

#[derive(PartialEq, Properties)]
pub struct ChartFigureProps {
    /// Told apart from every other figure.
    pub name: AttrValue,
    pub chart: Rc<Chart>,
    /// Whether to say which statement it is of: not where the statement stands beside it.
    pub names_statement: bool,
    pub selected: Option<AttrValue>,
    pub on_pick: Callback<AttrValue>,
}

#[component]
pub fn ChartFigure(props: &ChartFigureProps) -> Html {
    let chart = &props.chart;
    let first = chart.views.iter().position(|view| view.plot.is_ok()).unwrap_or(0);
    let chosen = use_state(|| first);
    let place = (*chosen).min(chart.views.len() - 1);
    let view = &chart.views[place];
    let on_choose = use_callback((), move |place: usize, ()| chosen.set(place));
    html! {
        <figure class={classes!("chart", kind_class(chart.kind))}>
            { caption(chart, view, props.names_statement) }
            if chart.views.len() > 1 {
                <Picker name={&props.name} choices={chart.views.iter().map(Choice::of).collect::<Vec<_>>()} chosen={place} {on_choose} />
            }
            if view.plot.is_ok() {
                <Marks key={view.id.as_str()} chart={chart.clone()} view={place} selected={props.selected.clone()} on_pick={&props.on_pick} />
            }
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
                if let Some(outcome) = outcome { { state(outcome) } }
            </p>
            if names_statement { <p class="chart-source">{ &chart.source }</p> }
        </figcaption>
    }
}

/// The mark and the word for how well the equations behind a chart hold.
fn state(outcome: Outcome) -> Html {
    let (class, mark, word) = match outcome {
        Outcome::Exact => ("chart-state is-tie", "✓", "ties"),
        Outcome::Rounding => ("chart-state is-rounding", "≈", "ties within rounding"),
        Outcome::Broken => ("chart-state is-broken", "✗", "does not tie"),
        Outcome::Unchecked => ("chart-state is-unchecked", "○", "not checked"),
    };
    html! { <span {class}><span aria-hidden="true">{ mark }</span>{ " " }{ word }</span> }
}

const fn kind_class(kind: Kind) -> &'static str {
    match kind {
        Kind::Income | Kind::Cash | Kind::Bridge => "chart--steps",
        Kind::Balance => "chart--sides",
        Kind::Comparison => "chart--lines",
    }
}
