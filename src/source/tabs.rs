//! Text whose fields are parted by tabs, as it is pasted from a sheet: the fields are the cells of a table.
//!
//! Tabs also stand for blanks, up to the next stop at every eighth column. Where they part fields, the first amount is the same
//! field on nearly every line, however long the caption before it, and no field is parted by blanks.

use std::ops::Range;

use super::{
    Grid, GridCell, Line, Text,
    draw::{Cell, draw},
    line::lines,
};
use crate::{
    gather::Gather,
    phrase::{has, opens, trim},
    span::Span,
};

/// How far a caption is set in that begins a field later, in points.
const STEP: usize = 12;

/// Adds the part `body` of a text to `out`, its tables drawn in columns; gives them.
pub fn set(from: &Text, body: Span, out: &mut Text) -> Vec<Grid> {
    let lines: Vec<Line<'_>> = lines(&from.content, body);
    let mut grids = Vec::new();
    let (mut at, mut copied) = (0, body.start);
    while at < lines.len() {
        let end = block(&lines, at);
        let rows = || lines[at..end].iter().map(fields);
        if end > at
            && let Some(first) = first_amount(&rows().gather())
        {
            out.push_from(from, Span::new(copied, lines[at].start));
            grids.push(draw(rows().map(|r| cells(&r, first, from)).gather(), out));
            copied = lines.get(end).map_or(body.end, |l| l.start);
        }
        at = end.max(at + 1);
    }
    out.push_from(from, Span::new(copied, body.end));
    grids
}

/// A field: its words and where they stand; empty between two tabs.
struct Field<'t> {
    text: &'t str,
    span: Span,
    /// Blanks before its words.
    indent: usize,
}

impl Field<'_> {
    fn is_amount(&self) -> bool {
        let text = trim(self.text, "$()- ");
        let amount = |b: u8| b.is_ascii_digit() || matches!(b, b',' | b'.' | b'$' | b')' | b'%');
        !is_year(text) && text.bytes().any(|b| b.is_ascii_digit()) && text.bytes().all(amount)
    }

    fn is_amount_or_dash(&self) -> bool {
        self.is_amount() || opens(self.text, "-–—") && self.text.chars().count() <= 3
    }

    fn is_words(&self) -> bool {
        self.text.bytes().any(|b| b.is_ascii_alphabetic())
    }

    /// An amount, the signs of one or of none, a rule.
    fn is_figure(&self) -> bool {
        self.is_amount()
            || self.text.len() <= 4 && !self.text.contains(' ')
            || self.text.bytes().all(|b| matches!(b, b'-' | b'=' | b'_'))
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20"))
}

fn fields<'t>(line: &Line<'t>) -> Vec<Field<'t>> {
    let mut start = line.start;
    let parts = line.text.split('\t').map(|text| {
        let begins = text.trim_start();
        let indent = text.len() - begins.len();
        let words = begins.trim_end();
        let span = Span::new(start + indent, start + indent + words.len());
        start += text.len() + 1;
        Field { text: words, span, indent }
    });
    parts.gather()
}

/// One past the last line with tabs of a run that begins at `at`; lines without any stand between, but no title of a table that
/// follows.
fn block(lines: &[Line<'_>], at: usize) -> usize {
    let has_tab = |i: usize| lines.get(i).is_some_and(|l| l.text.trim_end().contains('\t'));
    if !has_tab(at) {
        return at;
    }
    let mut end = at + 1;
    let mut blank = false;
    for (i, line) in lines.iter().enumerate().skip(at + 1) {
        if has_tab(i) {
            (end, blank) = (i + 1, false);
            continue;
        }
        if line.text.contains('\x0C') || i > end + 4 || blank && !line.text.trim().is_empty() && is_title(&lines[i..]) {
            break;
        }
        blank |= line.text.trim().is_empty();
    }
    end
}

/// The next line with tabs holds headings and no amount, beside no caption.
fn is_title(lines: &[Line<'_>]) -> bool {
    let next = lines.iter().take(8).map(fields).find(|f| f.len() > 1);
    next.is_some_and(|f| f[0].text.is_empty() && !f.iter().any(Field::is_amount))
}

/// What of a row are its fields: a caption that begins a field later is set in by it, where `set_in` says so; a heading is not.
fn range(row: &[Field<'_>], set_in: bool) -> Range<usize> {
    let first = row.iter().position(|f| !f.text.is_empty()).unwrap_or(0);
    let is_caption = row.get(first).is_some_and(Field::is_words) && row.iter().any(Field::is_amount);
    (if set_in && is_caption { first } else { 0 })..row.len()
}

/// Index of the first field with amounts, and whether captions set in by tabs push it to the right; `None` where tabs do not part
/// fields.
fn first_amount(rows: &[Vec<Field<'_>>]) -> Option<(usize, bool)> {
    let with_amounts: Vec<&Vec<Field<'_>>> =
        rows.iter().filter(|r| r.len() > 1 && r.iter().any(Field::is_amount)).gather();
    let fields = || with_amounts.iter().flat_map(|r| r.iter().skip(1)).filter(|f| !f.text.is_empty() && !f.is_words());
    let count = with_amounts.len();
    let blanks = with_amounts.iter().filter(|r| r.iter().any(|f| has(f.text, "  "))).count();
    if count < 3 || blanks * 10 > count || fields().filter(|f| f.is_figure()).count() * 10 < fields().count() * 9 {
        return None;
    }
    [false, true].into_iter().find_map(|set_in| {
        let place = |r: &&Vec<Field<'_>>| {
            let range = range(r, set_in);
            r[range].iter().skip(1).position(Field::is_amount_or_dash).map(|i| i + 1)
        };
        let mut times = [0; 16];
        for place in with_amounts.iter().filter_map(place) {
            times[place.min(15)] += 1;
        }
        let first = times.iter().position(|t| t * 10 >= count * 8)?;
        Some((first, set_in))
    })
}

fn cells(row: &[Field<'_>], (first, set_in): (usize, bool), from: &Text) -> Vec<Cell> {
    let range = range(row, set_in);
    let steps = range.start;
    let mut cells = Vec::new();
    for (at, field) in row[range].iter().enumerate().filter(|(_, f)| !f.text.is_empty()) {
        let alone = cells.is_empty() && at < first && field.is_words();
        let mut words = Text::default();
        let mut start = field.span.start;
        for word in field.text.split(' ') {
            if !word.is_empty() {
                words.pad(' ', usize::from(!words.content.is_empty()));
                words.push_from(from, Span::new(start, start + word.len()));
            }
            start += word.len() + 1;
        }
        let columns = if alone { 0..at + 1 } else { at..at + 1 };
        let indent = if alone { field.indent * 4 + (steps + at) * STEP } else { 0 };
        cells.push(Cell { words, set: GridCell { columns, indent, ..GridCell::default() } });
    }
    cells
}
