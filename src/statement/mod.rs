//! From tables to financial statements: kind, periods, scale, and lines whose amounts mean something.

mod column;
mod concept;
mod entity;
mod kind;
mod likeness;
mod outline;
mod period;
mod scale;
mod unit;

pub use concept::{CASH_BEGINNING, CASH_ENDING};
pub use entity::{About, about};
pub use likeness::likeness;
pub use period::{Date, Period, iso, month};

use rust_decimal::Decimal;

use crate::{
    exact,
    source::Text,
    span::Span,
    table::{Figure, Printed, Table},
    vocabulary::{Basis, Role, Rule, StatementKind, Unit},
};

#[derive(Clone, Debug)]
pub struct Statement {
    pub kind: StatementKind,
    pub basis: Basis,
    pub title: String,
    pub span: Span,
    /// What a printed money amount is multiplied by.
    pub scale: Decimal,
    pub audited: Option<bool>,
    /// Index of the statement above on the same page, for a footnote's table that explains one of its lines.
    pub explains: Option<usize>,
    pub columns: Vec<Column>,
    pub lines: Vec<Line>,
    /// Amounts that could not be read into a line, and why.
    pub strays: Vec<(Span, &'static str)>,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub headings: Vec<String>,
    pub period: Option<Period>,
}

impl Column {
    pub fn label(&self) -> String {
        self.headings.join(" ")
    }
}

/// A caption with one amount a column.
#[derive(Clone, Debug)]
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
    pub concept: Option<&'static str>,
    pub rule_above: Rule,
    pub rule_below: Rule,
    pub blank_above: bool,
    pub centred: bool,
    pub indent: usize,
    pub span: Span,
    /// One entry a column; empty for a heading.
    pub cells: Vec<Option<Cell>>,
}

/// A printed amount. `value` is after scale; `ulp` the weight of its last printed digit after scale.
#[derive(Clone, Debug)]
pub struct Cell {
    pub text: String,
    pub printed: Option<Decimal>,
    pub value: Option<Decimal>,
    pub ulp: Option<Decimal>,
    pub nil: bool,
    /// A percentage has no scale, and need not add to anything.
    pub percent: bool,
    pub symbol: Option<&'static str>,
    pub span: Span,
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
        let mut full = self.path.iter().map(|p| concept::plain(p)).collect::<Vec<_>>().join(" ");
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

    pub fn is_reconciliation(&self) -> bool {
        self.kind == StatementKind::Reconciliation
    }
}

/// Removes parentheses, case and punctuation: how captions are compared.
pub fn plain(caption: &str) -> String {
    concept::plain(caption)
}

/// Reads each table as a statement.
pub fn read(tables: &[Table], text: &Text) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for table in tables {
        let above = table.follows.then(|| statements.len().checked_sub(1)).flatten();
        if let Some(statement) = statement(table, text, above.map(|i| &statements[i])) {
            let explains = if statement.kind == StatementKind::Schedule { above } else { None };
            statements.push(Statement { explains, ..statement });
        }
    }
    period::complete(&mut statements);
    statements
}

fn statement(table: &Table, text: &Text, above: Option<&Statement>) -> Option<Statement> {
    let (kind, basis, title) = kind::classify(table)?;
    let heads: Vec<&str> = table.title.iter().map(|w| w.text.as_str()).collect();
    let headless = table.columns.iter().all(|c| c.headings.is_empty());
    let inherits = above.filter(|a| headless && a.columns.len() == table.columns.len());
    let columns = match inherits {
        Some(above) => above.columns.clone(),
        None => column::read(table, kind, &heads),
    };
    let words = heads.iter().copied().chain(table.columns.iter().flat_map(|c| c.headings.iter().map(String::as_str)));
    let scale = scale::read(words)
        .or_else(|| above.map(|a| scale::Scale { money: a.scale, shares: a.scale }))
        .unwrap_or_default();
    let mut lines: Vec<Line> = outline::lines(&table.rows);
    for (line, row) in lines.iter_mut().zip(&table.rows) {
        line.unit = unit::of(line, row, kind);
        let factor = scale.of(line.unit);
        line.cells = row.cells.iter().map(|f| f.as_ref().map(|f| cell(f, factor, text))).collect();
        line.concept = concept::of(kind, line);
    }
    let audited = column::audited(&heads, &columns);
    Some(Statement {
        kind,
        basis,
        title,
        span: table.span,
        scale: scale.money,
        audited,
        explains: None,
        columns,
        lines,
        strays: table.strays.iter().map(|f| (f.span, f.why())).collect(),
    })
}

fn cell(figure: &Figure, factor: Decimal, text: &Text) -> Cell {
    let (printed, ulp, nil) = match figure.printed {
        Printed::Number { value, places } => (Some(value), exact::unit(places), false),
        Printed::Nil => (Some(Decimal::ZERO), None, true),
        Printed::NotGiven | Printed::Unread { .. } => (None, None, false),
    };
    // A percentage has no scale.
    let factor = if figure.percent { Decimal::ONE } else { factor };
    let scaled = |v: Decimal| exact::mul(v, factor).map(|v| v.normalize());
    Cell {
        text: text.cut(figure.span).to_owned(),
        printed,
        value: printed.and_then(scaled),
        ulp: ulp.and_then(scaled),
        nil,
        percent: figure.percent,
        symbol: figure.symbol,
        span: figure.span,
    }
}
