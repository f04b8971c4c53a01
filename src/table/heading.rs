//! What stands above the columns: which lines are headings, and which columns each heading covers.

use crate::phrase::{begins, has_any, is_any, trim_end};
use std::ops::Range;

use super::{
    Column, Words,
    region::is_footnote,
    scan::{Scanned, Shape, Word},
};

/// Which lines above a table head its columns, and the words beside them over the captions.
pub struct Split {
    pub headings: Range<usize>,
    pub stubs: Vec<Words>,
}

const PERIOD_WORDS: &str = "january|february|march|april|may|june|july|august|september|october|november|december|\
    month|quarter|year|week|ended|ending|unaudited|audited|as of|pro forma|restated|change|actual|adjusted|period";
const SHORT_MONTHS: &str = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

/// Parts the lines above a table into title, column headings, and first captions.
pub fn split(head: &[Scanned<'_>], columns: &[Column]) -> Split {
    let none = Split { headings: head.len()..head.len(), stubs: Vec::new() };
    let Some(left) = columns.first().map(|c| c.start) else { return none };
    let footnote = head.iter().find(|l| l.shape == Shape::Text).is_some_and(is_footnote);
    let is_heading = |line: &Scanned<'_>| {
        line.shape == Shape::Text
            && line.chunks.iter().any(|c| c.end > left)
            && (set_over(line, left) || stub_of(line, left).is_some())
    };
    // The lowest heading, then upwards while headings, rules and blanks follow each other.
    let Some(last) = head.iter().rposition(is_heading) else {
        if footnote {
            return none;
        }
        // No headings: a title is what a blank line parts from the captions.
        let captions = head.iter().rposition(|l| l.shape == Shape::Blank || l.shape == Shape::Tag).map_or(0, |i| i + 1);
        let captions = if head[captions..].iter().any(|l| l.shape == Shape::Text) { captions } else { head.len() };
        return Split { headings: captions..captions, stubs: Vec::new() };
    };
    let mut first = last;
    for at in (0..last).rev() {
        match head[at].shape {
            Shape::Blank | Shape::Rule(_) | Shape::Tag => {}
            _ if is_heading(&head[at]) => first = at,
            _ => break,
        }
    }
    // A lone "(unaudited)" above all headings belongs to the title.
    while first < last && !is_first_heading(&head[first]) {
        first += 1;
    }
    let mut end = last + 1;
    while head.get(end).is_some_and(|l| matches!(l.shape, Shape::Rule(_) | Shape::Tag)) {
        end += 1;
    }
    let stubs = head[first..end]
        .iter()
        .filter_map(|l| stub_of(l, left).map(|w| Words { text: l.cut(w).to_owned(), span: w.span }))
        .collect();
    Split { headings: first..end, stubs }
}

fn is_first_heading(line: &Scanned<'_>) -> bool {
    line.shape == Shape::Text && !(line.chunks.len() == 1 && line.line.text.trim_start().starts_with('('))
}

/// All of the line stands over the columns, or it is a line of period words that reaches over them.
fn set_over(line: &Scanned<'_>, left: usize) -> bool {
    let text = line.caption().to_ascii_lowercase();
    let title = has_any(&text, "statement|balance sheet|thousands|millions");
    let first = line.chunks[0].start;
    if title {
        return false;
    }
    let period = has_any(&text, PERIOD_WORDS)
        || has_year(&text)
        || text.split_whitespace().any(|w| is_any(trim_end(w, ".,"), SHORT_MONTHS));
    (first + 6 >= left) || (period && first + 16 >= left)
}

/// Words over the captions on a heading line ("(in thousands)   2003   2002").
fn stub_of<'l>(line: &'l Scanned<'_>, left: usize) -> Option<&'l Word> {
    let first = line.chunks.first().filter(|c| c.end + 2 <= left && c.start + 16 < left)?;
    let rest = line.chunks.get(1..)?;
    (!rest.is_empty() && rest.iter().all(|c| c.start + 6 >= left && looks_like_period(line.cut(c)))).then_some(first)
}

/// Months, years, "three months ended".
pub fn looks_like_period(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    has_any(&text, PERIOD_WORDS) || has_year(&text)
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|w| w.len() == 4 && begins(w, "19|20"))
}

