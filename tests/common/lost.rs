//! The numbers that stand in a statement and are found nowhere in its report.

use tieout::{
    report::{Report, Statement},
    source::{Filing, Line, lines},
    span::Span,
};

/// The numbers of all statements that are no cell, in no caption, heading or title and not listed as unread.
pub fn numbers(report: &Report, filing: &Filing) -> Vec<String> {
    report.statements.iter().flat_map(|s| in_statement(report, s, filing)).collect()
}

/// Looks at the lines from the first row of a statement to its last.
fn in_statement(report: &Report, statement: &Statement, filing: &Filing) -> Vec<String> {
    let text = &filing.text;
    let Some(first) = statement.lines.first() else { return Vec::new() };
    let inside = text.from_file(Span::new(first.span.start, statement.span.end));
    // Another statement may stand beside it.
    let cells = report.statements.iter().flat_map(|s| &s.lines).flat_map(|l| &l.cells).map(|c| c.span);
    let mut told: Vec<Span> = cells.chain(report.unparsed.iter().map(|u| u.span)).map(|s| text.from_file(s)).collect();
    told.sort_by_key(|s| s.start);
    let mut ends: Vec<usize> = statement.lines.iter().map(|l| text.from_file(l.span).end).collect();
    ends.sort_unstable();
    let in_grid = |at: usize| {
        let next = filing.grids.partition_point(|g| g.span.end <= at);
        filing.grids.get(next).is_some_and(|g| g.span.start <= at)
    };
    let of_grids = in_grid(inside.start);
    let mut found = Vec::new();
    for line in lines(&text.content, inside) {
        // Between two tables of HTML that are one statement stand the heads and feet of pages and prose, no amounts of the tables.
        if is_page_number(line.text) || of_grids && !in_grid(line.start) {
            continue;
        }
        for number in runs(line.text) {
            let number = Span::new(line.start + number.start, line.start + number.end);
            let cut = text.cut(number);
            let near = told.partition_point(|s| s.start <= number.start);
            let in_cell = near > 0 && told[near - 1].end >= number.end;
            // The mark of a footnote, "1,234(1)", belongs to the cell before it.
            let mark = near > 0 && is_mark(text.cut(Span::new(told[near - 1].end, number.end)));
            // An amount of a caption is a line of its own, which stands before the line whose caption holds it.
            let at = ends.partition_point(|end| *end < number.end);
            let in_caption = statement.lines[at..].iter().take(6).any(|l| holds(&l.caption, cut));
            // Headings are printed again on the next page.
            let in_heading = statement.columns.iter().any(|c| holds(&c.label, cut));
            if !in_cell && !mark && !in_caption && !in_heading {
                found.push(format!("{} {}: {cut} in {:?}", statement.id, statement.title, shown(line, number)));
            }
        }
    }
    found
}

/// The words around a number.
fn shown(line: Line<'_>, number: Span) -> String {
    let at = number.start - line.start;
    let start = line.text[..at].char_indices().rev().nth(60).map_or(0, |(i, _)| i);
    let end = line.text[at..].char_indices().nth(60).map_or(line.text.len(), |(i, _)| at + i);
    line.text[start..end].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number as a whole, not as a part of another.
fn holds(words: &str, number: &str) -> bool {
    words.contains(number) && runs(words).any(|r| &words[r.start..r.end] == number)
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
fn runs(line: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    line.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').filter_map(move |run| {
        let start = at + (run.len() - run.trim_start_matches([',', '.']).len());
        let inner = run.trim_matches([',', '.']);
        at += run.len();
        // What parts two runs may be a character of several bytes.
        at += line[at..].chars().next().map_or(0, char::len_utf8);
        (!inner.is_empty()).then(|| Span::new(start, start + inner.len()))
    })
}
