//! What the figures of a line count: money, money a share, shares, percent.

use rust_decimal::Decimal;

use super::{
    Line, between,
    count::{self, Among, Printing},
    dilution, excepted, scale, under,
};
use crate::{
    gather::Gather,
    phrase::{begins, has, has_any, is_any},
    table::{Figure, Printed, Row},
    vocabulary::{StatementKind, Unit},
};

/// Gives lines their units. `money` is what its money is multiplied by.
pub fn settle(lines: &mut [Line], rows: &[Row], kind: StatementKind, title: &str, money: Decimal) {
    // Below the earnings of an income statement, or those of a share, stand figures of other kinds.
    let mut foot = None;
    for at in 0..lines.len() {
        let heading = |row: &Row| row.is_words();
        let above = at.checked_sub(1).filter(|i| heading(&rows[*i])).map_or("", |i| lines[i].caption.as_str());
        let among = Among::of(kind, title, foot.is_some());
        lines[at].unit = of(&lines[at], &rows[at], kind, above, among);
        let shared = matches!(lines[at].unit, Unit::PerShare | Unit::Shares) || is_earned(&lines[at].plain);
        if foot.is_none() && !rows[at].is_words() && shared {
            foot = Some(at + 1);
        }
    }
    let among = Among::of(kind, title, false);
    for at in (0..lines.len())
        .filter(|at| lines[*at].unit == Unit::Count && count::is_by_section(&lines[*at], among))
        .gather()
    {
        let money =
            |(line, row): (&Line, &Row)| line.unit == Unit::Money && is_signed(row) && line.path == lines[at].path;
        if lines.iter().zip(rows).any(money) {
            lines[at].unit = Unit::Money;
        }
    }
    if matches!(kind, StatementKind::BalanceSheet | StatementKind::CashFlow) {
        return;
    }
    parts_of_a_share(lines, rows);
    parts_of_a_percentage(lines, rows);
    under::settle(lines, rows);
    dilution::settle(lines, rows);
    between::settle(lines, rows);
    if kind == StatementKind::IncomeStatement && money > Decimal::ONE {
        // Money in thousands has no decimals; in millions it may have one.
        let least = if money == Decimal::ONE_THOUSAND { 1 } else { 2 };
        for at in odd_at_foot(lines, rows, foot.unwrap_or(rows.len()), least) {
            lines[at].unit = count::of_odd(&lines[at].caption, is_signed(&rows[at]));
        }
    }
    let reconciles = kind == StatementKind::Reconciliation && money > Decimal::ONE;
    if reconciles || money > Decimal::ONE && matches!(kind, StatementKind::Schedule | StatementKind::Other) {
        let odd = odd(lines, rows, 1);
        let firm = is_firm(lines, rows, &odd);
        for &at in &odd {
            let signs = is_signed(&rows[at]) || is_between_signs(rows, &odd, at);
            let heading = lines[at].path.last().map(|p| p.to_ascii_lowercase()).unwrap_or_default();
            let unit = match count::of_odd(&lines[at].caption, signs) {
                Unit::Count if has_any(&heading, "percent|%|rate") => Unit::Percent,
                Unit::Count if is_each(&heading) || has_any(&heading, "price") => Unit::PerShare,
                unit => unit,
            };
            // Money in thousands has no decimals; in millions it may have one, and more where all of it has.
            let price = unit == Unit::PerShare && has(&lines[at].plain, "price");
            if money == Decimal::ONE_THOUSAND || unit == Unit::Percent || price || firm && is_odd(&rows[at], 2) {
                lines[at].unit = unit;
            }
        }
    }
}

/// Lines of what the page's scale is said not to hold for, and lines printed whole without a sign where all money has decimals.
pub fn except(lines: &mut [Line], rows: &[Row], kind: StatementKind, named: &[String]) {
    let whole =
        if matches!(kind, StatementKind::Schedule | StatementKind::Other) { whole(lines, rows) } else { Vec::new() };
    for (at, line) in lines.iter_mut().enumerate().filter(|(at, l)| l.unit == Unit::Money && !rows[*at].is_words()) {
        if excepted::names(named, line) && !scale::says_scale(line) {
            let signs = rows[at].cells.iter().flatten().any(|f| f.symbol.is_some());
            line.unit = if signs { Unit::PerShare } else { Unit::Count };
        } else if whole.contains(&at) {
            line.unit = Unit::Count;
        }
    }
}