/// Hands each heading to the columns it covers.
pub fn spread(lines: &[Scanned<'_>], columns: &mut [Column]) {
    let Some(left) = columns.first().map(|c| c.start) else { return };
    for (at, line) in lines.iter().enumerate().filter(|(_, l)| l.shape == Shape::Text) {
        let stub = stub_of(line, left).map(|w| w.span);
        let chunks: Vec<&Word> = line.chunks.iter().filter(|c| Some(c.span) != stub).collect();
        let strokes = lines.get(at + 1).map(|l| if let Shape::Rule(strokes) = &l.shape { strokes } else { &l.under });
        let strokes = strokes.filter(|s| !s.is_empty() && s.len() == chunks.len());
        let runs = match strokes {
            Some(strokes) => strokes.iter().map(|s| beneath(s.start, s.end, columns)).collect(),
            None => cover(&chunks.iter().map(|c| (c.start, c.end)).collect::<Vec<_>>(), columns),
        };
        for (chunk, range) in chunks.iter().zip(runs) {
            for column in &mut columns[range] {
                column.headings.push(line.cut(chunk).split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
}

/// The columns under a printed rule.
fn beneath(start: usize, end: usize, columns: &[Column]) -> Range<usize> {
    let under = |c: &Column| c.start < end && start < c.end;
    let first = columns.iter().position(under).unwrap_or_default();
    let last = columns.iter().rposition(under).map_or(first, |i| i + 1);
    first..last
}

/// A column that no heading covers costs this much, in half columns of the page.
const UNCOVERED: usize = 3;

/// Chooses for each extent a run of columns, in order and apart, so that extents sit over the middle of their columns.
fn cover(extents: &[(usize, usize)], columns: &[Column]) -> Vec<Range<usize>> {
    let (n, k) = (columns.len(), extents.len());
    if k == n {
        return (0..n).map(|i| i..i + 1).collect();
    }
    if k > n {
        // More words than columns: each word goes to the column it stands over.
        return extents
            .iter()
            .map(|e| columns.iter().position(|c| e.0 < c.end && c.start < e.1).map_or(0..0, |i| i..i + 1))
            .collect();
    }
    // best[i][j]: least cost of the first i extents on the first j columns, and the run of the i-th.
    let mut best = vec![vec![(usize::MAX, 0..0); n + 1]; k + 1];
    for (j, cell) in best[0].iter_mut().enumerate() {
        cell.0 = j * UNCOVERED;
    }
    for i in 1..=k {
        for j in i..=n {
            let skip = best[i][j - 1].0.saturating_add(UNCOVERED);
            let mut choice = (skip, best[i][j - 1].1.clone());
            for from in (i - 1)..j {
                let before = best[i - 1][from].0;
                let middle = columns[from].start + columns[j - 1].end;
                let cost = before.saturating_add(middle.abs_diff(extents[i - 1].0 + extents[i - 1].1));
                if before != usize::MAX && cost < choice.0 {
                    choice = (cost, from..j);
                }
            }
            best[i][j] = choice;
        }
    }
    let mut runs = vec![0..0; k];
    let mut end = n;
    for i in (1..=k).rev() {
        let run = best[i][end].1.clone();
        end = run.start;
        runs[i - 1] = run;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(extents: &[(usize, usize)]) -> Vec<Column> {
        extents.iter().map(|&(start, end)| Column { start, end, edge: end, ..Column::default() }).collect()
    }

    #[test]
    fn a_spanner_sits_over_the_columns_it_is_centred_on() {
        let four = columns(&[(58, 68), (72, 82), (86, 96), (100, 110)]);
        // "Three months ended" over the first two; the other spanner's first line is missing.
        assert_eq!(cover(&[(61, 79)], &four), vec![0..2]);
        assert_eq!(cover(&[(64, 76), (86, 109)], &four), vec![0..2, 2..4]);
        assert_eq!(cover(&[(70, 98)], &four), vec![0..4]);
        assert_eq!(
            cover(&[(58, 68), (73, 80), (94, 102)], &columns(&[(58, 68), (72, 82), (86, 96), (100, 110)])),
            vec![0..1, 1..2, 2..4]
        );
    }
}
