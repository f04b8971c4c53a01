//! Inner and outer columns: parts are set in the inner one, what they come to in the outer, as in an account kept by hand. No line
//! fills both, and nothing above tells them apart: they are one column of amounts.

use super::{Column, Row, Table};

/// Puts inner columns into the outer ones at their right.
pub fn merge(table: &mut Table) {
    let Table { columns, rows, .. } = table;
    for at in (1..columns.len()).rev() {
        if columns[at - 1].headings == columns[at].headings && shares_no_line(rows, at) {
            let Column { start, .. } = columns.remove(at - 1);
            columns[at - 1].start = start;
            for row in rows.iter_mut().filter(|r| at < r.cells.len()) {
                let inner = row.cells.remove(at - 1);
                row.cells[at - 1] = row.cells[at - 1].take().or(inner);
            }
        }
    }
}

fn shares_no_line(rows: &[Row], at: usize) -> bool {
    let filled = |row: &Row, at: usize| row.cells.get(at).is_some_and(Option::is_some);
    !rows.iter().any(|row| filled(row, at - 1) && filled(row, at))
}
