//! Chooses the column a figure shows: radio buttons drawn as one segmented strip a group.

use super::heed::Target;
use crate::chart::View;
use crate::chart::words::joined;
use crate::page::pen::Pen;

/// The figure's number keeps these radio buttons apart from those of other figures.
pub fn draw(pen: &mut Pen, figure: usize, views: &[View], chosen: usize) {
    let name = joined(&["chart-", &figure.to_string()]);
    pen.open("fieldset", "chart-picker");
    pen.said("legend", "unseen", "Period");
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
                pen.sign("chart-group-name", group);
            }
            pen.open("div", "chart-choices");
        }
        pen.open("label", "chart-choice");
        pen.open("input", "");
        pen.set("type", "radio");
        pen.set("name", &name);
        pen.set("data-ref", &Target::Choice(figure, place).name());
        pen.check(place == chosen);
        pen.close();
        pen.open("span", "");
        if !group.is_empty() {
            pen.said("span", "unseen", &joined(&[group, ", "]));
        }
        pen.text(label);
        pen.close();
        pen.close();
    }
    for _part in ["choices", "group", "picker"] {
        pen.close();
    }
}
