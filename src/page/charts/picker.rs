//! Chooses the column a figure shows: radio buttons drawn as one segmented strip a group.

use yew::prelude::*;

use crate::chart::View;

#[derive(PartialEq, Properties)]
pub struct PickerProps {
    /// Told apart from the pickers of other figures.
    pub name: AttrValue,
    /// Label, group and place of each choice.
    pub choices: Vec<Choice>,
    pub chosen: usize,
    pub on_choose: Callback<usize>,
}

#[derive(Clone, PartialEq)]
pub struct Choice {
    pub group: AttrValue,
    pub label: AttrValue,
}

impl Choice {
    pub fn of(view: &View) -> Self {
        Self { group: view.group.clone().into(), label: view.label.clone().into() }
    }
}

#[component]
pub fn Picker(props: &PickerProps) -> Html {
    let numbered: Vec<(usize, &Choice)> = props.choices.iter().enumerate().collect();
    let radio = |&(place, choice): &(usize, &Choice)| {
        let onchange = props.on_choose.reform(move |_| place);
        html! {
            <label class="chart-choice">
                <input type="radio" name={&props.name} checked={place == props.chosen} {onchange} />
                <span>
                    if !choice.group.is_empty() {
                        <span class="unseen">{ &choice.group }{ ", " }</span>
                    }
                    { &choice.label }
                </span>
            </label>
        }
    };
    let group = |run: &[(usize, &Choice)]| {
        let name = &run[0].1.group;
        html! {
            <div class="chart-group">
                if !name.is_empty() { <span class="chart-group-name" aria-hidden="true">{ name }</span> }
                <div class="chart-choices">{ for run.iter().map(radio) }</div>
            </div>
        }
    };
    html! {
        <fieldset class="chart-picker">
            <legend class="unseen">{ "Period" }</legend>
            { for numbered.chunk_by(|one, other| one.1.group == other.1.group).map(group) }
        </fieldset>
    }
}
