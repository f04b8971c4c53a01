//! Period against period: the checked totals of an income statement in columns of the same length, with their change.

use crate::gather::PushAll;
use rust_decimal::Decimal;

use super::book::{Book, Fact};
use super::plot::row;
use super::{Group, Mark, MarkKind, Plot, View, caption, decimals, income, period, words};
use crate::report::{Column, Outcome, Statement};

/// More bars to a line than these cannot be told apart.
const MOST_COLUMNS: usize = 5;

/// What of a column that a way leads through may be compared.
struct Ready<'a> {
    facts: Vec<Fact<'a>>,
    main: Vec<&'a str>,
}

/// One view for every length of period.
pub fn views(book: &Book, statement: &Statement) -> Vec<View> {
    lengths(statement, &|months| compare(book, statement, months))
}

/// A view for every length of period, with what is made of the columns of that length: their periods in words, and a drawing.
pub fn lengths(statement: &Statement, made: &dyn Fn(u32) -> Result<(String, Plot), String>) -> Vec<View> {
    let mut lengths: Vec<u32> = Vec::new();
    let mut views = Vec::new();
    for months in statement.columns.iter().filter_map(|column| column.months) {
        if !lengths.contains(&months) {
            lengths.push(months);
            let label = period::length(Some(months));
            let (period, plot) = match made(months) {
                Ok((period, plot)) => (period, Ok(plot)),
                Err(reason) => (label.clone(), Err(reason)),
            };
            views.push(View { group: String::new(), label, period, until: String::new(), plot });
        }
    }
    if views.is_empty() {
        let plot = Err("The columns do not say what period they cover.".into());
        views.push(View {
            group: String::new(),
            label: String::new(),
            period: String::new(),
            until: String::new(),
            plot,
        });
    }
    views
}

fn compare(book: &Book, statement: &Statement, months: u32) -> Result<(String, Plot), String> {
    let columns = ordered(statement, months)?;
    let digits = decimals(statement);
    let mut ready = Vec::with_capacity(columns.len());
    let mut heads = row(&["Line"]);
    for &column in &columns {
        let name = period::name(column);
        ready.push(prepare(book, column).map_err(|reason| words::joined(&[&name, ": ", &reason]))?);
        heads.push(name);
    }
    let names = heads[1..].to_vec();
    heads.push_all(row(&["Change", "Change, %"]));
    let mut plot = Plot { title: String::new(), outcome: Outcome::Exact, groups: Vec::new(), table: vec![heads] };
    for fact in &ready[0].facts {
        if let Some(marks) = marks(book, &ready, &names, *fact) {
            plot.add(book, fact.caption(), marks, digits);
        }
    }
    if plot.groups.is_empty() {
        return Err("No total is checked in both columns.".into());
    }
    Ok((period::against(&columns), plot))
}

/// The latest column, the one it is best compared with (a year before where there is one), and the others.
pub fn ordered(statement: &Statement, months: u32) -> Result<Vec<&Column>, String> {
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

fn prepare<'a>(book: &Book<'a>, column: &Column) -> Result<Ready<'a>, String> {
    let way = income::way(book, column)?;
    let own = book.parts(way.start.id());
    let mut main = vec![way.start.id()];
    for equation in &way.levels {
        main.push(equation.total.id());
        main.push_all(book.parts(equation.total.id()).into_iter().filter(|id| book.is_total(id) && !own.contains(id)));
    }
    Ok(Ready { facts: book.column(column), main })
}

/// A line that is checked in every column: a mark in each.
fn marks(book: &Book, ready: &[Ready], names: &[String], fact: Fact) -> Option<Vec<Mark>> {
    let mut marks = Vec::with_capacity(ready.len());
    for (column, name) in ready.iter().zip(names) {
        let fact = column.facts.iter().find(|other| other.row == fact.row)?;
        if !column.main.contains(&fact.id()) {
            return None;
        }
        let kind = if marks.is_empty() { MarkKind::Latest } else { MarkKind::Earlier };
        marks.push(Mark { caption: name.clone(), gap: book.gap(fact.id()), ..Mark::level(*fact, kind) });
    }
    Some(marks)
}

impl Plot {
    /// Adds a line in its periods, with its change from the second of them to the first.
    fn add(&mut self, book: &Book, caption: String, mut marks: Vec<Mark>, digits: u32) {
        let (now, before) = (marks[0].amount, marks[1].amount);
        let change = words::less(now, before);
        let percent = if now < Decimal::ZERO { None } else { words::share(change, before) };
        if self.groups.is_empty() {
            self.title = heading(&caption, now, before, percent, digits);
        }
        let mut figures = vec![caption.clone()];
        for mark in &marks {
            self.outcome = self.outcome.max(book.outcome(&mark.cell));
            figures.push(words::amount(mark.amount, digits));
        }
        figures.push(words::amount(change, digits));
        figures.push(percent.map_or_else(|| "n/m".to_owned(), words::percent));
        self.table.push(figures);

        let size = words::unsigned(change, digits);
        let shown = percent.map(|percent| words::percent(percent.abs()));
        let less = change.is_sign_negative();
        let (direction, verb) = if less { ("down ", " less than in ") } else { ("up ", " more than in ") };
        let meant = match &shown {
            Some(shown) => words::joined(&[" (", shown, ")"]),
            None => " (a percentage would not be meaningful)".to_owned(),
        };
        let base = &marks[1].caption;
        let said = if change.is_zero() {
            row(&["no change"])
        } else {
            let up = words::joined(&[direction, &size]);
            row(&[&up, shown.as_deref().unwrap_or("n/m"), &words::joined(&[" on ", base])])
        };
        marks[0].note = words::joined(&[", ", &size, verb, base, &meant]);
        self.groups.push(Group { caption, change: said, marks });
    }
}

/// "Total net revenues rose 33.3% to 206,955".
fn heading(caption: &str, now: Decimal, before: Decimal, percent: Option<Decimal>, digits: u32) -> String {
    let (name, to) = (caption::first(caption), words::amount(now, digits));
    match percent {
        _ if now == before => words::joined(&[&name, " stayed at ", &to]),
        Some(percent) if !percent.is_zero() => {
            let verb = if percent.is_sign_positive() { " rose " } else { " fell " };
            words::joined(&[&name, verb, &words::percent(percent.abs()), " to ", &to])
        }
        _ => words::joined(&[&name, " went from ", &words::amount(before, digits), " to ", &to]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::testing::{Sheet, drawn};
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
        let names: Vec<_> = plot.groups[0].marks.iter().map(|mark| mark.caption.as_str()).collect();
        assert_eq!(names, ["Dec 2003", "Dec 2002"]);
        let found: Vec<_> = plot.groups.iter().map(|line| (line.caption.as_str(), line.change.join("|"))).collect();
        // From a loss to a profit no percentage means anything.
        assert_eq!(
            found,
            [("Revenues", "up 20|20.0%| on Dec 2002".into()), ("Net income (loss)", "up 28|n/m| on Dec 2002".into())]
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
        assert_eq!(drawn(&charts, Kind::Comparison).groups[1].marks[0].gap.to_string(), "9");
    }
}
