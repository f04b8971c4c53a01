//! A waterfall of horizontal bars, one row a step: caption at the left, amount at the right, time running down.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::marks::Board;
use super::scale::Scale;
use crate::chart::words::unsigned;
use crate::chart::{Plot, Step, StepKind};

pub fn draw(board: &Board, plot: &Plot, steps: &[Step], digits: u32) -> Html {
    let scale = Scale::of(plot);
    let row = |(place, step): (usize, &Step)| {
        let last = place + 1 == steps.len();
        let bar = bar(scale, step, place > 0, !last);
        html! { <li class={classes!("chart-row", class(step))}>{ board.mark(place, name(step, digits), bar) }</li> }
    };
    html! { <ol class="chart-rows">{ for steps.iter().enumerate().map(row) }</ol> }
}

/// The caption, with a mark and words where something does not tie.
pub fn name(step: &Step, digits: u32) -> Html {
    let mark = match step.kind {
        StepKind::Gap => Some("✗ "),
        StepKind::Rounding => Some("≈ "),
        _ => None,
    };
    html! {
        <span class="chart-name">
            if let Some(mark) = mark { <span aria-hidden="true">{ mark }</span> }
            { &step.caption }
            if !step.inner_gap.is_zero() {
                <span class="chart-flag">
                    <span aria-hidden="true">{ " ✗" }</span>{ " its parts do not tie by " }{ unsigned(step.inner_gap, digits) }
                </span>
            }
        </span>
    }
}

/// What a step looks like.
pub fn class(step: &Step) -> &'static str {
    match step.kind {
        StepKind::Start => "is-level is-start",
        StepKind::Subtotal => "is-level",
        StepKind::End => "is-level is-end",
        StepKind::Rounding => "is-rounding",
        StepKind::Gap => "is-gap",
        StepKind::Change if step.amount.is_sign_negative() => "is-decrease",
        StepKind::Change => "is-increase",
    }
}

/// The bar, the zero line, and hairlines to the level the bar comes from and goes on to.
pub fn bar(scale: Scale, step: &Step, joins_above: bool, joins_below: bool) -> Html {
    let (x, width) = scale.bar(step.from, step.to);
    let zero = scale.x(Decimal::ZERO);
    let before = scale.x(if step.kind.is_level() { step.to } else { step.from });
    let after = scale.x(step.to);
    html! {
        <svg class="chart-bar" aria-hidden="true" focusable="false">
            <line class={scale.zero_class()} x1={zero.clone()} x2={zero} y1="0" y2="102%" />
            if joins_above { <line class="chart-join" x1={before.clone()} x2={before} y1="0" y2="50%" /> }
            if joins_below { <line class="chart-join" x1={after.clone()} x2={after} y1="50%" y2="100%" /> }
            <svg y="50%" overflow="visible">
                <rect class="chart-fill" {x} {width} y="-8" height="16" />
            </svg>
        </svg>
    }
}
