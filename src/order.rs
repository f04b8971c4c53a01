//! Sorting, compiled once.
//!
//! The standard sorts are compiled anew for each type they sort, at some three kilobytes apiece in the page. Here only pairs
//! of numbers are sorted; the items follow.

/// The items in the order of their keys; items of one key keep their order.
pub fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let keys = sorted(items.iter().map(key).collect());
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    keys.into_iter().filter_map(|(_, at)| slots.get_mut(at)?.take()).collect()
}

/// Each number once, in order.
pub fn distinct(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for (number, _) in sorted(numbers.map(|n| n as u64).collect()) {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        if found.last() != Some(&number) {
            found.push(number);
        }
    }
    found
}

#[inline(never)]
fn sorted(keys: Vec<u64>) -> Vec<(u64, usize)> {
    let mut keys: Vec<(u64, usize)> = keys.into_iter().enumerate().map(|(at, key)| (key, at)).collect();
    keys.sort_unstable();
    keys
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
