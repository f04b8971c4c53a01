//! What is open: a reading, and what the page looks up in it. Never changed after it was read.

use std::ops::Deref;

use crate::phrase::squeezed;
use crate::reading::{At, Reading};
use crate::report::{Cell, Check, Claim, Column, Line, Statement};
use crate::span::Span;

use super::words;

/// A file that was read. Two are equal only when they are the same one, so a component compares it in no time.
#[derive(Debug)]
pub struct Filing(pub Reading);

impl Deref for Filing {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.0
    }
}

impl PartialEq for Filing {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// A printed amount and where it belongs.
#[derive(Clone, Copy, Debug)]
pub enum Amount<'f> {
    Cell { statement: &'f Statement, line: &'f Line, column: Option<&'f Column>, cell: &'f Cell },
    Claim(&'f Claim),
}

impl Amount<'_> {
    pub fn text(&self) -> &str {
        match self {
            Self::Cell { cell, .. } => &cell.text,
            Self::Claim(claim) => &claim.text,
        }
    }

    /// What the amount is called: its caption, after its heading where the statement has the caption twice.
    pub fn name(&self) -> String {
        match self {
            Self::Claim(claim) => [&single(&claim.text), " in the text"].concat(),
            Self::Cell { statement, line, .. } => {
                let alike = statement.lines.iter().filter(|other| other.caption == line.caption).count();
                match line.path.last() {
                    Some(heading) if line.caption.is_empty() => heading.clone(),
                    Some(heading) if alike > 1 => [heading, ": ", &line.caption].concat(),
                    _ => line.caption.clone(),
                }
            }
        }
    }

    /// The statement and the column it stands in; nothing for a figure in the text.
    pub fn place(&self) -> String {
        match self {
            Self::Claim(_) => String::new(),
            Self::Cell { statement, column, .. } => {
                let mut place = words::short(statement);
                if let Some(column) = column {
                    place.push_str(", ");
                    place.push_str(&column.label);
                }
                place
            }
        }
    }

    pub fn span(&self) -> Span {
        match self {
            Self::Cell { cell, .. } => cell.span,
            Self::Claim(claim) => claim.span,
        }
    }
}

/// Words on one line.
fn single(text: &str) -> String {
    squeezed(text)
}

impl Filing {
    pub fn amount(&self, id: &str) -> Option<Amount<'_>> {
        match self.index.at(id)? {
            At::Cell { statement, line, cell } => {
                let statement = self.report.statements.get(statement)?;
                let line = statement.lines.get(line)?;
                let cell = line.cells.get(cell)?;
                let column = statement.columns.iter().find(|column| column.id == cell.column);
                Some(Amount::Cell { statement, line, column, cell })
            }
            At::Claim(claim) => self.report.claims.get(claim).map(Amount::Claim),
            At::Check(_) => None,
        }
    }

    /// The check of an id; where it is an earlier one over again, that one: one slip is one finding.
    pub fn check(&self, id: &str) -> Option<&Check> {
        let check = self.report.checks.get(self.index.check(id)?)?;
        let first = || self.report.checks.get(self.index.check(check.repeats.as_ref()?)?);
        first().or(Some(check))
    }

    /// The rules under which the same figures are checked to the same end, in words: "also: cash roll".
    pub fn also(&self, check: &Check) -> String {
        let mut said = String::new();
        let all = self.index.checks_of(check.reported.as_deref().unwrap_or_default());
        for other in all.iter().filter_map(|&at| self.report.checks.get(at)) {
            if other.repeats.as_ref() == Some(&check.id) {
                said.push_str(if said.is_empty() { "also: " } else { ", " });
                said.push_str(&other.rule.replace('_', " "));
            }
        }
        said
    }

    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.report.statements.iter().find(|statement| statement.id == id)
    }

    /// The checks an amount takes part in, the one to show first at the front.
    pub fn checks_of(&self, id: &str) -> impl Iterator<Item = &Check> {
        let all = self.index.checks_of(id).iter().filter_map(|&check| self.report.checks.get(check));
        all.filter(|check| check.repeats.is_none())
    }

    /// The checks that make the list of findings, worst first.
    pub fn findings(&self) -> impl Iterator<Item = &Check> {
        self.index.findings.iter().filter_map(|&check| self.report.checks.get(check))
    }

    /// The checks that are listed behind the findings, in the order of the report.
    pub fn aside(&self) -> impl Iterator<Item = &Check> {
        self.index.aside.iter().filter_map(|&check| self.report.checks.get(check))
    }

    /// The amount a check is about; where it names none, the first it reckons with.
    pub fn subject(&self, check: &Check) -> Option<Amount<'_>> {
        let first = || check.terms.first().map(|term| term.cell.as_str());
        check.reported.as_deref().or_else(first).and_then(|id| self.amount(id))
    }

    /// What a check is called: after the amount it is about.
    pub fn name_of(&self, check: &Check) -> String {
        self.subject(check).map_or_else(|| check.title.clone(), |amount| amount.name())
    }

    /// The line of the source, counted from one, that an amount stands on.
    pub fn line_of(&self, amount: &Amount<'_>) -> usize {
        self.original.line_at(self.original.span(amount.span()).start) + 1
    }

    /// Where an amount stands in the text shown.
    pub fn place(&self, id: &str) -> Option<Span> {
        self.amount(id).map(|amount| self.original.span(amount.span()))
    }
}
