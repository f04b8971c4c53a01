//! Which amounts are lit, and why: the parts of the check that is shown, in the table, the source and the charts alike.

use crate::report::{Check, Outcome};

use super::filing::Filing;
use super::working::signs;

/// What an amount is to the check that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// It is the amount that was chosen.
    pub chosen: bool,
    /// It is the amount that is checked.
    pub reported: bool,
    /// It is a term that is added (`true`) or taken away.
    pub added: Option<bool>,
    /// The sign it has in the arithmetic.
    pub sign: &'static str,
    /// It may be the figure that is wrong.
    pub suspect: bool,
}

impl Part {
    pub fn classes(self) -> &'static str {
        match (self.reported, self.added) {
            (true, _) => "lit lit-reported",
            (_, Some(true)) => "lit lit-plus",
            (_, Some(false)) => "lit lit-minus",
            _ if self.suspect => "lit lit-suspect",
            _ => "lit",
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lit {
    parts: Vec<(String, Part)>,
}

impl Lit {
    pub fn of(filing: &Filing, check: Option<&Check>, chosen: Option<&str>) -> Self {
        let mut lit = Self::default();
        if let Some(check) = check {
            for (term, sign) in check.terms.iter().zip(signs(filing, check)) {
                let part = lit.entry(&term.cell);
                (part.added, part.sign) = (Some(!term.weight.is_sign_negative()), sign);
            }
            if let Some(id) = &check.reported {
                lit.entry(id).reported = true;
            }
            if let Some(suspect) = check.suspects.first().filter(|_| check.outcome == Outcome::Broken) {
                lit.entry(&suspect.cell).suspect = true;
            }
        }
        if let Some(id) = chosen {
            lit.entry(id).chosen = true;
        }
        lit
    }

    fn entry(&mut self, id: &str) -> &mut Part {
        let at = self.parts.iter().position(|(of, _)| of == id).unwrap_or(self.parts.len());
        if at == self.parts.len() {
            self.parts.push((id.to_owned(), Part::default()));
        }
        &mut self.parts[at].1
    }

    pub fn part(&self, id: &str) -> Option<Part> {
        self.parts.iter().find(|(of, _)| of == id).map(|(_, part)| *part)
    }
}
