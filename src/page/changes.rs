//! Which columns of a statement can be held against each other, and what changed between them. Computed, never printed.

use rust_decimal::Decimal;

use crate::exact;
use crate::gather::Gather;
use crate::phrase::has;
use crate::report::{Cell, Column, Line, Statement, Unit};

/// A column and the earlier one it is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub later: usize,
    pub earlier: usize,
}

/// The day on which a column ends, and the months it runs; none for a single day.
type Time = (i64, Option<u32>);

/// Columns that say these words of themselves differ in more than time from those that do not.
const BASES: &str = "forma|adjust|restat|budget|plan|forecast|guidance|estimat|outlook|target|gaap|reported|ongoing|constant|\
    decessor|successor|method|percent|change";

/// The pairs of a statement, in the order of the later columns: periods of one length a year apart, days a year apart;
/// and where no two days are, each day and the one beside it.
pub fn pairs(statement: &Statement) -> Vec<Pair> {
    let columns = &statement.columns;
    let times: Vec<Option<Time>> = columns.iter().map(time).gather();
    let apart = |pair: &Pair| {
        let (later, earlier) = (times[pair.later]?, times[pair.earlier]?);
        (later.1 == earlier.1 && is_alike(&columns[pair.later], &columns[pair.earlier])).then_some(later.0 - earlier.0)
    };
    let mut found = Vec::new();
    for later in 0..columns.len() {
        let a_year = |pair: &Pair| apart(pair).is_some_and(|days| (357..=378).contains(&days));
        let mut with: Vec<Pair> = (0..columns.len()).map(|earlier| Pair { later, earlier }).filter(a_year).gather();
        let twins = times.iter().filter(|time| **time == times[later]).count();
        if twins > 1 || with.len() > 1 {
            // Several columns of one period: those belong together whose headings differ in the year alone.
            with.retain(|pair| undated(&columns[later]) == undated(&columns[pair.earlier]));
        }
        if let [pair] = with[..] {
            found.push(pair);
        }
    }
    if found.is_empty() {
        for at in 1..columns.len() {
            let ways = [Pair { later: at - 1, earlier: at }, Pair { later: at, earlier: at - 1 }];
            let is_day = |pair: &Pair| times[pair.later].is_some_and(|time| time.1.is_none());
            found.extend(ways.into_iter().filter(|pair| is_day(pair) && apart(pair).is_some_and(|days| days > 0)));
        }
    }
    found
}

fn time(column: &Column) -> Option<Time> {
    match (&column.instant, &column.end) {
        (Some(at), _) => Some((day(at)?, None)),
        (None, Some(end)) => Some((day(end)?, Some(column.months?))),
        (None, None) => None,
    }
}

/// The number of a day, for the days between two.
fn day(iso: &str) -> Option<i64> {
    let mut parts = iso.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // A year that begins with March has its leap day at the end.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
}

fn is_alike(a: &Column, b: &Column) -> bool {
    let (one, other) = (a.label.to_ascii_lowercase(), b.label.to_ascii_lowercase());
    a.currency == b.currency && BASES.split('|').all(|word| has(&one, word) == has(&other, word))
}

fn undated(column: &Column) -> String {
    column.label.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// What a printed money amount of a column is multiplied by.
pub fn own_scale(statement: &Statement, column: usize) -> Decimal {
    statement.columns.get(column).and_then(|column| column.scale).unwrap_or(statement.scale)
}

pub fn cell_in<'s>(statement: &Statement, line: &'s Line, column: usize) -> Option<&'s Cell> {
    let id = &statement.columns.get(column)?.id;
    line.cells.iter().find(|cell| cell.column == *id)
}

/// A change, before it is set for the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Of money, after scale.
    Value(Decimal),
    /// In the unit the figures are printed in.
    Printed(Decimal),
    /// Of a percentage: percentage points.
    Points(Decimal),
}

/// The later amount of a line less the earlier one; none where either is missing or they do not count the same.
pub fn change(statement: &Statement, line: &Line, pair: Pair) -> Option<Change> {
    let (later, earlier) = (cell_in(statement, line, pair.later)?, cell_in(statement, line, pair.earlier)?);
    if later.nil && earlier.nil {
        return None;
    }
    let (now, before) = (later.printed?, earlier.printed?);
    let (value, base) = (later.value?, earlier.value?);
    let percent = |cell: &Cell| line.unit == Unit::Percent || cell.text.ends_with('%');
    if percent(later) || percent(earlier) {
        let both = percent(later) && percent(earlier);
        return exact::sub(now, before).filter(|_| both).map(Change::Points);
    }
    let scales = (own_scale(statement, pair.later), own_scale(statement, pair.earlier));
    let in_scale = exact::mul(now, scales.0) == Some(value) && exact::mul(before, scales.1) == Some(base);
    if line.unit == Unit::Money && in_scale {
        return exact::sub(value, base).map(Change::Value);
    }
    // Both stand for what is printed in one and the same way.
    let alike = exact::mul(now, base).is_some_and(|cross| exact::mul(before, value) == Some(cross));
    exact::sub(now, before).filter(|_| alike).map(Change::Printed)
}

