//! The cash bridge: from the cash at the beginning to the cash at the end, through what moved it.

use super::book::{Book, Equation, Fact};
use super::run::Run;
use super::{MarkKind, Plot, decimals, words};
use crate::phrase::has;
use crate::report::{Column, Statement};

const NONE: &str = "No checked equation leads from the beginning to the end of cash in this column.";

pub fn plot(book: &Book, statement: &Statement, column: &Column) -> Result<Plot, String> {
    let facts = book.column(column);
    let mut found = None;
    for fact in &facts {
        if let Some(roll) = book.equation(fact.id())
            && let Some(opening) = opening(book, &roll)
        {
            found = Some((roll, opening));
        }
    }
    let (roll, opening) = found.ok_or(NONE)?;
    let digits = decimals(statement);
    let mut run = Run::new(book, digits);
    run.start(opening);
    for term in roll.terms.iter().filter(|term| term.fact.id() != opening.id()) {
        match book.equation(term.fact.id()).filter(|change| is_change(book, change)) {
            Some(change) => {
                run.changes(&change, "");
                run.settle(&change);
            }
            None => run.change(term),
        }
    }
    run.arrive(&roll, MarkKind::End);
    let change = words::less(roll.total.amount(), opening.amount());
    let end = words::amount(roll.total.amount(), digits);
    let by = words::unsigned(change, digits);
    let title = if change.is_zero() {
        words::joined(&["Cash began and ended at ", &end])
    } else {
        let verb = if change.is_sign_positive() { "Cash rose by " } else { "Cash fell by " };
        words::joined(&[verb, &by, " to ", &end])
    };
    Ok(run.plot(title, false))
}

/// The net change in cash: a sum of sums (operating, investing, financing).
fn is_change(book: &Book, equation: &Equation) -> bool {
    equation.terms.iter().filter(|term| book.is_total(term.fact.id())).count() >= 2
}

/// The opening balance of a roll: its one term that is printed only, beside a net change or the activities themselves.
fn opening<'a>(book: &Book<'a>, roll: &Equation<'a>) -> Option<Fact<'a>> {
    let moved = roll.terms.iter().filter_map(|term| book.equation(term.fact.id()));
    let net = moved.filter(|change| is_change(book, change)).count() == 1;
    if !net && !is_change(book, roll) {
        return None;
    }
    let printed = |fact: &Fact| !book.is_total(fact.id());
    let named = |fact: &Fact| has(&fact.caption().to_ascii_lowercase(), "beginning");
    let level = || roll.terms.iter().filter(|term| term.weight == rust_decimal::Decimal::ONE).map(|term| term.fact);
    level().find(|fact| printed(fact) && named(fact)).or_else(|| level().rfind(printed))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sheet, drawn, steps};
    use super::super::{Charts, Kind};
    use crate::report::{Outcome, StatementKind};

    fn sheet() -> Sheet {
        let mut sheet = Sheet::new(StatementKind::CashFlow, 1000);
        for (caption, amount) in [
            ("Net income", "30"),
            ("Depreciation", "10"),
            ("Net cash provided by operating activities", "40"),
            ("Purchases", "-25"),
            ("Sales", "5"),
            ("Net cash used in investing activities", "-20"),
            ("Proceeds", "-"),
            ("Repayment", "-50"),
            ("Net cash used in financing activities", "-50"),
            ("Net decrease in cash", "-30"),
            ("Cash at beginning of year", "100"),
            ("Cash at end of year", "70"),
        ] {
            sheet.line(caption, &[amount]);
        }
        sheet.sum("3 = 1 + 2").sum("6 = 4 + 5").sum("9 = 7 + 8");
        sheet.rule("net_cash_change", "10 = 3 + 6 + 9").rule("cash_roll", "12 = 11 + 10");
        sheet
    }

    #[test]
    fn cash_goes_from_beginning_to_end_through_the_activities() {
        let charts = sheet().charts();
        let plot = drawn(&charts, Kind::Cash);
        assert_eq!(plot.title, "Cash fell by 30 to 70");
        assert_eq!(
            steps(plot),
            "Start s1.l11.c1 Cash at beginning of year 100 0..100\n\
             Change s1.l3.c1 Net cash provided by operating activities 40 100..140\n\
             Change s1.l6.c1 Net cash used in investing activities -20 140..120\n\
             Change s1.l9.c1 Net cash used in financing activities -50 120..70\n\
             End s1.l12.c1 Cash at end of year 70 0..70\n"
        );
    }

    #[test]
    fn a_gap_in_the_change_stands_where_it_arises() {
        let mut sheet = sheet();
        sheet.set(9, "-60").set(8, "-60");
        let charts = sheet.charts();
        let plot = drawn(&charts, Kind::Cash);
        assert_eq!(plot.outcome, Outcome::Broken);
        assert_eq!(plot.title, "Cash fell by 30 to 70, but does not tie by 10");
        assert!(steps(plot).contains("Gap s1.l10.c1 Does not tie by 10 10 60..70\nEnd s1.l12.c1"));
    }

    #[test]
    fn no_roll_no_bridge() {
        let mut sheet = sheet();
        sheet.forget(12);
        let Charts { drawn, absent } = sheet.charts();
        assert!(drawn.is_empty());
        assert_eq!(absent[0].reason, super::NONE);
    }
}
