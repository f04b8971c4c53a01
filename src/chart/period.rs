//! The names of columns: short for the picker, in full under the title.

use super::book::is_amounts;
use super::{Plot, View, words};
use crate::report::{Column, Statement};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One view for every column of amounts.
pub fn views(statement: &Statement, plot: &dyn Fn(&Column) -> Result<Plot, String>) -> Vec<View> {
    let mut views = Vec::with_capacity(statement.columns.len());
    for column in &statement.columns {
        if is_amounts(statement, column) {
            views.push(view(statement, column, plot(column)));
        }
    }
    views
}

fn view(statement: &Statement, column: &Column, plot: Result<Plot, String>) -> View {
    let alike =
        |other: &&Column| (&other.instant, &other.end, other.months) == (&column.instant, &column.end, column.months);
    let unique = statement.columns.iter().filter(alike).count() == 1;
    let label = match short(column) {
        Some(label) if unique => label,
        _ if column.label.is_empty() => nameless(statement, column),
        _ => column.label.clone(),
    };
    let group = if column.end.is_some() && unique { length(column.months) } else { String::new() };
    let until = column.instant.as_ref().or(column.end.as_ref()).cloned().unwrap_or_default();
    View { group, label, period: full(column), until, plot }
}

/// "Column 2": the page prints nothing over it.
fn nameless(statement: &Statement, column: &Column) -> String {
    let place = statement.columns.iter().position(|other| other.id == column.id).unwrap_or(0);
    words::joined(&["Column ", &(place + 1).to_string()])
}

/// About one year before another column, a few days more or less: fiscal years end on weekdays.
pub fn is_year_before(column: &Column, later: &Column) -> bool {
    let days = |column: &Column| {
        let (year, month, day) = date(column)?;
        Some(year.parse::<i32>().ok()? * 372 + i32::try_from(month).ok()? * 31 + day.parse::<i32>().ok()?)
    };
    matches!((days(column), days(later)), (Some(one), Some(other)) if (360..=384).contains(&(other - one)))
}

/// "Dec 2003"; `None` when the date is not known.
pub fn short(column: &Column) -> Option<String> {
    let (year, month, _) = date(column)?;
    Some(words::joined(&[&MONTHS[month][..3], " ", year]))
}

/// The same, or the heading as printed.
pub fn name(column: &Column) -> String {
    short(column).unwrap_or_else(|| column.label.clone())
}

/// "Three months ended December 31, 2003", "December 31, 2003", or the heading as printed.
pub fn full(column: &Column) -> String {
    let Some(date) = day(column) else { return column.label.clone() };
    match (&column.end, column.months) {
        (Some(_), None) => words::joined(&["Period ended ", &date]),
        (Some(_), months) => words::joined(&[&length(months), " ended ", &date]),
        (None, _) => date,
    }
}

/// Periods of one length in a row: "Year ended December 31, 2003, against December 31, 2002".
pub fn against(columns: &[&Column]) -> String {
    let mut out = columns.first().map(|column| full(column)).unwrap_or_default();
    for (place, column) in columns.iter().enumerate().skip(1) {
        out += match place {
            1 => ", against ",
            _ if place + 1 == columns.len() => " and ",
            _ => "; ",
        };
        out += &day(column).unwrap_or_else(|| column.label.clone());
    }
    out
}

/// "December 31, 2003".
fn day(column: &Column) -> Option<String> {
    let (year, month, day) = date(column)?;
    Some(words::joined(&[MONTHS[month], " ", day, ", ", year]))
}

/// "Three months", "Year".
pub fn length(months: Option<u32>) -> String {
    match months {
        None => "Period".into(),
        Some(1) => "Month".into(),
        Some(3) => "Three months".into(),
        Some(6) => "Six months".into(),
        Some(9) => "Nine months".into(),
        Some(12) => "Year".into(),
        Some(other) => words::joined(&[&other.to_string(), " months"]),
    }
}

/// Year, month from zero, and day of the column's last date.
fn date(column: &Column) -> Option<(&str, usize, &str)> {
    let mut parts = column.instant.as_deref().or(column.end.as_deref())?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let month = month.parse::<usize>().ok()?.checked_sub(1).filter(|&month| month < 12)?;
    Some((year, month, day.trim_start_matches('0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(instant: Option<&str>, end: Option<&str>, months: Option<u32>) -> Column {
        let text = |value: Option<&str>| value.map(String::from);
        Column {
            id: "s1.c1".into(),
            label: "as printed".into(),
            headings: Vec::new(),
            instant: text(instant),
            start: text(end),
            end: text(end),
            months,
            currency: None,
            scale: None,
        }
    }

    #[test]
    fn columns_are_named_by_their_dates() {
        let year = column(None, Some("2003-12-31"), Some(12));
        assert_eq!((short(&year).as_deref(), full(&year).as_str()), (Some("Dec 2003"), "Year ended December 31, 2003"));
        let instant = column(Some("2003-06-03"), None, None);
        assert_eq!((short(&instant).as_deref(), full(&instant).as_str()), (Some("Jun 2003"), "June 3, 2003"));
        assert_eq!(full(&column(None, None, None)), "as printed");
        let before = column(None, Some("2002-12-31"), Some(12));
        assert!(is_year_before(&before, &year) && !is_year_before(&year, &before));
        assert!(is_year_before(&column(None, Some("2004-09-25"), Some(3)), &column(None, Some("2005-10-01"), Some(3))));
        assert_eq!(against(&[&year, &before]), "Year ended December 31, 2003, against December 31, 2002");
        assert_eq!(full(&column(None, Some("2003-13-01"), None)), "as printed");
    }
}
