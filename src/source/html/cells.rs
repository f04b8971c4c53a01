//! Tables while a page is read: rows and cells as they begin and end, tables within cells.

use super::{Page, style::Style, table::OpenTable, token::Tag, words::Words};
use crate::source::draw;

/// Tables around a table that are looked at; nothing that is meant to be read is nested so deep.
const DEEP: usize = 64;

impl Page<'_, '_> {
    pub(super) fn begin_table(&mut self) {
        match self.tables.last_mut() {
            Some(around) if around.in_cell() => around.held = std::mem::take(&mut self.words),
            // Words of a table that stand in no cell.
            _ => self.flush(true),
        }
        self.tables.push(OpenTable::default());
    }

    /// A table that prints one cell is a cell's dress; any other stands on its own, below what was read so far of those around it.
    pub(super) fn end_table(&mut self) {
        if self.tables.is_empty() {
            return;
        }
        self.end_row();
        let rows = self.tables.pop().map(|t| t.rows).unwrap_or_default();
        self.words = self.tables.last_mut().map(|t| std::mem::take(&mut t.held)).unwrap_or_default();
        if self.tables.last().is_some_and(OpenTable::in_cell)
            && let Some(words) = draw::single(&rows)
        {
            self.words.append(&words);
            return;
        }
        self.draw_open();
        self.draw_table(rows);
        self.blank_line();
    }

    /// Draws what was read so far of the tables that are open, outermost first; their cells go on empty.
    pub(super) fn draw_open(&mut self) {
        let last = std::mem::take(&mut self.words);
        if let Some(table) = self.tables.last_mut() {
            table.held = last;
        }
        for at in self.tables.len().saturating_sub(DEEP)..self.tables.len() {
            let rows = self.tables[at].so_far();
            self.draw_table(rows);
        }
    }

    fn draw_table(&mut self, rows: Vec<Vec<draw::Cell>>) {
        if rows.iter().flatten().any(|c| !c.words.content.is_empty()) {
            self.blank_line();
            let grid = draw::draw(rows, self.out);
            self.grids.push(grid);
        }
    }

    pub(super) fn begin_row(&mut self) {
        if self.tables.is_empty() {
            return self.end_block();
        }
        self.end_row();
        if let Some(table) = self.tables.last_mut() {
            table.begin_row();
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        if let Some(table) = self.tables.last_mut() {
            table.end_row();
        }
    }

    pub(super) fn begin_cell(&mut self, tag: &Tag<'_>, style: Style) {
        if self.tables.is_empty() {
            return self.words.part();
        }
        self.end_cell();
        let number = |name: &str| tag.attribute(name).and_then(|v| v.trim().parse::<usize>().ok()).unwrap_or(1);
        if let Some(table) = self.tables.last_mut() {
            table.begin_cell(number("colspan"), number("rowspan"), style);
            self.words = Words::default();
            self.words.indent = style.indent;
        }
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            let words = std::mem::take(&mut self.words);
            if table.in_cell() {
                table.end_cell(words);
            } else if !words.is_blank() {
                // Words of a table that stand in no cell.
                self.words = words;
                self.flush(true);
            }
        }
    }
}
