//! The one drawing: rows of a caption, a bar and an amount, whatever the chart.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::heed::{self, Target};
use super::scale::Scale;
use super::tags::{element, said, text, with};
use crate::chart::words::{amount, joined, spoken, unsigned};
use crate::chart::{Group, Kind, Mark, MarkKind, Plot, segments};

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
    pub fn draw(&self) -> Html {
        let mut groups = Vec::with_capacity(self.plot.groups.len());
        let mut first = 0;
        for group in &self.plot.groups {
            groups.push(self.group(group, first));
            first += group.marks.len();
        }
        match self.kind {
            Kind::Balance => element("div", "chart-sides", groups),
            Kind::Comparison => element("ol", "chart-lines", groups),
            Kind::Income | Kind::Bridge | Kind::Cash => groups.into_iter().collect(),
        }
    }

    fn group(&self, group: &Group, first: usize) -> Html {
        let mut rows = Vec::with_capacity(group.marks.len());
        for at in 0..group.marks.len() {
            let class = AttrValue::from(class(group, at));
            rows.push(with("li", &["class"], vec![class], vec![self.mark(group, at, first + at)]));
        }
        if group.change.is_empty() {
            return element("ol", "chart-rows", rows);
        }
        let name = said("p", "chart-line-name", &group.caption);
        let change = element("p", "chart-change", change(group));
        element("li", "chart-line", vec![name, change, element("ul", "chart-rows", rows)])
    }

    /// A mark is a button around its name, its bar and its amount.
    fn mark(&self, group: &Group, at: usize, place: usize) -> Html {
        let mark = &group.marks[at];
        let lit = self.selected == Some(&mark.cell);
        let keys = &["type", "class", "id", "tabindex", "aria-current", "data-ref"];
        let values = vec![
            "button".into(),
            if lit { "chart-mark is-lit" } else { "chart-mark" }.into(),
            heed::id(self.figure, place).into(),
            if place == self.stop { "0" } else { "-1" }.into(),
            if lit { "true" } else { "" }.into(),
            Target::Mark(self.figure, place).name().into(),
        ];
        let mut parts = vec![self.name(group, mark), self.bar(group, at)];
        if mark.kind == MarkKind::Whole {
            parts.push(with(
                "span",
                &["class", "aria-hidden"],
                vec!["chart-share".into(), "true".into()],
                vec![text("100%")],
            ));
        } else if self.kind == Kind::Balance {
            parts.push(said("span", "chart-share", &mark.share));
        } else if self.kind == Kind::Comparison {
            parts.push(self.flag(mark, "✗", " does not tie by "));
        }
        parts.push(self.amount(mark));
        with("button", keys, values, parts)
    }

    /// The caption, with a mark and words where something does not tie. Of a line in several periods it is the period for
    /// the eye, and the line as well for a voice, which comes to a mark without its surroundings.
    fn name(&self, group: &Group, mark: &Mark) -> Html {
        let mut parts = Vec::with_capacity(3);
        match mark.kind {
            MarkKind::Gap => parts.push(sign("✗ ")),
            MarkKind::Rounding => parts.push(sign("≈ ")),
            MarkKind::Latest | MarkKind::Earlier => {
                parts.push(said("span", "unseen", &joined(&[&group.caption, ", "])));
            }
            _ => {}
        }
        parts.push(text(&mark.caption));
        if self.kind != Kind::Comparison {
            parts.push(self.flag(mark, " ✗", " its parts do not tie by "));
        }
        element("span", "chart-name", parts)
    }

    fn flag(&self, mark: &Mark, cross: &'static str, words: &str) -> Html {
        if mark.gap.is_zero() {
            return Html::default();
        }
        let words = joined(&[words, &unsigned(mark.gap, self.digits)]);
        element("span", "chart-flag", vec![sign(cross), text(&words)])
    }

    /// The amount for the eye, and in words where the eye reads parentheses.
    fn amount(&self, mark: &Mark) -> Html {
        let shown = amount(mark.amount, self.digits);
        if mark.amount >= Decimal::ZERO {
            return said("span", "chart-amount", &shown);
        }
        let words = said("span", "unseen", &spoken(mark.amount, self.digits));
        element("span", "chart-amount is-negative", vec![sign(&shown), words])
    }

    /// The zero line, the bar, and in a waterfall hairlines to the level it comes from and goes on to.
    fn bar(&self, group: &Group, at: usize) -> Html {
        let mark = &group.marks[at];
        let first = usize::from(self.kind == Kind::Balance);
        let zero = self.scale.zero_class();
        let mut parts = vec![self.line(zero, Decimal::ZERO, "0", "102%")];
        let joins = self.kind != Kind::Comparison && mark.kind != MarkKind::Whole;
        if joins && at > first {
            let before = if mark.kind.is_level() { mark.to } else { mark.from };
            parts.push(self.line("chart-join", before, "0", "50%"));
        }
        if joins && at + 1 < group.marks.len() {
            parts.push(self.line("chart-join", mark.to, "50%", "100%"));
        }
        let mut fills = Vec::new();
        if mark.kind == MarkKind::Whole {
            let parts = &group.marks[1..];
            for (place, segment) in segments(parts).iter().enumerate() {
                fills.push(self.fill(class_of_segment(&parts[place], place), segment.from, segment.to, ["-11", "22"]));
            }
        } else {
            let size = if joins { ["-8", "16"] } else { ["-6", "12"] };
            fills.push(self.fill("chart-fill".into(), mark.from, mark.to, size));
        }
        parts.push(with("svg", &["y", "overflow"], vec!["50%".into(), "visible".into()], fills));
        let values = vec!["chart-bar".into(), "true".into(), "false".into()];
        with("svg", &["class", "aria-hidden", "focusable"], values, parts)
    }

    fn line(&self, class: &'static str, at: Decimal, y1: &'static str, y2: &'static str) -> Html {
        let x = AttrValue::from(self.scale.x(at));
        let values = vec![class.into(), x.clone(), x, y1.into(), y2.into()];
        with("line", &["class", "x1", "x2", "y1", "y2"], values, Vec::new())
    }

    fn fill(&self, class: AttrValue, from: Decimal, to: Decimal, [y, height]: [&'static str; 2]) -> Html {
        let (x, width) = self.scale.bar(from, to);
        let values = vec![class, x.into(), width.into(), y.into(), height.into()];
        with("rect", &["class", "x", "width", "y", "height"], values, Vec::new())
    }
}

/// A sign for the eye alone.
fn sign(shown: &str) -> Html {
    with("span", &["aria-hidden"], vec!["true".into()], vec![text(shown)])
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
    joined(&[
        "chart-row",
        if part { " is-part" } else { "" },
        if part && at % 2 == 1 { " is-even" } else { "" },
        kind,
        if missed { " is-gap" } else { "" },
    ])
}

fn class_of_segment(part: &Mark, place: usize) -> AttrValue {
    joined(&[
        "chart-fill",
        if place.is_multiple_of(2) { " is-even" } else { "" },
        if part.kind == MarkKind::Gap { " is-gap" } else { "" },
        if part.amount.is_sign_negative() { " is-below" } else { "" },
    ])
    .into()
}

/// "up 51,689", "33.3%" and, where it could be another, the period it is compared with.
fn change(group: &Group) -> Vec<Html> {
    let mut parts = Vec::with_capacity(4);
    for (place, words) in group.change.iter().enumerate() {
        if place == 1 {
            parts.push(text(" "));
        }
        let hidden = place == 2 && group.marks.len() == 2;
        parts.push(said("span", if hidden { "unseen" } else { "" }, words));
    }
    parts
}
