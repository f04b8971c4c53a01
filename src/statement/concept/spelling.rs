//! Spelling: how the us-gaap taxonomy of a statement's time calls a concept.
//!
//! A new standard brings new elements: restricted cash and revenue from contracts in 2018, credit losses in 2020. Where filers of
//! one time do not agree on an element, none is named.

use rust_decimal::Decimal;

use super::super::{Line, Statement};
use crate::{
    exact,
    gather::Gather,
    phrase::{begins, has, has_any},
    vocabulary::{Basis, StatementKind},
};

/// Our name, its element up to 2017, its element since.
const ELEMENTS: &str = "\
CashBeginning:CashAndCashEquivalentsAtCarryingValue:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents
CashEnding:CashAndCashEquivalentsAtCarryingValue:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents
CashAndCashEquivalentsPeriodIncreaseDecrease:CashAndCashEquivalentsPeriodIncreaseDecrease:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect
EffectOfExchangeRateOnCashAndCashEquivalents:EffectOfExchangeRateOnCashAndCashEquivalents:EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents
IncomeLossFromContinuingOperationsBeforeIncomeTaxes:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest
Revenues:Revenues:RevenueFromContractWithCustomerExcludingAssessedTax
CostOfGoodsAndServicesSold:CostOfRevenue:CostOfGoodsAndServicesSold
DeferredRevenueCurrent:DeferredRevenueCurrent:ContractWithCustomerLiabilityCurrent
DeferredRevenueNoncurrent:DeferredRevenueNoncurrent:ContractWithCustomerLiabilityNoncurrent
IncreaseDecreaseInDeferredRevenue:IncreaseDecreaseInDeferredRevenue:IncreaseDecreaseInContractWithCustomerLiability
AvailableForSaleSecuritiesDebtSecurities:AvailableForSaleSecurities:AvailableForSaleSecuritiesDebtSecurities
PaymentsToAcquireAvailableForSaleSecuritiesDebt:PaymentsToAcquireAvailableForSaleSecurities:PaymentsToAcquireAvailableForSaleSecuritiesDebt
ProceedsFromSaleOfAvailableForSaleSecuritiesDebt:ProceedsFromSaleOfAvailableForSaleSecurities:ProceedsFromSaleOfAvailableForSaleSecuritiesDebt
LoansReceivableNet:LoansAndLeasesReceivableNetReportedAmount:FinancingReceivableExcludingAccruedInterestAfterAllowanceForCreditLoss
LoansAllowance:LoansAndLeasesReceivableAllowance:FinancingReceivableAllowanceForCreditLossExcludingAccruedInterest
AdditionalPaidInCapital:AdditionalPaidInCapital:
TreasuryStockValue:TreasuryStockValue:
ShortTermInvestments:ShortTermInvestments:
EarningsPerShareBasicAndDiluted:EarningsPerShareBasicAndDiluted:
WeightedAverageNumberOfShareOutstandingBasicAndDiluted:WeightedAverageNumberOfShareOutstandingBasicAndDiluted:";

/// The year whose annual reports were the first under the new elements.
const NEW: i32 = 2018;

/// Names the element of every line.
pub fn spell(statements: &mut [Statement]) {
    let shared = statements
        .iter()
        .flat_map(|s| &s.lines)
        .any(|l| l.concept == Some("ProfitLoss") || l.concept == Some("MinorityInterest"));
    let year = |s: &Statement| s.columns.iter().filter_map(|c| Some(c.period?.end().year())).max();
    let latest = statements.iter().filter_map(year).max();
    for statement in statements {
        let new = year(statement).or(latest).is_some_and(|year| year >= NEW);
        let flow = statement.kind == StatementKind::CashFlow && statement.basis == Basis::Gaap;
        let rates = statement.line_of(&["EffectOfExchangeRateOnCashAndCashEquivalents"]).unwrap_or(0);
        let mut mixed = false;
        for (i, line) in statement.lines.iter_mut().enumerate() {
            mixed |= has_any(&line.plain, "rent|lease|premium|interest|investment|dividend");
            let Some(concept) = line.concept else { continue };
            line.element = match concept {
                // Revenue that is not all from contracts with customers.
                "Revenues" if new && mixed && has(&line.plain, "total") => Some("Revenues"),
                "NetIncomeLoss" if flow && shared && !has(&line.plain, "attributable") => Some("ProfitLoss"),
                "CashAndCashEquivalentsPeriodIncreaseDecrease" if new && rates > i => Some(
                    "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect",
                ),
                _ => element(concept, new),
            };
        }
        one_of_each(&mut statement.lines);
    }
}

/// Two lines of one statement with different amounts are not both the whole of a thing: the one that says it is the total keeps the
/// name, or none does. What a company counts in its own way has no name of the taxonomy beside what it is a version of.
fn one_of_each(lines: &mut [Line]) {
    let mut seen: Vec<&str> = Vec::new();
    for at in 0..lines.len() {
        let Some(concept) = lines[at].concept.filter(|c| !lines[at].aside && !seen.contains(c)) else { continue };
        seen.push(concept);
        let alike = |i: &usize| !lines[*i].aside && lines[*i].concept == Some(concept);
        let group: Vec<usize> = (at..lines.len()).filter(alike).gather();
        let all_like = |first: usize, i: &usize| !differ(&lines[first], &lines[*i]);
        if group.iter().all(|i| all_like(at, i)) {
            continue;
        }
        let total = |i: &usize| begins(&lines[*i].plain, "total");
        let own_way = |i: &usize| has_any(&lines[*i].plain, "non gaap|nongaap|adjusted|pro forma");
        let totals = group.iter().any(total);
        // "Income before taxes" of two businesses, and of both.
        let last = group.last().copied().filter(|last| adds_up(lines, &group, *last));
        let (keeps, drops): (Vec<usize>, Vec<usize>) = group.into_iter().partition(|i| match last {
            Some(last) => *i == last,
            None if totals => total(i),
            None => !own_way(i),
        });
        let one = keeps.first().is_some_and(|first| keeps.iter().all(|i| all_like(*first, i)));
        for i in drops.into_iter().chain(keeps.into_iter().filter(|_| !one)) {
            lines[i].element = None;
        }
    }
}

/// Whether the last of several lines is the sum of the others.
fn adds_up(lines: &[Line], group: &[usize], last: usize) -> bool {
    let sum = |c: usize| {
        let parts = group.iter().filter(|i| **i != last).filter_map(|i| lines[*i].value(c));
        parts.fold(Decimal::ZERO, |sum, part| exact::add(sum, part).unwrap_or(sum))
    };
    let told = |c: &usize| lines[last].value(*c).is_some();
    group.len() > 2 && (0..lines[last].cells.len()).filter(told).all(|c| lines[last].value(c) == Some(sum(c)))
}

/// Different amounts in a column.
fn differ(one: &Line, other: &Line) -> bool {
    (0..one.cells.len()).any(|c| matches!((one.value(c), other.value(c)), (Some(a), Some(b)) if a != b))
}

fn element(concept: &'static str, new: bool) -> Option<&'static str> {
    let known = ELEMENTS.lines().filter_map(|l| l.split_once(':')).find(|(name, _)| *name == concept);
    let Some((old, since)) = known.and_then(|(_, elements)| elements.split_once(':')) else { return Some(concept) };
    Some(if new { since } else { old }).filter(|element| !element.is_empty())
}
