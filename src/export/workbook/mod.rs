//! The report as a workbook that recalculates: a sheet a statement, its sums as live formulas, ties across sheets, the findings.
//!
//! Amounts are the numbers as printed, before scale, with the scale stated above them. The xlsx format holds numbers as
//! binary floating point, which is unavoidable: an amount goes in by its digits, and one whose digits would not come out again
//! is written as text and takes part in no formula. Sums of amounts with decimals are rounded to the printed decimals.

mod equation;
mod findings;
mod look;
mod marks;
mod names;
mod places;
mod sheet;
mod ticks;
mod ties;
mod unread;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::Remark;
use crate::report::Report;
use equation::Equations;
use marks::Marks;
use places::Places;
use ticks::Ticks;

/// What a sheet's writing comes to.
type Written = Result<Worksheet, XlsxError>;

/// Writes the workbook of a report. The same report gives the same bytes.
///
/// The error is a sentence: a statement has more columns or lines than a sheet can hold.
pub fn workbook(report: &Report) -> Result<Vec<u8>, String> {
    workbook_with(report, &[])
}

/// The same with what a reader made of the checks.
pub fn workbook_with(report: &Report, remarks: &[Remark]) -> Result<Vec<u8>, String> {
    bytes(report, remarks).map_err(|error| ["The workbook could not be written: ", &error.to_string()].concat())
}

fn bytes(report: &Report, remarks: &[Remark]) -> Result<Vec<u8>, XlsxError> {
    let places = Places::of(report);
    let equations = Equations::of(report, &places);
    let marks = Marks::of(report, &places);
    let ticks = Ticks::of(report);
    let mut book = Workbook::new();
    book.set_properties(&properties(report)?);
    book.push_worksheet(findings::sheet(report, &places, remarks)?);
    for (at, statement) in report.statements.iter().enumerate() {
        book.push_worksheet(sheet::sheet(report, statement, &places.names[at], (&equations, &marks, &ticks))?);
    }
    if !equations.ties.is_empty() {
        book.push_worksheet(ties::sheet(report, &equations, &places)?);
    }
    if !report.unparsed.is_empty() || !report.diagnostics.is_empty() {
        book.push_worksheet(unread::sheet(report)?);
    }
    book.save_to_buffer()
}

fn properties(report: &Report) -> Result<DocProperties, XlsxError> {
    let name = report.entity.name.as_deref().unwrap_or(&report.file);
    // No clock: the first day the format of the file knows.
    let day = ExcelDateTime::from_ymd(1980, 1, 1)?;
    Ok(DocProperties::new().set_title(name).set_comment("Made by tieout").set_creation_datetime(&day))
}
