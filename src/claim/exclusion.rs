//! What a sentence says that its measure leaves out: "non-GAAP net income, which excludes restructuring, integration and …".

use super::Word;
use crate::{
    phrase::{is_any, squeezed},
    statement::{plain, stems},
};

/// The stems of the words that follow "excludes", where they list more than one thing; none where nothing is excluded.
pub fn read(sentence: &[Word<'_>]) -> Vec<u32> {
    let says = |w: &Word<'_>| is_any(&w.lower(), "exclude|excludes|excluding|excluded");
    let Some(at) = sentence.iter().position(says) else { return Vec::new() };
    let listed = &sentence[at + 1..];
    if !listed.iter().any(|w| w.ends_with(",;") || w.lower() == "and") {
        return Vec::new();
    }
    let mut text = String::new();
    for word in listed {
        text.push_str(word.text);
        text.push(' ');
    }
    stems(&plain(&squeezed(&text)))
}
