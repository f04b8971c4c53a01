//! Chooses the column a figure shows: radio buttons drawn as one segmented strip a group.

use yew::prelude::*;

use super::heed::Target;
use super::pen::Pen;
use crate::chart::View;
use crate::chart::words::joined;

/// The figure's number keeps these radio buttons apart from those of other figures.
pub fn draw(pen: &mut Pen, figure: usize, views: &[View], chosen: usize) {
    let name = AttrValue::from(joined(&["chart-", &figure.to_string()]));
    pen.open("fieldset", "chart-picker");
    pen.say("legend", "unseen", "Period");
    let mut last: Option<&str> = None;
    for (place, View { group, label, .. }) in views.iter().enumerate() {
        if last != Some(group) {
            if last.is_some() {
                pen.close();
                pen.close();
            }
            last = Some(group);
            pen.open("div", "chart-group");
            if !group.is_empty() {
                pen.show("chart-group-name", group);
            }
            pen.open("div", "chart-choices");
        }
        pen.open("label", "chart-choice");
        let at = Target::Choice(figure, place).name();
        pen.put(html! { <input type="radio" name={name.clone()} data-ref={at} checked={place == chosen} /> });
        pen.open("span", "");
        if !group.is_empty() {
            pen.say("span", "unseen", &joined(&[group, ", "]));
        }
        pen.text(label);
        pen.close();
        pen.close();
    }
    for _part in ["choices", "group", "picker"] {
        pen.close();
    }
}
