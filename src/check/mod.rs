//! Checks: the document's own arithmetic, done again.
//!
//! One rule a file; the file's module doc is the rule's manual. A rule is a function from the [`Book`] to checks, and
//! [`RULES`] is the list of them. Structure (which lines a total adds up) is found once, in [`structure`].

mod across;
mod balance;
mod captions;
mod cash_roll;
mod cash_tie;
mod cross_footing;
mod derived;
mod doubt;
mod eps;
mod evidence;
mod excluded_items;
mod footing;
mod footnote;
mod grade;
mod interval;
mod investing_counterpart;
mod metadata;
mod net_cash_change;
mod net_income_tie;
mod percent;
mod period_sum;
mod prose;
mod reconciliation;
mod reconciliation_tie;
mod repeats;
mod retained_earnings_roll;
mod share_order;
mod sign_label;
mod statement_tie;
mod structure;
mod suspect;
mod tax_rate;
mod tie;
mod words;
mod working_capital;

pub use interval::Interval;
pub use metadata::Facts;
pub use structure::Equation;

use std::ops::Range;

use rust_decimal::Decimal;

use crate::{
    claim::Claim,
    exact,
    gather::{Gather, PushAll},
    statement::{Cell, Line, Period, Statement},
    vocabulary::{Outcome, Severity, Unit},
};

/// Everything a rule may look at.
pub struct Book<'b> {
    pub statements: &'b [Statement],
    pub claims: &'b [Claim],
    pub facts: Facts<'b>,
    /// For each statement, which lines its totals add up.
    pub equations: Vec<Vec<Equation>>,
    /// For each statement, its lines with a concept.
    named: Vec<Vec<(usize, &'static str)>>,
}

/// Statements so many tables apart are not held against each other.
const NEAR: usize = 12;
/// No filing has more statements before or after its own.
const FILING: usize = 100;

/// Address of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    pub statement: usize,
    pub line: usize,
    pub column: usize,
}

/// What a check names: a cell or a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ref {
    Cell(At),
    Claim(usize),
}

impl Ref {
    /// Orders what checks name: cells as they are read, then claims.
    pub fn key(self) -> u64 {
        match self {
            Self::Cell(at) => (at.statement as u64) << 40 | (at.line as u64) << 16 | at.column as u64,
            Self::Claim(i) => 1 << 63 | i as u64,
        }
    }
}

/// One piece of arithmetic, re-performed. See [`crate::vocabulary::Check`] for the meaning of the fields.
#[derive(Clone, Debug)]
pub struct Check {
    pub rule: &'static str,
    pub outcome: Outcome,
    pub severity: Severity,
    pub title: String,
    pub detail: String,
    pub statement: Option<usize>,
    pub column: Option<usize>,
    pub reported: Option<Ref>,
    pub computed: Option<Decimal>,
    pub difference: Option<Decimal>,
    pub tolerance: Option<Decimal>,
    pub terms: Vec<(Ref, Decimal)>,
    pub reason: Option<String>,
    /// The reported amount is the sum of the terms: what the search for the wrong number can reason with.
    pub linear: bool,
    /// In how many other columns the same relation holds.
    pub holds: usize,
    pub suspects: Vec<Suspect>,
    /// The earlier check that adds up the same figures.
    pub repeats: Option<usize>,
}

/// A figure that, changed alone, would make broken checks tie.
#[derive(Clone, Copy, Debug)]
pub struct Suspect {
    pub at: Ref,
    /// The printed number it should read.
    pub suggested: Decimal,
    pub why: &'static str,
    pub equations_fixed: usize,
    pub score: f64,
}

