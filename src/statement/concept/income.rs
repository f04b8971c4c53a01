//! The concepts of an income statement, and where on it a line stands.
//!
//! Places: `i` down to operating income and `n` below it; `j` below gross profit or cost where no operating income is printed;
//! `k` expenses in one list with the cost of revenue; of a bank's statement `p` interest income, `q` interest expense, `b` the
//! rest.

use super::{Line, Place, pattern::fits};
use crate::gather::Gather;

pub const TABLE: &str = "\
=*
NetIncomeLossAttributableToNoncontrollingInterest:less? net? income attributable * noncontrolling interest *|less? noncontrolling interest *
NetIncomeLossAvailableToCommonStockholdersBasic:net income attributable/available/applicable common stockholder/share/stock/unitholder *
ProfitLoss:consolidated net income|net income including * noncontrolling *|net income before * noncontrolling *
NetIncomeLoss:gaap/nongaap? net income gaap?|pro forma net income|net income attributable *
IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments:net? income continuing? operation? before * tax * equity *|income continuing? operation? before * equity *
IncomeLossFromContinuingOperationsBeforeIncomeTaxes:net? income continuing? operation? before * tax *
IncomeTaxExpenseBenefit:total? income tax expense/provision/benefit? benefit/expense/provision?|total? provision/benefit/expense provision/benefit? income? tax income? *|tax income|federal state income tax
IncomeLossFromContinuingOperations:net? income continuing operation !
IncomeLossFromDiscontinuedOperationsNetOfTax:net? income discontinued operation
OtherComprehensiveIncomeLossNetOfTax:total? other comprehensive income net? tax? !
ComprehensiveIncomeNetOfTax:total? comprehensive income !
RestructuringCharges:restructuring charge/cost/expense?
AmortizationOfIntangibleAssets:amortization other? acquired/purchase? intangible asset?|intangible asset amortization
GoodwillImpairmentLoss:goodwill impairment charge/income? !|impairment goodwill !
AssetImpairmentCharges:asset impairment charge/income? !|impairment charge !|impairment long lived asset
GainsLossesOnExtinguishmentOfDebt:gain/income early? extinguishment/retirement debt|debt extinguishment gain/income/cost
=ijkn
Revenues:total? net? revenue/sale net? !|total net sale revenue|total? operating revenue !|total revenue other income|sale other operating revenue
CostOfRevenue:total? cost revenue !
CostOfGoodsAndServicesSold:total? cost good/product/service/sale sold?
GrossProfit:total? gross income/margin
ResearchAndDevelopmentExpense:total? research development engineering? expense/cost?
SellingAndMarketingExpense:sale/selling marketing expense/cost?|marketing sale/selling expense?
SellingGeneralAndAdministrativeExpense:total? selling/sale general administrative expense/cost?|total? selling administrative expense
GeneralAndAdministrativeExpense:total? general administrative expense/cost?
OperatingIncomeLoss:total? operating income !|total? income operation !|operating income continuing operation
CostsAndExpenses:total? operating? cost expense !|total operating cost
PremiumsEarnedNet:total? net? premium earned|net earned premium|premium !
NetInvestmentIncome:net investment income|investment income net
PolicyholderBenefitsAndClaimsIncurredNet:benefit claim *|policyholder benefit *|* income adjustment expense *
BenefitsLossesAndExpenses:total benefit income? claim? expense
InterestExpense:interest expense !|interest expense net/less capitalized *
=i
OperatingExpenses:total? operating expense !
=j
OtherNonoperatingIncomeExpense:other income/expense expense/income? net !
=jn
NonoperatingIncomeExpense:total other income/expense expense/income? net? !|total nonoperating income/expense expense/income? net? !
OtherNonoperatingIncomeExpense:other income/expense expense/income? net? !|other nonoperating income/expense net? !
InvestmentIncomeInterest:interest income !
=p
InterestAndDividendIncomeOperating:total interest dividend? income
InterestAndFeeIncomeLoansAndLeases:interest? fee? loan lease? including? fee?
=q
InterestExpenseDeposits:deposit
InterestExpense:total interest expense
=b
InterestIncomeExpenseAfterProvisionForLoanLoss:net interest income after *
InterestIncomeExpenseNet:total? net interest income !
ProvisionForLoanLeaseAndOtherLosses:provision credit income
NoninterestIncome:total? noninterest income !|total other income|total other operating income
NoninterestExpense:total? noninterest expense net? !|total other expense|total other operating expense
LaborAndRelatedExpense:salary * benefit *|compensation * benefit *
Revenues:total revenue !";

/// Where each line stands.
pub fn places(lines: &[Line], keys: &[String]) -> Vec<Place> {
    let at = |wanted: &str| (0..lines.len()).find(|i| !lines[*i].is_heading() && fits(wanted, &keys[*i]));
    let bank = at("total? net interest income")
        .and(at("net interest income after *").or(at("total interest * income")).or(at("total? noninterest income")));
    let (earned, paid) = (at("total interest * income"), at("total interest expense"));
    let gross = at("total? gross income/margin");
    let cost = at("total? cost *");
    let operating = at("total? operating income").or_else(|| at("total? income operation"));
    let above = |i: usize, last: Option<usize>| last.is_some_and(|last| i <= last);
    let below = |i: usize, first: Option<usize>| first.is_some_and(|first| i > first);
    let place = |i: usize| match bank {
        Some(_) if above(i, earned) => b'p',
        Some(_) if earned.is_some() && above(i, paid) => b'q',
        Some(_) => b'b',
        None if below(i, operating) => b'n',
        None if gross.is_none() && operating.is_some() && below(i, cost) => b'k',
        None if operating.is_none() && below(i, gross.or(cost)) => b'j',
        None => b'i',
    };
    (0..lines.len()).map(place).gather()
}
