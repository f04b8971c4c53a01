//! # `reconciliation_tie`
//!
//! GAAP statement, non-GAAP statement and reconciliation are one triangle.
//!
//! - Both ends of the reconciliation are the net income of the statements of that basis and period.
//! - An adjustment is the GAAP line of that caption less the non-GAAP one (income tax included).
//! - A line that is not adjusted is the same in both statements; where one column differs, an adjustment must account for it.
//!
//! **Not checked** where a line differs and no adjustment states by how much: filers spread one adjustment over many lines.
//! Where two figures differ and no slip of the pen turns one into the other, the lines may be of another basis or period.
//!
//! **Correct and not a finding** Diluted shares differ where one basis shows a loss and the other a profit.

use rust_decimal::Decimal;

use super::{
    At, Book, Check, Ref,
    net_income_tie::{NET_INCOME, same_period},
    tie, words,
};
use crate::{
    gather::{Gather, PushAll},
    order,
    phrase::has_any,
    statement::{Line, likeness, plain},
    vocabulary::{Basis, Outcome, Severity, StatementKind, Unit},
};

pub const NAME: &str = "reconciliation_tie";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    let incomes =
        |of: usize, basis: Basis| book.near(of, &|s| s.kind == StatementKind::IncomeStatement && s.basis == basis);
    for (i, statement) in book.statements.iter().enumerate() {
        if statement.is_reconciliation() {
            let (gaap, other) = (incomes(i, Basis::Gaap), incomes(i, Basis::NonGaap));
            ends(book, i, &gaap, &other, found);
            for g in &gaap {
                adjustments(book, i, *g, other.first().copied(), found);
            }
        } else if statement.kind == StatementKind::IncomeStatement && statement.basis == Basis::NonGaap {
            for g in incomes(i, Basis::Gaap) {
                unadjusted(book, g, i, found);
            }
        }
    }
}

/// The cell of a line in the column of the same period.
fn matching(book: &Book<'_>, statement: usize, line: usize, like: At) -> Option<At> {
    (0..book.statements[statement].columns.len())
        .map(|column| At { statement, line, column })
        .find(|at| same_period(book, *at, like) && book.value(*at).is_some())
}

fn ends(book: &Book<'_>, reconciliation: usize, gaap: &[usize], other: &[usize], found: &mut Vec<Check>) {
    let statement = &book.statements[reconciliation];
    for (line, l) in statement.lines.iter().enumerate().filter(|(_, l)| l.concept == Some("NetIncomeLoss")) {
        let caption = l.caption.to_ascii_lowercase();
        let adjusted = has_any(&caption, "non-gaap|pro forma|non gaap|adjusted");
        for target in if adjusted { other } else { gaap } {
            let mut checks = Vec::new();
            for column in 0..statement.columns.len() {
                let here = At { statement: reconciliation, line, column };
                let Some(income) = book.statements[*target].line_of(&["NetIncomeLoss"]) else { continue };
                let Some(there) = matching(book, *target, income, here) else { continue };
                let title = format!(
                    "{} is that of {}",
                    words::caption(&l.caption),
                    words::statement(&book.statements[*target])
                );
                checks.push_all(tie::same(book, title, here, there, Decimal::ONE));
            }
            found.append(&mut tie::by_columns(checks));
        }
    }
}

/// Adjustments that one line of the GAAP statement (less its non-GAAP twin) explains in most columns.
fn adjustments(book: &Book<'_>, reconciliation: usize, gaap: usize, other: Option<usize>, found: &mut Vec<Check>) {
    let statement = &book.statements[reconciliation];
    for (line, l) in statement
        .lines
        .iter()
        .enumerate()
        .filter(|(_, l)| l.concept.is_none() && !l.is_heading() && l.unit == Unit::Money)
    {
        let plain = &l.plain;
        let like = |other: &Line| if is_tax(plain) && is_tax(&other.plain) { 1.0 } else { likeness(l, other) };
        let source = &book.statements[gaap];
        let may_be = |of: &Line| {
            of.unit == Unit::Money
                && !of.is_heading()
                && !of.concept.is_some_and(|c| NET_INCOME.contains(&c))
                && (!is_tax(plain) || of.concept == Some("IncomeTaxExpenseBenefit"))
        };
        let likes = |j: usize| if may_be(&source.lines[j]) { like(&source.lines[j]) } else { 0.0 };
        // Numbers that are not negative stand in the order of their bits.
        let likest = order::greatest(source.lines.len(), &|j| likes(j).to_bits());
        let Some(from) = likest.filter(|j| likes(*j) > 0.7) else { continue };
        let twin = other.and_then(|n| {
            book.statements[n]
                .lines
                .iter()
                .position(|t| t.plain == source.lines[from].plain && !t.is_heading())
                .map(|t| (n, t))
        });
        let columns: Vec<(At, Vec<At>)> = (0..statement.columns.len())
            .filter_map(|column| {
                let here = At { statement: reconciliation, line, column };
                book.value(here)?;
                let mut terms = vec![matching(book, gaap, from, here)?];
                if let Some((n, t)) = twin {
                    terms.push(matching(book, n, t, here)?);
                }
                Some((here, terms))
            })
            .gather();
        let made = |sign: Decimal| -> Vec<Check> {
            let title = format!("{} is the difference of the two statements", words::caption(&l.caption));
            columns
                .iter()
                .filter_map(|(here, terms)| {
                    let weights = terms.iter().zip([sign, -sign]).map(|(t, w)| (*t, w)).gather();
                    tie::sum(book, title.clone(), *here, &weights)
                })
                .gather()
        };
        let live = |c: &Check| c.outcome == Outcome::Exact && c.computed.is_some_and(|v| !v.is_zero());
        let count = |checks: &[Check]| checks.iter().filter(|c| live(c)).count();
        let [less, more] = [Decimal::NEGATIVE_ONE, Decimal::ONE].map(made);
        let checks = if count(&less) > count(&more) { less } else { more };
        let exact = checks.iter().filter(|c| c.outcome == Outcome::Exact).count();
        if checks.iter().any(live) && 2 * exact > checks.len() {
            found.append(&mut tie::by_columns(checks));
        }
    }
}

