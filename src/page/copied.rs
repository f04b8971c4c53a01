//! A part of a statement for a spreadsheet: tab-separated and as HTML, or as CSV, its amounts true numbers in the unit shown.

use std::ops::RangeInclusive;

use crate::gather::Gather;
use crate::page::shown::Shown;
use crate::report::Line;

/// What goes into the clipboard.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Copied {
    pub text: String,
    pub html: String,
    /// How many amounts that is.
    pub amounts: usize,
}

/// Lines and columns from one corner of a table to the opposite one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    lines: RangeInclusive<usize>,
    columns: RangeInclusive<usize>,
}

impl Block {
    /// The block between two figures; none where they are not both of the statement.
    pub fn between(shown: &Shown<'_>, one: &str, other: &str) -> Option<Self> {
        let (one, other) = (shown.place(one)?, shown.place(other)?);
        Some(Self { lines: one.0.min(other.0)..=one.0.max(other.0), columns: one.1.min(other.1)..=one.1.max(other.1) })
    }

    pub fn holds(&self, line: usize, column: usize) -> bool {
        self.lines.contains(&line) && self.columns.contains(&column)
    }
}

/// A block of figures alone.
pub fn block(shown: &Shown<'_>, block: &Block) -> Copied {
    let mut copied = Copied::default();
    copied.html.push_str("<table>");
    for line in shown.statement.lines.get(block.lines.clone()).unwrap_or_default() {
        if !line.cells.is_empty() {
            row(&mut copied, &block.columns.clone().map(|at| number(shown, line, at)).gather());
        }
    }
    copied.html.push_str("</table>");
    copied
}

/// A field, and whether it is a number.
pub type Field = (String, bool);

/// A whole statement, with the unit, the headings and the captions.
pub fn table(shown: &Shown<'_>) -> Copied {
    let mut copied = Copied::default();
    copied.html.push_str("<table>");
    for fields in rows(shown) {
        row(&mut copied, &fields);
    }
    copied.html.push_str("</table>");
    copied
}

fn rows(shown: &Shown<'_>) -> Vec<Vec<Field>> {
    let unit = if shown.has_money() { shown.unit() } else { String::new() };
    let headings = shown.headings().into_iter().map(|column| (column.label, false));
    let mut rows = vec![std::iter::once((unit, false)).chain(headings).gather()];
    for line in &shown.statement.lines {
        let caption = ["  ".repeat(line.depth), line.caption.clone()].concat();
        let figures = (0..shown.columns.len()).map(|at| number(shown, line, at));
        rows.push(std::iter::once((caption, false)).chain(figures).gather());
    }
    rows
}

/// A whole statement as CSV (RFC 4180), below its title and its unit.
pub fn csv(shown: &Shown<'_>) -> String {
    let mut out = String::new();
    csv_row(&mut out, &[(shown.statement.title.clone(), false)]);
    csv_row(&mut out, &[(shown.about(), false)]);
    for fields in rows(shown) {
        csv_row(&mut out, &fields);
    }
    out
}

/// Writes a line of CSV. Only numbers stand outside quotes.
pub fn csv_row(out: &mut String, fields: &[Field]) {
    for (at, (field, is_number)) in fields.iter().enumerate() {
        let quote = if *is_number { "" } else { "\"" };
        out.push_str(if at > 0 { "," } else { "" });
        out.push_str(quote);
        for c in field.chars() {
            // Within quotes a quote is written twice.
            out.push_str(if c == '"' { "\"" } else { "" });
            out.push(c);
        }
        out.push_str(quote);
    }
    out.push_str("\r\n");
}

/// The figure of a line in a column. A dash is no number: an empty cell takes part in no sum.
fn number(shown: &Shown<'_>, line: &Line, at: usize) -> Field {
    let Some(figure) = shown.figure(line, at) else { return Field::default() };
    match (figure.number, figure.cell) {
        (Some(number), _) => (number.to_string(), true),
        (None, Some(cell)) if cell.nil => Field::default(),
        (None, Some(cell)) => (cell.text.clone(), false),
        (None, None) => (figure.text.unwrap_or_default(), false),
    }
}

fn row(copied: &mut Copied, fields: &[Field]) {
    copied.html.push_str("<tr>");
    for (at, (field, is_number)) in fields.iter().enumerate() {
        if at > 0 {
            copied.text.push('\t');
        }
        copied.amounts += usize::from(*is_number);
        copied.html.push_str("<td>");
        for c in field.chars() {
            // A tab or a line's end would begin another cell.
            copied.text.push(if c.is_control() { ' ' } else { c });
            match c {
                '<' => copied.html.push_str("&lt;"),
                '&' => copied.html.push_str("&amp;"),
                other => copied.html.push(other),
            }
        }
        copied.html.push_str("</td>");
    }
    copied.text.push('\n');
    copied.html.push_str("</tr>");
}
