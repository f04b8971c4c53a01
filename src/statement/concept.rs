//! Concepts: the us-gaap name of a line, where its caption leaves no doubt.
//!
//! A pattern is matched against the plain caption (see [`plain`]); `*` at its end stands for anything that follows.
//! One entry a line: the name, then its patterns with bars between them.

use super::Line;
use crate::{
    phrase::{has_any, is_letter_or_digit},
    vocabulary::{StatementKind, Unit},
};

/// A caption without case, parenthesised words, footnote marks and punctuation: "Net income (loss)" is "net income".
pub fn plain(caption: &str) -> String {
    let mut plain = String::with_capacity(caption.len());
    let mut depth = 0_usize;
    for c in caption.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '\'' | '’' | '.' => {}
            '&' => plain.push_str("and"),
            c if is_letter_or_digit(c) => plain.push(c.to_ascii_lowercase()),
            _ if plain.ends_with(' ') || plain.is_empty() => {}
            _ => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

const BALANCE: &str = "\
CashAndCashEquivalentsAtCarryingValue:cash and cash equivalents|cash and equivalents|cash|\
    cash and temporary investments|cash and due from banks|cash and short term investments
ShortTermInvestments:short term investments|short term securities
MarketableSecuritiesCurrent:marketable securities
AccountsReceivableNetCurrent:accounts receivable*|trade receivables*|trade accounts receivable*|receivables
InventoryNet:inventories|inventory|inventories net|total inventories
PrepaidExpenseAndOtherAssetsCurrent:prepaid expenses and other current assets|prepaid expenses and other
AssetsCurrent:total current assets
PropertyPlantAndEquipmentNet:property and equipment net|property plant and equipment net|net property plant and equipment|net property and equipment
Goodwill:goodwill|goodwill net
RestrictedCash:restricted cash
LongTermInvestments:long term investments
OtherAssetsNoncurrent:other assets|other assets net
Assets:total assets|total
AccountsPayableCurrent:accounts payable|trade accounts payable
DeferredRevenueCurrent:deferred revenue|deferred revenues|unearned revenue
InterestPayableCurrent:interest payable|accrued interest payable
LiabilitiesCurrent:total current liabilities
Liabilities:total liabilities
MinorityInterest:minority interest|minority interests
CommitmentsAndContingencies:commitments and contingencies
CommonStocksIncludingAdditionalPaidInCapital:common stock and additional paid in capital
AdditionalPaidInCapital:additional paid in capital|capital in excess of par value
AccumulatedOtherComprehensiveIncomeLossNetOfTax:accumulated other comprehensive income*|accumulated other comprehensive loss*
RetainedEarningsAccumulatedDeficit:retained earnings|accumulated deficit|retained deficit|\
    retained earnings and accumulated deficit|earnings reinvested*|reinvested earnings
StockholdersEquity:total stockholders equity|total shareholders equity|total shareowners equity|stockholders equity|\
    shareholders equity|total equity|net stockholders equity|total common equity
LiabilitiesAndStockholdersEquity:total liabilities and stockholders equity*|\
    total liabilities and shareholders equity*|total liabilities and shareowners equity*|total liabilities and equity*|\
    liabilities and stockholders equity|total liabilities minority interest*|\
    total liabilities and stockholders deficit*|total liabilities and shareholders deficit*";

const INCOME: &str = "\
Revenues:total net revenues|total revenues|total revenue|net revenues|net revenue|revenues|revenue|net sales|\
    total net sales|sales|total sales|total net revenue|sales and other operating revenues
CostOfRevenue:total cost of revenues|total cost of revenue|cost of revenues|cost of revenue|cost of sales|\
    cost of goods sold|total cost of sales|total cost of goods sold
GrossProfit:gross margin|gross profit|total gross profit|total gross margin
ResearchAndDevelopmentExpense:research and development|research development and engineering
SellingAndMarketingExpense:sales and marketing|selling and marketing
GeneralAndAdministrativeExpense:general and administrative
SellingGeneralAndAdministrativeExpense:selling general and administrative*|sales general and administrative*
OperatingExpenses:total operating expenses|total expenses|operating expenses
OperatingIncomeLoss:operating income|operating loss|operating profit|income from operations|loss from operations|\
    operating income from continuing operations|total operating income
IncomeLossFromContinuingOperationsBeforeIncomeTaxes:income before income taxes*|loss before income taxes*|\
    income before provision for income taxes|earnings before income taxes*|income before taxes*|earnings before taxes*|\
    loss before taxes*|income before taxes on income|income before provision for taxes*|\
    loss before provision for income taxes|income before income tax*|income before provision for taxes on income*
IncomeTaxExpenseBenefit:provision for income taxes|income taxes|income tax expense|provision for income tax|\
    income tax|provision for taxes|provision for taxes on income|taxes on income|benefit from income taxes|\
    income tax provision|income tax benefit|benefit for income taxes|income taxes expense|total income taxes|\
    federal and state income taxes
NetIncomeLoss:net income|net loss|net earnings|gaap net income|gaap net loss|non gaap net income|non gaap net loss|\
    pro forma net income|net income gaap|net profit";

const CASH_FLOW: &str = "\
NetIncomeLoss:net income|net loss|net earnings
NetCashProvidedByUsedInOperatingActivities:net cash provided by operating activities*|\
    net cash used in operating activities*|net cash from operating activities*|cash provided by operating activities*|\
    cash generated by operating activities|net cash used for operating activities*|net cash provided by operations|\
    net cash from operations|cash flows from operating activities|cash provided by operations|\
    cash used in operating activities*|net cash flow from operating activities|\
    net cash provided by and used in operating activities|net cash flows from operating activities*|\
    net cash provided from operating activities|cash used for operating activities
NetCashProvidedByUsedInInvestingActivities:net cash provided by investing activities*|\
    net cash used in investing activities*|net cash used for investing activities*|net cash from investing activities*|\
    cash used in investing activities*|cash used for investing activities*|cash provided by investing activities|\
    net cash used in investments|net cash flows from investing activities*|cash generated by investing activities|\
    net cash used by investing activities
NetCashProvidedByUsedInFinancingActivities:net cash provided by financing activities*|\
    net cash used in financing activities*|net cash used for financing activities*|net cash from financing activities*|\
    cash used in financing activities*|cash used for financing activities*|cash provided by financing activities|\
    cash generated by financing activities|net cash flows from financing activities*|\
    net cash provided from financing activities|net cash used by financing activities
EffectOfExchangeRateOnCashAndCashEquivalents:effect of exchange rate*|effect of foreign exchange*|\
    effect of foreign currency*|effect of currency*|exchange rate effect*
CashAndCashEquivalentsPeriodIncreaseDecrease:net increase in cash*|net decrease in cash*|net change in cash*|\
    increase in cash and*|decrease in cash and*|total increase in cash*|cash and cash equivalents increase*|\
    change in cash and*|net increase decrease in cash*|net increase and decrease in cash*
CashBeginning:cash and cash equivalents at beginning*|cash and cash equivalents beginning*|\
    cash and equivalents at beginning*|cash and equivalents beginning*|beginning cash*|cash at beginning*|\
    cash beginning*|balance at beginning*|cash and cash equivalents at the beginning*
CashEnding:cash and cash equivalents at end*|cash and cash equivalents end*|cash and equivalents at end*|\
    cash and equivalents end*|ending cash*|cash at end*|cash end*|balance at end*|\
    cash and cash equivalents at the end*";

const RECONCILIATION: &str = "\
NetIncomeLoss:gaap net income*|gaap net loss*|non gaap net income*|non gaap net loss*|net income*|net loss*|\
    pro forma net income*|pro forma net loss*";

/// Beginning and ending cash have no element of their own in us-gaap: they are one instant fact.
pub const CASH_BEGINNING: &str = "CashBeginning";
pub const CASH_ENDING: &str = "CashEnding";

/// The concept of a line, by kind of statement, unit and caption.
pub fn of(kind: StatementKind, line: &Line) -> Option<&'static str> {
    let caption = &line.plain;
    if line.is_heading() {
        return None;
    }
    match line.unit {
        Unit::PerShare | Unit::Shares => return per_share(line),
        Unit::Money => {}
        Unit::Percent | Unit::Count => return None,
    }
    let table = match kind {
        StatementKind::BalanceSheet => BALANCE,
        StatementKind::IncomeStatement => INCOME,
        StatementKind::CashFlow => CASH_FLOW,
        StatementKind::Reconciliation => RECONCILIATION,
        StatementKind::Equity | StatementKind::Schedule | StatementKind::Other => return None,
    };
    let matches = |pattern: &str| match pattern.strip_suffix('*') {
        Some(prefix) => caption.starts_with(prefix),
        None => caption == pattern,
    };
    let mut entries = table.lines().filter_map(|entry| entry.split_once(':'));
    entries.find(|(_, patterns)| patterns.split('|').any(matches)).map(|(name, _)| name)
}

