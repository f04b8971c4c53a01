//! The days a filing prints, and what they say of its fiscal years: where one ended, where the one before ended.
//!
//! Many companies end their year on a weekday ("the last Friday in September"), so that a year's end cannot be told from
//! another's. A day the filing prints is taken; one it does not print is told only where years end with a month.

use time::{Date, Duration, util::days_in_month};

use super::{Period, said};
use crate::{
    gather::{Gather, PushAll},
    order, phrase,
    table::Table,
};

/// Fiscal years of weeks end so many days around the same day of the calendar.
const AROUND: i64 = 7;

#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// Days printed in titles, headings and captions, in order.
    tables: Vec<Date>,
    /// Days printed anywhere, in order.
    all: Vec<Date>,
    /// What the filing calls its years, and the day each ended: "fiscal 2023 consisted of the 53 weeks ended February 3, 2024".
    named: Vec<(i32, Date)>,
    /// The ends of the fiscal years that the text lists together.
    listed: Vec<Date>,
    /// Month and day that the submission's header gives as the end of the fiscal year.
    year_end: Option<(u8, u8)>,
    /// The period that the header says is reported on.
    reported: Option<Date>,
}

impl Calendar {
    pub fn of(tables: &[Table], content: &str) -> Self {
        let mut found = Vec::new();
        for table in tables {
            let titles = table.title.iter().map(|w| w.text.as_str());
            let heads = table.columns.iter().flat_map(|c| c.headings.iter().map(String::as_str));
            let captions = table.rows.iter().map(|r| r.caption.as_str());
            for words in titles.chain(heads).chain(captions).filter(|w| phrase::has_any(w, "19|20|/")) {
                found.push_all(said::days(words).into_iter().filter_map(said::Day::date));
            }
            // "September 27," over "1996".
            for column in table.columns.iter().filter(|c| c.headings.len() > 1) {
                found.push_all(said::days(&column.headings.join(" ")).into_iter().filter_map(said::Day::date));
            }
        }
        let mut all = found.clone();
        for (at, _) in content.match_indices(',') {
            let year = phrase::cut(content, at + 2, at + 6);
            if phrase::begins(year, "19|20") && year.bytes().all(|b| b.is_ascii_digit()) {
                let from = (at.saturating_sub(16)..at).find(|i| content.is_char_boundary(*i)).unwrap_or(at);
                all.push_all(said::days(phrase::cut(content, from, at + 6)).into_iter().filter_map(said::Day::date));
            }
        }
        let mut named = named(content);
        named.append(&mut named_in_order(content));
        found.push_all(named.iter().map(|(_, end)| *end));
        Self {
            tables: sorted(&found),
            all: sorted(&all),
            named,
            listed: listed(content),
            year_end: month_and_day(header(content, "FISCAL YEAR END")),
            reported: reported(content),
        }
    }

    /// The end of a fiscal year as the submission's header gives it, where that year and the period reported on end with a month and
    /// the filing is of a year or of quarters of one.
    pub fn header_end(&self, year: i32) -> Option<Date> {
        let (month, day) = self.year_end?;
        let end = Date::from_calendar_date(year, time::Month::try_from(month).ok()?, day).ok()?;
        let reported = self.reported.filter(|d| is_month_end(*d) && d.year() + 1 >= year)?;
        // A year that ends in its first weeks may be called after the one before.
        let told = is_month_end(end) && month > 2 && self.months_into_year(reported)? % 3 == 0;
        (told && !self.has_weeks(end)).then_some(end)
    }

    /// The header says that the filing reports on a whole year, this one or a later one.
    pub fn reports_year(&self, year: i32) -> bool {
        self.reported.is_some_and(|d| d.year() >= year && self.months_into_year(d) == Some(12))
    }

    /// Whether fiscal years end as those of the calendar; `None` where the header does not say.
    pub fn ends_in_december(&self) -> Option<bool> {
        self.year_end.map(|(month, _)| month == 12)
    }

