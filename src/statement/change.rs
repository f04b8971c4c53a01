//! Columns of changes between two others, told by their arithmetic where neither a heading nor a sign says so.

use rust_decimal::Decimal;

use crate::{exact, gather::Gather, table::Table};

/// Fewer rows than these may agree by chance.
const ROWS: usize = 3;
/// A table with more columns than these is not looked at.
const COLUMNS: usize = 16;

/// Whether the figures of a column are the changes, in percent, between two columns that stand before it.
pub fn is_change(table: &Table, at: usize) -> bool {
    if table.columns.len() > COLUMNS {
        return false;
    }
    let number = |row: usize, column: usize| table.rows[row].cells.get(column)?.as_ref()?.number();
    let rows: Vec<usize> = (0..table.rows.len()).filter(|r| number(*r, at).is_some()).gather();
    let is_small = |r: &usize| number(*r, at).is_some_and(|n| n.abs() < Decimal::ONE_THOUSAND);
    if rows.len() < ROWS || !rows.iter().all(is_small) {
        return false;
    }
    let explains = |new: usize, old: usize| {
        let of = |row: usize| is_percent_of(number(row, at)?, number(row, new)?, number(row, old)?);
        let told: Vec<bool> = rows.iter().filter_map(|r| of(*r)).gather();
        let agree = told.iter().filter(|t| **t).count();
        agree >= ROWS && agree * 5 >= rows.len() * 4
    };
    (0..at).any(|new| (0..at).any(|old| new != old && explains(new, old)))
}

/// `percent` is 100 · (new / old − 1) to its last digit and a little; `None` where that says nothing.
fn is_percent_of(percent: Decimal, new: Decimal, old: Decimal) -> Option<bool> {
    if old <= Decimal::ZERO || new == old {
        return None;
    }
    let change = exact::mul(exact::sub(new, old)?, Decimal::ONE_HUNDRED)?;
    let off = exact::sub(exact::mul(percent, old)?, change)?.abs();
    // Six tenths of a unit in the last place.
    let room = exact::mul(exact::mul(exact::unit(percent.scale())?, Decimal::new(6, 1))?, old)?;
    Some(off <= room)
}

#[cfg(test)]
mod tests {
    use super::is_percent_of;

    #[track_caller]
    fn check(percent: &str, new: &str, old: &str, expected: Option<bool>) {
        let d = |s: &str| s.parse().unwrap();
        assert_eq!(is_percent_of(d(percent), d(new), d(old)), expected, "{percent} {new} {old}");
    }

    #[test]
    fn changes() {
        // 1,219.5 / 605.3 = 2.0147; 393.3 / 409.0 = 0.9616.
        check("101", "1219.5", "605.3", Some(true));
        check("-4", "393.3", "409.0", Some(true));
        check("3.8", "1503", "1448", Some(true));
        check("3.9", "1503", "1448", Some(false));
        check("12", "6963.0", "6210.3", Some(true));
        check("21", "100", "0", None);
    }
}
