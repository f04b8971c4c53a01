//! An amount that a sum takes away though it is printed without the sign that others of the sum have: a lost parenthesis, rather than
//! a way to print. Nothing else in its line says which.

use crate::statement::Line;

/// Whether signs take away such an amount: the only one of its line, in a column where two others are printed negative and none is
/// taken away.
pub fn is_lost(lines: &[Line], terms: &[usize], signs: &[i8]) -> bool {
    let sign =
        |line: usize, column: usize| lines[line].value(column).filter(|v| !v.is_zero()).map(|v| v.is_sign_negative());
    let mut taken = terms.iter().zip(signs).filter(|(_, sign)| **sign < 0).map(|(term, _)| *term);
    let (Some(term), None) = (taken.next(), taken.next()) else { return false };
    let columns = lines[term].cells.len();
    let mut printed = (0..columns).filter(|c| sign(term, *c).is_some());
    let (Some(column), None) = (printed.next(), printed.next()) else { return false };
    let negative = terms.iter().filter(|t| sign(**t, column) == Some(true)).count();
    columns > 1 && sign(term, column) == Some(false) && negative > 1
}
