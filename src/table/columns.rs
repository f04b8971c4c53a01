//! Columns, found from where figures end: filers align the last digit, whatever the width of the page.

use super::{
    Column,
    figure::{Figure, Printed, is_mark},
    place::is_set_off,
    scan::{Scanned, Shape},
};
use crate::{gather::Gather, order, phrase::has};

/// Edges closer than this belong to one column.
const SLACK: usize = 3;

/// A figure and the row it stands on.
#[derive(Clone, Copy)]
struct Set<'f> {
    row: usize,
    figure: &'f Figure,
}

/// The columns of a run of rows, from left to right.
pub fn find(body: &[Scanned<'_>]) -> Vec<Column> {
    let rows = || body.iter().map(Scanned::figures).filter(|f| !f.is_empty());
    let all = || body.iter().enumerate().flat_map(|(row, l)| l.figures().iter().map(move |figure| Set { row, figure }));
    let plain = |s: &Set<'_>| s.figure.is_amount() && !has(body[s.row].text_of(s.figure), "/");
    let mut columns = grouped(all().filter(plain).gather());
    merge(&mut columns, &rows().gather());
    // Fractions, dates, ranges and dashes are set less carefully: they make columns only where nothing else does.
    let apart = |f: &Figure| columns.iter().all(|c| f.end <= c.start || c.end <= f.start && f.edge > c.edge + SLACK);
    let marks = |s: &Set<'_>| s.figure.printed == Printed::NotGiven && is_mark(body[s.row].text_of(s.figure));
    let lone = body.iter().enumerate().flat_map(|(row, l)| l.loose.iter().map(move |figure| Set { row, figure }));
    let lone = lone.filter(|s| s.figure.is_amount() && !s.figure.is_year() && is_set_off(&body[s.row], s.figure));
    let rest = all().filter(|s| !plain(s) && !marks(s)).chain(lone).filter(|s| apart(s.figure));
    let rest: Vec<Set<'_>> = rest.gather();
    let more = grouped(rest.clone())
        .into_iter()
        .filter(|c| rest.iter().filter(|s| c.start <= s.figure.start && s.figure.end <= c.end).count() > 1);
    columns = order::by_key(columns.iter().cloned().chain(more).gather(), |c: &Column| c.edge as u64);
    for stroke in body.iter().flat_map(|l| if let Shape::Rule(s) = &l.shape { s } else { &l.under }) {
        let mut under = columns.iter_mut().filter(|c| stroke.start < c.end && c.start < stroke.end);
        if let (Some(column), None) = (under.next(), under.next()) {
            column.start = column.start.min(stroke.start);
            column.end = column.end.max(stroke.end);
        }
    }
    columns
}

/// Figures whose edges follow each other closely, as columns.
fn grouped(figures: Vec<Set<'_>>) -> Vec<Column> {
    let figures = order::by_key(figures, |s| s.figure.edge as u64);
    let mut columns = Vec::new();
    for group in figures.chunk_by(|a, b| b.figure.edge - a.figure.edge <= SLACK) {
        part(group, &mut columns);
    }
    columns
}

/// One column, or two where most rows have two figures in it: it is parted where the edges are farthest apart.
fn part(group: &[Set<'_>], columns: &mut Vec<Column>) {
    let rows = order::distinct(group.iter().map(|s| s.row)).len();
    let gap = |i: usize| group[i].figure.edge - group[i - 1].figure.edge;
    // Of equal gaps the one nearest the middle, so that no page parts one figure at a time.
    let middle = |i: usize| group.len() - i.abs_diff(group.len() / 2);
    let weight = |i: usize| ((gap(i + 1) as u64) << 32) + middle(i + 1) as u64;
    let widest = order::greatest(group.len().saturating_sub(1), &weight).map(|i| i + 1).filter(|i| gap(*i) > 0);
    match widest {
        Some(at) if (group.len() - rows) * 2 > rows => {
            part(&group[..at], columns);
            part(&group[at..], columns);
        }
        _ => columns.push(column(group)),
    }
}

fn column(group: &[Set<'_>]) -> Column {
    Column {
        headings: Vec::new(),
        start: group.iter().map(|s| s.figure.start).min().unwrap_or_default(),
        end: group.iter().map(|s| s.figure.end).max().unwrap_or_default(),
        // The group is in the order of its edges.
        edge: group[group.len() / 2].figure.edge,
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
        // A spanner over the columns beside it may reach over a number of a caption too.
        let all = columns.clone();
        let own = |c: &Column| {
            let shared = |h: &String| all.iter().filter(|o| o.headings.contains(h)).count() * 2 > all.len() + 1;
            let more = all.iter().any(|o| o.headings.len() > c.headings.len());
            !c.headings.iter().all(shared) || !more
        };
        let said = |c: &Column| {
            body.iter().any(|l| l.figures().first().is_some_and(|f| f.edge.abs_diff(c.edge) <= SLACK && is_said(l, f)))
        };
        columns.retain(|c| count(c) > 1 || !c.headings.is_empty() && (own(c) || !said(c)));
    }
}

/// A figure that one blank parts from the words before it: "net of cash acquired of $204".
fn is_said(line: &Scanned<'_>, figure: &Figure) -> bool {
    line.chunks.iter().any(|c| c.end < figure.start && c.end + 1 >= figure.lead)
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
