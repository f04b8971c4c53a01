//! # metadata
//!
//! What a filing says of itself fits its statements: the period of report is the day of the latest balance sheet, the statements end
//! together, and figures of part of a year are said to be unaudited.
//!
//! **Formula** one check for each fact. The header's "conformed period of report" of a 10-K or 10-Q is the latest day of a balance
//! sheet; the latest day of the income statements is that of the balance sheets; the word "unaudited" stands somewhere in a filing whose
//! latest income statement is of part of a year alone.
//!
//! **Tolerance** six days: fiscal weeks end beside the months that headers name.
//!
//! **Severity** a warning for days, information for "unaudited".
//!
//! **Not checked** the period of an 8-K, which is the day of an event; the word "unaudited" in a file without sentences; whether a scale ought to have been stated, which small figures do
//! not show (a note in the report says where none is).
//!
//! **Example** CONFORMED PERIOD OF REPORT: 19990626 against a balance sheet of June 26, 1999.

use super::{At, Book, Check, Ref, tie};
use crate::{
    phrase::begins,
    statement::{Date, Period, iso},
    vocabulary::{Basis, Outcome, Severity, StatementKind as Kind},
};

pub const NAME: &str = "metadata";

/// Between the last day of fiscal weeks and that of the month.
const DAYS: i32 = 6;

/// What the filing says of itself outside its statements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'f> {
    /// As the header spells it: "10-Q".
    pub form: Option<&'f str>,
    /// The header's period of report.
    pub period: Option<Date>,
    /// The word stands somewhere in the text.
    pub unaudited: bool,
}

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    let Facts { form, period, unaudited } = book.facts;
    let form = form.unwrap_or_default();
    let (sheet, income) = (latest(book, Kind::BalanceSheet), latest(book, Kind::IncomeStatement));
    if let Some((at, day)) = sheet {
        if let Some(report) = period.filter(|_| begins(form, "10-K|10-Q")) {
            let detail = ["The header's period of report is ", &iso(report), "; the latest balance sheet is of "];
            found.push(fact(at, "The balance sheet is of the period of report", &detail.concat(), (day, report)));
        }
        if let Some((_, end)) = income {
            let detail = ["The latest income statement ends ", &iso(end), "; the latest balance sheet is of "];
            found.push(fact(at, "The statements end on one day", &detail.concat(), (day, end)));
        }
    }
    // A year's figures are audited in time, and the word is often left out beside them.
    let is_part = |end: Date| {
        let incomes = book.statements.iter().filter(|s| s.kind == Kind::IncomeStatement);
        let mut lengths =
            incomes.flat_map(|s| &s.columns).filter_map(|c| c.period.filter(|p| p.end() == end)?.months());
        lengths.all(|months| months < 12)
    };
    // Statements alone may be cut out of a release that says it.
    if let Some((at, day)) = income.filter(|(_, end)| !book.claims.is_empty() && is_part(*end)) {
        let mut check = fact(at, "Figures of part of a year are called unaudited", "", (day, day));
        let says = if unaudited { "The filing says so." } else { "Nothing in the filing says so." };
        check = check.at_most(Severity::Info).saying(says.to_owned());
        check.outcome = if unaudited { Outcome::Exact } else { Outcome::Broken };
        found.push(check);
    }
}

/// The figure that stands first in the latest column of a kind of statement, and that column's last day.
fn latest(book: &Book<'_>, kind: Kind) -> Option<(At, Date)> {
    let mut latest: Option<(At, Date)> = None;
    let of_kind = |s: &crate::statement::Statement| s.kind == kind && s.basis == Basis::Gaap;
    for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| of_kind(s)) {
        for (column, period) in statement.columns.iter().enumerate() {
            let Some(end) = period.period.map(Period::end) else { continue };
            let line = statement.lines.iter().position(|l| l.value(column).is_some());
            if let Some(line) = line.filter(|_| latest.is_none_or(|(_, day)| end > day)) {
                latest = Some((At { statement: i, line, column }, end));
            }
        }
    }
    latest
}

/// Two days that ought to be one.
fn fact(at: At, title: &str, detail: &str, (day, other): (Date, Date)) -> Check {
    let holds = (day.to_julian_day() - other.to_julian_day()).abs() <= DAYS;
    let mut check = tie::unchecked(title.to_owned(), Ref::Cell(at), "").saying([detail, &iso(day), "."].concat());
    check.outcome = if holds { Outcome::Exact } else { Outcome::Broken };
    // It is about a column: the figure itself is not checked by it.
    (check.reported, check.reason) = (None, None);
    check
}
