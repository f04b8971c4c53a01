//! What a reader made of the checks, as a text: the form in which the page keeps it and gives it away.

use crate::gather::Gather;

/// Stand between the parts of a remark and behind it; a note has neither.
pub const PART: char = '\u{1f}';
pub const END: char = '\u{1e}';

/// What was made of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark<'t> {
    pub check: &'t str,
    pub reviewed: bool,
    pub note: &'t str,
}

impl Remark<'_> {
    pub fn write(&self, out: &mut String) {
        out.push_str(self.check);
        out.push(PART);
        out.push_str(if self.reviewed { "r" } else { "" });
        out.push(PART);
        out.push_str(self.note);
        out.push(END);
    }
}

/// The remarks of a text; what is none is passed over.
pub fn remarks(text: &str) -> Vec<Remark<'_>> {
    text.split(END).filter_map(one).gather()
}

fn one(text: &str) -> Option<Remark<'_>> {
    let mut parts = text.split(PART);
    let (check, reviewed, note) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Remark { check, reviewed: reviewed == "r", note })
}
