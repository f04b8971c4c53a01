//! Tables of HTML: the maker of the document said which cell stands in which column.
//!
//! The columns of a grid are not those a reader sees: `$`, spaces and `)` have columns of their own. Those a reader sees are found
//! from where amounts stand; headings cover the columns that they reach over.

use std::ops::Range;

use super::{Column, Figure, Printed, Row, Table, Words, heading::looks_like_period, scan::figure, wrapped};
use crate::{
    gather::{Gather, PushAll},
    order,
    phrase::{begins, has_any, is_any, squeezed},
    source::{Grid, GridCell, GridRow, lines},
    span::Span,
    vocabulary::Rule,
};

/// A printed cell.
pub struct Cell<'g> {
    pub set: &'g GridCell,
    pub text: String,
    figure: Option<Figure>,
}

/// A row with its printed cells, and the rules drawn on it.
pub struct Line<'g> {
    row: &'g GridRow,
    pub cells: Vec<Cell<'g>>,
}

impl Line<'_> {
    /// The cells that hold amounts: all but a first one at the left edge, which is a caption whatever it reads.
    fn figures(&self) -> impl Iterator<Item = &Cell<'_>> {
        self.cells
            .iter()
            .enumerate()
            .filter(|(at, c)| (*at > 0 || c.set.columns.start > 0) && c.figure.is_some())
            .map(|(_, c)| c)
    }

    /// Nothing but dashes beside a caption: amounts too, where they stand above the first numbers.
    fn is_nothing(&self) -> bool {
        let caption = self.cells.first().filter(|c| c.set.columns.start == 0 && c.figure.is_none());
        let named = caption.is_some_and(|c| c.text.bytes().any(|b| b.is_ascii_alphabetic()));
        let nil = |c: &Cell<'_>| c.figure.as_ref().is_some_and(|f| f.printed == Printed::Nil);
        named && self.figures().next().is_some() && self.cells.iter().skip(1).all(nil)
    }

    /// Amounts, and not only years over columns.
    pub fn is_body(&self) -> bool {
        self.figures().any(|c| c.figure.as_ref().is_some_and(|f| f.number().is_some() && !f.is_year()))
    }
}

/// The tables of a grid, or of several that are pieces of one. `above` holds the words over it.
pub fn tables(pieces: &[&Grid], text: &str, above: &[Words], follows: bool) -> Vec<Table> {
    let lines: Vec<Line<'_>> = pieces.iter().flat_map(|grid| &grid.rows).map(|row| line(row, text)).gather();
    let mut found = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let body = (start..lines.len()).find(|i| lines[*i].is_body() || lines[*i].is_nothing()).unwrap_or(lines.len());
        let end = (body + 1..lines.len()).find(|i| heads_columns(&lines[*i..])).unwrap_or(lines.len());
        let end = if end < lines.len() { title_above(&lines, body, end) } else { end };
        let first = found.is_empty();
        let title = if first { above } else { &[] };
        found.push_all(table(&lines[start..end.max(body)], text, body - start, title, follows || !first));
        start = end.max(body).max(start + 1);
    }
    found
}

/// Where the words begin that stand across the table just above the headings at `end`: the title of what follows.
fn title_above(lines: &[Line<'_>], body: usize, end: usize) -> usize {
    let across = |l: &Line<'_>| l.cells.iter().all(|c| c.figure.is_none() && c.set.columns.len() > 2);
    let first = (body + 1..end).rev().take_while(|i| across(&lines[*i])).last().unwrap_or(end);
    // What is blank above them belongs to neither.
    (first..end).find(|i| !lines[*i].cells.is_empty()).unwrap_or(end)
}

/// A row with what its cells print.
pub fn line<'g>(row: &'g GridRow, text: &str) -> Line<'g> {
    let printed = row.cells.iter().filter(|c| !c.span.is_empty());
    let cells = printed.map(|set| {
        let printed = text.get(set.span.start..set.span.end).unwrap_or_default();
        Cell { set, text: squeezed(printed), figure: figure(printed, set.span.start) }
    });
    Line { row, cells: cells.gather() }
}

