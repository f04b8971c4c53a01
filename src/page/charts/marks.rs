//! The marks of a drawing as one stop of the tab key: arrows move among them, Enter picks, a line beneath reads out.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::entry::{Entry, entries};
use super::{compare, data, stacked, waterfall};
use crate::chart::{Body, Chart};

const HINT: &str = "Point at a bar or use the arrow keys for its figures. Enter shows where it is printed.";

#[derive(PartialEq, Properties)]
pub struct MarksProps {
    pub chart: Rc<Chart>,
    /// Place of the view; its plot is drawn.
    pub view: usize,
    pub selected: Option<AttrValue>,
    pub on_pick: Callback<AttrValue>,
}

/// Where pointer and focus are.
#[derive(Clone, Copy, Default, PartialEq)]
struct Attention {
    pointed: Option<usize>,
    focused: Option<usize>,
    /// The mark the tab key comes to.
    stop: usize,
}

#[component]
pub fn Marks(props: &MarksProps) -> Html {
    let attention = use_state_eq(Attention::default);
    let all = use_memo((props.chart.clone(), props.view), |(chart, view)| match &chart.views[*view].plot {
        Ok(plot) => entries(chart, plot),
        Err(_) => Vec::new(),
    });
    let nodes = use_memo(all.len(), |&count| (0..count).map(|_| NodeRef::default()).collect::<Vec<_>>());
    let Ok(plot) = &props.chart.views[props.view].plot else { return Html::default() };

    let set = |change: fn(&mut Attention, usize)| {
        let attention = attention.clone();
        Callback::from(move |place: usize| {
            let mut next = *attention;
            change(&mut next, place);
            attention.set(next);
        })
    };
    let board = Board {
        entries: &all,
        nodes: &nodes,
        stop: attention.stop,
        selected: props.selected.as_ref(),
        on_pick: &props.on_pick,
        on_point: set(|attention, place| attention.pointed = Some(place)),
        on_focus: set(|attention, place| (attention.focused, attention.stop) = (Some(place), place)),
    };
    let drawing = match &plot.body {
        Body::Steps(steps) => waterfall::draw(&board, plot, steps, props.chart.decimals),
        Body::Sides(sides) => stacked::draw(&board, plot, sides, props.chart.decimals),
        Body::Lines(lines) => compare::draw(&board, plot, lines, props.chart.decimals),
    };
    let leave = set(|attention, _| attention.pointed = None);
    let blur = set(|attention, _| attention.focused = None);
    let lit = || all.iter().position(|entry| Some(&entry.cell) == props.selected.as_ref());
    let told = attention.pointed.or(attention.focused).or_else(lit).and_then(|place| all.get(place));
    html! {
        <>
            <div class="chart-marks" role="group" aria-label={plot.title.clone()} onkeydown={keys(nodes.clone(), attention.stop)}
                onmouseleave={leave.reform(|_| 0)} onfocusout={blur.reform(|_| 0)}>
                { drawing }
            </div>
            <p class="chart-readout">
                { told.map_or_else(|| HINT.into(), |entry| entry.readout.clone()) }
            </p>
            { data::table(&props.chart, plot) }
        </>
    }
}

/// Arrow keys, Home and End move the focus; the browser does the rest, for a mark is a button.
fn keys(nodes: Rc<Vec<NodeRef>>, stop: usize) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let last = nodes.len().saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => (stop + 1).min(last),
            "ArrowUp" | "ArrowLeft" => stop.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        if let Some(mark) = nodes.get(next).and_then(NodeRef::cast::<HtmlElement>) {
            // A mark that is not on the page any more cannot take the focus; nothing is lost then.
            drop(mark.focus());
        }
    })
}

/// What a drawing needs to put marks on the page.
pub struct Board<'a> {
    entries: &'a [Entry],
    nodes: &'a [NodeRef],
    stop: usize,
    selected: Option<&'a AttrValue>,
    on_pick: &'a Callback<AttrValue>,
    on_point: Callback<usize>,
    on_focus: Callback<usize>,
}

impl Board<'_> {
    /// The mark at `place`: a button around its name, its bar and its amount.
    pub fn mark(&self, place: usize, name: Html, bar: Html) -> Html {
        let entry = &self.entries[place];
        let lit = self.selected == Some(&entry.cell);
        let cell = entry.cell.clone();
        html! {
            <button type="button" class={classes!("chart-mark", lit.then_some("is-lit"))} ref={&self.nodes[place]}
                tabindex={if place == self.stop { "0" } else { "-1" }} aria-current={lit.then_some("true")}
                onclick={self.on_pick.reform(move |_| cell.clone())}
                onmouseenter={self.on_point.reform(move |_| place)} onfocus={self.on_focus.reform(move |_| place)}>
                { name }{ bar }
                { amount(&entry.shown, &entry.spoken) }
            </button>
        }
    }
}

/// An amount for the eye, and in words where the eye reads parentheses.
fn amount(shown: &AttrValue, spoken: &AttrValue) -> Html {
    let negative = shown.starts_with('(');
    html! {
        <span class={classes!("chart-amount", negative.then_some("is-negative"))}>
            if negative {
                <span aria-hidden="true">{ shown }</span><span class="unseen">{ spoken }</span>
            } else {
                { shown }
            }
        </span>
    }
}