/// Lines of whole numbers among money that is printed with decimals: they count something.
fn whole(lines: &[Line], rows: &[Row]) -> Vec<usize> {
    let money = (0..rows.len()).filter(|at| lines[*at].unit == Unit::Money && !rows[*at].is_words()).gather();
    let numbers =
        |at: usize| rows[at].cells.iter().flatten().filter(|f| f.number().is_some() && !f.percent && !f.times);
    let whole = |at: &usize| {
        let plain = |f: &Figure| f.symbol.is_none() && matches!(f.printed, Printed::Number { places: 0, .. });
        !lines[*at].plain.is_empty() && numbers(*at).count() > 1 && numbers(*at).all(plain)
    };
    let fine = |at: &usize| numbers(*at).all(|f| matches!(f.printed, Printed::Number { places: 1.., .. }));
    let odd = money.iter().copied().filter(|at| whole(at)).gather();
    let all_else = money.iter().filter(|at| !odd.contains(at)).all(fine);
    if odd.is_empty() || !all_else || odd.len() * 3 > money.len() { Vec::new() } else { odd }
}

fn is_signed(row: &Row) -> bool {
    row.cells.iter().flatten().any(|f| f.symbol.is_some())
}

/// Of a run of such lines the first and the last are signed, as the first and the total of a sum are.
fn is_between_signs(rows: &[Row], odd: &[usize], at: usize) -> bool {
    let first = (0..=at).rev().take_while(|i| odd.contains(i)).last();
    let last = (at..rows.len()).take_while(|i| odd.contains(i)).last();
    [first, last].into_iter().all(|end| end.is_some_and(|end| is_signed(&rows[end])))
}

/// "Extraordinary loss (.15)" between lines of earnings per share is money a share.
fn parts_of_a_share(lines: &mut [Line], rows: &[Row]) {
    let odd = odd(lines, rows, 2);
    // "Per share data:" begins what is of a share.
    let part = |at: &usize| !rows[*at].is_words() || rows[*at].caption.trim_end().ends_with(':');
    let mut near = |at: usize, by: Option<usize>| {
        if by.is_some_and(|by| !rows[by].is_words() && lines[by].unit == Unit::PerShare) {
            lines[at].unit = Unit::PerShare;
        }
    };
    for &at in &odd {
        near(at, (0..at).rev().find(part));
    }
    for &at in odd.iter().rev() {
        near(at, (at + 1..rows.len()).find(part));
    }
}

/// From the statutory rate to the effective one, or from sales to income in percent of sales: the sign is printed on the first line
/// and the last.
fn parts_of_a_percentage(lines: &mut [Line], rows: &[Row]) {
    let figures = (0..rows.len()).filter(|at| !rows[*at].is_words()).gather();
    let (Some(first), Some(last)) = (figures.first(), figures.last()) else { return };
    let small = |at: &usize| {
        let numbers = rows[*at].cells.iter().flatten().filter_map(Figure::number);
        rows[*at].cells.iter().flatten().all(|f| f.symbol.is_none())
            && numbers.into_iter().all(|n| n.abs() <= Decimal::ONE_HUNDRED)
    };
    let ends = first != last && [first, last].iter().all(|at| lines[**at].unit == Unit::Percent);
    if ends && figures.iter().all(small) {
        for at in figures {
            lines[at].unit = Unit::Percent;
        }
    }
}

/// The bottom line of an income statement.
fn is_earned(plain: &str) -> bool {
    is_any(plain, "net income|net loss|net earnings|net income loss|net loss income|distributable income")
}

/// Lines below the earnings that are printed with decimals, where all above them are whole.
fn odd_at_foot(lines: &[Line], rows: &[Row], foot: usize, least: u32) -> Vec<usize> {
    let money = |at: &usize| lines[*at].unit == Unit::Money && !rows[*at].is_words();
    let body = || (0..foot).filter(money);
    let whole =
        |at: usize| rows[at].cells.iter().flatten().all(|f| !matches!(f.printed, Printed::Number { places: 1.., .. }));
    if body().nth(1).is_none() || !body().all(whole) {
        return Vec::new();
    }
    (foot..rows.len()).filter(money).filter(|at| is_odd(&rows[*at], least)).gather()
}

/// Lines read as money that are printed with so many decimals at least, small, where money is printed whole.
fn odd(lines: &[Line], rows: &[Row], least: u32) -> Vec<usize> {
    let money = |at: &usize| lines[*at].unit == Unit::Money && !rows[*at].is_words();
    let large = (0..rows.len()).filter(money).flat_map(|at| rows[at].cells.iter().flatten()).map(places_of_large);
    let least = least.max(large.max().unwrap_or_default() + 1);
    let odd = (0..rows.len()).filter(money).filter(|at| is_odd(&rows[*at], least)).gather();
    let all = (0..rows.len()).filter(money).count();
    if odd.len() * 3 > all && !is_firm(lines, rows, &odd) { Vec::new() } else { odd }
}

