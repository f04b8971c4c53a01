//! Tables whose white space a mail or a form has collapsed to single blanks: columns are told by order, never by place.
//!
//! A line is a caption and so many amounts at its end. Where most lines in a row have as many, these are the columns; a line that
//! has another number of amounts cannot be put in columns, and its amounts are listed as not understood.

use std::ops::Range;

use super::{
    Column, Figure, Printed, Row, Table, Words,
    heading::{MONTHS, is_year, looks_like_period},
    region,
    scan::{Scanned, Shape, whole},
    words, wrapped,
};
use crate::{
    gather::Gather,
    order,
    phrase::{begins, closes, cut, has, has_any, is_any, opens, squeezed, trim_end},
    span::Span,
    vocabulary::Rule,
};

/// A longer line is running words.
const LONGEST: usize = 100;
/// So many lines of words end a run.
const WORDS: usize = 2;
/// A run of fewer lines with amounts is none.
const FEW: usize = 4;
const MOST_COLUMNS: usize = 12;

/// What a line is in a collapsed table.
enum Kind {
    /// A caption and amounts.
    Amounts,
    Words,
    /// A rule, a blank, a tag.
    Between,
    Other,
}

/// The lines of a collapsed table and how many amounts most of them have.
pub struct Run {
    pub lines: Range<usize>,
    columns: usize,
}

