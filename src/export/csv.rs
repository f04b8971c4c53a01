//! A statement as CSV (RFC 4180): captions indented, one column a period, numbers as numbers before scale.

use crate::report::{Column, Statement};

/// Writes a statement. Amounts keep the scale of the page, which the second line states; a dash is an empty field.
pub fn csv(statement: &Statement) -> String {
    let mut out = String::new();
    row(&mut out, std::iter::once(statement.title.clone()));
    row(&mut out, std::iter::once(format!("{} x {}", statement.currency, statement.scale)));
    row(&mut out, std::iter::once(String::new()).chain(statement.columns.iter().map(|c| c.label.clone())));
    row(&mut out, std::iter::once(String::new()).chain(statement.columns.iter().map(period)));
    for line in &statement.lines {
        let caption = format!("{}{}", "  ".repeat(line.depth), line.caption);
        let amounts = statement.columns.iter().map(|column| {
            let cell = line.cells.iter().find(|c| c.column == column.id && !c.nil);
            cell.map(|c| c.printed.map_or_else(|| c.text.clone(), |p| p.to_string())).unwrap_or_default()
        });
        row(&mut out, std::iter::once(caption).chain(amounts));
    }
    out
}

fn period(column: &Column) -> String {
    match (&column.instant, &column.start, &column.end) {
        (Some(day), _, _) => day.clone(),
        (None, Some(start), Some(end)) => format!("{start} to {end}"),
        _ => String::new(),
    }
}

fn row(out: &mut String, fields: impl Iterator<Item = String>) {
    for (i, field) in fields.enumerate() {
        if i > 0 {
            out.push(',');
        }
        if field.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&field);
        }
    }
    out.push_str("\r\n");
}
