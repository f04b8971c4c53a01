//! What a line counts that is neither money nor shares: employees, stores, barrels, days, ratios, prices of one thing.
//!
//! Its caption says so, or the heading it stands under. Multiplied by the thousands of the page it would be a wrong amount of
//! money; where the words leave a doubt it is not multiplied.

use super::{Line, scale};
use crate::{
    phrase::{after, begins, has, has_any, is_any, trim_end},
    vocabulary::{StatementKind, Unit},
};

/// Which tables print statistics among their amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// A balance sheet: whatever a caption says, its amounts are money.
    Money,
    /// The foot of a statement of income, or a table of selected figures.
    Figures,
    /// A table whose title says that it is of statistics.
    Statistics,
}

impl Among {
    /// `shared` says that lines of shares or money a share stand above.
    pub fn of(kind: StatementKind, title: &str, shared: bool) -> Self {
        match kind {
            StatementKind::Schedule | StatementKind::Other if is_statistics(&title.to_ascii_lowercase()) => {
                Self::Statistics
            }
            StatementKind::Schedule | StatementKind::Other | StatementKind::Reconciliation => Self::Figures,
            StatementKind::IncomeStatement if shared => Self::Figures,
            _ => Self::Money,
        }
    }
}

/// How the figures of a line are printed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Printing {
    /// A currency sign stands before one.
    pub signs: bool,
    pub decimals: bool,
    /// All are below a thousand.
    pub small: bool,
}

/// The unit of a line that is not money.
pub fn of(line: &Line, printing: Printing, among: Among) -> Option<Unit> {
    let words = line.caption.to_ascii_lowercase();
    if has_any(&words, "number of ") && !printing.signs {
        let shares = has_any(&words, "number of shares|number of common|number of weighted");
        return (!shares).then_some(Unit::Count);
    }
    if among == Among::Money {
        return None;
    }
    let of_stock = || line.path.last().is_some_and(|p| is_stock_price(&p.to_ascii_lowercase()));
    if (is_stock_price(&words) || of_stock()) && printing.small {
        return Some(Unit::PerShare);
    }
    let each = line.path.last().is_some_and(|p| begins(p, "Per |PER |per ") && is_price(&p.to_ascii_lowercase()));
    if each && printing.decimals && printing.small {
        return Some(Unit::PerShare);
    }
    if is_price(&words) {
        let priced = printing.signs || printing.decimals || has_any(&words, PRICED);
        return Some(if priced { Unit::PerShare } else { Unit::Count });
    }
    if printing.signs {
        return None;
    }
    let percent = has_any(&words, "percent|(%)") && printing.decimals || words.ends_with(" %") || begins(&words, "% ");
    let margin = among == Among::Statistics && printing.decimals && words.ends_with(" margin");
    if printing.small && (percent || margin) {
        return Some(Unit::Percent);
    }
    // "Subscribers (in thousands)" where all is in millions: what states a scale of its own and is named as a thing.
    if scale::says_scale(line) && is_things(&words) || is_ratio(&words) || is_measured(&words) {
        return Some(Unit::Count);
    }
    // Heads of staff under "Balance sheet data"; under "Contributions from" they pay.
    let among_data = || line.path.last().is_none_or(|p| has_any(&p.to_ascii_lowercase(), "data|statistic|information"));
    if is_staff(&words) && !printing.decimals && !has_any(&words, MONEY) && among_data() {
        return Some(Unit::Count);
    }
    // "Revenue passenger miles" are no revenue.
    let words =
        if begins(&words, "revenue passenger|revenue ton|revenue mile") { after(&words, 8).to_owned() } else { words };
    // Under "Sales (thousand MWh):" stands energy.
    if line.path.last().is_some_and(|p| is_measured(&p.to_ascii_lowercase())) && !has(&words, "$") {
        return Some(Unit::Count);
    }
    let counted = is_counted(&words) && !printing.decimals || is_section_of_statistics(line, among);
    let under_money = || line.path.iter().any(|p| has_any(&p.to_ascii_lowercase(), MONEY));
    (counted && !under_money() && !has_any(&words, MONEY)).then_some(Unit::Count)
}

