//! What the amounts of a column count, as its headings and its figures tell: money, shares, things, percent, or so much of one thing.

use rust_decimal::Decimal;

use super::{Column, change::is_change, count, unit::is_each};
use crate::{
    exact,
    gather::Gather,
    phrase::{begins, closes, has, has_any, is_any, trim},
    table::{Figure, Printed, Row, Table},
    vocabulary::Unit,
};

/// Gives the columns their units.
pub fn settle(table: &Table, columns: &mut [Column]) {
    let totals = totals(table);
    for (at, column) in columns.iter_mut().enumerate() {
        let percent = is_percent(table, at) || is_headed_percent(table, at);
        if percent || is_change(table, at) || comes_to_a_hundred(table, at) {
            column.unit = Some(Unit::Percent);
            continue;
        }
        let heading = Heading::of(&table.columns[at].headings);
        column.unit = unit(table, at, &heading);
        let of_each = totals.as_ref().is_some_and(|t| is_of_each(table, at, t, &heading));
        if of_each && matches!(column.unit, None | Some(Unit::Count)) {
            let signed = numbers(table, at).any(|f| f.symbol.is_some());
            column.unit = Some(if signed || heading.is_price() { Unit::PerShare } else { Unit::Count });
        } else if matches!(column.unit, None | Some(Unit::Count)) && heading.is_of_things() {
            column.things = numbers(table, at).all(|f| f.symbol.is_none());
            column.unit = column.unit.or(column.things.then_some(Unit::Count));
        } else if column.unit.is_none() && is_whole_beside_money(table, at) {
            (column.things, column.unit) = (true, Some(Unit::Count));
        }
    }
}

/// What stands over a column, without case.
struct Heading {
    /// The lowest line, without what it says of scales.
    lowest: String,
    /// The two lowest.
    low: String,
    all: String,
    /// Each of its lines.
    lines: Vec<String>,
}

impl Heading {
    fn of(headings: &[String]) -> Self {
        let lines = headings.iter().map(|h| h.to_ascii_lowercase()).gather();
        let mut lowest = lines.last().cloned().unwrap_or_default();
        // "(in millions, except per share data)" speaks of the lines.
        if has_any(&lowest, "in thousands|in millions|in billions|except")
            && let Some(at) = lowest.find('(')
        {
            lowest.truncate(at);
        }
        let low = joined(&lines[lines.len().saturating_sub(2)..]);
        Self { lowest, low, all: joined(&lines), lines }
    }

    /// Whole words: "rate" stands in Corporate, "ratio" in Operations, "life" in Lifestyle.
    fn says(&self, list: &str) -> bool {
        self.lowest.split(|c: char| !c.is_ascii_alphabetic()).any(|word| is_any(word, list))
    }

    fn is_each(&self) -> bool {
        let each = |words: &String| {
            (has_any(words, "per share|per unit|per-share|per-unit|per square foot|per acre|per room")
                || count::is_price(words))
                && !has_any(words, "except|data")
        };
        each(&self.low) || self.lines.iter().any(each)
    }

    /// "Per diluted share": a title over the columns may say it too, of what it is a computation.
    fn is_of_a_share(&self) -> bool {
        let short = |words: &String| words.len() < 40 && is_each(words) && !has_any(words, "except|data");
        short(&self.low) || self.lines.iter().any(short)
    }

    fn is_price(&self) -> bool {
        self.is_each() || self.says("price|prices|rent|rents|cost")
    }

    /// What is counted, and adds up down the page.
    fn is_of_things(&self) -> bool {
        let counted = has_any(&self.low, "number of|square feet|square footage|full-time equivalent|headcount");
        (counted || count::is_column_of_things(&self.low))
            && !has_any(&self.low, "average|per |years|life|ratio|yield|shares")
    }
}

/// "Occu-" over "pancy" is one word.
fn joined(lines: &[String]) -> String {
    let mut all = String::new();
    for line in lines {
        if all.ends_with('-') && line.starts_with(|c: char| c.is_ascii_lowercase()) {
            all.pop();
        } else if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(line);
    }
    all
}

