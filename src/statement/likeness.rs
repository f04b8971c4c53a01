//! How alike two captions are: the share of words they have in common, word ends left out of account.

use super::Line;
use crate::phrase::is_any;

/// Words that do not tell lines apart.
const COMMON: &str = "and|the|net|gain|loss|for|from|assets";

/// The stems of the words of a plain caption, each once, as numbers (FNV-1a): quick to compare, and clashes are as good as
/// never.
pub fn stems(plain: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for word in plain.split(' ').filter(|w| w.len() > 2 && !is_any(w, COMMON)) {
        let stem = word.get(..6).unwrap_or(word).trim_end_matches('s');
        let number = stem.bytes().fold(0x811c_9dc5_u32, |n, b| (n ^ u32::from(b)).wrapping_mul(0x0100_0193));
        if !found.contains(&number) {
            found.push(number);
        }
    }
    found
}

/// From 0, no word in common, to 1, the same words.
pub fn likeness(a: &Line, b: &Line) -> f64 {
    let common = a.stems.iter().filter(|w| b.stems.contains(w)).count();
    let all = a.stems.len() + b.stems.len() - common;
    if all == 0 {
        return 0.0;
    }
    #[allow(clippy::cast_precision_loss, reason = "a handful of words")]
    let share = common as f64 / all as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::stems;

    #[test]
    fn like_captions_have_like_stems() {
        let a = stems("loss on retirement of convertible subordinated notes net");
        assert_eq!(a, stems("gain on retirement of convertible subordinated notes"));
        assert_eq!(stems("purchased intangibles"), stems("purchased intangible assets"));
        assert!(stems("depreciation").iter().all(|s| !stems("research and development").contains(s)));
    }
}
