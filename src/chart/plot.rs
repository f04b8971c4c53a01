//! What is drawn: marks that carry their figure, the cell it comes from and their place, before any pixel.
//!
//! Every kind of chart has this one shape, so that one routine draws them all.

use rust_decimal::Decimal;

use super::Kind;
use super::book::Fact;
use super::words::{self, joined};
use crate::report::Outcome;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The point, as a sentence.
    pub title: String,
    /// The worst outcome among the equations behind it.
    pub outcome: Outcome,
    /// A waterfall is one group, a balance sheet one a side, a comparison one a line.
    pub groups: Vec<Group>,
    /// The figures as a table, its heads first.
    pub table: Vec<Vec<String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The line, where the marks are its periods.
    pub caption: String,
    /// What to say of the change of a line, and only of a line: "up 51,689", "33.3%", " on Dec 2002".
    pub change: Vec<String>,
    pub marks: Vec<Mark>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A level that is only begun from.
    Start,
    Change,
    /// What rounding leaves between the changes and the next level.
    Rounding,
    /// What rounding cannot explain.
    Gap,
    /// A level on the way.
    Subtotal,
    End,
    /// A side of a balance sheet, of which the marks after it are the parts.
    Whole,
    /// A line in the latest period.
    Latest,
    /// The same in another.
    Earlier,
}

impl MarkKind {
    /// Whether the bar stands on zero.
    pub const fn is_level(self) -> bool {
        !matches!(self, Self::Change | Self::Rounding | Self::Gap)
    }
}

/// A bar with its figure. Amounts are as printed, before scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Id of the cell it comes from; for a gap, of the total that is missed.
    pub cell: String,
    /// The caption; in a comparison the period.
    pub caption: String,
    pub kind: MarkKind,
    /// The level, or the signed effect of a change.
    pub amount: Decimal,
    pub from: Decimal,
    pub to: Decimal,
    /// By how much the equation behind it, which the chart does not show, does not tie; zero when it does.
    pub gap: Decimal,
    /// What is read out after the amount.
    pub note: String,
    /// The share of the whole; empty where it has no meaning.
    pub share: String,
}

impl Mark {
    pub fn change(cell: &str, caption: String, kind: MarkKind, from: Decimal, amount: Decimal) -> Self {
        let (cell, to, gap) = (cell.into(), words::plus(from, amount), Decimal::ZERO);
        Self { cell, caption, kind, amount, from, to, gap, note: String::new(), share: String::new() }
    }

    /// A bar from zero.
    pub fn level(fact: Fact, kind: MarkKind) -> Self {
        Self::change(fact.id(), fact.caption(), kind, Decimal::ZERO, fact.amount())
    }

    /// The line under the chart.
    pub fn readout(&self, kind: Kind, group: &Group, digits: u32) -> String {
        let (line, pause) = if group.change.is_empty() { ("", "") } else { (group.caption.as_str(), ", ") };
        let mut said = joined(&[line, pause, &self.caption, ": ", &kind.shown(self.amount, digits), &self.note]);
        if !self.gap.is_zero() {
            let what = if pause.is_empty() { "; its own parts do not tie by " } else { "; does not tie by " };
            said.push_str(what);
            said.push_str(&words::unsigned(self.gap, digits));
        }
        said.push('.');
        said
    }
}

/// Texts as a row of the table.
pub fn row(texts: &[&str]) -> Vec<String> {
    let mut row = Vec::with_capacity(texts.len());
    for text in texts {
        row.push((*text).to_owned());
    }
    row
}
