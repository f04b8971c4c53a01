//! # percent
//!
//! A stated change, with its direction, is the change between the two amounts of its sentence.
//!
//! **Formula** `100 · (later / earlier - 1)`, from the tables' exact amounts where the sentence's amounts tie to tables.
//!
//! **Tolerance** the interval of the change must meet that of the printed percentage: "33 percent" stands for 32.5 to 33.5.
//!
//! **Not checked** where the earlier amount is nothing or less: the change means nothing there.

use rust_decimal::Decimal;

use super::{Book, Check, Interval, Ref, prose, tie, words};
use crate::{
    claim::Claim,
    vocabulary::{ClaimKind, Outcome},
};

pub const NAME: &str = "percent";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, claim) in book.claims.iter().enumerate().filter(|(_, c)| c.kind == ClaimKind::Percent) {
        let title = format!("{} in the text is the change of its two amounts", claim.text);
        let Some((later, earlier)) = claim.compares else {
            found.push(tie::unchecked(
                title,
                Ref::Claim(i),
                claim.open.unwrap_or("the sentence does not say what it compares"),
            ));
            continue;
        };
        let (a, b) = (operand(book, later), operand(book, earlier));
        if b.value <= Decimal::ZERO || a.value.is_sign_negative() {
            found.push(tie::unchecked(
                title,
                Ref::Claim(i),
                "a change from nothing or from a loss has no meaning in percent",
            ));
            continue;
        }
        let (Some(range), Some(ratio)) = (a.range.percent_change(b.range), a.value.checked_div(b.value)) else {
            continue;
        };
        let computed = ((ratio - Decimal::ONE) * Decimal::ONE_HUNDRED).round_dp(4);
        let mut check = tie::against(title, Ref::Claim(i), claim.value, claim.ulp, computed, range);
        // What the amounts may stand for can round the other way: that is agreement, not a finding.
        if check.outcome == Outcome::Rounding {
            check.outcome = Outcome::Exact;
        }
        check.detail = format!(
            "From {} to {} is a change of {}%; the text says {}.",
            b.text,
            a.text,
            words::figure(computed.round_dp(2)),
            words::figure(claim.value) + "%"
        );
        check.statement = None;
        check.terms = vec![(a.at, Decimal::ONE), (b.at, Decimal::ONE)];
        found.push(check);
    }
}

struct Operand {
    at: Ref,
    value: Decimal,
    range: Interval,
    text: String,
}

/// The table's amount where the sentence's ties to one, else the sentence's own.
fn operand(book: &Book<'_>, claim: usize) -> Operand {
    let said: &Claim = &book.claims[claim];
    let own = Interval::around(said.value, said.ulp);
    let cell = prose::cells(book, said).into_iter().find(|at| book.value(*at).is_some_and(|v| own.holds(v)));
    if let Some(at) = cell
        && let (Some(value), Some(range), Some(cell)) = (book.value(at), book.interval(at), book.cell(at))
    {
        return Operand { at: Ref::Cell(at), value, range, text: cell.text.clone() };
    }
    Operand { at: Ref::Claim(claim), value: said.value, range: own, text: said.text.clone() }
}
