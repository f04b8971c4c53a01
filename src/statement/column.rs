//! The columns of a statement: printed headings and the period they stand for.

use super::{
    Column,
    calendar::Calendar,
    change::is_change,
    fiscal_spanner,
    period::{self, Period},
};
use crate::{
    gather::Gather,
    phrase::{begins, closes, has, has_any, is_any, trim},
    table::{Figure, Printed, Table},
    vocabulary::{StatementKind, Unit},
};

pub fn read(table: &Table, kind: StatementKind, title: &[&str], known: &Calendar) -> Vec<Column> {
    let instant = kind == StatementKind::BalanceSheet;
    let dated = table.columns.iter().any(|c| c.headings.iter().any(|h| is_dated(h)));
    let single = table.columns.len() == 1;
    let mut columns: Vec<Column> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, c)| Column {
            headings: c.headings.clone(),
            period: period::read(&c.headings, title, instant, dated || !single && c.headings.is_empty(), known),
            unit: if is_percent(table, at) || is_change(table, at) { Some(Unit::Percent) } else { unit(table, at) },
            ..Column::default()
        })
        .gather();
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

/// The figures of the column are percentages: most carry the sign, or the uppermost does, as the first of a column of money
/// carries its currency's. Rows that are percentages in every column say nothing of one.
fn is_percent(table: &Table, at: usize) -> bool {
    let rows = table.rows.iter().filter(|r| r.cells.iter().flatten().any(|f| f.number().is_some() && !f.percent));
    let figures: Vec<_> = rows.filter_map(|r| r.cells.get(at)?.as_ref()).filter(|f| f.number().is_some()).gather();
    let signs = figures.iter().filter(|f| f.percent).count();
    signs * 2 > figures.len()
        || figures.first().is_some_and(|f| f.percent) && figures.iter().all(|f| f.symbol.is_none())
}

/// What the amounts of a column count, where its lowest heading says, or for amounts a share any.
fn unit(table: &Table, at: usize) -> Option<Unit> {
    let headings = &table.columns[at].headings;
    // Years of maturity, or of purchase.
    let mut figures =
        table.rows.iter().filter_map(|r| r.cells.get(at)?.as_ref()).filter(|f| f.number().is_some()).peekable();
    if figures.peek().is_some() && figures.all(Figure::is_year) {
        return Some(Unit::Count);
    }
    let mut lowest = headings.last()?.to_ascii_lowercase();
    let all = headings.join(" ").to_ascii_lowercase();
    // "(in millions, except per share data)" speaks of the lines.
    if has_any(&lowest, "in thousands|in millions|in billions|except")
        && let Some(at) = lowest.find('(')
    {
        lowest.truncate(at);
    }
    // Whole words: "rate" stands in Corporate, "ratio" in Operations, "life" in Lifestyle.
    let says = |list: &str| lowest.split(|c: char| !c.is_ascii_alphabetic()).any(|word| is_any(word, list));
    let each = |words: &str| {
        has_any(words, "per share|per unit|per-share|per-unit|per square foot|per acre|per room")
            && !has_any(words, "except|data")
    };
    let rates = says("price|prices|average|averages|rate|rates|multiple|multiples") && are_rates(table, at);
    let low = headings[headings.len().saturating_sub(2)..].join(" ").to_ascii_lowercase();
    if each(&low) || headings.iter().any(|h| each(&h.to_ascii_lowercase())) || rates {
        Some(Unit::PerShare)
    } else {
        let counts = has_any(&lowest, "in years|(years)|square feet")
            || has_any(&low, "number of|square feet|full-time equivalent")
            || says("life|lives|yield|yields|ratio|ratios")
            || is_any(trim(&lowest, "(s). "), "note|ref|page");
        let shares = has_any(&lowest, "shares|number of")
            || has_any(&all, "number of options|number of units|number of awards")
            || lowest == "number" && has_any(&all, "options|shares|units|awards|warrants");
        shares.then_some(Unit::Shares).or(counts.then_some(Unit::Count))
    }
}

/// Whether the figures of a column are printed as prices and rates are: with decimals, and small. "Fixed rate" may head amounts.
fn are_rates(table: &Table, at: usize) -> bool {
    let figures = table.rows.iter().filter_map(|r| r.cells.get(at)?.as_ref()).filter(|f| f.number().is_some()).gather();
    let small = |f: &&Figure| f.number().is_some_and(|n| n.abs() < rust_decimal::Decimal::ONE_THOUSAND);
    let fine = |f: &&&Figure| f.percent || matches!(f.printed, Printed::Number { places: 1.., .. });
    figures.iter().copied().all(|f| small(&f)) && figures.iter().filter(fine).count() * 2 >= figures.len()
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