/// The change in percent of the earlier amount's size, to one place; `Err` where that says nothing: there was nothing, or
/// the sign changed.
pub fn percent(statement: &Statement, line: &Line, pair: Pair) -> Option<Result<Decimal, ()>> {
    if let Change::Points(_) = change(statement, line, pair)? {
        return None;
    }
    let value = cell_in(statement, line, pair.later)?.value?;
    let base = cell_in(statement, line, pair.earlier)?.value?;
    let turned = !value.is_zero() && value.is_sign_negative() != base.is_sign_negative();
    if base.is_zero() || turned {
        return Some(Err(()));
    }
    let share = exact::div(exact::sub(value, base)?, base.abs())?;
    let mut percent = exact::mul(share, Decimal::ONE_HUNDRED)?;
    percent.rescale(1);
    Some(Ok(percent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Basis, StatementKind};

    /// Columns as "label|end|months"; without months a day.
    fn statement(columns: &[&str]) -> Statement {
        let column = |(at, said): (usize, &&str)| {
            let parts: Vec<&str> = said.split('|').collect();
            let (end, months) = (Some(parts[1].to_owned()), parts.get(2).map(|months| months.parse().unwrap()));
            let instant = end.clone().filter(|_| months.is_none());
            let end = end.filter(|_| months.is_some());
            Column {
                id: format!("s1.c{}", at + 1),
                label: parts[0].to_owned(),
                headings: vec![parts[0].to_owned()],
                instant,
                start: None,
                end,
                months,
                currency: None,
                scale: None,
            }
        };
        Statement {
            id: "s1".into(),
            kind: StatementKind::Other,
            basis: Basis::Gaap,
            title: String::new(),
            span: crate::span::Span::default(),
            currency: "USD".into(),
            scale: Decimal::ONE_THOUSAND,
            audited: None,
            columns: columns.iter().enumerate().map(column).collect(),
            lines: Vec::new(),
        }
    }

    fn paired(columns: &[&str]) -> Vec<(usize, usize)> {
        pairs(&statement(columns)).into_iter().map(|pair| (pair.later, pair.earlier)).collect()
    }

    #[test]
    fn each_period_goes_with_that_of_the_year_before_wherever_it_stands() {
        let quarter_and_year =
            ["Q 2005|2005-12-31|3", "Q 2004|2004-12-31|3", "Y 2005|2005-12-31|12", "Y 2004|2004-12-31|12"];
        assert_eq!(paired(&quarter_and_year), [(0, 1), (2, 3)]);
        let by_year = ["Q 2005|2005-12-31|3", "Y 2005|2005-12-31|12", "Q 2004|2004-12-31|3", "Y 2004|2004-12-31|12"];
        assert_eq!(paired(&by_year), [(0, 2), (1, 3)]);
        assert_eq!(paired(&["2003|2003-12-31|12", "2004|2004-12-31|12", "2005|2005-12-31|12"]), [(1, 0), (2, 1)]);
        assert_eq!(paired(&["2004|2004-01-03|12", "2002|2002-12-28|12"]), [(0, 1)], "53 weeks");
    }

    #[test]
    fn periods_of_two_lengths_and_quarters_in_a_row_are_not_held_against_each_other() {
        assert_eq!(paired(&["6 mo|2005-06-30|6", "year|2004-12-31|12"]), []);
        assert_eq!(paired(&["half|2005-06-30|6", "year|2004-06-30|12"]), []);
        assert_eq!(paired(&["Q2|2005-06-30|3", "Q1|2005-03-31|3"]), []);
        assert_eq!(paired(&["Successor|2005-12-31", "Predecessor|2004-12-31"]), []);
        assert_eq!(paired(&["Pro forma 2005|2005-12-31|12", "2004|2004-12-31|12"]), []);
    }

    #[test]
    fn of_several_columns_of_one_period_those_go_together_that_are_headed_alike() {
        let both = [
            "2005 Domestic|2005-12-31|12",
            "2005 Foreign|2005-12-31|12",
            "2004 Domestic|2004-12-31|12",
            "2004 Foreign|2004-12-31|12",
        ];
        assert_eq!(paired(&both), [(0, 2), (1, 3)]);
        assert_eq!(paired(&["Domestic|2005-12-31|12", "Foreign|2005-12-31|12", "Total|2004-12-31|12"]), []);
    }

    #[test]
    fn days_go_with_the_day_a_year_before_or_else_with_the_one_beside() {
        assert_eq!(paired(&["2005|2005-12-31", "2004|2004-12-31"]), [(0, 1)]);
        assert_eq!(paired(&["June|2005-06-30", "Dec|2004-12-31"]), [(0, 1)]);
        assert_eq!(paired(&["Dec|2004-12-31", "June|2005-06-30"]), [(1, 0)]);
        assert_eq!(paired(&["Sep|2005-09-30", "Dec|2004-12-31", "Sep|2004-09-30"]), [(0, 2)]);
    }

    #[test]
    fn two_currencies_are_never_held_against_each_other() {
        let mut of = statement(&["2005|2005-12-31|12", "2004|2004-12-31|12"]);
        of.columns[0].currency = Some("EUR".into());
        assert_eq!(pairs(&of), []);
    }
}
