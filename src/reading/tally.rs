//! How many checks came out each way.

use crate::report::Outcome;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub exact: usize,
    pub rounding: usize,
    pub broken: usize,
    pub unchecked: usize,
}

impl Tally {
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
