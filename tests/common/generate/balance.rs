//! Invented balance sheets.

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

/// Rows with their signs, gathered for a total.
type Terms = Vec<(usize, i64)>;

impl Sheet<'_> {
    fn line(&mut self, of: Source, depth: usize) -> (usize, i64) {
        let company = self.company;
        (self.own.line(of.caption(), depth, |day| company.held(of, day)), 1)
    }

    fn lines(&mut self, of: &[Source], depth: usize) -> Terms {
        of.iter().map(|l| self.line(*l, depth)).collect()
    }

    fn total(&mut self, caption: &str, depth: usize, rank: Rank, terms: Terms) -> (usize, i64) {
        (self.own.total(caption, depth, rank, terms), 1)
    }
}

pub fn sheet(tape: &mut Tape<'_>, company: &Company, columns: Vec<Period>) -> Statement {
    let title = tape.one(&["CONSOLIDATED BALANCE SHEETS", "Condensed Consolidated Balance Sheets", "BALANCE SHEETS"]);
    let mut sheet = Sheet { company, own: Statement::new(Kind::Balance, title, columns) };
    let classified = !tape.chance(25);
    let assets = assets(tape, &mut sheet, classified);
    sheet.own.blank();
    let (total, plug, carrier) = (assets.0, claims(tape, &mut sheet, classified), assets.1);
    balance(&mut sheet.own, total, plug, carrier);
    sheet.own
}

/// Gives the row of total assets and one that may be made larger.
fn assets(tape: &mut Tape<'_>, sheet: &mut Sheet<'_>, classified: bool) -> (usize, usize) {
    let above = tape.below(3);
    match above {
        0 => sheet.own.heading("Assets", 0),
        1 => sheet.own.centred("ASSETS"),
        _ => sheet.own.heading("ASSETS:", 0),
    }
    let depth = usize::from(classified);
    if classified {
        sheet.own.heading("Current assets:", 0);
    }
    let mut terms = vec![sheet.line(words::CASH, depth)];
    if tape.chance(30) {
        let gross = sheet.line(words::RECEIVABLES, depth);
        terms.extend([gross, sheet.line(words::ALLOWANCE, depth)]);
        if tape.chance(50) {
            let net = terms.split_off(1);
            terms.push(sheet.total("Net receivables", depth, Rank::Sum, net));
        }
    }
    let current = tape.some(&words::CURRENT_ASSETS, 1, 6);
    terms.extend(sheet.lines(&current, depth));
    if classified {
        let of = std::mem::take(&mut terms);
        terms.push(sheet.total("Total current assets", tape.from(1, 2), Rank::Sum, of));
        blank(tape, sheet);
    }
    if tape.chance(35) {
        terms.push(property(tape, sheet));
    }
    let long = tape.some(&words::LONG_ASSETS, 0, 4);
    terms.extend(sheet.lines(&long, 0));
    let carrier = sheet.line(words::OTHER_ASSETS, 0);
    terms.push(carrier);
    let depth = tape.below(3);
    (sheet.total("Total assets", depth, Rank::Grand, terms).0, carrier.0)
}

fn property(tape: &mut Tape<'_>, sheet: &mut Sheet<'_>) -> (usize, i64) {
    sheet.own.heading("Property, plant and equipment:", 0);
    let kinds = tape.some(&words::PROPERTY, 2, 5);
    let mut terms = sheet.lines(&kinds, 1);
    if tape.chance(50) {
        let gross = sheet.total(tape.one(&["Total property, plant and equipment, at cost", ""]), 1, Rank::Sum, terms);
        terms = vec![gross];
    }
    terms.push(sheet.line(words::WORN, 1));
    sheet.total("Net property, plant and equipment", 1, Rank::Sum, terms)
}

fn blank(tape: &mut Tape<'_>, sheet: &mut Sheet<'_>) {
    if tape.chance(40) {
        sheet.own.blank();
    }
}

/// Liabilities and equity; gives the row that must make them balance.
fn claims(tape: &mut Tape<'_>, sheet: &mut Sheet<'_>, classified: bool) -> (usize, usize) {
    match tape.below(3) {
        0 => sheet.own.heading("Liabilities and stockholders' equity", 0),
        1 => sheet.own.centred("LIABILITIES AND STOCKHOLDERS' EQUITY"),
        _ => sheet.own.heading("LIABILITIES AND SHAREHOLDERS' EQUITY:", 0),
    }
    let current = tape.some(&words::CURRENT_LIABILITIES, 2, 6);
    let long = tape.some(&words::LONG_LIABILITIES, 0, 3);
    let mut terms;
    if classified {
        sheet.own.heading("Current liabilities:", 0);
        let of = sheet.lines(&current, 1);
        terms = vec![sheet.total("Total current liabilities", tape.from(1, 2), Rank::Sum, of)];
        blank(tape, sheet);
    } else {
        terms = sheet.lines(&current, 0);
    }
    terms.extend(sheet.lines(&long, 0));
    if terms.len() > 1 && tape.chance(50) {
        let of = std::mem::take(&mut terms);
        terms.push(sheet.total("Total liabilities", tape.below(3), Rank::Sum, of));
    }
    blank(tape, sheet);
    sheet.own.heading("Stockholders' equity:", 0);
    let company = sheet.company;
    let mut equity = sheet.lines(&tape.some(&words::EQUITY, 0, 3), 1);
    let plug = sheet.own.line("Additional paid-in capital", 1, |_| 0);
    let deficit = sheet.own.columns.iter().all(|c| company.retained(*c) < 0);
    let caption = if deficit { "Accumulated deficit" } else { "Retained earnings (accumulated deficit)" };
    let retained = sheet.own.line(caption, 1, |day| company.retained(day));
    equity.extend([(plug, 1), (retained, 1)]);
    if tape.chance(30) {
        equity.push(sheet.line(words::TREASURY, 1));
    }
    terms.push(sheet.total("Total stockholders' equity", tape.from(1, 2), Rank::Sum, equity));
    let depth = tape.below(3);
    (plug, sheet.total("Total liabilities and stockholders' equity", depth, Rank::Grand, terms).0)
}

/// Paid-in capital makes the two sides equal; where it would be negative, the company holds more.
fn balance(sheet: &mut Statement, assets: usize, (plug, claims): (usize, usize), carrier: usize) {
    let columns = 0..sheet.columns.len();
    let gap = |s: &Statement, c: usize| s.cell(assets, c) - s.cell(claims, c);
    let least = columns.clone().map(|c| gap(sheet, c)).min().unwrap_or_default();
    if least <= 0 {
        let more = least.abs() + sheet.cell(carrier, 0) + 10;
        for c in columns.clone() {
            sheet.set(carrier, c, sheet.cell(carrier, c) + more);
        }
        sheet.add_up();
    }
    for c in columns {
        sheet.set(plug, c, gap(sheet, c));
    }
    sheet.add_up();
}