fn is_tax(plain: &str) -> bool {
    has_any(plain, "income tax|tax effect")
}

fn unadjusted(book: &Book<'_>, gaap: usize, other: usize, found: &mut Vec<Check>) {
    let (source, target) = (&book.statements[gaap], &book.statements[other]);
    for (line, l) in
        target.lines.iter().enumerate().filter(|(_, l)| !l.is_heading() && matches!(l.unit, Unit::Money | Unit::Shares))
    {
        let twin = |k: &usize| {
            let k = &source.lines[*k];
            k.unit == l.unit
                && k.plain == l.plain
                && !k.is_heading()
                && k.path.last().map(|p| plain(p)) == l.path.last().map(|p| plain(p))
        };
        let Some(from) = (0..source.lines.len()).find(twin) else { continue };
        let pairs: Vec<(At, At)> = (0..target.columns.len())
            .map(|column| At { statement: other, line, column })
            .filter_map(|here| {
                book.value(here).and_then(|_| matching(book, gaap, from, here).map(|there| (here, there)))
            })
            .gather();
        let pairs: Vec<(At, At)> =
            pairs.into_iter().filter(|(a, b)| l.unit != Unit::Shares || !loss_against_profit(book, *a, *b)).gather();
        let equal = pairs.iter().filter(|(a, b)| book.value(*a) == book.value(*b)).count();
        // A line that differs in most columns is an adjusted one: its difference is the reconciliation's business.
        if 2 * equal <= pairs.len() {
            continue;
        }
        for (here, there) in pairs {
            let title = format!("{} is not adjusted", words::caption(&l.caption));
            let Some(check) = tie::same(book, title, here, there, Decimal::ONE) else { continue };
            if check.outcome == Outcome::Exact {
                found.push(check);
            } else if l.unit == Unit::Shares {
                found.push(check.at_most(Severity::Warning));
            } else {
                found.push(explained(book, &check, here, there));
            }
        }
    }
}

/// The two bases show a loss and a profit: their diluted shares differ by rule.
fn loss_against_profit(book: &Book<'_>, a: At, b: At) -> bool {
    let loss = |at: At| {
        let line = book.statement(at).line_of(&["NetIncomeLoss"])?;
        book.value(At { line, ..at }).map(|v| v.is_sign_negative())
    };
    loss(a) != loss(b)
}

/// The adjustment that accounts for a difference, or the reason why it cannot be checked.
fn explained(book: &Book<'_>, check: &Check, here: At, there: At) -> Check {
    let difference = check.difference.unwrap_or_default();
    let adjustment = book.statements.iter().enumerate().filter(|(_, s)| s.is_reconciliation()).find_map(|(i, s)| {
        (0..s.lines.len()).find_map(|line| {
            let at = matching(book, i, line, here)?;
            let value = book.value(at).filter(|v| !v.is_zero() && v.abs() == difference.abs())?;
            (s.lines[line].concept.is_none())
                .then_some((at, if value == difference { Decimal::ONE } else { Decimal::NEGATIVE_ONE }))
        })
    });
    let title = check.title.clone();
    if let Some(adjustment) = adjustment {
        let sum = tie::sum(book, title.clone(), here, &[(there, Decimal::ONE), adjustment]);
        if let Some(sum) = sum {
            return sum.because(format!("Adjusted by {}", words::caption(&book.line(adjustment.0).caption)));
        }
    }
    let gap = words::printed(difference.abs(), book.statement(here).scale);
    tie::unchecked(
        title,
        Ref::Cell(here),
        format!("the two statements differ by {gap}, which no single adjustment states"),
    )
    .at_most(Severity::Warning)
}
