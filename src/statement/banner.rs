//! Banners: what is set above the headings of some columns only, "Millions of yen" over two and "Thousands of U.S. dollars" over
//! the third.
//!
//! Such words head no column by themselves, and stand among the lines of the title. Where they tell more than one scale or
//! currency they are given to the columns they stand over.

use super::{Column, currency, scale};
use crate::{
    gather::Gather,
    phrase::{after, cut, has},
    source::Text,
    table::Table,
};

/// A title line begins no farther left of the first column than this, if it is a banner.
const LEFT: usize = 12;

/// Words and the columns of the page they take up; several lines, where one stands under another.
struct Banner {
    words: String,
    start: usize,
    end: usize,
}

/// Puts the banners above the headings of their columns, where they tell the columns apart.
pub fn hand_out(table: &Table, columns: &mut [Column], text: &Text) {
    let banners = banners(table, text);
    let tell = |test: &dyn Fn(&str) -> bool| banners.iter().filter(|b| test(&b.words)).nth(1).is_some();
    let differ = banners.iter().any(|b| banners[0].tells() != b.tells());
    if !differ || !tell(&|words| scale::said_by(words).is_some()) && !tell(&|words| currency::of(words).is_some()) {
        return;
    }
    // "1998" for the second time begins what the second banner is over.
    let labels: Vec<String> = columns.iter().map(Column::label).gather();
    let again = (1..labels.len()).find(|at| labels[..*at].contains(&labels[*at])).filter(|_| banners.len() == 2);
    for (at, (column, place)) in columns.iter_mut().zip(&table.columns).enumerate() {
        if let Some(again) = again {
            let second = usize::from((banners[0].start < banners[1].start) == (at >= again));
            column.headings.insert(0, banners[second].words.clone());
            continue;
        }
        let middle = place.start + place.end;
        if let Some(banner) = banners.iter().min_by_key(|b| (b.start + b.end).abs_diff(middle)) {
            column.headings.insert(0, banner.words.clone());
        }
    }
}

impl Banner {
    fn tells(&self) -> (Option<rust_decimal::Decimal>, Option<&'static str>) {
        (scale::said_by(&self.words), currency::of(&self.words))
    }
}

/// The lowest lines of the title, as far as they stand over the amounts alone.
fn banners(table: &Table, text: &Text) -> Vec<Banner> {
    let left = table.columns.first().map_or(0, |c| c.start.saturating_sub(LEFT));
    let lines: Vec<Vec<Banner>> = table.title.iter().map(|w| pieces(text, w.span.start, w.span.end)).gather();
    let over = |line: &Vec<Banner>| line.first().is_some_and(|first| first.start >= left && first.start > 0);
    let first = lines.iter().rposition(|line| !over(line)).map_or(0, |at| at + 1);
    let mut banners: Vec<Banner> = Vec::new();
    for piece in lines.into_iter().skip(first).flatten() {
        match banners.iter_mut().find(|b| b.start < piece.end && piece.start < b.end) {
            Some(above) => {
                above.words.push(' ');
                above.words.push_str(&piece.words);
                (above.start, above.end) = (above.start.min(piece.start), above.end.max(piece.end));
            }
            None => banners.push(piece),
        }
    }
    banners
}

/// The words of a line of text that two blanks part.
fn pieces(text: &Text, start: usize, end: usize) -> Vec<Banner> {
    let printed = cut(&text.content, start, end);
    if has(printed, "<") || has(printed, "\n") {
        return Vec::new();
    }
    let before = cut(&text.content, start.saturating_sub(200), start);
    let mut at = before.chars().rev().take_while(|c| *c != '\n').count();
    let mut found: Vec<Banner> = Vec::new();
    let mut from = 0;
    while from < printed.len() {
        let rest = after(printed, from);
        let blank = rest.chars().take_while(|c| c.is_whitespace()).count();
        let word: String = rest.chars().skip(blank).take_while(|c| !c.is_whitespace()).collect();
        let (begins, ends) = (at + blank, at + blank + word.chars().count());
        match found.last_mut().filter(|_| blank == 1) {
            Some(last) => {
                last.words.push(' ');
                last.words.push_str(&word);
                last.end = ends;
            }
            None if !word.is_empty() => found.push(Banner { words: word.clone(), start: begins, end: ends }),
            None => {}
        }
        from += rest.chars().take(blank).map(char::len_utf8).sum::<usize>() + word.len();
        at = ends;
    }
    found
}
