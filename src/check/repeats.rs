//! One sum under two rules: the change in cash foots, and is the sum of the three activities. One slip is one finding.

use super::{Check, Ref};
use crate::{gather::Gather, order};

/// Marks each check that has the figures of an earlier one.
pub fn mark(checks: &mut [Check]) {
    let key = |i: &usize| checks[*i].reported.map_or(u64::MAX, Ref::key);
    let sums = order::by_key((0..checks.len()).filter(|i| checks[*i].linear).gather(), key);
    let mut found = Vec::new();
    for (at, later) in sums.iter().enumerate() {
        let of_figure = sums[..at].iter().rev().take_while(|i| key(i) == key(later));
        if let Some(earlier) = of_figure.filter(|i| is_same(&checks[**i], &checks[*later])).last() {
            found.push((*later, *earlier));
        }
    }
    for (later, earlier) in found {
        checks[later].repeats = Some(earlier);
    }
}

fn is_same(a: &Check, b: &Check) -> bool {
    a.outcome == b.outcome
        && a.reported == b.reported
        && a.terms.len() == b.terms.len()
        && a.terms.iter().all(|t| b.terms.contains(t))
}
