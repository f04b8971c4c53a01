//! A statement's sheet: captions indented, amounts as printed, totals as formulas, findings in colour with their comments.

use rust_decimal::Decimal;
use rust_xlsxwriter::{ColNum, Formula, Note, RowNum, Worksheet, XlsxError};

use super::{
    Written,
    equation::Equations,
    look,
    marks::Marks,
    places::{FIRST, float, printed},
    ticks::Ticks,
};
use crate::report::{Cell, Column, Line, Report, Statement};

/// What is known of the amounts: the formulas that give them, what is to be said of them, and their tick marks.
pub type Known<'k> = (&'k Equations<'k>, &'k Marks<'k>, &'k Ticks<'k>);

pub fn sheet(report: &Report, statement: &Statement, name: &str, known: Known) -> Written {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    head(&mut sheet, report, statement)?;
    for (line, row) in statement.lines.iter().zip(FIRST..) {
        sheet.write_with_format(row, 0, clipped(&line.caption), &look::caption(line))?;
        for (column, at) in statement.columns.iter().zip(1..) {
            if let Some(cell) = line.cells.iter().find(|cell| cell.column == column.id) {
                amount(&mut sheet, (row, at), line, cell, known)?;
            }
        }
    }
    if let Some(row) = statement.lines.iter().zip(FIRST + 1..).map(|(_, row)| row + 1).last() {
        sheet.write_with_format(row, 0, known.2.legend(statement), &look::soft())?;
    }
    let longest = statement.lines.iter().map(|l| l.caption.chars().count() + 2 * l.depth).max().unwrap_or(0);
    sheet.set_column_width(0, u32::try_from(longest).unwrap_or(70).clamp(24, 70))?;
    if let Some(last) = ColNum::try_from(statement.columns.len()).ok().filter(|last| *last > 0) {
        sheet.set_column_range_width(1, last, 18)?;
    }
    sheet.set_freeze_panes(FIRST, 1)?;
    sheet.set_repeat_rows(0, FIRST - 1)?;
    sheet.set_print_fit_to_pages(1, 0);
    Ok(sheet)
}

fn head(sheet: &mut Worksheet, report: &Report, statement: &Statement) -> Result<(), XlsxError> {
    sheet.write_with_format(0, 0, clipped(&statement.title), &look::title())?;
    sheet.write_with_format(1, 0, clipped(report.entity.name.as_ref().unwrap_or(&report.file)), &look::soft())?;
    sheet.write_with_format(2, 0, scale(statement), &look::soft())?;
    for (column, at) in statement.columns.iter().zip(1..) {
        sheet.write_with_format(3, at, clipped(&column.label), &look::heading())?;
        sheet.write_with_format(4, at, period(column), &look::period())?;
    }
    Ok(())
}

/// "USD, in thousands, as printed".
fn scale(statement: &Statement) -> String {
    let thousand = Decimal::ONE_THOUSAND;
    let scale = match statement.scale {
        s if s == Decimal::ONE => String::new(),
        s if s == thousand => ", in thousands".to_owned(),
        s if s == thousand * thousand => ", in millions".to_owned(),
        s if s == thousand * thousand * thousand => ", in billions".to_owned(),
        other => format!(", times {}", other.normalize()),
    };
    let audited = match statement.audited {
        Some(true) => ", audited",
        Some(false) => ", unaudited",
        None => "",
    };
    [&statement.currency, &scale, ", amounts as printed", audited].concat()
}

fn period(column: &Column) -> String {
    match (&column.instant, &column.start, &column.end) {
        (Some(day), _, _) => day.clone(),
        (None, Some(start), Some(end)) => [start, " to ", end].concat(),
        _ => String::new(),
    }
}

fn amount(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    line: &Line,
    cell: &Cell,
    (equations, marks, ticks): Known,
) -> Result<(), XlsxError> {
    let mark = marks.on(&cell.id);
    let format = look::amount(line, cell, ticks.on(&cell.id).as_deref(), mark.map(|(mark, _)| *mark));
    match (equations.sums.get(cell.id.as_str()), printed(cell)) {
        // The printed amount stands with the formula, for readers that do not calculate.
        (Some(sum), Some(number)) => {
            let formula = Formula::new(["=", sum].concat()).set_result(number.normalize().to_string());
            sheet.write_with_format(row, column, formula, &format)?
        }
        (_, Some(number)) => match float(number) {
            Some(number) => sheet.write_number_with_format(row, column, number, &format)?,
            None => sheet.write_with_format(row, column, &cell.text, &format)?,
        },
        (_, None) => sheet.write_with_format(row, column, clipped(&cell.text), &format)?,
    };
    if let Some((_, said)) = mark {
        let rows = said.chars().count() / 40 + said.lines().count() + 1;
        let height = u32::try_from(rows * 16).unwrap_or(400).clamp(80, 400);
        let note = Note::new(clipped(said)).set_author("tieout").add_author_prefix(false);
        sheet.insert_note(row, column, &note.set_width(320).set_height(height))?;
    }
    Ok(())
}

/// A cell holds 32,767 characters.
pub fn clipped(text: &str) -> String {
    text.chars().take(16_000).collect()
}
