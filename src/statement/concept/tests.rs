//! Captions of invented companies, with the us-gaap elements worked out by hand.

use super::*;
use crate::{
    span::Span,
    statement::{Cell, Column, Period, Statement},
    vocabulary::{Basis, Role, Rule},
};

/// A statement of a year's captions; one that ends with a colon is the heading of those below it.
fn statement(kind: StatementKind, year: i32, captions: &[&str]) -> Statement {
    let day = time::Date::from_calendar_date(year, time::Month::December, 31).expect("a date");
    let mut statement = Statement {
        kind,
        basis: Basis::Gaap,
        title: String::new(),
        reporter: None,
        span: Span::new(0, 0),
        scale: rust_decimal::Decimal::ONE,
        said: crate::statement::scale::Scale::default(),
        currency: "USD",
        audited: None,
        european: false,
        explains: None,
        columns: vec![Column { headings: Vec::new(), period: Some(Period::Instant(day)), ..Column::default() }],
        lines: Vec::new(),
        strays: Vec::new(),
    };
    let mut path = Vec::new();
    for caption in captions {
        let heads = caption.ends_with(':');
        path = if heads { vec![caption.trim_end_matches(':').to_owned()] } else { path };
        let words = caption.to_ascii_lowercase();
        let share = has_any(&words, "basic|diluted") || has_any(&words, "per share");
        let count = share && has_any(&(path.join(" ") + &words).to_ascii_lowercase(), "shares outstanding");
        let cell = Cell { text: "1".into(), ..Cell::default() };
        statement.lines.push(Line {
            caption: (*caption).to_owned(),
            plain: plain(caption),
            stems: Vec::new(),
            path: if heads { Vec::new() } else { path.clone() },
            depth: 0,
            role: if heads { Role::Heading } else { Role::Item },
            unit: match (share, count) {
                (true, true) => Unit::Shares,
                (true, false) => Unit::PerShare,
                _ => Unit::Money,
            },
            concept: None,
            element: None,
            rule_above: Rule::None,
            rule_below: Rule::None,
            blank_above: false,
            centred: false,
            indent: 0,
            aside: false,
            span: Span::new(0, 0),
            cells: if heads { Vec::new() } else { vec![Some(cell)] },
        });
    }
    assign(kind, &mut statement.lines);
    statement
}

fn elements(statement: Statement) -> Vec<(String, &'static str)> {
    let mut statements = [statement];
    spell(&mut statements);
    let [statement] = statements;
    statement.lines.into_iter().map(|l| (l.caption, l.element.unwrap_or("-"))).collect()
}

/// The concept of an amount inside a caption, by the words after it.
fn inside(caption: &str, words: &str, unit: Unit) -> Option<&'static str> {
    let kind = StatementKind::BalanceSheet;
    // Stock stands below the assets, all else among them.
    let order = if has(caption, "tock") {
        ["Total assets", words, caption, "-"]
    } else {
        ["-", words, caption, "Total assets"]
    };
    let mut lines = statement(kind, 2022, &order).lines;
    (lines[1].unit, lines[1].aside) = (unit, true);
    assign(kind, &mut lines);
    lines[1].concept
}

#[test]
fn amounts_inside_captions() {
    let equipment = "Property and equipment, net of accumulated depreciation of $12 and $9";
    assert_eq!(
        inside(equipment, "Property and equipment, net of accumulated depreciation of", Unit::Money),
        Some("AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment")
    );
    assert_eq!(inside(equipment, "of which leased", Unit::Money), None);
    assert_eq!(inside("Other assets, net of allowance of $4", "Other assets, net of allowance of", Unit::Money), None);
}

#[test]
fn shares_inside_captions() {
    let (common, preferred) =
        ("Class B common stock, $0.01 par value; 900 shares authorized", "Preferred stock, $1 par value");
    assert_eq!(inside(common, "par value per share", Unit::PerShare), Some("CommonStockParOrStatedValuePerShare"));
    assert_eq!(inside(common, "shares authorized as of December", Unit::Shares), Some("CommonStockSharesAuthorized"));
    assert_eq!(inside(common, "shares issued", Unit::Shares), Some("CommonStockSharesIssued"));
    assert_eq!(inside(common, "shares issued and outstanding", Unit::Shares), None);
    assert_eq!(
        inside(preferred, "shares authorized and no shares reserved", Unit::Shares),
        Some("PreferredStockSharesAuthorized")
    );
    assert_eq!(inside("Treasury stock, at cost", "shares issued", Unit::Shares), None);
}