/// A rule: its name in the report, how much a breach matters, and the function that applies it.
pub struct Rule {
    pub name: &'static str,
    pub severity: Severity,
    pub apply: fn(&Book<'_>, &mut Vec<Check>),
}

/// All rules, in the order their checks are reported.
pub const RULES: [Rule; 24] = [
    Rule { name: footing::NAME, severity: Severity::Error, apply: footing::apply },
    Rule { name: cross_footing::NAME, severity: Severity::Error, apply: cross_footing::apply },
    Rule { name: balance::NAME, severity: Severity::Error, apply: balance::apply },
    Rule { name: net_cash_change::NAME, severity: Severity::Error, apply: net_cash_change::apply },
    Rule { name: cash_roll::NAME, severity: Severity::Error, apply: cash_roll::apply },
    Rule { name: cash_tie::NAME, severity: Severity::Error, apply: cash_tie::apply },
    Rule { name: net_income_tie::NAME, severity: Severity::Error, apply: net_income_tie::apply },
    Rule { name: statement_tie::NAME, severity: Severity::Warning, apply: statement_tie::apply },
    Rule { name: working_capital::NAME, severity: Severity::Info, apply: working_capital::apply },
    Rule { name: investing_counterpart::NAME, severity: Severity::Warning, apply: investing_counterpart::apply },
    Rule { name: retained_earnings_roll::NAME, severity: Severity::Warning, apply: retained_earnings_roll::apply },
    Rule { name: eps::NAME, severity: Severity::Error, apply: eps::apply },
    Rule { name: share_order::NAME, severity: Severity::Warning, apply: share_order::apply },
    Rule { name: reconciliation::NAME, severity: Severity::Error, apply: reconciliation::apply },
    Rule { name: reconciliation_tie::NAME, severity: Severity::Error, apply: reconciliation_tie::apply },
    Rule { name: tax_rate::NAME, severity: Severity::Info, apply: tax_rate::apply },
    Rule { name: excluded_items::NAME, severity: Severity::Warning, apply: excluded_items::apply },
    Rule { name: footnote::NAME, severity: Severity::Warning, apply: footnote::apply },
    Rule { name: prose::HEADLINE, severity: Severity::Error, apply: prose::headlines },
    Rule { name: prose::PROSE, severity: Severity::Error, apply: prose::sentences },
    Rule { name: percent::NAME, severity: Severity::Error, apply: percent::apply },
    Rule { name: period_sum::NAME, severity: Severity::Error, apply: period_sum::apply },
    Rule { name: sign_label::NAME, severity: Severity::Info, apply: sign_label::apply },
    Rule { name: metadata::NAME, severity: Severity::Warning, apply: metadata::apply },
];

/// The outcome of the whole examination.
pub struct Examination {
    pub checks: Vec<Check>,
    pub equations: Vec<Vec<Equation>>,
}

/// Applies every rule, grades what rounding may explain, and looks for the figure that is wrong.
pub fn examine(statements: &[Statement], claims: &[Claim], facts: Facts<'_>) -> Examination {
    let equations = statements.iter().map(structure::find).gather();
    let concepts = |s: &Statement| s.lines.iter().enumerate().filter_map(|(i, l)| Some((i, l.concept?))).gather();
    let book = Book { statements, claims, facts, equations, named: statements.iter().map(concepts).gather() };
    let mut checks = Vec::new();
    for rule in &RULES {
        let from = checks.len();
        (rule.apply)(&book, &mut checks);
        for check in &mut checks[from..] {
            check.rule = rule.name;
            // A rule may lower the severity of one check, not raise it.
            check.severity = check.severity.max(rule.severity);
        }
    }
    grade::settle(&book, &mut checks);
    suspect::find(&book, &mut checks);
    doubt::settle(&book, &mut checks);
    repeats::mark(&mut checks);
    Examination { checks, equations: book.equations }
}

impl Book<'_> {
    pub fn statement(&self, at: At) -> &Statement {
        &self.statements[at.statement]
    }

    pub fn line(&self, at: At) -> &Line {
        &self.statements[at.statement].lines[at.line]
    }

    pub fn cell(&self, at: At) -> Option<&Cell> {
        self.line(at).cells.get(at.column)?.as_ref()
    }

    /// The value at an address; a dash is nothing.
    pub fn value(&self, at: At) -> Option<Decimal> {
        self.cell(at)?.value
    }

    /// What a printed unit of a cell is worth.
    pub fn scale(&self, at: At) -> Decimal {
        let cell = self.cell(at);
        let own = cell.and_then(|c| exact::div(c.value?, c.printed.filter(|p| !p.is_zero())?));
        let none = if self.line(at).unit == Unit::PerShare { Decimal::ONE } else { self.statement(at).scale };
        own.unwrap_or(none)
    }

    pub fn period(&self, at: At) -> Option<Period> {
        // Amounts translated into another currency are held against nothing but themselves.
        let statement = self.statement(at);
        statement.columns.get(at.column).filter(|c| !c.is_translated(statement))?.period
    }

    pub fn interval(&self, at: At) -> Option<Interval> {
        let cell = self.cell(at)?;
        Some(Interval::around(cell.value?, cell.ulp.unwrap_or_default()))
    }

    /// Statements that pass a test and stand near another in the file: a filing's own statements stand together, and a file
    /// of many filings does not mix them.
    pub fn near(&self, of: usize, test: &dyn Fn(&Statement) -> bool) -> Vec<usize> {
        let reach = of.saturating_sub(NEAR)..(of + NEAR + 1).min(self.statements.len());
        let own = &self.statements[of];
        reach.filter(|i| *i != of && test(&self.statements[*i]) && own.is_of_one_company(&self.statements[*i])).gather()
    }

    /// Whether two cells may be of one company's statements.
    pub fn one_company(&self, a: At, b: At) -> bool {
        self.statement(a).is_of_one_company(self.statement(b))
    }

    /// All statements, as [`Book::cells_where`] wants them.
    pub fn all(&self) -> Range<usize> {
        0..self.statements.len()
    }

    /// The statements of the filing that a statement, or a sentence, is part of: a file of many filings does not mix them, and takes
    /// no longer for each.
    pub fn filing_around(&self, statement: usize) -> Range<usize> {
        statement.saturating_sub(FILING)..(statement + FILING).min(self.statements.len())
    }

    /// The first statement that begins after an offset.
    pub fn after(&self, offset: usize) -> usize {
        self.statements.partition_point(|s| s.span.start < offset)
    }

    /// Cells that hold a number, of the lines with a concept, over the statements that pass a test.
    pub fn cells_where(&self, within: Range<usize>, test: &dyn Fn(&Statement) -> bool, concepts: &[&str]) -> Vec<At> {
        let mut found = Vec::new();
        for statement in within.filter(|i| test(&self.statements[*i])) {
            let from = &self.statements[statement];
            for (line, concept) in &self.named[statement] {
                if concepts.contains(concept) {
                    let line = *line;
                    let row = (0..from.lines[line].cells.len()).map(|column| At { statement, line, column });
                    found.push_all(row.filter(|at| self.value(*at).is_some()));
                }
            }
        }
        found
    }
}
