//! Captions and figures that were set over several lines, put back together.

use std::iter::Peekable;

use rust_decimal::Decimal;

use super::{Figure, Printed, Row, figure::BROKEN};
use crate::{
    exact,
    gather::Gather,
    phrase::{begins, closes, has, is_any, is_small, opens, trim_end},
    vocabulary::Rule,
};

/// Joins the rows of a table that are one row; amounts that are broken over two lines go to the strays.
pub fn join(rows: Vec<Row>, strays: &mut Vec<Figure>) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        let before = joined.len();
        if let Some(last) = joined.last_mut() {
            if let Some(mut rest) = broken(last, &row) {
                strays.append(&mut rest);
                last.span.end = row.span.end;
                continue;
            }
            if completes(last, &row) || holds_amounts_of(last, &row) || holds_tail_of(last, &row) {
                append(last, row);
                continue;
            }
        }
        let takes =
            before.checked_sub(1).is_some_and(|at| names_row_above(&joined[..at], &joined[at], &row, &mut rows));
        match joined.last_mut().filter(|_| takes) {
            Some(last) => {
                (last.caption, last.indent) = (row.caption, row.indent);
                last.span.end = row.span.end;
            }
            None => joined.push(row),
        }
    }
    joined
}

/// Joins rows whose captions were set over several rows of an HTML table, where figures keep their places.
pub fn captions(rows: Vec<Row>) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        let worded = !row.caption.is_empty();
        match joined.last_mut().filter(|l| worded && (holds_amounts_of(l, &row) || holds_tail_of(l, &row))) {
            Some(last) => append(last, row),
            None => joined.push(row),
        }
    }
    joined
}

/// Adds the words and figures of a row to those of the row above.
fn append(last: &mut Row, row: Row) {
    if !row.caption.is_empty()
        && !last.caption.is_empty()
        && (!last.caption.ends_with('-') || last.caption.ends_with(" -"))
    {
        last.caption.push(' ');
    }
    last.caption.push_str(&row.caption);
    last.span.end = row.span.end;
    last.rule_below = last.rule_below.max(row.rule_below);
    if last.cells.is_empty() {
        last.cells = row.cells;
    } else {
        for (cell, more) in last.cells.iter_mut().zip(row.cells) {
            if cell.is_none() {
                *cell = more;
            }
        }
    }
}

/// The row above may go on: no rule, no blank line, no end of a heading between.
fn runs_on(last: &Row, row: &Row) -> bool {
    (!last.centred || is_open(&last.caption))
        && !last.caption.ends_with(':')
        && (!row.blank_above || starts_lower(&row.caption))
}

/// The figures stand on the last line of the caption, or below it.
fn holds_amounts_of(last: &Row, row: &Row) -> bool {
    let below = row.caption.is_empty() && row.rule_above == last.rule_above && !row.blank_above;
    // "authorized" over "25,000 shares".
    let counted = opens(&row.caption, "123456789") && is_any(last_word(&last.caption), "authorized|issued");
    let unfinished = starts_lower(&row.caption)
        || counted && !row.blank_above
        || is_open(&last.caption) && !row.blank_above
        || below;
    last.cells.is_empty() && runs_on(last, row) && unfinished && (row.indent + 1 >= last.indent || below)
}

/// The figures stood on the first line of the caption, and these are its last words.
fn holds_tail_of(last: &Row, row: &Row) -> bool {
    let (lower, open) = (starts_lower(&row.caption), is_open(&last.caption));
    // Below a rule stands the next line, a sum.
    let tail = lower && open || (lower || open) && row.rule_above == Rule::None;
    row.is_words() && row.cells.is_empty() && !row.blank_above && !last.is_words() && runs_on(last, row) && tail
}

