//! The income waterfall: from revenue down to net income, along the equations that lead from one to the other.

use super::book::{Book, Equation, Fact};
use super::run::Run;
use super::{MarkKind, Plot, caption, decimals, words};
use crate::phrase::has;
use crate::report::{Basis, Column, Statement};

const NET_INCOME: [&str; 2] = ["NetIncomeLoss", "ProfitLoss"];
const REVENUE: [&str; 3] = ["Revenues", "SalesRevenue", "RevenueFromContract"];
/// More levels than any income statement has; a circle of equations ends here.
const MOST_LEVELS: usize = 24;

/// The way from revenue to net income: the first figure, and the equations up to the last.
pub struct Way<'a> {
    pub start: Fact<'a>,
    pub levels: Vec<Equation<'a>>,
}

pub fn plot(book: &Book, statement: &Statement, column: &Column) -> Result<Plot, String> {
    let way = way(book, column)?;
    let digits = decimals(statement);
    let mut run = Run::new(book, digits);
    run.start(way.start);
    let mut end = way.start;
    for (place, equation) in way.levels.iter().enumerate() {
        run.changes(equation, equation.leading().map_or("", Fact::id));
        run.arrive(equation, if place + 1 == way.levels.len() { MarkKind::End } else { MarkKind::Subtotal });
        end = equation.total;
    }
    // A result that leaves things out must not be taken for the one that does not.
    let adjusted = statement.basis == Basis::NonGaap && !has(&end.caption().to_ascii_lowercase(), "gaap");
    let name = words::joined(&[if adjusted { "non-GAAP " } else { "" }, &caption::inside(&end.caption())]);
    let first = caption::opening(&way.start.caption(), way.start.amount(), digits);
    let last = caption::phrase(&name, end.amount(), digits);
    Ok(run.plot(words::joined(&[&first, " became ", &last]), true))
}

/// Finds the way, or says in a sentence why there is none.
pub fn way<'a>(book: &Book<'a>, column: &Column) -> Result<Way<'a>, String> {
    let facts = book.column(column);
    let named = facts.iter().find(|fact| NET_INCOME.contains(&fact.concept()));
    let levels = match named {
        Some(&end) => climb(book, end),
        None => longest(book, &facts),
    };
    let Some(first) = levels.first() else {
        return Err(match named {
            Some(end) => words::unreached(&end.caption()),
            None => "No checked equation leads from revenue to net income in this column.".into(),
        });
    };
    let start = first.leading().unwrap_or(first.total);
    if is_revenue(start) || stands_first(book, &facts, start) {
        Ok(Way { start, levels })
    } else {
        Err(words::unreached(&start.caption()))
    }
}

/// The equations from the start up to `end`: each time the one behind the leading term, until revenue.
fn climb<'a>(book: &Book<'a>, end: Fact<'a>) -> Vec<Equation<'a>> {
    let mut levels: Vec<Equation<'a>> = Vec::new();
    let mut next = Some(end);
    while let Some(fact) = next {
        let stop =
            levels.len() == MOST_LEVELS || is_revenue(fact) || (fact.id() != end.id() && only_adds(book, fact, 0));
        let Some(equation) = (if stop { None } else { book.equation(fact.id()) }) else { break };
        next = equation.leading();
        levels.push(equation);
    }
    levels.reverse();
    levels
}

