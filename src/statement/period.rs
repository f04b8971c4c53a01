//! Periods: what dates and lengths the words above a column stand for.

use time::{Duration, Month, util::days_in_month};

use super::{
    calendar::{Calendar, is_month_end},
    said::{Length, Said},
};
use crate::phrase::{begins, has_any};

pub use super::said::{Day, days, month, said};
pub use time::Date;

/// What a column's amounts are of: a day, or a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    Instant(Date),
    Duration { start: Date, end: Date, months: u32 },
}

impl Period {
    pub fn end(self) -> Date {
        match self {
            Self::Instant(day) => day,
            Self::Duration { end, .. } => end,
        }
    }

    pub fn months(self) -> Option<u32> {
        match self {
            Self::Instant(_) => None,
            Self::Duration { months, .. } => Some(months),
        }
    }

    /// A stretch of so many months that ends on a day. A month that ends on its last day began on a first; other ends
    /// are those of fiscal weeks, 13 to a quarter.
    pub fn months_to(end: Date, months: u32) -> Option<Self> {
        let last_day = end.day() == days_in_month(end.month(), end.year());
        let start = if last_day {
            let back = i32::try_from(months).ok()? - 1;
            let index = end.year() * 12 + i32::from(u8::from(end.month())) - 1 - back;
            let month = Month::try_from(u8::try_from(index.rem_euclid(12)).ok()? + 1).ok()?;
            Date::from_calendar_date(index.div_euclid(12), month, 1).ok()?
        } else {
            return Self::weeks_to(end, i64::from(months) * 13 / 3);
        };
        Some(Self::Duration { start, end, months })
    }

    pub fn weeks_to(end: Date, weeks: i64) -> Option<Self> {
        let start = end.checked_sub(Duration::days(weeks * 7 - 1))?;
        let months = u32::try_from((weeks * 12 + 26) / 52).ok()?;
        Some(Self::Duration { start, end, months })
    }
}

