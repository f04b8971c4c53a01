//! A statement as it is shown: in the unit chosen, with the columns of changes where they are asked for. The table is drawn
//! from it, the keys walk it, and what is copied is copied from it, so that all three say the same.
//!
//! In a coarser unit than the printed one money is rounded to one decimal, half away from zero, and the table says so; in a
//! finer one nothing is lost. Copies hold the figures shown, under the same words. What is not money, or may not be, stays as
//! printed. Changes are taken from the amounts as printed, then rounded; the arithmetic beside the table is always as printed.

use rust_decimal::Decimal;

use crate::exact;
use crate::gather::Gather;
use crate::phrase::is_any;
use crate::report::{Cell, Column, Line, Statement, Unit};

use super::changes::{self, Change, Pair, cell_in, own_scale};
use super::filing::Filing;
use super::lens::{Lens, Scale};
use super::words;

/// A column that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Printed(usize),
    Change(Pair),
    Percent(Pair),
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure<'s> {
    /// The amount of the filing; none where the figure is computed.
    pub cell: Option<&'s Cell>,
    /// As shown, where that is not the printed text.
    pub text: Option<String>,
    /// As copied.
    pub number: Option<Decimal>,
    /// Whether digits of it are not shown.
    pub rounded: bool,
}

pub struct Shown<'s> {
    pub statement: &'s Statement,
    pub columns: Vec<Shape>,
    lens: Lens,
}

impl<'s> Shown<'s> {
    pub fn of(statement: &'s Statement, lens: Lens) -> Self {
        let pairs = if lens.changes { changes::pairs(statement) } else { Vec::new() };
        let mut columns = Vec::new();
        for at in 0..statement.columns.len() {
            columns.push(Shape::Printed(at));
            for pair in pairs.iter().filter(|pair| pair.later.max(pair.earlier) == at) {
                columns.extend([Shape::Change(*pair), Shape::Percent(*pair)]);
            }
        }
        Self { statement, columns, lens }
    }

    /// The id of a cell: the amount's own, or one that names line, kind and later column. None where nothing stands there.
    pub fn id(&self, line: &'s Line, at: usize) -> Option<String> {
        let figure = self.figure(line, at)?;
        Some(self.id_of(&figure, line, at))
    }

    pub fn id_of(&self, figure: &Figure<'_>, line: &Line, at: usize) -> String {
        let (kind, pair) = match (figure.cell, self.columns[at]) {
            (Some(cell), _) => return cell.id.clone(),
            (None, Shape::Percent(pair)) => (PERCENT, pair.later),
            (None, Shape::Change(Pair { later: at, .. }) | Shape::Printed(at)) => (CHANGE, at),
        };
        [&line.id, ".", kind, &(pair + 1).to_string()].concat()
    }

    /// Line and column of an id.
    pub fn place(&self, id: &str) -> Option<(usize, usize)> {
        let line = line_of(self.statement, id)?;
        let of = &self.statement.lines[line];
        Some((line, (0..self.columns.len()).find(|&at| self.id(of, at).as_deref() == Some(id))?))
    }

