//! The composition of a balance sheet: assets on one side, liabilities and equity on the other, by their top parts.

use rust_decimal::Decimal;

use super::book::{Book, Fact};
use super::plot::row;
use super::run::Run;
use super::{Group, Mark, MarkKind, Plot, caption, decimals, words};
use crate::phrase::has;
use crate::report::{Column, Outcome, Statement};

pub fn plot(book: &Book, statement: &Statement, column: &Column) -> Result<Plot, String> {
    let facts = book.column(column);
    let (assets, claims) = totals(book, column, &facts)
        .ok_or("No total of assets and total of liabilities and equity were found in this column.")?;
    let digits = decimals(statement);
    let mut groups = Vec::with_capacity(2);
    let mut table = vec![row(&["Part", "Amount", "Share"])];
    let mut outcome = Outcome::Exact;
    let mut gap = Decimal::ZERO;
    for total in [assets, claims] {
        let equation = book.equation(total.id()).ok_or_else(|| words::unreached(&total.caption()))?;
        let mut run = Run::new(book, digits);
        run.changes(&equation, "");
        run.settle(&equation);
        outcome = outcome.max(run.outcome);
        gap = words::plus(gap, run.gap);
        let mut whole = Mark::level(total, MarkKind::Whole);
        for part in &mut run.marks {
            part.note = words::part(", ", part.amount, whole.amount, &whole.caption);
            part.share = words::share(part.amount, whole.amount).map(words::percent).unwrap_or_default();
            table.push(row(&[&part.caption, &words::amount(part.amount, digits), &part.share]));
        }
        let share = words::share(whole.amount, whole.amount).map(words::percent).unwrap_or_default();
        table.push(row(&[&whole.caption, &words::amount(whole.amount, digits), &share]));
        "100%".clone_into(&mut whole.share);
        run.marks.insert(0, whole);
        groups.push(Group { marks: run.marks, ..Group::default() });
    }
    let point = heading(&groups[1].marks[1..], claims, digits);
    let difference = words::less(assets.amount(), claims.amount()).abs();
    if !difference.is_zero() {
        outcome = Outcome::Broken;
    }
    Ok(Plot { title: words::untied(point, words::plus(gap, difference), digits), outcome, groups, table })
}

/// "The largest claim on assets of 2,411,097 is total stockholders' equity, 64.8%".
fn heading(claims: &[Mark], total: Fact, digits: u32) -> String {
    let amount = words::amount(total.amount(), digits);
    let mut largest: Option<&Mark> = None;
    for part in claims {
        if part.kind == MarkKind::Change && largest.is_none_or(|known| part.amount >= known.amount) {
            largest = Some(part);
        }
    }
    match largest {
        Some(part) if !part.share.is_empty() => {
            let name = caption::inside(&part.caption);
            words::joined(&["The largest claim on assets of ", &amount, " is ", &name, ", ", &part.share])
        }
        _ => words::joined(&["Assets of ", &amount]),
    }
}

/// Total assets and total liabilities and equity: by name, by the balance check, or as the two totals on top.
fn totals<'a>(book: &Book<'a>, column: &Column, facts: &[Fact<'a>]) -> Option<(Fact<'a>, Fact<'a>)> {
    let named = |name: &str| facts.iter().copied().find(|fact| fact.concept() == name);
    if let (Some(assets), Some(claims)) = (named("Assets"), named("LiabilitiesAndStockholdersEquity")) {
        return Some((assets, claims));
    }
    for check in &book.balances {
        if let (true, [term]) = (check.column.as_deref() == Some(&column.id), check.terms.as_slice()) {
            let (one, other) = (book.fact(check.reported.as_deref()?)?, book.fact(&term.cell)?);
            return Some(if one.row < other.row { (one, other) } else { (other, one) });
        }
    }
    // Two totals on top that agree, the first of them of assets by its own words.
    let mut assets: Option<Fact> = None;
    let mut claims = None;
    for fact in facts {
        if book.is_top(fact.id()) {
            match assets {
                Some(assets) if fact.amount() == assets.amount() => claims = Some(*fact),
                None if has(&fact.caption().to_ascii_lowercase(), "assets") => assets = Some(*fact),
                _ => {}
            }
        }
    }
    Some((assets?, claims?))
}

/// A part's place in the one bar of its side: what adds lies right of zero, what takes away left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    pub from: Decimal,
    pub to: Decimal,
}

pub fn segments(parts: &[Mark]) -> Vec<Segment> {
    let (mut above, mut below) = (Decimal::ZERO, Decimal::ZERO);
    let mut segments = Vec::with_capacity(parts.len());
    for part in parts {
        let end = if part.amount.is_sign_negative() { &mut below } else { &mut above };
        let from = *end;
        *end = words::plus(from, part.amount);
        segments.push(Segment { from, to: *end });
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sheet, drawn, rows};
    use super::super::{Kind, Plot};
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
        rows(&plot.groups[place].marks[1..])
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
        let parts = &drawn(&charts, Kind::Balance).groups[1].marks[1..];
        let ends: Vec<String> =
            segments(parts).iter().map(|s| [s.from, s.to].map(|d| d.to_string()).join("..")).collect();
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
