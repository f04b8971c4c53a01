//! The composition of a balance sheet: assets on one side, liabilities and equity on the other, by their top parts.

use rust_decimal::Decimal;

use super::book::{Book, Fact};
use super::run::{Run, level};
use super::{Body, Plot, Side, Step, StepKind, caption, decimals, words};
use crate::report::{Column, Outcome, Statement};

pub fn plot<'a>(book: &Book<'a>, statement: &'a Statement, column: &Column) -> Result<Plot, String> {
    let facts = book.column(statement, column);
    let (assets, claims) = totals(book, statement, column, &facts)
        .ok_or("No total of assets and total of liabilities and equity were found in this column.")?;
    let digits = decimals(statement);
    let mut sides = Vec::with_capacity(2);
    let mut outcome = Outcome::Exact;
    let mut gap = Decimal::ZERO;
    for total in [assets, claims] {
        let missing = || words::joined(&["No checked equation arrives at “", &total.caption(), "” in this column."]);
        let equation = book.equation(total.id()).ok_or_else(missing)?;
        let mut run = Run::new(book, digits);
        equation.terms.iter().for_each(|term| run.change(term));
        run.settle(&equation);
        outcome = outcome.max(run.outcome);
        gap += run.gap;
        sides.push(Side { total: level(total, StepKind::End), parts: run.steps });
    }
    let difference = (assets.amount() - claims.amount()).abs();
    let mut title = heading(&sides[1], claims, digits);
    if !difference.is_zero() {
        outcome = Outcome::Broken;
        gap += difference;
    }
    if !gap.is_zero() {
        title = words::joined(&[&title, ", but does not tie by ", &words::amount(gap, digits)]);
    }
    Ok(Plot { title, outcome, body: Body::Sides(sides) })
}

/// "The largest claim on assets of 2,411,097 is total stockholders' equity, 64.8%".
fn heading(claims: &Side, total: Fact, digits: u32) -> String {
    let amount = words::amount(total.amount(), digits);
    let largest = claims.parts.iter().filter(|part| part.kind == StepKind::Change).max_by_key(|part| part.amount);
    let share = largest.and_then(|part| Some((part, words::share(part.amount, total.amount())?)));
    match share {
        Some((part, share)) => {
            let name = caption::inside(&part.caption);
            words::joined(&["The largest claim on assets of ", &amount, " is ", &name, ", ", &words::percent(share)])
        }
        None => words::joined(&["Assets of ", &amount]),
    }
}

/// Total assets and total liabilities and equity: by name, by the balance check, or as the two totals on top.
fn totals<'a>(
    book: &Book<'a>,
    statement: &Statement,
    column: &Column,
    facts: &[Fact<'a>],
) -> Option<(Fact<'a>, Fact<'a>)> {
    let named = |name: &str| facts.iter().copied().find(|fact| fact.concept() == name);
    if let (Some(assets), Some(claims)) = (named("Assets"), named("LiabilitiesAndStockholdersEquity")) {
        return Some((assets, claims));
    }
    let here = book
        .balances
        .iter()
        .find(|check| check.statement.as_deref() == Some(&statement.id) && check.column.as_deref() == Some(&column.id));
    if let Some((check, [term])) = here.map(|check| (check, check.terms.as_slice())) {
        let (one, other) = (book.fact(check.reported.as_deref()?)?, book.fact(&term.cell)?);
        return Some(if one.row < other.row { (one, other) } else { (other, one) });
    }
    // Two totals on top that agree, the first of them of assets by its own words.
    let tops = || facts.iter().copied().filter(|fact| book.is_total(fact.id()) && !book.is_term(fact.id()));
    let assets = tops().find(|fact| fact.caption().to_ascii_lowercase().contains("assets"))?;
    let claims = tops().rfind(|fact| fact.row > assets.row && fact.amount() == assets.amount())?;
    Some((assets, claims))
}

/// A part's place in the one bar of its side: what adds lies right of zero, what takes away left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    pub from: Decimal,
    pub to: Decimal,
}

pub fn segments(parts: &[Step]) -> Vec<Segment> {
    let (mut above, mut below) = (Decimal::ZERO, Decimal::ZERO);
    let place = |part: &Step| {
        let end = if part.amount.is_sign_negative() { &mut below } else { &mut above };
        let from = *end;
        *end += part.amount;
        Segment { from, to: *end }
    };
    parts.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sheet, drawn, rows};
    use super::super::{Body, Kind, Plot};
    use super::segments;
    use crate::report::{Outcome, StatementKind};

    /// Assets 30 + 20 + 0 = 50 and 50 + 50 = 100; claims 120 and a deficit of 20.
    fn sheet() -> Sheet {
        let mut sheet = Sheet::new(StatementKind::BalanceSheet, 1000);
        for (caption, amount) in [
            ("Cash", "30"),
            ("Receivables", "20"),
            ("Restricted cash", "-"),
            ("Total current assets", "50"),
            ("Property", "50"),
            ("Total assets", "100"),
            ("Debt", "120"),
            ("Capital", "5"),
            ("Deficit", "-25"),
            ("Total equity (deficit)", "-20"),
            ("Total liabilities and equity", "100"),
        ] {
            sheet.line(caption, &[amount]);
        }
        sheet.sum("4 = 1 + 2").sum("6 = 3 + 4 + 5").sum("10 = 8 + 9").sum("11 = 7 + 10");
        sheet
    }

    fn side(plot: &Plot, place: usize) -> String {
        match &plot.body {
            Body::Sides(sides) => rows(&sides[place].parts),
            _ => String::new(),
        }
    }

    #[test]
    fn each_side_is_its_top_parts() {
        let charts = sheet().charts();
        let plot = drawn(&charts, Kind::Balance);
        assert_eq!(plot.title, "The largest claim on assets of 100 is debt, 120.0%");
        assert_eq!(
            side(plot, 0),
            "Change s1.l4.c1 Total current assets 50 0..50\nChange s1.l5.c1 Property 50 50..100\n"
        );
        assert_eq!(
            side(plot, 1),
            "Change s1.l7.c1 Debt 120 0..120\nChange s1.l10.c1 Total equity (deficit) -20 120..100\n"
        );
    }

    #[test]
    fn a_deficit_stands_left_of_zero_in_the_stack() {
        let charts = sheet().charts();
        let Body::Sides(sides) = &drawn(&charts, Kind::Balance).body else { panic!("two sides") };
        let ends: Vec<String> =
            segments(&sides[1].parts).iter().map(|s| [s.from, s.to].map(|d| d.to_string()).join("..")).collect();
        assert_eq!(ends, ["0..120", "0..-20"]);
    }

    #[test]
    fn sides_that_differ_say_so() {
        let mut sheet = sheet();
        sheet.set(7, "110").set(11, "90").rule("balance", "6 = 11");
        let charts = sheet.charts();
        let plot = drawn(&charts, Kind::Balance);
        assert_eq!(plot.outcome, Outcome::Broken);
        assert!(plot.title.ends_with(", but does not tie by 10"), "{}", plot.title);
    }

    #[test]
    fn a_side_without_equation_is_absent() {
        let mut sheet = sheet();
        sheet.concept(6, "us-gaap:Assets").concept(11, "us-gaap:LiabilitiesAndStockholdersEquity").forget(11);
        assert_eq!(
            sheet.charts().absent[0].reason,
            "No checked equation arrives at “Total liabilities and equity” in this column."
        );
    }
}