    /// How many months of its fiscal year have passed on a day; `None` where the filing does not say when its years end. Years of
    /// weeks may end in the first days of the next month.
    pub fn months_into_year(&self, day: Date) -> Option<u32> {
        let month = |month: u8, day: u8| u32::from(month) + 11 + u32::from(day > 7);
        let (end_month, end_day) = self.year_end?;
        let passed = (month(day.month().into(), day.day()) + 12 - month(end_month, end_day)) % 12;
        Some(if passed == 0 { 12 } else { passed })
    }

    /// The end of the year that the filing calls so; `None` where it does not say, or says it of several days.
    pub fn end_of(&self, year: i32) -> Option<Date> {
        let mut ends = self.named.iter().filter(|(name, _)| *name == year).map(|(_, end)| *end);
        let first = ends.next()?;
        ends.all(|end| end == first).then_some(first)
    }

    /// The end of a fiscal year, where the text lists them: "the fiscal years ended June 30, 1998 and 1997".
    pub fn listed_end(&self, year: i32) -> Option<Date> {
        let first = self.listed.first()?;
        let alike = self.listed.iter().all(|d| d.month() == first.month());
        self.listed.iter().copied().find(|d| alike && d.year() == year)
    }

    /// Whether the filing prints a day whole.
    pub fn prints(&self, day: Date) -> bool {
        has(&self.all, day)
    }

    /// The same day of another fiscal year: "September 27, 1996" for September 26 of 1996 in a filing that prints it.
    pub fn anniversary(&self, day: Date, year: i32) -> Option<Date> {
        let last = is_month_end(day);
        let number =
            if last { days_in_month(day.month(), year) } else { day.day().min(days_in_month(day.month(), year)) };
        let exact = Date::from_calendar_date(year, day.month(), number).ok()?;
        if exact == day || last && has(&self.tables, exact) {
            return Some(exact);
        }
        let close = |days: &[Date], weekday: bool| -> Option<Date> {
            let mut near = around(days, exact)
                .filter(|d| !weekday || d.weekday() == day.weekday())
                // January 1 opens the year that follows December 31.
                .filter(|d| !last || d.day() != 1);
            near.next().filter(|_| near.next().is_none())
        };
        let found = close(&self.tables, true).or_else(|| close(&self.tables, false));
        match found {
            Some(found) => Some(found),
            None if last && !self.has_weeks(day) => Some(exact),
            None => close(&self.all, true),
        }
    }

    /// Other years end some days off this month's end.
    fn has_weeks(&self, day: Date) -> bool {
        self.tables.iter().any(|d| {
            let end = Date::from_calendar_date(d.year(), day.month(), days_in_month(day.month(), d.year()));
            end.is_ok_and(|end| {
                *d < end && (end - *d).whole_days() < AROUND && !is_month_end(*d) && d.weekday() == day.weekday()
            })
        })
    }

    /// A stretch of fiscal weeks begins the day after the period before it ended, where the filing prints that day.
    pub fn started(&self, period: Period) -> Period {
        let Period::Duration { start, end, months } = period else { return period };
        let Some(before) = start.previous_day() else { return period };
        if has(&self.tables, before) {
            return period;
        }
        let whole_weeks = |d: &Date| (end - *d).whole_days() % 7 == 0 && d.weekday() == end.weekday();
        let mut near = around(&self.tables, before).filter(whole_weeks);
        match (near.next(), near.next()) {
            (Some(day), None) => day.next_day().map_or(period, |start| Period::Duration { start, end, months }),
            _ => period,
        }
    }
}

/// A value of the submission's header; empty where there is none.
fn header<'t>(content: &'t str, wanted: &str) -> &'t str {
    let stop = (0..=content.len().min(8000)).rev().find(|i| content.is_char_boundary(*i)).unwrap_or_default();
    let value =
        |line: &'t str| line.split_once(':').filter(|(name, _)| name.trim() == wanted).map(|(_, value)| value.trim());
    phrase::cut(content, 0, stop).lines().find_map(value).unwrap_or_default()
}

/// "1231".
fn month_and_day(value: &str) -> Option<(u8, u8)> {
    let found = (phrase::cut(value, 0, 2).parse().ok()?, phrase::cut(value, 2, 4).parse().ok()?);
    ((1..=12).contains(&found.0) && (1..=31).contains(&found.1) && value.len() == 4).then_some(found)
}

