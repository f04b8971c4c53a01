//! The concepts of a balance sheet, and where on it a line stands.
//!
//! Places: `c` current assets, `a` other assets and `u` assets of a sheet that does not tell them apart; `d` current
//! liabilities (due soon), `l` other liabilities and equity, `v` both where the sheet does not tell them apart.

use super::{Line, Place, pattern::fits};
use crate::gather::Gather;
use crate::phrase::{begins, has};

pub const TABLE: &str = "\
=*
Assets:total asset
AssetsCurrent:total current asset
LiabilitiesCurrent:total current liability
LiabilitiesAndStockholdersEquity:total? liability * equity/deficit/capital/investment *|total liability noncontrolling *|total equity liability
Liabilities:total liability !
CommitmentsAndContingencies:commitment contingency *|contingency commitment *
CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents:total? cash equivalent? restricted cash *
=cau
Assets:total !
CashAndCashEquivalentsAtCarryingValue:total? cash equivalent?|cash temporary investment
CashAndDueFromBanks:cash due bank
CashCashEquivalentsAndShortTermInvestments:total? cash equivalent? short term investment
InventoryNet:total? merchandise? inventory
Goodwill:total? goodwill
ShortTermInvestments:short term investment/security
=c
RestrictedCashCurrent:restricted cash current?
MarketableSecuritiesCurrent:short? term? marketable security current?
AccountsReceivableNetCurrent:trade? account receivable trade?|trade receivable|account receivable customer
ReceivablesNetCurrent:receivable
PrepaidExpenseAndOtherAssetsCurrent:prepaid expense? other current? asset?|other current asset prepaid expense
PrepaidExpenseCurrent:prepaid expense
IncomeTaxesReceivable:income tax receivable
DeferredTaxAssetsNetCurrent:deferred income? tax asset? current?|current deferred income? tax asset?
OtherAssetsCurrent:other current asset|other
=a
RestrictedCashNoncurrent:restricted cash
AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment:less? accumulated depreciation depletion? amortization?
MarketableSecuritiesNoncurrent:long term marketable security|marketable security noncurrent
OtherAssetsNoncurrent:other noncurrent? asset noncurrent?|other long term asset|other
=u
OtherAssets:other asset
AvailableForSaleSecuritiesDebtSecurities:* available sale *
LoansReceivableNet:loan net *|net loan|loan less allowance *|total loan net *
LoansAllowance:less? allowance loan/credit lease? income
InterestReceivable:accrued? interest receivable
PropertyPlantAndEquipmentNet:bank? premise furniture? equipment
Investments:total investment
RealEstateInvestmentPropertyNet:net real estate investment?|total? investment? real estate investment? net *
=au
PropertyPlantAndEquipmentNet:total? net? property plant? equipment|net property|property net
OperatingLeaseRightOfUseAsset:operating lease right use rou? asset *|right use asset operating? lease?|operating lease rou? asset|lease right use asset
IntangibleAssetsNetExcludingGoodwill:total? other identifiable? intangible asset?|identifiable intangible asset
DeferredIncomeTaxAssetsNet:net? deferred income? tax asset? net?|net? deferred tax asset noncurrent?
LongTermInvestments:long term investment
EquityMethodInvestments:equity method investment|investment unconsolidated *
=d
AccountsPayableCurrent:trade? account payable trade?|trade payable
AccountsPayableAndAccruedLiabilitiesCurrent:account payable accrued liability/expense expense/liability?
AccruedLiabilitiesCurrent:total? accrued liability/expense liability?
EmployeeRelatedLiabilitiesCurrent:accrued compensation/payroll/salary/wage/employee wage/compensation? related? employee? benefit/cost/expense?|employee? compensation/payroll/salary wage? benefit payable?
DeferredRevenueCurrent:deferred revenue/income current? portion?|current portion deferred revenue|short term deferred revenue|current deferred revenue
ContractWithCustomerLiabilityCurrent:contract liability current? portion?|current contract liability
OperatingLeaseLiabilityCurrent:current? portion? operating? lease liability/obligation current? portion?|current maturity operating lease liability/obligation|current portion lease liability operating|short term operating lease liability
FinanceLeaseLiabilityCurrent:current? portion? finance lease liability/obligation current? portion?
LongTermDebtCurrent:current portion/maturity/installment long term debt|long term debt current portion/maturity?|long term debt due within one year
DebtCurrent:current portion/maturity debt|debt current|current debt|short term borrowing/debt current portion/maturity long term debt
ShortTermBorrowings:short term borrowing
AccruedIncomeTaxesCurrent:accrued? income tax payable?|income tax accrued
DividendsPayableCurrent:dividend payable|accrued dividend
InterestPayableCurrent:accrued? interest payable|accrued interest|interest accrued
OtherLiabilitiesCurrent:other current liability|other
=l
LongTermDebtNoncurrent:long term debt excluding? current? portion/maturity/installment? noncurrent?|long term debt noncurrent portion
OperatingLeaseLiabilityNoncurrent:noncurrent/long? term? portion? operating? lease liability/obligation noncurrent/long? term? portion?|operating lease liability excluding current *
FinanceLeaseLiabilityNoncurrent:noncurrent/long? term? portion? finance lease liability/obligation noncurrent/long? term? portion?
DeferredIncomeTaxLiabilitiesNet:net? deferred income? tax liability? net? noncurrent?
DeferredRevenueNoncurrent:noncurrent/long? term? deferred revenue/income noncurrent/long? term? portion?
ContractWithCustomerLiabilityNoncurrent:noncurrent? contract liability noncurrent?|long term contract liability
PensionAndOtherPostretirementDefinedBenefitPlansLiabilitiesNoncurrent:pension other? postretirement benefit? obligation/liability?
AccruedIncomeTaxesNoncurrent:long? term? noncurrent? income tax payable noncurrent?
AssetRetirementObligationsNoncurrent:asset retirement obligation
OtherLiabilitiesNoncurrent:other noncurrent? liability noncurrent?|other long term liability/obligation|other
=v
Deposits:total? deposit !
NoninterestBearingDepositLiabilities:noninterest bearing demand? deposit? !
InterestBearingDepositLiabilities:total? interest bearing deposit? !
ShortTermBorrowings:short term borrowing
LongTermDebt:long term debt
LineOfCredit:revolving? line credit|revolving credit facility
AccountsPayableAndAccruedLiabilitiesCurrentAndNoncurrent:account payable accrued liability/expense
AccountsPayableCurrentAndNoncurrent:account payable
OperatingLeaseLiability:operating? lease liability
DeferredIncomeTaxLiabilitiesNet:net? deferred income? tax liability? net?
UnearnedPremiums:unearned premium
LiabilityForClaimsAndClaimsAdjustmentExpense:* income adjustment expense *
OtherLiabilities:other liability
=dlv
CommonStocksIncludingAdditionalPaidInCapital:common stock additional? paid capital *
TreasuryStockValue:less? treasury stock/share *|less? cost? common stock held? treasury *
CommonStockValue:common/ordinary stock/share !|class * common/ordinary stock/share !|common/ordinary stock/share par/no/stated/nominal/authorized/issued/share/voting/class *|class * common/ordinary stock/share par/no/authorized/issued *
PreferredStockValue:preferred/preference stock/share !|preferred/preference stock/share par/no/stated/authorized/issued *
AdditionalPaidInCapital:additional? paid capital|capital excess par/stated? value?|additional capital
AccumulatedOtherComprehensiveIncomeLossNetOfTax:accumulated other comprehensive net? income *
AccumulatedDistributionsInExcessOfNetIncome:accumulated/cumulative? distribution/dividend excess * income
RetainedEarningsAccumulatedDeficit:retained income/deficit accumulated? deficit?|accumulated deficit retained? income?|accumulated income|income reinvested *|reinvested income|income retained *
StockholdersEquity:total? net? stockholder equity/deficit/investment !|total * stockholder equity/deficit !|total? common stockholder? equity !|total equity/deficit !|total equity attributable *
MinorityInterest:total? noncontrolling interest !|noncontrolling interest subsidiary *";

