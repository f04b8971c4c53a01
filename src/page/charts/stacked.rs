//! Two stacked bars, assets over liabilities and equity, each unstacked beneath into its parts on the same scale.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::marks::Board;
use super::scale::Scale;
use super::waterfall;
use crate::chart::words::{percent, share};
use crate::chart::{Plot, Side, Step, StepKind, segments};

pub fn draw(board: &Board, plot: &Plot, sides: &[Side], digits: u32) -> Html {
    let scale = Scale::of(plot);
    let mut next = 0;
    let side = |side: &Side| {
        let first = next;
        next += 1 + side.parts.len();
        let part = |(place, part): (usize, &Step)| {
            let last = place + 1 == side.parts.len();
            let bar = html! { <>{ waterfall::bar(scale, part, place > 0, !last) }{ portion(part, side) }</> };
            let class =
                classes!("chart-row", "is-part", place.is_multiple_of(2).then_some("is-even"), waterfall::class(part));
            html! { <li {class}>{ board.mark(first + 1 + place, waterfall::name(part, digits), bar) }</li> }
        };
        let whole = html! { <>{ stack(scale, side) }<span class="chart-share" aria-hidden="true">{ "100%" }</span></> };
        html! {
            <ol class="chart-rows">
                <li class="chart-row is-level is-whole">{ board.mark(first, waterfall::name(&side.total, digits), whole) }</li>
                { for side.parts.iter().enumerate().map(part) }
            </ol>
        }
    };
    html! { <div class="chart-sides">{ for sides.iter().map(side) }</div> }
}

/// A part's share of its side, or nothing where a share has no meaning.
fn portion(part: &Step, side: &Side) -> Html {
    let share = share(part.amount, side.total.amount).map(percent);
    html! { <span class="chart-share">{ share.unwrap_or_default() }</span> }
}

/// The whole side in one bar, a segment a part.
fn stack(scale: Scale, side: &Side) -> Html {
    let zero = scale.x(Decimal::ZERO);
    let mut even = false;
    let segment = |(place, part): (crate::chart::Segment, &Step)| {
        let (x, width) = scale.bar(place.from, place.to);
        even = !even;
        let class = classes!(
            "chart-fill",
            even.then_some("is-even"),
            (part.kind == StepKind::Gap).then_some("is-gap"),
            part.amount.is_sign_negative().then_some("is-below")
        );
        html! { <rect {class} {x} {width} y="-11" height="22" /> }
    };
    html! {
        <svg class="chart-bar" aria-hidden="true" focusable="false">
            <line class={scale.zero_class()} x1={zero.clone()} x2={zero} y1="0" y2="102%" />
            <svg y="50%" overflow="visible">{ for segments(&side.parts).into_iter().zip(&side.parts).map(segment) }</svg>
        </svg>
    }
}
