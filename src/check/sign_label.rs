//! # `sign_label`
//!
//! The caption of a line and the signs of its amounts say the same: cash "used in" is negative, cash "provided by" is not, an expense has
//! the sign of the other expenses, a "net loss" that is negative elsewhere in its line is negative.
//!
//! **Why** A lost parenthesis changes what a number means, and often no sum shows it.
//!
//! **Formula** the sign of the amount, against the caption alone ("provided by (used in)" fits both), or against the other amounts of
//! the column or line.
//!
//! **Severity** information: filers keep a caption when the sign of its line turns, and credits among expenses are rare but real. Signs
//! that fit are not listed.
//!
//! **Example** "Net cash used in investing activities" of 12,340 for one year beside (9,115) for the other.

use super::{At, Book, Check, Ref, tie, words};
use crate::{
    gather::Gather,
    phrase::{begins, has_any},
    statement::{Line, Statement},
    vocabulary::{Outcome, StatementKind as Kind, Unit},
};

pub const NAME: &str = "sign_label";

/// Costs that no filer earns.
const EXPENSES: [&str; 4] = [
    "CostOfRevenue",
    "ResearchAndDevelopmentExpense",
    "SellingGeneralAndAdministrativeExpense",
    "GeneralAndAdministrativeExpense",
];

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate() {
        for (line, own) in statement.lines.iter().enumerate().filter(|(_, l)| l.unit == Unit::Money) {
            for column in (0..own.cells.len()).filter(|c| sign(own, *c).is_some()) {
                // A sign that fits says nothing of the amount.
                let Some((false, says)) = verdict(statement, own, column) else { continue };
                let at = At { statement: i, line, column };
                let title = [&words::caption(&own.caption), " has the sign it speaks of"].concat();
                let text = book.cell(at).map_or("", |c| c.text.as_str());
                let mut check = tie::unchecked(title, Ref::Cell(at), "").saying([text, says].concat());
                (check.outcome, check.reason) = (Outcome::Broken, None);
                found.push(check);
            }
        }
    }
}

/// Whether a figure is negative; `None` where it is nothing.
fn sign(line: &Line, column: usize) -> Option<bool> {
    line.value(column).filter(|v| !v.is_zero()).map(|v| v.is_sign_negative())
}

/// Whether the sign of a figure is the one that its caption speaks of, and why; `None` where the caption speaks of none.
fn verdict(statement: &Statement, line: &Line, column: usize) -> Option<(bool, &'static str)> {
    let negative = sign(line, column)?;
    let caption = line.caption.to_ascii_lowercase();
    let others = |lines: &[&Line]| lines.iter().filter_map(|l| sign(l, column)).gather();
    match statement.kind {
        Kind::CashFlow if begins(&caption, "net cash|total net cash") => {
            let (used, provided) = (
                has_any(&caption, "used|utiliz|applied"),
                has_any(&caption, "provided|generated|from (|from/|from or"),
            );
            if used == provided {
                None
            } else if used {
                // Some print what was used without a sign throughout.
                let unsigned = (0..line.cells.len()).filter_map(|c| sign(line, c)).all(|negative| !negative);
                (!unsigned).then_some((negative, " is printed for cash used."))
            } else {
                Some((!negative, " is printed for cash provided."))
            }
        }
        Kind::IncomeStatement if line.concept.is_some_and(|c| EXPENSES.contains(&c)) => {
            let like: Vec<&Line> = statement
                .lines
                .iter()
                .filter(|l| !std::ptr::eq(*l, line) && l.concept.is_some_and(|c| EXPENSES.contains(&c)))
                .gather();
            let positive = others(&like).iter().all(|negative| !negative);
            (negative && positive && !like.is_empty()).then_some((false, " is printed among expenses without a sign."))
        }
        Kind::IncomeStatement
            if begins(&caption, "net loss") && !has_any(&caption, "income|earnings|profit|(loss)") =>
        {
            let elsewhere = (0..line.cells.len()).any(|c| sign(line, c) == Some(true));
            elsewhere.then_some((negative, " is printed for a loss, which has a sign in this line."))
        }
        _ => None,
    }
}
