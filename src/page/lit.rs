//! Which amounts are lit, and why: the parts of the check that is shown, in the table, the source and the charts alike.

use std::collections::BTreeMap;

use crate::report::Check;

/// What an amount is to the check that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// It is the amount that was chosen.
    pub chosen: bool,
    /// It is the amount that is checked.
    pub reported: bool,
    /// It is a term that is added (`true`) or taken away.
    pub added: Option<bool>,
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
    parts: BTreeMap<String, Part>,
}

impl Lit {
    pub fn of(check: Option<&Check>, chosen: Option<&str>) -> Self {
        let mut parts: BTreeMap<String, Part> = BTreeMap::new();
        if let Some(check) = check {
            for term in &check.terms {
                let part = parts.entry(term.cell.clone()).or_default();
                part.added = Some(!term.weight.is_sign_negative());
            }
            if let Some(id) = &check.reported {
                parts.entry(id.clone()).or_default().reported = true;
            }
            for suspect in check.suspects.iter().take(1) {
                parts.entry(suspect.cell.clone()).or_default().suspect = true;
            }
        }
        if let Some(id) = chosen {
            parts.entry(id.to_owned()).or_default().chosen = true;
        }
        Self { parts }
    }

    pub fn part(&self, id: &str) -> Option<Part> {
        self.parts.get(id).copied()
    }
}