/// Without a name to go by: of the totals that no other total takes in, the last with the longest way.
fn longest<'a>(book: &Book<'a>, facts: &[Fact<'a>]) -> Vec<Equation<'a>> {
    let mut longest = Vec::new();
    for fact in facts {
        if book.is_top(fact.id()) {
            let way = climb(book, *fact);
            if way.len() >= longest.len() {
                longest = way;
            }
        }
    }
    longest
}

fn is_revenue(fact: Fact) -> bool {
    REVENUE.iter().any(|name| fact.concept().starts_with(name))
}

/// Whether a total is a plain sum all the way down, as a revenue total is and an income is not.
fn only_adds(book: &Book, fact: Fact, depth: usize) -> bool {
    let Some(equation) = book.equation(fact.id()) else { return depth > 0 };
    depth < MOST_LEVELS
        && equation.terms.iter().all(|term| !term.effect.is_sign_negative() || term.effect.is_zero())
        && equation.terms.iter().all(|term| only_adds(book, term.fact, depth + 1))
}

/// Whether nothing but its own parts stands above a figure.
fn stands_first(book: &Book, facts: &[Fact], start: Fact) -> bool {
    let own = book.parts(start.id());
    facts.iter().all(|fact| fact.row >= start.row || fact.amount().is_zero() || own.contains(&fact.id()))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::testing::{Sheet, drawn, steps};
    use crate::report::{Basis, Outcome, StatementKind};

    /// Revenue 60 + 40 = 100, less costs 30, margin 70, less expenses 45, operating 25, other −5, before tax 20, tax 6.
    fn sheet(scale: i64) -> Sheet {
        let mut sheet = Sheet::new(StatementKind::IncomeStatement, scale);
        for (caption, amount) in [
            ("Product", "60"),
            ("Service", "40"),
            ("Net revenues", "100"),
            ("Cost of revenues", "30"),
            ("Gross margin", "70"),
            ("Integration", "-"),
            ("Research", "45"),
            ("Total operating expenses", "45"),
            ("Operating income (loss)", "25"),
            ("Interest expense", "-5"),
            ("Write-down", "-"),
            ("Income before taxes", "20"),
            ("Provision", "6"),
            ("Net income (loss)", "14"),
        ] {
            sheet.line(caption, &[amount]);
        }
        sheet
            .sum("3 = 1 + 2")
            .sum("5 = 3 - 4")
            .sum("8 = 6 + 7")
            .sum("9 = 5 - 8")
            .sum("12 = 9 + 10 + 11")
            .sum("14 = 12 - 13");
        sheet
    }

    #[test]
    fn revenue_becomes_net_income_step_by_step() {
        let charts = sheet(1000).charts();
        let plot = drawn(&charts, Kind::Income);
        assert_eq!(plot.title, "Net revenues of 100 became net income of 14");
        assert_eq!(plot.outcome, Outcome::Exact);
        assert_eq!(
            steps(plot),
            "Start s1.l3.c1 Net revenues 100 0..100\n\
             Change s1.l4.c1 Cost of revenues -30 100..70\n\
             Subtotal s1.l5.c1 Gross margin 70 0..70\n\
             Change s1.l8.c1 Total operating expenses -45 70..25\n\
             Subtotal s1.l9.c1 Operating income (loss) 25 0..25\n\
             Change s1.l10.c1 Interest expense -5 25..20\n\
             Subtotal s1.l12.c1 Income before taxes 20 0..20\n\
             Change s1.l13.c1 Provision -6 20..14\n\
             End s1.l14.c1 Net income (loss) 14 0..14\n"
        );
    }

    #[test]
    fn a_named_net_income_ends_the_way_though_lines_follow() {
        let mut sheet = sheet(1);
        sheet
            .concept(14, "us-gaap:NetIncomeLoss")
            .line("Dividends", &["4"])
            .line("Retained", &["10"])
            .sum("16 = 14 - 15");
        assert!(drawn(&sheet.charts(), Kind::Income).title.ends_with("net income of 14"));
    }

    #[test]
    fn a_bare_total_takes_the_name_of_its_heading() {
        let mut sheet = sheet(1000);
        sheet.headed(8, "Operating expenses:", "Total");
        assert!(steps(drawn(&sheet.charts(), Kind::Income)).contains("Change s1.l8.c1 Total operating expenses -45"));
    }

    #[test]
    fn a_loss_goes_below_zero_and_is_called_a_loss() {
        let mut sheet = Sheet::new(StatementKind::IncomeStatement, 1);
        sheet.line("Revenues", &["10"]).line("Costs", &["-35"]).line("Net income (loss)", &["-25"]).sum("3 = 1 + 2");
        let charts = sheet.charts();
        let plot = drawn(&charts, Kind::Income);
        assert_eq!(plot.title, "Revenues of 10 became a net loss of 25");
        assert_eq!(
            steps(plot),
            "Start s1.l1.c1 Revenues 10 0..10\nChange s1.l2.c1 Costs -35 10..-25\nEnd s1.l3.c1 Net income (loss) -25 0..-25\n"
        );
    }

    #[test]
    fn a_non_gaap_result_is_called_one() {
        let mut sheet = sheet(1000);
        sheet.basis(Basis::NonGaap);
        let title = &drawn(&sheet.charts(), Kind::Income).title.clone();
        assert_eq!(title, "Net revenues of 100 became non-GAAP net income of 14");
    }

    #[test]
    fn a_broken_equation_shows_its_gap() {
        let mut sheet = sheet(1000);
        sheet.set(5, "1298");
        let charts = sheet.charts();
        let plot = drawn(&charts, Kind::Income);
        assert_eq!(plot.outcome, Outcome::Broken);
        // Margin misses by 1,228 above, operating income by the same below.
        assert_eq!(plot.title, "Net revenues of 100 became net income of 14, but does not tie by 2,456");
        assert!(steps(plot).contains("Gap s1.l5.c1 Does not tie by 1,228 1228 70..1298\n"));
        assert!(steps(plot).contains("Gap s1.l9.c1 Does not tie by 1,228 -1228 1253..25\n"));
    }

    #[test]
    fn a_subtotal_whose_own_parts_do_not_tie_is_marked() {
        let mut sheet = sheet(1000);
        sheet.set(7, "49");
        let charts = sheet.charts();
        let plot = drawn(&charts, Kind::Income);
        assert_eq!(plot.outcome, Outcome::Exact);
        assert_eq!(
            plot.groups[0].marks.iter().map(|mark| mark.gap.to_string()).collect::<Vec<_>>().join(" "),
            "0 0 0 -4 0 0 0 0 0"
        );
    }

    #[test]
    fn rounding_is_a_step_of_its_own_and_no_gap() {
        let mut sheet = sheet(1000);
        sheet.set(14, "15");
        let charts = sheet.charts();
        let plot = drawn(&charts, Kind::Income);
        assert_eq!(plot.outcome, Outcome::Rounding);
        assert!(steps(plot).contains("Rounding s1.l14.c1 Rounding 1 14..15\n"));
        assert_eq!(plot.title, "Net revenues of 100 became net income of 15");
    }

    #[test]
    fn a_missing_equation_leaves_the_chart_out_with_the_reason() {
        let mut sheet = sheet(1000);
        sheet.forget(9);
        let charts = sheet.charts();
        assert!(charts.drawn.iter().all(|chart| chart.kind != Kind::Income));
        let absent =
            charts.absent.iter().find(|absent| absent.kind == Kind::Income).map(|absent| absent.reason.as_str());
        assert_eq!(absent, Some("No checked equation arrives at “Operating income (loss)” in this column."));
    }
}
