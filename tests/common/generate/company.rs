//! An invented company: which lines its statements have, and the figures that they share.

use super::{
    figures::{DAWN, Figures, Source},
    model::Period,
    tape::Tape,
    words,
};

/// How the income statement is set.
pub struct Income {
    pub revenues: Vec<Source>,
    pub costs: Vec<Source>,
    pub expenses: Vec<Source>,
    pub others: Vec<Source>,
    /// Costs are printed in parentheses, and add up as printed.
    pub parentheses: bool,
    /// All costs and expenses are one list, with no gross profit.
    pub one_step: bool,
    pub shares: bool,
}

pub struct Company {
    pub figures: Figures,
    pub income: Income,
    pub dividends: bool,
}

/// Cents of a share that are earned or lost in a usual quarter, about.
const MOST_CENTS: i64 = 150;

impl Company {
    pub fn new(tape: &mut Tape<'_>, figures: Figures) -> Self {
        let income = Income {
            revenues: tape.some(&words::REVENUES, 1, 3),
            costs: tape.some(&words::COSTS, 1, 3),
            expenses: tape.some(&words::EXPENSES, 1, 6),
            others: tape.some(&words::OTHER_INCOME, 0, 3),
            parentheses: tape.chance(30),
            one_step: tape.chance(30),
            shares: tape.chance(60),
        };
        Self { figures, income, dividends: tape.chance(40) }
    }

    pub fn flow(&self, line: Source, period: Period) -> i64 {
        self.figures.over(line, period.end, period.quarters)
    }

    pub fn held(&self, line: Source, period: Period) -> i64 {
        self.figures.at(line, period.end)
    }

    pub fn net_income(&self, period: Period) -> i64 {
        let sum = |lines: &[Source]| lines.iter().map(|l| self.flow(*l, period)).sum::<i64>();
        let own = &self.income;
        sum(&own.revenues) + sum(&own.others) - sum(&own.costs) - sum(&own.expenses) - self.flow(words::TAX, period)
    }

    pub fn paid_out(&self, period: Period) -> i64 {
        if self.dividends { self.flow(words::DIVIDENDS, period) } else { 0 }
    }

    pub fn retained(&self, day: Period) -> i64 {
        let since = Period { end: day.end, quarters: day.end - DAWN };
        self.net_income(since) + self.paid_out(since)
    }

    /// The change in cash over a period.
    pub fn cash_change(&self, period: Period) -> i64 {
        let begin = Period { end: period.end - period.quarters, quarters: 0 };
        self.held(words::CASH, Period { quarters: 0, ..period }) - self.held(words::CASH, begin)
    }

    /// Weighted shares, basic and diluted: some dimes of a share are earned in a usual quarter.
    pub fn shares(&self, period: Period) -> (i64, i64) {
        const USUAL: i32 = 16;
        let quarters = (0..USUAL).map(|q| self.net_income(Period { end: DAWN + q, quarters: 1 }).abs()).sum::<i64>();
        let usual = quarters / i64::from(USUAL) * 100 / MOST_CENTS + 100;
        let drift = self.figures.at(Source::new("Shares").always(), period.end) % (usual / 20 + 1);
        let basic = usual + drift;
        let more = if self.net_income(period) > 0 { basic / 40 + 1 } else { 0 };
        (basic, basic + more)
    }
}
