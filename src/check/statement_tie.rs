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

use super::{At, Book, Check, net_income_tie::same_period, tie, words};
use crate::{
    exact,
    phrase::is_any,
    statement::{Line, Statement},
    vocabulary::{Basis, StatementKind, Unit},
};

pub const NAME: &str = "statement_tie";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    let of = |kind: StatementKind| {
        book.statements.iter().enumerate().filter(move |(_, s)| s.kind == kind && s.basis == Basis::Gaap)
    };
    for (f, flow) in of(StatementKind::CashFlow) {
        for line in adjustments(flow) {
            let caption = &flow.lines[line].plain();
            let best = of(StatementKind::IncomeStatement)
                .flat_map(|(i, income)| {
                    income.lines.iter().enumerate().filter(|(_, l)| is_item(l)).map(move |(j, l)| (i, j, l))
                })
                .filter(|(_, _, l)| likeness(caption, &l.plain()) >= 0.5)
                .filter_map(|(i, j, l)| pair(book, (f, line), (i, j)).map(|p| (p, likeness(caption, &l.plain()))))
                .max_by(|(a, like_a), (b, like_b)| a.agree.cmp(&b.agree).then(like_a.total_cmp(like_b)));
            let Some((pair, _)) = best else { continue };
            for (here, there) in pair.cells {
                let title = format!("{} agrees with the income statement", words::caption(&book.line(here).caption));
                let check = tie::same(book, title, here, there, pair.sign);
                found.extend(check.map(|c| c.because(format!("{} of {} columns agree", pair.agree, pair.of))));
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
        .collect();
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
    let (sign, agree) =
        [Decimal::ONE, Decimal::NEGATIVE_ONE].map(|s| (s, votes(s))).into_iter().max_by_key(|(_, n)| *n)?;
    let of = cells.len();
    (agree > 0 && 2 * (agree + nothing) >= of).then_some(Pair { cells, sign, agree: agree + nothing, of })
}

fn is_item(line: &Line) -> bool {
    line.unit == Unit::Money && !line.is_heading() && line.concept != Some("NetIncomeLoss")
}

/// The lines between net income and net cash from operations, less changes in balances.
fn adjustments(flow: &Statement) -> impl Iterator<Item = usize> {
    let first = flow.line_of(&["NetIncomeLoss"]).map_or(0, |l| l + 1);
    let last = flow.line_of(&["NetCashProvidedByUsedInOperatingActivities"]).unwrap_or(0);
    (first..last)
        .filter(|l| !flow.lines[*l].path.iter().any(|p| p.to_ascii_lowercase().contains("changes in")))
        .filter(|l| is_item(&flow.lines[*l]))
}

/// Share of words that two plain captions have in common, word ends left out of account.
pub fn likeness(a: &str, b: &str) -> f64 {
    let stems = |s: &str| -> Vec<String> {
        let stems: Vec<String> = s
            .split(' ')
            .filter(|w| w.len() > 2 && !is_any(w, "and|the|net|gain|loss|for|from|assets"))
            .map(|w| w.chars().take(6).collect::<String>().trim_end_matches('s').to_owned())
            .collect();
        let mut once: Vec<String> = Vec::with_capacity(stems.len());
        for stem in stems {
            if !once.contains(&stem) {
                once.push(stem);
            }
        }
        once
    };
    let (a, b) = (stems(a), stems(b));
    let common = a.iter().filter(|w| b.contains(w)).count();
    let all = a.len() + b.len() - common;
    if all == 0 {
        return 0.0;
    }
    #[allow(clippy::cast_precision_loss, reason = "a handful of words")]
    let share = common as f64 / all as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn like_captions() {
        assert!(
            likeness(
                "loss on retirement of convertible subordinated notes net",
                "gain on retirement of convertible subordinated notes net"
            ) > 0.9
        );
        assert!(
            likeness(
                "amortization of purchased intangibles and deferred stock compensation",
                "amortization of purchased intangible assets and deferred stock compensation"
            ) > 0.9
        );
        assert!(likeness("depreciation", "research and development") < 0.1);
    }
}
