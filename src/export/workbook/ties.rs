//! The ties: equations across sheets and second ones of a cell, as references whose difference must be nought.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Formula, RowNum, Worksheet, XlsxError};

use super::{
    Written,
    equation::{Equation, Equations, rounded},
    findings::{column, link, list, outcome},
    look, names,
    places::Places,
    sheet::clipped,
};
use crate::report::Report;

const HEADINGS: [(&str, u32); 7] = [
    ("Outcome", 18),
    ("Check", 60),
    ("Column", 26),
    ("Cell", 30),
    ("As printed", 16),
    ("From the others", 16),
    ("Difference", 14),
];
const FIRST: RowNum = 3;
/// A sheet holds 65,530 links.
const LINKS: u32 = 65_000;

pub fn sheet(report: &Report, equations: &Equations, places: &Places) -> Written {
    let mut sheet = Worksheet::new();
    sheet.set_name(names::TIES)?;
    sheet.write_with_format(0, 0, "Ties", &look::title())?;
    let about = "Each figure against the others it must agree with, by reference; a difference of 0 ties.";
    sheet.write_with_format(1, 0, about, &look::soft())?;
    list(&mut sheet, FIRST - 1, &HEADINGS)?;
    for (tie, row) in equations.ties.iter().zip(FIRST..) {
        write(&mut sheet, row, report, tie, places)?;
    }
    Ok(sheet)
}

fn write(
    sheet: &mut Worksheet,
    row: RowNum,
    report: &Report,
    tie: &Equation,
    places: &Places,
) -> Result<(), XlsxError> {
    let (word, mark) = outcome(tie.check);
    let place = places.across(tie.reported);
    sheet.write_with_format(row, 0, word, &look::marked(look::text(), mark))?;
    sheet.write_with_format(row, 1, clipped(&tie.check.title), &look::text())?;
    sheet.write_with_format(row, 2, clipped(column(report, tie.check)), &look::text())?;
    link(sheet, row, 3, &place, row < LINKS)?;
    let decimals = tie.decimals();
    let format = look::text().set_num_format(look::decimals("", decimals, ""));
    let formula =
        |text: &str, result: Decimal| Formula::new(["=", text].concat()).set_result(result.normalize().to_string());
    let printed = tie.reported.printed().unwrap_or_default();
    let difference = tie.rest();
    let computed = crate::exact::sub(printed, difference).unwrap_or_default();
    sheet.write_with_format(row, 4, formula(&place, printed), &format)?;
    sheet.write_with_format(row, 5, formula(&tie.terms_as_formula(places, true), computed), &format)?;
    let gap = rounded(&format!("E{0}-F{0}", row + 1), decimals);
    sheet.write_with_format(row, 6, formula(&gap, difference), &look::marked(format, mark))?;
    Ok(())
}
