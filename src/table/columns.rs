//! Columns, found from where figures end: filers align the last digit, whatever the width of the page.

use super::{
    Column,
    figure::Figure,
    scan::{Scanned, Shape},
};
use crate::order;

/// Edges closer than this belong to one column.
const SLACK: usize = 3;

/// The columns of a run of rows, from left to right.
pub fn find(body: &[Scanned<'_>]) -> Vec<Column> {
    let rows = || body.iter().map(Scanned::figures).filter(|f| !f.is_empty());
    let mut numbers: Vec<&Figure> = rows().flatten().filter(|f| f.is_amount()).collect();
    numbers = order::by_key(numbers, |f| f.edge as u64);
    let mut columns: Vec<Column> = Vec::new();
    for group in numbers.chunk_by(|a, b| b.edge - a.edge <= SLACK) {
        columns.push(column(group));
    }
    if columns.is_empty() {
        return columns;
    }
    merge(&mut columns, &rows().collect::<Vec<_>>());
    for stroke in body.iter().flat_map(|l| if let Shape::Rule(s) = &l.shape { s } else { &l.under }) {
        let mut under = columns.iter_mut().filter(|c| stroke.start < c.end && c.start < stroke.end);
        if let (Some(column), None) = (under.next(), under.next()) {
            column.start = column.start.min(stroke.start);
            column.end = column.end.max(stroke.end);
        }
    }
    columns
}

fn column(group: &[&Figure]) -> Column {
    Column {
        headings: Vec::new(),
        start: group.iter().map(|f| f.start).min().unwrap_or_default(),
        end: group.iter().map(|f| f.end).max().unwrap_or_default(),
        // The group is in the order of its edges.
        edge: group[group.len() / 2].edge,
    }
}

/// Joins neighbours that never both hold a figure on one row and overlap on the page: one column, carelessly set.
fn merge(columns: &mut Vec<Column>, rows: &[&[Figure]]) {
    let mut at = 0;
    while at + 1 < columns.len() {
        let (left, right) = (&columns[at], &columns[at + 1]);
        let overlap = right.start < left.end;
        let together = rows.iter().any(|row| {
            let holds =
                |c: &Column| row.iter().any(|f| f.is_amount() && f.edge + SLACK >= c.edge && f.edge <= c.edge + SLACK);
            holds(left) && holds(right)
        });
        if overlap && !together {
            let right = columns.remove(at + 1);
            let left = &mut columns[at];
            left.start = left.start.min(right.start);
            left.end = left.end.max(right.end);
        } else {
            at += 1;
        }
    }
}

/// So many figures in another column make a column of one figure a stray number.
const FULL: usize = 4;

/// Drops columns that have no heading and one figure only: a number in the margin is no column.
pub fn drop_strays(columns: &mut Vec<Column>, body: &[Scanned<'_>]) {
    let count = |c: &Column| {
        let near = |f: &&Figure| f.is_amount() && f.edge.abs_diff(c.edge) <= SLACK;
        body.iter().flat_map(Scanned::figures).filter(near).count()
    };
    if columns.iter().map(count).max().unwrap_or_default() >= FULL {
        columns.retain(|c| !c.headings.is_empty() || count(c) > 1);
    }
}

/// Drops a first column that holds nothing but years, in rows without a caption: the years are the captions.
pub fn drop_captions(columns: &mut Vec<Column>, body: &[Scanned<'_>]) {
    let Some(first) = columns.first().filter(|_| columns.len() > 1) else { return };
    let near = |f: &Figure| f.is_amount() && f.edge.abs_diff(first.edge) <= SLACK;
    let mut rows = body.iter().filter(|l| l.figures().first().is_some_and(near)).peekable();
    let are_captions = rows.peek().is_some()
        && rows
            .all(|l| l.chunks.is_empty() && l.figures().len() > 1 && l.figures().first().is_some_and(Figure::is_year));
    if are_captions {
        columns.remove(0);
    }
}
