//! Where everything is: from an id to the thing it names, and from an amount to the checks it takes part in.

use crate::gather::Gather;
use crate::order;
use crate::report::{Check, Outcome, Report, Severity, Tally, counts};

use super::carry::{Carried, byte, carried};

/// What an id names, and where that stands in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Cell { statement: usize, line: usize, cell: usize },
    Claim(usize),
    Check(usize),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    id: String,
    at: At,
    /// Of an amount its checks, the one to show first at the front.
    checks: Vec<usize>,
    /// Of an amount what its checks say of it, summed up: the mark beside it.
    verdict: Option<Outcome>,
}

carried! {
    Entry { id at checks verdict }
}

impl Carried for At {
    fn put(&self, out: &mut Vec<u8>) {
        let (word, numbers) = match *self {
            Self::Cell { statement, line, cell } => (0, vec![statement, line, cell]),
            Self::Claim(claim) => (1, vec![claim]),
            Self::Check(check) => (2, vec![check]),
        };
        out.push(word);
        for number in numbers {
            number.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let word = byte(from)?;
        let mut number = || usize::take(from);
        Some(match word {
            0 => Self::Cell { statement: number()?, line: number()?, cell: number()? },
            1 => Self::Claim(number()?),
            _ => Self::Check(number()?),
        })
    }
}

#[derive(Debug, Default, PartialEq)]
pub struct Index {
    /// In the order of the numbers their ids come to: a tree would be the only one of its kind in the page.
    pub(super) entries: Vec<Entry>,
    /// What a reader should look at, worst first.
    pub findings: Vec<usize>,
    /// The other checks that did not come out exact: folded away, never hidden. Most checks are exact, and a list of findings that
    /// looked through all of them would be slow.
    pub aside: Vec<usize>,
    /// How the checks came out: for each statement, for the text, and together.
    pub(super) of_statements: Vec<Tally>,
    pub of_text: Tally,
    pub of_all: Tally,
}

impl Index {
    pub fn of(report: &Report) -> Self {
        let mut index = Self { of_statements: vec![Tally::default(); report.statements.len()], ..Self::default() };
        for (s, statement) in report.statements.iter().enumerate() {
            for (l, line) in statement.lines.iter().enumerate() {
                for (c, cell) in line.cells.iter().enumerate() {
                    index.add(&cell.id, At::Cell { statement: s, line: l, cell: c });
                }
            }
        }
        for (at, claim) in report.claims.iter().enumerate() {
            index.add(&claim.id, At::Claim(at));
        }
        for (at, check) in report.checks.iter().enumerate() {
            index.add(&check.id, At::Check(at));
        }
        index.entries = order::by_key(index.entries, |entry| number(&entry.id));
        for (at, check) in report.checks.iter().enumerate() {
            index.weigh(report, at, check);
        }
        for entry in &mut index.entries {
            let key = |at: &usize| report.checks.get(*at).map_or(u64::MAX, |check| u64::from(rank(check, &entry.id)));
            entry.checks = order::by_key(std::mem::take(&mut entry.checks), key);
        }
        let all = |is: fn(&Check) -> bool| {
            (0..report.checks.len()).filter(|&at| report.checks.get(at).is_some_and(is)).gather()
        };
        index.aside = all(|check| check.repeats.is_none() && check.outcome != Outcome::Exact && !is_finding(check));
        let findings = all(is_finding);
        index.findings = order::by_key(findings, |at| {
            let Some(check) = report.checks.get(*at) else { return u64::MAX };
            let class = 4 * gravity(check.severity) + weight(check.outcome);
            let position = check.reported.as_deref().and_then(|id| position(report, index.at(id)?));
            u64::from(class) << 48 | position.map_or(LAST, |position| (position as u64).min(LAST))
        });
        index
    }

    fn add(&mut self, id: &str, at: At) {
        self.entries.push(Entry { id: id.to_owned(), at, checks: Vec::new(), verdict: None });
    }

    fn place(&self, id: &str) -> Option<usize> {
        let sought = number(id);
        let first = self.entries.partition_point(|entry| number(&entry.id) < sought);
        let alike = self.entries.iter().skip(first).take_while(|entry| number(&entry.id) == sought);
        alike.zip(first..).find(|(entry, _)| entry.id == id).map(|(_, at)| at)
    }

