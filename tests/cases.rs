//! Short filings about invented companies, each with what must be found in it, in one text file.
//!
//! A case is `tests/cases/NAME.txt`: a first line that says what it shows, the filing, a line `=== drawn`, and the report
//! drawn as a person would. `TIEOUT_ACCEPT=1 cargo test --test cases` writes the drawings anew; read them line by line before
//! you commit them.

mod common;

use std::{fs, path::Path};

const MARK: &str = "=== drawn\n";

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("tests/cases")
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 8, "cases are missing");
    let mut failed = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).expect("a case is UTF-8");
        let (filing, expected) = text.split_once(MARK).unwrap_or((&text, ""));
        let body = filing.split_once('\n').map_or("", |(_, body)| body);
        if !compare(file, filing, body.as_bytes(), expected) {
            failed.push(file.file_name().unwrap_or_default().to_owned());
        }
    }
    println!("{} cases", files.len());
    assert!(failed.is_empty(), "these cases are drawn otherwise: {failed:?}");
}

fn compare(file: &Path, filing: &str, body: &[u8], expected: &str) -> bool {
    let report = tieout::analyze("case", body);
    common::assert_sound(&report, body);
    let lost = common::lost::numbers(&report, &tieout::source::read(body));
    assert!(lost.is_empty(), "{}: nowhere in the report: {lost:?}", file.display());
    let drawn = common::draw::draw(&report, body);
    if drawn == expected {
        return true;
    }
    if std::env::var_os("TIEOUT_ACCEPT").is_some() {
        fs::write(file, format!("{filing}{MARK}{drawn}")).expect("tests/cases can be written");
        return true;
    }
    println!("--- {} expected", file.display());
    println!("{expected}\n--- found\n{drawn}");
    false
}

/// The page's own sample, which has one instructive mismatch of each main kind.
#[test]
fn the_sample_of_the_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sample = fs::read_dir(root.join("www/samples"))
        .expect("www/samples")
        .flatten()
        .map(|e| e.path())
        .find(|p| p.extension().is_some_and(|e| e == "txt"));
    let bytes = fs::read(sample.expect("a sample")).expect("the sample can be read");
    let file = root.join("tests/golden/sample.drawn");
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        compare(&file, "", &bytes, expected.strip_prefix(MARK).unwrap_or(&expected)),
        "the sample is drawn otherwise"
    );
}
