//! Rows and columns of figures, found in the text by how they are set.
//!
//! Nothing here knows what a figure means: a table is captions at the left, figures aligned in columns, headings above.

mod columns;
mod figure;
mod grid;
mod heading;
mod region;
mod rows;
mod scan;

pub use figure::{Figure, Printed, number, parts};
pub use scan::{Scanned, Shape, figure, scan};

use crate::{
    source::{self, Filing},
    span::Span,
    vocabulary::Rule,
};

/// A table: what stands above it, its columns, its rows.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// From the first title line to the last row.
    pub span: Span,
    /// The lines above the column headings, top down.
    pub title: Vec<Words>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Figures that fit no column.
    pub strays: Vec<Figure>,
    /// Comes after another table on the same page.
    pub follows: bool,
}

/// Words and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    pub span: Span,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// What stands above it, from the top down; a spanner is repeated for each column under it.
    pub headings: Vec<String>,
    /// Columns of the page `[start, end)` that its figures take up.
    pub start: usize,
    pub end: usize,
    /// Where most of its figures end.
    pub edge: usize,
}

#[derive(Clone, Debug, Default)]
pub struct Row {
    pub caption: String,
    pub span: Span,
    pub indent: usize,
    /// Printed in the middle of the caption column, as a section title is.
    pub centred: bool,
    /// One entry a column; empty for a line of words.
    pub cells: Vec<Option<Figure>>,
    pub rule_above: Rule,
    pub rule_below: Rule,
    pub blank_above: bool,
}

impl Row {
    pub fn is_words(&self) -> bool {
        self.cells.iter().all(Option::is_none)
    }
}

/// Finds the tables of the documents that are read, and takes their lines apart.
pub fn find(filing: &Filing) -> (Vec<Table>, Vec<Scanned<'_>>) {
    let text = &filing.text.content;
    let mut lines: Vec<Scanned<'_>> = Vec::new();
    let mut tables: Vec<Table> = Vec::new();
    let mut grids = filing.grids.iter().peekable();
    for document in filing.documents.iter().filter(|d| d.is_read) {
        let first = lines.len();
        lines.extend(source::lines(text, document.body).into_iter().map(scan));
        // Between two tables of HTML stands text, which may hold tables of its own.
        let mut from = first;
        // Lines before this one belong to a table.
        let mut free = first;
        while let Some(grid) = grids.next_if(|g| g.span.start < document.body.end) {
            let at = from + lines[from..].partition_point(|l| l.line.start < grid.span.start);
            let set = read_lines(&lines, free, from, at, &mut tables);
            free = set.unwrap_or(free);
            let head = region::head(&lines, free, at);
            let title: Vec<Words> = lines[head..at].iter().filter_map(words).collect();
            let follows = free > first && !lines[free..at].iter().any(|l| l.shape == Shape::PageMark);
            let found = grid::tables(grid, text, &title, follows);
            from = at + lines[at..].partition_point(|l| l.line.start < grid.span.end);
            if !found.is_empty() {
                free = from;
            }
            tables.extend(found);
        }
        read_lines(&lines, free, from, lines.len(), &mut tables);
    }
    (tables, lines)
}

/// Finds the tables that are set in the lines `[from, to)`; gives where the last of them ends.
fn read_lines(lines: &[Scanned<'_>], free: usize, from: usize, to: usize, tables: &mut Vec<Table>) -> Option<usize> {
    let mut last = None;
    for region in region::find(&lines[..to], free, from) {
        let head = &lines[region.head..region.first];
        let body = &lines[region.first..region.end];
        let mut columns = columns::find(body);
        let split = heading::split(head, &columns);
        heading::spread(&head[split.headings.clone()], &mut columns);
        columns::drop_strays(&mut columns, body);
        let mut title: Vec<Words> = head[..split.headings.start].iter().filter_map(words).collect();
        title.extend(split.stubs);
        let start = title.first().map_or(body[0].line.start, |w| w.span.start);
        let (rows, strays) = rows::build(&lines[region.head + split.headings.end..region.end], &columns);
        tables.push(Table {
            span: Span::new(start, lines[region.end - 1].line.span().end),
            title,
            columns,
            rows,
            strays,
            follows: region.follows,
        });
        last = Some(region.end);
    }
    last
}

fn words(line: &Scanned<'_>) -> Option<Words> {
    (line.shape == Shape::Text).then(|| Words {
        text: line.caption(),
        span: Span::new(line.chunks[0].span.start, line.chunks.last().map_or(0, |c| c.span.end)),
    })
}
