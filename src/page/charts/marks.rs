//! The marks of a drawing as one stop of the tab key: arrows move among them, Enter picks the cell behind one.

use yew::prelude::*;

use super::entry::Entry;
use crate::chart::words::joined;
use crate::page::browser;

/// What the reader turns to in a figure.
#[derive(Clone, Copy)]
pub enum Heed {
    /// Another column.
    Choose(usize),
    /// The pointer is over a mark, or over none any more.
    Point(Option<usize>),
    /// A mark has the focus, or none any more.
    Focus(Option<usize>),
}

/// Arrow keys, Home and End move the focus; the browser does the rest, for a mark is a button.
pub fn keys(name: AttrValue, stop: usize, count: usize) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let last = count.saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => (stop + 1).min(last),
            "ArrowUp" | "ArrowLeft" => stop.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        browser::focus(&id(&name, next));
    })
}

fn id(name: &str, place: usize) -> String {
    joined(&[name, "-", &place.to_string()])
}

/// What a drawing needs to put marks on the page.
pub struct Board<'a> {
    pub entries: &'a [Entry],
    pub name: &'a str,
    pub stop: usize,
    pub selected: Option<&'a AttrValue>,
    pub on_pick: &'a Callback<AttrValue>,
    pub heed: &'a Callback<Heed>,
}

impl Board<'_> {
    /// The mark at `place`: a button around its name, its bar and its amount. Only a pointer that moves is heeded: it
    /// also "enters" marks that the arrow keys scroll under it.
    pub fn mark(&self, place: usize, name: Html, bar: Html) -> Html {
        let entry = &self.entries[place];
        let lit = self.selected == Some(&entry.cell);
        let cell = entry.cell.clone();
        html! {
            <button type="button" class={classes!("chart-mark", lit.then_some("is-lit"))} id={id(self.name, place)}
                tabindex={if place == self.stop { "0" } else { "-1" }} aria-current={lit.then_some("true")}
                onclick={self.on_pick.reform(move |_| cell.clone())}
                onmousemove={self.heed.reform(move |_| Heed::Point(Some(place)))}
                onfocus={self.heed.reform(move |_| Heed::Focus(Some(place)))}>
                { name }{ bar }{ amount(&entry.shown, &entry.spoken) }
            </button>
        }
    }
}

/// An amount for the eye, and in words where the eye reads parentheses.
fn amount(shown: &AttrValue, spoken: &AttrValue) -> Html {
    if !shown.starts_with('(') {
        return html! { <span class="chart-amount">{ shown }</span> };
    }
    html! {
        <span class="chart-amount is-negative"><span aria-hidden="true">{ shown }</span><span class="unseen">{ spoken }</span></span>
    }
}
