//! "1995" over "Quarter ended Sept. 30", "Dec. 31", "Mar. 31", "June 30": the name of a fiscal year, of which the first quarters
//! ended in the year before.

use time::{Date, Month};

use super::{
    Column,
    calendar::{Calendar, is_month_end},
    period::Period,
    said::said,
};
use crate::gather::Gather;

/// Sets right the years of columns under a year that is no year of the calendar.
pub fn settle(columns: &mut [Column], known: &Calendar) {
    let mut at = 0;
    while at < columns.len() {
        let year = year_above(&columns[at]);
        let end = (at + 1..columns.len()).find(|i| year_above(&columns[*i]) != year).unwrap_or(columns.len());
        if let Some(year) = year {
            of_one_year(&mut columns[at..end], year, known);
        }
        at = end;
    }
}

/// The year alone in a heading above the one that names a month.
fn year_above(column: &Column) -> Option<i32> {
    let heads = column.headings.iter().map(|h| said(h)).gather();
    let month = heads.iter().position(|one| one.month.is_some() && one.years == 0)?;
    heads[..month].iter().find(|one| one.years == 1 && one.month.is_none()).and_then(|one| one.year)
}

fn of_one_year(columns: &mut [Column], year: i32, known: &Calendar) {
    let months: Vec<u8> = columns.iter().filter_map(|c| c.period).map(|p| u8::from(p.end().month())).gather();
    let rises = months.windows(2).filter(|pair| pair[0] < pair[1]).count();
    let falls = months.windows(2).filter(|pair| pair[0] > pair[1]).count();
    // Months that rise and fall from column to column pass the end of a year of the calendar.
    if rises == 0 || falls == 0 {
        // Those that do not may be the first quarters of a fiscal year.
        if rises + falls >= 2 && known.ends_in_december() == Some(false) {
            for column in columns {
                column.period = None;
            }
        }
        return;
    }
    // Oldest first or newest first: the fiscal year ends in the last column or in the first.
    let last = if rises > falls { months[months.len() - 1] } else { months[0] };
    // A year that ends in its first weeks may be called after the one before.
    let ends = known.end_of(year).map(Date::year).or((last > 2).then_some(year));
    for column in columns {
        column.period = column.period.and_then(|period| {
            let before = u8::from(period.end().month()) > last;
            in_year(period, ends? - i32::from(before))
        });
    }
}

/// The same stretch in another year.
fn in_year(period: Period, year: i32) -> Option<Period> {
    let end = period.end();
    let last = end.month() == Month::February && is_month_end(end);
    let day = if last { end.month().length(year) } else { end.day() };
    let end = Date::from_calendar_date(year, end.month(), day).ok()?;
    match period {
        Period::Instant(_) => Some(Period::Instant(end)),
        Period::Duration { months, .. } => Period::months_to(end, months),
    }
}
