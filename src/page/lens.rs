//! How the figures are looked at: in which unit, with which changes, how strictly. Words of it stand at the end of an address.

use std::rc::Rc;

use yew::AttrValue;

use super::charts::Turned;
use super::filing::Filing;
use super::shown::{Shown, behind};
use super::state::State;
use super::view::{FILING, Place, SEPARATOR};
use super::words;

/// In which unit money is shown. What is not money stays as printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    #[default]
    Printed,
    Units,
    Thousands,
    Millions,
}

impl Scale {
    /// How many places the decimal point moves; none where figures stay as printed.
    pub fn places(self) -> Option<u32> {
        match self {
            Self::Printed => None,
            Self::Units => Some(0),
            Self::Thousands => Some(3),
            Self::Millions => Some(6),
        }
    }

    /// Its word in the address and on its button; as printed it has none in the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Printed => "",
            Self::Units => "units",
            Self::Thousands => "thousands",
            Self::Millions => "millions",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    pub scale: Scale,
    /// Whether columns of changes stand beside the printed ones.
    pub changes: bool,
    /// Whether a difference that rounding explains counts as broken.
    pub strict: bool,
}

const CHANGES: &str = "changes";
const STRICT: &str = "strict";

impl Lens {
    /// Takes up a word of an address; says whether it is one of these.
    pub fn takes(&mut self, word: &str) -> bool {
        let scales = [Scale::Units, Scale::Thousands, Scale::Millions];
        if let Some(scale) = scales.into_iter().find(|scale| scale.word() == word) {
            self.scale = scale;
        } else if word == CHANGES {
            self.changes = true;
        } else if word == STRICT {
            self.strict = true;
        } else {
            return false;
        }
        true
    }

    /// Reads it off an address.
    pub fn parse(fragment: &str) -> Self {
        let mut lens = Self::default();
        let end = fragment.find(FILING).unwrap_or(fragment.len());
        for word in fragment[..end].split(SEPARATOR) {
            lens.takes(word);
        }
        lens
    }

    /// What stands behind a view in an address.
    pub fn suffix(self) -> String {
        let mut said = String::new();
        let words = [self.scale.word(), if self.changes { CHANGES } else { "" }, if self.strict { STRICT } else { "" }];
        for word in words.into_iter().filter(|word| !word.is_empty()) {
            said.push(SEPARATOR);
            said.push_str(word);
        }
        said
    }
}

impl State {
    /// Looks at the same through another lens, as a step that Back undoes.
    pub(super) fn look(&mut self, lens: Lens) {
        let Some(filing) = self.filing().cloned() else { return };
        let shown = self.view.amount.as_deref().and_then(|id| behind(&filing, id));
        if let Some((_, amount, _)) = shown.filter(|_| !lens.changes) {
            self.view.amount = Some(amount.id.clone().into());
            self.anchor = None;
        }
        self.stepped = lens != self.lens;
        self.lens = lens;
        if let Place::Statement(id) = &self.view.place
            && let Some(statement) = filing.statement(id)
        {
            self.said = Shown::of(statement, lens).unit().into();
        }
    }

    /// Whether what is shown is graded as the reader asked for.
    pub fn is_graded(&self) -> bool {
        self.filing().is_none_or(|filing| filing.report.strict == self.lens.strict)
    }

    pub(super) fn graded(&mut self, number: usize, graded: Result<Rc<Filing>, AttrValue>) {
        // One that is not in front any more is graded when it is again.
        let Some(before) = self.filing().filter(|_| number == self.desk.front) else { return };
        match graded {
            Ok(filing) if !filing.is_faulty() => {
                self.said = words::verdict_of_filing(&filing.report, filing.index.of_all).into();
                self.turned = Turned::of(&filing.charts);
                self.pointed = None;
                self.desk.replace(number, filing);
            }
            failed => {
                self.lens.strict = before.report.strict;
                let why = failed.err().unwrap_or_else(|| "tieout came to a stop".into());
                self.say(&["The file could not be graded anew: ", &why].concat());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_it_and_a_filing_in_a_link_does_not_speak_for_it() {
        let all = Lens { scale: Scale::Millions, changes: true, strict: true };
        assert_eq!(all.suffix(), ":millions:changes:strict");
        assert_eq!(Lens::default().suffix(), "");
        assert_eq!(Lens::parse("/s2:s2.l3.c1:millions:changes:strict"), all);
        assert_eq!(Lens::parse("/s2!a:strict.txt!0!x"), Lens::default());
    }
}
