//! The list of findings: what does not tie first, what was not checked folded away but never hidden.

use crate::gather::Gather;
use crate::page::filing::Filing;
use crate::page::pen::Pen;
use crate::page::review::{Filter, Review};
use crate::page::state::State;
use crate::page::stretch::{List, at_once, turn, turned_to};
use crate::page::view::View;
use crate::page::words;
use crate::page::working::Working;
use crate::reading::is_finding;
use crate::report::{Check, Outcome, Severity, counts};

use super::verdict::of_check;

pub fn findings(pen: &mut Pen, filing: &Filing, shown: Option<&str>, state: &State) {
    pen.sheet("findings-title", "Findings");
    pen.close();
    pen.said("p", "in-short", &in_short(filing));
    ways(pen, filing, state);
    let mut list = List::Findings as usize;
    let mut group = |title: &str, folded: bool, of: fn(&Check) -> bool| {
        let listed = filing.findings();
        let found: Vec<_> = if folded {
            filing.aside().filter(|check| of(check)).gather()
        } else {
            listed.filter(|check| of(check)).gather()
        };
        let found: Vec<_> = found.into_iter().filter(|check| state.lists(check)).gather();
        if !found.is_empty() {
            head(pen, title, folded, found.len());
            let part = turned_to(state.stretch, list, found.len(), at_once(found.len()));
            turn(pen, list, &part, found.len());
            let mut within = None;
            for check in found.get(part).unwrap_or_default() {
                if within != Some(&check.statement) {
                    if within.is_some() {
                        pen.close();
                    }
                    pen.said("h4", "", &statement_of(filing, check));
                    pen.open("ol", "findings");
                    within = Some(&check.statement);
                }
                finding(pen, filing, check, shown, &state.review);
            }
            if within.is_some() {
                pen.close();
            }
            pen.close();
        }
        list += 1;
    };
    group("Does not tie", false, |c| c.outcome == Outcome::Broken && c.severity == Severity::Error);
    group("Does not tie, and may have a reason", false, |c| {
        c.outcome == Outcome::Broken && c.severity == Severity::Warning
    });
    group("Ties only within rounding", false, |c| c.outcome == Outcome::Rounding);
    group("Ties within rounding", true, |c| c.outcome == Outcome::Rounding && !is_finding(c));
    group("For information: not a fault by itself", true, |c| {
        !counts(c) && matches!(c.outcome, Outcome::Broken | Outcome::Unchecked)
    });
    group("Not checked, and why", true, |c| counts(c) && c.outcome == Outcome::Unchecked);
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

/// The verdict in one sentence.
pub fn in_short(filing: &Filing) -> String {
    let tally = filing.index.of_all;
    let (made, number) = (tally.checked(), |n: usize| words::group(&n.to_string()));
    let mut said = match (made, tally.broken, tally.rounding) {
        (0, ..) => "Nothing in this file could be checked".to_owned(),
        (_, 0, 0) => ["All ", &number(made), " checks tie"].concat(),
        (_, 0, _) => {
            ["All ", &number(made), " checks tie, ", &number(tally.rounding), " of them within rounding"].concat()
        }
        (_, 1, _) => ["One of ", &number(made), " checks does not tie"].concat(),
        (_, broken, _) => [&number(broken), " of ", &number(made), " checks do not tie"].concat(),
    };
    if tally.unchecked > 0 && made > 0 {
        said.push_str(&["; ", &number(tally.unchecked), " could not be made"].concat());
    }
    said.push('.');
    if filing.report.strict {
        said.push_str(" Strict: rounding counts as broken.");
    }
    said
}

/// Which findings to list, what was reviewed of them, and whether that is kept.
fn ways(pen: &mut Pen, filing: &Filing, state: &State) {
    let review = &state.review;
    pen.open("div", "ways");
    if filing.findings().next().is_some() {
        choice(pen, filing, review);
    } else {
        pen.nothing();
    }
    if review.can_undo() {
        pen.button("", "undo");
        pen.text("Undo");
        pen.close();
    } else {
        pen.nothing();
    }
    pen.button("keep", if state.keeping { "forget" } else { "keep" });
    pen.set("aria-pressed", if state.keeping { "true" } else { "false" });
    pen.text("Keep reviews on this device");
    pen.close();
    if state.keeping {
        pen.button("", "forget");
        pen.text("Forget what is kept");
        pen.close();
    } else {
        pen.nothing();
    }
    pen.close();
    if filing.findings().next().is_some() && !filing.findings().any(|check| state.lists(check)) {
        pen.said("p", "empty", "No finding is left in this list.");
    } else {
        pen.nothing();
    }
}

/// Which findings to list.
fn choice(pen: &mut Pen, filing: &Filing, review: &Review) {
    pen.open("div", "choice");
    pen.set("role", "group");
    pen.set("aria-label", "List the findings");
    for (filter, act, word) in [
        (Filter::All, "all", "All"),
        (Filter::Open, "open", "To review"),
        (Filter::Reviewed, "reviewed", "Reviewed"),
        (Filter::Noted, "noted", "With a note"),
    ] {
        let count = filing.findings().filter(|check| review.passes(filter, &check.id)).count();
        pen.button("", act);
        pen.set("aria-pressed", if review.filter == filter { "true" } else { "false" });
        pen.text(&[word, " ", &count.to_string()].concat());
        pen.close();
    }
    pen.close();
}

/// The statement a finding belongs to, by name.
fn statement_of(filing: &Filing, check: &Check) -> String {
    let statement = check.statement.as_deref().and_then(|id| filing.statement(id));
    let claim = check.reported.as_deref().and_then(|id| filing.amount(id)).is_some();
    statement.map_or_else(|| if claim { "Text" } else { "The filing as a whole" }.to_owned(), words::short)
}

fn finding(pen: &mut Pen, filing: &Filing, check: &Check, shown: Option<&str>, review: &Review) {
    let gap = match check.outcome {
        Outcome::Unchecked => check.reason.clone().unwrap_or_else(|| check.detail.clone()),
        _ => Working::of(filing, check).line(),
    };
    pen.open("li", "");
    pen.set("data-check", &check.id);
    let current = shown == Some(check.id.as_str());
    pen.link(&View::of_check(filing, check).fragment(), if current { "true" } else { "" });
    of_check(pen, check);
    pen.open("span", "finding-text");
    pen.said("span", "finding-title", &filing.name_of(check));
    pen.said("span", "finding-gap", &gap);
    pen.said("span", "finding-place", &place(filing, check));
    if !review.note_of(&check.id).is_empty() {
        pen.said("span", "finding-note", &["Note: ", review.note_of(&check.id)].concat());
    }
    pen.close();
    pen.close();
    pen.button("review", "");
    pen.set("data-review", &check.id);
    pen.set("aria-pressed", if review.is_reviewed(&check.id) { "true" } else { "false" });
    pen.set("aria-label", &["Reviewed: ", &filing.name_of(check)].concat());
    pen.text("Reviewed");
    pen.close();
    pen.close();
}

/// "Footing, Cash flow, 2002, line 359".
pub fn place(filing: &Filing, check: &Check) -> String {
    let mut said = words::rule(&check.rule);
    if let Some(amount) = filing.subject(check) {
        for part in [amount.place(), ["line ", &filing.line_of(&amount).to_string()].concat()] {
            if !part.is_empty() {
                said.push_str(", ");
                said.push_str(&part);
            }
        }
    }
    let also = filing.also(check);
    if !also.is_empty() {
        said.push_str("; ");
        said.push_str(&also);
    }
    said
}
