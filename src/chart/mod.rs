//! Charts as plain data: what can be drawn from a report, every mark a printed figure and every step a checked one.
//!
//! Nothing here knows a company or a browser. A chart is read off the equations the checks confirmed; where an equation
//! does not tie, its gap is a step of its own; where there is none, the chart is absent and one sentence says why.

mod balance;
mod book;
mod bridge;
pub mod caption;
mod cash;
mod comparison;
mod income;
mod period;
mod plot;
mod run;
mod shares;
pub mod words;

#[cfg(test)]
pub(crate) mod testing;

pub use balance::{Segment, segments};
pub use plot::{Group, Mark, MarkKind, Plot};

use crate::{
    order,
    report::{Basis, Report, Statement, StatementKind, Unit},
};
use book::Book;
use rust_decimal::Decimal;

/// What a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Income,
    Comparison,
    Shares,
    Balance,
    Bridge,
    Cash,
}

impl Kind {
    /// Whether lines stand in it with a bar for each period.
    pub const fn is_lines(self) -> bool {
        matches!(self, Self::Comparison | Self::Shares)
    }

    /// An amount of such a chart as it is shown.
    pub fn shown(self, amount: Decimal, decimals: u32) -> String {
        if self == Self::Shares { words::percent(amount) } else { words::amount(amount, decimals) }
    }

    /// A short name for headings and lists.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Income => "Revenue to net income",
            Self::Comparison => "Period against period",
            Self::Shares => "Percent of revenue",
            Self::Balance => "Composition of the balance sheet",
            Self::Bridge => "Non-GAAP to GAAP",
            Self::Cash => "Cash from beginning to end",
        }
    }
}

/// The charts of a report, and those its data does not support.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charts {
    pub drawn: Vec<Chart>,
    pub absent: Vec<Absent>,
}

/// One figure: a kind of chart of one statement, with a view for every column (or pair of columns).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    pub kind: Kind,
    pub basis: Basis,
    /// Id of the statement.
    pub statement: String,
    /// The title of the statement, as printed.
    pub source: String,
    /// "in thousands of US dollars".
    pub units: String,
    /// Digits printed behind the point in this statement's money amounts.
    pub decimals: u32,
    pub views: Vec<View>,
}

/// One column of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// What the views are grouped by in the picker ("Year"); may be empty.
    pub group: String,
    /// The name in the picker ("Dec 2003").
    pub label: String,
    /// The period in full words.
    pub period: String,
    /// The last day of its column; empty where it is of several.
    pub until: String,
    /// What is drawn, or the sentence that says why nothing is.
    pub plot: Result<Plot, String>,
}

impl View {
    /// "Year ended December 31, 2005, in thousands of US dollars".
    pub fn about(&self, chart: &Chart) -> String {
        let unit = if chart.kind == Kind::Shares { "in percent of the revenue of each period" } else { &chart.units };
        words::joined(&[&self.period, if self.period.is_empty() { "" } else { ", " }, unit])
    }
}

/// A chart that was looked for and could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    pub kind: Kind,
    /// Id of the statement, when there is one.
    pub statement: Option<String>,
    /// Its title as printed, when there is one.
    pub source: String,
    pub reason: String,
}

/// Every chart the report supports, in the order of the document.
pub fn charts(report: &Report) -> Charts {
    let mut out = Charts::default();
    for statement in &report.statements {
        if matches!(statement.kind, StatementKind::Equity | StatementKind::Schedule | StatementKind::Other) {
            continue;
        }
        let book = &Book::new(report, statement);
        match statement.kind {
            StatementKind::IncomeStatement => {
                let views = period::views(statement, &|column| income::plot(book, statement, column));
                out.add(Kind::Income, statement, views);
                out.add(Kind::Comparison, statement, comparison::views(book, statement));
                // Where there is none the comparison says why already.
                let shares = shares::views(book, statement);
                if shares.iter().any(|view| view.plot.is_ok()) {
                    out.add(Kind::Shares, statement, shares);
                }
            }
            StatementKind::BalanceSheet => {
                let views = period::views(statement, &|column| balance::plot(book, statement, column));
                out.add(Kind::Balance, statement, views);
            }
            StatementKind::Reconciliation => {
                for views in bridge::each(book, statement) {
                    out.add(Kind::Bridge, statement, views);
                }
            }
            StatementKind::CashFlow => {
                let views = period::views(statement, &|column| cash::plot(book, statement, column));
                out.add(Kind::Cash, statement, views);
            }
            StatementKind::Equity | StatementKind::Schedule | StatementKind::Other => {}
        }
    }
    for (kind, wanted, reason) in [
        (Kind::Income, StatementKind::IncomeStatement, "No income statement was found in this file."),
        (Kind::Balance, StatementKind::BalanceSheet, "No balance sheet was found in this file."),
        (Kind::Bridge, StatementKind::Reconciliation, "No reconciliation to GAAP was found in this file."),
        (Kind::Cash, StatementKind::CashFlow, "No statement of cash flows was found in this file."),
    ] {
        if report.statements.iter().all(|statement| statement.kind != wanted) {
            out.absent.push(Absent { kind, statement: None, source: String::new(), reason: reason.into() });
        }
    }
    out
}

impl Charts {
    /// A chart with nothing to draw in any column becomes an absent one.
    fn add(&mut self, kind: Kind, statement: &Statement, views: Vec<View>) {
        let reason = match views.iter().find_map(|view| view.plot.as_ref().err()) {
            Some(reason) => reason.clone(),
            None => "The statement has no column of amounts.".into(),
        };
        if views.iter().any(|view| view.plot.is_ok()) {
            self.drawn.push(Chart {
                kind,
                basis: statement.basis,
                statement: statement.id.clone(),
                source: statement.title.clone(),
                units: words::units(&statement.currency, statement.scale),
                decimals: decimals(statement),
                views,
            });
        } else {
            let source = statement.title.clone();
            self.absent.push(Absent { kind, statement: Some(statement.id.clone()), source, reason });
        }
    }
}

/// The usual number of digits behind the point among the money amounts, so that a column of them lines up.
fn decimals(statement: &Statement) -> u32 {
    let mut counts = [0_u32; 8];
    for line in statement.lines.iter().filter(|line| line.unit == Unit::Money) {
        for printed in line.cells.iter().filter_map(|cell| cell.printed) {
            if let Some(count) = counts.get_mut(printed.scale() as usize) {
                *count += 1;
            }
        }
    }
    let most = order::greatest(counts.len(), &|i| u64::from(counts[i])).filter(|i| counts[*i] > 0);
    most.and_then(|digits| u32::try_from(digits).ok()).unwrap_or(0)
}
