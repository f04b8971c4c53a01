//! The list of findings: what does not tie first, what was not checked folded away but never hidden.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::filing::Filing;
use crate::page::index::{counts, is_finding};
use crate::page::view::View;
use crate::page::words;
use crate::page::working::Working;
use crate::report::{Check, Outcome, Severity};

use super::verdict::verdict;

pub fn findings(filing: &Rc<Filing>, check: Option<&str>) -> Html {
    let group = |title: &'static str, of: fn(&Check) -> bool| {
        let found: Vec<_> = filing.findings().filter(|check| of(check)).collect();
        if found.is_empty() {
            return Html::default();
        }
        html! {
            <section class="group">
                <h3>{ title }<span class="count">{ found.len() }</span></h3>
                <ol class="findings">{ for found.iter().map(|found| finding(filing, found, check)) }</ol>
            </section>
        }
    };
    let folded = |title: &'static str, of: fn(&Check) -> bool| {
        let found: Vec<_> = filing.report.checks.iter().filter(|check| of(check)).collect();
        if found.is_empty() {
            return Html::default();
        }
        html! {
            <details class="group">
                <summary><h3>{ title }<span class="count">{ found.len() }</span></h3></summary>
                <ol class="findings">{ for found.iter().map(|found| finding(filing, found, check)) }</ol>
            </details>
        }
    };
    let none = filing.index.findings.is_empty().then(|| all_ties(filing));
    html! {
        <section class="sheet" aria-labelledby="findings-title">
            <header class="statement-head"><h2 id="findings-title">{ "Findings" }</h2></header>
            if let Some(said) = none { <p class="empty">{ said }</p> }
            { group("Does not tie", |c| c.outcome == Outcome::Broken && c.severity == Severity::Error) }
            { group("Does not tie: to look at", |c| c.outcome == Outcome::Broken && c.severity == Severity::Warning) }
            { group("Ties only within rounding", |c| c.outcome == Outcome::Rounding) }
            { folded("Ties within rounding", |c| c.outcome == Outcome::Rounding && !is_finding(c)) }
            { folded("For information: not a fault by itself", |c| !counts(c) && c.outcome == Outcome::Broken) }
            { folded("Not checked, and why", |c| c.outcome == Outcome::Unchecked) }
        </section>
    }
}

fn all_ties(filing: &Filing) -> String {
    let exact = filing.index.of_all.exact;
    if exact == 0 {
        return "Nothing in this file could be checked.".to_owned();
    }
    format!("All {exact} checks tie.")
}

fn finding(filing: &Rc<Filing>, check: &Check, shown: Option<&str>) -> Html {
    let href = ["#", &View::of_check(filing, check).fragment()].concat();
    let gap = match check.outcome {
        Outcome::Unchecked => check.reason.clone().unwrap_or_else(|| check.detail.clone()),
        _ => Working::of(filing, check).line(),
    };
    let name = filing.subject(check).map_or_else(|| check.title.clone(), |amount| amount.name());
    html! {
        <li key={check.id.clone()}>
            <a {href} aria-current={(shown == Some(check.id.as_str())).then_some("true")}>
                { verdict(check.outcome) }
                <span class="finding-text">
                    <span class="finding-title">{ name }</span>
                    <span class="finding-gap">{ gap }</span>
                    <span class="finding-place">{ place(filing, check) }</span>
                </span>
            </a>
        </li>
    }
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
