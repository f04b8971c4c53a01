//! Where the keys lead: to the next finding of those that are listed, to the next line.

use crate::gather::Gather;
use crate::reading::At;
use crate::report::Check;

use super::filing::Filing;
use super::shown::behind;
use super::state::State;
use super::view::{Place, View};

impl State {
    /// The finding after the one shown, or before it.
    pub(super) fn finding(&self, filing: &Filing, step: isize) -> Option<View> {
        let findings: Vec<_> = filing.findings().gather();
        let shown = self.view.check(filing).map(|check| check.id.as_str());
        let at = findings.iter().position(|check| Some(check.id.as_str()) == shown);
        let count = findings.len();
        let first = match at {
            Some(at) => (at + count).checked_add_signed(step)?,
            None if step < 0 => (2 * count).checked_sub(1)?,
            None => 0,
        };
        // Once around, over those that the list leaves out.
        let mut way = (0..count).map(|far| if step < 0 { first + count - far } else { first + far } % count);
        let to = way.find(|&at| findings.get(at).is_some_and(|check| self.lists(check)))?;
        findings.get(to).map(|check| View::of_check(filing, check))
    }

    /// Whether the list of findings has a check.
    pub fn lists(&self, check: &Check) -> bool {
        self.review.passes(self.review.filter, &check.id)
    }

    /// The nearest line above or below that has an amount, in the same column where it has one.
    pub(super) fn line(&self, filing: &Filing, step: isize) -> Option<View> {
        let Place::Statement(id) = &self.view.place else { return None };
        let here = filing.report.statements.iter().position(|statement| statement.id == id.as_str())?;
        let lines = &filing.report.statements.get(here)?.lines;
        let focus = self.view.focus(filing).and_then(|id| match behind(filing, &id) {
            Some((_, cell, _)) => filing.index.at(&cell.id),
            None => filing.index.at(&id),
        });
        let (mut at, column) = match focus {
            Some(At::Cell { statement, line, cell }) if statement == here => {
                (line.checked_add_signed(step)?, lines.get(line)?.cells.get(cell).map(|cell| cell.column.as_str()))
            }
            _ => (0, None),
        };
        loop {
            let cells = &lines.get(at)?.cells;
            let cell = cells.iter().find(|cell| Some(cell.column.as_str()) == column).or(cells.first());
            if let Some(cell) = cell {
                return View::of_amount(filing, &cell.id);
            }
            at = at.checked_add_signed(if step < 0 { -1 } else { 1 })?;
        }
    }
}
