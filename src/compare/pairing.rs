//! Which statement, column and line of one filing is which of the other.
//!
//! Statements pair by kind and basis where they share a period. Lines pair in their order: by caption, by concept, or, between two
//! lines that pair, by having the same amounts.

use super::cell;
use crate::{
    report::{Column, Line, Report, Statement, StatementKind},
    statement::plain,
};

/// Two statements that share a period.
pub struct Pair<'r> {
    pub other: &'r Report,
    pub own: &'r Statement,
    pub theirs: &'r Statement,
    /// Columns of one period, own and theirs.
    pub columns: Vec<(&'r Column, &'r Column)>,
    /// Lines that are the same, in order, by their index.
    pub lines: Vec<(usize, usize)>,
}

/// Longer statements are not compared line by line.
const LONGEST: usize = 2000;

pub fn find<'r>(report: &'r Report, other: &'r Report) -> Vec<Pair<'r>> {
    let mut found: Vec<Pair<'r>> = Vec::new();
    for own in &report.statements {
        let candidates = other.statements.iter().filter(|s| is_same(own, s) && s.lines.len() <= LONGEST);
        let pairs = candidates.filter(|_| own.lines.len() <= LONGEST).filter_map(|theirs| {
            let columns = columns(own, theirs);
            (!columns.is_empty()).then(|| Pair { other, own, theirs, lines: lines(own, theirs, &columns), columns })
        });
        // The one that shares most lines.
        let best = pairs.max_by_key(|p| p.lines.len());
        found.extend(best.filter(|p| p.lines.len() >= 3));
    }
    found
}

fn is_same(own: &Statement, theirs: &Statement) -> bool {
    let titled = || !own.title.is_empty() && plain(&own.title) == plain(&theirs.title);
    own.kind == theirs.kind
        && own.basis == theirs.basis
        && own.currency == theirs.currency
        && (!matches!(own.kind, StatementKind::Schedule | StatementKind::Other) || titled())
}

fn columns<'r>(own: &'r Statement, theirs: &'r Statement) -> Vec<(&'r Column, &'r Column)> {
    let same = |a: &Column, b: &Column| {
        a.instant.is_some() && a.instant == b.instant || a.end.is_some() && a.end == b.end && a.months == b.months
    };
    let of = |a: &'r Column| theirs.columns.iter().find(|b| same(a, b)).map(|b| (a, b));
    own.columns.iter().filter_map(of).collect()
}

/// The longest list of lines that are the same and stand in the same order.
fn lines(own: &Statement, theirs: &Statement, columns: &[(&Column, &Column)]) -> Vec<(usize, usize)> {
    let key = |l: &Line| (plain(&l.caption), l.path.last().map(|p| plain(p)));
    let keys = |s: &Statement| s.lines.iter().map(key).collect::<Vec<_>>();
    let (ours, others) = (keys(own), keys(theirs));
    let weight = |i: usize, j: usize| -> u32 {
        let (mine, yours) = (&own.lines[i], &theirs.lines[j]);
        if mine.cells.is_empty() || yours.cells.is_empty() || mine.unit != yours.unit || mine.aside != yours.aside {
            return 0;
        }
        let captions = !ours[i].0.is_empty() && ours[i].0 == others[j].0;
        let concepts = mine.concept.is_some() && mine.concept == yours.concept;
        // Two lines that read alike in a period are one line before two that only share a name.
        let amounts = u32::from(is_equal(mine, yours, columns));
        match (captions, concepts) {
            (true, _) => 6 + 2 * u32::from(ours[i].1 == others[j].1) + amounts,
            (false, true) => 4 + amounts,
            (false, false) if amounts > 0 && is_long(mine, columns) => 2,
            _ => 0,
        }
    };
    let (n, m) = (ours.len(), others.len());
    let mut best = vec![0_u32; (n + 1) * (m + 1)];
    let at = |i: usize, j: usize| i * (m + 1) + j;
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            let pair = weight(i, j);
            let with = if pair > 0 { pair + best[at(i + 1, j + 1)] } else { 0 };
            best[at(i, j)] = with.max(best[at(i + 1, j)]).max(best[at(i, j + 1)]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while i < n && j < m {
        let pair = weight(i, j);
        if pair > 0 && best[at(i, j)] == pair + best[at(i + 1, j + 1)] {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[at(i, j)] == best[at(i + 1, j)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// The amounts of every shared period that both print are equal, and there is one.
pub fn is_equal(own: &Line, theirs: &Line, columns: &[(&Column, &Column)]) -> bool {
    let both = columns.iter().filter_map(|(a, b)| Some((cell(own, a)?.value?, cell(theirs, b)?.value?)));
    let mut any = false;
    both.inspect(|_| any = true).all(|(a, b)| a == b) && any
}

/// An amount of three digits or more: shorter ones are equal by chance.
fn is_long(line: &Line, columns: &[(&Column, &Column)]) -> bool {
    let printed = columns.iter().filter_map(|(own, _)| cell(line, own)?.printed);
    printed.max_by_key(rust_decimal::Decimal::abs).is_some_and(|p| p.mantissa().unsigned_abs() >= 100)
}
