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
        .map(|c| Column {
            headings: c.headings.clone(),
            period: period::read(&c.headings, title, kind == StatementKind::BalanceSheet),
            unit: unit(&c.headings),
        })
        .collect()
}

/// What the amounts of a column count, where its lowest heading says.
fn unit(headings: &[String]) -> Option<Unit> {
    let lowest = headings.last()?.to_ascii_lowercase();
    if has_any(&lowest, "per share|price") {
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
