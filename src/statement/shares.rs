//! Share counts printed on another scale than the page says: whole among thousands, or the other way round.
//!
//! Income over earnings per share says how many shares there are. A scale is changed only where the printed one is off by
//! thousands in every column and another fits in every column; a slip in a digit moves nothing.

use rust_decimal::Decimal;

use super::{Line, scale::Scale};
use crate::{exact, phrase::has, vocabulary::Unit};

/// What the share counts are multiplied by, where that is not what the page says.
pub fn factor(lines: &[Line], scale: Scale) -> Option<Decimal> {
    let income = lines.iter().find(|l| l.concept == Some("NetIncomeLoss"))?;
    let each = lines.iter().find(|l| l.concept.is_some_and(|c| has(c, "EarningsPerShare")))?;
    let shares = lines.iter().find(|l| l.unit == Unit::Shares && !l.is_heading())?;
    let fits = |factor: Decimal| {
        let mut tried = 0;
        for column in 0..shares.cells.len() {
            let printed = shares.cells[column].as_ref().and_then(|c| c.printed);
            let (Some(count), Some(income), Some(each)) = (printed, income.value(column), each.value(column)) else {
                continue;
            };
            if each.is_zero() || income.is_zero() || count.is_zero() {
                continue;
            }
            let Some(told) = exact::mul(count, factor).and_then(|c| exact::mul(c, each)) else { return false };
            let (told, income) = (told.abs(), income.abs());
            // Within a factor of two: scales are a thousand apart, and a small quotient is rounded coarsely.
            if told > income * Decimal::TWO || income > told * Decimal::TWO {
                return false;
            }
            tried += 1;
        }
        tried > 0
    };
    let others = [Decimal::ONE, Decimal::ONE_THOUSAND, Decimal::from(1_000_000)];
    let mut found = others.into_iter().filter(|f| fits(*f));
    found.next().filter(|f| *f != scale.shares && found.next().is_none())
}
