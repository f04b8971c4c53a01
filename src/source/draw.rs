//! Draws a table of cells, of HTML or of fields that tabs part, as lines of text, columns under each other, and notes where each cell
//! came to stand.

use super::{
    Text,
    grid::{Grid, GridCell, GridRow},
};
use crate::{
    gather::Gather,
    phrase::{closes, has, is_any, opens, trim_end},
    span::Span,
};

/// A cell as read: its words with their places in the file, and how it is set (its span still empty).
#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub words: Text,
    pub set: GridCell,
}

impl Cell {
    fn text(&self) -> &str {
        &self.words.content
    }

    fn is_blank(&self) -> bool {
        self.text().is_empty()
    }
}

/// Lines are broken here.
pub const WIDTH: usize = 100;
/// A wider table is set cell after cell, not in columns.
const WIDEST: usize = 240;
/// Captions are broken here.
const CAPTION: usize = 64;
/// Columns of blanks between two columns of the table.
const GAP: usize = 2;
/// A cell's words are not longer; a table with longer words stands on its own.
const LONGEST: usize = 400;
/// Cells beyond this column are drawn in it.
const COLUMNS: usize = 400;

/// Adds the table to the text.
pub fn draw(rows: Vec<Vec<Cell>>, out: &mut Text) -> Grid {
    let start = out.content.len();
    let rows: Vec<Vec<Cell>> = rows.into_iter().map(join_amounts).gather();
    let edges = edges(&rows);
    let mut grid = Grid::default();
    for cells in rows {
        let first = out.content.len();
        let mut row = GridRow { span: Span::new(first, first), cells: Vec::with_capacity(cells.len()) };
        match &edges {
            Some(edges) => set_row(cells, edges, out, &mut row),
            None => flow_row(cells, out, &mut row),
        }
        let printed = |c: &&GridCell| !c.span.is_empty();
        if let Some(from) = row.cells.iter().find(printed) {
            let to = row.cells.iter().rev().find(printed).map_or(from.span, |c| c.span);
            row.span = from.span.join(to);
        }
        grid.rows.push(row);
    }
    grid.span = Span::new(start, out.content.len());
    grid
}

/// The words of a table that prints one cell: a number, a `$` and a number.
pub fn single(rows: &[Vec<Cell>]) -> Option<Text> {
    let mut printed = rows.iter().filter(|row| row.iter().any(|c| !c.is_blank()));
    let row = printed.next().filter(|_| printed.next().is_none())?;
    let mut cells = join_amounts(row.clone()).into_iter().filter(|c| !c.is_blank());
    let cell = cells.next().filter(|c| c.text().len() < LONGEST)?;
    cells.next().is_none().then_some(cell.words)
}

/// Puts amounts together that were split over cells: `$`, `1,228`, `)`.
fn join_amounts(cells: Vec<Cell>) -> Vec<Cell> {
    let mut joined: Vec<Cell> = Vec::with_capacity(cells.len());
    for cell in cells {
        if cell.is_blank() {
            joined.push(cell);
            continue;
        }
        let before = joined.iter().rposition(|c| !c.is_blank());
        let belongs = before.is_some_and(|b| {
            let text = joined[b].text();
            let fine = has(text, ".") && is_any(cell.text(), "x|X|bps|pts");
            (ends_amount(cell.text()) || fine || cell.text() == "bps")
                && closes(text, "0123456789)-—–")
                && b + 4 > joined.len()
                || begins_amount(text) && opens(cell.text(), "0123456789(.-—–−N*")
        });
        let Some(before) = before.filter(|_| belongs) else {
            joined.push(cell);
            continue;
        };
        joined.truncate(before + 1);
        let amount = &mut joined[before];
        let word = cell.text().starts_with(|c: char| c.is_ascii_lowercase());
        if word || opens(cell.text(), "-—–−") {
            // A currency sign before a dash is no sign of the amount.
            amount.words.pad(' ', 1);
        }
        amount.words.push_from(&cell.words, Span::new(0, cell.words.content.len()));
        amount.set.columns.end = cell.set.columns.end;
        amount.set.above = amount.set.above.max(cell.set.above);
        amount.set.below = amount.set.below.max(cell.set.below);
    }
    joined
}

fn begins_amount(text: &str) -> bool {
    is_any(text, "$|US$|C$|€|£|¥|(|$(|($|(€|(£")
}

fn ends_amount(text: &str) -> bool {
    is_any(text, ")|%|)%|%)|) %")
}

/// Where each column ends on the page; `None` where the table is prose, or too wide to be drawn.
fn edges(rows: &[Vec<Cell>]) -> Option<Vec<usize>> {
    let cells = || rows.iter().flatten().filter(|c| !c.is_blank());
    let count = cells().map(|c| c.set.columns.end).max()?.min(COLUMNS);
    let figures = |row: &Vec<Cell>| row.iter().skip(1).any(|c| is_figure(c.text()));
    if !rows.iter().any(figures) {
        return None;
    }
    let mut widths = vec![0; count];
    // Narrow cells first: a wide one needs more room only where they leave too little.
    let mut spans: Vec<(usize, usize, usize)> = cells()
        .filter(|c| !is_wide(c, count))
        .map(|c| {
            let end = c.set.columns.end.min(count);
            let start = c.set.columns.start.min(end - 1);
            let length = width(c.text());
            (end - start, end, if start == 0 { length.min(CAPTION) } else { length })
        })
        .gather();
    spans = crate::order::by_key(spans, |s| s.0 as u64);
    for (columns, end, length) in spans {
        let room: usize = widths[end - columns..end].iter().map(|w| if *w > 0 { w + GAP } else { 0 }).sum();
        // A column that had no width yet brings a gap of its own.
        let gap = if widths[end - 1] == 0 { GAP } else { 0 };
        widths[end - 1] += (length + GAP).saturating_sub(room + gap).max(usize::from(room == 0));
    }
    let mut edge = 0;
    let edges: Vec<usize> = widths
        .iter()
        .map(|w| {
            edge += if *w > 0 { w + GAP } else { 0 };
            edge
        })
        .gather();
    (edge <= WIDEST).then_some(edges)
}

