//! Rows: captions with their figures, rules above and below, captions that run over several lines put together.

use super::{
    Column, Figure, Row,
    columns::place,
    scan::{Scanned, Shape},
};
use crate::{
    phrase::{closes, is_any, is_small},
    vocabulary::Rule,
};

/// Builds the rows of a table from its lines below the headings; the second list holds figures that fit no column.
pub fn build(lines: &[Scanned<'_>], columns: &[Column]) -> (Vec<Row>, Vec<Figure>) {
    let left = columns.first().map_or(0, |c| c.start);
    let mut rows: Vec<Row> = Vec::new();
    let mut strays = Vec::new();
    let mut rule = Rule::None;
    let mut blank = false;
    for line in lines {
        match &line.shape {
            Shape::Blank => blank = true,
            Shape::Rule(strokes) => {
                let drawn = if strokes.iter().any(|s| s.double) { Rule::Double } else { Rule::Single };
                if strokes.iter().any(|s| s.end > left) {
                    rule = drawn;
                    if let Some(row) = rows.iter_mut().rev().find(|r| !r.is_words()) {
                        row.rule_below = row.rule_below.max(drawn);
                    }
                }
            }
            Shape::PageMark | Shape::Tag => {}
            Shape::Text | Shape::Row(_) => {
                let figures = line.figures();
                let mut row = Row {
                    caption: line.caption(),
                    span: line.line.span(),
                    indent: line.indent,
                    rule_above: rule,
                    blank_above: blank,
                    ..Row::default()
                };
                row.span.start += line.line.text.len() - line.line.text.trim_start().len();
                row.span.end = line.line.start + line.line.text.trim_end().len();
                if figures.is_empty() {
                    row.centred = line.indent >= 12
                        && line.chunks.len() == 1
                        && line.indent * 2 > left / 3
                        && is_title_case(&row.caption);
                } else {
                    row.cells = vec![None; columns.len()];
                    for (figure, at) in figures.iter().zip(place(figures, columns)) {
                        match at {
                            Some(at) => row.cells[at] = Some(figure.clone()),
                            None => strays.push(figure.clone()),
                        }
                    }
                    rule = Rule::None;
                }
                blank = false;
                rows.push(row);
            }
        }
    }
    (join_wrapped(rows), strays)
}

/// Most letters are capitals, or every long word starts with one: how section titles are set.
fn is_title_case(caption: &str) -> bool {
    caption.split_whitespace().filter(|w| w.len() > 3).all(|w| w.starts_with(|c| !is_small(c)))
}

/// Puts captions back together that were set over several lines, before or after their figures.
pub fn join_wrapped(rows: Vec<Row>) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(last) = joined.last_mut().filter(|_| !row.blank_above || starts_lower(&row.caption)) else {
            joined.push(row);
            continue;
        };
        let runs_on = !last.centred && !last.caption.ends_with(':') && !row.caption.is_empty();
        let unfinished = starts_lower(&row.caption) || ends_open(&last.caption) && !row.blank_above;
        if last.is_words() && last.cells.is_empty() && runs_on && unfinished && row.indent + 1 >= last.indent {
            // The figures stand on the last line of the caption.
            last.caption = format!("{} {}", last.caption, row.caption);
            last.span.end = row.span.end;
            last.cells = row.cells;
            last.rule_below = row.rule_below;
        } else if row.is_words()
            && !row.blank_above
            && !last.is_words()
            && runs_on
            && starts_lower(&row.caption)
            && row.rule_above == Rule::None
        {
            // The figures stood on the first line.
            last.caption = format!("{} {}", last.caption, row.caption);
            last.span.end = row.span.end;
        } else {
            joined.push(row);
        }
    }
    joined
}

fn starts_lower(caption: &str) -> bool {
    caption.starts_with(|c| is_small(c) || c == '(')
}

/// The caption cannot end here.
fn ends_open(caption: &str) -> bool {
    const JOINING: &str = "and|of|to|in|for|the|on|by|or|from|with|a|an|at|net|less|&|per|than|other";
    let last = caption.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    closes(caption, ",-;") || is_any(&last, JOINING)
}