/// `CONFORMED PERIOD OF REPORT: 19961231`.
fn reported(content: &str) -> Option<Date> {
    let value = header(content, "CONFORMED PERIOD OF REPORT");
    let (month, day) = month_and_day(phrase::after(value, 4))?;
    Date::from_calendar_date(phrase::cut(value, 0, 4).parse().ok()?, time::Month::try_from(month).ok()?, day).ok()
}

/// The years that a text names and the days it says they ended: "Fiscal year 2022 ended on January 28, 2023", "the 52 weeks ended
/// January 28, 2023 ("fiscal 2022")".
fn named(content: &str) -> Vec<(i32, Date)> {
    let bytes = content.as_bytes();
    let mut found = Vec::new();
    for at in (0..bytes.len().saturating_sub(12)).filter(|at| bytes[at + 1..].starts_with(b"iscal ")) {
        let after = phrase::cut(content, at + 7, at + 16);
        let year = phrase::trim_start(after.strip_prefix("year ").unwrap_or(after), " \n\r");
        let Some(name) = phrase::cut(year, 0, 4).parse::<i32>().ok().filter(|y| (1980..2100).contains(y)) else {
            continue;
        };
        if let Some(day) = day_before(content, at).or_else(|| day_after(content, at + 11)) {
            // A year is called after the one it ends in, or the one before.
            if (0..=1).contains(&(day.year() - name)) {
                found.push((name, day));
            }
        }
    }
    found
}

/// What follows "fiscal year", up to its "ended" and for a while after it, where that is near.
fn after_fiscal_year(content: &str, most: usize) -> impl Iterator<Item = (String, String)> + '_ {
    let bytes = content.as_bytes();
    (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"iscal")).filter_map(move |at| {
        let end = (at + most..at + most + 4).find(|i| content.is_char_boundary(*i)).unwrap_or(content.len());
        let words = phrase::squeezed(phrase::cut(content, at + 5, end.min(content.len())));
        let words = words.trim_start().strip_prefix("year")?;
        let (lead, rest) = phrase::trim_start(words, "s").split_once(" ended")?;
        Some((lead.to_owned(), rest.to_owned()))
    })
}

/// "Fiscal years 1995 and 1994 ended February 3, 1996 and January 28, 1995, respectively": as many days as years.
fn named_in_order(content: &str) -> Vec<(i32, Date)> {
    let mut found = Vec::new();
    for (lead, rest) in after_fiscal_year(content, 180) {
        let words = lead.split(' ').map(|w| phrase::trim(w, ",")).filter(|w| !w.is_empty() && *w != "and");
        let years: Vec<Option<i32>> = words.map(|w| w.parse().ok().filter(|y| (1980..2100).contains(y))).gather();
        let days = said::days(rest.split(". ").next().unwrap_or_default());
        let days: Vec<Date> = days.into_iter().filter_map(said::Day::date).gather();
        let near = |(year, day): (&Option<i32>, &Date)| year.is_some_and(|year| (0..=1).contains(&(day.year() - year)));
        if years.len() > 1 && years.len() == days.len() && years.iter().zip(&days).all(near) {
            found.push_all(years.into_iter().flatten().zip(days));
        }
    }
    found
}

/// The month's ends that follow "fiscal years ended". A year that ends in its first weeks may be called after the one before.
fn listed(content: &str) -> Vec<Date> {
    let mut found = Vec::new();
    for (_, rest) in after_fiscal_year(content, 90).filter(|(lead, _)| lead.is_empty()) {
        let days = said::days(rest.split(" (").next().unwrap_or_default());
        found.push_all(days.into_iter().filter_map(said::Day::date).filter(|d| is_month_end(*d) && d.ordinal() > 60));
    }
    found
}

