//! One column of a table as the sum of others, line by line: the lines vote on whether the columns belong together.

use rust_decimal::Decimal;

use super::{At, Book, Check, tie, words};
use crate::{
    exact,
    gather::Gather,
    phrase::is_any,
    statement::{Line, Statement},
    vocabulary::{Outcome, Unit},
};

/// Lines that hold must show so many digits together: two figures add up to a third by chance.
const SHOWN: u32 = 5;
/// So many lines have had their say; a longer table is no wiser.
const VOTERS: usize = 200;

/// A column, the columns it may add up, and in how many lines of two or more amounts that holds and fails.
pub struct Relation {
    pub total: usize,
    pub terms: Vec<usize>,
    pub hold: usize,
    pub fail: usize,
}

/// Whether the amounts of a line may add up across: rates and averages do not.
pub fn adds_across(line: &Line) -> bool {
    const NEVER: &str =
        "percent|percentage|per|rate|rates|ratio|ratios|margin|average|yield|price|price range|high|low|weighted";
    !matches!(line.unit, Unit::Percent | Unit::PerShare)
        && !line.aside
        && !line.is_heading()
        && !line.plain.split(' ').any(|word| is_any(word, NEVER))
}

/// Lets the lines vote on a column as the sum of others; `None` where it does not hold in most of them.
pub fn vote(statement: &Statement, lines: &[usize], total: usize, terms: &[usize]) -> Option<Relation> {
    let (mut hold, mut fail, mut digits) = (0, 0, 0);
    for line in lines.iter().map(|l| &statement.lines[*l]).filter(|l| is_told(l, total, terms)).take(VOTERS) {
        let Some((difference, tolerance)) = gap(line, total, terms) else { continue };
        if difference > tolerance {
            fail += 1;
            continue;
        }
        hold += 1;
        let printed = line.cells[total].as_ref().and_then(|c| c.printed).unwrap_or_default();
        if difference.is_zero() && !printed.is_zero() {
            digits += printed.mantissa().unsigned_abs().ilog10() + 1;
        }
    }
    (hold > fail && digits >= SHOWN).then(|| Relation { total, terms: terms.to_vec(), hold, fail })
}

/// The column of totals has an amount, and two of the others have one that is not nothing.
fn is_told(line: &Line, total: usize, terms: &[usize]) -> bool {
    let shown = |c: &&usize| line.value(**c).is_some_and(|v| !v.is_zero());
    reads(line, total, terms) && terms.iter().filter(shown).count() > 1
}

/// The line has a total, and every figure of it could be read as an amount.
fn reads(line: &Line, total: usize, terms: &[usize]) -> bool {
    line.value(total).is_some() && !terms.iter().chain([&total]).any(|c| line.is_no_term(*c))
}

/// How far the total is from the sum, and how far rounding may take it.
fn gap(line: &Line, total: usize, terms: &[usize]) -> Option<(Decimal, Decimal)> {
    let cell = |column: usize| line.cells.get(column)?.as_ref();
    let (mut sum, mut units) = (line.value(total)?, cell(total)?.ulp.unwrap_or_default());
    for cell in terms.iter().filter_map(|c| cell(*c)) {
        sum = exact::sub(sum, cell.value?)?;
        units = exact::add(units, cell.ulp.unwrap_or_default())?;
    }
    Some((sum.abs(), exact::half(units)))
}

/// The checks of a relation, a line each. Lines that fail are left out where too many do: the table may be two.
pub fn checks(book: &Book<'_>, statement: usize, lines: &[usize], relation: &Relation, does: &str) -> Vec<Check> {
    let all = &book.statements[statement].lines;
    let Relation { total, terms, hold, fail } = relation;
    let alone =
        |line: &Line| line.value(*total).filter(|_| terms.iter().all(|c| line.value(*c).is_none_or(|v| v.is_zero())));
    let made = lines.iter().filter_map(|line| {
        let own = &all[*line];
        let at = |column: usize| At { statement, line: *line, column };
        let parts = terms.iter().filter(|c| own.value(**c).is_some()).map(|c| (at(*c), Decimal::ONE)).gather();
        // A line with one amount shows nothing of the relation, but is held against it where others show enough.
        if parts.is_empty() || !reads(own, *total, terms) || parts.len() == 1 && *hold < 3 {
            return None;
        }
        let title = [&words::caption(&own.caption), does].concat();
        let mut check = tie::sum(book, title, at(*total), &parts)?;
        check.holds = *hold;
        if check.outcome == Outcome::Broken {
            let gap = check.difference.unwrap_or_default().abs();
            let is_gap = |v: Decimal| v.abs() == gap;
            // Too little bears out that these columns add up in this line.
            if !is_told(own, *total, terms) || *fail > 1 && fail * 3 > *hold {
                return None;
            }
            if all.iter().filter_map(alone).any(is_gap) {
                tie::doubt(&mut check, "a line with an amount in the column of totals alone has just what is missing");
            } else if terms.iter().filter_map(|c| own.value(*c)).any(is_gap) {
                tie::doubt(&mut check, "the difference is one of its own figures, which may stand in another column");
            }
        }
        Some(check)
    });
    made.gather()
}
