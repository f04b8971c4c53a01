//! The words the whole pipeline shares, as the report spells them: kinds of statement, roles, units, outcomes.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    BalanceSheet,
    IncomeStatement,
    CashFlow,
    Reconciliation,
    Equity,
    Schedule,
    Other,
}

impl StatementKind {
    /// Balance sheet, income statement, cash flows.
    pub fn is_primary(self) -> bool {
        matches!(self, Self::BalanceSheet | Self::IncomeStatement | Self::CashFlow)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Gaap,
    NonGaap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Heading,
    Item,
    Subtotal,
    Total,
}

/// What the figures of a line count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Money,
    PerShare,
    Shares,
    Percent,
    Count,
}

/// A rule printed above or below the amounts of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    #[default]
    None,
    Single,
    Double,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    Amount,
    Percent,
    PerShare,
    Direction,
}

/// What became of a check. The four never look alike on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Difference nothing.
    Exact,
    /// A difference that rounding explains.
    Rounding,
    /// A difference that rounding cannot explain.
    Broken,
    /// Could not be checked; the check's `reason` says why.
    Unchecked,
}

/// How much a broken check would matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Error,
    Warning,
    Info,
}
