//! The columns of a statement: printed headings and the period they stand for.

use super::{Column, period};
use crate::{
    phrase::{has, has_any},
    table::Table,
    vocabulary::{StatementKind, Unit},
};

pub fn read(table: &Table, kind: StatementKind, title: &[&str]) -> Vec<Column> {
    table
        .columns
        .iter()
        .enumerate()
        .map(|(at, c)| Column {
            headings: c.headings.clone(),
            period: period::read(&c.headings, title, kind == StatementKind::BalanceSheet),
            unit: if is_percent(table, at) { Some(Unit::Percent) } else { unit(&c.headings) },
        })
        .collect()
}

/// The figures of the column are percentages: most carry the sign, or the uppermost does, as the first of a column of money
/// carries its currency's. Rows that are percentages in every column say nothing of one.
fn is_percent(table: &Table, at: usize) -> bool {
    let rows = table.rows.iter().filter(|r| r.cells.iter().flatten().any(|f| f.number().is_some() && !f.percent));
    let figures: Vec<_> = rows.filter_map(|r| r.cells.get(at)?.as_ref()).filter(|f| f.number().is_some()).collect();
    let signs = figures.iter().filter(|f| f.percent).count();
    signs * 2 > figures.len()
        || figures.first().is_some_and(|f| f.percent) && figures.iter().all(|f| f.symbol.is_none())
}

/// What the amounts of a column count, where its lowest heading says.
fn unit(headings: &[String]) -> Option<Unit> {
    let lowest = headings.last()?.to_ascii_lowercase();
    if has_any(&lowest, "per share|per unit|price|average|rate|multiple") {
        Some(Unit::PerShare)
    } else {
        has_any(&lowest, "shares|number of").then_some(Unit::Shares)
    }
}

/// Whether the words near the title say audited, unaudited, or neither.
pub fn audited(title: &[&str], columns: &[Column]) -> Option<bool> {
    let said: Vec<String> = title
        .iter()
        .map(|t| t.to_ascii_lowercase())
        .chain(columns.iter().map(|c| c.label().to_ascii_lowercase()))
        .collect();
    if said.iter().any(|s| has(s, "unaudited")) {
        Some(false)
    } else if said.iter().any(|s| has(s, "audited")) {
        Some(true)
    } else {
        None
    }
}
