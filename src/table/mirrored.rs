//! Statements whose amounts stand before their captions: they are turned about, so that all that follows reads them as others.

use super::{
    Figure,
    heading::looks_like_period,
    scan::{Scanned, Shape, whole},
};
use crate::phrase::{cut, has_any};

/// Fewer lines with amounts before words may be a list.
const FEW: usize = 4;
/// Amounts of one column end no farther apart.
const SLACK: usize = 3;
/// Headings are looked for so many lines above.
const REACH: usize = 12;

/// Turns the lines of such statements: amounts, their headings and rules are taken to stand right of the captions.
pub fn turn(lines: &mut [Scanned<'_>]) {
    let mut at = 0;
    while at < lines.len() {
        let Some(first) = leading(&lines[at]) else {
            at += 1;
            continue;
        };
        let left = captions_from(&lines[at], first.len());
        let end = extent(lines, at, &first, left);
        if is_statement(&lines[at..end], first.len()) {
            let reach = lines[at..end].iter().flat_map(|l| &l.chunks).map(|c| c.end).max().unwrap_or(left);
            let head = head(lines, at, left);
            for line in &mut lines[head..end] {
                shift(line, left, reach + 4);
            }
        }
        at = end;
    }
}

/// The amounts a line begins with, two or more, where words follow at some distance.
fn leading(line: &Scanned<'_>) -> Option<Vec<Figure>> {
    let text = line.line.text;
    let mut at = 0;
    let mut found = Vec::new();
    if line.shape != Shape::Text || line.loose.len() < 2 {
        return None;
    }
    for figure in &line.loose {
        let whole = whole(line.line, figure).span;
        if !cut(text, at, whole.start - line.line.start).trim().is_empty() {
            break;
        }
        at = whole.end - line.line.start;
        found.push(figure.clone());
    }
    let rest = cut(text, at, text.len());
    let words = rest.trim_start();
    let apart = rest.starts_with("  ") && words.starts_with(|c: char| c.is_ascii_alphabetic());
    (found.len() > 1 && apart && line.chunks.len() > found.len()).then_some(found)
}

/// Where the words begin that follow so many amounts.
fn captions_from(line: &Scanned<'_>, amounts: usize) -> usize {
    line.chunks.get(amounts).map_or(0, |c| c.start)
}

/// One past the last line with amounts in the same places.
fn extent(lines: &[Scanned<'_>], first: usize, amounts: &[Figure], left: usize) -> usize {
    let aligned = |found: &[Figure]| {
        found.len() == amounts.len() && found.iter().zip(amounts).all(|(a, b)| a.edge.abs_diff(b.edge) <= SLACK)
    };
    let mut end = first + 1;
    for (at, line) in lines.iter().enumerate().skip(first + 1) {
        let goes_on = match &line.shape {
            Shape::Blank | Shape::Rule(_) | Shape::Tag => continue,
            Shape::PageMark => false,
            Shape::Row(figures) => line.chunks.is_empty() && aligned(figures),
            Shape::Text => match leading(line) {
                Some(found) => aligned(&found),
                None => line.indent + 2 >= left && line.loose.is_empty(),
            },
        };
        if !goes_on {
            break;
        }
        end = at + 1;
    }
    while matches!(lines.get(end).map(|l| &l.shape), Some(Shape::Rule(_))) {
        end += 1;
    }
    end
}

/// Enough of the lines hold amounts, and most of these are printed as money is.
fn is_statement(lines: &[Scanned<'_>], amounts: usize) -> bool {
    let rows = lines.iter().filter(|l| leading(l).is_some_and(|f| f.len() == amounts));
    let (mut all, mut money) = (0, 0);
    for line in rows {
        all += 1;
        money += usize::from(line.loose.iter().any(|f| f.symbol.is_some() || has_any(line.text_of(f), ",")));
    }
    all >= FEW && money * 2 >= all
}

/// The first line of the headings over the amounts.
fn head(lines: &[Scanned<'_>], first: usize, left: usize) -> usize {
    let mut head = first;
    for at in (first.saturating_sub(REACH)..first).rev() {
        let line = &lines[at];
        match line.shape {
            Shape::Blank => {}
            Shape::Rule(_) => head = at,
            Shape::Text if line.chunks.iter().all(|c| c.end <= left && looks_like_period(line.cut(c))) => head = at,
            // The first section's title.
            Shape::Text if line.indent + 2 >= left => {}
            _ => break,
        }
    }
    head
}

/// Moves all that stands left of the captions by `by`, and the captions to the margin.
fn shift(line: &mut Scanned<'_>, left: usize, by: usize) {
    let mut figures = match &mut line.shape {
        Shape::Row(figures) => std::mem::take(figures),
        _ => leading(line).unwrap_or_default(),
    };
    let amounts = line.chunks.len().min(if line.shape == Shape::Text { figures.len() } else { 0 });
    if let Shape::Rule(strokes) = &mut line.shape {
        for stroke in strokes.iter_mut().filter(|s| s.end <= left) {
            (stroke.start, stroke.end) = (stroke.start + by, stroke.end + by);
        }
    }
    if !figures.is_empty() {
        line.chunks.drain(..amounts);
        line.loose.retain(|f| !figures.iter().any(|g| g.span == f.span));
        for figure in &mut figures {
            figure.lead += by;
            figure.start += by;
            figure.end += by;
            figure.edge += by;
        }
        line.shape = Shape::Row(figures);
    }
    for chunk in &mut line.chunks {
        if chunk.end <= left {
            (chunk.start, chunk.end) = (chunk.start + by, chunk.end + by);
        }
    }
    line.indent = line.chunks.iter().map(|c| c.start).min().unwrap_or_default().saturating_sub(left);
}
