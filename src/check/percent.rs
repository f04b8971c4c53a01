//! # percent
//!
//! A stated change, with its direction, is the change between the two amounts of its sentence.
//!
//! **Formula** `100 · (later / earlier - 1)`, from the tables' exact amounts where the sentence's amounts tie to tables.
//!
//! **Tolerance** the interval of the change must meet that of the printed percentage: "33 percent" stands for 32.5 to 33.5.
//!
//! Beside one amount it may be the change since a year before, as the tables print it: then it ties, or is not checked.
//!
//! **Not checked** where the earlier amount is nothing or less: the change means nothing there.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{At, Book, Check, Interval, Ref, prose, suspect, tie, words};
use crate::{
    claim::Claim,
    exact,
    gather::Gather,
    vocabulary::{ClaimKind, Outcome, Severity},
};

pub const NAME: &str = "percent";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, claim) in book.claims.iter().enumerate().filter(|(_, c)| c.kind == ClaimKind::Percent) {
        let title = format!("{} in the text is the change of its two amounts", claim.text);
        if let Some(later) = claim.change_of {
            found.push(since_a_year(book, i, claim, later));
            continue;
        }
        let Some((later, earlier)) = claim.compares else {
            found.push(tie::unchecked(
                title,
                Ref::Claim(i),
                claim.open.unwrap_or("the sentence does not say what it compares"),
            ));
            continue;
        };
        let printed = [later, earlier].map(|c| said(book, c));
        let tables = [later, earlier].map(|c| in_table(book, c).unwrap_or_else(|| said(book, c)));
        if tables[1].value <= Decimal::ZERO || tables[0].value.is_sign_negative() {
            let reason = "a change from nothing or from a loss has no meaning in percent";
            found.push(tie::unchecked(title, Ref::Claim(i), reason));
            continue;
        }
        // Where an amount of the sentence is itself wrong, the percentage may follow either the sentence or the tables.
        let names = [Ref::Claim(later), Ref::Claim(earlier)];
        let checks = [&tables, &printed].into_iter().filter_map(|[a, b]| change(book, i, &title, [a, b], names));
        let supposed = [later, earlier].iter().any(|c| book.claims[*c].open.is_some());
        let Some(mut check) = tie::best(checks.gather()).map(|check| weighed(check, claim)) else { continue };
        if supposed && check.outcome == Outcome::Broken {
            tie::doubt(&mut check, "the sentence does not say plainly which amounts it compares");
        }
        found.push(check);
    }
}

/// The change of one amount since the same period a year before, as the tables print it. What the sentence compares with is
/// supposed: it ties, or says nothing.
fn since_a_year(book: &Book<'_>, i: usize, claim: &Claim, later: usize) -> Check {
    let title = format!("{} in the text is the change since a year before", claim.text);
    let open =
        |title| tie::unchecked(title, Ref::Claim(i), "the sentence does not give the amount that it compares with");
    let cells = prose::cells(book, &book.claims[later]);
    let operand = |at: At| Some(Operand { at: Ref::Cell(at), value: book.value(at)?, range: book.interval(at)? });
    let pair = cells.iter().find_map(|at| Some((operand(*at)?, operand(prose::a_year_before(book, *at)?)?)));
    let Some((a, b)) = pair.filter(|(a, b)| b.value > Decimal::ZERO && !a.value.is_sign_negative()) else {
        return open(title);
    };
    match change(book, i, &title, [&a, &b], [a.at, b.at]) {
        Some(check) if check.outcome == Outcome::Exact => check.at_most(Severity::Warning),
        _ => open(title),
    }
}

/// A percentage that no slip of the pen explains is the change of something else.
fn weighed(mut check: Check, claim: &Claim) -> Check {
    let rounded = check.computed.map(|c| {
        let mut c = c.round_dp_with_strategy(claim.printed.scale(), RoundingStrategy::MidpointAwayFromZero);
        c.rescale(claim.printed.scale());
        c
    });
    let slip = rounded
        .is_some_and(|r| r == claim.value || suspect::slip(claim.value, r).is_some_and(|(_, likely)| likely > 0.5));
    if check.outcome == Outcome::Broken && !slip {
        tie::doubt(&mut check, "no slip turns the change of these amounts into this one: it may be that of others");
    }
    // In two digits a slip may be chance.
    if claim.printed.mantissa().unsigned_abs() < 100 { check.at_most(Severity::Warning) } else { check }
}

/// The check of one pair of amounts, called by the names that the sentence gives them.
fn change(book: &Book<'_>, i: usize, title: &str, [a, b]: [&Operand; 2], names: [Ref; 2]) -> Option<Check> {
    let claim = &book.claims[i];
    let range = a.range.percent_change(b.range)?;
    let growth = exact::sub(exact::div(a.value, b.value)?, Decimal::ONE)?;
    let computed = exact::mul(growth, Decimal::ONE_HUNDRED)?.round_dp(4);
    let mut check = tie::against(title.to_owned(), Ref::Claim(i), claim.value, claim.ulp, computed, range);
    // What the amounts may stand for can round the other way: that is agreement, not a finding.
    if check.outcome == Outcome::Rounding {
        check.outcome = Outcome::Exact;
    }
    check.detail = format!(
        "From {} to {} is a change of {}%; the text says {}.",
        printed(book, names[1]),
        printed(book, names[0]),
        words::figure(computed.round_dp(2)),
        claim.text
    );
    check.terms = vec![(a.at, Decimal::ONE), (b.at, Decimal::ONE)];
    Some(check)
}

fn printed<'b>(book: &'b Book<'_>, at: Ref) -> &'b str {
    match at {
        Ref::Cell(at) => book.cell(at).map_or("", |c| &c.text),
        Ref::Claim(i) => &book.claims[i].text,
    }
}

struct Operand {
    at: Ref,
    value: Decimal,
    range: Interval,
}

/// The sentence's own amount.
fn said(book: &Book<'_>, claim: usize) -> Operand {
    let said = &book.claims[claim];
    Operand { at: Ref::Claim(claim), value: said.value, range: Interval::around(said.value, said.ulp) }
}

/// The table's amount of that line and period.
fn in_table(book: &Book<'_>, claim: usize) -> Option<Operand> {
    let at = prose::cells(book, &book.claims[claim]).into_iter().next()?;
    Some(Operand { at: Ref::Cell(at), value: book.value(at)?, range: book.interval(at)? })
}
