//! The concepts of a cash flow statement, and where on it a line stands.
//!
//! Places: `o` operating, `i` investing, `f` financing, `t` what follows the three.

use super::{Place, pattern::find};

pub const TABLE: &str = "\
=*
NetCashProvidedByUsedInOperatingActivitiesContinuingOperations:net? cash flow? provided? operating activity continuing operation|net? cash flow? provided? continuing operating activity|net? cash flow? provided? continuing operation !
CashProvidedByUsedInOperatingActivitiesDiscontinuedOperations:net? cash flow? provided? operating activity discontinued operation|net? cash flow? provided? discontinued operating activity
CashProvidedByUsedInInvestingActivitiesDiscontinuedOperations:net? cash flow? provided? investing activity discontinued operation|net? cash flow? provided? discontinued investing activity
CashProvidedByUsedInFinancingActivitiesDiscontinuedOperations:net? cash flow? provided? financing activity discontinued operation|net? cash flow? provided? discontinued financing activity
NetCashProvidedByUsedInOperatingActivities:total? net? cash flow? provided? total? operating activity|total? net? cash flow? provided? operation
NetCashProvidedByUsedInInvestingActivities:total? net? cash flow? provided? total? investing activity|total? net? cash flow? provided? investing !|net cash provided investment
NetCashProvidedByUsedInFinancingActivities:total? net? cash flow? provided? total? financing activity|total? net? cash flow? provided? financing !
EffectOfExchangeRateOnCashAndCashEquivalents:effect * exchange/currency/translation *|foreign? exchange/currency * effect/impact *|impact * exchange *
CashAndCashEquivalentsPeriodIncreaseDecrease:total? net increase/change total? cash *|total increase cash *|cash equivalent increase *
CashAndCashEquivalentsPeriodIncreaseDecrease:increase/change cash equivalent? restricted? cash? equivalent? during? year/period/quarter? !
CashBeginning:total/net? cash * beginning *|beginning * cash *|balance beginning *
CashEnding:total/net? cash * end *|ending/end * cash *|balance end/ending *
=o
NetIncomeLoss:net income|net income attributable *
ProfitLoss:consolidated net income|net income including * noncontrolling *|net income before * noncontrolling *
IncomeLossFromContinuingOperations:net? income continuing operation !
IncomeLossFromDiscontinuedOperationsNetOfTax:net? income discontinued operation
DepreciationDepletionAndAmortization:depreciation depletion? amortization expense? !
Depreciation:depreciation expense? !
AmortizationOfIntangibleAssets:amortization other? acquired/purchase? intangible asset?
AmortizationOfFinancingCosts:amortization deferred? debt? issuance/financing cost !
ShareBasedCompensation:noncash? stock/share/equity/unit based? compensation expense/cost/charge?
DeferredIncomeTaxExpenseBenefit:deferred income? tax expense/benefit/provision? benefit/expense? !|provision/benefit deferred income? tax
ProvisionForDoubtfulAccounts:provision/allowance doubtful account *|provision? bad debt expense?
GainsLossesOnExtinguishmentOfDebt:gain/income early? extinguishment/retirement debt|debt extinguishment gain/income/cost
GoodwillImpairmentLoss:goodwill impairment charge/income? !|impairment goodwill !
AssetImpairmentCharges:asset impairment charge/income? !|impairment charge !|impairment long lived asset|impairment asset
OtherNoncashIncomeExpense:other noncash *
OtherOperatingActivitiesCashFlowStatement:other operating activity
OperatingLeaseRightOfUseAssetAmortizationExpense:noncash operating? lease expense/cost|amortization operating? lease? right use asset|reduction carrying amount operating? lease? right use asset *
AccretionAmortizationOfDiscountsAndPremiumsInvestments:net? amortization/accretion * premium/discount * security/investment
IncreaseDecreaseInAccountsReceivable:trade? account receivable trade?|trade receivable
IncreaseDecreaseInReceivables:receivable
IncreaseDecreaseInInventories:merchandise? inventory
IncreaseDecreaseInPrepaidDeferredExpenseAndOtherAssets:prepaid expense? other current? asset?
IncreaseDecreaseInPrepaidExpense:prepaid expense
IncreaseDecreaseInOtherCurrentAssets:other current asset
IncreaseDecreaseInOtherOperatingAssets:other asset
IncreaseDecreaseInOtherNoncurrentAssets:other noncurrent/long term? asset
IncreaseDecreaseInAccountsPayable:account payable trade?
IncreaseDecreaseInAccountsPayableAndAccruedLiabilities:account payable accrued liability/expense expense/liability?
IncreaseDecreaseInAccruedLiabilities:accrued liability/expense liability?
IncreaseDecreaseInOtherCurrentLiabilities:other current liability
IncreaseDecreaseInOtherNoncurrentLiabilities:other noncurrent/long term? liability
IncreaseDecreaseInOtherOperatingLiabilities:other liability
IncreaseDecreaseInDeferredRevenue:deferred revenue
IncreaseDecreaseInContractWithCustomerLiability:contract liability
IncreaseDecreaseInOperatingLeaseLiability:operating? lease liability/obligation
IncreaseDecreaseInAccruedIncomeTaxesPayable:accrued? income tax payable
IncreaseDecreaseInEmployeeRelatedLiabilities:accrued compensation/payroll/salary/employee related? employee? benefit/expense/cost?
IncreaseDecreaseInOtherOperatingCapitalNet:other operating? asset liability
=i
PaymentsToAcquirePropertyPlantAndEquipment:payment? purchase/addition/acquisition/expenditure/investment property/premise plant? equipment !|capital expenditure|cash paid purchase property plant? equipment|payment property plant? equipment
PaymentsToDevelopSoftware:capitalized/capitalization * software *
PaymentsToAcquireBusinessesNetOfCashAcquired:cash? paid? payment? acquisition/purchase business|business acquisition/acquired/combination|cash? paid? payment? acquisition net cash *
PaymentsToAcquireAvailableForSaleSecuritiesDebt:purchase * available sale *
PaymentsToAcquireInvestments:purchase investment
ProceedsFromSaleAndMaturityOfMarketableSecurities:proceed? sale/maturity maturity/sale marketable security
ProceedsFromSaleMaturityAndCollectionsOfInvestments:proceed? sale/maturity maturity/sale investment
ProceedsFromMaturitiesPrepaymentsAndCallsOfAvailableForSaleSecurities:proceed? maturity * available sale *|proceed? maturity marketable security
ProceedsFromSaleOfAvailableForSaleSecuritiesDebt:proceed? sale available sale *|proceed? sale * security available sale *
ProceedsFromSaleOfPropertyPlantAndEquipment:proceed? sale/disposal/disposition property/premise plant? equipment
PaymentsForProceedsFromOtherInvestingActivities:other|other investing activity|other item
=f
PaymentsRelatedToTaxWithholdingForShareBasedCompensation:* tax withholding *|* withholding tax *|* withheld * tax *|* tax * withheld *|* net share settlement *
PaymentsForRepurchaseOfCommonStock:payment? purchase retirement? company? common/treasury? stock/share|treasury stock/share purchase/acquired|common? stock/share purchase !|acquisition treasury stock/share
ProceedsFromStockOptionsExercised:proceed? issuance? common? stock? exercise stock? option|stock option exercised
ProceedsFromIssuanceOfCommonStock:proceed? issuance/sale common/ordinary stock/share|common stock issued
ProceedsFromIssuanceOfLongTermDebt:proceed? issuance? long term debt|proceed long term borrowing|long term debt issued|borrowing/addition long term debt|long term debt borrowing
RepaymentsOfLongTermDebt:principal? payment/reduction long term debt/borrowing|long term debt payment
ProceedsFromIssuanceOfDebt:proceed issuance debt
RepaymentsOfDebt:principal? payment debt/borrowing
ProceedsFromLinesOfCredit:proceed/borrowing * line credit !|proceed/borrowing * revolving? credit facility/agreement !|proceed/borrowing revolver
RepaymentsOfLinesOfCredit:payment * line credit !|payment * revolving? credit facility/agreement !|payment revolver
ProceedsFromRepaymentsOfShortTermDebt:net? increase/change short term borrowing/debt|short term borrowing/debt net
PaymentsOfDividendsCommonStock:cash? dividend paid? common stock/stockholder/share *|common stock dividend paid?|payment cash? dividend common stock/stockholder *|dividend paid? stockholder
PaymentsOfDebtIssuanceCosts:payment? debt issuance cost paid?
PaymentsOfFinancingCosts:payment? deferred? financing cost paid?
PaymentsOfStockIssuanceCosts:payment * offering cost
FinanceLeasePrincipalPayments:principal? payment under? finance lease obligation/liability?|finance lease payment|payment principal * finance lease *
IncreaseDecreaseInDeposits:net? increase/change * deposit !
ProceedsFromPaymentsForOtherFinancingActivities:other|other financing activity|other item
=t
CashAndCashEquivalentsPeriodIncreaseDecrease:total? net? cash provided !
CashBeginning:beginning year/period/quarter !
CashEnding:end year/period/quarter !
CashAndCashEquivalentsAtCarryingValue:cash equivalent? !
CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents:total cash * restricted cash *
InterestPaidNet:interest !|interest paid *|cash? paid * interest|payment interest|interest net *
IncomeTaxesPaidNet:income? tax paid? net *|cash? paid * income tax net *|cash payment income tax net *
CapitalExpendituresIncurredButNotYetPaid:noncash? capital expenditure * payable/liability/accrued/incurred *|* property plant? equipment * payable/accrued/unpaid *|accrued/unpaid capital expenditure
RightOfUseAssetObtainedInExchangeForOperatingLeaseLiability:* right use asset obtained * operating? lease *|operating lease right use asset obtained *|right use asset * exchange * operating? lease *";

