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
//! **Example** Total current assets 690,809 = 365,606 + 215,906 + 77,964 + 31,333.

use rust_decimal::Decimal;

use super::{At, Book, Check, tie, words};

pub const NAME: &str = "footing";

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (statement, equations) in book.equations.iter().enumerate() {
        for equation in equations {
            let columns = book.statements[statement].columns.len();
            for column in 0..columns {
                let at = |line| At { statement, line, column };
                let terms: Vec<(At, Decimal)> = equation
                    .terms
                    .iter()
                    .map(|(line, sign)| (at(*line), Decimal::from(*sign)))
                    .filter(|(at, _)| book.value(*at).is_some())
                    .collect();
                if terms.is_empty() {
                    continue;
                }
                let title = format!("{} foots", words::caption(&book.line(at(equation.total)).caption));
                let Some(check) = tie::sum(book, title, at(equation.total), &terms) else { continue };
                found.push(if equation.exact < equation.tried {
                    check.because(format!("{} of {} columns are exact", equation.exact, equation.tried))
                } else {
                    check
                });
            }
        }
    }
}
