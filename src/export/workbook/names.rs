//! Sheet names: short, of the characters a sheet's name may have, and each once.

use std::collections::BTreeSet;

use crate::report::{Basis, Statement, StatementKind};

pub const FINDINGS: &str = "Findings";
pub const TIES: &str = "Ties";
pub const UNREAD: &str = "Not read";

/// How long a sheet's name may be.
const LONGEST: usize = 31;

/// The names of the statements' sheets.
pub fn names(statements: &[Statement]) -> Vec<String> {
    // Excel keeps "History" for itself.
    let mut taken: BTreeSet<String> =
        [FINDINGS, TIES, UNREAD, "History"].iter().map(|name| name.to_ascii_lowercase()).collect();
    statements.iter().map(|statement| unique(&wanted(statement), &mut taken)).collect()
}

fn unique(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name = clipped(wanted, LONGEST);
    let mut again = 1;
    while !taken.insert(name.to_ascii_lowercase()) {
        again += 1;
        let number = format!(" ({again})");
        name = clipped(wanted, LONGEST - number.len()) + &number;
    }
    name
}

/// As the page calls it.
fn wanted(statement: &Statement) -> String {
    let gaap = statement.basis == Basis::Gaap;
    let name = match statement.kind {
        StatementKind::BalanceSheet => "Balance sheet",
        StatementKind::IncomeStatement if gaap => "Operations",
        StatementKind::IncomeStatement => "Non-GAAP operations",
        StatementKind::CashFlow => "Cash flow",
        StatementKind::Reconciliation => "Reconciliation",
        StatementKind::Equity => "Equity",
        StatementKind::Schedule | StatementKind::Other => return titled(&statement.title),
    };
    name.to_owned()
}

/// A title as a name: letters, digits and a few signs, for quotes and brackets have a meaning in formulas.
fn titled(title: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || " -,.&()".contains(c) { c } else { ' ' };
    let words: String = title.chars().map(kept).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { "Schedule".to_owned() } else { words }
}

/// All names are ASCII, so bytes are characters.
fn clipped(name: &str, longest: usize) -> String {
    name.get(..longest).unwrap_or(name).trim_end().to_owned()
}
