//! `tieout xlsx`: the report of a file as a workbook.

use std::{fs, io, path::Path};

use tieout::export;

pub fn write(file: &Path, out: &Path) -> io::Result<u8> {
    let name = file.display().to_string();
    let report = tieout::analyze(&name, &fs::read(file)?);
    let refused = |message: &str| io::Error::new(io::ErrorKind::InvalidData, format!("{name}: {message}"));
    if report.statements.is_empty() {
        return Err(refused(report.diagnostics.first().map(|d| d.message.as_str()).unwrap_or_default()));
    }
    fs::write(out, export::workbook(&report).map_err(|message| refused(&message))?)?;
    println!("{}  {} statements", out.display(), report.statements.len());
    Ok(0)
}
