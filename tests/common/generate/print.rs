//! Amounts as they are printed.

use super::{
    layout::Layout,
    model::{Filing, Rank, Row, Statement, Unit},
};

/// An amount without its sign: `1,234.5`.
pub fn digits(amount: i64, places: u32) -> String {
    let unit = 10_i64.pow(places);
    let whole = (amount.abs() / unit).to_string();
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if places > 0 {
        let width = places as usize;
        grouped.push_str(&format!(".{:0width$}", amount.abs() % unit));
    }
    grouped
}

/// What is printed in a cell, parted as a table parts it.
pub struct Printed {
    pub dollar: bool,
    /// With its sign, or its opening parenthesis.
    pub body: String,
    pub close: &'static str,
}

pub fn cell(filing: &Filing, layout: &Layout, statement: &Statement, row: usize, column: usize) -> Printed {
    let Row::Line { unit, .. } = &statement.rows[row] else {
        return Printed { dollar: false, body: String::new(), close: "" };
    };
    let amount = statement.cell(row, column);
    let dollar = has_dollar(statement, row);
    if amount == 0 && *unit == Unit::Money {
        return Printed { dollar: dollar && layout.nil != "0", body: layout.nil.to_owned(), close: "" };
    }
    let digits = digits(amount, filing.places(*unit));
    let (body, close) = match (amount < 0, layout.minus) {
        (false, _) => (digits, ""),
        (true, true) => (format!("-{digits}"), ""),
        (true, false) => (format!("({digits}"), ")"),
    };
    Printed { dollar, body, close }
}

/// The first amounts of a statement, its last totals and amounts by share have a `$`.
fn has_dollar(statement: &Statement, row: usize) -> bool {
    let first = statement.rows.iter().position(|r| matches!(r, Row::Line { .. }));
    match &statement.rows[row] {
        Row::Line { unit: Unit::PerShare, .. } => true,
        Row::Line { rank, .. } => *rank == Rank::Grand || Some(row) == first,
        _ => false,
    }
}

/// "(in thousands, except per share data)"; nothing where amounts are printed whole.
pub fn scale(filing: &Filing, statement: &Statement, layout: &Layout) -> Option<String> {
    let shares = statement.rows.iter().any(|r| matches!(r, Row::Line { unit: Unit::PerShare, .. }));
    let unit = match filing.scale {
        1 => return None,
        1000 => "thousands",
        _ => "millions",
    };
    Some(match (shares, layout.said) {
        (true, 0) => format!("(in {unit}, except per share data)"),
        (true, _) => format!("(In {unit}, except per share amounts)"),
        (false, 0) => format!("(in {unit})"),
        (false, 1) => format!("(Dollars in {unit})"),
        (false, _) => format!("(In {unit} of dollars)"),
    })
}
