//! A table while it is read: which columns each cell takes up, rows that reach down over others.

use super::{style::Style, words::Words};
use crate::{
    source::{Text, draw::Cell, grid::GridCell},
    vocabulary::Rule,
};

/// No cell reaches over more columns or rows.
const REACH: usize = 200;

/// A table whose end has not been read.
#[derive(Debug, Default)]
pub struct OpenTable {
    pub rows: Vec<Vec<Cell>>,
    row: Option<Vec<Cell>>,
    cell: Option<Cell>,
    /// Next free column of the row.
    column: usize,
    /// For each column, how many more rows a cell from above takes up.
    taken: Vec<usize>,
    /// Rows the open cell reaches down.
    down: usize,
    /// The words of the open cell before a table in it.
    pub held: Words,
}

impl OpenTable {
    pub fn in_cell(&self) -> bool {
        self.cell.is_some()
    }

    pub fn begin_row(&mut self) {
        self.row = Some(Vec::new());
        self.column = 0;
    }

    pub fn end_row(&mut self) {
        if let Some(row) = self.row.take() {
            self.rows.push(row);
            for rows in &mut self.taken {
                *rows = rows.saturating_sub(1);
            }
        }
    }

    /// Takes the rows read so far, the open one with them; it goes on with what follows, and so does its open cell.
    pub fn so_far(&mut self) -> Vec<Vec<Cell>> {
        let printed = |cell: &Cell| !cell.words.content.is_empty();
        let blank = !self.row.iter().flatten().any(printed);
        if self.rows.is_empty() && self.held.is_blank() && blank {
            return Vec::new();
        }
        let words = std::mem::take(&mut self.held);
        let open = self.cell.as_ref().map(|c| Cell { words: Text::default(), set: c.set.clone() });
        self.end_cell(words);
        self.cell = open;
        let mut rows = std::mem::take(&mut self.rows);
        if let Some(row) = &mut self.row {
            rows.push(std::mem::take(row));
        }
        rows
    }

    pub fn begin_cell(&mut self, across: usize, down: usize, style: Style) {
        if self.row.is_none() {
            self.begin_row();
        }
        while self.taken.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let end = self.column + across.clamp(1, REACH);
        let set = GridCell {
            columns: self.column..end,
            centred: style.centred == Some(true),
            above: style.above,
            below: style.below,
            ..GridCell::default()
        };
        self.cell = Some(Cell { set, ..Cell::default() });
        self.down = down.clamp(1, REACH);
        self.column = end;
    }

    pub fn rule(&mut self, rule: Rule) {
        if let Some(cell) = &mut self.cell {
            cell.set.below = if cell.set.below == Rule::None { rule } else { Rule::Double };
        }
    }

    pub fn end_cell(&mut self, words: Words) {
        let (Some(mut cell), Some(row)) = (self.cell.take(), &mut self.row) else { return };
        if self.down > 1 {
            if self.taken.len() < cell.set.columns.end {
                self.taken.resize(cell.set.columns.end, 0);
            }
            for rows in &mut self.taken[cell.set.columns.clone()] {
                *rows = self.down;
            }
        }
        cell.set.indent = usize::try_from(words.indent).unwrap_or(0);
        cell.set.centred |= words.centred;
        cell.words = words.text;
        row.push(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(rows: &[&[(usize, usize)]]) -> Vec<Vec<(usize, usize)>> {
        let mut table = OpenTable::default();
        for row in rows {
            table.begin_row();
            for (across, down) in *row {
                table.begin_cell(*across, *down, Style::default());
                table.end_cell(Words::default());
            }
            table.end_row();
        }
        table.rows.iter().map(|r| r.iter().map(|c| (c.set.columns.start, c.set.columns.end)).collect()).collect()
    }

    #[test]
    fn cells_stand_beside_those_that_reach_down() {
        assert_eq!(
            columns(&[&[(1, 2), (3, 1)], &[(1, 1), (1, 1)], &[(1, 1)]]),
            vec![vec![(0, 1), (1, 4)], vec![(1, 2), (2, 3)], vec![(0, 1)]]
        );
    }

    #[test]
    fn no_cell_reaches_without_end() {
        assert_eq!(columns(&[&[(usize::MAX, usize::MAX), (0, 0)]]), vec![vec![(0, 200), (200, 201)]]);
    }
}
