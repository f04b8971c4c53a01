//! A statement as a ledger one can look things up in: a cell by its id, the equation behind a total.

use rust_decimal::Decimal;

use super::{caption, words};
use crate::exact;
use crate::report::{Cell, Check, Column, Line, Outcome, Report, Statement, Unit};

/// The rules whose checks say that a figure is the sum of others in its column.
const SUMS: [&str; 4] = ["footing", "net_cash_change", "cash_roll", "reconciliation"];

/// A cell and where it stands.
#[derive(Clone, Copy)]
pub struct Fact<'a> {
    pub statement: &'a Statement,
    pub row: usize,
    pub line: &'a Line,
    pub cell: &'a Cell,
}

impl<'a> Fact<'a> {
    /// The amount in the scale of the statement; a dash is nothing.
    pub fn amount(self) -> Decimal {
        self.cell
            .value
            .map_or(Decimal::ZERO, |value| exact::div(value, self.statement.scale).unwrap_or_default().normalize())
    }

    /// The caption, with its heading where it is a bare "Total".
    pub fn caption(self) -> String {
        match self.line.path.last() {
            Some(heading) if self.line.caption.eq_ignore_ascii_case("total") => {
                words::joined(&["Total ", &caption::inside(heading.trim_end_matches(':'))])
            }
            _ => self.line.caption.clone(),
        }
    }

    pub fn id(self) -> &'a str {
        &self.cell.id
    }

    /// The us-gaap name of the line without its prefix.
    pub fn concept(self) -> &'a str {
        self.line.concept.as_deref().map_or("", |name| name.rsplit(':').next().unwrap_or(name))
    }
}

/// A total, the terms it is the sum of, and how well it is.
pub struct Equation<'a> {
    pub total: Fact<'a>,
    pub terms: Vec<Term<'a>>,
    pub outcome: Outcome,
}

#[derive(Clone, Copy)]
pub struct Term<'a> {
    pub fact: Fact<'a>,
    pub weight: Decimal,
    /// What the term adds to the total.
    pub effect: Decimal,
}

impl<'a> Equation<'a> {
    /// The first figure on the way to the total that is not taken away.
    pub fn leading(&self) -> Option<Fact<'a>> {
        self.terms.iter().find(|term| term.weight == Decimal::ONE).map(|term| term.fact)
    }

    /// The total less its terms.
    pub fn difference(&self) -> Decimal {
        self.terms.iter().fold(self.total.amount(), |rest, term| words::less(rest, term.effect))
    }
}

/// Whether the amount is printed as a percentage, as in a column of changes.
fn is_percent(cell: &Cell) -> bool {
    cell.text.contains('%')
}

/// Whether a column has any amounts, and they are not percentages.
pub fn is_amounts(statement: &Statement, column: &Column) -> bool {
    let (mut percent, mut other) = (0, 0);
    for line in &statement.lines {
        for cell in &line.cells {
            if cell.column == column.id && !cell.nil {
                *(if is_percent(cell) { &mut percent } else { &mut other }) += 1;
            }
        }
    }
    other > percent
}

/// A statement has some hundred cells, so a list of them is searched; a map would cost the page's program kilobytes.
pub struct Book<'a> {
    entries: Vec<Entry<'a>>,
    /// The checks that set assets against liabilities and equity.
    pub balances: Vec<&'a Check>,
}

/// What is known of a cell.
struct Entry<'a> {
    fact: Fact<'a>,
    /// The check that arrives at the cell.
    sum: Option<&'a Check>,
    /// Whether the cell is a term of some sum.
    is_term: bool,
    /// Whether a check of rule "reconciliation" arrives at it.
    is_reconciled: bool,
}

impl<'a> Book<'a> {
    pub fn new(report: &'a Report, statement: &'a Statement) -> Self {
        let mut book = Self { entries: Vec::new(), balances: Vec::new() };
        for (row, line) in statement.lines.iter().enumerate() {
            for cell in &line.cells {
                let fact = Fact { statement, row, line, cell };
                book.entries.push(Entry { fact, sum: None, is_term: false, is_reconciled: false });
            }
        }
        for check in &report.checks {
            if check.outcome == Outcome::Unchecked {
                continue;
            }
            if check.rule == "balance" && check.statement.as_ref() == Some(&statement.id) {
                book.balances.push(check);
            }
            if SUMS.contains(&check.rule.as_str()) {
                book.add(check);
            }
        }
        book
    }

