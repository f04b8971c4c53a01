//! Where everything is: from an id to the thing it names, and from an amount to the checks it takes part in.

use std::collections::BTreeMap;

use crate::order;
use crate::report::{Check, Outcome, Report, Severity};

/// Where the amount that an id names stands in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Cell { statement: usize, line: usize, cell: usize },
    Claim(usize),
}

#[derive(Debug, Default)]
pub struct Index {
    amounts: BTreeMap<String, At>,
    checks: BTreeMap<String, usize>,
    /// For each amount its checks, the one to show first at the front.
    uses: BTreeMap<String, Vec<usize>>,
    /// The checks that say whether an amount is right, summed up: the mark beside it.
    verdicts: BTreeMap<String, Outcome>,
    /// What a reader should look at, worst first.
    pub findings: Vec<usize>,
    /// How the checks came out, for each statement by its id, and for the text.
    pub of_statement: BTreeMap<String, Tally>,
    pub of_text: Tally,
    pub of_all: Tally,
}

/// How many checks came out each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub exact: usize,
    pub rounding: usize,
    pub broken: usize,
    pub unchecked: usize,
}

impl Tally {
    fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Exact => &mut self.exact,
            Outcome::Rounding => &mut self.rounding,
            Outcome::Broken => &mut self.broken,
            Outcome::Unchecked => &mut self.unchecked,
        } += 1;
    }

    pub fn each(self) -> [(Outcome, usize); 4] {
        [
            (Outcome::Exact, self.exact),
            (Outcome::Rounding, self.rounding),
            (Outcome::Broken, self.broken),
            (Outcome::Unchecked, self.unchecked),
        ]
    }

    pub fn checked(self) -> usize {
        self.exact + self.rounding + self.broken
    }

    /// The worst that came of the checks, and how often.
    pub fn worst(self) -> Option<(Outcome, usize)> {
        let each = self.each();
        let there = each.into_iter().filter(|(_, count)| *count > 0);
        there.min_by_key(|(outcome, _)| weight(*outcome))
    }
}

impl Index {
    pub fn of(report: &Report) -> Self {
        let mut index = Self::default();
        for (s, statement) in report.statements.iter().enumerate() {
            for (l, line) in statement.lines.iter().enumerate() {
                for (c, cell) in line.cells.iter().enumerate() {
                    index.amounts.insert(cell.id.clone(), At::Cell { statement: s, line: l, cell: c });
                }
            }
        }
        for (at, claim) in report.claims.iter().enumerate() {
            index.amounts.insert(claim.id.clone(), At::Claim(at));
        }
        for (at, check) in report.checks.iter().enumerate() {
            index.checks.insert(check.id.clone(), at);
            for id in amounts_of(check) {
                let uses = index.uses.entry(id.to_owned()).or_default();
                if uses.last() != Some(&at) {
                    uses.push(at);
                }
            }
            if counts(check) {
                index.tally(report, check);
            }
            if let Some(reported) = check.reported.as_ref().filter(|_| counts(check)) {
                let verdict = index.verdicts.entry(reported.clone()).or_insert(check.outcome);
                if weight(check.outcome) < weight(*verdict) {
                    *verdict = check.outcome;
                }
            }
        }
        for (id, uses) in &mut index.uses {
            *uses = order::by_key(std::mem::take(uses), |&at| report.checks.get(at).map_or(0, |check| rank(check, id)));
        }
        let finding = |&at: &usize| report.checks.get(at).is_some_and(is_finding);
        index.findings = (0..report.checks.len()).filter(finding).collect();
        let key = |&at: &usize| {
            let Some(check) = report.checks.get(at) else { return 0 };
            let place = check.reported.as_ref().and_then(|id| position(report, index.amounts.get(id).copied()?));
            // Severity first, then outcome, then the place in the file.
            (u64::from(check.severity as u8) << 60)
                + (u64::from(weight(check.outcome)) << 56)
                + place.map_or(0, |p| p as u64 + 1)
        };
        index.findings = order::by_key(std::mem::take(&mut index.findings), key);
        index
    }

    /// Counts a check where its amount stands.
    fn tally(&mut self, report: &Report, check: &Check) {
        self.of_all.add(check.outcome);
        let owner = match check.reported.as_ref().and_then(|id| self.amounts.get(id)) {
            Some(At::Cell { statement, .. }) => report.statements.get(*statement).map(|statement| &statement.id),
            Some(At::Claim(_)) => None,
            None => check.statement.as_ref(),
        };
        match owner {
            Some(id) => self.of_statement.entry(id.clone()).or_default().add(check.outcome),
            None => self.of_text.add(check.outcome),
        }
    }

    pub fn at(&self, id: &str) -> Option<At> {
        self.amounts.get(id).copied()
    }

    pub fn check(&self, id: &str) -> Option<usize> {
        self.checks.get(id).copied()
    }

    pub fn checks_of(&self, id: &str) -> &[usize] {
        self.uses.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn verdict(&self, id: &str) -> Option<Outcome> {
        self.verdicts.get(id).copied()
    }
}

/// Whether a check counts: what is only for information is listed, and stands in no tally.
pub fn counts(check: &Check) -> bool {
    check.severity != Severity::Info
}

/// Whether a check belongs in the list of findings: what does not tie, and what ties only because figures are rounded.
pub fn is_finding(check: &Check) -> bool {
    counts(check) && matches!(check.outcome, Outcome::Broken | Outcome::Rounding)
}

fn amounts_of(check: &Check) -> impl Iterator<Item = &str> {
    let terms = check.terms.iter().map(|term| term.cell.as_str());
    let suspects = check.suspects.iter().map(|suspect| suspect.cell.as_str());
    check.reported.as_deref().into_iter().chain(terms).chain(suspects)
}

/// Orders outcomes by how much they matter to someone who looks at an amount.
fn weight(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Broken => 0,
        Outcome::Rounding => 1,
        Outcome::Exact => 2,
        Outcome::Unchecked => 3,
    }
}

/// Which of an amount's checks to show: a broken one, then the one it is the total of, then any sum it is part of.
fn rank(check: &Check, id: &str) -> u64 {
    let reported = check.reported.as_deref() == Some(id);
    let one_to_one = check.terms.len() < 2;
    let last = u64::from(one_to_one) + 2 * u64::from(!counts(check));
    (u64::from(!is_finding(check)) << 16)
        + (u64::from(!reported) << 12)
        + (u64::from(weight(check.outcome)) << 4)
        + last
}

fn position(report: &Report, at: At) -> Option<usize> {
    match at {
        At::Cell { statement, line, cell } => {
            report.statements.get(statement)?.lines.get(line)?.cells.get(cell).map(|cell| cell.span.start)
        }
        At::Claim(claim) => report.claims.get(claim).map(|claim| claim.span.start),
    }
}
