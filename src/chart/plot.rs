//! What is drawn: bars that carry their figure, the cell it comes from and their place, before any pixel.

use rust_decimal::Decimal;

use crate::report::Outcome;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The point, as a sentence.
    pub title: String,
    /// The worst outcome among the equations behind it.
    pub outcome: Outcome,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A waterfall, first step to last.
    Steps(Vec<Step>),
    /// Assets, then liabilities and equity.
    Sides(Vec<Side>),
    Lines(Comparison),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
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
}

impl StepKind {
    /// Whether the bar stands on zero.
    pub const fn is_level(self) -> bool {
        matches!(self, Self::Start | Self::Subtotal | Self::End)
    }
}

/// A bar of a waterfall. Amounts are as printed, before scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Id of the cell it comes from; for a gap, of the total that is missed.
    pub cell: String,
    pub caption: String,
    pub kind: StepKind,
    /// The level, or the signed effect of a change.
    pub amount: Decimal,
    pub from: Decimal,
    pub to: Decimal,
    /// By how much its own parts, which the chart does not show, do not tie; zero when they do.
    pub inner_gap: Decimal,
}

/// One side of a balance sheet: a total and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    pub total: Step,
    pub parts: Vec<Step>,
}

/// Main lines in columns of the same length of period: the latest, the one it is compared with, the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub caption: String,
    /// One a column.
    pub marks: Vec<Mark>,
    /// The first column less the second.
    pub change: Decimal,
    /// Of the second column, in percent; `None` where not meaningful.
    pub percent: Option<Decimal>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub cell: String,
    pub amount: Decimal,
    /// By how much the equation behind it does not tie; zero when it does or rounding explains it.
    pub gap: Decimal,
}
