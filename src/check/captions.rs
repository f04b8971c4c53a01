//! What captions say of a sum: that a line is a total, that a line is taken away.

use crate::{
    phrase::{begins, has_any, is_any},
    statement::{Line, Statement},
};

/// How the captions of totals begin.
const STARTS: &str = "total|net |gross |income |loss |earnings |operating income|operating loss|operating profit|\
    cash provided|cash used|cash from|cash and cash equivalents at end|increase|decrease|subtotal|gaap net|non gaap net|\
    pro forma net|profit|cash at end|cash end|cash and cash equivalents end";

/// What only a total is.
const TOTALS: &str = "Assets|AssetsCurrent|Liabilities|LiabilitiesCurrent|StockholdersEquity|\
    LiabilitiesAndStockholdersEquity|CostsAndExpenses|OperatingExpenses|OperatingIncomeLoss|\
    NetCashProvidedByUsedInOperatingActivities|NetCashProvidedByUsedInInvestingActivities|\
    NetCashProvidedByUsedInFinancingActivities|CashAndCashEquivalentsPeriodIncreaseDecrease";

/// A caption that begins as totals do; a line between two rules may have none.
pub fn says_total(line: &Line) -> bool {
    line.plain.is_empty() || begins(&line.plain, STARTS) || line.concept.is_some_and(|c| is_any(c, TOTALS))
}

/// A line of a balance sheet that is taken from others.
pub fn is_contra(line: &Line) -> bool {
    has_any(
        &line.full(),
        "less|allowance|accumulated|treasury|discount|unearned|unamortized|deficit|repurchased|receivable from",
    )
}

/// A caption that names something taken away.
pub fn is_deduction(line: &Line) -> bool {
    let words = line.full();
    has_any(&words, "cost|expense|provision|tax|less |depreciation|amortization|charge|dividends|loss")
        && !has_any(&words, "income before|operating loss|loss from|loss before|net loss|gross")
}
/// When a loan is due, or a house was built, says nothing of what the line is.
const DUE: &str = "matur|due|expir|acq|built|constr|issue|purchase";

/// A column of years: each line is of the year that it names, and years do not add up.
pub fn is_dated_down(statement: &Statement) -> bool {
    let year = |text: &str| text.len() == 4 && begins(text, "19|20") && text.bytes().all(|b| b.is_ascii_digit());
    let of_things = |column: usize| has_any(&statement.columns[column].label().to_ascii_lowercase(), DUE);
    (0..statement.columns.len()).filter(|column| !of_things(*column)).any(|column| {
        let cells = || statement.lines.iter().filter_map(|l| l.cells.get(column)?.as_ref());
        cells().nth(2).is_some() && cells().all(|c| year(&c.text))
    })
}
