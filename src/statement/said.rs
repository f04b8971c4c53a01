//! What a phrase says of time: days, years, lengths.

use crate::gather::Gather;
use time::{Date, Month};

use crate::phrase::{begins, is_any, is_letter_or_digit, trim, trim_end};

/// What one phrase says of time, summed up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub month: Option<Month>,
    pub day: Option<u8>,
    pub year: Option<i32>,
    pub length: Option<Length>,
    /// The phrase names more than one year or length, so that it cannot settle a column.
    pub years: usize,
    pub lengths: usize,
    /// "Third quarter": which of the fiscal year.
    pub quarter: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Months(u32),
    Weeks(u32),
}

/// A day as printed, its year perhaps left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_field_names, reason = "the field is the day of the month")]
pub struct Day {
    pub month: Month,
    pub day: Option<u8>,
    pub year: Option<i32>,
}

impl Day {
    /// The day, if it is printed whole.
    pub fn date(self) -> Option<Date> {
        Date::from_calendar_date(self.year?, self.month, self.day?).ok()
    }
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
    month_of(at + 1)
}

fn month_of(number: usize) -> Option<Month> {
    Month::try_from(u8::try_from(number).ok()?).ok()
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

/// The words of a phrase in small letters; a slash holds the parts of a short date together.
fn words(lower: &str) -> Vec<&str> {
    lower
        .split(|c: char| !(is_letter_or_digit(c) || matches!(c, '-' | '\'' | '’' | '/')))
        .map(|w| trim(w, "-/"))
        .filter(|w| !w.is_empty())
        .gather()
}

fn year(word: &str) -> Option<i32> {
    (word.len() == 4 && begins(word, "19|20")).then(|| word.parse().ok()).flatten()
}

/// "3/27/99", "12/31/1996": month, day and year, or month and day.
fn short_date(word: &str) -> Option<Day> {
    let mut parts = word.split('/');
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let year = match parts.next()? {
        short if short.len() == 2 => short.parse::<i32>().ok().map(|y| if y < 50 { 2000 + y } else { 1900 + y }),
        long => year(long),
    }?;
    let day = Day { month: month_of(month)?, day: Some(day), year: Some(year) };
    (parts.next().is_none() && day.date().is_some()).then_some(day)
}

/// The days a phrase names, in order. Years that follow a day without a month of their own are its anniversaries:
/// "December 31, 1996, 1995 and 1994" names three days.
pub fn days(phrase: &str) -> Vec<Day> {
    let lower = phrase.to_ascii_lowercase();
    let words = words(&lower);
    let mut found: Vec<Day> = Vec::new();
    let mut open = false;
    for (i, word) in words.iter().enumerate() {
        let next = words.get(i + 1).copied().unwrap_or_default();
        if let Some(month) = month_at(word, next) {
            let day = next.parse().ok().filter(|d| (1..=31).contains(d));
            found.push(Day { month, day, year: None });
            open = true;
        } else if let Some(day) = short_date(word) {
            found.push(day);
            open = false;
        } else if let Some(year) = year(word).filter(|_| open) {
            match found.last_mut() {
                Some(last) if last.year.is_none() => last.year = Some(year),
                Some(last) => {
                    let again = Day { year: Some(year), ..*last };
                    found.push(again);
                }
                None => {}
            }
        } else if !is_any(word, "and") && word.parse::<u8>().is_err() {
            open = false;
        }
    }
    found
}

/// "May" is a month only before a number.
fn month_at(word: &str, next: &str) -> Option<Month> {
    month(word).filter(|_| word != "may" || next.starts_with(|c: char| c.is_ascii_digit()))
}

/// Reads what a phrase says of time.
pub fn said(phrase: &str) -> Said {
    let lower = phrase.to_ascii_lowercase();
    let words = words(&lower);
    let mut said = Said::default();
    for (i, word) in words.iter().enumerate() {
        let next = words.get(i + 1).copied().unwrap_or_default();
        let before = i.checked_sub(1).map_or("", |b| words[b]);
        if let Some(m) = month_at(word, next) {
            said.month = Some(m);
            said.day = next.parse().ok().filter(|d| (1..=31).contains(d));
        } else if let Some(day) = short_date(word) {
            (said.month, said.day) = (Some(day.month), day.day);
            add_year(&mut said, day.year);
        } else if let Some(year) = year(word) {
            add_year(&mut said, Some(year));
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
            said.quarter = said.quarter.or_else(|| ordinal(before));
        } else if is_any(word, "year|years|annual|twelve-month") && before != "per" && next != "ago" {
            add_length(&mut said, Length::Months(12));
        } else if let Some(n) = word_before(word).filter(|n| *n <= 24) {
            add_length(&mut said, Length::Months(n));
        }
    }
    said
}

fn ordinal(word: &str) -> Option<u8> {
    let at = ["first|1st", "second|2nd", "third|3rd", "fourth|4th"].iter().position(|list| is_any(word, list))?;
    u8::try_from(at + 1).ok()
}

/// "three-month".
fn word_before(word: &str) -> Option<u32> {
    word.strip_suffix("-month").and_then(count)
}

fn add_year(said: &mut Said, year: Option<i32>) {
    if said.year != year {
        said.years += 1;
    }
    said.year = year;
}

fn add_length(said: &mut Said, length: Length) {
    if said.length != Some(length) {
        said.lengths += 1;
    }
    said.length = Some(length);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_a_phrase() {
        let read = |phrase: &str| -> Vec<String> {
            let text = |d: Day| {
                let year = d.year.map_or("----".into(), |y| y.to_string());
                format!("{year}-{:02}-{}", u8::from(d.month), d.day.map_or("--".into(), |d| d.to_string()))
            };
            days(phrase).into_iter().map(text).collect()
        };
        assert_eq!(read("September 26, 1997, and September 27, 1996"), ["1997-09-26", "1996-09-27"]);
        assert_eq!(read("Years ended December 31, 1996, 1995 and 1994"), ["1996-12-31", "1995-12-31", "1994-12-31"]);
        assert_eq!(read("Quarter Ended Sept. 30"), ["-----09-30"]);
        assert_eq!(read("Three Months Ended 3/27/99"), ["1999-03-27"]);
        assert_eq!(read("Amounts may differ; 13/40/99"), Vec::<String>::new());
        // A year that belongs to another phrase.
        assert_eq!(read("June 30 of fiscal 1998"), ["-----06-30"]);
    }

    #[test]
    fn lengths_and_quarters() {
        assert_eq!(said("Third Quarter 1998").quarter, Some(3));
        assert_eq!(said("Nine-month period ended").length, Some(Length::Months(9)));
        assert_eq!(said("53 weeks ended").length, Some(Length::Weeks(53)));
    }
}