/// The unit of a small amount with decimals where money is printed whole.
pub fn of_odd(caption: &str, signs: bool) -> Unit {
    let words = caption.to_ascii_lowercase();
    let rate = is_rate(&words) && !signs;
    if rate && has_any(&words, "payout|return on|dividend yield") {
        Unit::Percent
    } else if !signs && has(&words, " to ") && !has_any(&words, "share|attributable|available|applicable|allocated") {
        // "Allowance for losses to loans".
        Unit::Count
    } else if signs || has_any(&words, "dividend|book value|earnings|income|loss|extraordinary|cumulative|price") {
        Unit::PerShare
    } else if rate {
        Unit::Percent
    } else {
        Unit::Count
    }
}

/// "Return on equity", "effective tax rate"; the effect of exchange rates is money.
fn is_rate(words: &str) -> bool {
    words.ends_with("rate")
        || has_any(
            words,
            "return on|rate of return|yield|margin|growth|same-store|same store|comparable|increase|decrease|payout",
        )
}

/// "Price per barrel", "sales per square foot", "barrels per day". "Income per statement of operations" is no price.
pub fn is_price(words: &str) -> bool {
    const ONE: &str = "barrel|bbl|mcf|mcfe|boe|ton|tonne|pound|ounce|gallon|square|foot|passenger|mile|kilowatt|kwh|mwh|\
        mmbtu|user|customer|subscriber|employee|store|restaurant|room|unit|day|acre|patient|bed|well|hour|minute|household|\
        asm|rpm";
    let all = || words.split(|c: char| !c.is_ascii_alphanumeric());
    let mut after = all().skip_while(|word| *word != "per").skip(1).take(4);
    after.any(|word| is_any(word, ONE)) || is_average_price(words)
}

/// What is always of one thing: a room, a user, a unit sold.
fn is_average_price(words: &str) -> bool {
    const PRICES: &str = "average daily rate|average room rate|average selling price|average sales price|average sale price|\
        average realized price|average unit price|average rent per|average monthly rent";
    let mut all = words.split(|c: char| !c.is_ascii_alphanumeric());
    let daily = begins(words, "daily ") && has_any(words, PRICED) || has_any(words, "average daily");
    let price = begins(words, "average ") && words.ends_with(" price");
    price || daily || has_any(words, PRICES) || all.any(|word| is_any(word, "revpar|arpu|arpa|adr"))
}

const PRICED: &str = "revpar|arpu|price|cost|revenue|sales|value|expense|rate|average realized|margin|profit|income";

fn is_ratio(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| is_any(word, "ratio|ratios")) && !has(words, "(in ")
        || has_any(
            words,
            "inventory turn|times interest|interest coverage|times earned|book-to-bill|loan-to-value|debt-to-",
        )
}

const MEASURES: &str = "bbl|bbls|mbbl|mbbls|mmbbls|barrels|mcf|mmcf|bcf|mcfe|mmcfe|bcfe|boe|mboe|mmboe|kwh|mwh|gwh|\
    mmbtu|megawatts|tons|tonnes|gallons|ounces|pounds|acres|miles|feet|days|hours|units|carats";

/// What things are measured in.
pub fn is_measure(word: &str) -> bool {
    is_any(word, MEASURES)
}

/// A measure in parentheses, or what is measured in days. "(30,000 units)" counts something beside the line's own amounts.
fn is_measured(words: &str) -> bool {
    let aside = |aside: &str| {
        let aside = aside.split(')').next().unwrap_or_default();
        let mut inner = aside.split(|c: char| !c.is_ascii_alphanumeric());
        !has_any(aside, "$|dollar|thousands of|1|2|3|4|5|6|7|8|9") && inner.any(|word| is_any(word, MEASURES))
    };
    begins(words, "days ") || words.split('(').skip(1).any(aside)
}

const THINGS: &str = "store|restaurant|well|customer|subscriber|unit|aircraft|branche|bed|room|patient|vessel|truck|\
    home|location|franchise|theatre|screen|student|member|hotel|station|outlet|shop|clinic|household|office";

