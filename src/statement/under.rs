//! Lines under a row of words that is no heading by its setting: "Per common share" and "Selected ratios", flush with the lines below.

use rust_decimal::Decimal;

use super::{Line, count, unit::is_each};
use crate::{
    phrase::is_any,
    table::{Figure, Printed, Row},
    vocabulary::Unit,
};

/// A longer row is a sentence.
const HEADING: usize = 60;

/// Gives lines of small amounts the unit that the words above them say, as far as they go on.
pub fn settle(lines: &mut [Line], rows: &[Row]) {
    let mut said: Option<Unit> = None;
    for at in 0..lines.len() {
        if rows[at].is_words() {
            // A heading of several lines, or one within what was said of shares.
            let before = at.checked_sub(1).filter(|above| rows[*above].is_words());
            said = says(&lines[at].caption).or(said.filter(|unit| before.is_some() || *unit == Unit::PerShare));
            continue;
        }
        let Some(unit) = said.filter(|_| lines[at].unit == Unit::Money) else { continue };
        if !rows[at].cells.iter().flatten().all(|f| is_of(f, unit)) {
            said = None;
        } else if unit == Unit::PerShare {
            lines[at].unit = unit;
        } else {
            let of = count::of_odd(&lines[at].caption, false);
            lines[at].unit = if of == Unit::Percent { of } else { unit };
        }
    }
}

fn says(caption: &str) -> Option<Unit> {
    let lower = caption.to_ascii_lowercase();
    let ratios =
        || lower.split(|c: char| !c.is_ascii_alphabetic()).any(|word| is_any(word, "ratios|percentages|margins"));
    if caption.len() > HEADING {
        None
    } else if is_each(&lower) {
        Some(Unit::PerShare)
    } else {
        ratios().then_some(Unit::Count)
    }
}

/// A figure as amounts of a share are printed, or ratios.
fn is_of(figure: &Figure, unit: Unit) -> bool {
    match figure.printed {
        Printed::Number { value, places } => {
            let printed = if unit == Unit::PerShare { places >= 2 } else { figure.symbol.is_none() };
            printed && value.abs() < Decimal::ONE_THOUSAND
        }
        _ => true,
    }
}