/// The numbers of a column.
fn numbers(table: &Table, at: usize) -> impl Iterator<Item = &Figure> {
    table.rows.iter().filter_map(move |r| r.cells.get(at)?.as_ref()).filter(|f| f.number().is_some())
}

/// The figures of the column are percentages: most carry the sign, or the uppermost does, as the first of a column of money
/// carries its currency's. Rows that are percentages in every column say nothing of one.
fn is_percent(table: &Table, at: usize) -> bool {
    let rows = table.rows.iter().filter(|r| r.cells.iter().flatten().any(|f| f.number().is_some() && !f.percent));
    let figures: Vec<_> = rows.filter_map(|r| r.cells.get(at)?.as_ref()).filter(|f| f.number().is_some()).gather();
    let signs = figures.iter().filter(|f| f.percent).count();
    signs * 2 > figures.len()
        || figures.first().is_some_and(|f| f.percent) && figures.iter().all(|f| f.symbol.is_none())
}

/// "% leased", "Percent of total" over numbers without a sign of money, in a table of other columns.
fn is_headed_percent(table: &Table, at: usize) -> bool {
    let headed = |at: usize| {
        let says = |h: &String| begins(&h.to_ascii_lowercase(), "%|percent|pct") || closes(h, "%") && h.len() < 3;
        table.columns[at].headings.iter().any(says)
    };
    let small = |f: &Figure| f.symbol.is_none() && f.number().is_some_and(|n| n.abs() < Decimal::ONE_THOUSAND);
    headed(at) && numbers(table, at).all(small) && !(0..table.columns.len()).all(headed)
}

/// Whole numbers without a sign, where another column holds money with decimals: policies, contracts, whatever they be.
fn is_whole_beside_money(table: &Table, at: usize) -> bool {
    let heading = table.columns[at].headings.join(" ");
    let dated = heading.is_empty() || heading.bytes().any(|b| b.is_ascii_digit());
    let whole =
        |f: &Figure| f.symbol.is_none() && !f.is_year() && matches!(f.printed, Printed::Number { places: 0, .. });
    let fine = |f: &Figure| matches!(f.printed, Printed::Number { places: 1.., .. });
    let money = |other: usize| numbers(table, other).any(|f| f.symbol.is_some()) && numbers(table, other).all(fine);
    let other = |other: &usize| *other != at && numbers(table, *other).count() > 1;
    !dated
        && numbers(table, at).count() > 1
        && numbers(table, at).all(whole)
        && (0..table.columns.len()).filter(other).any(money)
}

/// Parts of a hundred: they come to it, and are printed with decimals or under words of a share, while another column comes to
/// something else.
fn comes_to_a_hundred(table: &Table, at: usize) -> bool {
    let (mut sum, mut room, mut terms) = (Decimal::ZERO, Decimal::ZERO, 0);
    for row in &table.rows {
        let Some(figure) = row.cells.get(at).and_then(Option::as_ref) else { continue };
        let Printed::Number { value, places } = figure.printed else { continue };
        if figure.symbol.is_some() || value.is_sign_negative() {
            return false;
        }
        let ulp = exact::unit(places).unwrap_or(Decimal::ONE);
        let gap = exact::sub(value, sum).unwrap_or(Decimal::MAX).abs();
        if value == Decimal::ONE_HUNDRED && terms > 1 && gap <= exact::half(exact::add(room, ulp).unwrap_or(ulp)) {
            let others = row.cells.iter().enumerate().filter(|(other, _)| *other != at);
            let other = |f: &Figure| f.number().is_some_and(|n| n != Decimal::ONE_HUNDRED);
            let named = || has_any(&Heading::of(&table.columns[at].headings).all, "%|percent| to total|of total| mix");
            return others.filter_map(|(_, f)| f.as_ref()).any(other) && (places > 0 || named());
        }
        let Some((more, wider)) = exact::add(sum, value).zip(exact::add(room, ulp)) else { return false };
        (sum, room, terms) = (more, wider, terms + 1);
        if sum > Decimal::from(101) {
            return false;
        }
    }
    false
}