/// The place of the first lines.
pub const FIRST: Place = b'o';

/// The lines that come to the cash flow of investing and to that of financing, the last of each.
pub fn totals(keys: &[String]) -> [usize; 2] {
    ["NetCashProvidedByUsedInInvestingActivities", "NetCashProvidedByUsedInFinancingActivities"]
        .map(|name| keys.iter().rposition(|key| find(TABLE, FIRST, key) == Some(name)).unwrap_or(0))
}

/// The place of the lines after line `at`, of this concept: of investing and financing, the one whose total is still to come.
/// A table that prints none of the three totals is not told apart.
pub fn after(name: &str, place: Place, at: usize, totals: [usize; 2]) -> Place {
    match name {
        "NetCashProvidedByUsedInOperatingActivities"
        | "NetCashProvidedByUsedInOperatingActivitiesContinuingOperations" => {
            if totals[1] > at && totals[1] < totals[0] { b'f' } else { b'i' }
        }
        "NetCashProvidedByUsedInInvestingActivities" => {
            if totals[1] > 0 && totals[1] < at {
                b't'
            } else {
                b'f'
            }
        }
        "NetCashProvidedByUsedInFinancingActivities" => {
            if totals[0] > at {
                b'i'
            } else {
                b't'
            }
        }
        _ => place,
    }
}
