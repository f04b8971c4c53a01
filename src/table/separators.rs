//! Numbers whose separators are not the English ones: points part thousands, and a comma stands before decimals.
//!
//! Where a table leaves no doubt, it is read so; where it only seems so, its numbers are doubted. None is ever read a thousand times
//! too small.

use super::{
    Figure, Printed, Table,
    figure::{EUROPEAN, is_european, number},
};
use crate::{
    gather::Gather,
    order,
    phrase::{cut, has, has_any, trim},
};

/// So many numbers with three digits after a point, and none otherwise, are thousands where the page speaks for it.
const FEW: usize = 4;

/// What the separators of a table say, number by number.
#[derive(Default)]
struct Votes {
    /// "1.234.567", "1.234,5": English never parts digits so.
    plain: usize,
    /// "2,17": a comma before one digit or two.
    fine: usize,
    /// "410.204": thousands here, three decimals there.
    either: usize,
    english: usize,
}

impl Votes {
    fn of(table: &Table, text: &str) -> Self {
        let mut votes = Self::default();
        for figure in figures(table).filter(|f| f.is_amount()) {
            let core = core(figure, text);
            let parted = |at: char| core.split_once(at).filter(|(_, rest)| !has_any(rest, ",|."));
            let vote = if is_european(core) {
                &mut votes.plain
            } else if parted(',').is_some_and(|(whole, rest)| rest.len() < 3 && !has(whole, ".")) {
                &mut votes.fine
            } else if parted('.').is_some_and(|(whole, rest)| {
                rest.len() == 3 && (1..=3).contains(&whole.len()) && !has(whole, ",") && whole != "0"
            }) {
                &mut votes.either
            } else if has_any(core, ",|.") {
                &mut votes.english
            } else {
                continue;
            };
            *vote += 1;
        }
        votes
    }

    /// Nothing else than the European way explains them.
    fn is_sure(&self) -> bool {
        let Self { plain, fine, either, english } = *self;
        english == 0 && plain + fine > 0 && plain + fine + either > 1 && plain + either > 0
    }
}

/// Reads or doubts the numbers of tables where some are set the European way and none the English way.
pub fn settle(tables: &mut [Table], text: &str) {
    let votes = tables.iter().map(|t| Votes::of(t, text)).gather();
    // One filer writes one way.
    let elsewhere = votes.iter().any(Votes::is_sure);
    for (table, votes) in tables.iter_mut().zip(&votes).filter(|(_, v)| v.english == 0) {
        let sure = votes.is_sure() || elsewhere && votes.either > 0;
        if sure || votes.plain > 0 || votes.fine == 0 && votes.either >= FEW && says_other(table) {
            turn(table, text, sure);
        }
    }
}

/// Reads the numbers of a table the European way, or doubts them.
fn turn(table: &mut Table, text: &str, sure: bool) {
    table.european = sure;
    // What could not be read as English was listed.
    let cells = order::distinct(figures(table).map(|f| f.span.start));
    table.strays.retain(|f| cells.binary_search(&f.span.start).is_err());
    let mut doubted = Vec::new();
    for figure in table.rows.iter_mut().flat_map(|r| r.cells.iter_mut().flatten()).chain(&mut table.strays) {
        let core = core(figure, text);
        if !figure.is_amount() || !has_any(core, ".|,") {
            continue;
        }
        let read = number(&turned(core)).filter(|_| sure);
        let negative = has_any(text.get(figure.span.start..figure.span.end).unwrap_or_default(), "(|)|-|–|—|\u{2212}")
            || before(figure, text).ends_with(['-', '\u{2212}']);
        figure.printed = match read {
            Some((value, places)) => {
                Printed::Number { value: if negative && !value.is_zero() { -value } else { value }, places }
            }
            None => Printed::Unread { why: EUROPEAN },
        };
        if figure.number().is_none() && cells.binary_search(&figure.span.start).is_ok() {
            doubted.push(figure.clone());
        }
    }
    table.strays.append(&mut doubted);
}

fn figures(table: &Table) -> impl Iterator<Item = &Figure> {
    table.rows.iter().flat_map(|r| r.cells.iter().flatten())
}

/// The digits of a figure and their separators.
fn core<'t>(figure: &Figure, text: &'t str) -> &'t str {
    let printed = text.get(figure.span.start..figure.span.end).unwrap_or_default();
    let from = printed.find(|c: char| c.is_ascii_digit()).unwrap_or(printed.len());
    let rest = cut(printed, from, printed.len());
    let to = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
    trim(cut(rest, 0, to), ".,")
}

/// What stands just before a figure.
fn before<'t>(figure: &Figure, text: &'t str) -> &'t str {
    let line = text.get(..figure.span.start).unwrap_or_default();
    cut(line, line.trim_end_matches(|c: char| !c.is_whitespace()).len(), line.len())
}

/// Points for commas, commas for points.
fn turned(core: &str) -> String {
    let turn = |c| match c {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    core.chars().map(turn).collect()
}

/// The words over a table say a currency of those who write so, or thousands, of which no money has three decimals.
fn says_other(table: &Table) -> bool {
    const WORDS: &str =
        "euro|eur |(eur|mark|dm|lire|guilder|franc|peseta|escudo|schilling|kron|peso|reais|r$|€|thousand|000";
    let titles = table.title.iter().map(|w| &w.text);
    let mut words = titles.chain(table.columns.iter().flat_map(|c| &c.headings));
    words.any(|words| has_any(&words.to_ascii_lowercase(), WORDS))
}
