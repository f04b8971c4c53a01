//! Invented income statements.

use super::{
    company::Company,
    figures::Source,
    model::{Kind, Period, Rank, Statement, Unit},
    tape::Tape,
    words,
};

struct Sheet<'c> {
    company: &'c Company,
    own: Statement,
}

impl Sheet<'_> {
    fn line(&mut self, of: Source, depth: usize, sign: i64) -> usize {
        let company = self.company;
        self.own.line(of.caption(), depth, |period| sign * company.flow(of, period))
    }

    /// A list of one line stands by itself; a longer one has a heading and a total. Gives the row that stands for it.
    fn list(&mut self, heading: &str, total: &str, of: &[Source], sign: i64, alone: &str) -> usize {
        let company = self.company;
        if let ([one], false) = (of, alone.is_empty()) {
            return self.own.line(alone, 0, |period| sign * company.flow(*one, period));
        }
        self.own.heading(heading, 0);
        let terms: Vec<_> = of.iter().map(|l| (self.line(*l, 1, sign), 1)).collect();
        if terms.len() == 1 {
            return terms[0].0;
        }
        self.own.total(total, 1, Rank::Sum, terms)
    }
}

pub fn sheet(tape: &mut Tape<'_>, company: &Company, columns: Vec<Period>) -> Statement {
    let title = tape.one(&[
        "CONSOLIDATED STATEMENTS OF OPERATIONS",
        "Condensed Consolidated Statements of Income",
        "STATEMENTS OF EARNINGS",
    ]);
    let mut sheet = Sheet { company, own: Statement::new(Kind::Income, title, columns) };
    let plan = &company.income;
    // Costs in parentheses are added, others taken away.
    let sign = if plan.parentheses { -1 } else { 1 };
    let less = -sign;
    let revenue = sheet.list("Net revenues:", "Total net revenues", &plan.revenues, 1, "Net revenues");
    let operating = if plan.one_step {
        sheet.own.blank();
        let all: Vec<Source> = plan.costs.iter().chain(&plan.expenses).copied().collect();
        let costs = sheet.list("Costs and expenses:", "Total costs and expenses", &all, sign, "");
        sheet.own.total("Operating income (loss)", 0, Rank::Sum, vec![(revenue, 1), (costs, less)])
    } else {
        let costs = sheet.list("Cost of revenues:", "Total cost of revenues", &plan.costs, sign, "Cost of revenues");
        let gross = sheet.own.total(
            tape.one(&["Gross profit", "Gross margin"]),
            tape.below(2),
            Rank::Sum,
            vec![(revenue, 1), (costs, less)],
        );
        sheet.own.blank();
        let costs = sheet.list("Operating expenses:", "Total operating expenses", &plan.expenses, sign, "");
        sheet.own.total(
            tape.one(&["Operating income (loss)", "Income (loss) from operations"]),
            0,
            Rank::Sum,
            vec![(gross, 1), (costs, less)],
        )
    };
    let mut before = operating;
    if !plan.others.is_empty() {
        let mut terms = vec![(operating, 1)];
        terms.extend(plan.others.iter().map(|l| (sheet.line(*l, 0, 1), 1)));
        before = sheet.own.total("Income (loss) before income taxes", 0, Rank::Sum, terms);
    }
    let tax = sheet.line(words::TAX, 0, sign);
    sheet.own.total("Net income (loss)", 0, Rank::Grand, vec![(before, 1), (tax, less)]);
    if plan.shares {
        sheet.own.blank();
        shares(tape, &mut sheet);
    }
    sheet.own
}

fn shares(tape: &mut Tape<'_>, sheet: &mut Sheet<'_>) {
    let company = sheet.company;
    let each = |period: Period, shares: i64| cents(company.net_income(period), shares);
    let own = &mut sheet.own;
    if tape.chance(50) {
        own.heading("Net income (loss) per share:", 0);
        own.of(Unit::PerShare, "Basic", 1, |p| each(p, company.shares(p).0));
        own.of(Unit::PerShare, "Diluted", 1, |p| each(p, company.shares(p).1));
        own.heading("Weighted average shares outstanding:", 0);
        own.of(Unit::Shares, "Basic", 1, |p| company.shares(p).0);
        own.of(Unit::Shares, "Diluted", 1, |p| company.shares(p).1);
    } else {
        own.of(Unit::PerShare, "Basic net income (loss) per share", 0, |p| each(p, company.shares(p).0));
        own.of(Unit::PerShare, "Diluted net income (loss) per share", 0, |p| each(p, company.shares(p).1));
        own.blank();
        own.of(Unit::Shares, "Shares used in computing basic net income (loss) per share", 0, |p| company.shares(p).0);
        own.of(Unit::Shares, "Shares used in computing diluted net income (loss) per share", 0, |p| {
            company.shares(p).1
        });
    }
}

/// An amount by share in cents, rounded half away from nothing.
fn cents(amount: i64, shares: i64) -> i64 {
    let cents = (amount.abs() * 200 + shares) / (2 * shares);
    if amount < 0 { -cents } else { cents }
}
