//! The list of findings: what does not tie first, what was not checked folded away but never hidden.

use crate::gather::Gather;
use crate::page::filing::Filing;
use crate::page::pen::Pen;
use crate::page::state::State;
use crate::page::stretch::{ENTRIES, List, turn, turned_to};
use crate::page::view::View;
use crate::page::words;
use crate::page::working::Working;
use crate::reading::{counts, is_finding};
use crate::report::{Check, Outcome, Severity};

use super::verdict::verdict;

pub fn findings(pen: &mut Pen, filing: &Filing, shown: Option<&str>, state: &State) {
    pen.sheet("findings-title", "Findings");
    pen.close();
    if filing.index.findings.is_empty() {
        pen.said("p", "empty", &all_ties(filing));
    }
    let mut list = List::Findings as usize;
    let mut group = |title: &str, folded: bool, of: fn(&Check) -> bool| {
        let listed = filing.findings();
        let found: Vec<_> = if folded {
            filing.report.checks.iter().filter(|check| of(check)).gather()
        } else {
            listed.filter(|check| of(check)).gather()
        };
        if !found.is_empty() {
            head(pen, title, folded, found.len());
            let part = turned_to(state.stretch, list, found.len(), ENTRIES);
            turn(pen, list, &part, found.len());
            pen.open("ol", "findings");
            for check in found.get(part).unwrap_or_default() {
                finding(pen, filing, check, shown);
            }
            pen.close();
            pen.close();
        }
        list += 1;
    };
    group("Does not tie", false, |c| c.outcome == Outcome::Broken && c.severity == Severity::Error);
    group("Does not tie: to look at", false, |c| c.outcome == Outcome::Broken && c.severity == Severity::Warning);
    group("Ties only within rounding", false, |c| c.outcome == Outcome::Rounding);
    group("Ties within rounding", true, |c| c.outcome == Outcome::Rounding && !is_finding(c));
    group("For information: not a fault by itself", true, |c| !counts(c) && c.outcome == Outcome::Broken);
    group("Not checked, and why", true, |c| c.outcome == Outcome::Unchecked);
    pen.close();
}

/// Opens a group, and draws its title.
fn head(pen: &mut Pen, title: &str, folded: bool, count: usize) {
    pen.open(if folded { "details" } else { "section" }, "group");
    if folded {
        pen.open("summary", "");
    }
    pen.open("h3", "");
    pen.text(title);
    pen.said("span", "count", &words::group(&count.to_string()));
    pen.close();
    if folded {
        pen.close();
    }
}

fn all_ties(filing: &Filing) -> String {
    let exact = filing.index.of_all.exact;
    if exact == 0 {
        return "Nothing in this file could be checked.".to_owned();
    }
    ["All ", &exact.to_string(), " checks tie."].concat()
}

fn finding(pen: &mut Pen, filing: &Filing, check: &Check, shown: Option<&str>) {
    let gap = match check.outcome {
        Outcome::Unchecked => check.reason.clone().unwrap_or_else(|| check.detail.clone()),
        _ => Working::of(filing, check).line(),
    };
    pen.open("li", "");
    let current = shown == Some(check.id.as_str());
    pen.link(&View::of_check(filing, check).fragment(), if current { "true" } else { "" });
    verdict(pen, check.outcome);
    pen.open("span", "finding-text");
    pen.said("span", "finding-title", &filing.name_of(check));
    pen.said("span", "finding-gap", &gap);
    pen.said("span", "finding-place", &place(filing, check));
    pen.close();
    pen.close();
    pen.close();
}

/// "Footing, Cash flow, 2002, line 359".
fn place(filing: &Filing, check: &Check) -> String {
    let mut said = words::rule(&check.rule);
    if let Some(amount) = filing.subject(check) {
        for part in [amount.place(), ["line ", &filing.line_of(&amount).to_string()].concat()] {
            if !part.is_empty() {
                said.push_str(", ");
                said.push_str(&part);
            }
        }
    }
    said
}
