//! The one drawing: rows of a caption, a bar and an amount, whatever the chart.

use rust_decimal::Decimal;

use super::heed::{self, Target};
use super::scale::Scale;
use crate::chart::words::{joined, unsigned};
use crate::chart::{Group, Kind, Mark, MarkKind, Plot, segments};
use crate::page::pen::Pen;

pub struct Drawing<'a> {
    pub figure: usize,
    pub kind: Kind,
    pub plot: &'a Plot,
    pub digits: u32,
    pub scale: Scale,
    /// The mark the tab key comes to.
    pub stop: usize,
    pub selected: Option<&'a str>,
}

impl Drawing<'_> {
    pub fn draw(&self, pen: &mut Pen) {
        match self.kind {
            Kind::Balance => pen.open("div", "chart-sides"),
            Kind::Comparison | Kind::Shares => pen.open("ol", "chart-lines"),
            Kind::Income | Kind::Bridge | Kind::Cash => {}
        }
        let mut place = 0;
        for group in &self.plot.groups {
            let is_line = self.kind.is_lines();
            if is_line {
                pen.open("li", "chart-line");
                pen.said("p", "chart-line-name", &group.caption);
                change(pen, group);
            }
            pen.open(if is_line { "ul" } else { "ol" }, "chart-rows");
            for at in 0..group.marks.len() {
                pen.open("li", &class(group, at));
                self.mark(pen, group, at, place);
                pen.close();
                place += 1;
            }
            pen.close();
            if is_line {
                pen.close();
            }
        }
        if self.kind == Kind::Balance || self.kind.is_lines() {
            pen.close();
        }
    }

    /// A mark is a button around its name, its bar and its amount.
    fn mark(&self, pen: &mut Pen, group: &Group, at: usize, place: usize) {
        let mark = &group.marks[at];
        let (class, current) =
            if self.selected == Some(&mark.cell) { ("chart-mark is-lit", "true") } else { ("chart-mark", "") };
        pen.open("button", class);
        pen.set("type", "button");
        pen.set("id", &heed::id(self.figure, place));
        pen.set("tabindex", if place == self.stop { "0" } else { "-1" });
        pen.set("aria-current", current);
        pen.set("data-ref", &Target::Mark(self.figure, place).name());
        self.name(pen, group, mark);
        self.bar(pen, group, at);
        if mark.kind == MarkKind::Whole {
            pen.sign("chart-share", "100%");
        } else if self.kind == Kind::Balance {
            pen.said("span", "chart-share", &mark.share);
        } else if self.kind.is_lines() {
            self.flag(pen, mark, "✗", " does not tie by ");
        }
        self.amount(pen, mark);
        pen.close();
    }

    /// The caption, with a mark and words where something does not tie. Of a line in several periods it is the period for
    /// the eye, and the line as well for a voice, which comes to a mark without its surroundings.
    fn name(&self, pen: &mut Pen, group: &Group, mark: &Mark) {
        pen.open("span", "chart-name");
        match mark.kind {
            MarkKind::Gap => pen.sign("", "✗ "),
            MarkKind::Rounding => pen.sign("", "≈ "),
            MarkKind::Latest | MarkKind::Earlier => pen.said("span", "unseen", &joined(&[&group.caption, ", "])),
            _ => {}
        }
        pen.text(&mark.caption);
        if !self.kind.is_lines() {
            self.flag(pen, mark, " ✗", " its parts do not tie by ");
        }
        pen.close();
    }

    fn flag(&self, pen: &mut Pen, mark: &Mark, cross: &str, words: &str) {
        if !mark.gap.is_zero() {
            pen.open("span", "chart-flag");
            pen.sign("", cross);
            pen.text(&joined(&[words, &unsigned(mark.gap, self.digits)]));
            pen.close();
        }
    }

    /// The amount for the eye, and in words where the eye reads parentheses.
    fn amount(&self, pen: &mut Pen, mark: &Mark) {
        let shown = self.kind.shown(mark.amount, self.digits);
        if shown.starts_with('(') {
            pen.open("span", "chart-amount is-negative");
            pen.sign("", &shown);
            pen.said("span", "unseen", &joined(&["minus ", shown.trim_matches(['(', ')'])]));
            pen.close();
        } else {
            pen.said("span", "chart-amount", &shown);
        }
    }

    /// The zero line, the bar, and in a waterfall hairlines to the level it comes from and goes on to.
    fn bar(&self, pen: &mut Pen, group: &Group, at: usize) {
        let mark = &group.marks[at];
        let first = usize::from(self.kind == Kind::Balance);
        pen.open("svg", "chart-bar");
        pen.set("aria-hidden", "true");
        pen.set("focusable", "false");
        self.line(pen, self.scale.zero_class(), Decimal::ZERO, "0", "102%");
        let joins = !self.kind.is_lines() && mark.kind != MarkKind::Whole;
        if joins && at > first {
            let before = if mark.kind.is_level() { mark.to } else { mark.from };
            self.line(pen, "chart-join", before, "0", "50%");
        }
        if joins && at + 1 < group.marks.len() {
            self.line(pen, "chart-join", mark.to, "50%", "100%");
        }
        pen.open("svg", "");
        pen.set("y", "50%");
        pen.set("overflow", "visible");
        if mark.kind == MarkKind::Whole {
            let parts = &group.marks[1..];
            for (place, segment) in segments(parts).iter().enumerate() {
                let class = class_of_segment(&parts[place]);
                self.fill(pen, &class, [segment.from, segment.to], ["-11", "22"]);
            }
        } else {
            let size = if joins { ["-8", "16"] } else { ["-6", "12"] };
            self.fill(pen, "chart-fill", [mark.from, mark.to], size);
        }
        pen.close();
        pen.close();
    }

    fn line(&self, pen: &mut Pen, class: &str, at: Decimal, y1: &str, y2: &str) {
        let x = self.scale.x(at);
        pen.open("line", class);
        pen.set("x1", &x);
        pen.set("x2", &x);
        pen.set("y1", y1);
        pen.set("y2", y2);
        pen.close();
    }

    fn fill(&self, pen: &mut Pen, class: &str, [from, to]: [Decimal; 2], [y, height]: [&str; 2]) {
        let (x, width) = self.scale.bar(from, to);
        pen.open("rect", class);
        pen.set("x", &x);
        pen.set("width", &width);
        pen.set("y", y);
        pen.set("height", height);
        pen.close();
    }
}

