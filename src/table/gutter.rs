//! Two tables side by side on one page, or the two sides of an account, cut apart at the gutter between them.

use super::{
    heading::looks_like_period,
    place::is_set_off,
    scan::{Scanned, Shape, scan_at},
};
use crate::{gather::Gather, order, phrase::has, source::Line};

/// One side of a page: its lines, and which of them is the first row.
pub struct Half<'t> {
    pub lines: Vec<Scanned<'t>>,
    pub first: usize,
}

/// A line of words, figures, words, figures: between these columns it may be cut.
struct Double {
    left_end: usize,
    right_start: usize,
}

/// So many lines must have two captions and two sets of figures.
const FEW: usize = 3;
/// Captions of one side begin at no more columns than this.
const INDENTS: usize = 12;
/// Words this near the gutter may reach over it.
const NEAR: usize = 8;

/// The two halves of a table's lines, of which the first row is at `first`; `None` where there is one table only.
pub fn cut<'t>(lines: &[Scanned<'t>], first: usize) -> Option<[Half<'t>; 2]> {
    let gutter = find(&lines[first..])?;
    let mut halves = [Vec::new(), Vec::new()];
    // Above the first line that has words on both sides a line of words is said of both.
    let mut parted = false;
    for (at, line) in lines.iter().enumerate() {
        let [left, right] = sides(line, gutter)?;
        let both = !blank(&left) && !blank(&right);
        if at < first && line.shape == Shape::Text && (reaches_over(line, gutter) || !parted && !both) {
            let said = said_of_both(line);
            for half in &mut halves {
                half.push(said.clone());
            }
            continue;
        }
        parted |= both && line.shape == Shape::Text;
        let [lefts, rights] = &mut halves;
        lefts.push(left);
        rights.push(right);
    }
    let [left, right] = halves;
    Some([half(left)?, half(right)?])
}

/// A title over both sides heads no column of one, wherever its middle falls; a period may.
fn said_of_both<'t>(line: &Scanned<'t>) -> Scanned<'t> {
    let text = line.line.text;
    if looks_like_period(text) {
        return line.clone();
    }
    let indent = text.len() - text.trim_start().len();
    scan_at(Line { text: text.trim(), start: line.line.start + indent }, 0, 0)
}

/// The lines of one side, down to its last row or rule.
fn half(mut lines: Vec<Scanned<'_>>) -> Option<Half<'_>> {
    let is_row = |l: &Scanned<'_>| matches!(l.shape, Shape::Row(_));
    let first = lines.iter().position(is_row)?;
    let end = lines.iter().rposition(|l| !blank(l))? + 1;
    lines.truncate(end);
    (lines.iter().filter(|l| is_row(l)).count() > 1).then_some(Half { lines, first })
}

fn blank(line: &Scanned<'_>) -> bool {
    line.shape == Shape::Blank
}

/// The column where the captions of the right side begin.
fn find(body: &[Scanned<'_>]) -> Option<usize> {
    let doubles: Vec<Double> = body.iter().filter_map(double).gather();
    let rows = body.iter().filter(|l| matches!(l.shape, Shape::Row(_))).count();
    // One side may be longer than the other.
    if doubles.len() < FEW || doubles.len() * 3 < rows {
        return None;
    }
    let starts = order::distinct(doubles.iter().map(|d| d.right_start));
    let clear = |at: usize| doubles.iter().filter(|d| d.left_end < at && at <= d.right_start).count();
    let best = order::greatest(starts.len().min(INDENTS), &|i| clear(starts[i]) as u64)?;
    let gutter = starts[best];
    let stable = clear(gutter) * 8 >= doubles.len() * 7;
    (stable && are_captions(body, gutter)).then_some(gutter)
}

/// Where a line of words, figures, words, figures may be cut.
fn double(line: &Scanned<'_>) -> Option<Double> {
    if !matches!(line.shape, Shape::Row(_)) || !line.chunks.first().is_some_and(|c| is_caption(line.cut(c))) {
        return None;
    }
    let left = line.loose.iter().rev().find(|f| f.is_amount() && is_set_off(line, f))?;
    let mut after = line.chunks.iter().filter(|c| c.start >= left.end).peekable();
    let right_start = after.peek()?.start;
    let caption = after.find(|c| !is_bar(line.cut(c)))?;
    is_caption(line.cut(caption)).then_some(Double { left_end: left.end, right_start })
}

/// Words with letters, no mark and no unit.
fn is_caption(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_alphabetic).take(3).count() == 3
}

fn is_bar(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b'|' | b':'))
}

