//! How many checks came out each way: the counts that the page, the command and the workbook give.

use super::{Check, Outcome, Severity};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub exact: usize,
    pub rounding: usize,
    pub broken: usize,
    pub unchecked: usize,
}

/// Whether a check counts: what is only for information is listed, and stands in no tally; one sum under two rules is counted once.
///
/// What rounding explains has lost its gravity by that, and counts all the same.
pub fn counts(check: &Check) -> bool {
    check.repeats.is_none() && (check.severity != Severity::Info || check.outcome == Outcome::Rounding)
}

impl Tally {
    pub fn of(checks: &[Check]) -> Self {
        let mut tally = Self::default();
        for check in checks.iter().filter(|check| counts(check)) {
            tally.add(check.outcome);
        }
        tally
    }

    pub fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Exact => &mut self.exact,
            Outcome::Rounding => &mut self.rounding,
            Outcome::Broken => &mut self.broken,
            Outcome::Unchecked => &mut self.unchecked,
        } += 1;
    }

    /// In the order a reader counts them.
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

    /// "231 checks: 226 tie, 3 within rounding, 2 do not tie; 14 not checked".
    pub fn line(self) -> String {
        format!(
            "{} checks: {} tie, {} within rounding, {} do not tie; {} not checked",
            self.checked(),
            self.exact,
            self.rounding,
            self.broken,
            self.unchecked
        )
    }

    /// The worst that came of the checks, and how often.
    pub fn worst(self) -> Option<(Outcome, usize)> {
        let worst_first = [
            (Outcome::Broken, self.broken),
            (Outcome::Rounding, self.rounding),
            (Outcome::Exact, self.exact),
            (Outcome::Unchecked, self.unchecked),
        ];
        worst_first.into_iter().find(|(_, count)| *count > 0)
    }
}
