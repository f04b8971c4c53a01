//! # `investing_counterpart`
//!
//! Cash that becomes restricted leaves cash for another line of the balance sheet; there must be one.
//!
//! **Formula** a cash-flow line that moves restricted cash has a balance-sheet line with restricted cash.
//!
//! **Severity** warning: the balance may be part of a line with another caption.

use super::{At, Book, Check, Ref, tie, words};
use crate::{
    phrase::has,
    vocabulary::{Outcome, StatementKind},
};

pub const NAME: &str = "investing_counterpart";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    let mut sheets = book.statements.iter().filter(|s| s.kind == StatementKind::BalanceSheet).peekable();
    if sheets.peek().is_none() {
        return;
    }
    let has_line =
        sheets.flat_map(|s| &s.lines).any(|l| !l.is_heading() && has(&l.caption.to_ascii_lowercase(), "restricted"));
    for (i, flow) in book.statements.iter().enumerate().filter(|(_, s)| s.kind == StatementKind::CashFlow) {
        for (j, line) in flow.lines.iter().enumerate() {
            let caption = line.caption.to_ascii_lowercase();
            let moves = has(&caption, "restricted cash")
                && !has(&caption, "cash equivalents and restricted")
                && !has(&caption, "cash and restricted");
            if !moves {
                continue;
            }
            for column in 0..flow.columns.len() {
                let at = At { statement: i, line: j, column };
                let Some(value) = book.value(at).filter(|v| !v.is_zero()) else { continue };
                let title = format!("{} has a balance-sheet line", words::caption(&line.caption));
                let amount = words::printed(value.abs(), flow.scale);
                let check = tie::unchecked(title, Ref::Cell(at), "");
                let (outcome, detail) = if has_line {
                    (Outcome::Exact, format!("{amount} moved; the balance sheet has a line for restricted cash."))
                } else {
                    (
                        Outcome::Broken,
                        format!("{amount} became restricted, but no balance-sheet line holds restricted cash."),
                    )
                };
                found.push(Check { outcome, reason: None, ..check.saying(detail) });
            }
        }
    }
}
