//! What is kept of the other filing: whose it is, and the amounts that the checks between the two name.

use rust_decimal::Decimal;

use crate::gather::Gather;
use crate::report::{Check, Report};

/// The filing that another was compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    pub file: String,
    pub name: Option<String>,
    /// The last day it reports on, as ISO 8601.
    pub period_end: Option<String>,
    pub amounts: Vec<Elsewhere>,
}

/// A printed amount of the other filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// As a check names it: `FILE#id`.
    pub id: String,
    pub caption: String,
    pub text: String,
    pub value: Option<Decimal>,
}

impl Beside {
    /// Of the other filing what these checks name.
    pub fn of(other: &Report, checks: &[Check]) -> Self {
        let mut named: Vec<&str> = Vec::new();
        for term in checks.iter().flat_map(|check| &check.terms) {
            named.extend(term.cell.strip_prefix(&other.file).and_then(|rest| rest.strip_prefix('#')));
        }
        named.sort_unstable();
        let lines = other.statements.iter().flat_map(|statement| &statement.lines);
        let cells = lines.flat_map(|line| line.cells.iter().map(move |cell| (line, cell)));
        let amounts = cells.filter(|(_, cell)| named.binary_search(&cell.id.as_str()).is_ok()).map(|(line, cell)| {
            let id = [&other.file, "#", &cell.id].concat();
            Elsewhere { id, caption: line.caption.clone(), text: cell.text.clone(), value: cell.value }
        });
        let mut amounts = amounts.gather();
        amounts.sort_unstable_by(|one: &Elsewhere, other| one.id.cmp(&other.id));
        Self {
            amounts,
            file: other.file.clone(),
            name: other.entity.name.clone(),
            period_end: other.release.period_end.clone(),
        }
    }

    pub fn amount(&self, id: &str) -> Option<&Elsewhere> {
        let at = self.amounts.binary_search_by(|amount| amount.id.as_str().cmp(id)).ok()?;
        self.amounts.get(at)
    }
}
