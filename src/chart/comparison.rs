//! Period against period: the checked totals of an income statement in columns of the same length, with their change.

use rust_decimal::Decimal;

use super::book::{Book, Fact};
use super::{Body, Comparison, Mark, Plot, Row, View, caption, decimals, income, period, words};
use crate::report::{Column, Outcome, Statement};

/// More bars to a line than these cannot be told apart.
const MOST_COLUMNS: usize = 5;

/// A column that a way leads through, and the cells that may be compared in it.
struct Ready<'a> {
    column: &'a Column,
    facts: Vec<Fact<'a>>,
    main: Vec<&'a str>,
}

/// One view for every length of period.
pub fn views<'a>(book: &Book<'a>, statement: &'a Statement) -> Vec<View> {
    let mut lengths: Vec<u32> = Vec::new();
    for months in statement.columns.iter().filter_map(|column| column.months) {
        if !lengths.contains(&months) {
            lengths.push(months);
        }
    }
    let view = |months: u32| {
        let label = period::length(Some(months));
        let (period, plot) = match compare(book, statement, months) {
            Ok((period, plot)) => (period, Ok(plot)),
            Err(reason) => (label.clone(), Err(reason)),
        };
        View { id: words::joined(&["m", &months.to_string()]), group: String::new(), label, period, plot }
    };
    if lengths.is_empty() {
        let reason = "The columns do not say what period they cover.".into();
        return vec![View {
            id: "m".into(),
            group: String::new(),
            label: String::new(),
            period: String::new(),
            plot: Err(reason),
        }];
    }
    lengths.into_iter().map(view).collect()
}

fn compare<'a>(book: &Book<'a>, statement: &'a Statement, months: u32) -> Result<(String, Plot), String> {
    let columns = ordered(statement, months)?;
    let mut ready = Vec::with_capacity(columns.len());
    for column in columns {
        let name = period::short(column).unwrap_or_else(|| column.label.clone());
        ready.push(prepare(book, statement, column).map_err(|reason| words::joined(&[&name, ": ", &reason]))?);
    }
    let rows: Vec<Row> = ready[0].facts.iter().filter_map(|fact| row(book, &ready, *fact)).collect();
    let Some(first) = rows.first() else {
        return Err("No total is checked in both columns.".into());
    };
    let title = heading(first, decimals(statement));
    let marks = rows.iter().flat_map(|row| &row.marks);
    let outcome = marks.map(|mark| book.outcome(&mark.cell)).max().unwrap_or(Outcome::Exact);
    let period = period::against(&ready.iter().map(|ready| ready.column).collect::<Vec<_>>());
    let columns = ready.iter().map(|ready| period::short(ready.column).unwrap_or_else(|| ready.column.label.clone()));
    let body = Body::Lines(Comparison { columns: columns.collect(), rows });
    Ok((period, Plot { title, outcome, body }))
}

/// The latest column, the one it is best compared with (a year before where there is one), and the others.
fn ordered(statement: &Statement, months: u32) -> Result<Vec<&Column>, String> {
    let mut columns: Vec<&Column> = Vec::new();
    for column in statement.columns.iter().filter(|column| column.months == Some(months)) {
        let place = columns.iter().position(|other| other.end < column.end).unwrap_or(columns.len());
        columns.insert(place, column);
    }
    if columns.len() < 2 {
        return Err("There is no second column of the same length of period to compare with.".into());
    }
    if columns.windows(2).any(|pair| pair[0].end == pair[1].end) {
        return Err("Several columns cover the same period, so it is not plain which to compare.".into());
    }
    if let Some(year) = columns.iter().position(|column| period::is_year_before(column, columns[0])) {
        let base = columns.remove(year);
        columns.insert(1, base);
    }
    columns.truncate(MOST_COLUMNS);
    Ok(columns)
}

fn prepare<'a>(book: &Book<'a>, statement: &'a Statement, column: &'a Column) -> Result<Ready<'a>, String> {
    let way = income::way(book, statement, column)?;
    let own = book.parts(way.start.id());
    let mut main = vec![way.start.id()];
    for equation in &way.levels {
        main.push(equation.total.id());
        main.extend(book.parts(equation.total.id()).into_iter().filter(|id| book.is_total(id) && !own.contains(id)));
    }
    Ok(Ready { column, facts: book.column(statement, column), main })
}

