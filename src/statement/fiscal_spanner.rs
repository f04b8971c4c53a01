//! A year over several columns, and what they say below it: "1995" over "Quarter ended Sept. 30", "Dec. 31", "Mar. 31", "June 30", or
//! "Year ended June 30, 1995" over "First Quarter" to "Fourth Quarter".
//!
//! The year is then that of the company, of which the first quarters may have ended in the year before; and its length, or its last
//! day, is not that of the columns.

use time::{Date, util::days_in_month};

use super::{
    Column,
    calendar::{Calendar, is_month_end},
    period::Period,
    said::{Length, Said, said},
};
use crate::gather::Gather;

/// What stands over the columns of one year.
#[derive(Clone, Copy, PartialEq)]
struct Spanner {
    year: i32,
    /// "Year ended June 30, 1995": where it ends.
    end: Option<Date>,
    /// It says that it is a year, not only which.
    whole: bool,
}

/// Sets right the periods of columns under a year.
pub fn settle(columns: &mut [Column], known: &Calendar) {
    let mut at = 0;
    while at < columns.len() {
        let over = Spanner::over(&columns[at]).map(|(spanner, _)| spanner);
        let same = |c: &Column| Spanner::over(c).map(|(spanner, _)| spanner) == over;
        let end = (at + 1..columns.len()).find(|i| !same(&columns[*i])).unwrap_or(columns.len());
        if let Some(over) = over {
            over.numbered(&mut columns[at..end]);
            over.named(&mut columns[at..end], known);
        }
        at = end;
    }
}

impl Spanner {
    /// The spanner of a column, and what the headings below it say.
    fn over(column: &Column) -> Option<(Self, Said)> {
        let is_year = |length: Length| matches!(length, Length::Months(12) | Length::Weeks(52 | 53));
        let of_year = |one: &Said| {
            one.years == 1
                && one.lengths <= 1
                && one.length.is_none_or(|l| is_year(l) || l == Length::Months(3))
                && one.quarter.is_none()
        };
        let at = column.headings.iter().position(|h| of_year(&said(h)))?;
        let (one, below) = (said(&column.headings[at]), &column.headings[at + 1..]);
        if below.is_empty() {
            return None;
        }
        let year = one.year?;
        let end = one.month.and_then(|month| {
            let last = days_in_month(month, year);
            Date::from_calendar_date(year, month, one.day.unwrap_or(last).min(last)).ok()
        });
        let whole = one.length.is_some_and(is_year);
        // A day over columns says when they are of, and not what year.
        (end.is_none() || whole).then(|| (Self { year, end, whole }, said(&below.join(" "))))
    }

    /// "First", "Second", "Third", "Fourth" under a year that says when it ended.
    fn numbered(self, columns: &mut [Column]) {
        let Some(end) = self.end else { return };
        for column in columns {
            let Some(number) =
                Self::over(column).and_then(|(_, below)| below.quarter.filter(|_| below.month.is_none()))
            else {
                continue;
            };
            let before = Period::months_to(end, 3 * (4 - u32::from(number)));
            column.period = match before {
                _ if number == 4 => Period::months_to(end, 3),
                // Weeks do not part a year evenly.
                Some(Period::Duration { start, .. }) if is_month_end(end) => {
                    start.previous_day().and_then(|last| Period::months_to(last, 3))
                }
                _ => None,
            };
        }
    }

    /// Columns that name their months under a year.
    fn named(self, columns: &mut [Column], known: &Calendar) {
        let below = |c: &Column| Self::over(c).map(|(_, below)| below).filter(|b| b.month.is_some() && b.years == 0);
        let months: Vec<u8> = columns.iter().filter_map(below).filter_map(|b| b.month).map(u8::from).gather();
        let rises = months.windows(2).filter(|pair| pair[0] < pair[1]).count();
        let falls = months.windows(2).filter(|pair| pair[0] > pair[1]).count();
        if rises + falls < 2 {
            return;
        }
        // Months that rise and fall from column to column pass the end of a year of the calendar. Oldest first or newest first, the
        // fiscal year ends in the last column or in the first; those that do not may be the first quarters of any year.
        let turns = rises > 0 && falls > 0;
        let last = match self.end {
            Some(end) => Some(u8::from(end.month())),
            None if turns => Some(if rises > falls { months[months.len() - 1] } else { months[0] }),
            None if known.ends_in_december() == Some(false) => None,
            None => Some(12),
        };
        // A year that ends in its first weeks may be called after the one before.
        let told = || last.filter(|last| *last > 2).map(|_| self.year);
        let year = self.end.or_else(|| known.end_of(self.year)).map(Date::year).or_else(told);
        for column in columns {
            let Some(below) = below(column) else { continue };
            let of = |month: u8| Some(year? - i32::from(month > last?));
            let end = below.month.and_then(|month| day(below, of(u8::from(month))?));
            column.period = end.and_then(|end| match column.period {
                Some(Period::Instant(_)) => Some(Period::Instant(end)),
                // The year's length is not that of its parts.
                None | Some(Period::Duration { months: 12, .. }) if self.whole && below.length.is_none() => {
                    Period::months_to(end, 3)
                }
                Some(Period::Duration { months, .. }) => Period::months_to(end, months),
                None => None,
            });
        }
    }
}

fn day(of: Said, year: i32) -> Option<Date> {
    let month = of.month?;
    let last = days_in_month(month, year);
    Date::from_calendar_date(year, month, of.day.unwrap_or(last).min(last)).ok()
}
