//! Rows: captions with their figures, rules above and below.

use super::{
    Column, Figure, Row,
    place::place,
    scan::{Scanned, Shape, Stroke},
    wrapped,
};
use crate::{phrase::is_small, span::Span, vocabulary::Rule};

/// Builds the rows of a table from its lines below the headings; the second list holds amounts that could not be read.
pub fn build(lines: &[Scanned<'_>], columns: &[Column]) -> (Vec<Row>, Vec<Figure>) {
    let left = columns.first().map_or(0, |c| c.start);
    let mut rows: Vec<Row> = Vec::new();
    let mut strays = Vec::new();
    let mut rule = Rule::None;
    let mut blank = false;
    for line in lines {
        match &line.shape {
            Shape::Blank => blank = true,
            Shape::Rule(strokes) => draw(strokes, left, &mut rule, &mut rows),
            Shape::PageMark | Shape::Tag => {}
            Shape::Text | Shape::Row(_) => {
                let mut row = Row { indent: line.indent, rule_above: rule, blank_above: blank, ..Row::default() };
                let text = line.line.text;
                row.span = Span::new(
                    line.line.start + text.len() - text.trim_start().len(),
                    line.line.start + text.trim_end().len(),
                );
                let mut placed = place(line, columns);
                (row.caption, row.cells) = (placed.caption, placed.cells);
                strays.append(&mut placed.strays);
                if row.cells.is_empty() {
                    row.centred = line.indent >= 12
                        && line.chunks.len() == 1
                        && line.indent * 2 > left / 3
                        && is_title_case(&row.caption);
                } else {
                    rule = Rule::None;
                }
                blank = false;
                rows.push(row);
                draw(&line.under, left, &mut rule, &mut rows);
            }
        }
    }
    let rows = wrapped::join(rows, &mut strays);
    (rows, strays)
}

/// A rule stands under the last row of figures and above the next.
fn draw(strokes: &[Stroke], left: usize, rule: &mut Rule, rows: &mut [Row]) {
    if strokes.iter().any(|s| s.end > left) {
        let drawn = if strokes.iter().any(|s| s.double) { Rule::Double } else { Rule::Single };
        *rule = drawn;
        if let Some(row) = rows.iter_mut().rev().find(|r| !r.is_words()) {
            row.rule_below = row.rule_below.max(drawn);
        }
    }
}

/// Most letters are capitals, or every long word starts with one: how section titles are set.
fn is_title_case(caption: &str) -> bool {
    caption.split_whitespace().filter(|w| w.len() > 3).all(|w| w.starts_with(|c| !is_small(c)))
}
