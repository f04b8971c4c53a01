//! From tables to financial statements: kind, periods, scale, and lines whose amounts mean something.

mod aside;
mod banner;
mod blocks;
mod calendar;
mod change;
mod column;
mod concept;
mod count;
mod currency;
mod entity;
mod fiscal;
mod fiscal_spanner;
mod join;
mod kind;
mod likeness;
mod note;
mod outline;
mod period;
mod reporter;
mod said;
mod scale;
mod shares;
mod unit;

pub use concept::{CASH_BEGINNING, CASH_ENDING};
pub use entity::{About, about};
pub use likeness::{likeness, stems};
pub use period::{Date, Period, iso, month};

use rust_decimal::Decimal;

use calendar::Calendar;
use kind::Class;
use scale::Scale;

use crate::{
    exact,
    gather::Gather,
    phrase,
    source::Text,
    span::Span,
    table::{Figure, Printed, Row, Table},
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
    pub currency: &'static str,
    pub audited: Option<bool>,
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
    /// Its own scale and currency, where the headings of the columns tell more than one.
    pub scale: Option<Decimal>,
    pub currency: Option<&'static str>,
}

impl Column {
    /// The same amounts as in another column, translated.
    pub fn is_translated(&self, statement: &Statement) -> bool {
        self.currency.is_some_and(|own| own != statement.currency)
    }