    pub fn figure(&self, line: &'s Line, at: usize) -> Option<Figure<'s>> {
        let computed = |text, number| Some(Figure { cell: None, text: Some(text), number, rounded: false });
        match *self.columns.get(at)? {
            Shape::Printed(column) => {
                let cell = cell_in(self.statement, line, column)?;
                let (text, number, rounded) = match self.money(line, column, cell) {
                    Some((number, rounded)) => (Some(set(number, cell.value)), Some(number), rounded),
                    None => (None, cell.printed.filter(|_| !cell.nil), false),
                };
                Some(Figure { cell: Some(cell), text, number, rounded })
            }
            Shape::Change(pair) => {
                let number = match changes::change(self.statement, line, pair)? {
                    Change::Printed(number) => number,
                    Change::Points(number) => {
                        return computed([&set(number, None), "\u{a0}pts"].concat(), Some(number));
                    }
                    Change::Value(value) => {
                        let own = own_scale(self.statement, pair.later);
                        match self.scaled(own, value) {
                            Some(number) => return computed(set(number, Some(value)), Some(number)),
                            None => exact::div(value, own)?,
                        }
                    }
                };
                computed(set(number, None), Some(number))
            }
            Shape::Percent(pair) => match changes::percent(self.statement, line, pair)? {
                Ok(number) => computed([&set(number, None), "%"].concat(), Some(number)),
                Err(()) => computed("n/m".to_owned(), None),
            },
        }
    }

    /// An amount of money in the unit chosen, and whether digits of it are lost; none where it stays as printed.
    fn money(&self, line: &Line, column: usize, cell: &Cell) -> Option<(Decimal, bool)> {
        let own = own_scale(self.statement, column);
        let value = cell.value.filter(|_| line.unit == Unit::Money && !cell.nil && !cell.text.ends_with('%'))?;
        if exact::mul(cell.printed?, own)? != value || self.statement.columns.get(column).is_some_and(is_no_money) {
            return None;
        }
        let number = self.scaled(own, value)?;
        let unit = tenth(self.lens.scale.places()?);
        Some((number, exact::mul(value, unit)? != number))
    }

    /// A value in the unit chosen: to one place where that is coarser than the unit it is printed in, else to its last digit.
    fn scaled(&self, own: Decimal, value: Decimal) -> Option<Decimal> {
        let unit = tenth(self.lens.scale.places()?);
        let step = exact::mul(own, unit)?;
        if step == Decimal::ONE {
            return None;
        }
        let mut number = exact::mul(value, unit)?.normalize();
        if step < Decimal::ONE {
            number.rescale(1);
        }
        Some(number)
    }

    /// Whether the unit chosen is another than that of a column.
    fn moves(&self, column: usize) -> bool {
        self.lens.scale.places().is_some_and(|places| {
            exact::mul(own_scale(self.statement, column), tenth(places)).is_some_and(|step| step != Decimal::ONE)
        })
    }

    /// The unit of the money shown, and how it came to be: "in millions of US dollars, rounded to one decimal".
    pub fn unit(&self) -> String {
        let mut said = self.unit_of(self.statement.scale, &self.statement.currency);
        if self.is_rounded() {
            said.push_str(", rounded to one decimal");
        }
        said
    }

    /// The unit shown, and the printed one where that is another.
    pub fn about(&self) -> String {
        let mut said = if self.has_money() { self.unit() } else { words::units(self.statement) };
        if self.is_moved() {
            let printed = words::units(self.statement);
            said.push_str("; printed ");
            said.push_str(printed.split_once(" of ").map_or(printed.as_str(), |(unit, _)| unit));
        }
        said
    }

    fn unit_of(&self, scale: Decimal, currency: &str) -> String {
        let of = |places: u32| Decimal::from_parts(10_u32.pow(places), 0, 0, false, 0);
        words::in_unit(self.lens.scale.places().map_or(scale, of), currency)
    }

    /// What a column is in that has a unit of its own, or keeps it.
    pub fn unit_of_column(&self, at: usize) -> Option<String> {
        let Shape::Printed(at) = *self.columns.get(at)? else { return None };
        let column = self.statement.columns.get(at)?;
        if self.keeps_column(at) {
            return Some("as printed".to_owned());
        }
        if column.scale.is_none() && column.currency.is_none() {
            return None;
        }
        let currency = column.currency.as_deref().unwrap_or(&self.statement.currency);
        Some(self.unit_of(own_scale(self.statement, at), currency))
    }

    /// Whether any figure is shown in another unit than it is printed in.
    pub fn is_moved(&self) -> bool {
        self.has_money() && (0..self.statement.columns.len()).any(|column| self.moves(column))
    }

    /// Whether a line stays in a unit of its own where money is moved to another.
    pub fn keeps(&self, line: &Line) -> bool {
        if self.lens.scale == Scale::Printed {
            return false;
        }
        let stays = (0..self.statement.columns.len()).filter_map(|column| self.stays(line, column));
        stays.reduce(|one, other| one && other) == Some(true)
    }

    fn keeps_column(&self, column: usize) -> bool {
        let lines = self.statement.lines.iter().filter(|line| line.unit == Unit::Money && self.moves(column));
        lines.filter_map(|line| self.stays(line, column)).reduce(|one, other| one && other) == Some(true)
    }

    /// Whether an amount that has a unit stays as printed; none where there is no such amount, or nothing is moved.
    fn stays(&self, line: &Line, column: usize) -> Option<bool> {
        let cell = cell_in(self.statement, line, column).filter(|cell| !cell.nil && !cell.text.ends_with('%'))?;
        if cell.printed?.is_zero() || !self.moves(column) {
            return None;
        }
        match line.unit {
            Unit::Money => Some(self.money(line, column, cell).is_none()),
            _ => (cell.printed != cell.value).then_some(true),
        }
    }

    pub fn has_money(&self) -> bool {
        self.statement.lines.iter().any(|line| line.unit == Unit::Money && !line.cells.is_empty())
    }

    fn is_rounded(&self) -> bool {
        let columns = || (0..self.columns.len()).filter(|&at| matches!(self.columns[at], Shape::Printed(_)));
        let lines = &self.statement.lines;
        self.is_moved() && lines.iter().any(|line| columns().any(|at| self.figure(line, at).is_some_and(|f| f.rounded)))
    }

    /// The headings of the columns shown.
    pub fn headings(&self) -> Vec<Column> {
        let heading = |shape: &Shape| {
            let (Shape::Printed(at) | Shape::Change(Pair { later: at, .. }) | Shape::Percent(Pair { later: at, .. })) =
                *shape;
            let mut column = self.statement.columns[at].clone();
            let word = match shape {
                Shape::Printed(_) => return column,
                Shape::Change(_) => "Change",
                Shape::Percent(_) => "% change",
            };
            column.headings = vec![word.to_owned()];
            column.label = [word, " (computed)"].concat();
            column
        };
        self.columns.iter().map(heading).gather()
    }

    /// What is said below the heading of a computed column.
    pub fn against(&self, at: usize) -> Option<String> {
        let (Shape::Change(pair) | Shape::Percent(pair)) = self.columns.get(at)? else { return None };
        let column = self.statement.columns.get(pair.earlier)?;
        let day = column.instant.as_ref().or(column.end.as_ref())?;
        Some(["against ", &words::date(day)].concat())
    }
}

const CHANGE: &str = "change";
const PERCENT: &str = "percent";

/// A tenth of a tenth, so many times.
fn tenth(places: u32) -> Decimal {
    Decimal::from_parts(1, 0, 0, false, places)
}

/// A number as it would be printed, with the sign of what it came from: a loss too small to show is no gain.
fn set(number: Decimal, from: Option<Decimal>) -> String {
    let digits = words::group(&number.abs().to_string());
    let below = from.unwrap_or(number);
    if below.is_sign_negative() && !below.is_zero() { ["(", &digits, ")"].concat() } else { digits }
}

/// Whether a column says that its figures may be no money, whatever its lines are. Such a one is left alone.
fn is_no_money(column: &Column) -> bool {
    let label = column.label.to_ascii_lowercase();
    let mut words = label.split(|c: char| !c.is_ascii_alphanumeric() && c != '%');
    words.any(|word| is_any(word, "share|shares|number|percent|percentage|price|prices|rate|rates|yield|ratio|%"))
}

fn line_of(statement: &Statement, id: &str) -> Option<usize> {
    let line = id.rsplit_once('.')?.0;
    statement.lines.iter().position(|of| of.id == line)
}

/// The later amount behind a computed figure, by the figure's id; none where the id is no such figure's.
pub fn behind<'f>(filing: &'f Filing, id: &str) -> Option<(&'f Statement, &'f Cell, &'f Cell)> {
    let tail = id.rsplit_once('.')?.1;
    let later =
        tail.strip_prefix(CHANGE).or_else(|| tail.strip_prefix(PERCENT))?.parse::<usize>().ok()?.checked_sub(1)?;
    let statement = filing.statement(id.split('.').next()?)?;
    let line = statement.lines.get(line_of(statement, id)?)?;
    let pair = changes::pairs(statement).into_iter().find(|pair| pair.later == later)?;
    Some((statement, cell_in(statement, line, later)?, cell_in(statement, line, pair.earlier)?))
}
