//! # `statement_tie`
//!
//! A non-cash line of the cash flow statement is the income statement's line of like caption: the same number added back,
//! or the opposite.
//!
//! **Why** These lines are typed twice, by different people.
//!
//! **Evidence** Captions that share most of their words, and at least one column in which the two amounts agree exactly and
//! are not nothing. Captions alone are not enough: a cash-flow line is often only the non-cash part of an expense, and then no
//! column agrees.
//!
//! **Tolerance** none where both are printed equally fine.

use rust_decimal::Decimal;

use super::{
    At, Book, Check,
    net_income_tie::{NET_INCOME, same_period},
    tie, words,
};
use crate::{
    exact,
    gather::{Gather, PushAll},
    phrase::has,
    statement::{Line, Statement, likeness},
    vocabulary::{Basis, StatementKind, Unit},
};

pub const NAME: &str = "statement_tie";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    let of = |s: &Statement, kind: StatementKind| s.kind == kind && s.basis == Basis::Gaap;
    for (f, flow) in book.statements.iter().enumerate().filter(|(_, s)| of(s, StatementKind::CashFlow)) {
        let incomes = book.near(f, &|s| of(s, StatementKind::IncomeStatement));
        for line in adjustments(flow) {
            let own = &flow.lines[line];
            let best = incomes
                .iter()
                .flat_map(|i| book.statements[*i].lines.iter().enumerate().map(move |(j, l)| (*i, j, l)))
                .filter(|(_, _, l)| is_item(l))
                .filter(|(_, _, l)| likeness(own, l) >= 0.5)
                .filter_map(|(i, j, l)| pair(book, (f, line), (i, j)).map(|p| (p, likeness(own, l))))
                .max_by(|(a, like_a), (b, like_b)| a.agree.cmp(&b.agree).then(like_a.total_cmp(like_b)));
            let Some((pair, _)) = best else { continue };
            for (here, there) in pair.cells {
                let title = format!("{} agrees with the income statement", words::caption(&book.line(here).caption));
                let check = tie::same(book, title, here, there, pair.sign);
                found.push_all(check.map(|c| c.because(format!("{} of {} columns agree", pair.agree, pair.of))));
            }
        }
    }
}

struct Pair {
    cells: Vec<(At, At)>,
    sign: Decimal,
    agree: usize,
    of: usize,
}

/// Pairs two lines over the columns of the same period; `None` unless a column agrees and is not nothing.
fn pair(book: &Book<'_>, here: (usize, usize), there: (usize, usize)) -> Option<Pair> {
    let cells: Vec<(At, At)> = (0..book.statements[here.0].columns.len())
        .filter_map(|column| {
            let a = At { statement: here.0, line: here.1, column };
            let b = (0..book.statements[there.0].columns.len())
                .map(|column| At { statement: there.0, line: there.1, column })
                .find(|b| same_period(book, a, *b))?;
            (book.value(a).is_some() && book.value(b).is_some()).then_some((a, b))
        })
        .gather();
    let votes = |sign: Decimal| {
        cells
            .iter()
            .filter(|(a, b)| {
                book.value(*a) == book.value(*b).and_then(|v| exact::mul(v, sign))
                    && book.value(*a).is_some_and(|v| !v.is_zero())
            })
            .count()
    };
    let nothing =
        cells.iter().filter(|(a, b)| [a, b].iter().all(|c| book.value(**c).is_some_and(|v| v.is_zero()))).count();
    let [same, opposite] = [Decimal::ONE, Decimal::NEGATIVE_ONE].map(|sign| (sign, votes(sign)));
    let (sign, agree) = if same.1 > opposite.1 { same } else { opposite };
    let of = cells.len();
    (agree > 0 && 2 * (agree + nothing) >= of).then_some(Pair { cells, sign, agree: agree + nothing, of })
}

fn is_item(line: &Line) -> bool {
    line.unit == Unit::Money
        && !line.aside
        && !line.is_heading()
        && !line.concept.is_some_and(|c| NET_INCOME.contains(&c))
}

/// The lines between net income and net cash from operations, less changes in balances.
fn adjustments(flow: &Statement) -> impl Iterator<Item = usize> {
    let first = flow.line_of(&NET_INCOME).map_or(0, |l| l + 1);
    let last = flow.line_of(&["NetCashProvidedByUsedInOperatingActivities"]).unwrap_or(0);
    (first..last)
        .filter(|l| !flow.lines[*l].path.iter().any(|p| has(&p.to_ascii_lowercase(), "changes in")))
        .filter(|l| is_item(&flow.lines[*l]))
}