/// ISO 8601.
pub fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// The period of a column: its lowest heading counts most, then those above it, then the title.
///
/// Where other columns name their own days, a column that names none has none: the title speaks of the others.
pub fn read(
    headings: &[String],
    title: &[&str],
    instant: bool,
    others_dated: bool,
    known: &Calendar,
) -> Option<Period> {
    let mut sum = Said::default();
    for phrase in headings.iter().rev() {
        let one = said(phrase);
        if sum.month.is_none() && one.month.is_some() {
            (sum.month, sum.day) = (one.month, one.day);
        }
        if sum.year.is_none() && one.years == 1 {
            sum.year = one.year;
        }
        if sum.length.is_none() && one.lengths == 1 {
            sum.length = one.length;
        }
        sum.quarter = sum.quarter.or(one.quarter);
    }
    // "September" over "26, 1997".
    if sum.month.is_some() && sum.day.is_none() {
        let all = said(&headings.join(" "));
        sum.day = all.day.filter(|_| all.month == sum.month && all.years <= 1);
    }
    sum.length = sum.length.or(sum.quarter.map(|_| Length::Months(3)));
    // "Fifty-three" over "Weeks Ended".
    if sum.length.is_none() && headings.len() > 1 {
        sum.length = Some(said(&headings.join(" "))).filter(|one| one.lengths == 1).and_then(|one| one.length);
    }
    // "Year" over "to Date".
    let to_date = || has_any(&headings.join(" ").to_ascii_lowercase(), "to date|to-date|ytd");
    if matches!(sum.length, None | Some(Length::Months(12))) && to_date() {
        sum.length = Some(Length::ToDate);
    }
    let dated = sum.month.is_some() || sum.year.is_some();
    if is_change(headings) || !dated && (others_dated || is_aside(headings)) {
        return None;
    }
    if !instant {
        let printed = (0..headings.len()).rev().find_map(|from| range(&headings[from..].join(" "), sum.year));
        if let Some(range) = printed.or_else(|| said_range(title, sum)) {
            return range;
        }
        // Of two months one belongs to another column, or to a year over this one.
        let other = |h: &String| said(h).month.is_some_and(|month| Some(month) != sum.month);
        if is_part(headings, title, sum) || headings.iter().any(other) {
            return None;
        }
    }
    let end = match (sum.month, sum.year) {
        (Some(month), Some(year)) => whole(month, sum.day, year),
        (None, Some(year)) => title.iter().rev().find_map(|phrase| in_year(phrase, year, known))?,
        (Some(month), None) => {
            let mut years = title.iter().rev().map(|phrase| said(phrase)).filter(|one| one.years > 0);
            whole(month, sum.day, years.next().filter(|one| one.years == 1).and_then(|one| one.year)?)
        }
        (None, None) => {
            let mut named = title.iter().rev().map(|phrase| days(phrase)).filter(|days| !days.is_empty());
            match named.next()?.as_slice() {
                [day] => whole(day.month, day.day, day.year?),
                _ => None,
            }
        }
    }?;
    if instant {
        return Some(Period::Instant(end));
    }
    let length = sum.length.or_else(|| {
        // "Earnings up 29% YTD" above every page speaks of no column.
        let speaks = |one: &Said| one.lengths > 0 && (one.length != Some(Length::ToDate) || one.month.is_some());
        // "Notes payable at December 31, 2000, by year due" speaks of a day.
        let of_day = |phrase: &&&str| {
            let lower = phrase.to_ascii_lowercase();
            has_any(&lower, " at |as of |as at ") && !has_any(&lower, "ended|ending|for the ")
        };
        let lengths = title.iter().rev().filter(|p| !of_day(p)).map(|phrase| said(phrase)).filter(speaks);
        let near = lengths.take(1).find(|one| one.lengths == 1).and_then(|one| one.length);
        near.or_else(|| title.iter().rev().find_map(|phrase| clause(phrase, end.year())))
    })?;
    let period = match length {
        Length::Months(n) => Period::months_to(end, n),
        Length::Weeks(n) => return Period::weeks_to(end, i64::from(n)),
        Length::ToDate if headings.iter().any(|h| has_any(&h.to_ascii_lowercase(), "inception|cumulative")) => None,
        Length::ToDate => Period::months_to(end, known.months_into_year(end)?),
    };
    period.map(|p| known.started(p))
}

/// "Years Ended October 31, 1997 and 1996 and the Ten Months Ended October 31, 1995": the length said of a year.
fn clause(phrase: &str, year: i32) -> Option<Length> {
    let lower = phrase.to_ascii_lowercase();
    let parts: Vec<&str> = lower.split_terminator("ended").collect();
    let mut told = parts.windows(2).filter(|pair| days(pair[1]).iter().any(|day| day.year == Some(year)));
    let before = told.next().filter(|_| told.next().is_none())?[0];
    // After the years of the clause before.
    let from = before.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let one = said(crate::phrase::after(before, from));
    one.length.filter(|_| one.lengths == 1 && one.years == 0)
}

/// The day a title says that the columns of years are of: "Accrued liabilities at December 31 were:".
pub fn of_day(headings: &[String], title: &[&str], known: &Calendar) -> Option<Period> {
    // "2026 Notes" are no amounts of 2026.
    let year = |h: &String| h.len() == 4 && h.bytes().all(|b| b.is_ascii_digit());
    let one = said(headings.last().filter(|h| year(h))?);
    let phrase = title.iter().rev().find(|phrase| !days(phrase).is_empty() || said(phrase).lengths > 0)?;
    let lower = phrase.to_ascii_lowercase();
    let day = has_any(&lower, " at |as of |as at ") && !has_any(&lower, "ended|ending|for the |year");
    // Where the phrase names years, no other is meant: payments of later years are due.
    let named = days(phrase);
    let other = named.iter().any(|d| d.year.is_some()) && !named.iter().any(|d| d.year == one.year);
    if !day || other || one.years != 1 || headings.iter().any(|h| said(h).month.is_some()) {
        return None;
    }
    read(headings, &[phrase], true, false, known)
}

