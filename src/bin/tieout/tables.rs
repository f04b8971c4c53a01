//! `tieout tables`: each statement as a CSV file.

use std::{fs, io, path::Path};

use tieout::export;

pub fn write(file: &Path, folder: &Path) -> io::Result<u8> {
    let name = file.display().to_string();
    let report = tieout::analyze(&name, &fs::read(file)?);
    if report.statements.is_empty() {
        let message = report.diagnostics.first().map(|d| d.message.as_str()).unwrap_or_default();
        return Err(io::Error::new(io::ErrorKind::InvalidData, format!("{name}: {message}")));
    }
    fs::create_dir_all(folder)?;
    for statement in &report.statements {
        let path = folder.join(format!("{}.csv", statement.id));
        fs::write(&path, export::csv(statement))?;
        println!("{}  {}", path.display(), statement.title);
    }
    Ok(0)
}
