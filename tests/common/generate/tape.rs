//! A row of random choices that a filing is built from: where it ends the plainest choice is made, so that a filing that fails
//! shrinks to a plain one.

/// Choices drawn by proptest; lowering or dropping one makes the filing plainer.
pub struct Tape<'t> {
    choices: &'t [u16],
}

impl<'t> Tape<'t> {
    pub fn new(choices: &'t [u16]) -> Self {
        Self { choices }
    }

    fn next(&mut self) -> usize {
        let Some((first, rest)) = self.choices.split_first() else { return 0 };
        self.choices = rest;
        usize::from(*first)
    }

    /// A number below `n`; 0 is the plainest.
    pub fn below(&mut self, n: usize) -> usize {
        self.next() % n
    }

    /// A number from `low` to `high`, both included.
    pub fn from(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True in so many cases out of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// Some of a list, in its order, `low` to `high` of them.
    pub fn some<T: Copy>(&mut self, of: &[T], low: usize, high: usize) -> Vec<T> {
        let wanted = self.from(low, high.min(of.len()));
        let mut left: Vec<usize> = (0..of.len()).collect();
        let mut chosen: Vec<usize> = (0..wanted).map(|_| left.remove(self.below(left.len()))).collect();
        chosen.sort_unstable();
        chosen.into_iter().map(|i| of[i]).collect()
    }
}
