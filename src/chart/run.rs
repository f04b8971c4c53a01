//! A running level: begin somewhere, add changes, arrive at printed totals, and show openly what is missing between.

use rust_decimal::Decimal;

use super::book::{Book, Equation, Fact, Term};
use super::plot::row;
use super::words::{self, amount, joined};
use super::{Group, Mark, MarkKind, Plot};
use crate::report::Outcome;

pub struct Run<'a> {
    book: &'a Book<'a>,
    pub marks: Vec<Mark>,
    level: Decimal,
    pub outcome: Outcome,
    /// What did not tie, added up without sign.
    pub gap: Decimal,
    digits: u32,
}

impl<'a> Run<'a> {
    pub fn new(book: &'a Book<'a>, digits: u32) -> Self {
        Self { book, marks: Vec::new(), level: Decimal::ZERO, outcome: Outcome::Exact, gap: Decimal::ZERO, digits }
    }

    pub fn start(&mut self, fact: Fact) {
        self.push(Mark { gap: self.book.gap(fact.id()), ..Mark::level(fact, MarkKind::Start) });
    }

    /// The changes an equation makes, but for one of its terms.
    pub fn changes(&mut self, equation: &Equation, but: &str) {
        for term in &equation.terms {
            if term.fact.id() != but {
                self.change(term);
            }
        }
    }

    /// A change; nothing at all is no step.
    pub fn change(&mut self, term: &Term) {
        if !term.effect.is_zero() {
            let (id, caption) = (term.fact.id(), term.fact.caption());
            let gap = self.book.gap(id);
            self.push(Mark { gap, ..Mark::change(id, caption, MarkKind::Change, self.level, term.effect) });
        }
    }

    /// What is missing between the terms of an equation, all of them added by now, and its printed total.
    pub fn settle(&mut self, equation: &Equation) {
        self.outcome = self.outcome.max(equation.outcome);
        let difference = equation.difference();
        if difference.is_zero() {
            return;
        }
        let (caption, kind) = if equation.outcome == Outcome::Broken {
            let size = difference.abs();
            self.gap = words::plus(self.gap, size);
            (joined(&["Does not tie by ", &amount(size, self.digits)]), MarkKind::Gap)
        } else {
            ("Rounding".to_owned(), MarkKind::Rounding)
        };
        self.push(Mark::change(equation.total.id(), caption, kind, self.level, difference));
    }

    /// The total of an equation as a level of its own.
    pub fn arrive(&mut self, equation: &Equation, kind: MarkKind) {
        self.settle(equation);
        self.marks.push(Mark::level(equation.total, kind));
    }

    fn push(&mut self, mark: Mark) {
        self.level = mark.to;
        self.marks.push(mark);
    }

    /// The waterfall; where `shares`, the marks say what part of the first they are.
    pub fn plot(self, point: String, shares: bool) -> Plot {
        let Self { mut marks, outcome, gap, digits, .. } = self;
        let mut table = vec![row(&["Step", "Amount", "Running level"])];
        let first = marks.first().filter(|_| shares);
        let base = first.map(|first| (first.cell.clone(), first.amount, first.caption.clone()));
        for mark in &mut marks {
            let to = amount(mark.to, digits);
            if !mark.kind.is_level() {
                mark.note = joined(&[", from ", &amount(mark.from, digits), " to ", &to]);
            }
            if let Some((cell, whole, name)) = &base
                && *cell != mark.cell
                && mark.kind != MarkKind::Gap
            {
                mark.note.push_str(&words::part("; ", mark.amount.abs(), *whole, name));
            }
            table.push(row(&[&mark.caption, &amount(mark.amount, digits), &to]));
        }
        let title = words::untied(point, gap, digits);
        Plot { title, outcome, groups: vec![Group { marks, ..Group::default() }], table }
    }
}
