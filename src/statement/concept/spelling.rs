//! Spelling: how the us-gaap taxonomy of a statement's time calls a concept.
//!
//! A new standard brings new elements: restricted cash and revenue from contracts in 2018, credit losses in 2020. Where filers of
//! one time do not agree on an element, none is named.

use super::super::Statement;
use crate::{
    phrase::{has, has_any},
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
    }
}

fn element(concept: &'static str, new: bool) -> Option<&'static str> {
    let known = ELEMENTS.lines().filter_map(|l| l.split_once(':')).find(|(name, _)| *name == concept);
    let Some((old, since)) = known.and_then(|(_, elements)| elements.split_once(':')) else { return Some(concept) };
    Some(if new { since } else { old }).filter(|element| !element.is_empty())
}
