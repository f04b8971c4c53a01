//! Percent of revenue: every line on the way from revenue to net income as a part of the revenue of its column, period beside
//! period.

use rust_decimal::Decimal;

use super::book::{Book, Fact};
use super::comparison::{lengths, ordered};
use super::plot::row;
use super::{Group, Mark, MarkKind, Plot, View, caption, income, period, words};
use crate::gather::PushAll;
use crate::report::{Column, Outcome, Statement};

/// A column: its revenue, its result, and what belongs to the way between them.
struct Ready<'a> {
    revenue: Fact<'a>,
    result: Fact<'a>,
    facts: Vec<Fact<'a>>,
    on_the_way: Vec<&'a str>,
}

/// One view for every length of period.
pub fn views(book: &Book, statement: &Statement) -> Vec<View> {
    lengths(statement, &|months| {
        let columns = ordered(statement, months)?;
        Ok((period::against(&columns), plot(book, &columns)?))
    })
}

fn plot(book: &Book, columns: &[&Column]) -> Result<Plot, String> {
    let mut ready = Vec::with_capacity(columns.len());
    let mut table = row(&["Line"]);
    for column in columns {
        ready.push(prepare(book, column)?);
        table.push(period::name(column));
    }
    let names = table[1..].to_vec();
    table.push("Change, points".to_owned());
    let title = heading(&ready, &names)?;
    let mut plot = Plot { title, outcome: Outcome::Exact, groups: Vec::new(), table: vec![table] };
    for fact in &ready[0].facts {
        let Some(marks) = marks(book, &ready, &names, *fact) else { continue };
        let caption = named(&ready[0], *fact);
        let mut figures = vec![caption.clone()];
        for mark in &marks {
            plot.outcome = plot.outcome.max(book.outcome(&mark.cell));
            figures.push(words::percent(mark.amount));
        }
        let points = words::less(marks[0].amount, marks[1].amount);
        figures.push(words::amount(points, 1));
        plot.table.push(figures);
        let size = words::unsigned(points, 1);
        let change = match points {
            p if p.is_zero() => row(&["no change"]),
            p => {
                let up = words::joined(&[if p.is_sign_negative() { "down " } else { "up " }, &size]);
                row(&[&up, if size == "1.0" { "point" } else { "points" }, &words::joined(&[" on ", &names[1]])])
            }
        };
        plot.groups.push(Group { caption, change, marks });
    }
    Ok(plot)
}

/// The caption, after its heading where the column has the caption twice.
fn named(column: &Ready, fact: Fact) -> String {
    let caption = fact.caption();
    let alike = column.facts.iter().filter(|other| other.caption() == caption).count();
    match fact.line.path.last().filter(|_| alike > 1) {
        Some(heading) => words::joined(&[heading.trim_end_matches(':'), ": ", &caption::inside(&caption)]),
        None => caption,
    }
}

fn prepare<'a>(book: &Book<'a>, column: &Column) -> Result<Ready<'a>, String> {
    let way = income::way(book, column)?;
    let result = way.levels.last().map_or(way.start, |level| level.total);
    let mut on_the_way = book.parts(result.id());
    on_the_way.push_all([way.start.id(), result.id()]);
    Ok(Ready { revenue: way.start, result, facts: book.column(column), on_the_way })
}

/// "Net income is 7.1% of net revenues, against 5.5% in Dec 2002".
fn heading(ready: &[Ready], names: &[String]) -> Result<String, String> {
    let share = |column: &Ready| words::share(column.result.amount(), column.revenue.amount()).map(words::percent);
    let none = || "A part of revenue has no meaning where there is none.".to_owned();
    let (now, before) = (share(&ready[0]).ok_or_else(none)?, share(&ready[1]).ok_or_else(none)?);
    let (result, revenue) = (caption::first(&ready[0].result.caption()), caption::inside(&ready[0].revenue.caption()));
    Ok(words::joined(&[&result, " is ", &now, " of ", &revenue, ", against ", &before, " in ", &names[1]]))
}

/// A line that belongs to the way in every column, and is something in one: a mark in each.
fn marks(book: &Book, ready: &[Ready], names: &[String], fact: Fact) -> Option<Vec<Mark>> {
    let mut marks = Vec::with_capacity(ready.len());
    for (column, name) in ready.iter().zip(names) {
        let fact = column.facts.iter().find(|other| other.row == fact.row)?;
        let share = words::share(fact.amount(), column.revenue.amount())?;
        if !column.on_the_way.contains(&fact.id()) {
            return None;
        }
        let kind = if marks.is_empty() { MarkKind::Latest } else { MarkKind::Earlier };
        let mark = Mark::change(fact.id(), name.clone(), kind, Decimal::ZERO, share);
        let note = words::joined(&[" of ", &caption::inside(&column.revenue.caption())]);
        marks.push(Mark { gap: book.gap(fact.id()), note, ..mark });
    }
    marks.iter().any(|mark| !mark.amount.is_zero()).then_some(marks)
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::testing::{Sheet, drawn};
    use crate::report::StatementKind;

    #[test]
    fn every_line_is_a_part_of_its_own_revenue() {
        let mut sheet = Sheet::new(StatementKind::IncomeStatement, 1000);
        sheet.columns(&[(12, "2003-12-31"), (12, "2002-12-31")]);
        sheet.line("Revenues", &["200", "100"]).line("Costs", &["150", "108"]);
        sheet.line("Net income (loss)", &["50", "-8"]).sum("3 = 1 - 2").line("Dividends", &["5", "5"]);
        let charts = sheet.charts();
        let plot = drawn(&charts, Kind::Shares);
        assert_eq!(plot.title, "Net income (loss) is 25.0% of revenues, against (8.0%) in Dec 2002");
        let table: Vec<String> = plot.table[1..].iter().map(|row| row.join(" ")).collect();
        assert_eq!(
            table,
            ["Revenues 100.0% 100.0% 0.0", "Costs 75.0% 108.0% (33.0)", "Net income (loss) 25.0% (8.0%) 33.0"]
        );
        assert_eq!(plot.groups[1].change, ["down 33.0", "points", " on Dec 2002"]);
    }
}
