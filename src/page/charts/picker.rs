//! Chooses the column a figure shows: radio buttons drawn as one segmented strip a group.

use yew::prelude::*;

use super::marks::Heed;
use crate::chart::View;

/// `name` keeps these radio buttons apart from those of other figures.
pub fn draw(name: &AttrValue, views: &[View], chosen: usize, heed: &Callback<Heed>) -> Html {
    let mut place = 0;
    let mut radio = |view: &View| {
        let this = place;
        place += 1;
        html! {
            <label class="chart-choice">
                <input type="radio" {name} checked={this == chosen} onchange={heed.reform(move |_| Heed::Choose(this))} />
                <span>
                    if !view.group.is_empty() { <span class="unseen">{ &view.group }{ ", " }</span> }
                    { &view.label }
                </span>
            </label>
        }
    };
    let group = |run: &[View]| {
        let name = &run[0].group;
        html! {
            <div class="chart-group">
                if !name.is_empty() { <span class="chart-group-name" aria-hidden="true">{ name }</span> }
                <div class="chart-choices">{ for run.iter().map(&mut radio) }</div>
            </div>
        }
    };
    html! {
        <fieldset class="chart-picker">
            <legend class="unseen">{ "Period" }</legend>
            { for views.chunk_by(|one, other| one.group == other.group).map(group) }
        </fieldset>
    }
}
