//! # footnote
//!
//! A footnote's table breaks down a line of the statement above it; its total is that line, or part of it.
//!
//! **Formula** `parent line = footnote total + what the footnote does not itemise`.
//!
//! **Not checked** where the footnote covers only part of the line: the rest is named, not accused.

use super::{At, Book, Check, Ref, tie, words};
use crate::{exact, statement::Statement, vocabulary::Outcome};
use rust_decimal::Decimal;

pub const NAME: &str = "footnote";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, note) in book.statements.iter().enumerate() {
        let Some(above) = note.explains else { continue };
        let (Some(total), Some(parent)) =
            (book.equations[i].last().map(|e| e.total), parent(&book.statements[above], &note.title))
        else {
            continue;
        };
        for column in 0..note.columns.len() {
            let here = At { statement: i, line: total, column };
            let there = At { statement: above, line: parent, column };
            let title = format!("The footnote's total is part of {}", words::caption(&book.line(there).caption));
            let Some(check) = tie::same(book, title, here, there, Decimal::ONE) else { continue };
            if check.outcome == Outcome::Exact {
                found.push(check);
                continue;
            }
            let (Some(part), Some(whole)) = (book.cell(here), book.cell(there)) else { continue };
            let Some(rest) = exact::sub(whole.value.unwrap_or_default(), part.value.unwrap_or_default()) else {
                continue;
            };
            let rest = words::printed(rest.abs(), note.scale);
            let reason = format!(
                "the footnote itemises {} of {}; the other {rest} is not itemised in this file",
                part.text, whole.text
            );
            found.push(tie::unchecked(check.title, Ref::Cell(here), reason));
        }
    }
}

/// The line above whose caption carries the footnote's mark: "(1)".
fn parent(statement: &Statement, title: &str) -> Option<usize> {
    let mark = title.split_whitespace().next().filter(|m| m.starts_with('(') && m.ends_with(')'))?;
    statement.lines.iter().position(|l| l.caption.ends_with(mark) && !l.is_heading())
}