/// Each line of `expected` is a caption, and the element it must be given: `-` for none.
fn check(kind: StatementKind, year: i32, expected: &str) {
    let pairs: Vec<(&str, &str)> = expected
        .lines()
        .map(|l| l.rsplit_once(" = ").map_or((l, "-"), |(caption, name)| (caption.trim(), name.trim())))
        .collect();
    let captions: Vec<&str> = pairs.iter().map(|(caption, _)| *caption).collect();
    for ((caption, given), (_, wanted)) in elements(statement(kind, year, &captions)).iter().zip(&pairs) {
        assert_eq!(given, wanted, "{caption}");
    }
}

#[test]
fn a_classified_balance_sheet() {
    check(
        StatementKind::BalanceSheet,
        2022,
        "\
Current assets:
Cash and cash equivalents = CashAndCashEquivalentsAtCarryingValue
Restricted cash = RestrictedCashCurrent
Trade accounts receivable, net of allowance of $12 and $9 = AccountsReceivableNetCurrent
Accounts receivable from related parties = -
Inventories, net = InventoryNet
Inventories held for rental = -
Prepaid expenses and other current assets = PrepaidExpenseAndOtherAssetsCurrent
Other = OtherAssetsCurrent
Total current assets = AssetsCurrent
Property, plant and equipment, net = PropertyPlantAndEquipmentNet
Operating lease right-of-use assets = OperatingLeaseRightOfUseAsset
Goodwill = Goodwill
Deferred income taxes = DeferredIncomeTaxAssetsNet
Restricted cash = RestrictedCashNoncurrent
Other assets = OtherAssetsNoncurrent
Total assets held for sale = -
Total assets = Assets
Current liabilities:
Accounts payable = AccountsPayableCurrent
Accrued salaries and benefits = EmployeeRelatedLiabilitiesCurrent
Accrued clinical trial costs = -
Current portion of operating lease liabilities = OperatingLeaseLiabilityCurrent
Current maturities of long-term debt = LongTermDebtCurrent
Deferred revenue = ContractWithCustomerLiabilityCurrent
Other = OtherLiabilitiesCurrent
Total current liabilities = LiabilitiesCurrent
Long-term debt, less current maturities = LongTermDebtNoncurrent
Operating lease liabilities, non-current = OperatingLeaseLiabilityNoncurrent
Deferred income taxes = DeferredIncomeTaxLiabilitiesNet
Deferred revenue, net of current portion = ContractWithCustomerLiabilityNoncurrent
Other long-term liabilities = OtherLiabilitiesNoncurrent
Total liabilities = Liabilities
Total liabilities subject to compromise = -
Commitments and contingencies (Note 9) = CommitmentsAndContingencies
Stockholders' equity:
Class A common stock, $0.01 par value; 900 shares authorized = CommonStockValue
Common stock subject to possible redemption = -
Additional paid-in capital = -
Accumulated deficit = RetainedEarningsAccumulatedDeficit
Accumulated other comprehensive loss = AccumulatedOtherComprehensiveIncomeLossNetOfTax
Total Marrow Foundry stockholders' equity = StockholdersEquity
Noncontrolling interests = MinorityInterest
Total equity = StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest
Total liabilities, redeemable stock and stockholders' equity = LiabilitiesAndStockholdersEquity",
    );
}

#[test]
fn a_balance_sheet_of_an_older_time() {
    check(
        StatementKind::BalanceSheet,
        2003,
        "\
Accounts receivable = AccountsReceivableNetCurrent
Deferred income taxes = DeferredTaxAssetsNetCurrent
Total current assets = AssetsCurrent
Property and equipment = PropertyPlantAndEquipmentGross
Less accumulated depreciation = AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment
Net property and equipment = PropertyPlantAndEquipmentNet
Total assets = Assets
Deferred revenue = DeferredRevenueCurrent
Total current liabilities = LiabilitiesCurrent
Minority interest = MinorityInterest
Additional paid-in capital = AdditionalPaidInCapital
Retained earnings = RetainedEarningsAccumulatedDeficit
Total shareowners' equity = StockholdersEquity
Total liabilities and shareowners' equity = LiabilitiesAndStockholdersEquity",
    );
}