/// What is counted as shares are.
const SHARES: &str = "number of options|number of units|number of awards|number of warrants|number of rights|number of stock|\
    number of restricted|number of common|number of securities|number of rsus|number of performance";

/// What the amounts of a column count, where its lowest heading says, or for amounts a share any.
fn unit(table: &Table, at: usize, heading: &Heading) -> Option<Unit> {
    // Years of maturity, or of purchase.
    let mut figures = numbers(table, at).peekable();
    if figures.peek().is_some() && figures.all(Figure::is_year) {
        return Some(Unit::Count);
    }
    let lowest = heading.lowest.as_str();
    let rates = heading.says("price|prices|average|averages|rate|rates|multiple|multiples") && are_rates(table, at);
    // Headings that ran together may say it of amounts.
    let large = numbers(table, at).any(|f| f.number().is_some_and(|n| n.abs() >= Decimal::ONE_THOUSAND));
    let whole = numbers(table, at).all(|f| matches!(f.printed, Printed::Number { places: 0, .. }));
    // "Exercise price" somewhere above numbers that all have decimals.
    let fine = |f: &Figure| matches!(f.printed, Printed::Number { places: 2.., .. });
    let priced = (has_any(&heading.all, "price") || heading.all.split(' ').any(|w| w == "exercise"))
        && !large
        && numbers(table, at).all(fine);
    let of_a_share = heading.is_of_a_share() && are_rates(table, at);
    if heading.is_each() && !(large && whole) || rates || priced || of_a_share {
        return Some(Unit::PerShare);
    }
    let counts = has_any(lowest, "in years|(years)|square feet")
        || has_any(&heading.low, "number of|square feet|full-time equivalent")
        || heading.says("life|lives|yield|yields|ratio|ratios")
        || is_any(trim(lowest, "(s). "), "note|ref|page");
    // "Value of shares that may yet be purchased" is money; where it may be their number as well, the signs say which.
    let signs = || table.rows.iter().filter_map(|r| r.cells.get(at)?.as_ref()).any(|f| f.symbol.is_some());
    let worth = has_any(&heading.all, "value of|value)|cost of|proceeds") && (!has(&heading.all, "number") || signs());
    let shares = has_any(lowest, "shares") && !worth
        || has_any(&heading.all, SHARES)
        || is_any(lowest, "number|number of") && has_any(&heading.all, "options|shares|units|awards|warrants");
    shares.then_some(Unit::Shares).or(counts.then_some(Unit::Count))
}

/// Whether the figures of a column are printed as prices and rates are: with decimals, and small. "Fixed rate" may head amounts.
fn are_rates(table: &Table, at: usize) -> bool {
    let small = |f: &Figure| f.number().is_some_and(|n| n.abs() < Decimal::ONE_THOUSAND);
    let fine = |f: &&Figure| f.percent || f.times || matches!(f.printed, Printed::Number { places: 1.., .. });
    numbers(table, at).all(small) && numbers(table, at).filter(fine).count() * 2 >= numbers(table, at).count()
}

/// The last row of amounts, and the columns in which it is the sum of those above.
struct Totals {
    row: usize,
    added: Vec<usize>,
}

fn totals(table: &Table) -> Option<Totals> {
    let row = table.rows.iter().rposition(|r| !r.is_words())?;
    let added = (0..table.columns.len()).filter(|at| {
        let above = above(&table.rows[..row], *at);
        let sum = above.iter().copied().try_fold(Decimal::ZERO, exact::add);
        above.len() > 1 && sum.is_some() && sum == number(&table.rows[row], *at)
    });
    let added = added.gather();
    (!added.is_empty()).then_some(Totals { row, added })
}

