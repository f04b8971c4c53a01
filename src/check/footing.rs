//! # footing
//!
//! A subtotal equals the sum of the lines it adds up, in each column.
//!
//! **Why** It is the first thing anyone checks, and what a slip of the pen breaks.
//!
//! **Formula** `subtotal = Σ ± lines`; which lines, with which signs, is found by [`super::structure`].
//!
//! **Tolerance** `(n+1)·u/2`, `u` the weight of the last printed digit and `n` the terms that are not dashes.
//!
//! **Not checked** in columns of percentages, prices, ratios and averages (things that are counted add up), for amounts a share without a
//! rule above their sum, where a total's lines could not be told, and where the last line is carried as a balance. A sum that fails is doubted, not accused, where which lines it adds up is itself a guess: a line
//! between holds just what is missing, most of its lines have no figure in the column, the figures tie as printed but in different
//! scales, at most one other column bears it out, or the total is no larger than its lines, as an average is, and no slip of the pen
//! explains the difference ([`super::doubt`]); such a column with decimals of its own is never accused.
//!
//! **Example** Total current assets 690,809 = 365,606 + 215,906 + 77,964 + 31,333.

use rust_decimal::Decimal;

use super::{At, Book, Check, Equation, Ref, tie, words};
use crate::{
    exact,
    gather::Gather,
    phrase::begins,
    vocabulary::{Outcome, StatementKind, Unit},
};

pub const NAME: &str = "footing";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (statement, equations) in book.equations.iter().enumerate() {
        let first = found.len();
        for equation in equations {
            let mut checks = Vec::new();
            let columns = &book.statements[statement].columns;
            for column in (0..columns.len()).filter(|c| columns[*c].adds_down()) {
                let at = |line| At { statement, line, column };
                let terms: Vec<(At, Decimal)> = equation
                    .terms
                    .iter()
                    .map(|(line, sign)| (at(*line), Decimal::from(*sign)))
                    .filter(|(at, _)| book.value(*at).is_some())
                    .gather();
                if terms.is_empty() {
                    continue;
                }
                // A balance is carried from line to line, and its last is its total.
                let last = terms.last().map(|(at, _)| book.value(*at));
                if terms.len() > 1 && last == Some(book.value(at(equation.total))) {
                    continue;
                }
                let placed = terms.len() * 2 >= equation.terms.len();
                let title = format!("{} foots", words::caption(&book.line(at(equation.total)).caption));
                let Some(mut check) = tie::sum(book, title, at(equation.total), &terms) else { continue };
                if check.outcome == Outcome::Broken
                    && equation.terms.iter().any(|(l, _)| book.line(at(*l)).is_no_term(column))
                {
                    if book.cell(at(equation.total)).is_some_and(|c| c.percent) {
                        continue;
                    }
                    tie::doubt(&mut check, "a line of this sum has no number in this column that could be read");
                }
                if check.outcome == Outcome::Broken && is_of_shares(book, &check, at(equation.total)) {
                    tie::doubt(&mut check, "amounts a share may be of different numbers of shares");
                }
                if let Some(line) = left_out(book, &check, at(equation.total), &terms) {
                    let reason =
                        ["with ", &words::caption(&line), " it would foot: which lines it adds up is not plain"];
                    tie::doubt(&mut check, &reason.concat());
                } else if is_unread(book, &check, at(equation.total)) {
                    tie::doubt(&mut check, "an amount of this table that could not be placed is just what is missing");
                } else if check.outcome == Outcome::Broken && !placed {
                    tie::doubt(&mut check, "most lines of this sum have no figure in this column");
                } else if check.outcome == Outcome::Broken && ties_as_printed(book, at(equation.total), &terms) {
                    tie::doubt(&mut check, "it ties as printed, but its lines seem to be in different scales");
                }
                checks.push(if equation.exact < equation.tried {
                    check.because(format!("{} of {} columns are exact", equation.exact, equation.tried))
                } else {
                    check
                });
            }
            found.append(&mut tie::by_columns(checks));
        }
        spare_odd_columns(&mut found[first..], book.statements[statement].kind);
        untold(book, statement, equations, found);
    }
}

/// A line that calls itself a total, below others, whose lines were not found.
fn untold(book: &Book<'_>, statement: usize, equations: &[Equation], found: &mut Vec<Check>) {
    let own = &book.statements[statement];
    let mut above = 0;
    for (line, total) in own.lines.iter().enumerate().filter(|(_, l)| l.unit == Unit::Money && !l.aside) {
        if above >= 2 && begins(&total.plain, "total ") && !equations.iter().any(|e| e.total == line) {
            let mut cells = (0..own.columns.len()).map(|column| At { statement, line, column });
            if let Some(at) = cells.find(|at| own.columns[at.column].adds_down() && book.value(*at).is_some()) {
                let title = format!("{} foots", words::caption(&total.caption));
                found.push(tie::unchecked(title, Ref::Cell(at), "which lines it adds up could not be told"));
            }
        }
        above += usize::from(total.cells.iter().any(Option::is_some));
    }
}

