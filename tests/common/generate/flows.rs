//! Invented statements of cash flows.

use super::{
    company::Company,
    figures::Source,
    model::{Kind, Period, Rank, Statement},
    tape::Tape,
    words,
};

struct Sheet<'c> {
    company: &'c Company,
    own: Statement,
}

impl Sheet<'_> {
    fn lines(&mut self, of: &[Source], depth: usize) -> Vec<(usize, i64)> {
        let company = self.company;
        of.iter().map(|l| (self.own.line(l.caption(), depth, |period| company.flow(*l, period)), 1)).collect()
    }
}

pub fn sheet(tape: &mut Tape<'_>, company: &Company, columns: Vec<Period>) -> Statement {
    let title = tape.one(&["CONSOLIDATED STATEMENTS OF CASH FLOWS", "Condensed Consolidated Statements of Cash Flows"]);
    let mut sheet = Sheet { company, own: Statement::new(Kind::Flows, title, columns) };
    let operating = operating(tape, &mut sheet);
    sheet.own.blank();
    sheet.own.heading("Cash flows from investing activities:", 0);
    let lines = tape.some(&words::INVESTING, 1, 4);
    let terms = sheet.lines(&lines, 1);
    let investing = sheet.own.total("Net cash provided by (used in) investing activities", 2, Rank::Sum, terms);
    sheet.own.blank();
    sheet.own.heading("Cash flows from financing activities:", 0);
    let lines = tape.some(&words::FINANCING, 1, 4);
    let mut terms = sheet.lines(&lines, 1);
    if company.dividends {
        terms.extend(sheet.lines(&[words::DIVIDENDS], 1));
    }
    let plug = sheet.own.line("Other financing activities, net", 1, |_| 0);
    terms.push((plug, 1));
    let financing = sheet.own.total("Net cash provided by (used in) financing activities", 2, Rank::Sum, terms);
    sheet.own.blank();
    let mut terms = vec![(operating, 1), (investing, 1), (financing, 1)];
    if tape.chance(40) {
        terms.extend(sheet.lines(&[words::RATES], 0));
    }
    let caption = "Net increase (decrease) in cash and cash equivalents";
    let change = sheet.own.total(caption, 0, Rank::Sum, terms);
    roll(tape, &mut sheet, change, plug);
    sheet.own
}

fn operating(tape: &mut Tape<'_>, sheet: &mut Sheet<'_>) -> usize {
    let company = sheet.company;
    sheet.own.heading("Cash flows from operating activities:", 0);
    let mut terms = vec![(sheet.own.line("Net income (loss)", 1, |p| company.net_income(p)), 1)];
    let caption = "Adjustments to reconcile net income to net cash provided by operating activities:";
    sheet.own.heading(caption, 1);
    let lines = tape.some(&words::ADJUSTMENTS, 1, 5);
    terms.extend(sheet.lines(&lines, 2));
    if tape.chance(70) {
        sheet.own.heading("Changes in operating assets and liabilities:", 2);
        let lines = tape.some(&words::CHANGES, 2, 5);
        terms.extend(sheet.lines(&lines, 3));
    }
    sheet.own.total("Net cash provided by (used in) operating activities", 2, Rank::Sum, terms)
}

/// Beginning and end; one line of financing makes the change what it must be.
fn roll(tape: &mut Tape<'_>, sheet: &mut Sheet<'_>, change: usize, plug: usize) {
    let company = sheet.company;
    let columns = sheet.own.columns.clone();
    for (column, period) in columns.iter().enumerate() {
        let gap = company.cash_change(*period) - sheet.own.cell(change, column);
        sheet.own.set(plug, column, gap);
    }
    sheet.own.add_up();
    let unit = if columns.iter().all(|c| c.quarters == 4) { tape.one(&["year", "period"]) } else { "period" };
    let begin = |p: Period| company.held(words::CASH, Period { end: p.end - p.quarters, quarters: 0 });
    let begins = sheet.own.line(&format!("Cash and cash equivalents at beginning of {unit}"), 0, begin);
    let caption = format!("Cash and cash equivalents at end of {unit}");
    sheet.own.total(&caption, 0, Rank::Grand, vec![(change, 1), (begins, 1)]);
}
