//! Share counts printed on another scale than the page says: whole among thousands, or the other way round.
//!
//! Income over earnings per share says how many shares there are. A scale is changed only where the counts as read are off
//! by more than half in some column and another scale fits them all; a slip in a digit moves nothing.

use rust_decimal::Decimal;

use super::Line;
use crate::{exact, phrase::has, vocabulary::Unit};

/// Gives the share counts the scale that the earnings per share tell.
pub fn fit(lines: &mut [Line]) {
    let Some(factor) = factor(lines) else { return };
    for line in lines.iter_mut().filter(|l| l.unit == Unit::Shares && !l.aside) {
        line.cells.iter_mut().flatten().for_each(|cell| cell.rescale(factor));
    }
}

/// What the counts as read are to be multiplied by.
fn factor(lines: &[Line]) -> Option<Decimal> {
    let income = lines.iter().find(|l| l.concept == Some("NetIncomeLoss"))?;
    let each = lines.iter().find(|l| l.concept.is_some_and(|c| has(c, "EarningsPerShare")))?;
    let shares = lines.iter().find(|l| l.unit == Unit::Shares && !l.aside && !l.is_heading())?;
    let fits = |factor: Decimal| {
        let mut tried = 0;
        for column in 0..shares.cells.len() {
            let all = (shares.value(column), income.value(column), each.value(column));
            let (Some(count), Some(income), Some(each)) = all else { continue };
            if each.is_zero() || income.is_zero() || count.is_zero() {
                continue;
            }
            let Some(told) = exact::mul(count, factor).and_then(|c| exact::mul(c, each)) else { return false };
            let (told, income) = (told.abs(), income.abs());
            // Scales are a thousand apart, and a small quotient is rounded coarsely.
            if exact::half(told) > income || exact::half(income) > told {
                return false;
            }
            tried += 1;
        }
        tried > 0
    };
    let thousandth = Decimal::new(1, 3);
    if fits(Decimal::ONE) {
        return None;
    }
    [thousandth, Decimal::ONE_THOUSAND, Decimal::new(1, 6), Decimal::from(1_000_000)].into_iter().find(|f| fits(*f))
}
