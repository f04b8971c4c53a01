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
    /// "Year to date": from the beginning of the fiscal year, whenever that was.
    ToDate,
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
    const SMALL: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|\
        seventeen|eighteen";
    const TENS: &str = "twenty|thirty|forty|fifty";
    let place = |list: &str, word: &str| list.split('|').position(|w| w == word).and_then(|at| u32::try_from(at).ok());
    let tens = |word: &str| place(TENS, word).map(|at| (at + 2) * 10);
    let small = |word: &str| place(SMALL, word).map(|at| at + 1);
    if let Some((first, last)) = word.split_once('-') {
        return Some(tens(first)? + small(last).filter(|n| *n < 10)?);
    }
    small(word).or_else(|| tens(word)).or_else(|| word.parse().ok().filter(|n| *n <= 60))
}

/// The words of a phrase in small letters; slashes, dashes and points hold the parts of a short date together.
fn words(lower: &str) -> Vec<&str> {
    lower
        .split(|c: char| !(is_letter_or_digit(c) || matches!(c, '-' | '\'' | '’' | '/' | '.')))
        .flat_map(|word| {
            let dated = short_date(trim(word, "-/.")).is_some();
            word.split(move |c| c == '.' && !dated)
        })
        .map(|w| trim(w, "-/."))
        .filter(|w| !w.is_empty())
        .gather()
}

fn year(word: &str) -> Option<i32> {
    (word.len() == 4 && begins(word, "19|20")).then(|| word.parse().ok()).flatten()
}

/// "3/27/99", "12/31/1996", "31.12.2001", "2001-12-31". The number that can be no month is the day; where both can, slashes
/// and dashes part them as Americans do, and points say too little.
fn short_date(word: &str) -> Option<Day> {
    let mark = ['/', '-', '.'].into_iter().find(|mark| word.bytes().filter(|b| *b == *mark as u8).count() == 2)?;
    let mut parts = word.split(mark);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if let Some(named) = year(first) {
        return calendar_day(second.parse().ok()?, third.parse().ok()?, named);
    }
    let named = match third {
        short if short.len() == 2 => short.parse::<i32>().ok().map(|y| if y < 50 { 2000 + y } else { 1900 + y }),
        long => year(long),
    }?;
    let (first, second) = (first.parse().ok()?, second.parse().ok()?);
    match (first, second) {
        (13.., _) => calendar_day(second, first, named),
        (_, 13..) => calendar_day(first, second, named),
        _ if mark == '.' && first != second => None,
        _ => calendar_day(first, second, named),
    }
}

fn calendar_day(month: usize, day: usize, year: i32) -> Option<Day> {
    let day = Day { month: month_of(month)?, day: u8::try_from(day).ok(), year: Some(year) };
    day.date().map(|_| day)
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
            let day = day_at(&words, i);
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

/// The day of the month that stands at `i`: "June 30, 2003", "28 June 2003", "31st December".
fn day_at(words: &[&str], i: usize) -> Option<u8> {
    let day = |word: &str| word.parse().ok().filter(|d| (1..=31).contains(d));
    let next = words.get(i + 1).copied().unwrap_or_default();
    let behind = |n: usize| i.checked_sub(n).and_then(|at| words.get(at)).copied().unwrap_or_default();
    // "June 30, September" parts two days of which only the first is whole.
    let before = (next.is_empty() && month(behind(2)).is_none()) || year(next).is_some();
    day(next).or_else(|| day(trim_end(behind(1), "stndrh")).filter(|_| before))
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
            (said.month, said.day) = (Some(m), day_at(&words, i));
        } else if let Some(day) = short_date(word) {
            (said.month, said.day) = (Some(day.month), day.day);
            add_year(&mut said, day.year);
        } else if let Some(year) = year(word) {
            add_year(&mut said, Some(year));
        } else if word.starts_with("month") {
            // "Less than 12 months", "12 months or longer": how long something was held, not what was reported on.
            let held = is_any(next, "or") || i >= 2 && is_any(words[i - 2], "than|over|within|next");
            if let Some(n) = count(before).or_else(|| word_before(before)).filter(|n| *n <= 24 && !held) {
                add_length(&mut said, Length::Months(n));
            }
        } else if word.starts_with("week") {
            if let Some(n) = count(before) {
                add_length(&mut said, Length::Weeks(n));
            }
        } else if is_any(word, "quarter|quarters|quarterly|qtr|qtrs") && !(*word == "quarter" && names(&words, i)) {
            add_length(&mut said, Length::Months(3));
            said.quarter = said.quarter.or_else(|| ordinal(before)).or_else(|| roman(next));
        } else if let Some(number) = quarter_at(word, next).or_else(|| roman(word).filter(|_| words.len() == 1)) {
            // A page's foot may say "Q2": no length for what stands under it.
            said.quarter = Some(number);
        } else if *word == "half-year" || *word == "half" && next == "year" {
            add_length(&mut said, Length::Months(6));
        } else if is_any(word, "ytd|year-to-date") || *word == "year" && (next == "to" || next == "to-date") {
            add_length(&mut said, Length::ToDate);
        } else if is_any(word, "year|years|annual|twelve-month|ltm|ttm") && !is_any(before, "per|half") && next != "ago"
        {
            add_length(&mut said, Length::Months(12));
        } else if let Some(n) = word_before(word).filter(|n| *n <= 24) {
            add_length(&mut said, Length::Months(n));
        }
    }
    said
}

