//! Sorting, compiled once.
//!
//! The standard sorts are compiled anew for each type they sort, at some three kilobytes apiece in the page. Here only pairs
//! of numbers are sorted; the items follow.

use std::collections::BinaryHeap;

use crate::gather::Gather;

/// The items in the order of their keys; items of one key keep their order.
#[allow(clippy::needless_pass_by_value, reason = "whoever sorts is done with the list as it was")]
pub fn by_key<T: Clone>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let mut ordered = Vec::with_capacity(items.len());
    for (_, at) in &sorted(items.len(), &|at| key(&items[at])) {
        ordered.push(items[*at].clone());
    }
    ordered
}

/// Each number once, in order.
pub fn distinct(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    once(&numbers.gather())
}

#[inline(never)]
fn once(numbers: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    for (number, _) in &sorted(numbers.len(), &|at| numbers[at] as u64) {
        let number = usize::try_from(*number).unwrap_or(usize::MAX);
        if found.last() != Some(&number) {
            found.push(number);
        }
    }
    found
}

/// Keys with the places they had. A heap takes an eighth of the code of the library's sorts, and no two pairs are equal.
#[inline(never)]
fn sorted(count: usize, key: &dyn Fn(usize) -> u64) -> Vec<(u64, usize)> {
    (0..count).map(|at| (key(at), at)).collect::<BinaryHeap<_>>().into_sorted_vec()
}

/// Which of so many has the least key; of equal ones the first.
#[inline(never)]
pub fn least(count: usize, key: &dyn Fn(usize) -> u64) -> Option<usize> {
    let mut best: Option<(u64, usize)> = None;
    for at in 0..count {
        let key = key(at);
        if best.is_none_or(|b| key < b.0) {
            best = Some((key, at));
        }
    }
    best.map(|b| b.1)
}

/// Which of so many has the greatest key; of equal ones the last.
pub fn greatest(count: usize, key: &dyn Fn(usize) -> u64) -> Option<usize> {
    let last = count.checked_sub(1)?;
    least(count, &|at| u64::MAX - key(last - at)).map(|at| last - at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_key_keep_their_order() {
        assert_eq!(by_key(vec!["b2", "a1", "b1", "a2"], |s| u64::from(s.as_bytes()[0])), ["a1", "a2", "b2", "b1"]);
        assert_eq!((least(3, &|at| [2, 1, 1][at]), greatest(3, &|at| [1, 1, 0][at])), (Some(1), Some(1)));
        assert_eq!((least(0, &|_| 0), greatest(0, &|_| 0)), (None, None));
        assert_eq!(distinct([3, 1, 3, 2].into_iter()), [1, 2, 3]);
    }
}
