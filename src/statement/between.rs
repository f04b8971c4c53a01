//! Lines between two of one unit: where they lead from the first to the second by their sum, they are of that unit, with no word or
//! sign of it. "Stores open at beginning of year", opened, closed, "at end of year"; 35.0%, 3.1, (1.2), 36.9%.

use rust_decimal::Decimal;

use super::Line;
use crate::{
    exact,
    gather::Gather,
    table::{Figure, Printed, Row},
    vocabulary::Unit,
};

/// No list between the two is longer.
const LONGEST: usize = 12;

/// Gives lines of money that lead from one line to another the unit of both.
pub fn settle(lines: &mut [Line], rows: &[Row]) {
    let mut first: Option<usize> = None;
    for at in (0..lines.len()).filter(|at| !rows[*at].is_words()) {
        if lines[at].unit == Unit::Money {
            continue;
        }
        if let Some(from) = parts(lines, rows, at) {
            lines[from..at].iter_mut().for_each(|l| l.unit = Unit::Count);
        }
        if let Some(from) = first.filter(|from| {
            let unit = lines[*from].unit;
            let parts = at > from + 1 && at - from <= LONGEST && lines[at].unit == unit && unit != Unit::PerShare;
            parts && (leads(&rows[*from..=at], unit) || unit == Unit::Percent && is_of_a_whole(&rows[*from..=at]))
        }) {
            let unit = lines[from].unit;
            lines[from + 1..at].iter_mut().for_each(|l| l.unit = unit);
        }
        first = Some(at);
    }
}

/// Where the lines begin whose sum is a line of things: "Northeast", "West", "Total homes delivered".
fn parts(lines: &[Line], rows: &[Row], total: usize) -> Option<usize> {
    let part = |at: &usize| lines[*at].unit == Unit::Money && !rows[*at].is_words();
    let nearest = total.saturating_sub(LONGEST)..total;
    let from = nearest.rev().take_while(part).last().filter(|from| total - from > 1)?;
    let things = lines[total].unit == Unit::Count && is_plain(&rows[from..total]);
    (things && leads(&rows[from..=total], Unit::Count)).then_some(from)
}

/// The rows above the last come to it in every column, and none between is signed as money.
fn leads(rows: &[Row], unit: Unit) -> bool {
    let [_, between @ .., last] = rows else { return false };
    let tried = (0..last.cells.len()).filter(|at| last.cells[*at].is_some()).gather();
    let comes = |at: &usize| {
        let numbers = || rows.iter().filter_map(|r| r.cells.get(*at)?.as_ref());
        let (mut sum, mut room) = (Some(Decimal::ZERO), Decimal::ZERO);
        for figure in numbers().take(numbers().count().saturating_sub(1)) {
            sum = sum.zip(figure.number().or(Some(Decimal::ZERO))).and_then(|(sum, n)| exact::add(sum, n));
            if let Printed::Number { places, .. } = figure.printed {
                room = exact::add(room, exact::unit(places).unwrap_or_default()).unwrap_or(room);
            }
        }
        let total = last.cells[*at].as_ref().and_then(Figure::number);
        let gap = sum.zip(total).and_then(|(sum, total)| exact::sub(sum, total));
        // Only percentages are rounded each by itself.
        let most = if unit == Unit::Percent { exact::half(room) } else { Decimal::ZERO };
        gap.is_some_and(|gap| gap.abs() <= most)
    };
    is_plain(between) && !tried.is_empty() && tried.iter().all(comes)
}

/// From a hundred percent to what is left of it.
fn is_of_a_whole(rows: &[Row]) -> bool {
    let [first, between @ .., _] = rows else { return false };
    let mut numbers = first.cells.iter().flatten().filter_map(Figure::number).peekable();
    let small = |f: &Figure| f.number().is_none_or(|n| n.abs() <= Decimal::ONE_HUNDRED);
    numbers.peek().is_some()
        && numbers.all(|n| n == Decimal::ONE_HUNDRED)
        && between.iter().flat_map(|r| r.cells.iter().flatten()).all(small)
        && is_plain(between)
}

/// Amounts without a sign of money, and some.
fn is_plain(rows: &[Row]) -> bool {
    let mut figures = rows.iter().flat_map(|r| r.cells.iter().flatten()).peekable();
    figures.peek().is_some() && figures.all(|f| f.symbol.is_none())
}