/// Headings of what is no period: a share of the whole, a note.
fn is_aside(headings: &[String]) -> bool {
    headings.iter().any(|h| has_any(&h.to_ascii_lowercase(), "%|percent|note|page|reference|(years)|in years|life"))
}

/// "Change", "Increase (decrease)": of two periods, not of one.
fn is_change(headings: &[String]) -> bool {
    const WORDS: &str = "change|% change|percent change|increase|% increase|(decrease|incr|(decr|favorable|(unfavorable|better|\
        (worse|variance|difference";
    headings.iter().any(|h| begins(&h.to_ascii_lowercase(), WORDS))
}

/// Headings of a part of the year, or of more than it, that do not say when it began or ended: the title's day and length are
/// those of other columns. A quarter's end is said by a title of quarters, and the fourth's by that of the year.
fn is_part(headings: &[String], title: &[&str], sum: Said) -> bool {
    let part = |h: &String| has_any(&h.to_ascii_lowercase(), "inception|cumulative|since |half");
    if (sum.month.is_none() || sum.length.is_none()) && headings.iter().any(part) {
        return true;
    }
    let of_quarter = |phrase: &&str| {
        let one = said(phrase);
        one.month.is_some() && one.lengths == 1 && one.length != Some(Length::Months(12))
    };
    sum.month.is_none() && sum.quarter.is_some_and(|q| q < 4) && !title.iter().any(of_quarter)
}

/// "... and the period from May 1, 1996 (inception) to December 31, 1996", said above a column of 1996 alone.
#[allow(clippy::option_option, reason = "as of `range`")]
fn said_range(title: &[&str], sum: Said) -> Option<Option<Period>> {
    if sum.month.is_some() || sum.length.is_some() {
        return None;
    }
    title.iter().rev().find_map(|phrase| {
        let (_, stretch) = phrase.rsplit_once(" from ")?;
        let found = range(stretch, None)?;
        let named = found.is_none_or(|p| sum.year.is_none_or(|year| p.end().year() == year));
        named.then_some(found)
    })
}

/// "July 22 to September 30", "March 3, 1995 (inception) through December 31, 1996": a stretch named by its two ends. The
/// outer `None` says that the words name none.
#[allow(clippy::option_option, reason = "no stretch named, and one whose year cannot be told, are two answers")]
fn range(heading: &str, year: Option<i32>) -> Option<Option<Period>> {
    let words = heading.to_ascii_lowercase();
    let days = days(&words);
    let [first, last] = days.as_slice() else { return None };
    if !has_any(&words, " to | through | thru | - | – ") || first.day.is_none() || last.day.is_none() {
        return None;
    }
    let stretch = || {
        let last_year = last.year.or(year)?;
        let end = whole(last.month, last.day, last_year)?;
        let start = whole(first.month, first.day, first.year.unwrap_or(last_year))?;
        let months = u32::try_from(((end - start).whole_days() * 12 + 182) / 365).ok()?;
        (start < end).then_some(Period::Duration { start, end, months })
    };
    Some(stretch())
}

fn whole(month: Month, day: Option<u8>, year: i32) -> Option<Date> {
    let last = days_in_month(month, year);
    Date::from_calendar_date(year, month, day.unwrap_or(last).min(last)).ok()
}

