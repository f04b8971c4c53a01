//! # `period_sum`
//!
//! Amounts of the parts of a stretch of time add up to its own: quarters to the year, three months and three months to six, nine
//! months and the fourth quarter to the year.
//!
//! **Why** The year's figures and the quarters' are typed from different papers.
//!
//! **Formula** `longer period = Σ periods that follow one another from its first day to its last`, for each line that a table prints
//! for all of them. Of several ways the one with the longest parts is taken: nine months and a quarter before four quarters. Where
//! columns have no dates, "First", "Second", "Third" and "Fourth" are the quarters of the "Year" or "Total" beside them.
//!
//! **Tolerance** `(n+1)·u/2`.
//!
//! **Severity** error in income and cash-flow statements; elsewhere a warning.
//!
//! **Not checked** where two columns are of one period; per-share amounts and shares, which are averages of their own period; rates;
//! balances, which are of a day. All lines vote, and in a table where few hold nothing is said. A line that fails is doubted where others
//! fail with it, and where no slip of the pen explains it ([`super::doubt`]): earlier quarters are sometimes restated. What the parts
//! leave over for a period that is not printed may be of any size and sign, but for sales and what they cost: those of three months are
//! no more than those of the year that holds them, else it is a warning.
//!
//! **Example** Net sales: 10,250 and 11,105 in two quarters, 21,355 in six months: 10,250 + 11,105 = 21,355.

use super::{
    Book, Check,
    across::{self, adds_across},
    derived,
};
use crate::{
    gather::Gather,
    phrase::{has_any, is_any},
    statement::{Column, Line, Period, Statement},
    vocabulary::{Severity, StatementKind as Kind, Unit},
};

pub const NAME: &str = "period_sum";

/// Fiscal weeks end some days before or after the months they are called by.
const DAYS: i32 = 6;
/// A table of more columns is no comparison of periods.
const WIDEST: usize = 40;
/// More parts than quarters make no year.
const PARTS: usize = 4;

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| s.kind != Kind::BalanceSheet) {
        let stretches: Vec<Stretch> = statement.columns.iter().enumerate().filter_map(stretch).gather();
        let twice =
            |a: &Stretch| stretches.iter().any(|b| a.column != b.column && (a.start, a.end) == (b.start, b.end));
        if stretches.len() > WIDEST || stretches.iter().any(twice) {
            continue;
        }
        if is_primary(statement) {
            derived::apply(book, i, &stretches, found);
        }
        let lines: Vec<usize> = (0..statement.lines.len()).filter(|l| flows(&statement.lines[*l])).gather();
        let dated = stretches.iter().map(|whole| (whole.column, parts(&stretches, whole)));
        for (whole, parts) in dated.chain(named(statement)) {
            let lines = lines.iter().copied().filter(|l| !is_carried(&statement.lines[*l], whole, &parts)).gather();
            if let Some(relation) = across::vote(statement, &lines, whole, &parts) {
                let mut checks = across::checks(book, i, &lines, &relation, " adds up over its periods");
                let severity = if is_primary(statement) { Severity::Error } else { Severity::Warning };
                for check in &mut checks {
                    check.severity = severity;
                }
                found.append(&mut checks);
            }
        }
    }
}

fn is_primary(statement: &Statement) -> bool {
    matches!(statement.kind, Kind::IncomeStatement | Kind::CashFlow)
}

/// A column and the days it covers.
pub struct Stretch {
    pub column: usize,
    start: i32,
    end: i32,
}

impl Stretch {
    /// A part of the other, from its first day or to its last.
    pub fn begins_or_ends(&self, whole: &Self) -> bool {
        let near = |a: i32, b: i32| (a - b).abs() <= DAYS;
        self.end - self.start < whole.end - whole.start - DAYS
            && (near(self.start, whole.start) || near(self.end, whole.end))
    }
}

fn stretch((column, of): (usize, &Column)) -> Option<Stretch> {
    match of.period? {
        Period::Duration { start, end, .. } if of.unit.is_none() => {
            Some(Stretch { column, start: start.to_julian_day(), end: end.to_julian_day() })
        }
        _ => None,
    }
}

/// The columns whose days make up those of another.
fn parts(stretches: &[Stretch], whole: &Stretch) -> Vec<usize> {
    let mut parts = Vec::new();
    if !fills(stretches, whole, whole.start, &mut parts) {
        parts.clear();
    }
    parts
}

