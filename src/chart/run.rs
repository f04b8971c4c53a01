//! A running level: begin somewhere, add changes, arrive at printed totals, and show openly what is missing between.

use rust_decimal::Decimal;

use super::book::{Book, Equation, Fact, Term};
use super::words;
use super::{Step, StepKind};
use crate::report::Outcome;

pub struct Run<'a> {
    book: &'a Book<'a>,
    pub steps: Vec<Step>,
    level: Decimal,
    pub outcome: Outcome,
    /// What did not tie, added up without sign.
    pub gap: Decimal,
    decimals: u32,
}

impl<'a> Run<'a> {
    pub fn new(book: &'a Book<'a>, decimals: u32) -> Self {
        Self { book, steps: Vec::new(), level: Decimal::ZERO, outcome: Outcome::Exact, gap: Decimal::ZERO, decimals }
    }

    pub fn start(&mut self, fact: Fact) {
        self.level = fact.amount();
        self.steps.push(Step { inner_gap: self.book.gap(fact.id()), ..level(fact, StepKind::Start) });
    }

    /// A change; nothing at all is no step.
    pub fn change(&mut self, term: &Term) {
        if !term.effect.is_zero() {
            let inner_gap = self.book.gap(term.fact.id());
            self.push(term.fact.id(), term.fact.caption(), StepKind::Change, term.effect, inner_gap);
        }
    }

    /// What is missing between the terms of an equation, all of them added by now, and its printed total.
    pub fn settle(&mut self, equation: &Equation) {
        self.outcome = self.outcome.max(equation.outcome);
        let difference = equation.difference();
        if difference.is_zero() {
            return;
        }
        let id = equation.total.id();
        if equation.outcome == Outcome::Broken {
            self.gap += difference.abs();
            let caption = words::joined(&["Does not tie by ", &words::amount(difference.abs(), self.decimals)]);
            self.push(id, caption, StepKind::Gap, difference, Decimal::ZERO);
        } else {
            self.push(id, "Rounding".into(), StepKind::Rounding, difference, Decimal::ZERO);
        }
    }

    /// The total of an equation as a level of its own.
    pub fn arrive(&mut self, equation: &Equation, kind: StepKind) {
        self.settle(equation);
        self.steps.push(level(equation.total, kind));
    }

    fn push(&mut self, cell: &str, caption: String, kind: StepKind, amount: Decimal, inner_gap: Decimal) {
        let (from, to) = (self.level, self.level + amount);
        self.level = to;
        self.steps.push(Step { cell: cell.into(), caption, kind, amount, from, to, inner_gap });
    }

    /// The sentence over the chart: the point where all ties, the gap where it does not.
    pub fn title(&self, point: String) -> String {
        if self.gap.is_zero() {
            return point;
        }
        words::joined(&[&point, ", but does not tie by ", &words::amount(self.gap, self.decimals)])
    }
}

/// A bar from zero.
pub fn level(fact: Fact, kind: StepKind) -> Step {
    let amount = fact.amount();
    let caption = fact.caption();
    Step { cell: fact.id().into(), caption, kind, amount, from: Decimal::ZERO, to: amount, inner_gap: Decimal::ZERO }
}