fn is_figure(text: &str) -> bool {
    text.len() < 24 && text.bytes().any(|b| b.is_ascii_digit())
}

/// Words across the table: a title or a note in a row of its own.
fn is_wide(cell: &Cell, columns: usize) -> bool {
    let across = cell.set.columns.end - cell.set.columns.start;
    across > 2 && across * 3 > columns * 2 && !is_figure(cell.text())
}

/// A row in columns: the caption at the left, broken where it is long, the others to the right or the middle of their columns.
fn set_row(cells: Vec<Cell>, edges: &[usize], out: &mut Text, row: &mut GridRow) {
    let mut line = out.content.len();
    let mut started = false;
    let alone = cells.iter().filter(|c| !c.is_blank()).count() == 1;
    for mut cell in cells {
        let mut set = cell.set.clone();
        if cell.is_blank() {
            set.span = Span::new(out.content.len(), out.content.len());
            row.cells.push(set);
            continue;
        }
        let wide = is_wide(&cell, edges.len());
        set.broken = has(cell.text(), "\n") && (alone || wide || set.columns.start == 0);
        if !set.broken {
            // One blank for one line's end: every character keeps its place.
            cell.words.content = cell.text().split('\n').gather().join(" ");
        }
        let at = out.content.get(line..).map_or(0, |l| l.chars().count());
        let end = set.columns.end.min(edges.len());
        let left = set.columns.start.min(end).checked_sub(1).map_or(0, |c| edges[c]);
        let right = edges[end - 1].saturating_sub(GAP);
        let length = width(cell.text());
        if (!started && set.columns.start == 0) || wide || set.broken {
            let indent = if set.columns.start > 0 && !wide {
                left + (right.saturating_sub(left + length)) / 2
            } else if set.centred && wide {
                WIDTH.saturating_sub(length) / 2
            } else {
                set.indent / 4
            };
            if started {
                out.pad('\n', 1);
            }
            let width = if wide { WIDTH } else { CAPTION.max(right) };
            (set.span, line) = write(&cell.words, if set.broken { indent } else { indent.min(24) }, width, out);
        } else {
            let amount = is_figure(cell.text()) || end == set.columns.start + 1;
            let from =
                if amount { right.saturating_sub(length) } else { left + (right.saturating_sub(left + length)) / 2 };
            out.pad(' ', from.saturating_sub(at).max(if at == 0 { 0 } else { GAP }));
            let start = out.content.len();
            out.push_from(&cell.words, Span::new(0, cell.words.content.len()));
            set.span = Span::new(start, out.content.len());
        }
        started = true;
        row.cells.push(set);
    }
    out.pad('\n', 1);
}

/// A row of prose: its cells one after the other.
fn flow_row(cells: Vec<Cell>, out: &mut Text, row: &mut GridRow) {
    let mut started = false;
    for cell in cells {
        let mut set = cell.set.clone();
        if cell.is_blank() {
            set.span = Span::new(out.content.len(), out.content.len());
        } else {
            // A mark before an item stands on its line; other cells begin lines of their own.
            let mark = started
                && row.cells.iter().rev().find(|c| !c.span.is_empty()).is_some_and(|c| c.span.end - c.span.start <= 4);
            if started {
                out.pad(if mark { ' ' } else { '\n' }, 1);
            }
            let indent = if mark { 0 } else { set.indent / 4 };
            set.span = write(&cell.words, indent.min(24), WIDTH, out).0;
            started = true;
        }
        row.cells.push(set);
    }
    if started {
        out.pad('\n', 1);
    }
}

/// The length of the longest line.
pub fn width(text: &str) -> usize {
    text.split('\n').map(|line| line.chars().count()).max().unwrap_or(0)
}

/// Writes words on lines of a width, without the last line's end: their span, and where the last line begins.
pub fn write(words: &Text, indent: usize, width: usize, out: &mut Text) -> (Span, usize) {
    let mut line = out.content.rfind('\n').map_or(0, |at| at + 1);
    let mut column = out.content.get(line..).map_or(0, |l| l.chars().count());
    if column == 0 {
        out.pad(' ', indent);
        column = indent;
    }
    let start = out.content.len();
    let mut at = 0;
    let mut broken = false;
    for word in words.content.split_inclusive([' ', '\n']) {
        let part = word.len();
        let ends = closes(word, "\n");
        let word = trim_end(word, " \n");
        let length = word.chars().count();
        if at > 0 && (broken || column + 1 + length > width.max(indent + 20)) {
            out.pad('\n', 1);
            line = out.content.len();
            out.pad(' ', indent);
            column = indent;
        } else if at > 0 {
            out.pad(' ', 1);
            column += 1;
        }
        out.push_from(words, Span::new(at, at + word.len()));
        column += length;
        at += part;
        broken = ends;
    }
    (Span::new(start, out.content.len()), line)
}
