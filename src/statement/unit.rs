//! What the figures of a line count: money, money a share, shares, percent.

use super::Line;
use crate::{
    phrase::{begins, has_any, is_any},
    table::{Printed, Row},
    vocabulary::{StatementKind, Unit},
};

/// `above` is the line of words just above, which may be the beginning of the caption.
pub fn of(line: &Line, row: &Row, kind: StatementKind, above: &str) -> Unit {
    let figures = || row.cells.iter().flatten();
    if figures().any(|f| f.percent) && figures().all(|f| f.percent || f.number().is_none()) {
        return Unit::Percent;
    }
    let decimals = figures().any(|f| matches!(f.printed, Printed::Number { places, .. } if places > 0));
    let whole = figures().any(|f| matches!(f.printed, Printed::Number { places: 0, .. }));
    let signs = figures().any(|f| f.symbol.is_some());
    let counts = |text: &str| {
        let text = text.to_ascii_lowercase();
        let shares = has_any(&text, "shares|weighted average|weighted-average");
        let used = has_any(&text, "used in|weighted|outstanding|average|basic|diluted|number of");
        let money = has_any(&text, "par value|authorized|stock,|purchase|issuance|proceeds|dividends|repurchase");
        shares && used && !money
    };
    let runs_on = !above.ends_with(':') && !counts(&line.caption);
    if decimals && runs_on && has_any(&line.plain, "share|unit") && is_each(&[above, &line.caption].join(" ")) {
        return Unit::PerShare;
    }
    let money_line = kind == StatementKind::BalanceSheet || kind == StatementKind::CashFlow;
    // The line's own words first, then those of the headings above it, nearest first.
    for text in std::iter::once(&line.caption).chain(line.path.iter().rev()) {
        let leads = begins(text, "Weighted|Shares|Average|Number of");
        if counts(text) && (!decimals || leads && !signs) && !money_line {
            return Unit::Shares;
        }
        if is_each(text) && (decimals || !whole) {
            return Unit::PerShare;
        }
    }
    Unit::Money
}

/// "Earnings per common and common equivalent share", "net loss per limited partnership unit".
fn is_each(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric()).skip_while(|word| *word != "per").skip(1).take(8);
    words.any(|word| is_any(word, "share|shares|unit|units|ads|adr"))
}

#[cfg(test)]
mod tests {
    use super::is_each;

    #[test]
    fn a_share_of_any_name() {
        assert!(is_each("Earnings per common and common equivalent share"));
        assert!(is_each("Net income (loss)per Common and Class B share"));
        assert!(is_each("NET LOSS PER LIMITED PARTNERSHIP UNIT"));
        assert!(!is_each("Average sales per restaurant") && !is_each("Shares outstanding"));
    }
}
