//! The text as filed, in monospace, with the lit amounts marked. Lines are drawn in blocks: one is drawn
//! anew only when something in it lights up or goes out, and in a long text only blocks near the eye are drawn at all.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::gather::Gather;
use crate::page::browser;
use crate::page::filing::Filing;
use crate::page::lit::{Lit, Part};
use crate::page::pen::Pen;
use crate::page::state::State;
use crate::reading::Printed;
use crate::span::Span;

/// Lines in a block; `.block` in source.css is as high.
const BLOCK: usize = 40;
/// Up to so many blocks all are drawn; above, only those near the eye.
const SHORT: usize = 25;
/// How many blocks from where the pane begins: more than a tall screen shows.
const BELOW: usize = 4;
/// The largest gap is as high as two to this power blocks; source.css knows them all.
const LARGEST: usize = 13;

pub fn original(pen: &mut Pen, filing: &Rc<Filing>, lit: &Lit, state: &State) {
    let aim = state.aim(filing);
    let line = filing.original.line_at(aim.start);
    let count = filing.original.line_count();
    let blocks = if state.bare { 0 } else { count.div_ceil(BLOCK) };
    pen.open("div", "text");
    pen.set("tabindex", "0");
    pen.set("role", "region");
    pen.set("aria-label", "Text of the filing");
    let mut next = 0;
    for number in drawn(blocks, state.block, Some(line / BLOCK).filter(|_| !aim.is_empty())) {
        gap(pen, next..number);
        let lit = lit_in(filing, lit, number);
        pen.put(html! { <Block key={number} filing={filing.clone()} {number} {lit} {aim} /> });
        next = number + 1;
    }
    pen.close();
}

/// The blocks that are drawn, in order: all of a short text; of a long one those near the eye, the one that is aimed at and the
/// last.
fn drawn(blocks: usize, eye: usize, aim: Option<usize>) -> Vec<usize> {
    if blocks <= SHORT {
        return (0..blocks).gather();
    }
    let mut found = (eye.saturating_sub(1)..(eye + BELOW).min(blocks)).gather();
    for other in [aim, blocks.checked_sub(1)].into_iter().flatten() {
        let at = found.partition_point(|&number| number < other);
        if found.get(at) != Some(&other) {
            found.insert(at, other);
        }
    }
    found
}

/// Keeps the room of blocks that are not drawn: by few elements of fixed heights, for the page allows itself no other.
fn gap(pen: &mut Pen, blocks: Range<usize>) {
    let (mut at, mut size) = (blocks.start, LARGEST);
    while at < blocks.end {
        if at + (1 << size) <= blocks.end {
            pen.open("div", &["gap g", &size.to_string()].concat());
            pen.key(&["gap", &at.to_string()].concat());
            pen.close();
            at += 1 << size;
        } else {
            size -= 1;
        }
    }
}

/// Scrolls the pane to where the state aims at.
pub fn follow(filing: &Filing, state: &State) {
    let aim = state.aim(filing);
    if aim.is_empty() {
        return browser::unscroll_source();
    }
    let tall = browser::tall();
    browser::scroll_source(filing.original.line_at(aim.start).saturating_mul(tall) / BLOCK, tall / BLOCK);
}

/// The block at a height of the pane.
pub fn block_at(pixels: usize) -> usize {
    pixels / browser::tall().max(1)
}

fn range(number: usize) -> std::ops::Range<usize> {
    number * BLOCK..(number + 1) * BLOCK
}

/// The amounts that are lit in a block.
fn lit_in(filing: &Filing, lit: &Lit, number: usize) -> Rc<[(usize, Part)]> {
    let lines = filing.original.lines(range(number));
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Rc::default() };
    let amounts = filing.original.amounts(first.join(*last)).iter();
    amounts.filter_map(|amount| lit.part(&amount.id).map(|part| (amount.span.start, part))).gather().into()
}

#[derive(Properties)]
pub struct BlockProps {
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

struct Block;

impl Component for Block {
    type Message = ();
    type Properties = BlockProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let mut pen = Pen::new();
        pen.open("div", "block");
        for (at, &span) in props.filing.original.lines(range(props.number)).iter().enumerate() {
            pen.open("div", "ln");
            pen.set("data-n", &(props.number * BLOCK + at + 1).to_string());
            pen.set("data-caption", caption(props, span));
            pieces(&mut pen, props, span);
            pen.close();
        }
        pen.close();
        pen.done()
    }
}

/// The words a line begins with, for where it is scrolled sideways: as filed, up to its first amount.
fn caption(props: &BlockProps, line: Span) -> &str {
    let original = &props.filing.original;
    let end = original.amounts(line).first().map_or(line.end, |amount| amount.span.start.clamp(line.start, line.end));
    let words = original.cut(Span::new(line.start, end)).trim_matches([' ', '.', '$', '\t']);
    if words.bytes().any(|byte| byte.is_ascii_alphanumeric()) { words } else { "" }
}

/// A line cut at its amounts.
fn pieces(pen: &mut Pen, props: &BlockProps, line: Span) {
    let original = &props.filing.original;
    let mut at = line.start;
    for amount in original.amounts(line) {
        let (start, end) = (amount.span.start.max(at), amount.span.end.min(line.end));
        if start < end {
            pen.text(original.cut(Span::new(at, start)));
            piece(pen, props, amount, original.cut(Span::new(start, end)));
            at = end;
        }
    }
    pen.text(original.cut(Span::new(at, line.end)));
}

fn piece(pen: &mut Pen, props: &BlockProps, amount: &Printed, text: &str) {
    match props.lit.iter().find(|(start, _)| *start == amount.span.start) {
        Some((_, part)) => {
            let chosen = if part.chosen { " chosen" } else { "" };
            let aim = if props.aim.start == amount.span.start { " aim" } else { "" };
            pen.open("mark", &[part.classes(), chosen, aim].concat());
        }
        None => pen.open("span", "amt"),
    }
    pen.set("data-ref", &amount.id);
    pen.text(text);
    pen.close();
}