/// The words right of the gutter differ from line to line, as captions do and the words of a column do not.
fn are_captions(body: &[Scanned<'_>], gutter: usize) -> bool {
    let mark = |text: &str| text.bytes().fold(7_usize, |sum, b| sum.wrapping_mul(31).wrapping_add(usize::from(b)));
    let right = |l: &Scanned<'_>| {
        double(l)?;
        l.chunks.iter().find(|c| c.start >= gutter && !is_bar(l.cut(c))).map(|c| mark(l.cut(c)))
    };
    let marks: Vec<usize> = body.iter().filter_map(right).gather();
    order::distinct(marks.iter().copied()).len() * 4 >= marks.len() * 3
}

/// Words of one run stand on both sides.
fn reaches_over(line: &Scanned<'_>, gutter: usize) -> bool {
    line.chunks.iter().any(|c| c.start < gutter && gutter < c.end)
}

/// A line cut at the gutter. `None` for a row that stands across it.
fn sides<'t>(line: &Scanned<'t>, gutter: usize) -> Option<[Scanned<'t>; 2]> {
    let at = match &line.shape {
        Shape::Row(_) => boundary(line, gutter)?,
        Shape::Text if reaches_over(line, gutter) => boundary(line, gutter).unwrap_or(usize::MAX),
        _ => gutter,
    };
    let (offset, column) = offset_of(line.line, at);
    let (left, right) = line.line.text.split_at_checked(offset).unwrap_or((line.line.text, ""));
    let rest = right.trim_start_matches('|');
    let bars = right.len() - rest.len();
    let left = Line { text: left, start: line.line.start };
    let right = Line { text: rest, start: line.line.start + offset + bars };
    Some([side(left, 0, 0, line), side(right, column + bars, gutter, line)])
}

fn side<'t>(part: Line<'t>, column: usize, base: usize, whole: &Scanned<'t>) -> Scanned<'t> {
    let mut side = scan_at(part, column, base);
    // A small number on one side of a row is no page's.
    if side.shape == Shape::PageMark && matches!(whole.shape, Shape::Row(_)) {
        side.shape = Shape::Row(std::mem::take(&mut side.loose));
    }
    side
}

/// The column where a line is cut: the gutter, or the beginning of words near it where others reach over it.
fn boundary(line: &Scanned<'_>, gutter: usize) -> Option<usize> {
    let pieces = line.chunks.iter().map(|c| (c.start, c.end)).chain(line.figures().iter().map(|f| (f.lead, f.end)));
    let across = pieces.clone().any(|(start, end)| start < gutter && gutter < end);
    let at_gutter = has_break(line.line, gutter);
    if !across || at_gutter {
        return Some(gutter);
    }
    pieces.map(|(start, _)| start).filter(|s| *s > 0 && s.abs_diff(gutter) <= NEAR).min_by_key(|s| s.abs_diff(gutter))
}

/// A word begins at the column.
fn has_break(line: Line<'_>, column: usize) -> bool {
    let (offset, at) = offset_of(line, column);
    let (before, after) = line.text.split_at_checked(offset).unwrap_or_default();
    at == column && before.ends_with(' ') && !after.starts_with(' ') && has(before.trim_start(), "  ")
}

/// The offset of a column in a line, and the column that stands there: a tab may reach over the one asked for.
fn offset_of(line: Line<'_>, wanted: usize) -> (usize, usize) {
    let mut column = 0;
    for (at, c) in line.text.char_indices() {
        if column >= wanted {
            return (at, column);
        }
        column = if c == '\t' { (column / 8 + 1) * 8 } else { column + usize::from(c != '\x0C') };
    }
    (line.text.len(), column)
}
