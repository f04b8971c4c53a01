//! Columns whose headings need the filing's fiscal calendar: "1996", "Fiscal 1996", "Third quarter 1996", a day without a
//! length. What the calendar cannot tell stays unknown.

use time::Date;

use super::{
    Column, Statement,
    calendar::{Calendar, is_month_end},
    period::{self, Period},
    said::{Length, Said, said},
};
use crate::{
    gather::Gather,
    phrase::{has_any, trim},
    vocabulary::StatementKind,
};

/// Gives columns the periods that other statements of the filing settle.
pub fn complete(statements: &mut [Statement], known: &Calendar) {
    let years = Years::of(statements, known);
    let flows: Vec<(Date, u32)> = durations(statements, |k| k == StatementKind::CashFlow).gather();
    for statement in statements.iter_mut() {
        let nature = nature(statement);
        let mixed = statement.columns.iter().any(|c| c.period.and_then(Period::months).is_some_and(|m| m != 12));
        for column in statement.columns.iter_mut().filter(|c| c.period.is_none()) {
            let one = lowest(&column.headings);
            column.period = match nature {
                None => None,
                Some(_) if one.years != 1 => None,
                // "1993 charges" among balances.
                Some(Nature::Stock) if is_movement(column) => None,
                Some(Nature::Stock) if one.day.is_some() && one.length.is_none() => {
                    period::read(&column.headings, &[], true, false, known)
                }
                Some(Nature::Stock) => years.end(one).filter(|_| !mixed).map(Period::Instant),
                Some(Nature::Flow) if one.month.is_some() => lengthen(&column.headings, one, &flows, known),
                Some(Nature::Flow) if one.quarter.is_some() => years.quarter(one),
                Some(Nature::Flow) => years
                    .end(one)
                    .filter(|_| !mixed || one.length.is_some())
                    .and_then(|end| Period::months_to(end, 12))
                    .map(|p| known.started(p)),
            };
        }
        if matches!(statement.kind, StatementKind::Schedule | StatementKind::Other) {
            balances(&mut statement.columns);
        }
    }
    for at in 1..statements.len() {
        let (above, below) = statements.split_at_mut(at);
        if let (Some(above), Some(below)) = (above.last(), below.first_mut()) {
            as_above(above, below);
        }
    }
}

/// Headed as the table above but for the year: its columns are of the same months of another year.
fn as_above(above: &Statement, below: &mut Statement) {
    let bare = |c: &Column| (said(&c.label()).year, without_year(&c.label()));
    let alike = above.columns.len() == below.columns.len()
        && above.columns.len() > 1
        && above.columns.iter().zip(&below.columns).all(|(a, b)| {
            let ((year, words), (other, same)) = (bare(a), bare(b));
            words == same && !words.is_empty() && year.is_some() && other.is_some() && year != other
        });
    if !alike || below.columns.iter().any(|c| c.period.is_some()) {
        return;
    }
    for (a, b) in above.columns.iter().zip(&mut below.columns) {
        let Some(Period::Duration { end, months, .. }) = a.period.filter(|p| is_month_end(p.end())) else { continue };
        let years = said(&b.label()).year.zip(said(&a.label()).year);
        b.period = years.and_then(|(new, old)| {
            let year = end.year() + new - old;
            let last = time::util::days_in_month(end.month(), year);
            Period::months_to(Date::from_calendar_date(year, end.month(), last).ok()?, months)
        });
    }
}

/// The words of a label but its years and the marks around them.
fn without_year(label: &str) -> String {
    let year = |w: &str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    let kept = label.split(' ').map(|w| trim(w, ",:.()")).filter(|w| !year(w) && !w.is_empty());
    kept.gather().join(" ")
}

/// Columns of balances among others: "Identifiable assets" beside sales, and the year before and this one with what moved the balance
/// between them.
fn balances(columns: &mut [Column]) {
    let assets = |c: &Column| {
        let label = c.label().to_ascii_lowercase();
        has_any(&label, "total assets|identifiable assets|segment assets")
            && !has_any(&label, "return|average|turnover")
    };
    let years = |c: &Column| c.period.map(|p| p.end().year());
    let across = match columns {
        [first, between @ .., last] if !between.is_empty() => {
            let undated = between.iter().all(|c| c.period.is_none() && said(&c.label()).years == 0);
            let moved = between.iter().any(is_movement);
            undated && moved && years(first).is_some_and(|y| years(last) == Some(y + 1))
        }
        _ => false,
    };
    for column in columns.iter_mut().filter(|c| across || assets(c)) {
        column.period = column.period.map(|p| Period::Instant(p.end()));
    }
}

/// Headed by what moves a balance.
fn is_movement(column: &Column) -> bool {
    const WORDS: &str =
        "charge|expense|utiliz|addition|deduction|payment|paid|provision|expenditure|restructuring|acquisition|used";
    has_any(&column.label().to_ascii_lowercase(), WORDS)
}

/// What the headings of a column say together; of two lengths the lower one counts: "Year" under a "Quarter ended" that reaches
/// over it.
fn lowest(headings: &[String]) -> Said {
    let all = said(&headings.join(" "));
    let low = headings.last().map(|h| said(h)).filter(|low| low.lengths == 1 && all.lengths == 2);
    low.map_or(all, |low| Said { length: low.length, lengths: 1, quarter: low.quarter, ..all })
}

