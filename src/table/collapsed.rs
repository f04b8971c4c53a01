//! Tables whose white space a mail or a form has collapsed to single blanks: columns are told by order, never by place.
//!
//! A line is a caption and so many amounts at its end. Where most lines in a row have as many, these are the columns; a line that
//! has another number of amounts cannot be put in columns, and its amounts are listed as not understood.

use std::ops::Range;

use super::{
    Column, Figure, Printed, Row, Table, Words,
    heading::{MONTHS, is_year},
    region,
    scan::{Scanned, Shape, whole},
    words, wrapped,
};
use crate::{
    gather::Gather,
    order,
    phrase::{begins, closes, cut, has_any, is_any, opens, squeezed, trim_end},
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
/// What a stretch of time is told by.
const LENGTHS: &str = "three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|month|quarter|week|\
    year|fiscal|period|the|for|as|at";

/// What a line is in a collapsed table.
enum Kind {
    /// A caption and amounts.
    Amounts,
    Words,
    /// A rule, a blank, a tag.
    Between,
    /// A row whose figures are set in columns.
    Spaced,
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
    // Among rows set in columns a line without room is no table of its own.
    let mut spaced = false;
    let squeezed = squeezed_lines(lines, from);
    for (at, line) in lines.iter().enumerate().skip(from) {
        let kind = match kind(line, squeezed[at - from]) {
            // However long its caption.
            Kind::Other
                if open.is_some() && line.shape != Shape::PageMark && !is_spaced(line) && ends(line).len() > 1 =>
            {
                Kind::Amounts
            }
            kind => kind,
        };
        match kind {
            Kind::Amounts if spaced => words = 0,
            Kind::Amounts => {
                open = Some(open.map_or(at, |o| o.start)..at + 1);
                words = 0;
                continue;
            }
            Kind::Words => words += 1,
            Kind::Between => {}
            Kind::Spaced => (open, words, spaced) = (None, 0, true),
            Kind::Other => words = WORDS + 1,
        }
        if words > WORDS {
            spaced = false;
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
    // Rows by their leaders are a table, whatever their number of amounts.
    let led = lines[range.clone()].iter().filter(|l| matches!(l.shape, Shape::Row(_))).count() * 2 > all;
    (fit >= FEW && (fit * 3 >= all * 2 || led) && told).then_some(Run { lines: range, columns })
}

/// Lines of stretches where each run of blanks is as wide as every other, wherever the figures come to stand: the white space
/// was squeezed, and places say nothing.
fn squeezed_lines(lines: &[Scanned<'_>], from: usize) -> Vec<bool> {
    let mut told = vec![false; lines.len().saturating_sub(from)];
    let mut start = from;
    let mut wide: Option<usize> = None;
    for at in from..=lines.len() {
        let width = lines.get(at).map_or(Some(0), |l| blanks(l));
        let fits = at < lines.len() && width.is_some_and(|w| w == 0 || wide.is_none_or(|g| g == w));
        if fits {
            wide = wide.or(width.filter(|w| *w > 0));
            continue;
        }
        if wide.is_some() && is_out_of_line(&lines[start..at]) {
            told[start - from..at - from].fill(true);
        }
        wide = width.filter(|w| *w > 0);
        start = if wide.is_some() { at } else { at + 1 };
    }
    told
}

/// The width of all runs of two blanks or more; 0 where there are none, `None` where they differ.
fn blanks(line: &Scanned<'_>) -> Option<usize> {
    let text = line.line.text.trim_end();
    if matches!(line.shape, Shape::Rule(_) | Shape::Blank | Shape::Tag) {
        return Some(0);
    }
    let (mut width, mut run) = (0, 0);
    if line.shape == Shape::PageMark || text.starts_with(' ') {
        return None;
    }
    for byte in text.bytes() {
        match byte {
            b'\t' => return None,
            b' ' => run += 1,
            _ => {
                if run > 1 && width > 0 && run != width {
                    return None;
                }
                if run > 1 {
                    width = run;
                }
                run = 0;
            }
        }
    }
    Some(width)
}

/// Rows of two figures or more, whose last figures end now here, now there.
fn is_out_of_line(lines: &[Scanned<'_>]) -> bool {
    let ends: Vec<usize> = lines.iter().filter_map(|l| l.figures().get(1..)?.last().map(|f| f.edge)).gather();
    let jumps = ends.windows(2).filter(|w| w[0].abs_diff(w[1]) > 3).count();
    jumps >= FEW && jumps * 5 > ends.len()
}

fn is_spaced(line: &Scanned<'_>) -> bool {
    has_any(line.line.text.trim(), "  |\t")
}

fn kind(line: &Scanned<'_>, squeezed: bool) -> Kind {
    let text = line.line.text.trim();
    let is_spaced = |line| !squeezed && is_spaced(line);
    match &line.shape {
        Shape::Blank | Shape::Rule(_) | Shape::Tag => Kind::Between,
        Shape::PageMark => Kind::Other,
        Shape::Row(_) if is_spaced(line) => Kind::Spaced,
        Shape::Text | Shape::Row(_) if text.len() > LONGEST || is_spaced(line) => Kind::Other,
        Shape::Text | Shape::Row(_) => match ends(line).first() {
            Some(first) => {
                let caption = caption(line, first);
                let letters = caption.bytes().filter(u8::is_ascii_alphabetic).count();
                if !caption.is_empty() && letters < 3 { Kind::Other } else { Kind::Amounts }
            }
            // Dates and scales open a table of their own.
            None if closes(text, ".") || periods(text).is_some() || begins(text, "(in |(In |(IN ") => Kind::Other,
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
    let words = cut(line.line.text, 0, whole(line.line, first).span.start - line.line.start).trim_end();
    squeezed(if words.ends_with("..") { trim_end(words, ". ") } else { words })
}

/// The table of a run. Lines before `free` belong to a table above.
pub fn table(lines: &[Scanned<'_>], free: usize, run: &Run) -> Table {
    let first = run.lines.start;
    let head = &lines[region::head(lines, free, first)..first];
    let mut columns = vec![Column::default(); run.columns];
    let title = headings(head, &mut columns);
    // Percentages among amounts: which columns they are cannot be told without their signs.
    let mixed =
        columns.len() > 2 && head.iter().any(|l| has_any(&l.caption().to_ascii_lowercase(), "%|change|percent"));
    let mut table = Table { title, columns, follows: region::follows(lines, free, first), ..Table::default() };
    let body = &lines[run.lines.clone()];
    table.rows = rows(body, run.columns, mixed, &mut table.strays);
    let start = table.title.first().map_or(body[0].line.start, |w| w.span.start);
    table.span = Span::new(start, body.last().map_or(start, |l| l.line.span().end));
    table
}

fn rows(body: &[Scanned<'_>], columns: usize, mixed: bool, strays: &mut Vec<Figure>) -> Vec<Row> {
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
                let mut row = row(line, columns, mixed, strays);
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

fn row(line: &Scanned<'_>, columns: usize, mixed: bool, strays: &mut Vec<Figure>) -> Row {
    let text = line.line.text;
    let indent = text.len() - text.trim_start().len();
    let span = Span::new(line.line.start + indent, line.line.start + text.trim_end().len());
    let mut figures = ends(line);
    // "allowances of $412 and $388 18,344 17,902": words do not end before their amount.
    while figures.len() > columns && figures.first().is_some_and(|f| is_unfinished(&caption(line, f))) {
        figures.remove(0);
    }
    let caption = figures.first().map_or_else(|| squeezed(text), |first| caption(line, first));
    let fit = figures.len() == columns && !mixed;
    let lost = |f: &&Figure| f.is_amount() && !fit || matches!(f.printed, Printed::Unread { .. });
    let all = if figures.is_empty() { line.figures() } else { &figures };
    strays.append(&mut all.iter().filter(lost).cloned().gather());
    let cells = if fit {
        figures.into_iter().map(Some).gather()
    } else {
        let first = all.iter().find(|f| f.is_amount()).map(|_| whole(line.line, &all[0]).span.start);
        first.map_or_else(Vec::new, |at| vec![Some(unknown(at)); columns])
    };
    Row { caption, span, cells, ..Row::default() }
}

fn is_unfinished(caption: &str) -> bool {
    is_any(caption.rsplit(' ').next().unwrap_or_default(), "and|of|to|or|at")
}

/// What a column holds of a line that cannot be put in columns: no sum may pass over it.
fn unknown(at: usize) -> Figure {
    Figure::not_understood(Span::new(at, at))
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
        let parts = periods(text).filter(|p| !above && (levels.len() + p.len() > 1 || misfit || columns.len() == 1));
        if let Some(parts) = parts {
            match over(&parts, columns.len(), levels.first()) {
                Some(level) => levels.push(level),
                None => misfit = true,
            }
        } else {
            above |= !opens(text, "(") && (!levels.is_empty() || misfit);
            title.append(&mut words(line).into_iter().gather());
        }
    }
    title.reverse();
    let headings = |at: usize| levels.iter().rev().map(|l| l[at].to_owned()).gather();
    for at in 0..columns.len() {
        let own: Vec<String> = headings(at);
        misfit |= columns[..at].iter().any(|c| c.headings == own);
        columns[at].headings = own;
    }
    if misfit {
        for column in columns {
            column.headings.clear();
        }
    }
    title
}

/// Hands so many periods to so many columns: one each, one to all, or one to each run of columns whose lowest headings are the same.
fn over<'t>(parts: &[&'t str], columns: usize, lowest: Option<&Vec<&str>>) -> Option<Vec<&'t str>> {
    let each = columns / parts.len();
    let even = each * parts.len() == columns;
    let repeats = |l: &Vec<&str>| (each..columns).all(|at| l[at] == l[at - each]);
    let fits = parts.len() == columns || even && lowest.is_some_and(repeats);
    fits.then(|| (0..columns).map(|at| parts[at / each]).gather())
}

/// The periods of a line that says nothing else: "2001 2000", "March 31, 2002 December 31, 2001", "Three months ended June 30,
/// Six months ended June 30,".
fn periods(text: &str) -> Option<Vec<&str>> {
    let mut starts: Vec<usize> = Vec::new();
    // What the last of them has so far: its length, its month, its year.
    let mut has = [true; 3];
    let mut at = 0;
    for word in text.split(' ') {
        if word.is_empty() {
            at += 1;
            continue;
        }
        let lower = word.to_ascii_lowercase();
        let part = if is_any(&lower, LENGTHS) || is_any(trim_end(&lower, "s"), LENGTHS) {
            0
        } else if is_any(trim_end(&lower, ".,"), MONTHS) {
            1
        } else if is_year(word) {
            2
        } else if !starts.is_empty() && (is_day(word) || is_any(&lower, "ended|ending|of")) {
            has[0] |= !is_day(word);
            at += word.len() + 1;
            continue;
        } else {
            return None;
        };
        if has[part] || has[2] || part == 0 && has[1] {
            starts.push(at);
            has = [false; 3];
        }
        // A length is whole with its "ended".
        has[part] |= part > 0;
        at += word.len() + 1;
    }
    let ends = starts.iter().copied().skip(1).chain([at]);
    Some(starts.iter().zip(ends).map(|(start, end)| cut(text, *start, end.min(text.len())).trim()).gather())
}

fn is_day(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit() || b == b',')
}
