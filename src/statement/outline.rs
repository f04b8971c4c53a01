//! The outline of a statement: how deep each line stands and under which headings.

use super::{Line, concept::plain, likeness::stems};
use crate::{
    gather::Gather,
    order,
    phrase::{has_any, trim_end},
    table::Row,
    vocabulary::{Role, Rule, Unit},
};

/// An open heading: its words, its indentation, and that of the first line under it.
struct Open {
    words: String,
    indent: usize,
    child: Option<usize>,
    centred: bool,
}

/// Turns rows into lines with depth and path; units, amounts and concepts are filled in later.
pub fn lines(rows: &[Row]) -> Vec<Line> {
    let levels = order::distinct(rows.iter().filter(|r| !r.centred).map(|r| r.indent));
    let mut open: Vec<Open> = Vec::new();
    let mut lines = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let next = rows[at + 1..].iter().find(|r| !r.centred);
        let heads = row.is_words()
            && (row.caption.ends_with(':') || row.centred || next.is_some_and(|n| n.indent > row.indent));
        let caption = plain(&row.caption);
        close(&mut open, row, &caption, heads);
        let path = open.iter().map(|o| o.words.clone()).gather();
        if let Some(parent) = open.last_mut()
            && parent.child.is_none()
        {
            parent.child = Some(row.indent);
        }
        let role = if heads { Role::Heading } else { Role::Item };
        lines.push(Line {
            caption: row.caption.clone(),
            stems: stems(&caption),
            plain: caption,
            path,
            depth: if row.centred { 0 } else { levels.partition_point(|l| *l < row.indent).min(6) },
            role,
            unit: Unit::Money,
            concept: None,
            element: None,
            rule_above: if row.is_words() { Rule::None } else { row.rule_above },
            rule_below: row.rule_below,
            blank_above: row.blank_above,
            centred: row.centred,
            indent: row.indent,
            aside: false,
            span: row.span,
            cells: Vec::new(),
        });
        if heads {
            open.push(Open {
                words: trim_end(&row.caption, ":").to_owned(),
                indent: row.indent,
                child: None,
                centred: row.centred,
            });
        }
    }
    lines
}

/// Closes the headings that a row does not stand under.
fn close(open: &mut Vec<Open>, row: &Row, caption: &str, heads: bool) {
    if row.centred {
        open.clear();
        return;
    }
    // "Total current assets" is the last line under "Current assets", and is printed as one of it.
    while let Some(last) = open.last() {
        if last.centred {
            break;
        }
        let under = match last.child {
            None => row.indent >= last.indent,
            Some(child) if child > last.indent => row.indent > last.indent,
            // Children as far left as their heading: another heading ends them.
            Some(_) => row.indent > last.indent || row.indent == last.indent && !heads,
        };
        let totals_other = caption.strip_prefix("total ").is_some_and(|rest| !same_words(rest, &plain(&last.words)));
        if under && !(totals_other && last.child.is_some() && names_section(caption)) {
            break;
        }
        open.pop();
    }
}

/// A total whose words name a section of its own ("total assets", "total liabilities and stockholders' equity").
fn names_section(caption: &str) -> bool {
    caption.split(' ').count() > 1 && has_any(caption, "assets|liabilities|equity|revenues|expenses")
}

fn same_words(a: &str, b: &str) -> bool {
    a == b || a.starts_with(b) || b.starts_with(a)
}
