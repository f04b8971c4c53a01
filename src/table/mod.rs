//! Rows and columns of figures, found in the text by how they are set.
//!
//! Nothing here knows what a figure means: a table is captions at the left, figures aligned in columns, headings above.

mod collapsed;
mod columns;
mod figure;
mod glue;
mod grid;
mod gutter;
mod heading;
mod inner;
mod mirrored;
mod pieces;
mod place;
mod region;
mod rows;
mod scan;
mod separators;
mod token;
mod wrapped;

pub use figure::{Figure, Printed, number, parts};
pub use scan::{Scanned, Shape, figure, scan};

use crate::{
    gather::{Gather, PushAll},
    phrase,
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
    /// Points part thousands, and a comma stands before decimals.
    pub european: bool,
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
        lines.push_all(source::lines(text, document.body).into_iter().map(scan));
        keep_subtotals(&mut lines[first..]);
        mirrored::turn(&mut lines[first..]);
        // Between two tables of HTML stands text, which may hold tables of its own.
        let mut from = first;
        // Lines before this one belong to a table.
        let mut free = first;
        // The last mark of a page before the grid.
        let mut mark: Option<usize> = None;
        while let Some(grid) = grids.next_if(|g| g.span.start < document.body.end) {
            let at = from + lines[from..].partition_point(|l| l.line.start < grid.span.start);
            let set = read_lines(&mut lines, free, from, at, &mut tables);
            free = set.unwrap_or(free);
            let head = region::head(&lines, free, at);
            let title: Vec<Words> = lines[head..at].iter().filter_map(words).gather();
            mark = (from..at).rev().find(|i| lines[*i].shape == Shape::PageMark).or(mark);
            let follows = free > first && mark.is_none_or(|m| m < free);
            let mut pieces = vec![grid];
            let mut last = grid;
            while let Some(next) = grids.next_if(|next| pieces::adjoin(last, next, text)) {
                pieces.push(next);
                last = next;
            }
            let mut found = grid::tables(&pieces, text, &title, follows);
            from = at + lines[at..].partition_point(|l| l.line.start < last.span.end);
            if !found.is_empty() {
                free = from;
            }
            tables.append(&mut found);
        }
        let end = lines.len();
        read_lines(&mut lines, free, from, end, &mut tables);
    }
    // What follows no table of figures follows nothing.
    for at in 1..tables.len() {
        tables[at].follows &= !is_contents(&tables[at - 1]);
    }
    tables.retain(|t| !is_contents(t));
    for table in &mut tables {
        inner::merge(table);
    }
    separators::settle(&mut tables, text);
    (tables, lines)
}

