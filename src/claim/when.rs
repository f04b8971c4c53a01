//! When: the period a clause speaks of, and what it means on this filing's calendar.

use time::{Date, Duration, Month};

use super::paragraph::{Paragraph, Word};
use crate::{
    gather::{Gather, PushAll},
    order,
    phrase::{has, is_any},
    statement::{Period, Statement},
};

/// A period as a clause names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// "the fourth quarter", "the fourth quarter of 2002", "Q4'03".
    Quarter { number: u32, year: Option<i32> },
    /// "the year ended December 31, 2003", "the six months ended June 30, 2003".
    Ended { months: u32, month: Option<Month>, day: Option<u8>, year: Option<i32> },
    /// "2003" in a headline, "fiscal 2003", "for 2003".
    Year(i32),
    /// "the first half of 2004", "the first nine months": from the year's begin.
    ToDate { months: u32, year: Option<i32> },
    /// "for the year", "in the quarter": the latest of that length.
    Latest(u32),
    /// "the same period last year", "a year ago".
    YearBefore,
    /// "At March 31, 2004", "as of December 31, 2003".
    Day(Date),
}

/// What the filing's own periods say about "the quarter" and "the year".
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// Durations that head columns, latest first.
    periods: Vec<Period>,
    /// The number of the latest quarter, when the prose names one.
    quarter: Option<u32>,
}