/// Columns without dates that are headed as a year, each with the four quarters just before it, or just after it.
fn named(statement: &Statement) -> impl Iterator<Item = (usize, Vec<usize>)> {
    let columns = &statement.columns;
    let names: Vec<Option<usize>> = columns.iter().map(name).gather();
    let quarters = move |whole: usize, at: &mut dyn Iterator<Item = usize>| {
        let mut found = Vec::new();
        for column in at.take_while(|c| names[*c] != Some(YEAR)) {
            if names[column].is_some_and(|n| !found.iter().any(|f| names[*f] == Some(n))) {
                found.push(column);
            }
        }
        (names[whole] == Some(YEAR) && found.len() == PARTS).then_some((whole, found))
    };
    let count = columns.len().min(WIDEST);
    (0..count).filter_map(move |whole| {
        quarters(whole, &mut (0..whole).rev()).or_else(|| quarters(whole, &mut (whole + 1..count)))
    })
}

const YEAR: usize = 4;

/// Which quarter an undated column is headed as, or the year.
fn name(column: &Column) -> Option<usize> {
    const NAMES: [&str; YEAR + 1] =
        ["first|1st|q1", "second|2nd|q2", "third|3rd|q3", "fourth|4th|q4", "year|total|full"];
    let label = column.label().to_ascii_lowercase();
    let says = |list: &&str| label.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| is_any(word, list));
    NAMES.iter().position(says).filter(|_| column.period.is_none() && column.unit.is_none())
}

/// Whether shorter columns follow one another from a day to the end of the whole; the longest that fits is taken first.
fn fills(stretches: &[Stretch], whole: &Stretch, from: i32, parts: &mut Vec<usize>) -> bool {
    let near = |a: i32, b: i32| (a - b).abs() <= DAYS;
    if near(from, whole.end + 1) {
        return true;
    }
    let fits = |s: &&Stretch| near(s.start, from) && s.end - s.start < whole.end - whole.start - DAYS;
    let mut longest = i32::MAX;
    while parts.len() < PARTS {
        let next = stretches.iter().filter(fits).filter(|s| s.end < longest && s.end <= whole.end + DAYS);
        let Some(next) = next.max_by_key(|s| s.end) else { return false };
        parts.push(next.column);
        if fills(stretches, whole, next.end + 1, parts) {
            return true;
        }
        parts.pop();
        longest = next.end;
    }
    false
}

/// A balance, by its figures: that of the whole is that of its first or its last part, and others differ.
fn is_carried(line: &Line, whole: usize, parts: &[usize]) -> bool {
    let same = |part: Option<&usize>| part.is_some_and(|p| line.value(*p) == line.value(whole));
    let differs = parts.iter().any(|p| line.value(*p).is_some_and(|v| !v.is_zero() && Some(v) != line.value(whole)));
    differs && (same(parts.first()) || same(parts.last()))
}

/// Money that comes and goes in a stretch of time; a balance stands on its days.
fn flows(line: &Line) -> bool {
    const BALANCES: &str = "at end|at beginning|end of|beginning of|balance|outstanding|employees";
    adds_across(line) && line.unit == Unit::Money && !has_any(&line.plain, BALANCES)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days are counted from the first of January.
    fn is_part(part: (i32, i32), whole: (i32, i32)) -> bool {
        let of = |(start, end)| Stretch { column: 0, start: 2_451_911 + start, end: 2_451_911 + end };
        of(part).begins_or_ends(&of(whole))
    }

    #[test]
    fn a_quarter_is_part_of_the_year_that_begins_or_ends_with_it() {
        let year = (0, 364);
        assert!(is_part((0, 89), year) && is_part((273, 364), year));
        // The second quarter is not told from one of another year; weeks end some days before the month or after.
        assert!(!is_part((90, 180), year) && is_part((3, 87), (0, 180)) && is_part((94, 184), (0, 180)));
        // A stretch is no part of itself, of one that is a week longer at most, or of a shorter one.
        assert!(
            !is_part(year, year) && !is_part((0, 358), year) && !is_part(year, (0, 89)) && !is_part((0, 180), (1, 90))
        );
        assert!(is_part((0, 357), year));
    }
}