fn number(row: &Row, at: usize) -> Option<Decimal> {
    row.cells.get(at)?.as_ref()?.number()
}

fn above(rows: &[Row], at: usize) -> Vec<Decimal> {
    rows.iter().filter_map(|r| number(r, at)).gather()
}

/// Averages, prices and ratios: the total of the column stands among its lines where those of others are sums. So the headings say,
/// or each figure is less than those beside it, and printed as a rate.
fn is_of_each(table: &Table, at: usize, totals: &Totals, heading: &Heading) -> bool {
    const EACH: &str = "average|averages|avg|per|price|prices|rate|rates|ratio|yield|years|months|term|life|age|score|\
        occupancy|margin|multiple|multiples|times|turns";
    let Some(total) = number(&table.rows[totals.row], at).filter(|_| !totals.added.contains(&at)) else { return false };
    let above = above(&table.rows[..totals.row], at);
    let (least, most) = (above.iter().min(), above.iter().max());
    let between =
        least.zip(most).is_some_and(|(least, most)| *least > Decimal::ZERO && (*least..=*most).contains(&total));
    let less = |row: &Row| {
        let own = number(row, at);
        totals.added.iter().all(|other| number(row, *other).zip(own).is_none_or(|(other, own)| own < other))
    };
    let named = heading.all.split(|c: char| !c.is_ascii_alphabetic()).any(|word| is_any(word, EACH));
    above.len() > 1 && between && (named || are_rates(table, at) && table.rows.iter().all(less))
}

#[cfg(test)]
mod tests {
    use super::{Column, Row, Table, settle};
    use crate::{
        table::{Column as Headed, figure},
        vocabulary::Unit,
    };

    /// What the columns of a table are found to count: headings, and below them rows of figures.
    fn units(headings: &[&str], rows: &[&[&str]]) -> Vec<(Option<Unit>, bool)> {
        let headed = |h: &&str| Headed { headings: vec![(*h).to_owned()], ..Headed::default() };
        let row = |cells: &&[&str]| Row { cells: cells.iter().map(|c| figure(c, 0)).collect(), ..Row::default() };
        let table = Table {
            columns: headings.iter().map(headed).collect(),
            rows: rows.iter().map(row).collect(),
            ..Table::default()
        };
        let mut columns = vec![Column::default(); headings.len()];
        settle(&table, &mut columns);
        columns.into_iter().map(|c| (c.unit, c.adds_down())).collect()
    }

    #[test]
    fn a_total_among_its_lines_is_an_average() {
        let found = units(&["Orders", "Book-to-Bill"], &[&["110.2", "1.1"], &["88.1", "1.3"], &["198.3", "1.2"]]);
        assert_eq!(found, [(None, true), (Some(Unit::Count), false)]);
        // 28 + 61 is 89: a slip in one column of two alike is no average.
        let found = units(&["1998", "1997"], &[&["110", "28"], &["88", "61"], &["198", "59"]]);
        assert_eq!(found, [(None, true), (None, true)]);
    }

    #[test]
    fn things_add_down() {
        let found = units(&["Number of stores", "Sales per square foot"], &[&["110", "288"], &["88", "261"]]);
        assert_eq!(found, [(Some(Unit::Count), true), (Some(Unit::PerShare), false)]);
        let found = units(&["Premiums", "Policies in force"], &[&["$210.4", "204,110"], &["118.2", "40,330"]]);
        assert_eq!(found, [(None, true), (Some(Unit::Count), true)]);
    }

    #[test]
    fn parts_of_a_hundred_are_percentages() {
        let found = units(&["Loans", "Share"], &[&["88,104", "73.3"], &["32,022", "26.7"], &["120,126", "100.0"]]);
        assert_eq!(found, [(None, true), (Some(Unit::Percent), false)]);
        let found = units(&["Rent", "% leased"], &[&["1,104", "95"], &["980", "91"]]);
        assert_eq!(found, [(None, true), (Some(Unit::Percent), false)]);
    }
}