/// Where each line stands: between which totals, and under which headings.
pub fn places(lines: &[Line]) -> Vec<Place> {
    let at = |wanted: &str| lines.iter().position(|l| !l.is_heading() && begins(&l.plain, wanted));
    let exactly = |wanted: &str| lines.iter().position(|l| !l.is_heading() && fits(wanted, &l.plain));
    let heading = |wanted: &str| lines.iter().position(|l| l.is_heading() && l.plain == wanted);
    let assets = exactly("total assets")
        .or_else(|| total(lines).map(|(assets, _)| assets))
        .or_else(|| owed(lines)?.checked_sub(1));
    // A page that holds only what is owed has no assets.
    let assets = assets.unwrap_or(if owed(lines).is_some() { 0 } else { lines.len() });
    let (current_assets, current_liabilities) = (at("total current assets"), at("total current liabilities"));
    // Where the current part is not the first, its heading says where it begins.
    let from = heading("current assets").unwrap_or(0);
    let due_from = heading("current liabilities").filter(|i| *i > assets).unwrap_or(assets);
    let equity = |i: usize| {
        lines[i].path.iter().any(|p| {
            let p = p.to_ascii_lowercase();
            has(&p, "equity") && !has(&p, "liabilit")
        })
    };
    let place = |i: usize| match (i <= assets, current_assets, current_liabilities) {
        (true, Some(last), _) if (from..=last).contains(&i) => b'c',
        (true, Some(_), _) => b'a',
        (true, None, _) => b'u',
        (false, _, Some(last)) if (due_from..=last).contains(&i) && !equity(i) => b'd',
        (false, _, Some(_)) => b'l',
        (false, _, None) => b'v',
    };
    (0..lines.len()).map(place).gather()
}

/// The first line of what is owed.
fn owed(lines: &[Line]) -> Option<usize> {
    const OWED: &str = "liabilit|current liabilit|accounts payable|total liabilit|deposits|capitalization";
    lines.iter().position(|l| begins(&l.plain, OWED))
}

/// A sheet has no more lines that say "Total" alone.
const MOST: usize = 50;

/// The line "Total" that is all assets, and its like at the foot of the other side. Sections have totals too: all assets are as
/// much as the other side, or the last total above what is owed and no less than any amount above it.
pub fn total(lines: &[Line]) -> Option<(usize, Option<usize>)> {
    let of_all = |i: &usize| lines[*i].plain == "total" && !lines[*i].is_heading();
    let totals: Vec<usize> = (0..lines.len()).filter(of_all).take(MOST).gather();
    let values = |i: usize| lines[i].cells.iter().map(|c| c.as_ref().and_then(|c| c.value));
    for (at, first) in totals.iter().enumerate() {
        if let Some(twin) = totals[at + 1..].iter().rfind(|i| values(**i).eq(values(*first))) {
            return Some((*first, Some(*twin)));
        }
    }
    let owed = owed(lines)?;
    let last = totals.into_iter().rfind(|i| *i < owed)?;
    let most = (0..last).flat_map(values).flatten().max();
    (values(last).flatten().max() >= most).then_some((last, None))
}
