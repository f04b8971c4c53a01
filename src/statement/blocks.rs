//! Blocks of lines under years: quarterly data and segments are often set with "1997" alone above the lines of that year, "1996"
//! above the next. Each block is a table of its own, and its year heads every column.

use super::said::said;
use crate::{
    gather::Gather,
    phrase::{is_any, squeezed, trim},
    span::Span,
    table::{Column, Row, Table},
};

/// Words that may stand beside the year.
const BESIDE: &str = "fiscal|year|years|ended|ending|end|at|as|of|for|the|three|six|nine|twelve|thirteen|thirty-nine|months|month|\
    quarter|quarters|weeks";

/// A block: its year as printed, and where its lines begin.
struct Block {
    year: String,
    start: usize,
}

/// The blocks of a table, each with its year as printed; none where the table is one.
pub fn of(table: &Table) -> Vec<(String, Table)> {
    let (blocks, shared) = blocks(table);
    let years: Vec<Option<i32>> = blocks.iter().map(|b| said(&b.year).year).gather();
    let again = (1..years.len()).any(|at| years[..at].contains(&years[at]));
    // A year over the columns as well would be a second one.
    let dated = table.columns.iter().any(|c| c.headings.iter().skip(usize::from(shared)).any(|h| said(h).years > 0));
    let ends = |at: usize| blocks.get(at + 1).map_or(table.rows.len(), |next| next.start - 1);
    let holds = |at: usize| table.rows[blocks[at].start..ends(at)].iter().any(|r| !r.is_words());
    // Where each line is of a quarter, the year over them is not that of the columns.
    let quarter = |r: &&Row| said(&r.caption).quarter.is_some() || said(&r.caption).month.is_some();
    let figures = || table.rows.iter().filter(|r| !r.is_words());
    let down = figures().filter(quarter).count() * 2 > figures().count();
    // Columns that nothing tells apart have headings that were not understood: each may be a part of the year.
    let alike = table.columns.len() > 1 && table.columns.windows(2).all(|pair| pair[0].headings == pair[1].headings);
    // One block alone matters where its columns are parts of the year.
    let of_a_part = |c: &&Column| {
        let one = said(&c.headings.join(" "));
        one.years == 0 && (one.quarter.is_some() || one.month.is_some())
    };
    let alone = blocks.len() == 1 && (shared || table.columns.iter().filter(of_a_part).count() < 2);
    if blocks.is_empty() || alone || again || dated || down || alike || !(0..blocks.len()).all(holds) {
        return Vec::new();
    }
    let one = |(at, block): (usize, &Block)| (block.year.clone(), part(table, &blocks, at, ends(at), shared));
    blocks.iter().enumerate().map(one).gather()
}

/// Where the blocks begin, and whether the first one's year is the uppermost heading of all columns.
fn blocks(table: &Table) -> (Vec<Block>, bool) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut shared = false;
    for (at, row) in table.rows.iter().enumerate() {
        if row.is_words() && is_year(&row.caption) {
            blocks.push(Block { year: squeezed(trim(&row.caption, ": ")), start: at + 1 });
        } else if blocks.is_empty() && !row.is_words() {
            // The first block's year stands above the columns, beside their headings, or over all of them.
            let over = table.columns.first().and_then(|c| c.headings.first()).filter(|h| is_year(h));
            let all = over.filter(|year| table.columns.iter().all(|c| c.headings.first() == Some(*year)));
            shared = all.is_some();
            let above = all.or_else(|| table.title.last().map(|w| &w.text).filter(|t| is_year(t)));
            let Some(year) = above else { return (Vec::new(), false) };
            blocks.push(Block { year: squeezed(trim(year, ": ")), start: 0 });
        }
    }
    (blocks, shared)
}

/// A year, and nothing but what may stand beside it.
pub fn is_year(words: &str) -> bool {
    let plain = |word: &str| {
        let word = trim(word, ",.:()-");
        is_any(word, BESIDE)
            || super::month(word).is_some()
            || !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
    };
    words.len() <= 48
        && said(words).years == 1
        && words.to_ascii_lowercase().split_ascii_whitespace().all(|w| plain(w) || w == "-")
}

/// The lines of a block under the table's title and headings, and its year.
fn part(table: &Table, blocks: &[Block], at: usize, end: usize, shared: bool) -> Table {
    let block = &blocks[at];
    let rows: Vec<Row> = table.rows[block.start..end].to_vec();
    let last = at + 1 == blocks.len();
    let starts = |row: usize| table.rows.get(row).map_or(table.span.end, |r| r.span.start);
    // What fits no column belongs to the block that it stands in.
    let from = if at == 0 { table.span.start } else { starts(block.start) };
    let to = if last { usize::MAX } else { starts(blocks[at + 1].start) };
    let ends = if last { table.span.end } else { rows.last().map_or(from, |r| r.span.end) };
    let mut columns = table.columns.clone();
    for column in &mut columns {
        if shared {
            column.headings.remove(0);
        }
        column.headings.insert(0, block.year.clone());
    }
    let strays = table.strays.iter().filter(|f| (from..to).contains(&f.span.start)).cloned().gather();
    Table {
        span: Span::new(from, ends),
        title: table.title.clone(),
        columns,
        rows,
        strays,
        follows: table.follows || at > 0,
        european: table.european,
    }
}