/// The day a phrase means for a year: the one it names of that year, else the same day where years end with a month. The
/// outer `None` says that the phrase names no day.
#[allow(clippy::option_option, reason = "no day named, and a day that cannot be told, are two answers")]
fn in_year(phrase: &str, year: i32, known: &Calendar) -> Option<Option<Date>> {
    let days = days(phrase);
    let first = *days.first()?;
    let mut named = days.iter().filter(|d| d.year == Some(year));
    if let Some(day) = named.next() {
        return Some(whole(day.month, day.day, year).filter(|_| named.all(|d| d == day)));
    }
    if days.iter().any(|d| (d.month, d.day) != (first.month, first.day)) {
        return Some(None);
    }
    Some(match first.year.and_then(|y| whole(first.month, first.day, y)) {
        Some(day) => known.anniversary(day, year),
        // "September 26," said once over several years holds for a year only where the filing prints it whole.
        None => whole(first.month, first.day, year).filter(|day| is_month_end(*day) || known.prints(*day)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(headings: &[&str], title: &[&str], instant: bool) -> String {
        let headings: Vec<String> = headings.iter().map(|h| (*h).to_owned()).collect();
        match read(&headings, title, instant, false, &Calendar::default()) {
            None => "unknown".into(),
            Some(Period::Instant(day)) => iso(day),
            Some(Period::Duration { start, end, months }) => format!("{} to {}, {months} months", iso(start), iso(end)),
        }
    }

    #[test]
    fn headings() {
        assert_eq!(period(&["December 31,", "2003"], &[], true), "2003-12-31");
        assert_eq!(period(&["Balance as of", "September", "26, 1997"], &[], true), "1997-09-26");
        assert_eq!(period(&["June 30, 2003", "(unaudited)"], &[], true), "2003-06-30");
        assert_eq!(
            period(&["Three months ended", "December 31,", "2003"], &[], false),
            "2003-10-01 to 2003-12-31, 3 months"
        );
        assert_eq!(period(&["Six Months Ended", "Feb 29,", "2004"], &[], false), "2003-09-01 to 2004-02-29, 6 months");
        assert_eq!(
            period(&["2002"], &["Years ended December 31, 2003, 2002 and 2001"], false),
            "2002-01-01 to 2002-12-31, 12 months"
        );
        assert_eq!(period(&["13 Weeks Ended", "Sept. 27,", "1998"], &[], false), "1998-06-29 to 1998-09-27, 3 months");
        assert_eq!(
            period(&["Period from March 3, 1995 (inception) to December 31, 1996"], &[], false),
            "1995-03-03 to 1996-12-31, 22 months"
        );
        assert_eq!(
            period(&["Three Months Ended", "2023", "July 22 to September 30"], &[], false),
            "2023-07-22 to 2023-09-30, 2 months"
        );
        assert_eq!(period(&["December 31,", "1996", "Change"], &[], true), "unknown");
        // Nobody says when the year began.
        assert_eq!(period(&["Year to Date", "September 30,", "1996"], &[], false), "unknown");
        assert_eq!(period(&["1996"], &["Year to date ended September 30, 1996"], false), "unknown");
        // Two lengths in the title cannot settle a column.
        assert_eq!(period(&["2003"], &["Three and nine months ended, quarter ended September 30"], false), "unknown");
        assert_eq!(period(&["Amount"], &[], false), "unknown");
        assert_eq!(
            period(&["Successor", "Period from", "May 1, 1997 to", "Dec. 31, 1997"], &[], false),
            "1997-05-01 to 1997-12-31, 8 months"
        );
        assert_eq!(
            period(&["Fifty-three", "Weeks Ended", "February 3, 2001"], &[], false),
            "2000-01-30 to 2001-02-03, 12 months"
        );
    }

    #[test]
    fn stretches_said_above() {
        let title = ["Year ended December 31, 1997 and the period from May 1 (inception) through December 31, 1996"];
        assert_eq!(period(&["1997"], &title, false), "1997-01-01 to 1997-12-31, 12 months");
        assert_eq!(period(&["1996"], &title, false), "1996-05-01 to 1996-12-31, 8 months");
        let title = ["Years Ended October 31, 1997 and 1996 and the Ten Months Ended October 31, 1995"];
        assert_eq!(period(&["1996"], &title, false), "1995-11-01 to 1996-10-31, 12 months");
        assert_eq!(period(&["1995"], &title, false), "1995-01-01 to 1995-10-31, 10 months");
        let title = ["For the years ended December 31, 2002 and 2001"];
        assert_eq!(period(&["2002", "First"], &title, false), "unknown");
        assert_eq!(period(&["First half", "2002"], &title, false), "unknown");
        assert_eq!(period(&["2002", "Cumulative"], &title, false), "unknown");
    }
}
