//! The text as filed, in monospace, with the lit amounts marked. Lines are drawn in blocks of a hundred: a block is drawn
//! anew only when something in it lights up or goes out, and in a long text only blocks near the eye are drawn at all.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::browser;
use crate::page::filing::Filing;
use crate::page::lit::{Lit, Part};
use crate::page::original::Printed;
use crate::page::state::{Action, Side};
use crate::page::view::View;
use crate::span::Span;

/// Lines in a block; `.block` in source.css is as high.
const BLOCK: usize = 100;
/// Height of a line in pixels; `.ln` in source.css is as high.
const LINE: usize = 18;
/// Above this many lines only blocks near the eye are drawn.
const LONG: usize = 5_000;

#[derive(Properties, PartialEq)]
pub struct OriginalTextProps {
    pub filing: Rc<Filing>,
    pub lit: Rc<Lit>,
    pub aim: Span,
    /// Where the side is shown: when that changes, the pane may just have come into being.
    pub side: Side,
    pub act: Callback<Action>,
}

#[component]
pub fn OriginalText(props: &OriginalTextProps) -> Html {
    let &OriginalTextProps { ref filing, ref lit, aim, side, ref act } = props;
    let pane = use_node_ref();
    let top = use_state_eq(|| 0_usize);
    let line = filing.original.line_at(aim.start);
    {
        let pane = pane.clone();
        use_effect_with((aim, side, Rc::as_ptr(filing)), move |(aim, ..)| {
            if !aim.is_empty() {
                browser::scroll_source(&pane, line, LINE);
            }
        });
    }
    let onscroll = {
        let top = top.clone();
        Callback::from(move |event: Event| top.set(browser::moves(&event) / (BLOCK * LINE)))
    };
    let onclick = {
        let (filing, act) = (filing.clone(), act.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(view) = browser::closest_ref(&event).and_then(|id| View::of_amount(&filing, &id)) {
                act.emit(Action::Go(view));
            }
        })
    };
    let count = filing.original.line_count();
    let blocks = count.div_ceil(BLOCK);
    let near = |block: usize| {
        let at_aim = !aim.is_empty() && line / BLOCK == block;
        count <= LONG || at_aim || block + 1 == blocks || block.abs_diff(*top) <= 2
    };
    let block = |number: usize| {
        if !near(number) {
            return html! { <div key={number} class="block"></div> };
        }
        html! { <Block key={number} filing={filing.clone()} {number} lit={lit_in(filing, lit, number)} {aim} /> }
    };
    html! {
        <div class="text" ref={pane} tabindex="0" role="region" aria-label="Text of the filing" {onscroll} {onclick}>
            { for (0..blocks).map(block) }
        </div>
    }
}

fn range(number: usize) -> std::ops::Range<usize> {
    number * BLOCK..(number + 1) * BLOCK
}

/// The amounts that are lit in a block.
fn lit_in(filing: &Filing, lit: &Lit, number: usize) -> Rc<[(usize, Part)]> {
    let lines = filing.original.lines(range(number));
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Rc::default() };
    let amounts = filing.original.amounts(first.join(*last)).iter();
    amounts.filter_map(|amount| lit.part(&amount.id).map(|part| (amount.span.start, part))).collect()
}

#[derive(Properties)]
struct BlockProps {
    filing: Rc<Filing>,
    number: usize,
    lit: Rc<[(usize, Part)]>,
    aim: Span,
}

impl PartialEq for BlockProps {
    fn eq(&self, other: &Self) -> bool {
        // Where the aim is matters only to the block that holds it, and there the part is lit as well.
        self.filing == other.filing
            && self.number == other.number
            && self.lit == other.lit
            && (self.aim == other.aim || self.lit.is_empty())
    }
}

#[component]
fn Block(props: &BlockProps) -> Html {
    let original = &props.filing.original;
    let lines = original.lines(range(props.number)).iter().enumerate().map(|(at, &span)| {
        let number = props.number * BLOCK + at + 1;
        html! {
            <div class="ln" data-n={number.to_string()}>{ pieces(props, span) }</div>
        }
    });
    html! { <div class="block">{ for lines }</div> }
}

/// A line cut at its amounts.
fn pieces(props: &BlockProps, line: Span) -> Html {
    let original = &props.filing.original;
    let mut drawn: Vec<Html> = Vec::new();
    let mut at = line.start;
    for amount in original.amounts(line) {
        let (start, end) = (amount.span.start.max(at), amount.span.end.min(line.end));
        if start >= end {
            continue;
        }
        drawn.push(html! { { original.cut(Span::new(at, start)) } });
        drawn.push(piece(props, amount, original.cut(Span::new(start, end))));
        at = end;
    }
    drawn.push(html! { { original.cut(Span::new(at, line.end)) } });
    drawn.into_iter().collect()
}

fn piece(props: &BlockProps, amount: &Printed, text: &str) -> Html {
    let id = amount.id.clone();
    match props.lit.iter().find(|(start, _)| *start == amount.span.start) {
        Some((_, part)) => {
            let aim = (props.aim.start == amount.span.start).then_some("aim");
            html! { <mark data-ref={id} class={classes!(part.classes(), part.chosen.then_some("chosen"), aim)}>{ text }</mark> }
        }
        None => html! { <span class="amt" data-ref={id}>{ text }</span> },
    }
}
