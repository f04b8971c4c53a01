//! Main lines in several periods: a bar a period under one caption, the change beside them.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::marks::Board;
use super::scale::Scale;
use crate::chart::words::{amount, percent, unsigned};
use crate::chart::{Comparison, Mark, Plot, Row};

pub fn draw(board: &Board, plot: &Plot, lines: &Comparison, digits: u32) -> Html {
    let scale = Scale::of(plot);
    let count = lines.columns.len();
    let row = |(place, row): (usize, &Row)| {
        let mark = |(column, mark): (usize, &Mark)| {
            let name = name(&row.caption, &lines.columns[column]);
            let bar = html! { <>{ bar(scale, mark.amount) }{ flag(mark, digits) }</> };
            let latest = (column == 0).then_some("is-latest");
            html! {
                <li class={classes!("chart-row", latest, (!mark.gap.is_zero()).then_some("is-gap"))}>
                    { board.mark(place * count + column, name, bar) }
                </li>
            }
        };
        html! {
            <li class="chart-line">
                <p class="chart-line-name">{ &row.caption }</p>
                <p class="chart-change">{ change(row, lines, digits) }</p>
                <ul class="chart-rows">{ for row.marks.iter().enumerate().map(mark) }</ul>
            </li>
        }
    };
    html! { <ol class="chart-lines">{ for lines.rows.iter().enumerate().map(row) }</ol> }
}

/// The period for the eye; the line as well for a voice, which comes to a mark without its surroundings.
fn name(caption: &str, when: &str) -> Html {
    html! { <span class="chart-name"><span class="unseen">{ caption }{ ", " }</span>{ when }</span> }
}

fn flag(mark: &Mark, digits: u32) -> Html {
    if mark.gap.is_zero() {
        return Html::default();
    }
    html! {
        <span class="chart-flag">
            <span aria-hidden="true">{ "✗" }</span>{ " does not tie by " }{ unsigned(mark.gap, digits) }
        </span>
    }
}

/// "up 51,689", "33.3%" and, where it could be another, the period it is compared with.
fn change(row: &Row, lines: &Comparison, digits: u32) -> Html {
    let direction = match row.change.cmp(&Decimal::ZERO) {
        Ordering::Less => "down ",
        Ordering::Equal => return html! { <span>{ "no change" }</span> },
        Ordering::Greater => "up ",
    };
    html! {
        <>
            <span>{ direction }{ amount(row.change.abs(), digits) }</span>
            { " " }
            <span>{ row.percent.map_or_else(|| "n/m".into(), |value| percent(value.abs())) }</span>
            <span class={if lines.columns.len() > 2 { "" } else { "unseen" }}>{ " on " }{ &lines.columns[1] }</span>
        </>
    }
}

fn bar(scale: Scale, value: Decimal) -> Html {
    let (x, width) = scale.bar(Decimal::ZERO, value);
    let zero = scale.x(Decimal::ZERO);
    html! {
        <svg class="chart-bar" aria-hidden="true" focusable="false">
            <line class={scale.zero_class()} x1={zero.clone()} x2={zero} y1="0" y2="102%" />
            <svg y="50%" overflow="visible"><rect class="chart-fill" {x} {width} y="-6" height="12" /></svg>
        </svg>
    }
}
