//! The report: plain serialisable values, the contract that the page, the ES module and the command share.
//!
//! Amounts are exact decimals, written as strings; spans are bytes of the file as given; an id names one thing for as
//! long as the file is the same (`s1` a statement, `s1.c2` a column, `s1.l4` a line, `s1.l4.c2` a cell, `p3` a claim).
//! Fields are added freely; none is renamed or dropped.

mod build;
mod strict;
mod tally;
mod tick;

pub use build::{Step, build, build_told, unreadable};
pub use strict::strict;
pub use tally::{Tally, counts};
pub use tick::{TICKS, tick};

pub use crate::vocabulary::{Basis, ClaimKind, Outcome, Role, Rule, Severity, StatementKind, Unit};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Names the shape of [`Report`] for whoever reads the JSON.
pub const SCHEMA: &str = "tieout.report/1";

/// All that tieout found in one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub schema: String,
    /// The name the file was given under.
    pub file: String,
    /// Size of the file as given.
    pub bytes: usize,
    /// Whether a difference that rounding explains counts as broken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strict: bool,
    pub entity: Entity,
    pub release: Release,
    pub documents: Vec<Document>,
    pub statements: Vec<Statement>,
    pub claims: Vec<Claim>,
    pub checks: Vec<Check>,
    /// Numbers inside a statement that are no cell of a line, or a cell without a value because they could not be read.
    pub unparsed: Vec<Unparsed>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Who reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    pub name: Option<String>,
    pub ticker: Option<String>,
    pub exchange: Option<String>,
    pub cik: Option<String>,
}

/// What the filing says of itself. Dates are ISO 8601.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    pub date: Option<String>,
    pub period_end: Option<String>,
    pub title: Option<String>,
}

/// A document inside the file; a single exhibit is one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    #[serde(rename = "type")]
    pub kind: String,
    pub description: Option<String>,
    pub span: Span,
}

/// A financial statement, or a table that belongs to one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    pub id: String,
    pub kind: StatementKind,
    pub basis: Basis,
    pub title: String,
    pub span: Span,
    pub currency: String,
    /// What a printed money amount is multiplied by: 1000 for "in thousands".
    pub scale: Decimal,
    /// Whether the words near the title say so; `None` when they say neither.
    pub audited: Option<bool>,
    pub columns: Vec<Column>,
    pub lines: Vec<Line>,
}

/// A column of amounts. Exactly one of `instant` and (`start`, `end`) is set when the period is known, none when not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub id: String,
    /// The printed heading in one string, spanners first.
    pub label: String,
    /// The printed heading from the top down, one entry a level.
    pub headings: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instant: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// Its currency, where it is another than the statement's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// What a printed money amount of the column is multiplied by, where its heading says another scale than the statement's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Decimal>,
}

/// A caption with at most one amount a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub id: String,
    pub caption: String,
    /// The headings this line stands under, outermost first.
    pub path: Vec<String>,
    pub depth: usize,
    pub role: Role,
    pub unit: Unit,
    /// A us-gaap name, where the evidence is sound.
    pub concept: Option<String>,
    pub rule_above: Rule,
    pub rule_below: Rule,
    /// Whether the heading is printed in the middle of the page ("ASSETS").
    pub centred: bool,
    /// Whether its amounts are printed inside the caption of the line below ("less allowance of $12 and $15"). They take part in
    /// no sum.
    pub aside: bool,
    pub span: Span,
    pub cells: Vec<Cell>,
}

/// A printed amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    pub id: String,
    /// Id of the column.
    pub column: String,
    /// The text as printed, parentheses included.
    pub text: String,
    /// The currency sign printed before it, which may stand far to the left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The printed number before scale; `None` where the text stands for no number ("N/A").
    pub printed: Option<Decimal>,
    /// The number after scale.
    pub value: Option<Decimal>,
    /// Weight of the last printed digit after scale.
    pub ulp: Option<Decimal>,
    /// A printed dash: exactly nothing, which takes no part in tolerance.
    pub nil: bool,
    pub span: Span,
}

/// A figure in a sentence or a headline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    pub id: String,
    /// The words as printed ("$207.0 million").
    pub text: String,
    pub span: Span,
    pub value: Decimal,
    pub ulp: Decimal,
    pub kind: ClaimKind,
    /// The period the sentence speaks of, when it can be told.
    pub period: Option<ClaimPeriod>,
    /// Ids of the cells it was found equal to.
    pub tied_to: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimPeriod {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instant: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
}

/// One piece of the document's arithmetic, re-performed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    pub id: String,
    pub rule: String,
    pub outcome: Outcome,
    pub severity: Severity,
    /// What was checked, as a sentence ("Total current assets foots").
    pub title: String,
    /// One plain sentence: what was found, with the figures.
    pub detail: String,
    /// Id of the statement the finding belongs to; none for prose against prose.
    pub statement: Option<String>,
    /// Id of the column.
    pub column: Option<String>,
    /// Id of the cell or claim whose amount is checked.
    pub reported: Option<String>,
    /// What the terms come to.
    pub computed: Option<Decimal>,
    /// Reported less computed.
    pub difference: Option<Decimal>,
    /// The largest difference that rounding of the printed figures can explain.
    pub tolerance: Option<Decimal>,
    pub terms: Vec<Term>,
    /// Why it could not be checked, or how sure the structure is ("3 of 4 columns are exact").
    pub reason: Option<String>,
    pub suspects: Vec<Suspect>,
    /// Id of the earlier check that adds up the same figures to the same end: one slip is one finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<String>,
}

/// A cell or claim that takes part in a check, and its sign and factor there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    #[serde(rename = "ref")]
    pub cell: String,
    pub weight: Decimal,
}

/// A figure that, changed alone, would make broken checks tie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Suspect {
    #[serde(rename = "ref")]
    pub cell: String,
    /// The printed number it should then read, before scale, commas left out.
    pub suggested: String,
    /// The kind of slip: "transposition", "one digit", "sign".
    pub why: String,
    pub equations_fixed: usize,
    /// 0 to 1; an ordering, not a probability.
    pub score: f64,
}

/// A number that could not be read into a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unparsed {
    pub span: Span,
    pub why: String,
}

/// Something the reader of the report should know about the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    pub id: String,
    pub severity: Severity,
    pub message: String,
    pub span: Option<Span>,
}
