//! Chooses the column a figure shows: radio buttons drawn as one segmented strip a group.

use yew::prelude::*;

use super::heed::Target;
use super::tags::{element, said, text, with};
use crate::chart::View;
use crate::chart::words::joined;

/// The figure's number keeps these radio buttons apart from those of other figures.
pub fn draw(figure: usize, views: &[View], chosen: usize) -> Html {
    let name = AttrValue::from(joined(&["chart-", &figure.to_string()]));
    let mut parts = vec![said("legend", "unseen", "Period")];
    let mut place = 0;
    while let Some(View { group, .. }) = views.get(place) {
        let mut choices = Vec::new();
        while let Some(view) = views.get(place).filter(|view| view.group == *group) {
            let mut words = Vec::new();
            if !group.is_empty() {
                words.push(said("span", "unseen", &joined(&[group, ", "])));
            }
            words.push(text(&view.label));
            let at = Target::Choice(figure, place).name();
            let radio = html! { <input type="radio" name={name.clone()} data-ref={at} checked={place == chosen} /> };
            choices.push(element("label", "chart-choice", vec![radio, element("span", "", words)]));
            place += 1;
        }
        let mut strip = Vec::new();
        if !group.is_empty() {
            let values = vec!["chart-group-name".into(), "true".into()];
            strip.push(with("span", &["class", "aria-hidden"], values, vec![text(group)]));
        }
        strip.push(element("div", "chart-choices", choices));
        parts.push(element("div", "chart-group", strip));
    }
    element("fieldset", "chart-picker", parts)
}
