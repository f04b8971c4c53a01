//! Small reports made by hand: lines of amounts, and the sums between them written as one writes them.

use rust_decimal::Decimal;

use super::{Charts, Kind, Mark, Plot, charts};
use crate::report::{
    Basis, Cell, Check, Column, Line, Outcome, Report, Role, Rule, Severity, Statement, StatementKind, Term, Unit,
};
use crate::span::Span;

pub struct Sheet {
    report: Report,
    sums: Vec<(String, String)>,
}

impl Sheet {
    pub fn new(kind: StatementKind, scale: i64) -> Self {
        let statement = Statement {
            id: "s1".into(),
            kind,
            basis: Basis::Gaap,
            title: "STATEMENT".into(),
            span: Span::default(),
            currency: "USD".into(),
            scale: scale.into(),
            audited: None,
            columns: Vec::new(),
            lines: Vec::new(),
        };
        let mut sheet = Self { report: Report { statements: vec![statement], ..Report::default() }, sums: Vec::new() };
        sheet.columns(&[(12, "2003-12-31")]);
        sheet
    }

    pub fn columns(&mut self, columns: &[(u32, &str)]) -> &mut Self {
        let column = |(place, (months, end)): (usize, &(u32, &str))| Column {
            id: format!("s1.c{}", place + 1),
            label: (*end).into(),
            headings: vec![(*end).into()],
            instant: None,
            start: Some((*end).into()),
            end: Some((*end).into()),
            months: Some(*months),
        };
        self.report.statements[0].columns = columns.iter().enumerate().map(column).collect();
        self
    }

    /// A line with an amount for each column; "-" is a dash.
    pub fn line(&mut self, caption: &str, amounts: &[&str]) -> &mut Self {
        let statement = &mut self.report.statements[0];
        let number = statement.lines.len() + 1;
        let scale = statement.scale;
        let cells = amounts.iter().enumerate().map(|(place, text)| {
            let printed: Option<Decimal> = text.parse().ok();
            Cell {
                id: format!("s1.l{number}.c{}", place + 1),
                column: format!("s1.c{}", place + 1),
                text: (*text).into(),
                symbol: None,
                printed,
                value: printed.map(|printed| printed * scale),
                ulp: Some(scale),
                nil: *text == "-",
                span: Span::default(),
            }
        });
        let cells = cells.collect();
        statement.lines.push(Line {
            id: format!("s1.l{number}"),
            caption: caption.into(),
            path: Vec::new(),
            depth: 0,
            role: Role::Item,
            unit: Unit::Money,
            concept: None,
            rule_above: Rule::None,
            rule_below: Rule::None,
            centred: false,
            aside: false,
            span: Span::default(),
            cells,
        });
        self
    }

    /// Gives a line another caption, under a heading.
    pub fn headed(&mut self, line: usize, heading: &str, caption: &str) -> &mut Self {
        let line = &mut self.report.statements[0].lines[line - 1];
        (line.path, line.caption) = (vec![heading.into()], caption.into());
        self
    }

    pub fn basis(&mut self, basis: Basis) -> &mut Self {
        self.report.statements[0].basis = basis;
        self
    }

    pub fn concept(&mut self, line: usize, concept: &str) -> &mut Self {
        self.report.statements[0].lines[line - 1].concept = Some(concept.into());
        self
    }

    /// Prints another amount in the first column of a line.
    pub fn set(&mut self, line: usize, amount: &str) -> &mut Self {
        let scale = self.report.statements[0].scale;
        let cell = &mut self.report.statements[0].lines[line - 1].cells[0];
        cell.printed = amount.parse().ok();
        cell.value = cell.printed.map(|printed| printed * scale);
        self
    }

    /// "3 = 1 + 2": line 3 foots in every column.
    pub fn sum(&mut self, equation: &str) -> &mut Self {
        self.rule("footing", equation)
    }

    pub fn rule(&mut self, rule: &str, equation: &str) -> &mut Self {
        self.sums.push((rule.into(), equation.into()));
        self
    }

    /// Takes away the equation that arrives at a line.
    pub fn forget(&mut self, line: usize) -> &mut Self {
        let start = format!("{line} =");
        self.sums.retain(|(_, equation)| !equation.starts_with(&start));
        self
    }

    pub fn report(&self) -> Report {
        let mut report = self.report.clone();
        for column in 1..=report.statements[0].columns.len() {
            report.checks.extend(self.sums.iter().map(|(rule, equation)| self.check(rule, equation, column)));
        }
        report
    }

    pub fn charts(&self) -> Charts {
        charts(&self.report())
    }

    fn check(&self, rule: &str, equation: &str, column: usize) -> Check {
        let (total, sum) = equation.split_once(" = ").expect("an equation");
        let id = |line: &str| format!("s1.l{line}.c{column}");
        let value = |line: &str| {
            let line = line.parse::<usize>().expect("a line number");
            self.report.statements[0].lines[line - 1].cells[column - 1].value.unwrap_or_default()
        };
        let (mut sign, mut terms, mut computed) = (Decimal::ONE, Vec::new(), Decimal::ZERO);
        for word in sum.split(' ') {
            match word {
                "+" => sign = Decimal::ONE,
                "-" => sign = -Decimal::ONE,
                line => {
                    computed += sign * value(line);
                    terms.push(Term { cell: id(line), weight: sign });
                }
            }
        }
        let difference = value(total) - computed;
        let outcome = if difference.is_zero() {
            Outcome::Exact
        } else if difference.abs() <= self.report.statements[0].scale {
            Outcome::Rounding
        } else {
            Outcome::Broken
        };
        Check {
            id: format!("{rule}.{total}.{column}"),
            rule: rule.into(),
            outcome,
            severity: Severity::Error,
            title: String::new(),
            detail: String::new(),
            statement: Some("s1".into()),
            column: Some(format!("s1.c{column}")),
            reported: Some(id(total)),
            computed: Some(computed),
            difference: Some(difference),
            tolerance: None,
            terms,
            reason: None,
            suspects: Vec::new(),
            repeats: None,
        }
    }
}

/// The first plot of a kind.
pub fn drawn(charts: &Charts, kind: Kind) -> &Plot {
    let chart = charts.drawn.iter().find(|chart| chart.kind == kind).expect("the chart is drawn");
    chart.views.iter().find_map(|view| view.plot.as_ref().ok()).expect("a view is drawn")
}

pub fn steps(plot: &Plot) -> String {
    rows(&plot.groups[0].marks)
}

/// One line a mark, to be read in a test.
pub fn rows(marks: &[Mark]) -> String {
    let line = |mark: &Mark| {
        format!("{:?} {} {} {} {}..{}\n", mark.kind, mark.cell, mark.caption, mark.amount, mark.from, mark.to)
    };
    marks.iter().map(line).collect()
}
