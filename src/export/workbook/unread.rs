//! What was not read: numbers that found no line, and what the report says of the file.

use rust_xlsxwriter::Worksheet;

use super::{Written, findings::list, look, names, sheet::clipped};
use crate::{report::Report, span::Span};

const HEADINGS: [(&str, u32); 3] = [("What", 100), ("From byte", 14), ("To byte", 14)];

pub fn sheet(report: &Report) -> Written {
    let mut sheet = Worksheet::new();
    sheet.set_name(names::UNREAD)?;
    sheet.write_with_format(0, 0, "Not read, and notes", &look::title())?;
    sheet.write_with_format(1, 0, ["Places are bytes of ", &clipped(&report.file)].concat(), &look::soft())?;
    list(&mut sheet, 3, &HEADINGS)?;
    let numbers = report.unparsed.iter().map(|u| (u.why.as_str(), Some(u.span)));
    let notes = report.diagnostics.iter().map(|d| (d.message.as_str(), d.span));
    for ((what, span), row) in numbers.chain(notes).zip(4..) {
        sheet.write_with_format(row, 0, clipped(what), &look::text())?;
        if let Some(Span { start, end }) = span {
            for (byte, column) in [(start, 1), (end, 2)] {
                // A file's length is far within what a cell holds exactly.
                sheet.write_number(row, column, u32::try_from(byte).unwrap_or(u32::MAX))?;
            }
        }
    }
    Ok(sheet)
}