    fn entry(&self, id: &str) -> Option<&Entry> {
        self.place(id).map(|at| &self.entries[at])
    }

    fn entry_mut(&mut self, id: &str) -> Option<&mut Entry> {
        self.place(id).map(|at| &mut self.entries[at])
    }

    /// Enters a check with the amounts it names, and counts it where its amount stands.
    fn weigh(&mut self, report: &Report, at: usize, check: &Check) {
        for id in amounts_of(check) {
            if let Some(entry) = self.entry_mut(id).filter(|entry| entry.checks.last() != Some(&at)) {
                entry.checks.push(at);
            }
        }
        if !counts(check) {
            return;
        }
        self.of_all.add(check.outcome);
        let reported = check.reported.as_ref().and_then(|id| self.place(id));
        let Some(entry) = reported.and_then(|at| self.entries.get_mut(at)) else {
            // What is about no one amount is the statement's it names, or the filing's as a whole.
            let named = check.statement.as_ref().and_then(|id| report.statements.iter().position(|s| s.id == *id));
            if let Some(tally) = named.and_then(|at| self.of_statements.get_mut(at)) {
                tally.add(check.outcome);
            }
            return;
        };
        let better = |verdict: Outcome| weight(check.outcome) < weight(verdict);
        if entry.verdict.is_none_or(better) {
            entry.verdict = Some(check.outcome);
        }
        match entry.at {
            At::Cell { statement, .. } => {
                if let Some(tally) = self.of_statements.get_mut(statement) {
                    tally.add(check.outcome);
                }
            }
            At::Claim(_) | At::Check(_) => self.of_text.add(check.outcome),
        }
    }

    pub fn at(&self, id: &str) -> Option<At> {
        self.entry(id).map(|entry| entry.at)
    }

    pub fn check(&self, id: &str) -> Option<usize> {
        match self.at(id)? {
            At::Check(check) => Some(check),
            At::Cell { .. } | At::Claim(_) => None,
        }
    }

    pub fn checks_of(&self, id: &str) -> &[usize] {
        self.entry(id).map(|entry| entry.checks.as_slice()).unwrap_or_default()
    }

    pub fn verdict(&self, id: &str) -> Option<Outcome> {
        self.entry(id)?.verdict
    }

    pub fn of_statement(&self, statement: usize) -> Tally {
        self.of_statements.get(statement).copied().unwrap_or_default()
    }
}

/// What an id comes to; two of them come to the same too seldom to matter, and are told apart all the same.
fn number(id: &str) -> u64 {
    id.bytes().fold(0, |number, byte| number.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte))
}

/// A position behind every other.
const LAST: u64 = (1 << 48) - 1;

/// Whether a check is a finding: what does not tie, and what rounding explains but should not have to.
pub fn is_finding(check: &Check) -> bool {
    check.repeats.is_none()
        && check.severity != Severity::Info
        && matches!(check.outcome, Outcome::Broken | Outcome::Rounding)
}

fn amounts_of(check: &Check) -> impl Iterator<Item = &str> {
    let terms = check.terms.iter().map(|term| term.cell.as_str());
    let suspects = check.suspects.iter().map(|suspect| suspect.cell.as_str());
    check.reported.as_deref().into_iter().chain(terms).chain(suspects)
}

fn gravity(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Info => 2,
    }
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

/// Which of an amount's checks to show first: a finding, then the one it is the total of, then any sum it is part of.
fn rank(check: &Check, id: &str) -> u8 {
    let elsewhere = u8::from(check.reported.as_deref() != Some(id));
    let idle = u8::from(!counts(check));
    let one_to_one = u8::from(check.terms.len() < 2);
    64 * u8::from(!is_finding(check)) + 32 * elsewhere + 8 * weight(check.outcome) + 4 * idle + one_to_one
}

fn position(report: &Report, at: At) -> Option<usize> {
    match at {
        At::Cell { statement, line, cell } => {
            report.statements.get(statement)?.lines.get(line)?.cells.get(cell).map(|cell| cell.span.start)
        }
        At::Claim(claim) => report.claims.get(claim).map(|claim| claim.span.start),
        At::Check(_) => None,
    }
}
