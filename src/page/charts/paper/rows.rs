//! The rows of a drawing on paper: caption, bar and amount, each row as high as its caption needs.

use rust_decimal::Decimal;

use super::ink::{BROKEN, DECREASE, EARLIER, FAINT, Face, INCREASE, INK, Ink, PAPER, PART, ROUNDING, SOFT, TOTAL};
use super::room::{lines, width};
use super::{LEFT, RIGHT, SIZE, SMALL};
use crate::chart::words::{joined, unsigned};
use crate::chart::{Group, Kind, Mark, MarkKind, Plot, segments};
use crate::page::charts::scale::Scale;

/// The leading of captions; what a closing parenthesis takes, which hangs; the air before an amount.
const LEADING: usize = 17;
const PAREN: usize = 5;
const GAP: usize = 20;

const FLAG: Face = Face { colour: BROKEN, ..SMALL };

pub struct Rows<'a> {
    pub ink: Ink,
    /// Where the next row begins.
    pub top: usize,
    kind: Kind,
    digits: u32,
    scale: Scale,
    /// Where captions end.
    caption: usize,
    /// Where bars begin, and how much room they have.
    bar: (usize, usize),
    /// Where last digits stand, and how far from there the first ones may.
    edge: usize,
    figure: usize,
    plot: &'a Plot,
}

impl<'a> Rows<'a> {
    pub fn new(kind: Kind, plot: &'a Plot, digits: u32, ink: Ink, top: usize) -> Self {
        let bold = Face::of(SIZE, INK).bold(true);
        let (mut caption, mut figure, mut change, mut period) = (0, 0, 0, 0);
        for group in &plot.groups {
            for mark in &group.marks {
                let (name, room) = if kind.is_lines() { (&group.caption, 290) } else { (&mark.caption, 345) };
                caption = caption.max((width(&named(mark.kind, name), bold) + 14).min(room));
                figure = figure.max(width(&kind.shown(mark.amount.abs(), digits), bold));
                period = period.max(width(&mark.caption, SMALL));
            }
            for words in &group.change {
                change = change.max(width(words, Face::of(SIZE, INK)) + GAP);
            }
        }
        let aside = if kind == Kind::Balance { 60 } else { change };
        let edge = RIGHT - PAREN - aside;
        let caption = LEFT + caption;
        let bar = caption + 16 + if kind.is_lines() { period + 12 } else { 0 };
        let room = edge.saturating_sub(figure + PAREN + GAP + bar).max(90);
        let scale = Scale::of(kind, plot);
        Self { ink, top, kind, digits, scale, caption, bar: (bar, room), edge, figure, plot }
    }

    pub fn draw(&mut self) {
        for group in &self.plot.groups {
            if self.kind.is_lines() {
                self.line(group);
            } else {
                self.steps(group);
            }
            self.top += 14;
        }
    }

    /// A waterfall, or a side of a balance sheet.
    fn steps(&mut self, group: &Group) {
        let side = self.kind == Kind::Balance;
        let start = self.top;
        let mut middle = 0;
        // Bars are drawn over the lines between them.
        let mut bars = Ink::default();
        for (at, mark) in group.marks.iter().enumerate() {
            let part = if side { at.checked_sub(1) } else { None };
            let before = middle;
            middle = self.caption(mark, part.is_some());
            if at > usize::from(side) {
                self.upright(group.marks[at - 1].to, [before, middle], "1 2");
            }
            if mark.kind == MarkKind::Whole {
                let parts = &group.marks[1..];
                for (place, segment) in segments(parts).iter().enumerate() {
                    self.bar(&mut bars, [segment.from, segment.to], middle - 11, 22, look(&parts[place], Some(place)));
                }
            } else {
                self.bar(&mut bars, [mark.from, mark.to], middle - 8, 16, look(mark, part));
            }
            self.amount(mark, face(mark), middle);
            if side {
                let share = if mark.kind == MarkKind::Whole { "100%" } else { &mark.share };
                self.ink.ends(RIGHT, middle + 5, Face::of(SIZE, SOFT), share);
            }
        }
        self.upright(Decimal::ZERO, [start, self.top], "");
        self.ink.add(&bars);
    }

    /// The caption of a row, in as many lines as it takes; where the middle of the row is.
    fn caption(&mut self, mark: &Mark, part: bool) -> usize {
        let from = if part { LEFT + 14 } else { LEFT };
        let mut set = lines(&named(mark.kind, &mark.caption), face(mark), self.caption - from);
        let whole = set.len();
        set.extend(self.flag(mark, "✗ its parts do not tie by "));
        let least = if mark.kind == MarkKind::Whole { 36 } else { 30 };
        let high = (set.len() * LEADING + 6).max(least);
        let middle = self.top + high / 2;
        for (line, words) in set.iter().enumerate() {
            let face = if line < whole { face(mark) } else { FLAG };
            self.ink.text(from, middle + 13 + line * LEADING - set.len() * LEADING / 2, face, words);
        }
        self.top += high;
        middle
    }

