//! The columns of a statement: printed headings and the period they stand for.

use super::{
    Column,
    calendar::Calendar,
    fiscal_spanner,
    period::{self, Period},
    worth,
};
use crate::{
    gather::Gather,
    phrase::{begins, closes, has, has_any},
    table::Table,
    vocabulary::{StatementKind, Unit},
};

pub fn read(table: &Table, kind: StatementKind, title: &[&str], known: &Calendar) -> Vec<Column> {
    let instant = kind == StatementKind::BalanceSheet;
    let dated = table.columns.iter().any(|c| c.headings.iter().any(|h| is_dated(h)));
    let single = table.columns.len() == 1;
    let mut columns: Vec<Column> = table
        .columns
        .iter()
        .map(|c| Column {
            headings: c.headings.clone(),
            period: period::read(&c.headings, title, instant, dated || !single && c.headings.is_empty(), known),
            ..Column::default()
        })
        .gather();
    worth::settle(table, &mut columns);
    share_month(&mut columns, instant, known);
    // What heads three columns alike heads none of them: what tells them apart was not understood.
    let alike = |c: &Column| c.headings == columns[0].headings && !c.headings.is_empty();
    if columns.len() > 2 && columns.iter().all(alike) {
        for column in &mut columns {
            column.period = None;
        }
    }
    name_by_order(&mut columns, title, instant, known);
    let rolls = || table.rows.iter().any(|r| has_any(&r.caption.to_ascii_lowercase(), "beginning"));
    let note = matches!(kind, StatementKind::Schedule | StatementKind::Other);
    if note && columns.iter().all(|c| c.period.is_none()) && !rolls() {
        for column in &mut columns {
            column.period = period::of_day(&column.headings, title, known);
        }
    }
    fiscal_spanner::settle(&mut columns, known);
    // A change is between two periods, and of neither.
    for column in columns.iter_mut().filter(|c| c.unit == Some(Unit::Percent)) {
        if has_any(&column.label().to_ascii_lowercase(), "change|increase|decrease|variance|growth") {
            column.period = None;
        }
    }
    columns
}

/// The lines of a title that may say what the columns are of. A day alone above the statement's name, or where there is no
/// name, is the page's.
pub fn said_above<'t>(title: &[&'t str], named_at: Option<usize>) -> Vec<&'t str> {
    let speaks = |at: usize, line: &str| {
        let lower = line.to_ascii_lowercase();
        named_at.is_some_and(|name| at >= name)
            || has_any(&lower, "ended|ending|as of|as at|month|week|quarter|year|period")
            || begins(&lower, "at |for ")
            || has(&lower, " at ") && closes(line, ":")
            || period::said(line).day.is_none()
    };
    title.iter().enumerate().filter(|(at, line)| speaks(*at, line)).map(|(_, line)| *line).gather()
}

fn is_dated(heading: &str) -> bool {
    let said = period::said(heading);
    said.month.is_some() || said.year.is_some()
}

/// "December 31, 1996" over the first column, "1995" over the next: the month is said once.
fn share_month(columns: &mut [Column], instant: bool, known: &Calendar) {
    let Some((first, rest)) = columns.split_first_mut() else { return };
    let Some(period) = first.period else { return };
    if rest.iter().any(|c| c.period.is_some()) {
        return;
    }
    for column in rest {
        let said = period::said(&column.label());
        if let Some(year) = said.year.filter(|_| said.years == 1 && said.month.is_none() && said.length.is_none())
            && let Some(end) = known.anniversary(period.end(), year)
        {
            column.period = match period.months() {
                _ if instant => Some(Period::Instant(end)),
                Some(months) => Period::months_to(end, months),
                None => None,
            };
        }
    }
}

/// "Fiscal 2003" and "Fiscal 2002" under "the fiscal years ended January 31, 2004 and February 1, 2003": years that end in the first
/// weeks of the next are called after the one before, as the order of the days shows.
fn name_by_order(columns: &mut [Column], title: &[&str], instant: bool, known: &Calendar) {
    let years = columns.iter().map(|c| said_year(&c.headings)).gather();
    for phrase in title.iter().rev() {
        let days = period::days(phrase);
        let next = |(year, day): (&Option<i32>, &period::Day)| {
            year.is_some_and(|year| day.year == Some(year + 1)) && u8::from(day.month) <= 2
        };
        if days.len() < 2 || days.len() != years.len() || !years.iter().zip(&days).all(next) {
            continue;
        }
        for (column, end) in columns.iter_mut().zip(days.into_iter().filter_map(period::Day::date)) {
            let year = || Period::months_to(end, 12).map(|p| known.started(p));
            column.period = if instant { Some(Period::Instant(end)) } else { year() };
        }
        return;
    }
}

/// The year that headings name, with no month.
fn said_year(headings: &[String]) -> Option<i32> {
    let said = period::said(&headings.join(" "));
    said.year.filter(|_| said.years == 1 && said.month.is_none() && said.quarter.is_none())
}

/// Whether the words near the title say audited, unaudited, or neither.
pub fn audited(title: &[&str], columns: &[Column]) -> Option<bool> {
    let said: Vec<String> = title
        .iter()
        .map(|t| t.to_ascii_lowercase())
        .chain(columns.iter().map(|c| c.label().to_ascii_lowercase()))
        .gather();
    if said.iter().any(|s| has(s, "unaudited")) {
        Some(false)
    } else if said.iter().any(|s| has(s, "audited")) {
        Some(true)
    } else {
        None
    }
}