/// Several lines of whole money, and none of another kind but these, leave no doubt that money has no decimals.
fn is_firm(lines: &[Line], rows: &[Row], odd: &[usize]) -> bool {
    let mut others = (0..rows.len())
        .filter(|at| lines[*at].unit == Unit::Money && !rows[*at].is_words() && odd.binary_search(at).is_err())
        .map(|at| rows[at].cells.iter().flatten().filter_map(Figure::number).gather())
        .filter(|numbers| !numbers.is_empty())
        .peekable();
    let mut count = 0;
    while let Some(numbers) = others.next_if(|numbers| numbers.iter().all(|n| n.scale() == 0)) {
        count += usize::from(!numbers.is_empty());
    }
    count >= 3 && others.peek().is_none()
}

/// How finely an amount of a thousand or more is printed: so all money is.
fn places_of_large(figure: &Figure) -> u32 {
    match figure.printed {
        Printed::Number { value, places } if value.abs() >= Decimal::ONE_THOUSAND => places,
        _ => 0,
    }
}

/// Three decimals may be a misprint of thousands.
pub fn is_odd(row: &Row, least: u32) -> bool {
    let numbers = || row.cells.iter().flatten().filter(|f| f.number().is_some() && !f.percent && !f.times);
    let decimal = |f: &Figure| match f.printed {
        Printed::Number { value, places } => {
            places >= least && (places != 3 || value.abs() < Decimal::ONE) && value.abs() < Decimal::ONE_THOUSAND
        }
        _ => false,
    };
    numbers().count() > 0 && numbers().all(decimal)
}

/// `above` is the line of words just above, which may be the beginning of the caption.
fn of(line: &Line, row: &Row, kind: StatementKind, above: &str, among: Among) -> Unit {
    let figures = || row.cells.iter().flatten();
    if figures().any(|f| f.percent) && figures().all(|f| f.percent || f.number().is_none()) {
        return Unit::Percent;
    }
    if figures().any(|f| f.times) && figures().all(|f| f.times || f.percent || f.number().is_none()) {
        return Unit::Count;
    }
    // What a column of changes holds says nothing of the line.
    let figures = || figures().filter(|f| !f.percent);
    let decimals = figures().any(|f| matches!(f.printed, Printed::Number { places, .. } if places > 0));
    let cents = figures().any(|f| matches!(f.printed, Printed::Number { places: 2.., .. }));
    let whole = figures().any(|f| matches!(f.printed, Printed::Number { places: 0, .. }));
    let signs = figures().any(|f| f.symbol.is_some());
    let counts = |text: &str| {
        let text = text.to_ascii_lowercase();
        let units = has_any(&text, "units outstanding|units used|outstanding units");
        if has_any(&text, "antidilutive|anti-dilutive") && !has_any(&text, "income|interest|effect on earnings") {
            return true;
        }
        let weighted = has_any(&text, "weighted average|weighted-average") && !signs;
        let shares = units || has_any(&text, "shares") || weighted;
        let used = has_any(&text, "used|weighted|outstanding|average|basic|diluted|number of");
        let money = has_any(&text, "par value|authorized|stock,|purchase|issuance|proceeds|dividends|repurchase");
        // "Income attributable to diluted shares" is money; "weighted average shares attributable to common" are shares.
        let shared = has_any(&text, "allocable|allocated|attributable|available to|applicable to")
            && !has_any(&text, "weighted|average|used in|number of");
        shares && used && !money && !shared
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
        // "Cash dividends ($.44 per share)" are money.
        // Under "Diluted EPS:" stand its numerator and denominator too: amounts a share are printed in cents.
        let fits =
            if std::ptr::eq(text, &raw const line.caption) { decimals || !whole } else { cents || !decimals && !whole };
        if fits && is_each(text.split_once("($").map_or(text.as_str(), |(before, _)| before)) {
            return Unit::PerShare;
        }
    }
    let small =
        figures().next().is_some() && figures().all(|f| f.number().is_none_or(|n| n.abs() < Decimal::ONE_THOUSAND));
    count::of(line, Printing { signs, decimals, small }, among).unwrap_or(Unit::Money)
}

/// "Earnings per common and common equivalent share", "net loss per limited partnership unit".
pub fn is_each(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    // What is divided: "Net income for diluted EPS".
    if has_any(&text, "for diluted eps|for basic eps|for eps|numerator") {
        return false;
    }
    let all = || text.split(|c: char| !c.is_ascii_alphanumeric());
    let mut words = all().skip_while(|word| *word != "per").skip(1).take(8);
    words.any(|word| is_any(word, "share|shares|unit|units|ads|adr")) || all().any(|word| word == "eps")
}

#[cfg(test)]
mod tests {
    use super::is_each;

    #[test]
    fn a_share_of_any_name() {
        assert!(is_each("Earnings per common and common equivalent share"));
        assert!(is_each("Net income (loss)per Common and Class B share"));
        assert!(is_each("NET LOSS PER LIMITED PARTNERSHIP UNIT") && is_each("Adjusted diluted EPS"));
        assert!(!is_each("Average sales per restaurant") && !is_each("Shares outstanding"));
    }
}
