//! What a stretch of time leaves over for the rest of it: sales of three months are no more than those of the six that hold them.
//!
//! A part of [`super::period_sum`]: where not all parts are printed the sum cannot be made, but the rest must still be possible.

use rust_decimal::Decimal;

use super::{At, Book, Check, Ref, period_sum::Stretch, tie, words};
use crate::{
    gather::Gather,
    statement::Line,
    vocabulary::{Outcome, Severity, Unit},
};

/// What no quarter has less than nothing of.
const NEVER_BELOW: [&str; 2] = ["Revenues", "CostOfRevenue"];

/// Finds the lines of a statement that have more in a column than in another that holds it. What is possible is no tie, and not
/// counted as one.
pub fn apply(book: &Book<'_>, statement: usize, stretches: &[Stretch], found: &mut Vec<Check>) {
    let lines = &book.statements[statement].lines;
    let sold = (0..lines.len()).filter(|l| lines[*l].concept.is_some_and(|c| NEVER_BELOW.contains(&c))).gather();
    let pairs = stretches.iter().flat_map(|whole| stretches.iter().map(move |part| (part, whole)));
    for (part, whole) in pairs.filter(|(part, whole)| part.begins_or_ends(whole)) {
        let no_more = |line: &Line| {
            let (some, all) = (line.value(part.column)?, line.value(whole.column)?);
            // Costs are printed as they are taken away in some statements.
            let told = !some.is_zero() && !all.is_zero() && some.is_sign_negative() == all.is_sign_negative();
            told.then(|| some.abs() <= all.abs())
        };
        // Columns in which many lines have more in the part are not what they were taken for.
        let (hold, fail): (Vec<bool>, Vec<bool>) =
            lines.iter().filter(|l| l.unit == Unit::Money).filter_map(no_more).partition(|holds| *holds);
        if hold.len() <= fail.len() {
            continue;
        }
        for line in sold.iter().copied().filter(|l| no_more(&lines[*l]) == Some(false)) {
            let at = |column: usize| At { statement, line, column };
            let text = |column: usize| book.cell(at(column)).map(|c| c.text.as_str()).unwrap_or_default();
            let title = [&words::caption(&lines[line].caption), " is no more in a part than in all"].concat();
            let said =
                [text(part.column), " in the shorter period, ", text(whole.column), " in the longer, which holds it."];
            let mut check = tie::unchecked(title, Ref::Cell(at(whole.column)), "").saying(said.concat());
            check.outcome = Outcome::Broken;
            check.severity = Severity::Warning;
            check.reason = None;
            check.terms = vec![(Ref::Cell(at(part.column)), Decimal::ONE)];
            found.push(check);
        }
    }
}
