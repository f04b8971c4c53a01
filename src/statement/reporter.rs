//! The company that is named above a statement. A filing may hold those of several: a parent and its subsidiaries.

use super::Statement;
use crate::{
    gather::{Gather, PushAll},
    phrase::{after, begins, closes, cut, has_any, is_any, is_capital, trim},
};

/// A longer line is a sentence.
const LONG: usize = 70;
/// Words by which a line is known for the name of a company.
const FORMS: &str = "inc|corp|corporation|incorporated|company|companies|co|ltd|limited|llc|plc|lp|l.p|l.l.c|n.v|s.a|bancorp|\
    bancorporation|bancshares|partnership|trust|partners|associates|holdings|industries|group|fund";
/// Words that are no part of what tells one company from another.
const PLAIN: &str = "the|and|&|of|subsidiaries|subsidiary|consolidated|combined|affiliates|its|sub";

/// The company named in the lines above a table: the one nearest above the line that names the statement, or the first below it.
pub fn above(lines: &[&str], named_at: Option<usize>) -> Option<String> {
    let (over, under) = lines.split_at(named_at.unwrap_or(lines.len()).min(lines.len()));
    over.iter().rev().chain(under).find_map(|line| company(line))
}

/// The name of the company that a line consists of, without its subsidiaries; `None` for any other line.
pub fn company(line: &str) -> Option<String> {
    let named = cut(line, 0, line.find('(').unwrap_or(line.len())).trim();
    let parent = has_any(&after(line, named.len()).to_ascii_lowercase(), "parent");
    if named.len() > LONG || named.is_empty() {
        return None;
    }
    let lower = named.to_ascii_lowercase();
    if has_any(&lower, "statement|balance sheet|schedule|notes to|report of|summary|table of|reconciliation|exhibit") {
        return None;
    }
    let words: Vec<&str> = named.split(' ').gather();
    let as_names = |w: &&str| {
        w.starts_with(|c: char| is_capital(c) || c.is_ascii_digit() || c == '&') || is_any(w, "of|and|the|de|for|in")
    };
    if !words.iter().all(as_names) || closes(named, ":;") {
        return None;
    }
    let tail = words.iter().rposition(|w| is_any(bare(w).as_str(), "and|&")).filter(|at| *at > 0);
    let is_tail = |at: &usize| words[*at..].iter().any(|w| begins(bare(w).as_str(), "subsidiar|affiliate"));
    let tail = tail.filter(is_tail);
    let own = &words[..tail.unwrap_or(words.len())];
    let formed = own.iter().any(|w| is_any(bare(w).as_str(), FORMS));
    if !formed && tail.is_none() || distinct(own).is_empty() {
        return None;
    }
    let mut name = trim(&own.join(" "), ", ").to_owned();
    if parent {
        name.push_str(" (parent)");
    }
    Some(name)
}

/// A word without case and the marks around it.
fn bare(word: &str) -> String {
    trim(word, ".,;:*\"").to_ascii_lowercase()
}

/// The words that tell a company from others.
fn distinct(words: &[&str]) -> Vec<String> {
    words.iter().map(|w| bare(w)).filter(|w| !is_any(w, FORMS) && !is_any(w, PLAIN) && !is_any(w, "parent|")).gather()
}

/// Whether two names are of one company: `Acme Corp.`, `ACME CORPORATION`.
pub fn same(a: &str, b: &str) -> bool {
    let of = |name: &str| distinct(&name.split(' ').gather());
    has_any(a, "(parent)") == has_any(b, "(parent)") && of(a) == of(b)
}

/// Where statements of several companies are told apart by their names alone, their titles say whose they are.
pub fn set_apart(statements: &mut [Statement]) {
    let mut names: Vec<&str> = Vec::new();
    for statement in statements.iter().filter(|s| s.kind.is_primary()) {
        let new = statement.reporter.as_deref().filter(|name| !names.iter().any(|known| same(known, name)));
        names.push_all(new);
    }
    if names.len() < 2 || names.len() > 12 {
        return;
    }
    for statement in statements.iter_mut().filter(|s| s.kind.is_primary()) {
        if let Some(name) = &statement.reporter {
            statement.title = [name, statement.title.as_str()].join(" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_companies() {
        let of = |line: &str| company(line).unwrap_or_default();
        assert_eq!(of("ALPHA POWER COMPANY"), "ALPHA POWER COMPANY");
        assert_eq!(of("Dunmere Optical Corp. and Subsidiaries"), "Dunmere Optical Corp.");
        assert_eq!(of("TARN & BECK, INC. AND SUBSIDIARY COMPANIES"), "TARN & BECK, INC.");
        assert_eq!(of("Overby Tanneries and Consolidated Subsidiaries"), "Overby Tanneries");
        assert_eq!(of("KETTLEBY CHAIRS, INC. (a Delaware corporation)"), "KETTLEBY CHAIRS, INC.");
        assert_eq!(of("KETTLEBY CHAIRS, INC. (Parent Company Only)"), "KETTLEBY CHAIRS, INC. (parent)");
        for other in [
            "CONSOLIDATED BALANCE SHEETS",
            "The Company",
            "Parent Company",
            "Guarantor Subsidiaries",
            "Table of Contents",
            "(in thousands)",
            "Income of the Company:",
            "We acquired Alpha Power Company",
            "December 31, 1998",
        ] {
            assert_eq!(company(other), None, "{other}");
        }
    }

    #[test]
    fn one_company_or_two() {
        assert!(same("ALPHA POWER COMPANY", "Alpha Power Co.") && !same("ALPHA POWER COMPANY", "BETA POWER COMPANY"));
        assert!(same("The Acme Corporation", "ACME CORP") && !same("ACME CORP", "ACME CORP (parent)"));
    }

    #[test]
    fn the_nearest_above_the_title() {
        let lines = ["ALPHA POWER COMPANY", "BETA POWER COMPANY", "BALANCE SHEET", "GAMMA CO."];
        assert_eq!(above(&lines, Some(2)).as_deref(), Some("BETA POWER COMPANY"));
        assert_eq!(above(&lines[2..], Some(0)).as_deref(), Some("GAMMA CO."));
        assert_eq!(above(&["BALANCE SHEET"], Some(0)), None);
    }
}
