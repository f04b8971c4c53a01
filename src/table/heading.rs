//! What stands above the columns: which lines are headings, and which words beside them belong to the title.

mod partition;
mod spread;

pub use spread::spread;

use crate::gather::{Gather, PushAll};
use crate::phrase::{begins, cut, has, has_any, is_any, opens, trim_end};
use std::ops::Range;

use crate::span::Span;

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

pub const MONTHS: &str = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sept|january|february|march|april|june|july|august|\
    september|october|november|december";
const PERIOD_WORDS: &str = "january|february|march|april|may|june|july|august|september|october|november|december|\
    month|quarter|year|week|ended|ending|unaudited|audited|as of|pro forma|restated|change|actual|adjusted|period";
const SHORT_MONTHS: &str = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec";

/// Where a line above the table belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Not words, or words of the title.
    Other,
    /// Heads columns, as its own words say.
    Heading,
    /// Heads columns if a heading stands next to it.
    Likely,
    /// Words over the captions only, or a scale in parentheses.
    Beside,
}

/// Parts the lines above a table into title, column headings, and first captions.
pub fn split(head: &[Scanned<'_>], columns: &[Column]) -> Split {
    let none = Split { headings: head.len()..head.len(), stubs: Vec::new() };
    let Some(left) = columns.first().map(|c| c.start) else { return none };
    // "<S>" stands under the headings wherever it stands: what follows it is captions.
    let marked = head.iter().rposition(is_stub_mark).map(|i| i + 1);
    let limit = marked.unwrap_or(head.len());
    let places = places(&head[..limit], left);
    let likely = |p: &Place| *p == Place::Heading || *p == Place::Likely && marked.is_some();
    let Some(last) = places.iter().rposition(likely) else {
        if marked.is_some() {
            return Split { headings: limit..limit, stubs: Vec::new() };
        }
        if head.iter().find(|l| l.shape == Shape::Text).is_some_and(is_footnote) {
            return none;
        }
        // No headings: a title is what a blank line parts from the captions.
        let captions = head.iter().rposition(|l| l.shape == Shape::Blank || l.shape == Shape::Tag).map_or(0, |i| i + 1);
        let captions = if head[captions..].iter().any(|l| l.shape == Shape::Text) { captions } else { head.len() };
        return Split { headings: captions..captions, stubs: Vec::new() };
    };
    let first = topmost(head, &places, last);
    let right = columns.last().map_or(left, |c| c.end);
    let first = if first < last && is_of_title(head, first, left + right) { first + 1 } else { first };
    let mut end = last + 1;
    while head.get(end).is_some_and(|l| matches!(l.shape, Shape::Rule(_) | Shape::Tag)) {
        end += 1;
    }
    let end = marked.unwrap_or(end);
    let mut stubs = Vec::new();
    for (at, line) in head[first..end].iter().enumerate().filter(|(_, l)| l.shape == Shape::Text) {
        if at + first <= last && matches!(places[at + first], Place::Heading | Place::Likely) {
            let words = dissect(line, left).0;
            stubs.push_all(words.iter().map(|w| Words { text: line.cut(w).trim().to_owned(), span: w.span }));
        } else {
            stubs.push_all(super::words(line));
        }
    }
    Split { headings: first..end, stubs }
}

/// From the lowest heading upwards while headings, rules, blanks and words beside them follow each other.
fn topmost(head: &[Scanned<'_>], places: &[Place], last: usize) -> usize {
    let mut first = last;
    let mut beside = 0;
    for at in (0..last).rev() {
        match places[at] {
            Place::Heading | Place::Likely => (first, beside) = (at, 0),
            Place::Beside if beside < 3 => beside += 1,
            Place::Other if matches!(head[at].shape, Shape::Blank | Shape::Rule(_) | Shape::Tag) => {
                if opens_table(&head[at]) {
                    break;
                }
            }
            _ => break,
        }
    }
    // A lone "(unaudited)" above all headings belongs to the title.
    while first < last && !(matches!(places[first], Place::Heading | Place::Likely) && is_first_heading(&head[first])) {
        first += 1;
    }
    first
}

fn is_first_heading(line: &Scanned<'_>) -> bool {
    !(line.chunks.len() == 1 && line.line.text.trim_start().starts_with('('))
}

/// A date set in the middle of the page under its title, beside the middle of the columns, is said of the table; `twice` is where
/// the columns have their middle, twice.
fn is_of_title(head: &[Scanned<'_>], at: usize, twice: usize) -> bool {
    let middle = |l: &Scanned<'_>| match l.chunks.as_slice() {
        [one] if l.shape == Shape::Text => Some(one.start + one.end),
        _ => None,
    };
    let Some(own) = middle(&head[at]).filter(|own| own.abs_diff(twice) >= 16) else { return false };
    let dated = date_kind(head[at].line.text.trim()) == 2
        || begins(&head[at].line.text.trim().to_ascii_lowercase(), "year|for the|month|quarter|three|six|nine|twelve");
    let whole = dated && has_year(head[at].line.text);
    let above = head[..at].iter().rev().find(|l| l.shape != Shape::Blank).and_then(middle);
    // Nothing but the scale and blanks beneath it: no rule, no other part of a heading.
    let below = head[at + 1..].iter().find(|l| l.shape != Shape::Blank);
    let scale = below.is_some_and(|l| middle(l).is_some() && opens(l.line.text.trim(), "("));
    whole
        && above.is_some_and(|m| m.abs_diff(own) <= 6)
        && (scale || head.get(at + 1).is_some_and(|l| l.shape == Shape::Blank))
}

fn is_stub_mark(line: &Scanned<'_>) -> bool {
    line.shape == Shape::Tag && begins(line.line.text.trim_start(), "<S>|<s>")
}

fn opens_table(line: &Scanned<'_>) -> bool {
    line.shape == Shape::Tag && begins(line.line.text.trim_start(), "<TABLE|<table")
}

/// What each line is; a parenthesis that states the scale may run over several lines.
fn places(lines: &[Scanned<'_>], left: usize) -> Vec<Place> {
    let mut depth = 0_i32;
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            if line.shape != Shape::Text {
                return Place::Other;
            }
            let text = line.line.text.trim();
            let aside = depth > 0 || opens(text, "(") && says_scale(&text.to_ascii_lowercase());
            // "(000's)   %   (000's)   %" heads columns.
            let (beside, over) = dissect(line, left);
            let again = over.iter().skip(1).any(|w| line.cut(w) == line.cut(&over[0]));
            let dated = over.iter().filter(|w| looks_like_period(line.cut(w))).count() > 1;
            if aside && beside.is_empty() && !((again || dated) && over.len() > 3) {
                let mark = |m: char| text.chars().filter(|c| *c == m).count();
                let open = i32::try_from(mark('(')).unwrap_or_default() - i32::try_from(mark(')')).unwrap_or_default();
                depth = (depth + open).max(0);
                return Place::Beside;
            }
            depth = 0;
            // "1999   First   Second" with a rule under each: headings, whatever stands beside them.
            let ruled = matches!(lines.get(at + 1).map(|l| &l.shape), Some(Shape::Rule(strokes)) if strokes.len() > 1);
            match place(line, left) {
                Place::Likely if ruled && dissect(line, left).1.len() > 1 => Place::Heading,
                place => place,
            }
        })
        .gather()
}

fn says_scale(text: &str) -> bool {
    has_any(text, "thousand|million|billion|000|except|dollars")
}

fn place(line: &Scanned<'_>, left: usize) -> Place {
    let (stubs, over) = dissect(line, left);
    let Some(first) = over.first() else { return Place::Beside };
    let text = over.iter().map(|w| line.cut(w)).gather().join(" ").to_ascii_lowercase();
    if has_any(&text, "statement|balance sheet|thousands|millions") {
        return Place::Other;
    }
    let period = looks_like_period(&text) || text.split_whitespace().any(|w| is_any(trim_end(w, ".,"), SHORT_MONTHS));
    // "For the years ended December 31, 1996, 1995 and 1994" is said of the whole table.
    if over.len() == 1
        && !begins(&text, "19|20")
        && text.split(|c: char| !c.is_ascii_digit()).filter(|w| is_year(w)).count() > 1
    {
        return Place::Beside;
    }
    // Where captions begin, one stretch of words is a caption, whatever figure strayed so far to the left.
    if stubs.is_empty() && over.len() == 1 && first.start < 4 && !period {
        return Place::Other;
    }
    // A date is wider than the figures under it.
    let over_columns = first.start + 6 >= left || period && first.start + 16 >= left;
    if !over_columns {
        return Place::Other;
    }
    let says = |w: &Word| looks_like_period(line.cut(w));
    let heads =
        stubs.is_empty() || over.iter().any(says) && over.iter().all(|w| says(w) || super::grid::is_note(line.cut(w)));
    if heads { Place::Heading } else { Place::Likely }
}

/// The words of a line beside the columns, over the captions, and those over the columns.
fn dissect(line: &Scanned<'_>, left: usize) -> (Vec<Word>, Vec<Word>) {
    // Words that begin well to the left and end at the edge of the columns stand beside them.
    let kind = |c: &Word| date_kind(line.cut(c));
    let chunks = pieces(line);
    let last = chunks.last().map(kind).filter(|k| *k > 0);
    let alike = chunks.iter().rev().take_while(|c| Some(kind(c)) == last).count();
    // Years or days in a row head columns, though the first is set before its figures begin.
    let dates = chunks.get(chunks.len() - alike).filter(|_| alike > 1).map_or(usize::MAX, |c| c.start);
    let heads = |c: &Word| c.start >= dates && c.end + 12 >= left;
    // "(unaudited, in thousands)" at the margin heads no column, wherever a figure strayed.
    let aside = |c: &Word| {
        let text = line.cut(c);
        c.start < 8 && (opens(text, "(") || text.ends_with(')') && !has(text, "("))
    };
    let beside = |c: &Word| {
        aside(c) && chunks.len() > 1 || !heads(c) && (c.end <= left || c.end <= left + 2 && c.start + 6 < left)
    };
    let mut over: Vec<Word> = chunks.iter().filter(|c| !beside(c)).cloned().gather();
    let mut stubs: Vec<Word> = chunks.iter().filter(|c| beside(c)).cloned().gather();
    // "Years ended December 31, 1996    1995    1994": the words before the first year are said of all the columns.
    if let [first, rest @ ..] = over.as_mut_slice()
        && !rest.is_empty()
        && rest.iter().all(|w| is_year(line.cut(w)))
        && first.start + 6 < left
        && let Some((words, year)) = line.cut(first).rsplit_once(' ')
        && is_year(year)
    {
        let mut before = first.clone();
        before.span.end = before.span.start + words.len();
        before.end = first.end - year.len();
        first.span.start = first.span.end - year.len();
        first.start = first.end - year.len();
        stubs.push(before);
    }
    let over = over.into_iter().filter(|w| !is_strokes(line.cut(w))).gather();
    (stubs, over)
}

/// 1 for a year, 2 for what begins with a month, 0 for other words.
fn date_kind(words: &str) -> usize {
    let first = words.split(' ').next().unwrap_or_default().to_ascii_lowercase();
    usize::from(is_year(words)) + 2 * usize::from(is_any(trim_end(&first, ".,"), MONTHS))
}

/// The words of a line, parted from the rules that are drawn one blank beside them: "December 31, ------------".
fn pieces(line: &Scanned<'_>) -> Vec<Word> {
    let drawn = |word: &str| word.len() >= 3 && is_strokes(word);
    let mut found: Vec<Word> = Vec::with_capacity(line.chunks.len());
    for chunk in &line.chunks {
        let text = line.cut(chunk);
        if !text.split(' ').any(drawn) || text.split(' ').all(|w| w.is_empty() || is_strokes(w)) {
            found.push(chunk.clone());
            continue;
        }
        let (mut at, mut before) = (0, None);
        for word in text.split(' ') {
            let (first, end) = (at, at + word.len());
            at = end + 1;
            let column = |to: usize| chunk.start + cut(text, 0, to).chars().count();
            match found.last_mut().filter(|_| before == Some(drawn(word))) {
                Some(last) => (last.span.end, last.end) = (chunk.span.start + end, column(end)),
                None => found.push(Word {
                    span: Span::new(chunk.span.start + first, chunk.span.start + end),
                    start: column(first),
                    end: column(end),
                }),
            }
            before = Some(drawn(word));
        }
    }
    found
}

/// A rule drawn on a line of words.
fn is_strokes(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '=' | '_' | '─' | '═' | ' '))
}

/// Months, years, "three months ended".
pub fn looks_like_period(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    has_any(&text, PERIOD_WORDS) || has_year(&text) || is_short_date(&text)
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

pub fn is_year(word: &str) -> bool {
    word.len() == 4 && begins(word, "19|20") && word.bytes().all(|b| b.is_ascii_digit())
}

/// "3/27/99".
fn is_short_date(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let mut parts = word.split('/');
        let number = |part: Option<&str>| part.is_some_and(|p| matches!(p.len(), 1 | 2) && is_digits(p));
        number(parts.next())
            && number(parts.next())
            && parts.next().is_some_and(|p| p.len() >= 2 && is_digits(cut(p, 0, 2)))
    })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