fn durations<'s>(
    statements: &'s [Statement],
    wanted: impl Fn(StatementKind) -> bool + 's,
) -> impl Iterator<Item = (Date, u32)> + 's {
    let columns = statements.iter().filter(move |s| wanted(s.kind)).flat_map(|s| &s.columns);
    columns.filter_map(|c| c.period.and_then(|p| p.months().map(|m| (p.end(), m))))
}

/// Whether a table's amounts are of days or of stretches of time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nature {
    Stock,
    Flow,
}

fn nature(statement: &Statement) -> Option<Nature> {
    match statement.kind {
        StatementKind::BalanceSheet => return Some(Nature::Stock),
        StatementKind::Schedule | StatementKind::Other => {}
        _ => return Some(Nature::Flow),
    }
    // An average is of a stretch of time, whatever it is of.
    let averages =
        |c: &Column| has_any(&c.label().to_ascii_lowercase(), "average balance|average volume|average daily");
    if statement.columns.iter().any(averages) {
        return Some(Nature::Flow);
    }
    // A note's table says by its captions what it is; one that says both, or neither, is not asked.
    let (mut stock, mut flow) = (0, 0);
    for line in statement.lines.iter().filter(|l| !l.is_heading()) {
        if has_any(&line.plain, MOVES) {
            flow += 1;
        } else if has_any(&line.plain, STOCK) {
            stock += 1;
        } else if has_any(&line.plain, FLOW) {
            flow += 1;
        }
    }
    match (stock, flow) {
        (0, n) if n > 0 => Some(Nature::Flow),
        (n, 0) if n > 0 => Some(Nature::Stock),
        _ => None,
    }
}

const STOCK: &str = "assets|liabilit|inventor|receivable|payable|accrued|accumulated|land|buildings|machinery|equipment|\
    securities|equity|long term debt|notes|materials|finished goods|balance|at end|allowance|obligation";
/// What becomes of a balance from its beginning to its end, and averages.
const MOVES: &str = "beginning|weighted|average|dilutive|diluted|cash flows|obtained|additions|accretion|written off|charge offs|\
    increase|decrease|adjustments";
const FLOW: &str = "sales|revenue|income|expense|provision|earnings|loss|cost|dividends|paid|interest|purchases|profit|\
    current|deferred|amortization|depreciation";

/// The ends of the filing's fiscal years, as its statements of twelve months name them.
struct Years<'k> {
    ends: Vec<Date>,
    known: &'k Calendar,
}

impl<'k> Years<'k> {
    fn of(statements: &[Statement], known: &'k Calendar) -> Self {
        let mut ends: Vec<Date> = Vec::new();
        for (end, months) in durations(statements, |_| true) {
            if months == 12 && !ends.contains(&end) {
                ends.push(end);
            }
        }
        Self { ends, known }
    }

    /// The end of the fiscal year that a heading of a year alone names. A year that ends in its first weeks may be called
    /// after the year before: it is not asked.
    fn end(&self, one: Said) -> Option<Date> {
        let year = one.year.filter(|_| one.month.is_none() && one.quarter.is_none())?;
        if !one.length.is_none_or(|l| l == Length::Months(12)) {
            return None;
        }
        if let Some(end) = self.known.end_of(year) {
            return Some(end);
        }
        // A year alone may head a quarter of it, unless the filing is a year's report.
        if self.ends.iter().any(|d| d.ordinal() < 60) || self.ends.is_empty() && !self.known.reports_year(year) {
            return None;
        }
        self.in_year(year)
    }

    fn in_year(&self, year: i32) -> Option<Date> {
        let mut of_year = self.ends.iter().filter(|d| d.year() == year);
        match (of_year.next(), of_year.next()) {
            (Some(end), None) => Some(*end),
            (Some(_), Some(_)) => None,
            (None, _) => match self.ends.iter().max() {
                Some(last) => self.known.anniversary(*last, year),
                None => self.known.header_end(year),
            },
        }
    }

    /// A quarter of a fiscal year, where all years end with the same month.
    fn quarter(&self, one: Said) -> Option<Period> {
        let (year, number) = (one.year?, one.quarter?);
        let end = self.known.end_of(year).or_else(|| self.in_year(year)).or_else(|| self.known.listed_end(year))?;
        if !is_month_end(end) {
            return None;
        }
        if self.ends.iter().any(|d| !is_month_end(*d) || d.month() != end.month() || d.ordinal() < 60) {
            return None;
        }
        let before = Period::months_to(end, 3 * (5 - u32::from(number)))?;
        let Period::Duration { start, .. } = before else { return None };
        // The quarter begins where the rest of the year begins, and ends where the next begins.
        let next = (number < 4).then(|| Period::months_to(end, 3 * (4 - u32::from(number)))).flatten();
        let end = match next {
            Some(Period::Duration { start, .. }) => start.previous_day()?,
            _ => end,
        };
        Some(Period::Duration { start, end, months: 3 })
    }
}

/// A day without a length: the cash flow statement runs from the beginning of the year, so that where it is three months or
/// twelve, every other statement to that day is too.
fn lengthen(headings: &[String], one: Said, flows: &[(Date, u32)], known: &Calendar) -> Option<Period> {
    let to_date = one.length == Some(Length::ToDate);
    if one.length.is_some() && !to_date {
        return None;
    }
    let end = period::read(headings, &[], true, false, known)?.end();
    let mut lengths = flows.iter().filter(|f| f.0 == end).map(|f| f.1);
    let months = lengths.next().filter(|m| (to_date || matches!(m, 3 | 12)) && lengths.all(|other| other == *m))?;
    Period::months_to(end, months).map(|p| known.started(p))
}
