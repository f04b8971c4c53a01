//! # balance
//!
//! Total assets equal total liabilities and equity, in each column of a balance sheet.
//!
//! **Formula** `assets = liabilities + equity`.
//!
//! **Tolerance** none where both are printed equally fine: it is one number printed twice.

use crate::gather::PushAll;
use rust_decimal::Decimal;

use super::{At, Book, Check, tie};
use crate::vocabulary::StatementKind;

pub const NAME: &str = "balance";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| s.kind == StatementKind::BalanceSheet) {
        let (Some(assets), Some(claims)) =
            (statement.line_of(&["Assets"]), statement.line_of(&["LiabilitiesAndStockholdersEquity"]))
        else {
            continue;
        };
        for column in 0..statement.columns.len() {
            let at = |line| At { statement: i, line, column };
            found.push_all(tie::same(
                book,
                "Assets equal liabilities and equity".into(),
                at(claims),
                at(assets),
                Decimal::ONE,
            ));
        }
    }
}
