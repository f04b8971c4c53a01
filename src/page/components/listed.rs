//! The findings as CSV, and behind them all else that did not come out exact, with what the reader made of them.

use rust_decimal::Decimal;

use crate::exact;
use crate::page::copied::{Field, csv_row};
use crate::page::filing::{Amount, Filing};
use crate::page::review::Review;
use crate::page::words;
use crate::page::working::scale;
use crate::report::{Check, Claim, ClaimKind, Outcome, Unit};

const HEADINGS: [&str; 16] = [
    "outcome",
    "severity",
    "rule",
    "amount",
    "statement",
    "column",
    "line",
    "as printed",
    "computed",
    "difference",
    "unit",
    "found",
    "likely wrong",
    "should read",
    "reviewed",
    "note",
];

/// One row a check (RFC 4180). Amounts are numbers in the unit of the row, as printed.
pub fn findings_csv(filing: &Filing, review: &Review) -> String {
    let mut out = String::new();
    csv_row(&mut out, &HEADINGS.map(text));
    for check in filing.findings().chain(filing.aside()) {
        csv_row(&mut out, &fields(filing, check, review));
    }
    out
}

fn text(said: &str) -> Field {
    (said.to_owned(), false)
}

/// The unit of a figure in the text that is held against no table.
fn unit_of(filing: &Filing, claim: &Claim) -> String {
    match claim.kind {
        ClaimKind::Amount => {
            let currency = filing.report.statements.first().map(|statement| statement.currency.as_str());
            words::in_unit(Decimal::ONE, currency.unwrap_or_default())
        }
        ClaimKind::PerShare => "per share".to_owned(),
        ClaimKind::Percent | ClaimKind::Direction => "percent".to_owned(),
    }
}

fn fields(filing: &Filing, check: &Check, review: &Review) -> [Field; 16] {
    let (scale, money) = scale(filing, check);
    let number = |value: Option<Decimal>| {
        let value = value.and_then(|value| exact::div(value, scale));
        value.map_or_else(Field::default, |value| (value.normalize().to_string(), true))
    };
    let subject = filing.subject(check);
    let (statement, column, value, unit) = match subject {
        Some(Amount::Cell { statement, line, column, cell }) => {
            let unit = match line.unit {
                Unit::Money => money.unwrap_or_else(|| words::units(statement)),
                Unit::PerShare => "per share".to_owned(),
                Unit::Shares => "shares".to_owned(),
                Unit::Percent => "percent".to_owned(),
                Unit::Count => String::new(),
            };
            let column = column.map(|column| column.label.as_str()).unwrap_or_default();
            (words::short(statement), column, cell.value, unit)
        }
        Some(Amount::Claim(claim)) => {
            ("Text".to_owned(), "", Some(claim.value), money.unwrap_or_else(|| unit_of(filing, claim)))
        }
        None => (String::new(), "", None, String::new()),
    };
    let suspect = check.suspects.first();
    let likely = suspect.and_then(|suspect| filing.amount(&suspect.cell));
    let named = |amount: Amount<'_>| match amount.place() {
        place if place.is_empty() => amount.name(),
        place => [&amount.name(), ", ", &place].concat(),
    };
    // What the text should read is in the words of the text, whatever the unit of the row.
    let is_cell = matches!(likely, Some(Amount::Cell { .. }));
    let likely = likely.map(named).unwrap_or_default();
    // What could not be made is of no gravity.
    let severity = if check.outcome == Outcome::Broken { words::severity(check.severity) } else { "" };
    [
        text(words::said(check).1),
        text(severity),
        text(&check.rule),
        text(&filing.name_of(check)),
        text(&statement),
        text(column),
        subject.map_or_else(Field::default, |amount| (filing.line_of(&amount).to_string(), true)),
        number(value),
        number(check.computed),
        number(check.difference),
        text(&unit),
        text(check.reason.as_deref().filter(|_| check.detail.is_empty()).unwrap_or(&check.detail)),
        text(&likely),
        suspect.map_or_else(Field::default, |suspect| (suspect.suggested.clone(), is_cell)),
        text(if review.is_reviewed(&check.id) { "yes" } else { "" }),
        text(review.note_of(&check.id)),
    ]
}
