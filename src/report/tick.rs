//! The tick marks that auditors set beside an amount: a letter for what was done with it.

use crate::phrase::is_any;

/// The letters, and what each says of an amount.
pub const TICKS: [(&str, &str); 5] = [
    ("f", "footed"),
    ("c", "cross-footed"),
    ("s", "agreed to another statement"),
    ("r", "recomputed"),
    ("t", "agreed to the text"),
];

/// The place in [`TICKS`] of what a rule does.
pub fn tick(rule: &str) -> Option<usize> {
    const RULES: [&str; 5] = [
        "footing|balance|net_cash_change|cash_roll|retained_earnings_roll|reconciliation|excluded_items",
        "cross_footing|period_sum",
        "statement_tie|cash_tie|net_income_tie|reconciliation_tie|working_capital|investing_counterpart",
        "eps|percent|tax_rate",
        "prose|headline",
    ];
    RULES.iter().position(|rules| is_any(rule, rules))
}