    /// Whether its amounts add up down the page: percentages, prices and years of life do not, and where better is more and worse
    /// is less, a cost that fell is printed as a gain.
    pub fn adds_down(&self) -> bool {
        const BETTER: &str = "favorable|favourable|better|(worse";
        let better = || self.headings.iter().any(|h| phrase::has_any(&h.to_ascii_lowercase(), BETTER));
        !matches!(self.unit, Some(Unit::Percent | Unit::PerShare | Unit::Count)) && !better()
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
#[derive(Debug)]
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

/// Reads each table as a statement.
pub fn read(tables: &[Table], text: &Text) -> Vec<Statement> {
    let known = Calendar::of(tables, &text.content);
    let mut statements: Vec<Statement> = Vec::new();
    let mut stated: Vec<bool> = Vec::new();
    let tables = join::pages(tables, text);
    for (at, table) in tables.iter().enumerate() {
        let next = tables.get(at + 1).map_or(text.content.len(), |t| t.span.start);
        let Some(class) = kind::classify(table) else { continue };
        // What moves the equity of one year begins where the year before ends: its years are not parted.
        let blocks = if class.kind == StatementKind::Equity { Vec::new() } else { blocks::of(table) };
        let mut add = |table: &Table, class: &Class| {
            let above = table.follows.then(|| statements.len().checked_sub(1)).flatten();
            let (statement, states) = statement(table, class, text, next, above.map(|i| &statements[i]), &known);
            stated.push(states);
            let explains = if statement.kind == StatementKind::Schedule { above } else { None };
            statements.push(Statement { explains, ..statement });
        };
        if blocks.is_empty() {
            add(table, &class);
        }
        for (year, table) in &blocks {
            add(table, &class.of_block(year));
        }
    }
    fiscal::complete(&mut statements, &known);
    scale::complete(&mut statements, &stated);
    concept::spell(&mut statements);
    reporter::set_apart(&mut statements);
    statements
}

/// The statement that a table is, and whether it states its scale; `next` is where the next table begins.
fn statement(
    table: &Table,
    class: &Class,
    text: &Text,
    next: usize,
    above: Option<&Statement>,
    known: &Calendar,
) -> (Statement, bool) {
    let Class { kind, basis, named_at, .. } = *class;
    let heads: Vec<&str> = table.title.iter().map(|w| w.text.as_str()).gather();
    let headless = table.columns.iter().all(|c| c.headings.is_empty());
    let inherits = above.filter(|a| headless && a.columns.len() == table.columns.len());
    let mut columns = match inherits {
        Some(above) => above.columns.clone(),
        None => column::read(table, kind, &column::said_above(&heads, named_at), known),
    };
    // A scale may stand below the dates, where the captions begin.
    let below = table.rows.iter().take_while(|r| r.is_words()).map(|r| r.caption.as_str());
    let headings = table.columns.iter().flat_map(|c| c.headings.iter().map(String::as_str));
    let words = || heads.iter().copied().chain(headings.clone()).chain(below.clone());
    banner::hand_out(table, &mut columns, text);
    scale::of_columns(&mut columns);
    currency::of_columns(&mut columns);
    let first = columns.first().and_then(|c| c.scale).filter(|_| columns.iter().all(|c| c.scale.is_some()));
    let own = first.map(|money| Scale { money, shares: money, ..Scale::default() });
    let stated = own.or_else(|| scale::read(words())).or_else(|| note::scale(&text.content, table.span.end, next));
    let scale = stated
        .or_else(|| above.map(|a| Scale { money: a.scale, shares: a.scale, ..Scale::default() }))
        .unwrap_or_default();
    let mut lines: Vec<Line> = Vec::with_capacity(table.rows.len());
    let mut outlined = outline::lines(&table.rows);
    unit::settle(&mut outlined, &table.rows, kind, &heads.join(" "), scale.money);
    for (mut line, row) in outlined.into_iter().zip(&table.rows) {
        line.cells = cells(row, &line, &columns, scale, text);
        let mut asides = if kind.is_primary() { asides(&line, row, &columns, scale, kind, text) } else { Vec::new() };
        // In the order they are printed: the caption stands before its line's own amounts. What follows its last amount is the
        // line's own.
        if let Some(last) = asides.last() {
            line.span.start = last.span.end;
        }
        lines.append(&mut asides);
        lines.push(line);
    }
    let currency = columns
        .first()
        .and_then(|c| c.currency)
        .or_else(|| currency::of_any(words().filter(|w| currency::is_of_amounts(w)).chain(headings.clone())))
        .or_else(|| above.map(|a| a.currency).filter(|_| headless))
        .or_else(|| {
            lines.iter().flat_map(|l| l.cells.iter().flatten()).find_map(|c| c.symbol).and_then(currency::of_sign)
        })
        .unwrap_or("USD");
    concept::assign(kind, &mut lines);
    shares::fit(&mut lines, &columns);
    let audited = column::audited(&heads, &columns);
    let statement = Statement {
        kind,
        basis,
        title: class.title.clone(),
        reporter: reporter::above(&heads, named_at),
        span: table.span,
        scale: scale.money,
        currency,
        audited,
        explains: None,
        columns,
        lines,
        strays: table.strays.iter().map(|f| Stray { span: f.span, why: f.why(), number: f.number() }).gather(),
    };
    (statement, stated.is_some() || scale != Scale::default())
}

fn cells(row: &Row, line: &Line, columns: &[Column], scale: Scale, text: &Text) -> Vec<Option<Cell>> {
    let cell = |(at, figure): (usize, &Option<Figure>)| {
        let figure = figure.as_ref()?;
        let unit = columns.get(at).and_then(|c| c.unit).filter(|_| line.unit == Unit::Money).unwrap_or(line.unit);
        let scale = columns.get(at).map_or(scale, |c| scale.of_column(c)).of_line(line);
        Some(cell(figure, scale.of_figure(unit, figure), text))
    };
    row.cells.iter().enumerate().map(cell).gather()
}

/// The amounts in a line's caption, as lines of their own.
fn asides(line: &Line, row: &Row, columns: &[Column], scale: Scale, kind: StatementKind, text: &Text) -> Vec<Line> {
    let end = row.cells.iter().flatten().map(|f| f.span.start).min().unwrap_or(row.span.end);
    let words = text.cut(Span::new(row.span.start, end));
    let found = aside::read(words, row.span.start, columns, scale, kind == StatementKind::BalanceSheet);
    let line = |aside: aside::Aside| Line {
        plain: concept::plain(&aside.caption),
        caption: aside.caption,
        unit: aside.unit,
        depth: line.depth + 1,
        role: Role::Item,
        concept: None,
        rule_above: Rule::None,
        rule_below: Rule::None,
        blank_above: false,
        aside: true,
        span: aside.span,
        cells: aside.cells.iter().map(|f| f.as_ref().map(|f| cell(f, aside.factor, text))).gather(),
        stems: line.stems.clone(),
        path: line.path.clone(),
        element: line.element,
        centred: line.centred,
        indent: line.indent,
    };
    found.into_iter().map(line).gather()
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
