//! The files that the paths of a command line stand for.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// A file to report on. `path` is `None` for standard input.
pub struct Input {
    pub name: String,
    path: Option<PathBuf>,
}

impl Input {
    pub fn read(&self) -> io::Result<Vec<u8>> {
        if let Some(path) = &self.path {
            fs::read(path)
        } else {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}

/// Each path, or each file below it, in the order of names.
pub fn walk(paths: &[PathBuf]) -> Vec<Input> {
    let mut found = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            found.push(Input { name: "-".into(), path: None });
        } else {
            below(path, &mut found);
        }
    }
    found
}

fn below(path: &Path, found: &mut Vec<Input>) {
    // A folder that cannot be listed is reported like a file that cannot be read.
    let Some(entries) = path.is_dir().then(|| fs::read_dir(path).ok()).flatten() else {
        found.push(Input { name: path.display().to_string(), path: Some(path.to_owned()) });
        return;
    };
    let mut entries: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    entries.sort();
    for entry in entries {
        below(&entry, found);
    }
}