/// These lines open with new headings: periods over two columns or more, no amount.
fn heads_columns(lines: &[Line<'_>]) -> bool {
    let Some(line) = lines.first().filter(|l| !l.is_body()) else { return false };
    let periods = line.cells.iter().filter(|c| c.set.columns.start > 0 && looks_like_period(&c.text)).count();
    periods >= 2
}

fn table(lines: &[Line<'_>], text: &str, body: usize, above: &[Words], follows: bool) -> Option<Table> {
    let rows = lines[body..].iter().filter(|l| l.is_body()).count();
    let numbers = lines[body..]
        .iter()
        .flat_map(Line::figures)
        .filter(|c| c.figure.as_ref().is_some_and(|f| f.number().is_some()));
    if rows < 2 || numbers.count() < 2 {
        return None;
    }
    let mut columns = columns(&lines[body..]);
    let left = columns.first()?.start;
    let mut table = Table { title: above.to_vec(), follows, ..Table::default() };
    // Headings stand above the body; words at the left just above it are its first captions.
    let is_heading = |l: &Line<'_>| l.cells.iter().any(|c| c.set.columns.end > left);
    let head = lines[..body].iter().rposition(is_heading).map_or(0, |i| i + 1);
    for line in &lines[..head] {
        spread(line, text, &mut columns, &mut table.title);
    }
    let notes: Vec<usize> = (0..columns.len()).filter(|i| columns[*i].headings.iter().any(|h| is_note(h))).gather();
    // Headings that are printed again head the same columns again.
    let again = |l: &&Line<'_>| !lines[..head].iter().any(|h| is_repeated(h, l));
    let below: Vec<&Line<'_>> = lines[head..].iter().filter(again).gather();
    let (built, strays) = build(&below, &columns, &notes);
    table.rows = built;
    table.strays = strays;
    for at in notes.into_iter().rev() {
        columns.remove(at);
    }
    table.columns = columns;
    let start = table.title.first().map(|w| w.span.start);
    let start = start.or_else(|| lines.iter().find(|l| !l.row.span.is_empty()).map(|l| l.row.span.start))?;
    let end = lines.iter().rev().find(|l| !l.row.span.is_empty())?.row.span.end;
    table.span = Span::new(start, end);
    (!table.columns.is_empty()).then_some(table)
}

/// The same words in the same columns, in two of them at least.
fn is_repeated(heading: &Line<'_>, line: &Line<'_>) -> bool {
    let same = |(a, b): (&Cell<'_>, &Cell<'_>)| a.text == b.text && a.set.columns == b.set.columns;
    let printed = heading.cells.iter().filter(|c| !c.text.is_empty()).count();
    printed > 1 && heading.cells.len() == line.cells.len() && heading.cells.iter().zip(&line.cells).all(same)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// The columns a reader sees, from where amounts stand. Narrow cells decide; one that reaches over two columns is no guide.
fn columns(lines: &[Line<'_>]) -> Vec<Column> {
    let ranges: Vec<Range<usize>> =
        lines.iter().filter(|l| l.is_body()).flat_map(|l| l.figures().map(|c| c.set.columns.clone())).gather();
    let mut found: Vec<Range<usize>> = Vec::new();
    for range in order::by_key(ranges, |r| (r.len() * 1000 + r.start) as u64) {
        let mut over = found.iter_mut().filter(|f| overlap(f, &range) > 0);
        match (over.next(), over.next()) {
            (None, _) => found.push(range),
            (Some(one), None) => *one = one.start.min(range.start)..one.end.max(range.end),
            _ => {}
        }
    }
    let found = order::by_key(found, |r| r.start as u64);
    found.iter().map(|r| Column { headings: Vec::new(), start: r.start, end: r.end, edge: r.end }).gather()
}

/// Hands the headings of a line to the columns that each reaches over; words over the captions belong to the title.
fn spread(line: &Line<'_>, text: &str, columns: &mut [Column], title: &mut Vec<Words>) {
    let (left, right) = (columns[0].start, columns[columns.len() - 1].end);
    let mut given: Vec<Option<&Cell<'_>>> = vec![None; columns.len()];
    for cell in &line.cells {
        let range = &cell.set.columns;
        let over = |c: &Column| overlap(&(c.start..c.end), range) > 0;
        // Over the captions too, or over several columns at once.
        let wide = range.start == 0 || columns.len() > 1;
        let all = wide && range.start < left && range.end + 1 >= right && line.cells.len() == 1;
        let named = range.start <= left && range.end + 1 >= right && names(&cell.text) && columns.len() > 1;
        if range.end <= left || all || named {
            title.push_all(words(cell, line.cells.len() == 1, text));
            continue;
        }
        let apart = |c: &Column| c.start.abs_diff(range.end).min(c.end.abs_diff(range.start));
        let covered = columns.iter().any(over);
        // Beside its column; never in the place of a heading that stands over one.
        let free = (0..columns.len()).filter(|at| given[*at].is_none() && apart(&columns[*at]) <= 1);
        let nearest = free.min_by_key(|at| apart(&columns[*at]));
        for (at, column) in columns.iter().enumerate() {
            if over(column) || (!covered && nearest == Some(at)) {
                given[at] = Some(cell);
            }
        }
    }
    // "Years ended" may be set over the first of its columns only: it goes on to the next heading of its line.
    for at in 1..given.len() {
        if given[at].is_none() && given[at - 1].is_some_and(|c| spans_on(&c.text)) {
            given[at] = given[at - 1];
        }
    }
    for (column, cell) in columns.iter_mut().zip(given) {
        column.headings.push_all(cell.map(|c| c.text.clone()));
    }
}

/// Words of a statement's name.
fn names(words: &str) -> bool {
    has_any(&words.to_ascii_lowercase(), "statement|balance sheet|reconciliation")
}

/// The words of a cell over a table: lines of their own where its maker broke them and they are a title.
fn words(cell: &Cell<'_>, alone: bool, text: &str) -> Vec<Words> {
    let span = cell.set.span;
    if !cell.set.broken || !alone && !names(&cell.text) {
        return vec![Words { text: cell.text.clone(), span }];
    }
    let lines = lines(text, span).into_iter();
    lines.map(|l| Words { text: squeezed(l.text), span: l.span() }).gather()
}

/// Words that wait for dates under them.
fn spans_on(heading: &str) -> bool {
    let lower = heading.to_ascii_lowercase();
    // "September 30," waits for its year.
    let day = heading.ends_with(',') && looks_like_period(heading);
    (day || has_any(&lower, "ended|ending|as of")) && !has_any(&lower, "change|variance")
}

/// A heading over references to notes, which are no amounts.
pub fn is_note(heading: &str) -> bool {
    is_any(&heading.to_ascii_lowercase(), "note|notes|ref|ref.|note no.|notes no.")
}

/// The rows below the headings, and the amounts under no column. Columns of notes are left out.
fn build(lines: &[&Line<'_>], columns: &[Column], notes: &[usize]) -> (Vec<Row>, Vec<Figure>) {
    let mut rows: Vec<Row> = Vec::new();
    let mut strays = Vec::new();
    let (mut rule, mut blank) = (Rule::None, false);
    for line in lines {
        let (above, below) = rules(line, columns);
        if above > Rule::None {
            rule = rule.max(above);
            under(&mut rows, above);
        }
        if line.cells.is_empty() || is_stroke(line) {
            blank |= line.cells.is_empty();
            let drawn = if is_stroke(line) { stroke(line) } else { below };
            rule = rule.max(drawn);
            under(&mut rows, drawn);
            continue;
        }
        let mut row = Row { span: line.row.span, rule_above: rule, blank_above: blank, ..Row::default() };
        let mut cells: Vec<Option<Figure>> = vec![None; columns.len()];
        let mut caption: Vec<&str> = Vec::new();
        for (at, cell) in line.cells.iter().enumerate() {
            let range = &cell.set.columns;
            let over = |i: usize| overlap(&(columns[i].start..columns[i].end), range) as u64;
            let place = order::greatest(columns.len(), &over).filter(|i| over(*i) > 0);
            let first = at == 0 && (range.start < columns[0].start || cell.figure.is_none());
            match (place, &cell.figure) {
                _ if first => {
                    row.indent = cell.set.indent;
                    row.centred = cell.set.centred;
                    caption.push(&cell.text);
                }
                (Some(place), Some(figure)) if cells[place].is_none() => cells[place] = Some(figure.clone()),
                (_, Some(figure)) => strays.push(figure.clone()),
                // Words where an amount should stand: what they say is not understood.
                (Some(place), None)
                    if cells[place].is_none()
                        && has_digit(&cell.text)
                        && range.len() <= columns[place].end - columns[place].start + 1 =>
                {
                    cells[place] = Some(Figure::not_understood(cell.set.span));
                }
                (None, None) if range.start < columns[0].start => caption.push(&cell.text),
                // "(1.8) ppt" under no column: listed, not dropped.
                _ if has_digit(&cell.text) => strays.push(Figure::not_understood(cell.set.span)),
                _ => {}
            }
        }
        row.caption = caption.join(" ");
        for at in notes.iter().rev() {
            strays.extend(cells.remove(*at).map(Figure::of_a_note));
        }
        if cells.iter().any(Option::is_some) {
            row.cells = cells;
            row.centred = false;
            rule = Rule::None;
        } else {
            row.centred &= line.cells.len() == 1;
        }
        blank = false;
        rows.push(row);
        if below > Rule::None {
            rule = below;
            under(&mut rows, below);
        }
    }
    spare_lattices(&mut rows);
    (wrapped::captions(rows), strays)
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// A rule drawn below the last amounts.
fn under(rows: &mut [Row], rule: Rule) {
    if let Some(row) = rows.iter_mut().rev().find(|r| !r.is_words()) {
        row.rule_below = row.rule_below.max(rule);
    }
}

/// The rules above and below the amounts of a row.
fn rules(line: &Line<'_>, columns: &[Column]) -> (Rule, Rule) {
    let over = |c: &&GridCell| columns.iter().any(|column| overlap(&(column.start..column.end), &c.columns) > 0);
    let cells = || line.row.cells.iter().filter(over).filter(|c| c.columns.start > 0);
    (cells().map(|c| c.above).max().unwrap_or_default(), cells().map(|c| c.below).max().unwrap_or_default())
}

/// A row of dashes, as older files draw rules.
fn is_stroke(line: &Line<'_>) -> bool {
    line.cells.iter().all(|c| c.text.len() >= 3 && c.text.bytes().all(|b| matches!(b, b'-' | b'=' | b'_' | b' ')))
}

fn stroke(line: &Line<'_>) -> Rule {
    if line.cells.iter().any(|c| begins(&c.text, "=")) { Rule::Double } else { Rule::Single }
}

/// Where nearly every row is ruled, rules say nothing of totals.
fn spare_lattices(rows: &mut [Row]) {
    let amounts = || rows.iter().filter(|r| !r.is_words());
    let (all, ruled) = (amounts().count(), amounts().filter(|r| r.rule_above == Rule::Single).count());
    if all >= 6 && ruled * 10 > all * 7 {
        for row in rows.iter_mut() {
            for rule in [&mut row.rule_above, &mut row.rule_below] {
                if *rule == Rule::Single {
                    *rule = Rule::None;
                }
            }
        }
    }
}
