//! What was found before, on record: tables in `tests/README.md`, digests of drawings in `tests/digests.txt`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

const ACCEPT: &str = "TIEOUT_ACCEPT=1 cargo test --test development";
/// Heads the table of findings and what a person made of them.
const LABELS: &str = "| file | byte | rule | what | whose | looked at |";

/// A finding of severity error.
pub struct Accused {
    pub file: String,
    /// Where in the file the accused amount begins.
    pub byte: usize,
    pub rule: String,
    pub title: String,
}

impl Accused {
    /// What tells it from others, as the table prints it.
    fn key(&self) -> String {
        format!("| {} | {} | {} |", self.file, self.byte, self.rule)
    }
}

/// A README in which tables are compared and written anew.
pub struct Readme {
    path: PathBuf,
    was: String,
    text: String,
}

impl Readme {
    pub fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("tests/README.md");
        Self { path: path.to_owned(), was: text.clone(), text }
    }

    /// Writes it where a table changed.
    pub fn write(&self) {
        if self.was != self.text {
            fs::write(&self.path, &self.text).expect("tests/README.md can be written");
        }
    }

    /// Compares the table of figures, or writes it; gives what differs.
    pub fn figures(&mut self, head: &str, rows: &[String], accept: bool) -> Vec<String> {
        let old = self.rows(head);
        if accept {
            self.replace(head, rows);
            return Vec::new();
        }
        let file = |row: &str| row.split('|').nth(1).unwrap_or_default().trim().to_owned();
        let before = |row: &String| old.iter().find(|o| file(o) == file(row));
        let changed = rows.iter().filter(|r| before(r) != Some(*r)).map(|row| {
            let before = before(row).map_or("not there", |row| row.as_str());
            format!("the figures of tests/README.md changed:\n  was {before}\n  now {row}")
        });
        let gone = old.iter().filter(|o| !rows.iter().any(|r| file(r) == file(o)));
        let mut wrong: Vec<String> = changed.chain(gone.map(|o| format!("no longer among the filings: {o}"))).collect();
        if !wrong.is_empty() {
            wrong.push(format!("where a change of figures is an improvement, `{ACCEPT}` writes them anew"));
        }
        wrong
    }

    /// Demands a label for every accusation, and an accusation for every label.
    pub fn labels(&mut self, accused: &[Accused], accept: bool) -> Vec<String> {
        let old = self.rows(LABELS);
        let label = |a: &Accused| old.iter().find(|o| o.starts_with(&a.key()));
        let mut wrong = Vec::new();
        let mut rows = Vec::new();
        for accused in accused {
            let row = label(accused).cloned().unwrap_or_else(|| {
                let title = accused.title.replace('|', "/");
                format!("{} {title} | ? | |", accused.key())
            });
            if !rows.contains(&row) {
                if !row.contains("| filer |") && !row.contains("| ours |") {
                    wrong.push(format!(
                        "tests/README.md has no label, `filer` or `ours`, for {row}: look at it in the filing, and `{ACCEPT}` makes room for it"
                    ));
                }
                rows.push(row);
            }
        }
        for row in old.iter().filter(|o| !accept && !rows.contains(o)) {
            wrong.push(format!("labelled in tests/README.md but no longer broken: {row}; `{ACCEPT}` removes it"));
        }
        if accept {
            self.replace(LABELS, &rows);
        }
        wrong
    }

    /// The rows of the table with this head.
    fn rows(&self, head: &str) -> Vec<String> {
        let (_, table, _) = self.split(head);
        table.lines().map(str::to_owned).collect()
    }

    fn replace(&mut self, head: &str, rows: &[String]) {
        let (before, _, after) = self.split(head);
        let rows = rows.join("\n");
        self.text = format!("{before}{rows}{}{after}", if rows.is_empty() { "" } else { "\n" });
    }

    /// What stands before the rows of a table, its rows, what follows.
    fn split(&self, head: &str) -> (&str, &str, &str) {
        let head = self.text.find(head).unwrap_or_else(|| panic!("tests/README.md has no table {head}"));
        // The head and the line under it.
        let lines = self.text[head..].match_indices('\n').nth(1).map_or(self.text.len() - head, |(at, _)| at + 1);
        let (before, rest) = self.text.split_at(head + lines);
        let rows: usize = rest.split_inclusive('\n').take_while(|l| l.starts_with('|')).map(str::len).sum();
        let (table, after) = rest.split_at(rows);
        (before, table, after)
    }
}

/// Lines of `FILE DIGEST`; others are remarks.
pub struct Digests {
    path: PathBuf,
    text: String,
}

impl Digests {
    pub fn read(path: &Path) -> Self {
        Self { path: path.to_owned(), text: fs::read_to_string(path).expect("tests/digests.txt") }
    }

    fn of(&self, name: &str) -> Option<&str> {
        let line = self.text.lines().find(|l| l.split(' ').next() == Some(name))?;
        Some(line[name.len()..].trim())
    }

    /// Whether a file's drawing is kept.
    pub fn lists(&self, name: &str) -> bool {
        self.of(name).is_some()
    }

    /// Compares drawings with their digests, or writes these; gives what differs. The drawings themselves go to a folder.
    pub fn compare(&self, drawn: &[(String, String)], folder: &Path, accept: bool) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut lines: Vec<String> = self.text.lines().map(str::to_owned).collect();
        fs::create_dir_all(folder).expect("a folder for drawings");
        for (name, drawing) in drawn {
            let digest = format!("{:x}", Sha256::digest(drawing));
            let place = |digest: &str| {
                let short = digest.get(..8).unwrap_or(digest);
                folder.join(format!("{}.{short}", name.replace('/', "-")))
            };
            let now = place(&digest);
            fs::write(&now, drawing).expect("a drawing can be written");
            let before = self.of(name).unwrap_or_default();
            if accept {
                let line = lines.iter_mut().find(|l| l.split(' ').next() == Some(name));
                line.expect("a listed file").clone_from(&format!("{name} {digest}"));
            } else if before != digest {
                let before = place(before);
                let how = if before.exists() {
                    "compare the two".to_owned()
                } else {
                    "the first is made by running this test at the commit before".to_owned()
                };
                wrong.push(format!(
                    "{name} is drawn otherwise than tests/digests.txt says: diff {} {} ({how}; `{ACCEPT}` accepts)",
                    before.display(),
                    now.display()
                ));
            }
        }
        let listed = self.text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty());
        for line in listed {
            let name = line.split(' ').next().unwrap_or_default();
            if !drawn.iter().any(|(n, _)| n == name) {
                wrong.push(format!("{name} is listed in tests/digests.txt and was not drawn"));
            }
        }
        let text = lines.join("\n") + "\n";
        if text != self.text {
            fs::write(&self.path, text).expect("tests/digests.txt can be written");
        }
        wrong
    }
}