#[test]
fn a_bank() {
    check(
        StatementKind::BalanceSheet,
        2022,
        "\
Cash and due from banks = CashAndDueFromBanks
Total cash and cash equivalents = CashAndCashEquivalentsAtCarryingValue
Securities available for sale, at fair value = AvailableForSaleSecuritiesDebtSecurities
Loans, net of allowance for credit losses = FinancingReceivableExcludingAccruedInterestAfterAllowanceForCreditLoss
Loans held for sale = -
Premises and equipment, net = PropertyPlantAndEquipmentNet
Other assets = OtherAssets
Total assets = Assets
Noninterest-bearing deposits = NoninterestBearingDepositLiabilities
Interest-bearing deposits = InterestBearingDepositLiabilities
Total deposits = Deposits
Other liabilities = OtherLiabilities
Total liabilities = Liabilities
Total shareholders' equity = StockholdersEquity",
    );
    check(
        StatementKind::IncomeStatement,
        2022,
        "\
Loans, including fees = InterestAndFeeIncomeLoansAndLeases
Total interest income = InterestAndDividendIncomeOperating
Deposits = InterestExpenseDeposits
Total interest expense = InterestExpense
Net interest income = InterestIncomeExpenseNet
Provision for credit losses = ProvisionForLoanLeaseAndOtherLosses
Net interest income after provision for credit losses = InterestIncomeExpenseAfterProvisionForLoanLoss
Other income = -
Total non-interest income = NoninterestIncome
Salaries and employee benefits = LaborAndRelatedExpense
Total noninterest expense = NoninterestExpense
Net income = NetIncomeLoss",
    );
}

#[test]
fn an_income_statement() {
    check(
        StatementKind::IncomeStatement,
        2022,
        "\
Net sales = RevenueFromContractWithCustomerExcludingAssessedTax
Net sales to affiliates = -
Cost of goods sold = CostOfGoodsAndServicesSold
Gross margin = GrossProfit
Selling, general and administrative expenses = SellingGeneralAndAdministrativeExpense
Research and development - related party = -
Other income, net = -
Total operating expenses = OperatingExpenses
Loss from operations = OperatingIncomeLoss
Interest expense = InterestExpense
Interest expense, net = -
Other (expense) income, net = OtherNonoperatingIncomeExpense
Total other expense, net = NonoperatingIncomeExpense
Income (loss) before provision for income taxes = IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest
Benefit from income taxes = IncomeTaxExpenseBenefit
Net loss = ProfitLoss
Net loss attributable to noncontrolling interests = NetIncomeLossAttributableToNoncontrollingInterest
Net loss attributable to Marrow Foundry = NetIncomeLoss
Net loss per share:
Basic = EarningsPerShareBasic
Diluted = EarningsPerShareDiluted
Dividends declared per share = CommonStockDividendsPerShareDeclared
Weighted average shares outstanding:
Basic = WeightedAverageNumberOfSharesOutstandingBasic
Diluted = WeightedAverageNumberOfDilutedSharesOutstanding",
    );
}

#[test]
fn totals_that_mean_one_thing_or_another() {
    // Where the cost of revenue is among them, filers do not agree what the total is.
    check(
        StatementKind::IncomeStatement,
        2022,
        "\
Total revenue = RevenueFromContractWithCustomerExcludingAssessedTax
Cost of revenue = CostOfRevenue
Total operating expenses = -
Operating loss = OperatingIncomeLoss",
    );
    check(
        StatementKind::IncomeStatement,
        2022,
        "\
Premiums = PremiumsEarnedNet
Net investment income = NetInvestmentIncome
Total revenues = Revenues
Losses and loss adjustment expenses = PolicyholderBenefitsAndClaimsIncurredNet
Total costs and expenses = CostsAndExpenses
Income before income taxes and equity in earnings of affiliates = IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments
Net loss per share, basic and diluted = -",
    );
}

