//! All real filings, each read once: nothing panics, spans hold, no number of a statement is lost, and the figures, the
//! labelled findings and the digests of drawings are those on record in `tests/README.md` and `tests/digests.txt`.
//!
//! Needs the folder of real filings; says so where it is absent. `TIEOUT_ACCEPT=1 cargo test --test development` writes the
//! record anew.

mod common;

use std::path::{Path, PathBuf};

use common::{draw::draw, lost, record, say, walk::walk};
use tieout::{
    report::{Check, Outcome, Report, Severity},
    source,
};

/// What one filing gave.
struct Found {
    figures: Figures,
    accused: Vec<record::Accused>,
    lost: Vec<String>,
    drawn: Option<String>,
}

/// The line of figures of one filing.
#[derive(Clone, Copy, Default)]
pub struct Figures([usize; 9]);

impl Figures {
    const HEAD: &str = "| file | statements | cells | not read | equations | exact | within rounding | unchecked \
        | broken | broken, milder |";

    fn of(report: &Report) -> Self {
        let cells = report.statements.iter().flat_map(|s| &s.lines).map(|l| l.cells.len()).sum();
        let count = |o: Outcome| report.checks.iter().filter(|c| c.outcome == o).count();
        let broken = report.checks.iter().filter(|c| is_accused(c)).count();
        Self([
            report.statements.len(),
            cells,
            report.unparsed.len(),
            report.checks.len(),
            count(Outcome::Exact),
            count(Outcome::Rounding),
            count(Outcome::Unchecked),
            broken,
            count(Outcome::Broken) - broken,
        ])
    }

    fn add(self, other: Self) -> Self {
        Self(std::array::from_fn(|i| self.0[i] + other.0[i]))
    }

    fn row(self, name: &str) -> String {
        let figures: Vec<String> = self.0.iter().map(usize::to_string).collect();
        format!("| {name} | {} |", figures.join(" | "))
    }
}

/// A broken check of severity error: the filing is said to be wrong.
fn is_accused(check: &Check) -> bool {
    check.outcome == Outcome::Broken && check.severity == Severity::Error
}

#[test]
fn the_development_set() {
    let Some(root) = common::filings() else { return };
    let digests = record::Digests::read(&tests().join("digests.txt"));
    let mut readme = record::Readme::read(&tests().join("README.md"));
    let found = walk(&root, |name, bytes| look(name, bytes, digests.lists(name)));

    let mut wrong: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    let mut accused = Vec::new();
    let mut drawn = Vec::new();
    let mut sum = Figures::default();
    for (name, outcome) in found {
        match outcome {
            Ok(found) => {
                let row = found.figures.row(&name);
                say(&format!("REAL FILING {row}"));
                sum = sum.add(found.figures);
                rows.push(row);
                accused.extend(found.accused);
                wrong.extend(found.lost.iter().map(|l| format!("{name}: a number is nowhere in the report: {l}")));
                drawn.extend(found.drawn.map(|d| (name, d)));
            }
            Err(why) => wrong.push(format!("{name}: {why}")),
        }
    }
    rows.push(sum.row("all"));
    let accept = std::env::var_os("TIEOUT_ACCEPT").is_some();
    wrong.extend(readme.figures(Figures::HEAD, &rows, accept));
    wrong.extend(readme.labels(&accused, accept));
    wrong.extend(digests.compare(&drawn, &target().join("drawn"), accept));
    readme.write();
    assert!(wrong.is_empty(), "\n{}\n{} things are not as they should be", wrong.join("\n"), wrong.len());
}

fn look(name: &str, bytes: &[u8], is_drawn: bool) -> Found {
    let report = tieout::analyze(name, bytes);
    common::assert_sound(&report, bytes);
    let filing = source::read(bytes);
    Found {
        figures: Figures::of(&report),
        accused: report.checks.iter().filter(|c| is_accused(c)).map(|c| accused(name, &report, c)).collect(),
        lost: lost::numbers(&report, &filing),
        drawn: is_drawn.then(|| draw(&report, bytes)),
    }
}

/// A finding by what does not change when the program does: the file, and where in it the accused amount stands.
fn accused(file: &str, report: &Report, check: &Check) -> record::Accused {
    let span = check.reported.as_ref().and_then(|id| common::span_of(report, id));
    record::Accused {
        file: file.into(),
        byte: span.map_or(0, |s| s.start),
        rule: check.rule.clone(),
        title: check.title.clone(),
    }
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// Where cargo builds.
fn target() -> PathBuf {
    let ours = Path::new(env!("CARGO_TARGET_TMPDIR"));
    ours.parent().unwrap_or(ours).to_owned()
}