/// The first day after "ended", before another year is named.
fn day_after(content: &str, at: usize) -> Option<Date> {
    let end = (at + 110..at + 114).find(|i| content.is_char_boundary(*i)).unwrap_or(content.len()).min(content.len());
    let ahead = phrase::cut(content, at, end);
    let stop = ["iscal ", ". ", ".\n", ")"].iter().filter_map(|mark| ahead.find(mark)).min();
    let ahead = phrase::cut(ahead, 0, stop.unwrap_or(ahead.len()));
    let (_, day) = ahead.split_once(" ended").or_else(|| ahead.split_once(" ends"))?;
    said::days(day).first().copied().and_then(said::Day::date)
}

/// The day that a name in parentheses stands right behind.
fn day_before(content: &str, at: usize) -> Option<Date> {
    let start = (at.saturating_sub(44)..=at).find(|i| content.is_char_boundary(*i))?;
    let before = phrase::cut(content, start, at);
    let open = before.rfind('(').filter(|open| before.len() - open <= 8)?;
    let day = phrase::cut(before, 0, open).trim_end();
    let closes = day.len() >= 4 && day.bytes().rev().take(4).all(|b| b.is_ascii_digit());
    said::days(day).last().copied().and_then(said::Day::date).filter(|_| closes)
}

fn sorted(days: &[Date]) -> Vec<Date> {
    let mut days = order::by_key(days.to_vec(), |d| u64::try_from(d.to_julian_day()).unwrap_or_default());
    days.dedup();
    days
}

fn has(days: &[Date], day: Date) -> bool {
    days.binary_search(&day).is_ok()
}

/// The days within a week of a day.
fn around(days: &[Date], day: Date) -> impl Iterator<Item = Date> + '_ {
    let first = day.checked_sub(Duration::days(AROUND)).unwrap_or(day);
    let from = days.partition_point(|d| *d < first);
    days[from..].iter().copied().take_while(move |d| (*d - day).whole_days() <= AROUND)
}

pub fn is_month_end(day: Date) -> bool {
    day.day() == days_in_month(day.month(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::iso;

    fn calendar(prose: &str) -> Calendar {
        Calendar::of(&[], prose)
    }

    fn day(iso: &str) -> Date {
        let part = |from: usize, to: usize| iso[from..to].parse::<i32>().unwrap();
        let month = time::Month::try_from(u8::try_from(part(5, 7)).unwrap()).unwrap();
        Date::from_calendar_date(part(0, 4), month, u8::try_from(part(8, 10)).unwrap()).unwrap()
    }

    #[test]
    fn years_that_end_with_a_month() {
        let none = calendar("");
        assert_eq!(none.anniversary(day("1996-12-31"), 1995).map(iso).as_deref(), Some("1995-12-31"));
        assert_eq!(none.anniversary(day("1996-02-29"), 1995).map(iso).as_deref(), Some("1995-02-28"));
    }

    #[test]
    fn years_called_after_the_year_before() {
        let prose = "Fiscal year 2023 consisted of the 53 weeks ended on February 3, 2024 (\"fiscal 2023\"). Results for the 52\n\
            weeks ended January 28, 2023 (\"fiscal 2022\") and fiscal 2021 follow.";
        let said = calendar(prose);
        assert_eq!(said.end_of(2023).map(iso).as_deref(), Some("2024-02-03"));
        assert_eq!(said.end_of(2022).map(iso).as_deref(), Some("2023-01-28"));
        assert_eq!(said.end_of(2021), None);
    }

    #[test]
    fn years_named_in_order() {
        let prose = "Fiscal years 1995, 1994 and\n1993 ended February 3, 1996, January 28, 1995 and January 29, 1994, respectively.";
        let said = calendar(prose);
        assert_eq!(said.end_of(1994).map(iso).as_deref(), Some("1995-01-28"));
        assert_eq!(said.end_of(1993).map(iso).as_deref(), Some("1994-01-29"));
    }

    #[test]
    fn years_of_weeks_need_their_day_printed() {
        let prose =
            "The fiscal years 1997 and 1996 ended on September 26, 1997, and September 27, 1996; due October 1, 1996.";
        let printed = calendar(prose);
        assert_eq!(printed.anniversary(day("1997-09-26"), 1996).map(iso).as_deref(), Some("1996-09-27"));
        assert_eq!(printed.anniversary(day("1997-09-26"), 1995), None);
    }
}