/// A line that is checked in every column.
fn row(book: &Book, ready: &[Ready], fact: Fact) -> Option<Row> {
    let mut marks = Vec::with_capacity(ready.len());
    for column in ready {
        let fact = column.facts.iter().find(|other| other.row == fact.row)?;
        if !column.main.contains(&fact.id()) {
            return None;
        }
        marks.push(Mark { cell: fact.id().into(), amount: fact.amount(), gap: book.gap(fact.id()) });
    }
    let (now, before) = (marks[0].amount, marks[1].amount);
    let percent = if now < Decimal::ZERO { None } else { words::share(now - before, before) };
    Some(Row { caption: fact.caption(), change: now - before, percent, marks })
}

/// "Total net revenues rose 33.3% to 206,955".
fn heading(row: &Row, digits: u32) -> String {
    let (name, now) = (caption::first(&row.caption), words::amount(row.marks[0].amount, digits));
    match row.percent {
        _ if row.change.is_zero() => words::joined(&[&name, " stayed at ", &now]),
        Some(percent) if !percent.is_zero() => {
            let verb = if percent.is_sign_positive() { " rose " } else { " fell " };
            words::joined(&[&name, verb, &words::percent(percent.abs()), " to ", &now])
        }
        _ => words::joined(&[&name, " went from ", &words::amount(row.marks[1].amount, digits), " to ", &now]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sheet, drawn};
    use super::super::{Body, Kind};
    use crate::report::StatementKind;

    fn sheet() -> Sheet {
        let mut sheet = Sheet::new(StatementKind::IncomeStatement, 1000);
        sheet.columns(&[(3, "2003-12-31"), (3, "2002-12-31"), (12, "2003-12-31")]);
        sheet.line("Revenues", &["120", "100", "400"]).line("Costs", &["100", "108", "370"]);
        sheet.line("Net income (loss)", &["20", "-8", "30"]).sum("3 = 1 - 2");
        sheet
    }

    #[test]
    fn columns_of_the_same_length_stand_side_by_side() {
        let charts = sheet().charts();
        let plot = drawn(&charts, Kind::Comparison);
        assert_eq!(plot.title, "Revenues rose 20.0% to 120");
        let Body::Lines(lines) = &plot.body else { panic!("lines") };
        assert_eq!(lines.columns, ["Dec 2003", "Dec 2002"]);
        let found: Vec<_> =
            lines.rows.iter().map(|row| (row.caption.as_str(), row.change.to_string(), row.percent)).collect();
        // From a loss to a profit no percentage means anything.
        assert_eq!(
            found,
            [
                ("Revenues", "20".into(), Some("20.0".parse().expect("a number"))),
                ("Net income (loss)", "28".into(), None)
            ]
        );
    }

    #[test]
    fn a_length_that_stands_alone_says_so() {
        let charts = sheet().charts();
        let chart = charts.drawn.iter().find(|chart| chart.kind == Kind::Comparison).expect("a comparison");
        assert_eq!(chart.views[1].label, "Year");
        let reason = "There is no second column of the same length of period to compare with.";
        assert_eq!(chart.views[1].plot, Err(reason.into()));
    }

    #[test]
    fn a_quarter_is_compared_with_that_of_the_year_before() {
        let mut sheet = sheet();
        sheet.columns(&[(3, "2003-09-30"), (3, "2003-06-30"), (3, "2002-09-28")]);
        let charts = sheet.charts();
        let chart = charts.drawn.iter().find(|chart| chart.kind == Kind::Comparison).expect("a comparison");
        assert_eq!(
            chart.views[0].period,
            "Three months ended September 30, 2003, against September 28, 2002 and June 30, 2003"
        );
        sheet.columns(&[(3, "2003-09-30"), (3, "2003-09-30"), (3, "2002-09-28")]);
        let reason = "Several columns cover the same period, so it is not plain which to compare.";
        assert_eq!(sheet.charts().absent[0].reason, reason);
    }

    #[test]
    fn a_total_that_does_not_tie_is_marked() {
        let mut sheet = sheet();
        sheet.set(3, "29");
        let charts = sheet.charts();
        let Body::Lines(lines) = &drawn(&charts, Kind::Comparison).body else { panic!("lines") };
        assert_eq!(lines.rows[1].marks[0].gap.to_string(), "9");
    }
}
