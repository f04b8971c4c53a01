//! From tables to financial statements: kind, periods, scale, and lines whose amounts mean something.

mod aside;
mod banner;
mod between;
mod blocks;
mod calendar;
mod change;
mod column;
mod concept;
mod count;
mod currency;
mod dilution;
mod entity;
mod excepted;
mod fiscal;
mod fiscal_spanner;
mod join;
mod kind;
mod likeness;
mod note;
mod notes_head;
mod outline;
mod period;
mod read;
mod reporter;
mod said;
mod scale;
mod shares;
mod under;
mod unit;
mod worth;

pub use concept::{CASH_BEGINNING, CASH_ENDING};
pub use entity::{About, about};
pub use likeness::{likeness, stems};
pub use period::{Date, Period, iso, month};
pub use read::read;

use rust_decimal::Decimal;
use scale::Scale;

use crate::{
    exact,
    gather::Gather,
    phrase,
    span::Span,
    vocabulary::{Basis, Role, Rule, StatementKind, Unit},
};

#[derive(Debug)]
pub struct Statement {
    pub kind: StatementKind,
    pub basis: Basis,
    pub title: String,
    /// The company named above it.
    pub reporter: Option<String>,
    pub span: Span,
    /// What a printed money amount is multiplied by.
    pub scale: Decimal,
    /// All that is said of its scale.
    said: Scale,
    pub currency: &'static str,
    pub audited: Option<bool>,
    /// Points part its thousands, and a comma stands before decimals.
    pub european: bool,
    /// Index of the statement above on the same page, for a footnote's table that explains one of its lines.
    pub explains: Option<usize>,
    pub columns: Vec<Column>,
    pub lines: Vec<Line>,
    /// Amounts that could not be read into a line, and why.
    pub strays: Vec<Stray>,
}

/// An amount that is no cell.
#[derive(Clone, Debug)]
pub struct Stray {
    pub span: Span,
    pub why: &'static str,
    /// As printed.
    pub number: Option<Decimal>,
}

#[derive(Clone, Debug, Default)]
pub struct Column {
    pub headings: Vec<String>,
    pub period: Option<Period>,
    /// What its amounts count, where its heading says that they are no money: "Shares".
    pub unit: Option<Unit>,
    /// It counts things, which add up as money does.
    pub things: bool,
    /// Its own scale and currency, where the headings of the columns tell more than one.
    pub scale: Option<Decimal>,
    pub currency: Option<&'static str>,
}

impl Column {
    /// The same amounts as in another column, translated.
    pub fn is_translated(&self, statement: &Statement) -> bool {
        self.currency.is_some_and(|own| own != statement.currency)
    }

    /// Whether its amounts add up down the page: percentages, prices, ratios and years of life do not, and where better is more and worse
    /// is less, a cost that fell is printed as a gain.
    pub fn adds_down(&self) -> bool {
        const BETTER: &str = "favorable|favourable|better|(worse";
        let better = || self.headings.iter().any(|h| phrase::has_any(&h.to_ascii_lowercase(), BETTER));
        let sums = !matches!(self.unit, Some(Unit::Percent | Unit::PerShare | Unit::Count)) || self.things;
        sums && !better()
    }

    pub fn label(&self) -> String {
        self.headings.join(" ")
    }
}

/// A caption with one amount a column.
#[derive(Debug)]
pub struct Line {
    pub caption: String,
    /// The caption without case, parentheses and punctuation, for comparing.
    pub plain: String,
    /// The stems of its words, as numbers, for [`likeness`].
    pub stems: Vec<u32>,
    pub path: Vec<String>,
    pub depth: usize,
    pub role: Role,
    pub unit: Unit,
    /// What the line is, as the rules ask for it.
    pub concept: Option<&'static str>,
    /// What us-gaap calls it, at the statement's time.
    pub element: Option<&'static str>,
    pub rule_above: Rule,
    pub rule_below: Rule,
    pub blank_above: bool,
    pub centred: bool,
    pub indent: usize,
    /// Its amounts are printed inside the caption of the line below, and take part in no sum.
    pub aside: bool,
    pub span: Span,
    /// One entry a column; empty for a heading.
    pub cells: Vec<Option<Cell>>,
}

/// A printed amount. `value` is after scale; `ulp` the weight of its last printed digit after scale.
#[derive(Debug, Default)]
pub struct Cell {
    pub text: String,
    pub printed: Option<Decimal>,
    pub value: Option<Decimal>,
    pub ulp: Option<Decimal>,
    pub nil: bool,
    /// A percentage, or a ratio ("2.97x"): it has no scale, and need not add to anything.
    pub percent: bool,
    pub symbol: Option<&'static str>,
    pub span: Span,
}

impl Cell {
    /// Multiplies what was read without a scale.
    fn rescale(&mut self, factor: Decimal) {
        if self.percent {
            return;
        }
        let scaled = |v: Decimal| exact::mul(v, factor).map(|v| v.normalize());
        (self.value, self.ulp) = (self.value.and_then(scaled), self.ulp.and_then(scaled));
    }
}

impl Cell {
    /// Takes an amount as printed.
    fn unscale(&mut self) {
        let scaled = self.value.filter(|v| !v.is_zero()).and_then(|v| exact::div(self.printed?, v));
        if let Some(factor) = scaled {
            self.rescale(factor);
        }
    }
}

impl Line {
    /// The value in a column; a dash counts as nothing.
    pub fn value(&self, column: usize) -> Option<Decimal> {
        self.cells.get(column)?.as_ref()?.value
    }

    /// What stands in a column is no number, or a percentage: no sum can be held against it.
    pub fn is_no_term(&self, column: usize) -> bool {
        self.cells.get(column).and_then(Option::as_ref).is_some_and(|c| c.value.is_none() || c.percent)
    }

    pub fn is_heading(&self) -> bool {
        self.cells.iter().all(Option::is_none)
    }

    /// Caption and headings together, plain: "net income per share basic".
    pub fn full(&self) -> String {
        let mut full = self.path.iter().map(|p| concept::plain(p)).gather().join(" ");
        full.push(' ');
        full.push_str(&self.plain);
        full
    }
}

impl Statement {
    /// The first line that carries a concept.
    pub fn line_of(&self, concepts: &[&str]) -> Option<usize> {
        self.lines.iter().position(|l| l.concept.is_some_and(|c| concepts.contains(&c)))
    }

    /// The largest amount of money as printed.
    fn largest(&self) -> Decimal {
        let mut largest = Decimal::ZERO;
        for line in self.lines.iter().filter(|l| l.unit == Unit::Money) {
            for cell in line.cells.iter().flatten() {
                largest = largest.max(cell.printed.unwrap_or_default().abs());
            }
        }
        largest
    }

    /// Whether two statements may be of one company: both of the same, or one of a company that is not named.
    pub fn is_of_one_company(&self, other: &Self) -> bool {
        match (&self.reporter, &other.reporter) {
            (Some(a), Some(b)) => a == b || reporter::same(a, b),
            _ => true,
        }
    }

    pub fn is_reconciliation(&self) -> bool {
        self.kind == StatementKind::Reconciliation
    }
}

/// Removes parentheses, case and punctuation: how captions are compared.
pub fn plain(caption: &str) -> String {
    concept::plain(caption)
}