    /// A line in its periods, and what changed.
    fn line(&mut self, group: &Group) {
        let (start, mut bars) = (self.top, Ink::default());
        let plain = Face::of(SIZE, INK);
        for mark in &group.marks {
            let middle = self.top + 11;
            self.ink.text(self.caption + 16, middle + 4, SMALL, &mark.caption);
            self.bar(&mut bars, [mark.from, mark.to], middle - 6, 12, look(mark, None));
            self.amount(mark, face(mark), middle);
            self.top += 22;
            if let Some(flag) = self.flag(mark, "✗ does not tie by ") {
                self.ink.text(self.caption + 16, self.top + 11, FLAG, &flag);
                self.top += 16;
            }
        }
        self.upright(Decimal::ZERO, [start, self.top], "");
        self.ink.add(&bars);
        let set = lines(&group.caption, plain, self.caption - LEFT);
        let first = usize::midpoint(start, self.top) + 13;
        for (at, words) in set.iter().enumerate() {
            self.ink.text(LEFT, first + at * LEADING - set.len() * LEADING / 2, plain, words);
        }
        // Of two periods it is plain which one is meant.
        let said = group.change.len().min(if group.marks.len() == 2 { 2 } else { 3 });
        for (at, words) in group.change.iter().enumerate().take(said) {
            let face = Face::of(SIZE, if at == 1 { INK } else { SOFT });
            self.ink.ends(RIGHT, start + 16 + at * 22, face, words.trim());
        }
        self.top = self.top.max(start + set.len() * LEADING + 6).max(start + said * 22);
    }

    fn amount(&mut self, mark: &Mark, face: Face, middle: usize) {
        let shown = self.kind.shown(mark.amount, self.digits);
        // The closing parenthesis hangs, so that the last digits stand under one another.
        let edge = if shown.starts_with('(') { self.edge + PAREN } else { self.edge };
        self.ink.ends(edge, middle + 5, face, &shown);
        match mark.kind {
            MarkKind::Subtotal => self.ruled(&[middle - 11]),
            MarkKind::End => self.ruled(&[middle - 11, middle + 10, middle + 12]),
            _ => {}
        }
    }

    /// As in print: a hair line over a subtotal, and a double one under the end.
    fn ruled(&mut self, at: &[usize]) {
        for &y in at {
            self.ink.rule(self.edge - self.figure - PAREN, self.edge + PAREN, y, SOFT);
        }
    }

    fn upright(&mut self, at: Decimal, [from, to]: [usize; 2], dots: &str) {
        let x = self.scale.pixels(at, self.bar);
        self.ink.line([&x, &from.to_string(), &x, &to.to_string()], SOFT, dots);
    }

    fn bar(&self, bars: &mut Ink, [from, to]: [Decimal; 2], y: usize, high: usize, (fill, stroke): (&str, &str)) {
        let (x, wide) = self.scale.bar_pixels(from, to, self.bar);
        let (y, high) = (y.to_string(), high.to_string());
        let place = [("x", x.as_str()), ("y", &y), ("width", &wide), ("height", &high), ("fill", fill)];
        let edge = [("stroke", stroke), ("stroke-width", if fill == stroke || stroke == PAPER { "1" } else { "2" })];
        let all = [&place[..], &edge, &[("shape-rendering", "crispEdges")]].concat();
        bars.tag("rect", if stroke.is_empty() { &place } else { &all });
    }

    fn flag(&self, mark: &Mark, words: &str) -> Option<String> {
        (!mark.gap.is_zero()).then(|| joined(&[words, &unsigned(mark.gap, self.digits)]))
    }
}

/// The caption, with its sign where it stands for a difference.
fn named(kind: MarkKind, caption: &str) -> String {
    let sign = match kind {
        MarkKind::Gap => "✗ ",
        MarkKind::Rounding => "≈ ",
        _ => "",
    };
    joined(&[sign, caption])
}

fn face(mark: &Mark) -> Face {
    let colour = match mark.kind {
        MarkKind::Gap => BROKEN,
        MarkKind::Rounding => ROUNDING,
        MarkKind::Latest | MarkKind::Earlier if !mark.gap.is_zero() => BROKEN,
        _ => INK,
    };
    Face::of(SIZE, colour).bold(mark.kind.is_level() && mark.kind != MarkKind::Earlier)
}

/// How a bar is filled and edged: as www/styles/drawing.css has it.
fn look(mark: &Mark, part: Option<usize>) -> (&'static str, &'static str) {
    let below = mark.amount.is_sign_negative();
    match (mark.kind, part) {
        (MarkKind::Gap, _) => (FAINT, BROKEN),
        (MarkKind::Latest | MarkKind::Earlier, _) if !mark.gap.is_zero() => (FAINT, BROKEN),
        (MarkKind::Rounding, _) => (PAPER, ROUNDING),
        // Parts of one bar are told apart by the paper between them.
        (_, Some(_)) => (if below { DECREASE } else { PART }, PAPER),
        (MarkKind::Change, None) if below => (DECREASE, DECREASE),
        (MarkKind::Change, None) => (INCREASE, INCREASE),
        (MarkKind::Earlier, None) => (EARLIER, EARLIER),
        _ => (TOTAL, TOTAL),
    }
}
