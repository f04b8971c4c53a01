//! Periods: what dates and lengths the words above a column stand for.

use time::{Duration, Month, util::days_in_month};

use super::Statement;
use crate::{
    phrase::{begins, is_any, is_letter_or_digit, trim, trim_end},
    vocabulary::StatementKind,
};

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

/// What one phrase says of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub month: Option<Month>,
    pub day: Option<u8>,
    pub year: Option<i32>,
    pub length: Option<Length>,
    /// The phrase names more than one year or length, so that it cannot settle a column.
    pub years: usize,
    pub lengths: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Months(u32),
    Weeks(u32),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

pub fn month(word: &str) -> Option<Month> {
    let word = trim_end(word, ".");
    let at = MONTHS.iter().position(|m| {
        *m == word || word.len() >= 3 && word.len() <= 4 && m.starts_with(word) || word == "sept" && *m == "september"
    })?;
    Month::try_from(u8::try_from(at).ok()? + 1).ok()
}

fn count(word: &str) -> Option<u32> {
    const WORDS: [(&str, u32); 16] = [
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("six", 6),
        ("nine", 9),
        ("ten", 10),
        ("twelve", 12),
        ("thirteen", 13),
        ("fourteen", 14),
        ("twenty-six", 26),
        ("twenty-seven", 27),
        ("thirty-nine", 39),
        ("forty", 40),
        ("fifty-two", 52),
        ("fifty-three", 53),
    ];
    WORDS.iter().find(|w| w.0 == word).map(|w| w.1).or_else(|| word.parse().ok().filter(|n| *n <= 60))
}

/// Reads what a phrase says of time.
pub fn said(phrase: &str) -> Said {
    let lower = phrase.to_ascii_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !(is_letter_or_digit(c) || c == '-' || c == '\'' || c == '’'))
        .map(|w| trim(w, "-"))
        .filter(|w| !w.is_empty())
        .collect();
    let mut said = Said::default();
    let add_year = |said: &mut Said, year: i32| {
        if said.year != Some(year) {
            said.years += 1;
        }
        said.year = Some(year);
    };
    for (i, word) in words.iter().enumerate() {
        let next = words.get(i + 1).copied().unwrap_or_default();
        let before = i.checked_sub(1).map_or("", |b| words[b]);
        if let Some(m) = month(word).filter(|_| *word != "may" || next.starts_with(|c: char| c.is_ascii_digit())) {
            said.month = Some(m);
            said.day = next.parse().ok().filter(|d| (1..=31).contains(d));
        } else if word.len() == 4 && begins(word, "19|20") {
            if let Ok(year) = word.parse() {
                add_year(&mut said, year);
            }
        } else if word.starts_with("month") {
            if let Some(n) = count(before).or_else(|| word_before(before)).filter(|n| *n <= 24) {
                add_length(&mut said, Length::Months(n));
            }
        } else if word.starts_with("week") {
            if let Some(n) = count(before) {
                add_length(&mut said, Length::Weeks(n));
            }
        } else if is_any(word, "quarter|quarters|quarterly") {
            add_length(&mut said, Length::Months(3));
        } else if is_any(word, "year|years|annual|twelve-month") && before != "per" && next != "ago" {
            add_length(&mut said, Length::Months(12));
        }
    }
    said
}

/// "three-month".
fn word_before(word: &str) -> Option<u32> {
    word.strip_suffix("-month").and_then(count)
}

fn add_length(said: &mut Said, length: Length) {
    if said.length != Some(length) {
        said.lengths += 1;
    }
    said.length = Some(length);
}

/// The period of a column: its lowest heading counts most, then those above it, then the title.
pub fn read(headings: &[String], title: &[&str], instant: bool) -> Option<Period> {
    let mut sum = Said::default();
    let phrases =
        headings.iter().rev().map(String::as_str).map(|p| (p, true)).chain(title.iter().rev().map(|p| (*p, false)));
    for (phrase, own) in phrases {
        let one = said(phrase);
        if sum.month.is_none() && one.month.is_some() {
            (sum.month, sum.day) = (one.month, one.day);
        }
        if sum.year.is_none() && one.years == 1 {
            sum.year = one.year;
        }
        if sum.length.is_none() && one.lengths == 1 && (own || !instant) {
            sum.length = one.length;
        }
    }
    resolve(sum, instant)
}

fn resolve(sum: Said, instant: bool) -> Option<Period> {
    let (month, year) = (sum.month?, sum.year?);
    let day = sum.day.unwrap_or_else(|| days_in_month(month, year)).min(days_in_month(month, year));
    let end = Date::from_calendar_date(year, month, day).ok()?;
    if instant {
        return Some(Period::Instant(end));
    }
    match sum.length? {
        Length::Months(n) => Period::months_to(end, n),
        Length::Weeks(n) => Period::weeks_to(end, i64::from(n)),
    }
}

/// Gives columns that name only a year the fiscal year end that other statements of the file state.
pub fn complete(statements: &mut [Statement]) {
    let ends: Vec<(Date, u32)> = statements
        .iter()
        .flat_map(|s| &s.columns)
        .filter_map(|c| c.period.and_then(|p| p.months().map(|m| (p.end(), m))))
        .filter(|(_, m)| *m == 12)
        .collect();
    for statement in statements.iter_mut().filter(|s| s.kind != StatementKind::BalanceSheet) {
        for column in statement.columns.iter_mut().filter(|c| c.period.is_none()) {
            let one = said(&column.label());
            if one.years == 1
                && one.month.is_none()
                && one.length.is_none_or(|l| l == Length::Months(12))
                && let Some(end) = ends.iter().find(|(d, _)| Some(d.year()) == one.year)
            {
                column.period = Period::months_to(end.0, 12);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(headings: &[&str], title: &[&str], instant: bool) -> String {
        let headings: Vec<String> = headings.iter().map(|h| (*h).to_owned()).collect();
        match read(&headings, title, instant) {
            None => "unknown".into(),
            Some(Period::Instant(day)) => iso(day),
            Some(Period::Duration { start, end, months }) => format!("{} to {}, {months} months", iso(start), iso(end)),
        }
    }

    #[test]
    fn headings() {
        assert_eq!(period(&["December 31,", "2003"], &[], true), "2003-12-31");
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
        // Two lengths in the title cannot settle a column.
        assert_eq!(period(&["2003"], &["Three and nine months ended, quarter ended September 30"], false), "unknown");
        assert_eq!(period(&["Amount"], &[], false), "unknown");
    }
}