/// "Q3", and "Third" with nothing but a year behind it: "2002" over "First", "Second", "Third", "Fourth".
fn quarter_at(word: &str, next: &str) -> Option<u8> {
    let named = ["q1|1q", "q2|2q", "q3|3q", "q4|4q"].iter().position(|list| is_any(word, list));
    let named = named.and_then(|at| u8::try_from(at + 1).ok());
    named.or_else(|| ordinal(word).filter(|_| next.is_empty() || year(next).is_some()))
}

fn ordinal(word: &str) -> Option<u8> {
    let at = ["first|1st", "second|2nd", "third|3rd", "fourth|4th"].iter().position(|list| is_any(word, list))?;
    u8::try_from(at + 1).ok()
}

/// "Maple Quarter Realty Trust": a quarter in a name, where nothing speaks of time.
fn names(words: &[&str], at: usize) -> bool {
    let behind = at.checked_sub(1).map_or("", |b| words[b]);
    let time = |w: &&str| {
        w.bytes().any(|b| b.is_ascii_digit())
            || month(w).is_some()
            || is_any(w, "ended|ending|by|per|each|results|data")
    };
    words.len() > 3
        && ordinal(behind).is_none()
        && !is_any(behind, "the|this|fiscal|current|prior")
        && !words.iter().any(time)
}

/// "I", "II", "III", "IV" over columns of quarters.
fn roman(word: &str) -> Option<u8> {
    let at = ["i", "ii", "iii", "iv"].iter().position(|number| *number == word)?;
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
    let year = |length| matches!(length, Length::Months(12) | Length::Weeks(52 | 53));
    // "Fiscal years ended June 28, 1997 (52 weeks)" speaks of one length.
    if said.length.is_some_and(|l| l != length && year(l) && year(length)) {
        said.length = Some(Length::Months(12));
        return;
    }
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
        assert_eq!(read("31.12.2001"), ["2001-12-31"]);
        assert_eq!(read("As of 2001-12-31 and 12-30-2000, 30/06/99"), ["2001-12-31", "2000-12-30", "1999-06-30"]);
        // January 2, or February 1?
        assert_eq!(read("01.02.2003"), Vec::<String>::new());
        assert_eq!(read("Dec.31,1997"), ["1997-12-31"]);
        assert_eq!(read("28 June 2003 and 29th June 2002"), ["2003-06-28", "2002-06-29"]);
        assert_eq!(read("June 30, September"), ["-----06-30", "-----09---"]);
        // A year that belongs to another phrase.
        assert_eq!(read("June 30 of fiscal 1998"), ["-----06-30"]);
    }

    #[test]
    fn lengths_and_quarters() {
        assert_eq!(said("Third Quarter 1998").quarter, Some(3));
        assert_eq!(said("Nine-month period ended").length, Some(Length::Months(9)));
        assert_eq!((said("CANAL QUARTER REALTY TRUST").lengths, said("Quarter Ended").lengths), (0, 1));
        assert_eq!(said("Less than 12 months").lengths + said("Twelve Months or Longer").lengths, 0);
        assert_eq!(said("53 weeks ended").length, Some(Length::Weeks(53)));
        assert_eq!(said("Thirty-six weeks ended").length, Some(Length::Weeks(36)));
        assert_eq!((said("2002 Fourth").quarter, said("Q1 2002").quarter), (Some(4), Some(1)));
        assert_eq!(
            (said("III").quarter, said("Quarter IV").quarter, said("Part II").quarter),
            (Some(3), Some(4), None)
        );
        assert_eq!(said("First Union Bank 2002").quarter, None);
        assert_eq!(said("Year to Date September 30,").length, Some(Length::ToDate));
        assert_eq!(said("Years ended June 28, 1997 (52 weeks) and June 29, 1996 (52 weeks)").lengths, 1);
    }
}
