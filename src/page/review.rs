//! What the reader makes of the findings: which are reviewed, what was noted on them, which are listed.

use yew::AttrValue;

use crate::export::{END, PART, Remark, remarks};
use crate::gather::Gather;

/// Which findings are listed, and gone through by key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    /// Not reviewed yet.
    Open,
    Reviewed,
    Noted,
}

/// What the reader made of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    check: AttrValue,
    pub reviewed: bool,
    pub note: AttrValue,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    marks: Vec<Mark>,
    /// What the marks were before each step that can be undone.
    before: Vec<Vec<Mark>>,
    /// The check whose note is being written: its letters are one step.
    noting: AttrValue,
    pub filter: Filter,
}

/// No more steps than these are undone.
const STEPS: usize = 100;

impl Review {
    pub fn mark(&self, check: &str) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.check == check)
    }

    pub fn is_reviewed(&self, check: &str) -> bool {
        self.mark(check).is_some_and(|mark| mark.reviewed)
    }

    pub fn note_of(&self, check: &str) -> &str {
        self.mark(check).map_or("", |mark| &mark.note)
    }

    /// Whether a filter lists a check.
    pub fn passes(&self, filter: Filter, check: &str) -> bool {
        match filter {
            Filter::All => true,
            Filter::Open => !self.is_reviewed(check),
            Filter::Reviewed => self.is_reviewed(check),
            Filter::Noted => !self.note_of(check).is_empty(),
        }
    }

    /// Whether nothing is marked and nothing noted.
    pub fn is_empty(&self) -> bool {
        self.marks.iter().all(|mark| !mark.reviewed && mark.note.is_empty())
    }

    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Marks a check as reviewed, or takes that back. Says which.
    pub fn toggle(&mut self, check: &str) -> bool {
        self.step();
        self.noting = AttrValue::default();
        let mark = self.made(check);
        mark.reviewed = !mark.reviewed;
        mark.reviewed
    }

    pub fn note(&mut self, check: &str, text: &str) {
        if self.noting != check {
            self.step();
            self.noting = AttrValue::from(check.to_owned());
        }
        self.made(check).note = AttrValue::from(text.replace([PART, END], " "));
    }

    /// Takes the last step back. Says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.noting = AttrValue::default();
        self.before.pop().map(|marks| self.marks = marks).is_some()
    }

    fn step(&mut self) {
        if self.before.len() == STEPS {
            self.before.remove(0);
        }
        self.before.push(self.marks.clone());
    }

    fn made(&mut self, check: &str) -> &mut Mark {
        let at = self.marks.iter().position(|mark| mark.check == check).unwrap_or_else(|| {
            let check = AttrValue::from(check.to_owned());
            self.marks.push(Mark { check, reviewed: false, note: AttrValue::default() });
            self.marks.len() - 1
        });
        &mut self.marks[at]
    }

    /// The marks as a text to keep; nothing where there is none.
    pub fn text(&self) -> Option<String> {
        let mut text = String::new();
        for mark in self.marks.iter().filter(|mark| mark.reviewed || !mark.note.is_empty()) {
            Remark { check: &mark.check, reviewed: mark.reviewed, note: &mark.note }.write(&mut text);
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// Takes up marks that were kept.
    pub fn recall(&mut self, text: &str) {
        let mark = |remark: Remark<'_>| Mark {
            check: remark.check.to_owned().into(),
            reviewed: remark.reviewed,
            note: remark.note.to_owned().into(),
        };
        self.marks = remarks(text).into_iter().map(mark).gather();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_undone_and_a_note_is_one_step() {
        let mut review = Review::default();
        assert!(review.toggle("a"));
        review.note("a", "s");
        review.note("a", "seen");
        review.note("b", "why?");
        assert!(review.undo());
        assert_eq!((review.note_of("a"), review.note_of("b")), ("seen", ""));
        assert!(review.undo());
        assert_eq!((review.is_reviewed("a"), review.note_of("a")), (true, ""));
        assert!(review.undo());
        assert!(!review.is_reviewed("a"));
        assert!(!review.undo());
    }

    #[test]
    fn what_is_kept_is_recalled() {
        let mut review = Review::default();
        review.toggle("footing/s1.l4.c2");
        review.note("footing/s1.l4.c2", "client told\nsee 4b");
        review.note("eps/s2.l9.c1", "waits");
        review.toggle("seen and taken back");
        review.toggle("seen and taken back");
        let mut again = Review::default();
        again.recall(&review.text().unwrap_or_default());
        assert!(again.is_reviewed("footing/s1.l4.c2"));
        assert_eq!(again.note_of("footing/s1.l4.c2"), "client told\nsee 4b");
        assert!(!again.is_reviewed("eps/s2.l9.c1"));
        assert_eq!(again.text(), review.text());
        assert_eq!(Review::default().text(), None);
    }

    #[test]
    fn filters_part_the_findings() {
        let mut review = Review::default();
        review.toggle("a");
        review.note("b", "x");
        let listed = |filter| ["a", "b", "c"].into_iter().filter(|id| review.passes(filter, id)).gather();
        assert_eq!(listed(Filter::Open), ["b", "c"]);
        assert_eq!(listed(Filter::Reviewed), ["a"]);
        assert_eq!(listed(Filter::Noted), ["b"]);
        assert_eq!(listed(Filter::All).len(), 3);
    }
}
