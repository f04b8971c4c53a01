//! The concepts of amounts inside a caption: allowances, par values, and shares authorized, issued and outstanding.

use super::Line;
use crate::{
    phrase::{has, is_any},
    vocabulary::Unit,
};

/// The concept of such an amount, by the line it is printed in (the next that is none itself) and the words after it.
pub fn of(lines: &[Line], at: usize) -> Option<&'static str> {
    let aside = &lines[at];
    let common = match lines[at..].iter().find(|l| !l.aside)?.concept? {
        "AccountsReceivableNetCurrent" | "ReceivablesNetCurrent" => {
            return has(&aside.plain, "allowance").then_some("AllowanceForDoubtfulAccountsReceivableCurrent");
        }
        "PropertyPlantAndEquipmentNet" => {
            return has(&aside.plain, "accumulated")
                .then_some("AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment");
        }
        "CommonStockValue" | "CommonStocksIncludingAdditionalPaidInCapital" => true,
        "PreferredStockValue" => false,
        _ => return None,
    };
    match (aside.unit, said(&aside.plain)?, common) {
        (Unit::PerShare, "par" | "stated", true) => Some("CommonStockParOrStatedValuePerShare"),
        (Unit::PerShare, "par" | "stated", false) => Some("PreferredStockParOrStatedValuePerShare"),
        (Unit::Shares, "authorized", true) => Some("CommonStockSharesAuthorized"),
        (Unit::Shares, "authorized", false) => Some("PreferredStockSharesAuthorized"),
        (Unit::Shares, "issued", true) => Some("CommonStockSharesIssued"),
        (Unit::Shares, "issued", false) => Some("PreferredStockSharesIssued"),
        (Unit::Shares, "outstanding", true) => Some("CommonStockSharesOutstanding"),
        (Unit::Shares, "outstanding", false) => Some("PreferredStockSharesOutstanding"),
        _ => None,
    }
}

/// The one thing said of an amount: "authorized" of "shares authorized and none issued". Shares issued and outstanding are two
/// facts in one figure, and have no one name.
fn said(plain: &str) -> Option<&str> {
    let matters = |word: &&str| is_any(word, "par|stated|authorized|issued|outstanding");
    let mut words = plain.split(' ').skip_while(|w| !matters(w));
    let first = words.next()?;
    let second = words.find(|w| *w != "and");
    Some(first).filter(|_| !second.is_some_and(|w| matters(&w)))
}