/// A heading of things: "Gas (Bcf)", "Net acres", "Stores open", "Employees".
pub fn is_column_of_things(heading: &str) -> bool {
    let last = heading.rsplit(|c: char| !c.is_ascii_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    let measure = is_measure(last) && !is_any(last, "units|days|hours|pounds|feet|miles");
    measure || is_measured(heading) || is_any(last, "employees|headcount") || is_counted(heading)
}

/// A caption that begins with things and says no more than a measure of them.
fn is_things(words: &str) -> bool {
    let things = words.split('(').next().unwrap_or_default().trim();
    !things.contains(' ') && is_any(trim_end(things, "s"), THINGS)
}

/// A price of one share.
fn is_stock_price(words: &str) -> bool {
    has_any(words, "stock price|market price|share price|price range|closing price|price of common|price per")
}

/// What is measured, or things with what became of them: "stores open at year end", "wells drilled".
fn is_counted(words: &str) -> bool {
    const BECAME: &str = "open|closed|drilled|served|in operation|in service|at end|end of|at year|year end|year-end|\
        at period|beginning of|average number|total number|delivered|completed";
    let last = words.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let staff =
        is_staff(words) || is_measure(last) && (!is_any(last, "units|days|hours|pounds|feet") || has(words, ", "));
    let mut listed = words.split(|c: char| !c.is_ascii_alphanumeric()).map(|word| trim_end(word, "s"));
    staff
        || has_any(
            words,
            "square feet|square footage|barrels|tons |passengers|passenger miles|seat miles|kilowatt|megawatt",
        )
        || words.ends_with(" tons")
        || listed.any(|word| is_any(word, THINGS)) && has_any(words, BECAME)
}

/// Heads of staff, and holders of shares.
fn is_staff(words: &str) -> bool {
    has_any(words, "holders of record|record holders|owners of record")
        || words.ends_with("employees")
        || words.ends_with("headcount")
        || begins(words, "employees at|employees of|full-time equivalent")
}

/// Words of money: what has one is money wherever it stands.
pub const MONEY: &str = "expenditure|income|ebit|asset|debt|equity|capital|cash|sales|revenue|cost|expense|depreciation|amortiz|\
    interest|dividend|liabilit|loss|earning|profit|margin|deposit|loan|value|investment|backlog|inventor|receivable|\
    payable|fund|purchase|rent|premium|price|fees| fee |tax|compensation|benefit|due |advance|allowance|paid|payment|borrowing|\
    securit|charge|reserve|proceeds|orders|bookings|billing|wage|salar|dollar|amount|balance|budget|provision|commitment|\
    contribut|claim|administrative|property|properties|building|equipment|land|goodwill|segment";

/// Whether only its heading says that a line is no money: beside signed money it is, as under "Operating data:" sales may stand.
pub fn is_by_section(line: &Line, among: Among) -> bool {
    let words = line.caption.to_ascii_lowercase();
    let own = is_counted(&words) || is_things(&words) || is_ratio(&words) || is_measured(&words) || is_staff(&words);
    among == Among::Figures && is_section_of_statistics(line, among) && !own && !has_any(&words, "number of |percent|%")
}

/// Under "Operating data:" or "Other statistics", or in a table of them; the nearest heading that says data of some kind.
fn is_section_of_statistics(line: &Line, among: Among) -> bool {
    let heading = line.path.iter().rev().map(|p| p.to_ascii_lowercase()).find(|p| has_any(p, "data|statistic"));
    heading.map_or(among == Among::Statistics, |heading| is_statistics(&heading))
}

fn is_statistics(words: &str) -> bool {
    has_any(words, "operating data|statistic|other data|operational data|metrics")
        && !has_any(words, "financial|income|balance")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_of_one_thing() {
        assert!(is_price("average price per barrel") && is_price("sales per selling square foot"));
        assert!(!is_price("net income per consolidated statements") && !is_price("interest at 8% per annum"));
    }

    #[test]
    fn things_counted() {
        assert!(is_measured("oil production (bbls)") && is_measured("days sales outstanding"));
        assert!(is_counted("stores open at end of period") && is_counted("employees") && is_counted("wells drilled"));
        assert!(!is_measured("passenger revenue (in thousands of dollars, 12 months)"));
        assert!(!is_measured("past due 30 to 89 days") && !is_counted("aircraft"));
        assert!(!is_counted("chief operating officer") && !is_counted("employees' shares and options"));
    }
}
