//! Where tables begin and end: runs of rows, with the heading lines above them.

use super::{
    Figure,
    collapsed::trailing,
    scan::{Scanned, Shape},
};
use crate::gather::Gather;
use crate::phrase::{begins, closes, cut, has, has_any, is_any, is_letter_or_digit, is_small, opens, trim_start};

/// Lines `[head, first)` stand above the first row, `[first, end)` hold the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    pub head: usize,
    pub first: usize,
    pub end: usize,
    /// Comes after another table on the same page.
    pub follows: bool,
}

/// A heading more than this many lines above the first row is not looked for.
const HEAD_REACH: usize = 30;
/// So many blank lines end a table.
const GAP: usize = 6;

/// The tables of the lines from `from` on. Lines before `free` belong to a table above.
pub fn find(lines: &[Scanned<'_>], mut free: usize, from: usize) -> Vec<Region> {
    let mut found: Vec<Region> = Vec::new();
    let mut at = from;
    while at < lines.len() {
        if !matches!(lines[at].shape, Shape::Row(_)) {
            at += 1;
            continue;
        }
        let end = extent(lines, at);
        let rows = lines[at..end].iter().filter(|l| matches!(l.shape, Shape::Row(_))).count();
        let numbers = lines[at..end].iter().flat_map(Scanned::figures).filter(|f| f.is_amount()).count();
        if rows >= 2 && numbers >= 2 {
            found.push(Region { head: head(lines, free, at), first: at, end, follows: follows(lines, free, at) });
            free = end;
        }
        at = end;
    }
    found
}

/// Whether a table whose first row is at `first` comes after another on the same page.
pub fn follows(lines: &[Scanned<'_>], free: usize, first: usize) -> bool {
    free > 0 && !lines[free..first].iter().any(|l| l.shape == Shape::PageMark)
}

/// One past the last line of the table whose first row is at `first`.
fn extent(lines: &[Scanned<'_>], first: usize) -> usize {
    let mut end = first + 1;
    let mut blanks = 0;
    let mut at = first + 1;
    while let Some(line) = lines.get(at) {
        match &line.shape {
            Shape::Row(_) => (end, blanks) = (at + 1, 0),
            Shape::Blank => blanks += 1,
            Shape::Rule(strokes) => {
                blanks = 0;
                // The rule under the last row is part of the table; one at the left margin parts it from a footnote.
                if strokes.iter().all(|s| s.start > 8) {
                    end = at + 1;
                }
            }
            Shape::Tag => {}
            Shape::PageMark => break,
            // A caption that left no room between itself and its amounts.
            Shape::Text if blanks == 0 && end == at && is_crowded(line, &lines[first..at]) => end = at + 1,
            // The last words of the last row's caption.
            Shape::Text if blanks == 0 && end == at && starts_lower(line) && !is_prose(lines, at) => end = at + 1,
            Shape::Text => {
                if blanks > GAP || is_footnote(line) || is_title(line) || is_prose(lines, at) || is_headed(lines, at) {
                    break;
                }
                if blanks > 0 && (is_headed_by_words(lines, at) || opens_note(lines, at) || leads(lines, at)) {
                    break;
                }
                blanks = 0;
            }
        }
        at += 1;
    }
    end
}

/// Ends with as many amounts as the last row above has, two or more.
fn is_crowded(line: &Scanned<'_>, above: &[Scanned<'_>]) -> bool {
    let amounts = trailing(line);
    let last = above.iter().rev().map(|l| l.figures().len()).find(|n| *n > 0);
    amounts.len() > 1 && last == Some(amounts.len()) && !amounts.iter().any(Figure::is_year)
}

/// The first line of what stands above a table.
pub fn head(lines: &[Scanned<'_>], free: usize, first: usize) -> usize {
    let near = (free.max(first.saturating_sub(7))..first).rev();
    if let Some(footnote) = near.take_while(|&i| lines[i].shape != Shape::PageMark).find(|&i| is_footnote(&lines[i]))
        && free > 0
    {
        return footnote;
    }
    let mut head = first;
    while head > free && first - head < HEAD_REACH {
        let line = &lines[head - 1];
        match line.shape {
            Shape::PageMark => break,
            Shape::Text if is_prose(lines, head - 1) || ends_prose(lines, head - 1) => break,
            _ => head -= 1,
        }
    }
    head
}

/// `(1) Amortization of …`, `* Includes …`: words that explain the table above.
pub fn is_footnote(line: &Scanned<'_>) -> bool {
    let text = line.line.text.trim_start();
    let mark = match text.strip_prefix('(') {
        Some(inner) => inner
            .split_once(')')
            .filter(|(m, _)| m.len() <= 2 && m.chars().all(is_letter_or_digit))
            .map(|(_, rest)| rest),
        None => text.strip_prefix('*').map(|rest| trim_start(rest, "*")),
    };
    mark.is_some_and(|rest| rest.trim().len() > 3)
}

/// The title of a statement, in the middle of the page.
fn is_title(line: &Scanned<'_>) -> bool {
    let caption = line.caption().to_ascii_lowercase();
    let centred = line.indent >= 8 && line.chunks.len() == 1;
    centred
        && !caption.ends_with(':')
        && has_any(&caption, "balance sheet|statement of|statements of|reconciliation of|financial highlights")
        && !has(&caption, "per share:")
}

/// Column headings or a scale stand between these words and the next row: they open a table of their own.
fn is_headed(lines: &[Scanned<'_>], at: usize) -> bool {
    let before_row = lines[at..].iter().take(20).take_while(|l| !matches!(l.shape, Shape::Row(_) | Shape::PageMark));
    before_row.filter(|l| l.shape == Shape::Text).any(|l| {
        let periods = l.chunks.iter().filter(|c| super::heading::looks_like_period(l.cut(c))).count();
        let text = l.line.text.trim_start().to_ascii_lowercase();
        periods >= 2 && periods == l.chunks.len() || begins(&text, "(in thousands|(in millions")
    })
}

/// Words over several columns, and a rule under each, stand between these words and the next row.
fn is_headed_by_words(lines: &[Scanned<'_>], at: usize) -> bool {
    const CAPTIONS: usize = 16;
    let before_row = lines[at..].iter().take(20).take_while(|l| !matches!(l.shape, Shape::Row(_) | Shape::PageMark));
    let lines = before_row.filter(|l| l.shape != Shape::Blank).gather();
    lines.windows(2).any(|pair| {
        let Shape::Rule(strokes) = &pair[1].shape else { return false };
        // Words beside the headings stand over the captions.
        let chunks = pair[0].chunks.len() - usize::from(pair[0].indent < CAPTIONS && !pair[0].chunks.is_empty());
        pair[0].shape == Shape::Text && chunks > 1 && strokes.len() > 1 && strokes.len() >= chunks
    })
}

/// "Note C - Commitments", "NOTE 5: DEBT" alone on a line above a blank one: what follows is of another note.
fn opens_note(lines: &[Scanned<'_>], at: usize) -> bool {
    let text = lines[at].line.text.trim_start();
    let Some(rest) = text.strip_prefix("Note ").or_else(|| text.strip_prefix("NOTE ")) else { return false };
    let number = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let short = number.bytes().all(|b| b.is_ascii_digit()) || number.len() == 1;
    let parted = opens(trim_start(cut(rest, number.len(), rest.len()), " "), "-–—:.");
    short && !number.is_empty() && parted && lines.get(at + 1).is_some_and(|l| l.shape == Shape::Blank)
}

/// A paragraph of whole sentences that leads to a table: "Rent was $12 in 1999. Minimum rentals are payable as follows:".
fn leads(lines: &[Scanned<'_>], at: usize) -> bool {
    let paragraph = lines[at..].iter().take_while(|l| l.shape == Shape::Text).take(9).gather();
    let Some(last) = paragraph.last() else { return false };
    let verb = |l: &&Scanned<'_>| {
        l.line.text.split_ascii_whitespace().any(|w| is_any(w, "is|are|was|were|follows:|consisted|consists|has|have"))
    };
    let ends = closes(last.line.text.trim_end(), ":")
        && lines.get(at + paragraph.len()).is_some_and(|l| l.shape == Shape::Blank);
    let long = paragraph.first().is_some_and(|l| width(l) >= 40 && l.indent <= 12);
    ends && long && paragraph.iter().any(verb)
}

/// How far a line of running words reaches. Words set far apart are headings over columns, however long the line.
fn width(line: &Scanned<'_>) -> usize {
    let apart = line.chunks.windows(2).any(|w| w[1].start > w[0].end + 3);
    if line.shape == Shape::Text && !apart { line.end() - line.indent } else { 0 }
}

/// Several long lines of words in a row, and no figures after them.
fn is_prose(lines: &[Scanned<'_>], at: usize) -> bool {
    let long = |i: usize| lines.get(i).is_some_and(|l| width(l) >= 50 && l.indent <= 12);
    let row = |i: usize| lines.get(i).is_some_and(|l| matches!(l.shape, Shape::Row(_)));
    let named = |i: usize| lines.get(i).is_some_and(is_name);
    long(at) && long(at + 1) && !row(at + 2) && !named(at) && !named(at + 1)
}

/// The name of a statement in capitals is no prose, however long.
fn is_name(line: &Scanned<'_>) -> bool {
    has_any(line.line.text, "STATEMENT|BALANCE SHEET") && !line.line.text.chars().any(is_small)
}

/// The last, perhaps short, line of a paragraph.
fn ends_prose(lines: &[Scanned<'_>], at: usize) -> bool {
    at > 0 && width(&lines[at - 1]) >= 50 && lines[at - 1].indent <= 12 && lines[at].indent <= 12 && {
        let before = at >= 2 && width(&lines[at - 2]) >= 50;
        let sentence = closes(lines[at].line.text.trim_end(), ".:");
        before || sentence
    }
}

pub fn starts_lower(line: &Scanned<'_>) -> bool {
    line.line.text.trim_start().starts_with(is_small)
}
