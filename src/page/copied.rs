//! A part of a statement for a spreadsheet: tab-separated and as HTML, its amounts true numbers before scale.

use std::ops::RangeInclusive;

use crate::report::{Cell, Line, Statement};

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
    /// The block between two amounts; none where they are not both of the statement.
    pub fn between(statement: &Statement, one: &str, other: &str) -> Option<Self> {
        let place = |id: &str| {
            statement.lines.iter().enumerate().find_map(|(at, line)| {
                let cell = line.cells.iter().find(|cell| cell.id == id)?;
                Some((at, statement.columns.iter().position(|column| column.id == cell.column)?))
            })
        };
        let (one, other) = (place(one)?, place(other)?);
        Some(Self { lines: one.0.min(other.0)..=one.0.max(other.0), columns: one.1.min(other.1)..=one.1.max(other.1) })
    }

    pub fn holds(&self, line: usize, column: usize) -> bool {
        self.lines.contains(&line) && self.columns.contains(&column)
    }
}

/// A block of amounts alone.
pub fn block(statement: &Statement, block: &Block) -> Copied {
    let mut copied = Copied::default();
    copied.html.push_str("<table>");
    for line in statement.lines.get(block.lines.clone()).unwrap_or_default() {
        if line.cells.is_empty() {
            continue;
        }
        let columns = statement.columns.get(block.columns.clone()).unwrap_or_default();
        row(&mut copied, columns.iter().map(|column| number(line, &column.id)));
    }
    copied.html.push_str("</table>");
    copied
}

/// A whole statement, with its captions and headings.
pub fn table(statement: &Statement) -> Copied {
    let mut copied = Copied::default();
    copied.html.push_str("<table>");
    let heading = statement.columns.iter().map(|column| (column.label.clone(), false));
    row(&mut copied, std::iter::once((String::new(), false)).chain(heading));
    for line in &statement.lines {
        let caption = ["  ".repeat(line.depth), line.caption.clone()].concat();
        let amounts = statement.columns.iter().map(|column| number(line, &column.id));
        row(&mut copied, std::iter::once((caption, false)).chain(amounts));
    }
    copied.html.push_str("</table>");
    copied
}

/// The amount of a line in a column, and whether it is a number. A dash is no number: an empty cell takes part in no sum.
fn number(line: &Line, column: &str) -> (String, bool) {
    let cell: Option<&Cell> = line.cells.iter().find(|cell| cell.column == column && !cell.nil);
    let printed = cell.and_then(|cell| cell.printed);
    let text = printed.map_or_else(|| cell.map(|cell| cell.text.clone()).unwrap_or_default(), |n| n.to_string());
    (text, printed.is_some())
}

fn row(copied: &mut Copied, fields: impl Iterator<Item = (String, bool)>) {
    copied.html.push_str("<tr>");
    for (at, (field, is_number)) in fields.enumerate() {
        if at > 0 {
            copied.text.push('\t');
        }
        copied.amounts += usize::from(is_number);
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
