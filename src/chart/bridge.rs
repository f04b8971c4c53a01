//! The non-GAAP bridge: a reconciliation's first figure, its adjustments, and the figure they lead to.

use rust_decimal::Decimal;

use super::book::{Book, Equation, Fact};
use super::run::Run;
use super::{MarkKind, Plot, View, caption, decimals, period, words};
use crate::report::{Statement, Unit};

/// A bridge for every line a reconciliation arrives at: its views, column by column.
pub fn each(book: &Book, statement: &Statement) -> Vec<Vec<View>> {
    let digits = decimals(statement);
    let mut rows = ends(book, statement, Book::is_reconciled);
    if rows.is_empty() {
        rows = ends(book, statement, Book::is_top);
    }
    if rows.is_empty() {
        // A row that no line has, so that every view says what is missing.
        rows.push(usize::MAX);
    }
    let mut bridges = Vec::with_capacity(rows.len());
    for row in rows {
        let line = statement.lines.get(row);
        bridges.push(period::views(statement, &|column| {
            let cell = line.and_then(|line| line.cells.iter().find(|cell| cell.column == column.id));
            plot(book, cell.map(|cell| cell.id.as_str()), digits)
        }));
    }
    bridges
}

/// The lines of money where some column passes.
fn ends<'a>(book: &Book<'a>, statement: &Statement, pass: fn(&Book<'a>, &str) -> bool) -> Vec<usize> {
    let mut rows = Vec::new();
    for (row, line) in statement.lines.iter().enumerate() {
        if line.unit == Unit::Money && line.cells.iter().any(|cell| pass(book, &cell.id)) {
            rows.push(row);
        }
    }
    rows
}

fn plot(book: &Book, end: Option<&str>, digits: u32) -> Result<Plot, String> {
    const NONE: &str = "No checked equation leads from one end of the reconciliation to the other in this column.";
    let equation = end.and_then(|id| book.equation(id)).ok_or(NONE)?;
    let start = equation.leading().ok_or(NONE)?;
    let mut run = Run::new(book, digits);
    run.start(start);
    match total_adjustment(book, &equation, start) {
        Some(inner) => {
            run.changes(&inner, "");
            run.settle(&inner);
        }
        None => run.changes(&equation, start.id()),
    }
    run.arrive(&equation, MarkKind::End);
    let adjusted: Decimal = words::less(equation.total.amount(), start.amount());
    let end = equation.total;
    let last = caption::phrase(&end.caption(), end.amount(), digits);
    let title = if adjusted.is_zero() {
        let first = caption::opening(&start.caption(), start.amount(), digits);
        words::joined(&[&first, " equals ", &last])
    } else {
        let first = caption::phrase(&start.caption(), start.amount(), digits);
        words::joined(&["Adjustments of ", &words::amount(adjusted, digits), " turn ", &first, " into ", &last])
    };
    Ok(run.plot(title, false))
}

/// Where the only adjustment is the printed total of the adjustments, the equation behind that total.
fn total_adjustment<'a>(book: &Book<'a>, equation: &Equation<'a>, start: Fact) -> Option<Equation<'a>> {
    match equation.terms.as_slice() {
        [first, second] => {
            let other = if first.fact.id() == start.id() { second } else { first };
            book.equation(other.fact.id()).filter(|_| other.weight == Decimal::ONE)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sheet, drawn, steps};
    use super::super::{Charts, Kind};
    use crate::report::StatementKind;

    #[test]
    fn adjustments_lead_from_one_end_to_the_other() {
        let mut sheet = Sheet::new(StatementKind::Reconciliation, 1000);
        sheet.line("Non-GAAP net income (loss)", &["-4"]).line("Integration", &["-"]).line("Amortization", &["-8"]);
        sheet.line("Income tax effect", &["3"]).line("GAAP net income (loss)", &["-9"]);
        sheet.rule("reconciliation", "5 = 1 + 2 + 3 + 4");
        let charts = sheet.charts();
        let plot = drawn(&charts, Kind::Bridge);
        assert_eq!(plot.title, "Adjustments of (5) turn a non-GAAP net loss of 4 into a GAAP net loss of 9");
        assert_eq!(
            steps(plot),
            "Start s1.l1.c1 Non-GAAP net income (loss) -4 0..-4\n\
             Change s1.l3.c1 Amortization -8 -4..-12\n\
             Change s1.l4.c1 Income tax effect 3 -12..-9\n\
             End s1.l5.c1 GAAP net income (loss) -9 0..-9\n"
        );
    }

    #[test]
    fn a_total_of_adjustments_is_opened() {
        let mut sheet = Sheet::new(StatementKind::Reconciliation, 1);
        sheet.line("GAAP income", &["10"]).line("Amortization", &["5"]).line("Tax", &["-2"]);
        sheet.line("Total adjustments", &["3"]).line("Non-GAAP income", &["13"]);
        sheet.sum("4 = 2 + 3").sum("5 = 1 + 4");
        let charts = sheet.charts();
        assert_eq!(charts.drawn.len(), 1);
        assert!(steps(drawn(&charts, Kind::Bridge)).contains("Change s1.l3.c1 Tax -2 15..13\nEnd s1.l5.c1"));
    }

    #[test]
    fn without_an_equation_there_is_none() {
        let mut sheet = Sheet::new(StatementKind::Reconciliation, 1);
        sheet.line("GAAP income", &["10"]);
        let Charts { drawn, absent } = sheet.charts();
        assert!(drawn.is_empty());
        assert!(absent[0].reason.starts_with("No checked equation leads"));
    }
}
