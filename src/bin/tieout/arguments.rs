//! What the command line asks for.

use std::{
    ffi::OsString,
    io::{self, IsTerminal},
    path::PathBuf,
};

use lexopt::prelude::{Long, Short, Value};

pub const HELP: &str = "\
tieout re-performs the arithmetic of a company's filing.

  tieout report [--format text|json|ndjson] [--strict] [--against FILE]... PATH...
      Reports on each file; a folder is walked, - reads standard input.
      text is the format on a terminal, json elsewhere.
      --strict counts a difference that rounding explains as broken.
      --against FILE compares each file with another filing: what changed for the same period.
  tieout tables FILE --csv DIR
      Writes each statement of the file as DIR/s1.csv, s2.csv, ...
  tieout xlsx FILE -o OUT.xlsx
      Writes a workbook: a sheet a statement, its sums as live formulas, ties across sheets, findings with links.

Exit code 0: nothing broken. 1: a broken check of severity error. 2: bad usage or unreadable input.
";

pub enum Command {
    Help,
    Report(ReportArguments),
    Tables {
        file: PathBuf,
        folder: PathBuf,
    },
    #[cfg(feature = "workbook")]
    Workbook {
        file: PathBuf,
        out: PathBuf,
    },
}

pub struct ReportArguments {
    pub format: Format,
    pub strict: bool,
    pub against: Vec<PathBuf>,
    pub paths: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
    Ndjson,
}

/// Reads the command line; the error is a sentence for the person.
pub fn parse() -> Result<Command, String> {
    let mut parser = lexopt::Parser::from_env();
    let told = |e: lexopt::Error| e.to_string();
    match parser.next().map_err(told)? {
        None | Some(Long("help") | Short('h')) => Ok(Command::Help),
        Some(Value(word)) if word == "report" => report(parser),
        Some(Value(word)) if word == "tables" => tables(parser),
        #[cfg(feature = "workbook")]
        Some(Value(word)) if word == "xlsx" => workbook(parser),
        Some(other) => Err(other.unexpected().to_string()),
    }
}

fn report(mut parser: lexopt::Parser) -> Result<Command, String> {
    let terminal = io::stdout().is_terminal();
    let mut arguments = ReportArguments {
        format: if terminal { Format::Text } else { Format::Json },
        strict: false,
        against: Vec::new(),
        paths: Vec::new(),
    };
    while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
        match argument {
            Long("format") => arguments.format = format(&parser.value().map_err(|e| e.to_string())?)?,
            Long("against") => arguments.against.push(parser.value().map_err(|e| e.to_string())?.into()),
            Long("strict") => arguments.strict = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            Value(path) => arguments.paths.push(path.into()),
            other => return Err(other.unexpected().to_string()),
        }
    }
    if arguments.paths.is_empty() {
        Err("report needs a file, a folder or -".into())
    } else {
        Ok(Command::Report(arguments))
    }
}

fn format(word: &OsString) -> Result<Format, String> {
    match word.to_str() {
        Some("text") => Ok(Format::Text),
        Some("json") => Ok(Format::Json),
        Some("ndjson") => Ok(Format::Ndjson),
        _ => Err(format!("--format is text, json or ndjson, not {}", word.display())),
    }
}

fn tables(mut parser: lexopt::Parser) -> Result<Command, String> {
    let (mut file, mut folder) = (None, None);
    while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
        match argument {
            Long("csv") => folder = Some(PathBuf::from(parser.value().map_err(|e| e.to_string())?)),
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            other => return Err(other.unexpected().to_string()),
        }
    }
    match (file, folder) {
        (Some(file), Some(folder)) => Ok(Command::Tables { file, folder }),
        _ => Err("tables needs a file and --csv DIR".into()),
    }
}

#[cfg(feature = "workbook")]
fn workbook(mut parser: lexopt::Parser) -> Result<Command, String> {
    let (mut file, mut out) = (None, None);
    while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
        match argument {
            Long("output") | Short('o') => out = Some(PathBuf::from(parser.value().map_err(|e| e.to_string())?)),
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            other => return Err(other.unexpected().to_string()),
        }
    }
    match (file, out) {
        (Some(file), Some(out)) => Ok(Command::Workbook { file, out }),
        _ => Err("xlsx needs a file and -o OUT.xlsx".into()),
    }
}
