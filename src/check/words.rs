//! How checks speak of figures: as printed, with thousands commas and parentheses for negatives.

use rust_decimal::Decimal;

use crate::{
    exact,
    gather::Gather,
    phrase::{cut, trim_end},
    statement::{Column, Statement},
};

/// "1,228", "(1,228)", "0.04".
pub fn figure(value: Decimal) -> String {
    let digits = value.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut grouped = String::with_capacity(digits.len() + whole.len() / 3 + 2);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    if value.is_sign_negative() && !value.is_zero() { format!("({grouped})") } else { grouped }
}

/// An amount in the scale its statement prints ("365,606" for 365,606,000 in thousands).
pub fn printed(value: Decimal, scale: Decimal) -> String {
    figure(exact::div(value, scale).unwrap_or(value).normalize())
}

/// " (thousand)" after a difference, so that nobody takes it for dollars.
pub fn unit(scale: Decimal) -> &'static str {
    if scale == Decimal::ONE_THOUSAND {
        " thousand"
    } else if scale == Decimal::from(1_000_000) {
        " million"
    } else if scale == Decimal::from(1_000_000_000) {
        " billion"
    } else {
        ""
    }
}

/// How a column is named in a sentence.
pub fn column(column: &Column) -> String {
    let label: Vec<String> = column.headings.iter().filter(|h| !h.starts_with('(')).cloned().gather();
    if label.is_empty() { "its column".to_owned() } else { label.join(" ") }
}

/// How a statement is named in a sentence.
pub fn statement(statement: &Statement) -> &'static str {
    use crate::vocabulary::{Basis, StatementKind as Kind};
    match (statement.kind, statement.basis) {
        (Kind::BalanceSheet, _) => "the balance sheet",
        (Kind::IncomeStatement, Basis::Gaap) => "the income statement",
        (Kind::IncomeStatement, Basis::NonGaap) => "the non-GAAP income statement",
        (Kind::CashFlow, _) => "the cash flow statement",
        (Kind::Reconciliation, _) => "the reconciliation",
        (Kind::Equity, _) => "the statement of equity",
        (Kind::Schedule | Kind::Other, _) => "the table",
    }
}

/// A caption without its footnote mark and colon.
pub fn caption(caption: &str) -> String {
    let mut words = trim_end(caption, ": ");
    if let Some((before, mark)) = words.rsplit_once('(')
        && before.ends_with(' ')
        && mark.len() <= 3
        && mark.ends_with(')')
    {
        words = cut(before, 0, before.len() - 1);
    }
    if words.is_empty() { "The line with no caption".to_owned() } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_printed() {
        let f = |s: &str| figure(s.parse().unwrap());
        assert_eq!(f("1228"), "1,228");
        assert_eq!(f("-1085929"), "(1,085,929)");
        assert_eq!(f("0.04"), "0.04");
        assert_eq!(f("999"), "999");
        assert_eq!(f("0"), "0");
    }

    #[test]
    fn scales_and_captions() {
        let unit_of = |scale: i64| unit(Decimal::from(scale));
        assert_eq!([1, 1_000, 1_000_000, 1_000_000_000].map(unit_of), ["", " thousand", " million", " billion"]);
        assert_eq!(caption("Amortization of patents (1)"), "Amortization of patents");
        assert_eq!(caption("Amortization of patents (A):"), "Amortization of patents");
        // No footnote mark: words, or a name that ends so.
        assert_eq!(caption("Net income (loss)"), "Net income (loss)");
        assert_eq!(caption("Form 401(k)"), "Form 401(k)");
        assert_eq!(caption(" : "), "The line with no caption");
    }
}