/// Finds the tables that are set in the lines `[from, to)`; gives where the last of them ends.
fn read_lines(
    lines: &mut [Scanned<'_>],
    mut free: usize,
    mut from: usize,
    to: usize,
    tables: &mut Vec<Table>,
) -> Option<usize> {
    let mut last = None;
    for run in collapsed::find(&lines[..to], from) {
        last = read_columns(lines, free, from, run.lines.start, tables).or(last);
        free = last.unwrap_or(free);
        let mut table = collapsed::table(lines, free, &run);
        mark_percent(&table.columns, &mut table.rows);
        tables.push(table);
        from = run.lines.end;
        free = from;
        last = Some(from);
    }
    read_columns(lines, free, from, to, tables).or(last)
}

/// Finds the tables of the lines `[from, to)` whose figures stand in columns; gives where the last of them ends.
fn read_columns(
    lines: &mut [Scanned<'_>],
    free: usize,
    from: usize,
    to: usize,
    tables: &mut Vec<Table>,
) -> Option<usize> {
    let mut last = None;
    for region in region::find(&lines[..to], free, from) {
        let (first, follows) = (region.first - region.head, region.follows);
        match gutter::cut(&lines[region.head..region.end], first) {
            Some([mut left, mut right]) => {
                let mut pair = [&mut left, &mut right].map(|half| table(&mut half.lines, half.first, follows));
                // Side by side they take up the same lines.
                let span = pair[0].span.join(pair[1].span);
                for table in &mut pair {
                    table.span = span;
                }
                tables.append(&mut pair.into_iter().gather());
            }
            None => tables.push(table(&mut lines[region.head..region.end], first, follows)),
        }
        last = Some(region.end);
    }
    last
}

/// The table that is set in these lines, of which the first row is at `first`.
fn table(lines: &mut [Scanned<'_>], first: usize, follows: bool) -> Table {
    let (head, body) = lines.split_at(first);
    let mut columns = columns::find(body);
    columns::drop_captions(&mut columns, body);
    let mut split = heading::split(head, &columns);
    heading::spread(&head[split.headings.clone()], &mut columns);
    columns::drop_strays(&mut columns, body);
    let mut title: Vec<Words> = head[..split.headings.start].iter().filter_map(words).gather();
    title.append(&mut split.stubs);
    let (mut rows, mut strays) = rows::build(&lines[split.headings.end..], &columns);
    title.append(&mut lift_years(&mut columns, &mut rows));
    strays.append(&mut drop_notes(&mut columns, &mut rows));
    mark_percent(&columns, &mut rows);
    let starts = title.iter().map(|w| w.span.start).chain(rows.first().map(|r| r.span.start));
    let start = starts.min().unwrap_or(body[0].line.start);
    let end = body.last().map_or(start, |l| l.line.span().end);
    Table { span: Span::new(start, end), title, columns, rows, strays, follows, european: false }
}

/// A first row of nothing but years heads the columns, whatever stands beside it: no statement begins with three amounts that are
/// years. Gives the words beside it.
fn lift_years(columns: &mut [Column], rows: &mut Vec<Row>) -> Vec<Words> {
    let Some(first) = rows.first() else { return Vec::new() };
    let years = first.cells.iter().flatten().filter(|f| f.is_year()).count();
    if years < 2 || first.cells.iter().flatten().any(|f| !f.is_year()) {
        return Vec::new();
    }
    let row = rows.remove(0);
    for (column, figure) in columns.iter_mut().zip(&row.cells) {
        if let Some(year) = figure.as_ref().and_then(Figure::number) {
            column.headings.push(year.to_string());
        }
    }
    vec![Words { text: row.caption, span: row.span }]
}

/// Takes out the columns that refer to notes, where others hold the amounts; gives what stood in them.
fn drop_notes(columns: &mut Vec<Column>, rows: &mut [Row]) -> Vec<Figure> {
    let mut dropped = Vec::new();
    for at in (0..columns.len()).rev() {
        let small =
            |f: &Figure| f.number().is_none_or(|n| n.is_integer() && n.abs() < rust_decimal::Decimal::ONE_HUNDRED);
        let refers = grid::is_note(&columns[at].headings.join(" "));
        if refers && columns.len() > 1 && rows.iter().filter_map(|r| r.cells.get(at)?.as_ref()).all(small) {
            columns.remove(at);
            for row in rows.iter_mut().filter(|r| at < r.cells.len()) {
                dropped.extend(row.cells.remove(at).map(Figure::of_a_note));
            }
        }
    }
    dropped
}

/// Numbers of pages or exhibits: a table of contents, an index. No amount among them is of any size.
fn is_contents(table: &Table) -> bool {
    let heads = |h: &String| {
        let lower = h.to_ascii_lowercase();
        phrase::begins(&lower, "page|see page|sequential")
            || phrase::is_any(&lower, "exhibit|exhibit number|exhibit no.")
    };
    let small =
        |f: &Figure| f.symbol.is_none() && f.number().is_none_or(|n| n.abs() < rust_decimal::Decimal::ONE_THOUSAND);
    !table.columns.is_empty()
        && table.columns.iter().all(|c| c.headings.iter().any(heads))
        && table.rows.iter().flat_map(|r| r.cells.iter().flatten()).all(small)
}

/// A small number alone on its line looks like a page's, but between rows or rules it is an amount.
fn keep_subtotals(lines: &mut [Scanned<'_>]) {
    let set = |line: Option<&Scanned<'_>>| line.is_some_and(|l| matches!(l.shape, Shape::Row(_) | Shape::Rule(_)));
    for at in 1..lines.len() {
        if lines[at].shape == Shape::PageMark
            && lines[at].loose.len() == 1
            && set(lines.get(at - 1))
            && set(lines.get(at + 1))
        {
            lines[at].shape = Shape::Row(std::mem::take(&mut lines[at].loose));
        }
    }
}

/// A column holds percentages, whether or not each has its sign, where its heading says so or most have it.
fn mark_percent(columns: &[Column], rows: &mut [Row]) {
    let headed: Vec<bool> = columns.iter().map(|c| c.headings.iter().any(|h| is_percent(h))).gather();
    let all = headed.iter().all(|h| *h);
    for (at, headed) in headed.into_iter().enumerate() {
        let figures = || rows.iter().filter_map(|r| r.cells.get(at)?.as_ref()).filter(|f| f.number().is_some());
        let signed = figures().filter(|f| f.percent).count();
        if headed && !all || signed * 3 > figures().count() * 2 {
            for figure in rows.iter_mut().filter_map(|r| r.cells.get_mut(at)?.as_mut()) {
                figure.percent = true;
            }
        }
    }
}

fn is_percent(heading: &str) -> bool {
    let heading = heading.to_ascii_lowercase();
    // "7% Preferred Stock" holds money.
    let named = heading.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == b'%');
    phrase::has(&heading, "%") && !named || phrase::begins(&heading, "percent|pct")
}

fn words(line: &Scanned<'_>) -> Option<Words> {
    (line.shape == Shape::Text).then(|| Words {
        text: line.caption(),
        span: Span::new(line.chunks[0].span.start, line.chunks.last().map_or(0, |c| c.span.end)),
    })
}