/// What a row looks like.
fn class(group: &Group, at: usize) -> String {
    let mark = &group.marks[at];
    let part = at > 0 && group.marks[0].kind == MarkKind::Whole;
    let kind = match mark.kind {
        MarkKind::Start => " is-level is-start",
        MarkKind::Subtotal => " is-level",
        MarkKind::End => " is-level is-end",
        MarkKind::Whole => " is-level is-whole",
        MarkKind::Rounding => " is-rounding",
        MarkKind::Gap => " is-gap",
        MarkKind::Change if mark.amount.is_sign_negative() => " is-decrease",
        MarkKind::Change => " is-increase",
        MarkKind::Latest => " is-latest",
        MarkKind::Earlier => "",
    };
    let missed = !group.change.is_empty() && !mark.gap.is_zero();
    joined(&["chart-row", if part { " is-part" } else { "" }, kind, if missed { " is-gap" } else { "" }])
}

fn class_of_segment(part: &Mark) -> String {
    joined(&[
        "chart-fill",
        if part.kind == MarkKind::Gap { " is-gap" } else { "" },
        if part.amount.is_sign_negative() { " is-below" } else { "" },
    ])
}

/// "up 51,689", "33.3%" and, where it could be another, the period it is compared with.
fn change(pen: &mut Pen, group: &Group) {
    pen.open("p", "chart-change");
    for (place, words) in group.change.iter().enumerate() {
        if place == 1 {
            pen.text(" ");
        }
        let hidden = place == 2 && group.marks.len() == 2;
        pen.said("span", if hidden { "unseen" } else { "" }, words);
    }
    pen.close();
}
