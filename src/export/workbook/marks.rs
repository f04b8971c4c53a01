//! What a cell says of the checks of its amount: a colour, and a comment with the figures.

use std::{collections::BTreeMap, fmt::Write};

use super::places::Places;
use crate::report::{Check, Outcome, Report, Severity, Suspect};

/// In the order of weight: a cell shows the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// An equation of it is broken, and matters.
    Broken,
    /// Changed alone, it would make broken checks tie.
    Suspect,
    /// Something differs that may have its reasons.
    Differs,
    /// Off by no more than rounding explains.
    Rounding,
}

#[derive(Default)]
pub struct Marks<'r> {
    by_id: BTreeMap<&'r str, (Mark, String)>,
}

impl<'r> Marks<'r> {
    pub fn of(report: &'r Report, places: &Places<'r>) -> Self {
        let mut marks = Self::default();
        for check in &report.checks {
            let mark = match (check.outcome, check.severity) {
                (Outcome::Broken, Severity::Error) => Mark::Broken,
                (Outcome::Broken, _) => Mark::Differs,
                (Outcome::Rounding, _) => Mark::Rounding,
                _ => continue,
            };
            if let Some(id) = &check.reported {
                marks.add(id, mark, &comment(check, places));
            }
            if let Some(suspect) = check.suspects.first().filter(|_| mark == Mark::Broken) {
                marks.add(&suspect.cell, Mark::Suspect, &["Likely the wrong figure: ", &repair(suspect)].concat());
            }
        }
        marks
    }

    pub fn on(&self, id: &str) -> Option<&(Mark, String)> {
        self.by_id.get(id)
    }

    fn add(&mut self, id: &'r str, mark: Mark, said: &str) {
        let (worst, comment) = self.by_id.entry(id).or_insert((mark, String::new()));
        *worst = mark.min(*worst);
        if comment.contains(said) || comment.len() > 4000 {
            return;
        }
        if !comment.is_empty() {
            comment.push_str("\n\n");
        }
        comment.push_str(said);
    }
}

fn comment(check: &Check, places: &Places) -> String {
    let mut out = [&check.title, ".\n", &check.detail].concat();
    let spot = check.reported.as_ref().and_then(|id| places.spot(id));
    // In the units of the page, as all amounts of the sheet.
    let unit = spot.and_then(super::places::Spot::unit);
    let figure = |number| unit.and_then(|unit| crate::exact::div(number, unit)).unwrap_or(number).normalize();
    if let (Some(spot), Some(computed), Some(difference)) = (spot, check.computed, check.difference) {
        let (computed, difference) = (figure(computed), figure(difference));
        let _ = write!(out, "\nPrinted {}, computed {computed}, difference {difference}.", spot.cell.text);
    }
    if let Some(suspect) = check.suspects.first() {
        let place = places.spot(&suspect.cell).map(|spot| places.across(spot)).unwrap_or_default();
        out.push_str(&["\nLikely: ", &place, ": ", &repair(suspect)].concat());
    }
    out
}

/// What a suspect should read.
pub fn repair(suspect: &Suspect) -> String {
    let checks = if suspect.equations_fixed == 1 { "check" } else { "checks" };
    format!("if it read {}, {} {checks} would tie ({}).", suspect.suggested, suspect.equations_fixed, suspect.why)
}