const ORDINALS: [(&str, u32); 8] =
    [("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4)];

/// The periods that a clause names, each with the index of the word that tells it.
pub fn read(words: &[Word<'_>]) -> Vec<(usize, When)> {
    let lower: Vec<String> = words.iter().map(Word::lower).gather();
    let get = |i: usize| lower.get(i).map(String::as_str).unwrap_or_default();
    let mut found: Vec<(usize, When)> = Vec::new();
    for (i, word) in lower.iter().map(String::as_str).enumerate() {
        let same = is_any(word, "same|comparable|corresponding")
            && (i..i + 6).any(|j| is_any(get(j), "last|prior|previous|ago") || get(j).parse::<i32>().is_ok());
        if same || word == "year-ago" || word == "year" && get(i + 1) == "ago" {
            found.push((i, When::YearBefore));
        } else if let Some((months, at)) = to_date(&get, i) {
            found.push((i, When::ToDate { months, year: (at..at + 4).find_map(|j| year(get(j))) }));
        } else if let Some(number) = ordinal(word).filter(|_| get(i + 1) == "quarter" || get(i + 2) == "quarter") {
            let at = if get(i + 1) == "quarter" { i + 1 } else { i + 2 };
            let year = (at..at + 4).find_map(|j| year(get(j)));
            found.push((i, When::Quarter { number, year }));
        } else if let Some((number, year)) = short_quarter(word) {
            found.push((i, When::Quarter { number, year: year.or_else(|| self::year(get(i + 1))) }));
        } else if is_any(word, "ended|ending") {
            let months =
                (1..=4).filter_map(|back| i.checked_sub(back)).find_map(|j| length(get(j), get(j.wrapping_sub(1))));
            if let Some(months) = months {
                let month = (i + 1..i + 3).find_map(|j| crate::statement::month(get(j)));
                let day = (i + 1..i + 4).find_map(|j| get(j).parse::<u8>().ok());
                let year = (i + 1..i + 5).find_map(|j| year(get(j)));
                // "the third quarter ended September 30": one period, told twice.
                if found.last().is_some_and(|(at, _)| i - at <= 3) {
                    found.pop();
                }
                found.push((i, When::Ended { months, month, day, year }));
            }
        } else if let Some(date) =
            (word == "at" || word == "of" && i > 0 && get(i - 1) == "as").then(|| day(&get, i + 1)).flatten()
        {
            found.push((i, When::Day(date)));
        } else if is_any(word, "fiscal|year|for|in|during") && year(get(i + 1)).is_some() {
            found.push_all(year(get(i + 1)).map(|y| (i, When::Year(y))));
        } else if i == 0 && year(word).is_some() {
            found.push_all(year(word).map(|y| (i, When::Year(y))));
        } else if word == "the" && i > 0 && is_any(get(i - 1), "for|in|during") {
            let bare = !is_any(get(i + 2), "ended|ending|ago|earlier") && year(get(i + 2)).is_none();
            let months = match get(i + 1) {
                "year" => Some(12),
                "quarter" => Some(3),
                _ => None,
            };
            found.push_all(months.filter(|_| bare).map(|m| (i, When::Latest(m))));
        }
    }
    found
}

/// "first half", "first six months", "six months" that do not end on a day: how long, and the index of the last word.
fn to_date<'w>(get: &dyn Fn(usize) -> &'w str, i: usize) -> Option<(u32, usize)> {
    let first = usize::from(get(i) == "first");
    if first == 1 && get(i + 1) == "half" {
        return Some((6, i + 1));
    }
    let months = length(get(i + first + 1), get(i + first)).filter(|m| matches!(m, 6 | 9))?;
    let dated = (i..i + first + 5).any(|j| is_any(get(j), "ended|ending"));
    (!dated && (first == 1 || i == 0 || get(i - 1) != "first")).then_some((months, i + first + 1))
}

/// "March 31, 2004".
fn day<'w>(get: &dyn Fn(usize) -> &'w str, i: usize) -> Option<Date> {
    Date::from_calendar_date(year(get(i + 2))?, crate::statement::month(get(i))?, get(i + 1).parse().ok()?).ok()
}

fn ordinal(word: &str) -> Option<u32> {
    ORDINALS.iter().find(|o| o.0 == word).map(|o| o.1)
}

fn year(word: &str) -> Option<i32> {
    word.parse().ok().filter(|y| (1980..2100).contains(y))
}

/// "q4'03", "q4", "4q03".
fn short_quarter(word: &str) -> Option<(u32, Option<i32>)> {
    let mut digits = word.chars().filter(char::is_ascii_digit);
    if !has(word, "q") || word.len() > 7 || word.chars().filter(char::is_ascii_alphabetic).count() != 1 {
        return None;
    }
    let number = digits.next()?.to_digit(10).filter(|n| (1..=4).contains(n))?;
    let rest: String = digits.collect();
    let year = match rest.len() {
        2 => rest.parse::<i32>().ok().map(|y| if y < 80 { 2000 + y } else { 1900 + y }),
        4 => rest.parse().ok(),
        _ => None,
    };
    Some((number, year))
}

fn length(word: &str, before: &str) -> Option<u32> {
    match word {
        "year" => Some(12),
        "quarter" => Some(3),
        "months" => match before {
            "three" => Some(3),
            "six" => Some(6),
            "nine" => Some(9),
            "twelve" => Some(12),
            _ => None,
        },
        _ => None,
    }
}

impl Calendar {
    pub fn of(paragraphs: &[Paragraph<'_>], statements: &[Statement]) -> Self {
        let mut periods: Vec<Period> = statements
            .iter()
            .flat_map(|s| &s.columns)
            .filter_map(|c| c.period)
            .filter(|p| p.months().is_some())
            .gather();
        // Latest first; of one end, the shortest first.
        let late = |p: &Period| u64::from(p.end().to_julian_day().unsigned_abs());
        periods = order::by_key(periods, |p| {
            (u64::from(u32::MAX) - late(p)) << 8 | u64::from(p.months().unwrap_or_default())
        });
        periods.dedup();
        let quarter = paragraphs.iter().find_map(|p| first_quarter(&p.words));
        Self { periods, quarter }
    }

    fn latest(&self, months: u32) -> Option<Period> {
        self.periods.iter().find(|p| p.months() == Some(months)).copied()
    }

    /// The latest end of any column.
    fn end(&self) -> Option<Date> {
        self.periods.first().map(|p| p.end())
    }

    /// The period that a clause means; `None` where this filing's calendar cannot tell.
    pub fn resolve(&self, when: When) -> Option<Period> {
        match when {
            When::Quarter { number, year } => {
                let latest = self.latest(3).or_else(|| Period::months_to(self.end()?, 3))?;
                let back = (self.quarter? + 4 - number) % 4;
                let end = back_months(latest, back * 3)?;
                match year {
                    // A fiscal year may be named after the year it ends in; the heading's own year is what columns carry.
                    Some(year) => self.with_year(end, year),
                    None => Some(end),
                }
            }
            When::Ended { months, month, day, year } => {
                let latest = self.latest(months);
                let end = match (month, day, year) {
                    (Some(month), Some(day), Some(year)) => Date::from_calendar_date(year, month, day).ok()?,
                    (Some(month), Some(day), None) => {
                        let year = latest.map_or_else(|| self.end().map(Date::year), |p| Some(p.end().year()))?;
                        Date::from_calendar_date(year, month, day).ok()?
                    }
                    (None, _, None) => return latest,
                    _ => return None,
                };
                self.known(end, months).or_else(|| Period::months_to(end, months))
            }
            When::ToDate { months, year: None } | When::Latest(months) => self.latest(months),
            When::ToDate { months, year: Some(year) } => self.with_year(self.latest(months)?, year),
            When::Year(year) => self.with_year(self.latest(12)?, year),
            // Needs a period to look back from; the caller has it.
            When::YearBefore => None,
            When::Day(day) => Some(Period::Instant(day)),
        }
    }

    /// The column period of that length that ends within days of a date.
    fn known(&self, end: Date, months: u32) -> Option<Period> {
        self.periods.iter().find(|p| p.months() == Some(months) && (p.end() - end).whole_days().abs() <= 6).copied()
    }

    fn with_year(&self, like: Period, year: i32) -> Option<Period> {
        let mut period = like;
        for _ in 0..30 {
            if period.end().year() == year {
                return Some(period);
            }
            if period.end().year() < year {
                return None;
            }
            period = self.year_before(period)?;
        }
        None
    }

    pub fn year_before(&self, period: Period) -> Option<Period> {
        back_months(period, 12).map(|p| self.known(p.end(), p.months().unwrap_or_default()).unwrap_or(p))
    }
}

/// The number of the quarter that a paragraph names first.
fn first_quarter(words: &[Word<'_>]) -> Option<u32> {
    words
        .windows(2)
        .find_map(|w| ordinal(&w[0].lower()).filter(|_| w[1].lower() == "quarter"))
        .or_else(|| words.iter().find_map(|w| short_quarter(&w.lower()).map(|q| q.0)))
}

/// The same length of time, so many months earlier.
fn back_months(period: Period, months: u32) -> Option<Period> {
    let Period::Duration { end, months: length, .. } = period else { return None };
    if months == 0 {
        return Some(period);
    }
    let index = end.year() * 12 + i32::from(u8::from(end.month())) - 1 - i32::try_from(months).ok()?;
    let month = Month::try_from(u8::try_from(index.rem_euclid(12)).ok()? + 1).ok()?;
    let year = index.div_euclid(12);
    let last = time::util::days_in_month(month, year);
    let month_end = (end + Duration::days(1)).day() == 1;
    let day = if month_end { last } else { end.day().min(last) };
    Period::months_to(Date::from_calendar_date(year, month, day).ok()?, length)
}
