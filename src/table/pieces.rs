//! Tables of HTML that are pieces of one: a heading, or each row, in a table of its own.
//!
//! Some makers set every line of a statement as a table, or the dates as one and the amounts as another. Nothing but blanks stands
//! between two pieces, and they have the same columns.

use super::{grid::line, heading::looks_like_period};
use crate::{phrase::cut, source::Grid};

/// A longer cell is prose.
const LONG: usize = 60;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// Periods, no amounts.
    Head,
    /// One row of amounts.
    Row,
    /// A caption alone.
    Caption,
    /// A table, or words of another kind.
    Other,
}

/// Whether the second grid goes on with the first.
pub fn adjoin(first: &Grid, next: &Grid, text: &str) -> bool {
    let columns = width(first);
    if columns < 2 || columns != width(next) || !cut(text, first.span.end, next.span.start).trim().is_empty() {
        return false;
    }
    match (piece(first, text), piece(next, text)) {
        (Piece::Head, next) => next != Piece::Caption,
        (Piece::Row | Piece::Caption, next) => matches!(next, Piece::Row | Piece::Caption),
        (Piece::Other, _) => false,
    }
}

fn width(grid: &Grid) -> usize {
    grid.rows.iter().flat_map(|r| &r.cells).map(|c| c.columns.end).max().unwrap_or(0)
}

fn piece(grid: &Grid, text: &str) -> Piece {
    let (mut rows, mut bodies, mut cells, mut periods) = (0, 0, 0, 0);
    for line in grid.rows.iter().map(|row| line(row, text)) {
        rows += usize::from(!line.cells.is_empty());
        bodies += usize::from(line.is_body());
        cells += line.cells.len();
        periods += line.cells.iter().filter(|c| c.set.columns.start > 0 && looks_like_period(&c.text)).count();
        if line.cells.iter().any(|c| c.text.len() > LONG) {
            return Piece::Other;
        }
        if rows > 4 {
            break;
        }
    }
    match (bodies, rows) {
        (0, 1) if cells == 1 && periods == 0 => Piece::Caption,
        (0, 1..=4) if periods > 0 => Piece::Head,
        (1, 1..=2) => Piece::Row,
        _ => Piece::Other,
    }
}