fn per_share(line: &Line) -> Option<&'static str> {
    let words = line.full();
    let (basic, diluted) = (has_any(&words, "basic|primary"), has_any(&words, "diluted|assuming dilution"));
    if line.unit == Unit::Shares {
        return match (basic, diluted) {
            (true, false) => Some("WeightedAverageNumberOfSharesOutstandingBasic"),
            (false, true) => Some("WeightedAverageNumberOfDilutedSharesOutstanding"),
            (true, true) => Some("WeightedAverageNumberOfShareOutstandingBasicAndDiluted"),
            (false, false) => None,
        };
    }
    let earnings = has_any(&words, "income|earnings|loss");
    let other = has_any(&words, "dividend|continuing|discontinued|extraordinary|cumulative|before|book value");
    if !earnings || other {
        return None;
    }
    match (basic, diluted) {
        (true, false) => Some("EarningsPerShareBasic"),
        (false, true) => Some("EarningsPerShareDiluted"),
        (true, true) => Some("EarningsPerShareBasicAndDiluted"),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_captions() {
        assert_eq!(plain("Net income (loss)"), "net income");
        assert_eq!(
            plain("Net cash provided by (used in) investing activities"),
            "net cash provided by investing activities"
        );
        assert_eq!(plain("Total stockholders' equity"), "total stockholders equity");
        assert_eq!(plain("Cash & cash equivalents"), "cash and cash equivalents");
        assert_eq!(
            plain("Amortization of additional-paid-in-capital (1)"),
            "amortization of additional paid in capital"
        );
    }
}