/// The line among those added up whose amount is just what is missing: it is not one of them, or its amount came to stand in
/// another column.
fn left_out(book: &Book<'_>, check: &Check, total: At, terms: &[(At, Decimal)]) -> Option<String> {
    let difference = check.difference.filter(|_| check.outcome == Outcome::Broken)?;
    let first = terms.iter().map(|(at, _)| at.line).min()?;
    let missing = |line: &usize| {
        let at = At { line: *line, ..total };
        let own = book.line(at);
        let is_it = |value: Option<Decimal>| value.is_some_and(|v| v.abs() == difference.abs());
        let left_out = !terms.iter().any(|(t, _)| t.line == *line) && is_it(book.value(at));
        let misplaced = book.cell(at).is_none() && (0..own.cells.len()).any(|column| is_it(own.value(column)));
        own.unit == book.line(total).unit && !own.aside && (left_out || misplaced)
    };
    let line = (first..total.line).find(missing)?;
    Some(book.line(At { line, ..total }).caption.clone())
}

/// Amounts a share that miss their sum by little: each was divided by itself, and not always by the same shares.
fn is_of_shares(book: &Book<'_>, check: &Check, total: At) -> bool {
    let few = book.cell(total).and_then(|c| exact::mul(c.ulp?, Decimal::TEN));
    let near = check.difference.zip(few).is_some_and(|(gap, few)| gap.abs() <= few);
    book.line(total).unit == Unit::PerShare && near
}

/// What is missing stands in the table, under no column.
fn is_unread(book: &Book<'_>, check: &Check, total: At) -> bool {
    let statement = book.statement(total);
    let difference = check.difference.filter(|_| check.outcome == Outcome::Broken);
    let printed = difference.and_then(|d| exact::div(d.abs(), statement.scale));
    printed.is_some_and(|p| statement.strays.iter().any(|s| s.number.is_some_and(|n| n.abs() == p)))
}

/// The figures add up before their lines' scales are put to them.
fn ties_as_printed(book: &Book<'_>, total: At, terms: &[(At, Decimal)]) -> bool {
    let printed = |at: At| book.cell(at).and_then(|c| c.printed);
    let mut sum = Some(Decimal::ZERO);
    for (at, weight) in terms {
        let part = printed(*at).and_then(|p| exact::mul(p, *weight));
        sum = sum.zip(part).and_then(|(sum, part)| exact::add(sum, part));
    }
    sum.is_some() && sum == printed(total)
}

/// A column in which most sums fail is none that adds down: a change in percent, an average, a ratio.
fn spare_odd_columns(checks: &mut [Check], kind: StatementKind) {
    // One slip in a subtotal of a statement fails two sums; the columns of other tables are often none that add down.
    let most = if kind.is_primary() { 3 } else { 2 };
    let columns = checks.iter().filter_map(|c| c.column).max().map_or(0, |c| c + 1);
    for column in 0..columns {
        let of = |outcome: fn(Outcome) -> bool| {
            checks.iter().filter(|c| c.column == Some(column) && outcome(c.outcome)).count()
        };
        let (fail, hold) = (of(|o| o > Outcome::Rounding), of(|o| o <= Outcome::Rounding));
        if fail >= most && fail > hold {
            for check in checks.iter_mut().filter(|c| c.column == Some(column) && c.outcome == Outcome::Broken) {
                tie::doubt(check, "most sums of this column fail: it may not be one that adds down");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of accusations in a column of a schedule where so many sums fail and so many hold.
    fn accused(fail: usize, hold: usize) -> usize {
        let check = |outcome| Check { outcome, column: Some(0), ..Check::new(String::new(), None) };
        let mut checks: Vec<Check> = (0..fail).map(|_| check(Outcome::Broken)).collect();
        checks.extend((0..hold).map(|_| check(Outcome::Exact)));
        spare_odd_columns(&mut checks, StatementKind::Schedule);
        checks.iter().filter(|c| c.outcome == Outcome::Broken).count()
    }

    #[test]
    fn a_column_in_which_most_sums_fail_is_none_that_adds_down() {
        assert_eq!((accused(2, 1), accused(3, 2)), (0, 0));
        // As many hold as fail: both are accused.
        assert_eq!((accused(2, 2), accused(1, 0)), (2, 1));
    }

    #[test]
    fn what_rounding_explains_holds_and_other_columns_are_left_alone() {
        use Outcome::{Broken, Exact, Rounding, Unchecked};
        let check = |column, outcome| {
            Check { outcome, column: Some(column), ..Check::new(String::new(), None) }.because("told before")
        };
        let mut checks = [(0, Broken), (0, Broken), (0, Rounding), (0, Rounding)].map(|(c, o)| check(c, o));
        spare_odd_columns(&mut checks, StatementKind::Schedule);
        assert_eq!(checks.map(|c| c.outcome), [Broken, Broken, Rounding, Rounding]);
        let mut checks = [(0, Broken), (0, Broken), (0, Exact), (0, Unchecked), (1, Broken)].map(|(c, o)| check(c, o));
        spare_odd_columns(&mut checks, StatementKind::Schedule);
        assert_eq!(checks.each_ref().map(|c| c.outcome), [Unchecked, Unchecked, Exact, Unchecked, Broken]);
        assert_eq!(checks.map(|c| c.reason.as_deref() == Some("told before")), [false, false, true, true, true]);
    }
}