/// The figures stand on two lines: each column that the first leaves empty, and no other, is filled by the second.
fn completes(last: &Row, row: &Row) -> bool {
    let continues = row.caption.is_empty() || starts_lower(&row.caption);
    !last.is_words()
        && !row.is_words()
        && continues
        && !row.blank_above
        && row.rule_above == Rule::None
        && last.cells.iter().zip(&row.cells).all(|(a, b)| a.is_some() != b.is_some())
}

/// Figures without a caption that hold the end of the amounts above them: "1,234," over "567", "$24 1/8-" over "$22". Returns
/// the ends; the beginnings are no amounts.
fn broken(last: &mut Row, row: &Row) -> Option<Vec<Figure>> {
    let open = |f: &Figure| f.dash_after || f.printed == Printed::Unread { why: BROKEN };
    let under =
        |(above, below): (&Option<Figure>, &Option<Figure>)| below.is_none() || above.as_ref().is_some_and(open);
    if last.is_words() || row.is_words() || !row.caption.is_empty() || !last.cells.iter().zip(&row.cells).all(under) {
        return None;
    }
    for (above, _) in last.cells.iter_mut().zip(&row.cells).filter(|(_, below)| below.is_some()) {
        if let Some(above) = above.as_mut().filter(|a| a.dash_after) {
            above.printed = Printed::NotGiven;
        }
    }
    let ends = row.cells.iter().flatten().cloned();
    Some(ends.map(|end| Figure { printed: Printed::Unread { why: BROKEN }, ..end }).gather())
}

/// Words directly under figures without a caption name them, unless those figures are a sum of the lines above or the words
/// begin the next row.
fn names_row_above(above: &[Row], last: &Row, row: &Row, rows: &mut Peekable<impl Iterator<Item = Row>>) -> bool {
    let nameless = last.caption.is_empty() && !last.is_words();
    let apart = last.rule_above != Rule::None || last.rule_below != Rule::None || row.blank_above;
    let heads = row.centred || row.caption.ends_with(':') || is_open(&row.caption);
    let alone = rows.peek().is_none_or(|next| {
        let total = begins(&next.caption, "Total|TOTAL|total");
        next.blank_above
            || total
            || !next.caption.is_empty() && !starts_lower(&next.caption) && next.indent <= row.indent
    });
    nameless && row.cells.is_empty() && !apart && !heads && alone && !is_sum(above, last)
}

/// Whether a row adds up the last rows above it, in every column.
fn is_sum(above: &[Row], last: &Row) -> bool {
    let number =
        |row: &Row, at: usize| row.cells.get(at).and_then(Option::as_ref).and_then(Figure::number).unwrap_or_default();
    let mut sums: Vec<_> = last.cells.iter().map(|_| Decimal::ZERO).gather();
    for row in above.iter().rev().take(40) {
        for (at, sum) in sums.iter_mut().enumerate() {
            *sum = exact::add(*sum, number(row, at)).unwrap_or_default();
        }
        if sums.iter().enumerate().all(|(at, sum)| *sum == number(last, at)) {
            return true;
        }
    }
    false
}

fn starts_lower(caption: &str) -> bool {
    caption.starts_with(|c| is_small(c) || c == '(') || begins(caption, "-- Note|- Note")
}

fn last_word(caption: &str) -> &str {
    caption.rsplit(' ').next().unwrap_or_default()
}

/// The caption cannot end here.
fn is_open(caption: &str) -> bool {
    const JOINING: &str = "and|of|to|in|for|the|on|by|or|from|with|a|an|at|net|less|&|per|than|other";
    let last = trim_end(last_word(caption), ")").to_ascii_lowercase();
    let count = |mark: u8| caption.bytes().filter(|b| *b == mark).count();
    let joins = is_any(&last, JOINING) && !caption.to_ascii_lowercase().ends_with(", net");
    // "Total liabilities and shareholders'" waits for what is theirs.
    let owner = closes(caption, "'’") && begins(&caption.to_ascii_lowercase(), "total |liabilities and");
    closes(caption, ",-;") || owner || joins || has(caption, "(") && count(b'(') > count(b')')
}
