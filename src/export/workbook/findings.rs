//! The first sheet: the verdict, then whatever does not simply tie, the gravest first, each with a link to its cell.

use std::collections::BTreeMap;

use rust_xlsxwriter::{RowNum, Url, Worksheet, XlsxError};

use super::{
    Written, look,
    marks::{Mark, repair},
    names,
    places::Places,
    sheet::clipped,
};
use crate::export::Remark;
use crate::report::{Check, Outcome, Report, Severity, Tally};

const LEGEND: [(Mark, &str); 4] = [
    (Mark::Broken, "does not tie"),
    (Mark::Suspect, "likely the wrong figure"),
    (Mark::Differs, "differs, perhaps with reason"),
    (Mark::Rounding, "within rounding"),
];
const HEADINGS: [(&str, u32); 9] = [
    ("Outcome", 18),
    ("Severity", 12),
    ("Statement", 26),
    ("Check", 46),
    ("Column", 24),
    ("Detail", 80),
    ("Cell", 30),
    ("Reviewed", 10),
    ("Note", 40),
];
/// A sheet holds 65,530 links.
const LINKS: usize = 65_000;

pub fn sheet(report: &Report, places: &Places, remarks: &[Remark]) -> Written {
    let mut sheet = Worksheet::new();
    sheet.set_name(names::FINDINGS)?;
    sheet.write_with_format(0, 0, clipped(report.entity.name.as_ref().unwrap_or(&report.file)), &look::title())?;
    sheet.write_with_format(1, 0, verdict(report), &look::soft())?;
    sheet.write_with_format(2, 0, "Colours", &look::soft())?;
    for ((mark, word), column) in LEGEND.into_iter().zip(2..) {
        sheet.write_with_format(2, column, word, &look::marked(look::text(), Some(mark)))?;
    }
    list(&mut sheet, 4, &HEADINGS)?;
    let mut found: Vec<&Check> =
        report.checks.iter().filter(|c| c.outcome != Outcome::Exact && c.repeats.is_none()).collect();
    found.sort_by_key(|c| (order(c.outcome), c.severity));
    let remarks: BTreeMap<&str, &Remark> = remarks.iter().map(|remark| (remark.check, remark)).collect();
    for (at, (check, row)) in found.into_iter().zip(5..).enumerate() {
        let remark = remarks.get(check.id.as_str()).copied();
        finding(&mut sheet, row, report, check, remark, places, at < LINKS)?;
    }
    Ok(sheet)
}

/// Writes the headings of a list, which stay while it scrolls.
pub fn list(sheet: &mut Worksheet, row: RowNum, headings: &[(&str, u32)]) -> Result<(), XlsxError> {
    for ((heading, width), column) in headings.iter().zip(0..) {
        sheet.write_with_format(row, column, *heading, &look::list_heading())?;
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(row + 1, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn order(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Broken => 0,
        Outcome::Rounding => 1,
        Outcome::Unchecked => 2,
        Outcome::Exact => 3,
    }
}

fn verdict(report: &Report) -> String {
    let strict = if report.strict { ". Strict: rounding counts as broken" } else { "" };
    [&Tally::of(&report.checks).line(), strict].concat()
}

/// State is never colour alone.
pub fn outcome(check: &Check) -> (&'static str, Option<Mark>) {
    match (check.outcome, check.severity) {
        (Outcome::Exact, _) => ("✓ ties", None),
        (Outcome::Rounding, _) => ("≈ within rounding", Some(Mark::Rounding)),
        (Outcome::Broken, Severity::Error) => ("✗ does not tie", Some(Mark::Broken)),
        (Outcome::Broken, _) => ("✗ differs", Some(Mark::Differs)),
        (Outcome::Unchecked, _) => ("○ not checked", None),
    }
}

/// The heading of the column a check is about.
pub fn column<'r>(report: &'r Report, check: &Check) -> &'r str {
    let statement = report.statements.iter().find(|s| Some(&s.id) == check.statement.as_ref());
    let column = statement.and_then(|s| s.columns.iter().find(|c| Some(&c.id) == check.column.as_ref()));
    column.map(|c| c.label.as_str()).unwrap_or_default()
}

fn finding(
    sheet: &mut Worksheet,
    row: RowNum,
    report: &Report,
    check: &Check,
    remark: Option<&Remark>,
    places: &Places,
    linked: bool,
) -> Result<(), XlsxError> {
    let (word, mark) = outcome(check);
    // What could not be made, or is explained by rounding, is of no gravity.
    let severity = match (check.outcome, check.severity) {
        (Outcome::Broken, Severity::Error) => "error",
        (Outcome::Broken, Severity::Warning) => "warning",
        (_, Severity::Info) => "information",
        _ => "",
    };
    let at = report.statements.iter().position(|s| Some(&s.id) == check.statement.as_ref());
    let name = at.map(|at| places.names[at].as_str()).unwrap_or_default();
    let mut detail = check.detail.clone();
    if let Some(suspect) = check.suspects.first() {
        let place = places.spot(&suspect.cell).map(|spot| places.across(spot)).unwrap_or_default();
        detail.push_str(&[" Likely ", &place, ": ", &repair(suspect)].concat());
    }
    let (reviewed, note) = remark.map_or(("", ""), |remark| (if remark.reviewed { "yes" } else { "" }, remark.note));
    let words = [word, severity, name, &check.title, column(report, check), &detail, "", reviewed, note];
    let mut lines = 1;
    for ((words, (_, width)), at) in words.into_iter().zip(HEADINGS).zip(0..) {
        if words.is_empty() {
            continue;
        }
        let format = look::marked(look::text(), mark.filter(|_| at == 0));
        sheet.write_with_format(row, at, clipped(words), &format)?;
        lines = lines.max(words.chars().count() / (width as usize * 9 / 10).max(1) + words.lines().count());
    }
    // A program that lets a row be as high as the others would set its lines over the next.
    sheet.set_row_height(row, 15 * u32::try_from(lines.min(20)).unwrap_or(1))?;
    // What is about no one amount leads to its statement.
    let cell = check.reported.as_ref().and_then(|id| places.spot(id)).map(|spot| places.across(spot));
    if let Some(place) = cell.or_else(|| at.map(|_| ["'", name, "'!A1"].concat())) {
        link(sheet, row, 6, &place, linked)?;
    }
    Ok(())
}

/// Writes a place of the workbook as a link to it.
pub fn link(sheet: &mut Worksheet, row: RowNum, column: u16, place: &str, linked: bool) -> Result<(), XlsxError> {
    if linked {
        let url = Url::new(["internal:", place].concat()).set_text(place);
        sheet.write_url_with_format(row, column, url, &look::link())?;
    } else {
        sheet.write_with_format(row, column, place, &look::text())?;
    }
    Ok(())
}
