//! What an inline XBRL filing says of itself on its cover: who files, which form, for which period.
//!
//! These few facts alone are read from tags; they stand in for the header that a submission has and its main document lacks.

use super::{token::Tag, words::Words};
use crate::source::{Header, Text};

/// The facts of one document.
#[derive(Default)]
pub struct Facts {
    pub header: Header,
    amended: Option<String>,
    open: Option<Open>,
}

/// A fact being read.
struct Open {
    name: String,
    words: Words,
    /// Facts inside it.
    inside: usize,
}

const ELEMENT: &str = "ix:nonnumeric";

impl Facts {
    pub fn open(&mut self, element: &str, tag: &Tag<'_>) {
        if element != ELEMENT || tag.is_empty() {
            return;
        }
        if let Some(open) = &mut self.open {
            open.inside += 1;
        } else if let Some(name) = tag.attribute("name").and_then(|n| n.strip_prefix("dei:")) {
            self.open = Some(Open { name: name.to_owned(), words: Words::default(), inside: 0 });
        }
    }

    pub fn text(&mut self, text: &str, at: usize, from: &Text) {
        if let Some(open) = &mut self.open {
            open.words.add(text, at, false, from);
        }
    }

    pub fn close(&mut self, element: &str) {
        let Some(open) = self.open.as_mut().filter(|_| element == ELEMENT) else { return };
        if open.inside > 0 {
            open.inside -= 1;
            return;
        }
        let Some(open) = self.open.take() else { return };
        let field = match open.name.as_str() {
            "EntityRegistrantName" => &mut self.header.company,
            "EntityCentralIndexKey" => &mut self.header.cik,
            "DocumentType" => &mut self.header.form,
            "DocumentPeriodEndDate" => &mut self.header.period,
            "AmendmentFlag" => &mut self.amended,
            _ => return,
        };
        // The first filer named is the one who reports.
        if field.is_none() && !open.words.is_blank() {
            *field = Some(open.words.text.content);
        }
    }

    /// What was read, the form with its mark of an amendment.
    pub fn header(mut self) -> Header {
        let amended = self.amended.is_some_and(|a| a.eq_ignore_ascii_case("true"));
        if let Some(form) = self.header.form.as_mut().filter(|form| amended && !form.ends_with("/A")) {
            form.push_str("/A");
        }
        self.header
    }
}
