//! One figure of an invented filing changed, and whether the report tells.

use tieout::report::{Check, Outcome, Severity};

use super::{
    Choices, bytes, filing, known,
    model::Statement,
    slip::{self, Slip},
};

/// How far the rest of the statement bears out the sums that a figure is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Borne {
    /// Two or more other columns show a sum of two lines or more.
    ByColumns,
    ByOneColumn,
    /// Its sums have one line, or no other column shows them.
    ByNone,
    /// The statement has one column.
    Alone,
    /// The change is less than rounding explains.
    Rounding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// A check is broken and names the figure.
    Accused,
    /// A check that names it says that the figures, which add up elsewhere, do not quite here.
    Warned,
    /// A check that names it could not be made.
    Doubted,
    /// Something else is accused.
    Elsewhere,
    Missed,
}

pub struct Change {
    pub borne: Borne,
    pub end: End,
    /// What was changed, what is said of it, and the filing.
    pub story: String,
}

/// Changes one figure; nothing where this slip cannot be made there.
pub fn change(choices: &Choices, pick: usize) -> Option<Change> {
    let (mut made, layout) = filing(choices);
    let places = slip::places(&made);
    let place = *places.get(pick % places.len().max(1))?;
    let (s, row, column) = place;
    let kind = [Slip::Digit, Slip::Digit, Slip::Swap, Slip::Sign][pick / 7 % 4];
    let was = made.statements[s].cell(row, column);
    let now = slip::slip(was, kind, pick / 29)?;
    let borne = borne(&made.statements[s], row, column, was.abs_diff(now));
    made.statements[s].set(row, column, now);
    let bytes = bytes(&made, &layout);
    let report = tieout::analyze("made", &bytes);
    let figures = known::of_filing(&made);
    let at = figures.iter().position(|(_, p)| *p == place)?;
    let read = known::of_report(&report);
    let id = read.get(at).filter(|(k, _)| k.value == figures[at].0.value).map_or("", |(_, id)| id);
    let names = |c: &&Check| c.reported.as_deref() == Some(id) || c.terms.iter().any(|t| t.cell == id);
    let told: Vec<&Check> = report.checks.iter().filter(names).collect();
    let is = |o: Outcome| told.iter().any(|c| c.outcome == o && c.severity != Severity::Info);
    let end = if is(Outcome::Broken) {
        End::Accused
    } else if is(Outcome::Rounding) {
        End::Warned
    } else if is(Outcome::Unchecked) {
        End::Doubted
    } else if report.checks.iter().any(super::accuses) {
        End::Elsewhere
    } else {
        End::Missed
    };
    let said: String = told.iter().map(|c| format!("  {:?} {}: {}\n", c.outcome, c.rule, c.detail)).collect();
    let shown = String::from_utf8_lossy(&bytes);
    let story = format!("{was} became {now}: {}\n{said}{shown}\n{layout:?}", figures[at].0);
    Some(Change { borne, end, story })
}

fn borne(of: &Statement, row: usize, column: usize, by: u64) -> Borne {
    let own: Vec<_> =
        of.equations.iter().filter(|e| e.total == row || e.terms.iter().any(|(t, _)| *t == row)).collect();
    if own.iter().all(|e| by * 2 <= e.terms.len() as u64 + 1) {
        return Borne::Rounding;
    }
    if of.columns.len() == 1 {
        return Borne::Alone;
    }
    let shows = |e: &&super::model::Equation, c: usize| e.terms.iter().filter(|(t, _)| of.cell(*t, c) != 0).count() > 1;
    let others = |e: &&super::model::Equation| (0..of.columns.len()).filter(|c| *c != column && shows(e, *c)).count();
    match own.iter().copied().filter(|e| shows(e, column)).map(|e| others(&e)).max() {
        None | Some(0) => Borne::ByNone,
        Some(1) => Borne::ByOneColumn,
        Some(_) => Borne::ByColumns,
    }
}