/// The collapsed tables of the lines from `from` on.
pub fn find(lines: &[Scanned<'_>], from: usize) -> Vec<Run> {
    let mut found = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut words = 0;
    for (at, line) in lines.iter().enumerate().skip(from) {
        match kind(line) {
            Kind::Amounts => {
                open = Some(open.map_or(at, |o| o.start)..at + 1);
                words = 0;
                continue;
            }
            Kind::Words => words += 1,
            Kind::Between => {}
            Kind::Other => words = WORDS + 1,
        }
        if words > WORDS {
            found.append(&mut open.take().and_then(|o| run(lines, o)).into_iter().gather());
        }
    }
    found.append(&mut open.and_then(|o| run(lines, o)).into_iter().gather());
    found
}

/// Lines that are a table: enough of them, most with as many amounts, and those no numbers of pages or streets.
fn run(lines: &[Scanned<'_>], range: Range<usize>) -> Option<Run> {
    let amounts = || lines[range.clone()].iter().map(|l| ends(l)).filter(|f| !f.is_empty());
    let with = |n: usize| amounts().filter(|f| f.len() == n).count();
    let columns = order::greatest(MOST_COLUMNS, &|n| with(n + 1) as u64)? + 1;
    let (all, fit) = (amounts().count(), with(columns));
    let is_money = |l: &&Scanned<'_>| ends(l).iter().any(|f| f.symbol.is_some() || has_any(l.text_of(f), ",|.|("));
    let money = lines[range.clone()].iter().filter(is_money).count();
    let told = if columns == 1 { money * 2 >= all } else { money > 0 };
    (fit >= FEW && fit * 3 >= all * 2 && told).then_some(Run { lines: range, columns })
}

fn kind(line: &Scanned<'_>) -> Kind {
    let text = line.line.text.trim();
    match &line.shape {
        Shape::Blank | Shape::Rule(_) | Shape::Tag => Kind::Between,
        Shape::PageMark => Kind::Other,
        Shape::Text | Shape::Row(_) if text.len() > LONGEST || has(text, "  ") || has(text, "\t") => Kind::Other,
        Shape::Text | Shape::Row(_) => match ends(line).first() {
            Some(first) => {
                let caption = caption(line, first);
                let letters = caption.bytes().filter(u8::is_ascii_alphabetic).count();
                if caption.ends_with("..") || !caption.is_empty() && letters < 3 { Kind::Other } else { Kind::Amounts }
            }
            // Dates and scales open a table of their own.
            None if closes(text, ".") || pieces(text).is_some() || begins(text, "(in |(In |(IN ") => Kind::Other,
            None => Kind::Words,
        },
    }
}

/// The amounts a line ends with, with nothing but blanks between them.
pub fn trailing(line: &Scanned<'_>) -> Vec<Figure> {
    let mut end = line.line.start + line.line.text.trim_end().len();
    let mut found: Vec<Figure> = Vec::new();
    for figure in line.figures().iter().rev().chain(line.loose.iter().rev()) {
        let whole = whole(line.line, figure).span;
        if !cut(line.line.text, whole.end - line.line.start, end - line.line.start).trim().is_empty() {
            break;
        }
        end = whole.start;
        found.push(figure.clone());
    }
    found.reverse();
    found
}

/// The amounts at the end of a line, unless they are years of a date.
fn ends(line: &Scanned<'_>) -> Vec<Figure> {
    let found = trailing(line);
    let amount = found.iter().any(|f| f.is_amount() && !f.is_year());
    if amount { found } else { Vec::new() }
}

fn caption(line: &Scanned<'_>, first: &Figure) -> String {
    squeezed(cut(line.line.text, 0, whole(line.line, first).span.start - line.line.start))
}

/// The table of a run. Lines before `free` belong to a table above.
pub fn table(lines: &[Scanned<'_>], free: usize, run: &Run) -> Table {
    let first = run.lines.start;
    let head = &lines[region::head(lines, free, first)..first];
    let mut columns = vec![Column::default(); run.columns];
    let title = headings(head, &mut columns);
    let mut table = Table { title, columns, follows: region::follows(lines, free, first), ..Table::default() };
    let body = &lines[run.lines.clone()];
    table.rows = rows(body, run.columns, &mut table.strays);
    let start = table.title.first().map_or(body[0].line.start, |w| w.span.start);
    table.span = Span::new(start, body.last().map_or(start, |l| l.line.span().end));
    table
}

fn rows(body: &[Scanned<'_>], columns: usize, strays: &mut Vec<Figure>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut rule = Rule::None;
    let mut blank = false;
    for line in body {
        match &line.shape {
            Shape::Blank => blank = true,
            Shape::Rule(strokes) => {
                rule = if strokes.iter().any(|s| s.double) { Rule::Double } else { Rule::Single };
                if let Some(row) = rows.last_mut().filter(|r| !r.is_words()) {
                    row.rule_below = rule;
                }
            }
            Shape::PageMark | Shape::Tag => {}
            Shape::Text | Shape::Row(_) => {
                let mut row = row(line, columns, strays);
                (row.rule_above, row.blank_above, blank) = (rule, blank, false);
                if !row.cells.is_empty() {
                    rule = Rule::None;
                }
                rows.push(row);
            }
        }
    }
    wrapped::join(rows, strays)
}

fn row(line: &Scanned<'_>, columns: usize, strays: &mut Vec<Figure>) -> Row {
    let text = line.line.text;
    let indent = text.len() - text.trim_start().len();
    let span = Span::new(line.line.start + indent, line.line.start + text.trim_end().len());
    let figures = ends(line);
    let caption = figures.first().map_or_else(|| squeezed(text), |first| caption(line, first));
    let fit = figures.len() == columns;
    let lost = |f: &&Figure| f.is_amount() && !fit || matches!(f.printed, Printed::Unread { .. });
    let all = if figures.is_empty() { line.figures() } else { &figures };
    strays.append(&mut all.iter().filter(lost).cloned().gather());
    let cells = if fit { figures.into_iter().map(Some).gather() } else { Vec::new() };
    Row { caption, span, cells, ..Row::default() }
}

/// Gives the columns what stands above them, where there is as much of it as there are columns; gives the other lines as the title.
fn headings(head: &[Scanned<'_>], columns: &mut [Column]) -> Vec<Words> {
    let mut title: Vec<Words> = Vec::new();
    let mut levels: Vec<Vec<&str>> = Vec::new();
    // Dates that do not fit say nothing of any column.
    let mut misfit = false;
    let mut above = false;
    for line in head.iter().rev().filter(|l| l.shape == Shape::Text) {
        let text = line.line.text.trim();
        let dates = pieces(text).filter(|_| !above);
        let spans = !above && (!levels.is_empty() || misfit) && is_spanner(text);
        match dates {
            Some(dates) if dates.len() == columns.len() => levels.push(dates),
            Some(dates) if dates.len() > 1 => misfit = true,
            _ if spans && ended(text) < 2 => levels.push(vec![text; columns.len()]),
            _ if spans => misfit = true,
            _ => {
                above |= !opens(text, "(") && (!levels.is_empty() || misfit);
                title.append(&mut words(line).into_iter().gather());
            }
        }
    }
    title.reverse();
    for level in levels.iter().rev().filter(|_| !misfit) {
        for (column, words) in columns.iter_mut().zip(level) {
            column.headings.push((*words).to_owned());
        }
    }
    title
}

/// "Three months ended", "Year ended December 31,": said of years below.
fn is_spanner(text: &str) -> bool {
    let words = text.split_whitespace();
    let lower = text.to_ascii_lowercase();
    looks_like_period(text)
        && !text.split_whitespace().any(is_year)
        && words.count() <= 9
        && (pieces(text).is_some() || has_any(&lower, "ended|ending|as of|as at|month|quarter|week|year"))
}

fn ended(text: &str) -> usize {
    text.split_whitespace().filter(|w| begins(&w.to_ascii_lowercase(), "ended|ending")).count()
}

/// The dates and years of a line that holds nothing else: "2001 2000", "March 31, 2002 December 31, 2001".
fn pieces(text: &str) -> Option<Vec<&str>> {
    let mut starts: Vec<usize> = Vec::new();
    // The last piece has its year.
    let mut whole = true;
    let mut at = 0;
    for word in text.split(' ') {
        let named = is_any(trim_end(&word.to_ascii_lowercase(), ".,"), MONTHS);
        let year = is_year(word);
        let day = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit() || b == b',') && !word.is_empty();
        if named || year && whole {
            starts.push(at);
        } else if !year && !day || starts.is_empty() {
            return None;
        }
        whole = year;
        at += word.len() + 1;
    }
    let ends = starts.iter().copied().skip(1).chain([at]);
    Some(starts.iter().zip(ends).map(|(start, end)| cut(text, *start, end.min(text.len())).trim()).gather())
}
