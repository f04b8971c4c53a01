//! The command: `tieout report`, `tieout tables`, `tieout xlsx`.
//!
//! Exit code 0: nothing broken; 1: a broken check of severity error; 2: bad usage or unreadable input.

mod arguments;
mod files;
mod tables;
mod text;
#[cfg(feature = "workbook")]
mod xlsx;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use arguments::{Command, Format, ReportArguments};
use tieout::report::{Outcome, Report, Severity};

fn main() -> ExitCode {
    let command = match arguments::parse() {
        Ok(command) => command,
        Err(message) => {
            eprintln!("tieout: {message}\nTry 'tieout --help'.");
            return ExitCode::from(2);
        }
    };
    let done = match command {
        Command::Help => io::stdout().write_all(arguments::HELP.as_bytes()).map(|()| 0),
        Command::Report(arguments) => report(&arguments),
        Command::Tables { file, folder } => tables::write(&file, &folder),
        #[cfg(feature = "workbook")]
        Command::Workbook { file, out } => xlsx::write(&file, &out),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        // A reader that has seen enough (`| head`) is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tieout: {error}");
            ExitCode::from(2)
        }
    }
}

fn report(arguments: &ReportArguments) -> io::Result<u8> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut code = 0;
    let mut first = true;
    if arguments.format == Format::Json {
        out.write_all(b"[")?;
    }
    let mut others = Vec::new();
    for path in &arguments.against {
        let name = path.display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => others.push(tieout::analyze(&name, &bytes)),
            Err(error) => {
                eprintln!("tieout: {name}: {error}");
                code = 2;
            }
        }
    }
    for input in files::walk(&arguments.paths) {
        let (report, bytes) = match input.read() {
            Ok(bytes) => (tieout::analyze(&input.name, &bytes), bytes),
            Err(error) => {
                eprintln!("tieout: {}: {error}", input.name);
                code = 2;
                (tieout::report::unreadable(&input.name, &format!("The file could not be read: {error}.")), Vec::new())
            }
        };
        let mut report = report;
        for other in &others {
            let compared = tieout::compare::against(&report, other);
            report.checks.extend(compared);
        }
        let report = if arguments.strict { tieout::report::strict(report) } else { report };
        if code == 0 && is_broken(&report) {
            code = 1;
        }
        match arguments.format {
            Format::Text => text::write(&mut out, &report, &bytes)?,
            Format::Json => {
                out.write_all(if first { b"\n" } else { b",\n" })?;
                serde_json::to_writer(&mut out, &report)?;
            }
            Format::Ndjson => {
                serde_json::to_writer(&mut out, &report)?;
                out.write_all(b"\n")?;
                // One report a line, as each file ends.
                out.flush()?;
            }
        }
        first = false;
    }
    if arguments.format == Format::Json {
        out.write_all(b"\n]\n")?;
    }
    out.flush()?;
    Ok(code)
}

fn is_broken(report: &Report) -> bool {
    report.checks.iter().any(|c| c.outcome == Outcome::Broken && c.severity == Severity::Error)
}