    fn at(&self, id: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.fact.cell.id == id)
    }

    fn entry(&self, id: &str) -> Option<&Entry<'a>> {
        self.entries.get(self.at(id)?)
    }

    fn add(&mut self, check: &'a Check) {
        let Some(at) = check.reported.as_deref().and_then(|total| self.at(total)) else { return };
        if !self.is_sum(check, self.entries[at].fact) {
            return;
        }
        for term in &check.terms {
            if let Some(term) = self.at(&term.cell) {
                self.entries[term].is_term = true;
            }
        }
        let entry = &mut self.entries[at];
        entry.is_reconciled |= check.rule == "reconciliation";
        // Of two ways to reach a total, the one that ties, and of two that tie, the one through subtotals.
        let rank = |check: &Check| (check.outcome, check.terms.len());
        if entry.sum.is_none_or(|known| rank(check) < rank(known)) {
            entry.sum = Some(check);
        }
    }

    /// Whether total and terms are amounts of one column.
    fn is_sum(&self, check: &Check, total: Fact) -> bool {
        for term in &check.terms {
            let Some(Fact { cell, .. }) = self.fact(&term.cell) else { return false };
            if cell.column != total.cell.column || cell.id == total.cell.id || !(cell.nil || cell.value.is_some()) {
                return false;
            }
        }
        !is_percent(total.cell) && !check.terms.is_empty()
    }

    pub fn fact(&self, id: &str) -> Option<Fact<'a>> {
        self.entry(id).map(|entry| entry.fact)
    }

    fn sum(&self, id: &str) -> Option<&'a Check> {
        self.entry(id)?.sum
    }

    /// Whether a checked equation arrives at this cell.
    pub fn is_total(&self, id: &str) -> bool {
        self.sum(id).is_some()
    }

    /// By how much a total does not tie; zero where it does, or rounding explains it, or it is no total.
    pub fn gap(&self, id: &str) -> Decimal {
        let broken = self.equation(id).filter(|equation| equation.outcome == Outcome::Broken);
        broken.map_or(Decimal::ZERO, |equation| equation.difference())
    }

    /// What became of the equation that arrives at a cell.
    pub fn outcome(&self, id: &str) -> Outcome {
        self.sum(id).map_or(Outcome::Exact, |check| check.outcome)
    }

    pub fn is_reconciled(&self, id: &str) -> bool {
        self.entry(id).is_some_and(|entry| entry.is_reconciled)
    }

    /// Whether the cell is a term of some checked equation.
    pub fn is_term(&self, id: &str) -> bool {
        self.entry(id).is_some_and(|entry| entry.is_term)
    }

    /// Whether it is a total that no other takes in.
    pub fn is_top(&self, id: &str) -> bool {
        self.is_total(id) && !self.is_term(id)
    }

    /// The equation that arrives at this cell, its terms in the order of the page.
    pub fn equation(&self, id: &str) -> Option<Equation<'a>> {
        let check = self.sum(id)?;
        let total = self.fact(id)?;
        let mut terms: Vec<Term> = Vec::with_capacity(check.terms.len());
        for term in &check.terms {
            let fact = self.fact(&term.cell)?;
            let place = terms.iter().position(|other| other.fact.row > fact.row).unwrap_or(terms.len());
            terms.insert(
                place,
                Term { fact, weight: term.weight, effect: exact::mul(fact.amount(), term.weight).unwrap_or_default() },
            );
        }
        Some(Equation { total, terms, outcome: check.outcome })
    }

    /// The amounts of money in a column, down the page.
    pub fn column(&self, column: &Column) -> Vec<Fact<'a>> {
        let mut facts = Vec::new();
        for Entry { fact, .. } in &self.entries {
            if fact.line.unit == Unit::Money && fact.cell.column == column.id {
                facts.push(*fact);
            }
        }
        facts
    }

    /// Every cell under a total, whatever the depth, the total not included.
    pub fn parts(&self, id: &str) -> Vec<&'a str> {
        let mut found: Vec<&'a str> = Vec::new();
        let mut next = self.sum(id);
        let mut opened = 0;
        while let Some(check) = next {
            for term in &check.terms {
                if !found.contains(&term.cell.as_str()) {
                    found.push(&term.cell);
                }
            }
            next = None;
            while next.is_none() && opened < found.len() {
                next = self.sum(found[opened]);
                opened += 1;
            }
        }
        found
    }
}
