//! Sorting, compiled once.
//!
//! The standard sorts are compiled anew for each type they sort, at some three kilobytes apiece in the page. Here only pairs
//! of numbers are sorted; the items follow.

use std::collections::BinaryHeap;

/// The items in the order of their keys; items of one key keep their order.
#[allow(clippy::needless_pass_by_value, reason = "whoever sorts is done with the list as it was")]
pub fn by_key<T: Clone>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    sorted(items.iter().map(key).collect()).into_iter().map(|(_, at)| items[at].clone()).collect()
}

/// Each number once, in order.
pub fn distinct(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let numbers: Vec<usize> = numbers.collect();
    let mut found = by_key(numbers, |n| *n as u64);
    found.dedup();
    found
}

/// Keys with the places they had. A heap takes an eighth of the code of the library's sorts, and no two pairs are equal.
#[inline(never)]
fn sorted(keys: Vec<u64>) -> Vec<(u64, usize)> {
    keys.into_iter().enumerate().map(|(at, key)| (key, at)).collect::<BinaryHeap<_>>().into_sorted_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_key_keep_their_order() {
        assert_eq!(by_key(vec!["b2", "a1", "b1", "a2"], |s| u64::from(s.as_bytes()[0])), ["a1", "a2", "b2", "b1"]);
        assert_eq!(distinct([3, 1, 3, 2].into_iter()), [1, 2, 3]);
    }
}
