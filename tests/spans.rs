//! What must hold of every text filing, whatever is in it: spans rise, lie inside the file and one another, and cut exactly what
//! is printed; and no number of a statement is lost. Needs the folder of real filings; says so where it is absent.

mod common;

use std::path::PathBuf;

use tieout::{
    report::{Report, Statement},
    source::{Line, Text, lines},
    span::Span,
};

/// The text files of the real filings, the one folder below the other.
fn files() -> Vec<PathBuf> {
    let Some(root) = common::filings() else { return Vec::new() };
    let mut files = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).expect("a folder of filings").flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "txt") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

#[test]
fn every_number_of_a_statement_is_somewhere() {
    let mut lost = Vec::new();
    let files = files();
    for file in &files {
        let bytes = std::fs::read(file).expect("a filing can be read");
        let report = tieout::analyze("filing", &bytes);
        let text = Text::decode(&bytes);
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        nested(&name, &report, &bytes);
        for statement in &report.statements {
            for number in unaccounted(&report, statement, &text) {
                lost.push(format!("{name}: {number}"));
            }
        }
    }
    assert!(lost.is_empty(), "{} numbers are lost:\n{}", lost.len(), lost.join("\n"));
    println!("{} files", files.len());
}

/// Spans rise from line to line, lie inside the file and their statement, and cut the amounts as printed.
fn nested(name: &str, report: &Report, bytes: &[u8]) {
    for statement in &report.statements {
        let mut above = Span::new(statement.span.start, statement.span.start);
        assert!(statement.span.end <= bytes.len(), "{name} {}: past the end of the file", statement.id);
        for line in &statement.lines {
            // An amount in a caption is a line of its own, inside the line of the caption.
            if !above.contains(line.span) || above.is_empty() {
                assert!(line.span.start >= above.end, "{name} {}: begins before the line above ends", line.id);
                above = line.span;
            }
            assert!(statement.span.contains(line.span), "{name} {}: outside its statement", line.id);
            for cell in &line.cells {
                assert!(line.span.contains(cell.span), "{name} {}: outside its line", cell.id);
                let cut = Text::decode(&bytes[cell.span.start..cell.span.end]).content;
                assert_eq!(cut, cell.text, "{name} {}: cuts other characters", cell.id);
                assert!(!cell.text.trim().is_empty() && cell.text.trim() == cell.text, "{name} {}", cell.id);
            }
        }
    }
}

/// The numbers between the first line and the last that are no cell, in no caption and not listed as unread.
fn unaccounted(report: &Report, statement: &Statement, text: &Text) -> Vec<String> {
    let Some(first) = statement.lines.first() else { return Vec::new() };
    let inside = text.from_file(Span::new(first.span.start, statement.span.end));
    let cells = statement.lines.iter().flat_map(|l| &l.cells).map(|c| c.span);
    let mut told: Vec<Span> = cells.chain(report.unparsed.iter().map(|u| u.span)).map(|s| text.from_file(s)).collect();
    told.sort_by_key(|s| s.start);
    let mut found = Vec::new();
    for line in lines(&text.content, inside) {
        if is_page_number(line.text) {
            continue;
        }
        for number in numbers(line) {
            let cut = text.cut(number);
            let near = told.partition_point(|s| s.start <= number.start);
            let in_cell = near > 0 && told[near - 1].end >= number.end;
            // The mark of a footnote, "1,234(1)", belongs to the cell before it.
            let mark = near > 0 && is_mark(text.cut(Span::new(told[near - 1].end, number.end)));
            // An amount of a caption is a line of its own, which stands before the line whose caption holds it.
            let after = statement.lines.iter().filter(|l| text.from_file(l.span).end >= number.end);
            let in_caption = after.take(6).any(|l| l.caption.contains(cut));
            // Headings are printed again on the next page.
            let in_heading = statement.columns.iter().any(|c| c.label.contains(cut));
            if !in_cell && !mark && !in_caption && !in_heading {
                found.push(format!("{cut} in {:?}", line.text.trim()));
            }
        }
    }
    found
}

fn is_page_number(line: &str) -> bool {
    let inner = line.trim().trim_matches(|c: char| "-<>PAGEF ".contains(c));
    inner.len() <= 3 && inner.bytes().all(|b| b.is_ascii_digit())
}

/// "(1" after an amount, whose other marks may stand between.
fn is_mark(between: &str) -> bool {
    between.len() <= 8
        && between.trim_start().starts_with(['(', '['])
        && !between.contains(|c: char| c.is_ascii_punctuation() && !"()[]".contains(c))
}

/// Runs of digits with the separators between them.
fn numbers(line: Line<'_>) -> Vec<Span> {
    let bytes = line.text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while at < bytes.len() && (bytes[at].is_ascii_digit() || b",.".contains(&bytes[at])) {
            at += 1;
        }
        let run = line.text[start..at].trim_matches([',', '.']);
        if !run.is_empty() {
            let from = line.start
                + start
                + (line.text[start..at].len() - line.text[start..at].trim_start_matches([',', '.']).len());
            found.push(Span::new(from, from + run.len()));
        }
        at += usize::from(at == start);
    }
    found
}
