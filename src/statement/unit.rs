//! What the figures of a line count: money, money a share, shares, percent.

use super::Line;
use crate::{
    phrase::{begins, has_any},
    table::{Printed, Row},
    vocabulary::{StatementKind, Unit},
};

pub fn of(line: &Line, row: &Row, kind: StatementKind) -> Unit {
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
    let each = |text: &str| {
        let text = text.to_ascii_lowercase();
        has_any(&text, "per share|per common share|per diluted share|per basic share")
    };
    let money_line = kind == StatementKind::BalanceSheet || kind == StatementKind::CashFlow;
    // The line's own words first, then those of the headings above it, nearest first.
    for text in std::iter::once(&line.caption).chain(line.path.iter().rev()) {
        let leads = begins(text, "Weighted|Shares|Average|Number of");
        if counts(text) && (!decimals || leads && !signs) && !money_line {
            return Unit::Shares;
        }
        if each(text) && (decimals || !whole) {
            return Unit::PerShare;
        }
    }
    Unit::Money
}
