//! What a report must say of an invented filing, line for line.

use rust_decimal::Decimal;
use tieout::report::{self, Report, StatementKind};

use super::model::{Filing, Kind, Row, Statement, Unit};

/// A figure with all that must be read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub kind: StatementKind,
    pub caption: String,
    /// First and last day; a day twice.
    pub dates: (String, String),
    pub unit: report::Unit,
    pub value: Decimal,
}

impl Known {
    /// The first thing in which two differ.
    pub fn differs(&self, other: &Self) -> &'static str {
        let differs = [
            ("kind", self.kind != other.kind),
            ("value", self.value != other.value),
            ("caption", self.caption != other.caption),
            ("dates", self.dates != other.dates),
            ("unit", self.unit != other.unit),
        ];
        differs.iter().find(|(_, d)| *d).map_or("nothing", |(what, _)| what)
    }
}

impl std::fmt::Display for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (from, to) = &self.dates;
        write!(f, "{:?}, {:?}, {from} to {to}, {:?} {}", self.kind, self.caption, self.unit, self.value)
    }
}

/// The figures of a filing in the order they are printed, with the place of each.
pub fn of_filing(filing: &Filing) -> Vec<(Known, (usize, usize, usize))> {
    let mut found = Vec::new();
    for (s, statement) in filing.statements.iter().enumerate() {
        for (r, row) in statement.rows.iter().enumerate() {
            let Row::Line { caption, unit, cells, .. } = row else { continue };
            for (c, amount) in cells.iter().enumerate() {
                found.push((known(filing, statement, caption, *unit, (c, *amount)), (s, r, c)));
            }
        }
    }
    found
}

fn known(filing: &Filing, of: &Statement, caption: &str, unit: Unit, (column, amount): (usize, i64)) -> Known {
    let scale = if unit == Unit::PerShare { 1 } else { filing.scale };
    Known {
        kind: match of.kind {
            Kind::Balance => StatementKind::BalanceSheet,
            Kind::Income => StatementKind::IncomeStatement,
            Kind::Flows => StatementKind::CashFlow,
        },
        caption: caption.to_owned(),
        dates: filing.dates(of.columns[column]),
        unit: match unit {
            Unit::Money => report::Unit::Money,
            Unit::PerShare => report::Unit::PerShare,
            Unit::Shares => report::Unit::Shares,
        },
        value: (Decimal::new(amount, filing.places(unit)) * Decimal::from(scale)).normalize(),
    }
}

/// The figures of a report as they are printed, with the id of each.
pub fn of_report(report: &Report) -> Vec<(Known, String)> {
    let mut found = Vec::new();
    for statement in &report.statements {
        for line in &statement.lines {
            for cell in &line.cells {
                let column = statement.columns.iter().find(|c| c.id == cell.column).expect("a column");
                let day = column.instant.clone();
                let dates = (day.clone().or(column.start.clone()), day.or(column.end.clone()));
                let known = Known {
                    kind: statement.kind,
                    caption: line.caption.replace('\u{2019}', "'"),
                    dates: (dates.0.unwrap_or_default(), dates.1.unwrap_or_default()),
                    unit: line.unit,
                    value: cell.value.unwrap_or(Decimal::MAX).normalize(),
                };
                found.push((known, cell.id.clone()));
            }
        }
    }
    found
}
