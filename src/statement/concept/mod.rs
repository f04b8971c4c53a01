//! Concepts: the us-gaap name of a line, where its caption, its place and the lines around it leave no doubt.
//!
//! [`assign`] gives each line the name the rules ask for. [`spell`] then says how the taxonomy of the statement's time
//! calls it, which needs the dates and the other statements.

mod aside;
mod balance;
mod cash_flow;
mod income;
mod pattern;
mod per_share;
mod spelling;
#[cfg(test)]
mod tests;

pub use pattern::plain;
pub use spelling::spell;

use super::Line;
use crate::{
    phrase::{has, has_any, is_any},
    vocabulary::{StatementKind, Unit},
};
use pattern::{find, key};

/// Where on a statement a line stands; one letter, explained with each table.
type Place = u8;

/// Beginning and ending cash have no element of their own in us-gaap: they are one instant fact.
pub const CASH_BEGINNING: &str = "CashBeginning";
pub const CASH_ENDING: &str = "CashEnding";

const RECONCILIATION: &str = "\
=*
NetIncomeLoss:gaap? net income *|nongaap net income *|pro forma net income *";

/// Gives the lines of a statement their concepts.
pub fn assign(kind: StatementKind, lines: &mut [Line]) {
    let keys: Vec<String> = lines.iter().map(|l| key(&l.plain)).collect();
    let (table, places) = match kind {
        StatementKind::BalanceSheet => (balance::TABLE, balance::places(lines)),
        StatementKind::IncomeStatement => (income::TABLE, income::places(lines, &keys)),
        StatementKind::CashFlow => (cash_flow::TABLE, Vec::new()),
        StatementKind::Reconciliation => (RECONCILIATION, Vec::new()),
        StatementKind::Equity | StatementKind::Schedule | StatementKind::Other => ("", Vec::new()),
    };
    let per_share = matches!(kind, StatementKind::IncomeStatement | StatementKind::Reconciliation);
    let mut place = cash_flow::FIRST;
    let totals = if kind == StatementKind::CashFlow { cash_flow::totals(&keys) } else { [0; 2] };
    for i in 0..lines.len() {
        let (line, key) = (&lines[i], keys[i].as_str());
        if line.is_heading() {
            continue;
        }
        let concept = match line.unit {
            _ if line.aside => None,
            Unit::PerShare | Unit::Shares if per_share => per_share::of(line),
            Unit::Money if kind == StatementKind::CashFlow => find(table, place, key).or_else(|| {
                // "Increase in accounts receivable" is what others call "Accounts receivable".
                find(table, place, key.strip_prefix("increase ").or_else(|| key.strip_prefix("change "))?)
            }),
            Unit::Money => find(table, places.get(i).copied().unwrap_or_default(), key),
            Unit::PerShare | Unit::Shares | Unit::Percent | Unit::Count => None,
        };
        place = cash_flow::after(concept.unwrap_or_default(), place, i, totals);
        lines[i].concept = concept;
    }
    for i in 0..lines.len() {
        if lines[i].aside {
            lines[i].concept = aside::of(lines, i);
        }
    }
    match kind {
        StatementKind::BalanceSheet => balance_sheet(lines),
        StatementKind::IncomeStatement => income_statement(lines),
        StatementKind::CashFlow => cash_flow_statement(lines),
        _ => {}
    }
}

fn rename(lines: &mut [Line], from: &str, to: &'static str) {
    for line in lines.iter_mut().filter(|l| l.concept == Some(from)) {
        line.concept = Some(to);
    }
}

fn last(lines: &[Line], concept: &str) -> Option<usize> {
    lines.iter().rposition(|l| l.concept == Some(concept))
}

/// Parts of the shareholders' own equity.
const OWN: &str = "CommonStockValue|AdditionalPaidInCapital|RetainedEarningsAccumulatedDeficit|StockholdersEquity";

/// Equity below a noncontrolling interest that is part of it includes it; equipment above its depreciation is not net of it.
fn balance_sheet(lines: &mut [Line]) {
    totals(lines);
    // "Other" of a section with a name of its own is a part of that.
    for line in lines.iter_mut().filter(|l| l.plain == "other") {
        let heading = line.path.last().map(|p| p.to_ascii_lowercase());
        if heading.is_some_and(|p| !has_any(&p, "assets|liabilities")) {
            line.concept = None;
        }
    }
    // Before 2009 it stood above the shareholders' own equity, and was no part of it.
    let own = lines.iter().position(|l| l.concept.is_some_and(|c| is_any(c, OWN)));
    if let Some(minority) = last(lines, "MinorityInterest").filter(|i| own.is_some_and(|own| own < *i)) {
        rename(
            &mut lines[minority..],
            "StockholdersEquity",
            "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
        );
    }
    if let Some(depreciation) =
        lines.iter().position(|l| !l.is_heading() && has(&l.plain, "accumulated depreciation") && !has(&l.plain, "net"))
    {
        let gross = |l: &Line| l.concept == Some("PropertyPlantAndEquipmentNet") && !has(&l.plain, "net");
        for line in lines[..depreciation].iter_mut().filter(|l| gross(l)) {
            line.concept = Some("PropertyPlantAndEquipmentGross");
        }
    }
}

/// A line that says no more than "Total" is all assets, or all that is owed and owned, where no section has it.
fn totals(lines: &mut [Line]) {
    let found = balance::total(lines);
    for (i, line) in lines.iter_mut().enumerate().filter(|(_, l)| l.plain == "total") {
        if line.concept == Some("Assets") && found.is_none_or(|(assets, _)| assets != i) {
            line.concept = None;
        }
        if found.is_some_and(|(_, twin)| twin == Some(i)) {
            line.concept = Some("LiabilitiesAndStockholdersEquity");
        }
    }
}

/// Net income above the part of noncontrolling interests is that of all owners.
fn income_statement(lines: &mut [Line]) {
    part_of_expenses(lines);
    let Some(minority) = last(lines, "NetIncomeLossAttributableToNoncontrollingInterest") else { return };
    rename(&mut lines[..minority], "NetIncomeLoss", "ProfitLoss");
    rename(
        lines,
        "ComprehensiveIncomeNetOfTax",
        "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest",
    );
}

/// "Operating expenses" among other costs are some of them; all of them stand just above operating income.
fn part_of_expenses(lines: &mut [Line]) {
    let mut next = None;
    for line in lines.iter_mut().rev().filter(|l| !l.is_heading() && !l.aside) {
        if line.concept == Some("OperatingExpenses")
            && !has(&line.plain, "total")
            && next != Some("OperatingIncomeLoss")
        {
            line.concept = None;
        }
        next = line.concept;
    }
}

/// Where cash is printed with and without restricted cash, the statement rolls what includes it.
fn cash_flow_statement(lines: &mut [Line]) {
    for concept in [CASH_BEGINNING, CASH_ENDING] {
        if let Some(total) = last(lines, concept).filter(|i| has_any(&lines[*i].plain, "restricted")) {
            rename(&mut lines[..total], concept, "CashAndCashEquivalentsAtCarryingValue");
        }
    }
}