#[test]
fn a_cash_flow_statement() {
    check(
        StatementKind::CashFlow,
        2022,
        "\
Net loss = NetIncomeLoss
Depreciation and amortization = DepreciationDepletionAndAmortization
Amortization of film costs = -
Stock-based compensation expense = ShareBasedCompensation
Deferred income taxes = DeferredIncomeTaxExpenseBenefit
Other = -
Changes in operating assets and liabilities:
(Increase) decrease in accounts receivable = IncreaseDecreaseInAccountsReceivable
Inventories = IncreaseDecreaseInInventories
Accounts payable and accrued liabilities = IncreaseDecreaseInAccountsPayableAndAccruedLiabilities
Deferred revenue = IncreaseDecreaseInContractWithCustomerLiability
Net cash used for operations = NetCashProvidedByUsedInOperatingActivities
Purchases of property and equipment = PaymentsToAcquirePropertyPlantAndEquipment
Purchases of property under finance leases = -
Acquisitions, net of cash acquired = PaymentsToAcquireBusinessesNetOfCashAcquired
Other, net = PaymentsForProceedsFromOtherInvestingActivities
Net cash provided by (used in) investing activities = NetCashProvidedByUsedInInvestingActivities
Proceeds from issuance of long-term debt = ProceedsFromIssuanceOfLongTermDebt
Repayments of long-term debt = RepaymentsOfLongTermDebt
Repurchases of common stock = PaymentsForRepurchaseOfCommonStock
Shares withheld for employee taxes = PaymentsRelatedToTaxWithholdingForShareBasedCompensation
Dividends paid to common stockholders = PaymentsOfDividendsCommonStock
Dividends paid to noncontrolling interests = -
Other = ProceedsFromPaymentsForOtherFinancingActivities
Net cash provided by financing activities = NetCashProvidedByUsedInFinancingActivities
Effect of exchange rate changes on cash = EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents
Net decrease in cash = CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect
Cash, beginning of year = CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents
Cash, end of year = CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents
Cash paid for interest = InterestPaidNet
Income taxes paid, net of refunds = IncomeTaxesPaidNet
Income taxes paid = -",
    );
}

#[test]
fn cash_of_an_older_time_and_rates_below_the_change() {
    check(
        StatementKind::CashFlow,
        2003,
        "\
Net cash provided by operating activities of continuing operations = NetCashProvidedByUsedInOperatingActivitiesContinuingOperations
Net cash used in discontinued operating activities = CashProvidedByUsedInOperatingActivitiesDiscontinuedOperations
Net increase in cash and cash equivalents = CashAndCashEquivalentsPeriodIncreaseDecrease
Increase in cash surrender value = -
Beginning cash = CashAndCashEquivalentsAtCarryingValue",
    );
    let flow = statement(StatementKind::CashFlow, 2020, &["Net change in cash", "Effect of foreign exchange on cash"]);
    assert!(elements(flow)[0].1.ends_with("ExcludingExchangeRateEffect"));
}

#[test]
fn cash_with_and_without_restricted_cash() {
    let lines = [
        "Cash, beginning of year",
        "Restricted cash, beginning of year",
        "Cash and restricted cash, beginning of year",
    ];
    let flow = statement(StatementKind::CashFlow, 2022, &lines);
    assert_eq!(flow.line_of(&[CASH_BEGINNING]), Some(2));
    assert_eq!(flow.lines[0].concept, Some("CashAndCashEquivalentsAtCarryingValue"));
}

#[test]
fn net_income_of_a_group_with_other_owners() {
    let sheet =
        statement(StatementKind::BalanceSheet, 2022, &["Total assets", "Noncontrolling interests", "Total equity"]);
    let flow = statement(StatementKind::CashFlow, 2022, &["Net income", "Net income attributable to Marrow Foundry"]);
    let mut statements = [sheet, flow];
    spell(&mut statements);
    assert_eq!(statements[1].lines[0].element, Some("ProfitLoss"));
    assert_eq!(statements[1].lines[1].element, Some("NetIncomeLoss"));
    // The rules still ask for one name.
    assert_eq!(statements[1].lines[0].concept, Some("NetIncomeLoss"));
}

#[test]
fn tables_are_written_in_keys() {
    for table in [balance::TABLE, income::TABLE, cash_flow::TABLE] {
        for (name, patterns) in table.lines().filter_map(|l| l.split_once(':')) {
            for word in patterns.split(['|', ' ', '/']).map(|w| w.trim_end_matches('?')) {
                assert!(is_any(word, "*|!") || key(word) == word, "{name}: {word} is never found in a caption");
            }
        }
    }
}
