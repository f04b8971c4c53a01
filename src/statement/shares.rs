//! Share counts printed on another scale than the page says: whole among thousands, or the other way round.
//!
//! Income over earnings per share says how many shares there are. A scale is changed only where the counts as read are off
//! by more than half in some column and another scale fits them all; a slip in a digit moves nothing.

use rust_decimal::Decimal;

use super::{Cell, Column, Line, scale::says_scale};
use crate::{
    exact,
    gather::Gather,
    phrase::{has_any, is_any},
    vocabulary::Unit,
};

/// Gives the share counts the scale that the earnings per share tell, and those inside captions the one that the par value
/// tells.
pub fn fit(lines: &mut [Line], columns: &[Column]) {
    for at in (0..columns.len()).filter(|at| columns[*at].unit == Some(Unit::Shares)) {
        let counts = || lines.iter().filter(|l| l.unit == Unit::Money);
        if counts().filter_map(|l| l.cells.get(at)?.as_ref()).any(is_whole_cell) {
            let counts = lines.iter_mut().filter(|l| l.unit == Unit::Money);
            counts.filter_map(|l| l.cells.get_mut(at)?.as_mut()).for_each(Cell::unscale);
        }
    }
    // Counts of one statement are printed alike: where one can only be whole, all are.
    for aside in [false, true] {
        if lines.iter().any(|l| l.aside == aside && is_whole(l)) {
            let counts = lines.iter_mut().filter(|l| l.aside == aside && l.unit == Unit::Shares && !says_scale(l));
            counts.flat_map(|l| l.cells.iter_mut().flatten()).for_each(Cell::unscale);
        }
    }
    alike(lines);
    if let Some(factor) = factor(lines) {
        rescale(lines, factor, false);
    }
    // Where the stock's amount holds what was paid above par, it can seem that the counts are too small.
    if let Some(factor) = by_par(lines).filter(|f| *f < Decimal::ONE) {
        rescale(lines, factor, true);
    }
}

/// Whether a line among options and awards tells of shares rather than of money: "Granted", "Exercised", "Outstanding at end of year".
pub fn are_meant(line: &Line) -> bool {
    let words = line.caption.to_ascii_lowercase();
    has_any(&words, "outstanding|grant|exercis|vested|forfeit|cancel|expired|surrender|terminat|awarded|shares|dilut")
        && !has_any(&words, "price|value|cash|cost|expense|income|proceeds|benefit|tax")
}

/// Where one count among millions can only be meant in thousands, those printed beside it are too: 123,113 basic and 793 of options.
fn alike(lines: &mut [Line]) {
    let counts = |l: &Line| l.unit == Unit::Shares && !l.aside && !says_scale(l);
    let of = |cell: &Cell| {
        let whole = cell.ulp == cell.value.zip(cell.printed).and_then(|(value, printed)| exact::div(value, printed));
        cell.value.filter(|v| whole && !v.is_zero()).and_then(|v| exact::div(v, cell.printed?))
    };
    let cells = lines.iter().filter(|l| counts(l)).flat_map(|l| l.cells.iter().flatten());
    let Some(least) = cells.filter_map(of).min() else { return };
    for cell in lines.iter_mut().filter(|l| counts(l)).flat_map(|l| l.cells.iter_mut().flatten()) {
        if let Some(factor) = of(cell).filter(|f| *f > least).and_then(|f| exact::div(least, f)) {
            cell.rescale(factor);
        }
    }
}

fn rescale(lines: &mut [Line], factor: Decimal, aside: bool) {
    for line in lines.iter_mut().filter(|l| l.unit == Unit::Shares && l.aside == aside) {
        line.cells.iter_mut().flatten().for_each(|cell| cell.rescale(factor));
    }
}

/// A large count that is read as printed.
fn is_whole(line: &Line) -> bool {
    line.unit == Unit::Shares && line.cells.iter().flatten().any(is_whole_cell)
}

fn is_whole_cell(cell: &Cell) -> bool {
    cell.value == cell.printed && cell.value.is_some_and(|v| v >= Decimal::from(1_000_000))
}

fn is_scaled(line: &Line) -> bool {
    line.cells.iter().flatten().any(|c| c.value != c.printed)
}

/// What the counts as read are to be multiplied by.
fn factor(lines: &[Line]) -> Option<Decimal> {
    let income = lines.iter().find(|l| l.concept == Some("NetIncomeLoss")).or_else(|| {
        let net = "net income|net loss|net earnings|net earnings loss|net income loss";
        // Of a note's table that states no scale the income may be in thousands all the same.
        lines.iter().find(|l| l.unit == Unit::Money && is_any(&l.plain, net) && is_scaled(l))
    })?;
    let each = lines.iter().find(|l| is_earnings(l))?;
    let shares = lines.iter().find(|l| l.unit == Unit::Shares && !l.aside && !l.is_heading())?;
    let of = |column: usize| Some((shares.value(column)?, each.value(column)?, income.value(column)?));
    that_fits(&(0..shares.cells.len()).filter_map(of).gather())
}

/// Earnings of the whole company for one share.
fn is_earnings(line: &Line) -> bool {
    if line.unit != Unit::PerShare || line.is_heading() || line.aside {
        return false;
    }
    let words = line.full();
    has_any(&words, "income|earnings|loss")
        && !has_any(&words, "before|continuing|discontinued|extraordinary|cumulative|dividend|pro forma|book|effect")
}

/// Shares issued times their par value are the stock's amount.
fn by_par(lines: &[Line]) -> Option<Decimal> {
    let stock = lines.iter().enumerate().filter(|(_, l)| !l.aside && l.unit == Unit::Money && is_scaled(l));
    stock.filter(|(at, _)| at.checked_sub(1).is_some_and(|above| lines[above].aside)).find_map(|(at, line)| {
        let first = lines[..at].iter().rposition(|l| !l.aside).map_or(0, |i| i + 1);
        let asides = &lines[first..at];
        let par = asides.iter().find(|l| l.unit == Unit::PerShare)?;
        let issued = asides.iter().find(|l| l.unit == Unit::Shares && has_any(&l.plain, "issued|outstanding"))?;
        let par = par.cells.iter().flatten().find_map(|c| c.value)?;
        let of = |column: usize| Some((issued.value(column)?, par, line.value(column)?));
        let told = (0..line.cells.len()).filter_map(of).gather();
        that_fits(&told)
    })
}

/// What counts are to be multiplied by so that, times an amount each, they are the amount of all.
fn that_fits(told: &[(Decimal, Decimal, Decimal)]) -> Option<Decimal> {
    let fits = |factor: Decimal| {
        let mut tried = 0;
        for (count, each, all) in told.iter().filter(|(c, e, a)| !c.is_zero() && !e.is_zero() && !a.is_zero()) {
            let Some(product) = exact::mul(*count, factor).and_then(|c| exact::mul(c, *each)) else { return false };
            let (product, all) = (product.abs(), all.abs());
            // Scales are a thousand apart, and a small quotient is rounded coarsely.
            if exact::half(product) > all || exact::half(all) > product {
                return false;
            }
            tried += 1;
        }
        tried > 0
    };
    let (thousand, million) = (Decimal::ONE_THOUSAND, Decimal::from(1_000_000));
    let scales = [Decimal::ONE, Decimal::new(1, 3), thousand, Decimal::new(1, 6), million];
    scales.into_iter().find(|f| fits(*f))
}
