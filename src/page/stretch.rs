//! A long list, a stretch at a time: what is not drawn costs nothing, and nothing is out of reach.

use std::ops::Range;

use crate::page::pen::Pen;
use crate::page::words;

/// The long list that was turned to another part, and an entry of that part.
pub type Stretch = (usize, usize);

/// The lists of the page that may be long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Outline = 1,
    /// The first of the groups of findings; the others follow.
    Findings = 10,
    Claims = 20,
    Notes = 30,
    Unparsed = 31,
    Figures = 40,
    Absent = 41,
}

/// How many entries are drawn at once.
pub const ENTRIES: usize = 50;
/// How many findings: a list that has to be parted anyway is parted smaller, for there are six of them, and an entry has as much to
/// draw as a row of a statement.
pub fn at_once(count: usize) -> usize {
    if count <= ENTRIES { ENTRIES } else { ENTRIES / 2 }
}

/// How many figures: one has as much to draw as dozens of entries.
pub const FIGURES: usize = 6;

/// The part of a list that holds its entry of this number.
pub fn around(entry: usize, count: usize, size: usize) -> Range<usize> {
    let first = entry.min(count.saturating_sub(1)) / size * size;
    first..(first + size).min(count)
}

/// The part of a list that the reader turned to.
pub fn turned_to(stretch: Stretch, list: usize, count: usize, size: usize) -> Range<usize> {
    let entry = if stretch.0 == list { stretch.1 } else { 0 };
    around(entry, count, size)
}

/// Says which part of a list is shown, with the ways to the parts before and after; nothing where that is all of it.
pub fn turn(pen: &mut Pen, list: usize, shown: &Range<usize>, count: usize) {
    if shown.len() == count {
        return pen.nothing();
    }
    pen.open("p", "turn");
    let button = |pen: &mut Pen, word: &str, to: Option<usize>| {
        pen.button("", "");
        let to = to.map(|to| [&list.to_string(), ":", &to.to_string()].concat());
        pen.set("data-turn", to.as_deref().unwrap_or_default());
        // Not `disabled`: the focus would be lost where one list ends.
        pen.set("aria-disabled", if to.is_none() { "true" } else { "" });
        pen.text(word);
        pen.close();
    };
    button(pen, "Previous", shown.start.checked_sub(1));
    let number = |n: usize| words::group(&n.to_string());
    pen.said("span", "", &[&number(shown.start + 1), " to ", &number(shown.end), " of ", &number(count)].concat());
    button(pen, "Next", Some(shown.end).filter(|&end| end < count));
    pen.close();
}

/// The list and the entry that `data-turn` names.
pub fn parse(name: &str) -> Option<Stretch> {
    let (list, entry) = name.split_once(':')?;
    Some((list.parse().ok()?, entry.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_in_one_stretch() {
        assert_eq!(around(0, 0, 100), 0..0);
        assert_eq!(around(99, 250, 100), 0..100);
        assert_eq!(around(100, 250, 100), 100..200);
        assert_eq!(around(249, 250, 100), 200..250);
        assert_eq!(around(900, 250, 100), 200..250, "what is no more is the last");
    }
}
