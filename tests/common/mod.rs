//! Where the real filings are, and how tests look things up in a report.

#![allow(dead_code, reason = "each test file uses some of these")]

pub mod draw;
pub mod generate;
pub mod lost;
pub mod named;
pub mod record;
pub mod walk;

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use rust_decimal::Decimal;
use tieout::{
    report::{Cell, Check, Line, Outcome, Report, Statement, StatementKind},
    span::Span,
};

/// The folder of real filings: `TIEOUT_FILINGS`, or `../shared/filings` beside the project. `None` in a stranger's clone.
pub fn filings() -> Option<PathBuf> {
    let folder = std::env::var_os("TIEOUT_FILINGS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/filings"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    // In CI a folder that was named, or the shared one that should hold it, must not be missed in silence.
    let expected = std::env::var_os("TIEOUT_FILINGS").is_some() || folder.parent().is_some_and(Path::is_dir);
    assert!(std::env::var_os("CI").is_none() || !expected, "{} should be here and is not", folder.display());
    say(&format!("NO REAL FILINGS: {} is absent; only the project's own cases are tested", folder.display()));
    None
}

/// Speaks past the test runner, which keeps what passing tests print to itself.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A report on one of the real filings.
pub fn real(path: &str) -> Option<(Report, Vec<u8>)> {
    let file = filings()?.join(path);
    let bytes = std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    say(&format!("REAL FILING {path}"));
    Some((tieout::analyze(path, &bytes), bytes))
}

/// The first statement of a kind, as `n`th from 0.
#[track_caller]
pub fn statement(report: &Report, kind: StatementKind, n: usize) -> &Statement {
    report.statements.iter().filter(|s| s.kind == kind).nth(n).expect("a statement of that kind")
}

/// The lines whose caption begins so.
pub fn lines<'s>(statement: &'s Statement, caption: &str) -> Vec<&'s Line> {
    statement.lines.iter().filter(|l| l.caption.starts_with(caption)).collect()
}

#[track_caller]
pub fn line<'s>(statement: &'s Statement, caption: &str) -> &'s Line {
    let found = lines(statement, caption);
    assert_eq!(found.len(), 1, "lines that begin with {caption:?}");
    found[0]
}

pub fn cell<'r>(report: &'r Report, id: &str) -> Option<&'r Cell> {
    report.statements.iter().flat_map(|s| &s.lines).flat_map(|l| &l.cells).find(|c| c.id == id)
}

/// Where a cell or a claim is printed.
pub fn span_of(report: &Report, id: &str) -> Option<Span> {
    cell(report, id).map(|c| c.span).or_else(|| report.claims.iter().find(|c| c.id == id).map(|c| c.span))
}

/// The line that holds a cell.
pub fn line_of<'r>(report: &'r Report, cell: &str) -> Option<&'r Line> {
    report.statements.iter().flat_map(|s| &s.lines).find(|l| l.cells.iter().any(|c| c.id == cell))
}

pub fn of<'r>(report: &'r Report, rule: &str) -> Vec<&'r Check> {
    report.checks.iter().filter(|c| c.rule == rule).collect()
}

pub fn count(report: &Report, rule: &str, outcome: Outcome) -> usize {
    of(report, rule).into_iter().filter(|c| c.outcome == outcome).count()
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// The characters of a stretch of a file as a reader sees them, blanks left out: an amount in HTML may be parted by tags.
fn printed(bytes: &[u8]) -> String {
    const REFERENCES: [(&str, &str); 8] = [
        ("&#8212;", "—"),
        ("&#151;", "—"),
        ("&mdash;", "—"),
        ("&#160;", " "),
        ("&nbsp;", " "),
        ("&#47;", "/"),
        ("&lt;", "‹"),
        ("&gt;", "›"),
    ];
    let mut text = tieout::source::Text::decode(bytes).content;
    for (reference, c) in REFERENCES {
        if text.contains('&') {
            text = text.replace(reference, c);
        }
    }
    let mut shown = String::new();
    let mut tag = false;
    for c in text.chars() {
        match c {
            '<' => tag = true,
            '>' if tag => tag = false,
            c if tag || c.is_whitespace() => {}
            '‹' => shown.push('<'),
            '›' => shown.push('>'),
            c => shown.push(c),
        }
    }
    shown
}

/// What holds for the report of any file: spans lie in the file, rise, nest, and cut exactly the printed amount; ids are
/// unique; checks name cells and claims that exist.
#[track_caller]
pub fn assert_sound(report: &Report, bytes: &[u8]) {
    let mut ids = std::collections::HashSet::new();
    let mut above = Span::default();
    for statement in &report.statements {
        assert!(statement.span.end <= bytes.len(), "{}: span past the end", statement.id);
        // Two statements side by side stand on the same lines.
        let beside = statement.span == above;
        assert!(
            beside || statement.span.start >= above.end,
            "{}: begins before the statement above ends",
            statement.id
        );
        above = statement.span;
        let document = report.documents.iter().find(|d| d.span.contains(statement.span));
        assert!(document.is_some(), "{}: in no document", statement.id);
        // The lines of the right side of an account stand beside those of the left.
        let mut places: Vec<Span> = statement.lines.iter().map(|l| l.span).collect();
        places.sort();
        assert!(places.windows(2).all(|s| s[0].end <= s[1].start), "{}: lines overlap", statement.id);
        for line in &statement.lines {
            assert!(statement.span.contains(line.span), "{}: outside its statement", line.id);
            let mut spans: Vec<Span> = line.cells.iter().map(|c| c.span).collect();
            // An amount that slipped to the line below stands after those at its right.
            spans.sort();
            assert!(spans.windows(2).all(|s| s[0].end <= s[1].start), "{}: cells overlap", line.id);
            for cell in &line.cells {
                assert!(ids.insert(cell.id.clone()), "{} twice", cell.id);
                assert!(line.span.contains(cell.span), "{}: outside its line", cell.id);
                assert_eq!(
                    printed(&bytes[cell.span.start..cell.span.end]),
                    cell.text.replace(' ', ""),
                    "{}: the span cuts other characters",
                    cell.id
                );
                assert!(statement.columns.iter().any(|c| c.id == cell.column), "{}: no such column", cell.id);
            }
        }
    }
    for claim in &report.claims {
        assert!(ids.insert(claim.id.clone()), "{} twice", claim.id);
        assert!(claim.span.end <= bytes.len() && !claim.span.is_empty(), "{}: span", claim.id);
    }
    let mut checks = std::collections::HashSet::new();
    for check in &report.checks {
        assert!(checks.insert(&check.id), "{} twice", check.id);
        for name in check
            .reported
            .iter()
            .chain(check.terms.iter().map(|t| &t.cell))
            .chain(check.suspects.iter().map(|s| &s.cell))
        {
            assert!(ids.contains(name), "{}: names {name}, which is nothing", check.id);
        }
        if check.outcome == Outcome::Unchecked {
            assert!(check.reason.as_ref().is_some_and(|r| !r.is_empty()), "{}: unchecked without a reason", check.id);
        }
        assert!(!check.detail.is_empty(), "{}: says nothing", check.id);
    }
}
