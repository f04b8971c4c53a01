//! From basic shares to diluted ones: between the two stand what notes, options and units may become, often with no word of shares.
//! The sum says what they are.

use rust_decimal::Decimal;

use super::Line;
use crate::{
    exact,
    gather::Gather,
    phrase::{has, has_any, is_any},
    table::{Figure, Row},
    vocabulary::Unit,
};

/// No list from basic to diluted shares is longer.
const LONGEST: usize = 8;

/// Gives the lines between basic and diluted shares, and these two, their unit.
pub fn settle(lines: &mut [Line], rows: &[Row]) {
    for first in 0..lines.len() {
        if !is_of_shares(&lines[first], "basic") {
            continue;
        }
        let end = lines.len().min(first + LONGEST);
        let last = (first + 2..end).find(|at| is_of_shares(&lines[*at], "diluted"));
        let Some(last) = last else { continue };
        // A bare "basic" may be of earnings: then something between says that it dilutes.
        let told = [first, last].iter().any(|at| lines[*at].unit == Unit::Shares)
            || lines[first + 1..last].iter().any(|l| has(&l.plain, "dilutive"));
        if told && adds_up(&rows[first..=last]) {
            lines[first..=last].iter_mut().filter(|l| l.unit == Unit::Money).for_each(|l| l.unit = Unit::Shares);
        }
    }
}

fn is_of_shares(line: &Line, word: &str) -> bool {
    line.unit == Unit::Shares && has(&line.plain, word)
        || line.unit == Unit::Money && is_any(&line.plain, word)
        || line.unit == Unit::Money && has(&line.plain, word) && has_any(&line.plain, "shares|weighted average")
}

/// The lines above the last come to it in every column, and none is signed as money.
fn adds_up(rows: &[Row]) -> bool {
    let Some((last, above)) = rows.split_last() else { return false };
    let tried = (0..last.cells.len()).filter(|at| last.cells[*at].is_some()).gather();
    let figures = || rows.iter().flat_map(|r| r.cells.iter().flatten());
    let comes = |at: &usize| {
        let mut numbers = above.iter().filter_map(|r| r.cells.get(*at)?.as_ref()?.number());
        let sum = numbers.try_fold(Decimal::ZERO, exact::add);
        sum.is_some() && sum == last.cells[*at].as_ref().and_then(Figure::number)
    };
    !tried.is_empty() && tried.iter().all(comes) && figures().all(|f| f.symbol.is_none() && !f.percent)
}
