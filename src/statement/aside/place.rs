//! Which column an amount inside a caption is of: the one that its date names, or its place in the list.
//!
//! What neither tells is not understood: an amount in the column beside its own would be a wrong one.

use time::Month;

use super::list::{Item, Word, is_dash, is_year, plain};
use crate::{
    gather::Gather,
    phrase::{closes, has, is_any, opens, trim_end},
    statement::{Column, Period, month},
    table::Figure,
};

/// A year, perhaps with its month.
#[derive(Clone, Copy, PartialEq)]
pub struct When {
    year: i32,
    month: Option<Month>,
}

/// What the amounts of a line stand in.
pub struct Row<'r> {
    pub columns: &'r [Column],
    pub cells: &'r [Option<Figure>],
    /// Amounts of days: what is said once is said of them all.
    pub stock: bool,
    /// The columns are not of periods.
    pub parts: bool,
    /// Cash at the beginning of a year is of a day in the year before.
    pub beginning: bool,
}

/// When each amount of a list is of, as the words say. `until` is where the next list begins.
pub fn whens(words: &[Word<'_>], list: &[Item], until: usize) -> Vec<Option<When>> {
    let Some(last) = list.last() else { return Vec::new() };
    // Where what is said after an amount ends: a year that the next is printed after is not among it.
    let next = |k: usize| {
        let Some(next) = list.get(k + 1) else { return until };
        let told = before(words, next.at, k + 1).is_some();
        let year = || words[..next.at].iter().rposition(|w| !is_dash(w.text)).unwrap_or_default();
        if told { year() } else { next.at }
    };
    let mut own: Vec<Option<When>> = (0..list.len())
        .map(|k| {
            let said = || match dates(words.get(list[k].at + 1..next(k)).unwrap_or_default()).as_slice() {
                [one] => Some(*one),
                _ => None,
            };
            before(words, list[k].at, k).or_else(|| if k + 1 < list.len() { said() } else { None })
        })
        .gather();
    let after = dates(&words[last.at + 1..until]);
    let none = own.iter().all(Option::is_none);
    let aside = || own[..list.len() - 1].iter().all(Option::is_some) || opens(words[last.at].text, "(");
    if none && after.len() == list.len() {
        own = after.into_iter().map(Some).gather();
    } else if let ([one], None) = (after.as_slice(), own[list.len() - 1])
        && aside()
    {
        own[list.len() - 1] = Some(*one);
    }
    own
}

/// "2019, $27": the year an amount is printed after, unless it ends what is said of the amount before.
fn before(words: &[Word<'_>], at: usize, k: usize) -> Option<When> {
    let at = words[..at].iter().rposition(|w| !is_dash(w.text))?;
    let year = trim_end(plain(words[at].text), "-");
    let lead = at.checked_sub(1).map_or("", |b| plain(words[b].text));
    let other =
        is_any(lead, "in|at|for|of|due|since|through|to|and|or") || lead.len() <= 2 && k > 0 && !lead.is_empty();
    let day = lead.bytes().all(|b| b.is_ascii_digit()) && !lead.is_empty() && lead.len() <= 2;
    let year = year.parse().ok().filter(|_| is_year(year) && !other && !day)?;
    Some(When { year, month: None })
}

/// The dates that words name, up to the end of their clause; a month goes on for the years after it. When something is due is
/// said of no column.
fn dates(words: &[Word<'_>]) -> Vec<When> {
    let mut found: Vec<When> = Vec::new();
    let mut said = None;
    for (i, word) in words.iter().enumerate() {
        let text = trim_end(plain(word.text), "-");
        if is_any(text, "due|maturing|payable|through|expiring|callable|redeemable") {
            break;
        }
        let next = words.get(i + 1).map_or("", |n| plain(n.text));
        let number = next.bytes().all(|b| b.is_ascii_digit()) && !next.is_empty();
        if let Some(month) = month(&text.to_ascii_lowercase()).filter(|_| number) {
            said = Some(month);
        } else if let Some(year) = text.parse().ok().filter(|_| is_year(text)) {
            let when = When { year, month: said };
            // "at September 29, 2019" may be said again of the next count.
            if found.last() != Some(&when) {
                found.push(when);
            }
        }
        if closes(word.text, ";") {
            break;
        }
    }
    found
}

/// The column of each amount, where it can be told.
pub fn columns(whens: &[Option<When>], row: &Row<'_>) -> Vec<Option<usize>> {
    let none = || whens.iter().map(|_| None).gather();
    if row.parts && row.columns.len() > 1 || row.beginning && whens.iter().any(Option::is_some) {
        return none();
    }
    let mut places: Vec<Option<usize>> = whens.iter().map(|w| w.and_then(|w| row.of(w))).gather();
    let open = whens.iter().filter(|w| w.is_none()).count();
    if open > 0 {
        let free: Option<Vec<usize>> =
            if whens.len() == 1 { row.single().map(|at| vec![at]) } else { row.free(&places) };
        // A date that names no column leaves the order in doubt.
        let sound = places.iter().flatten().count() + open == whens.len();
        let Some(free) = free.filter(|_| sound) else { return places };
        let mut free = free.into_iter();
        for (place, when) in places.iter_mut().zip(whens) {
            if when.is_none() {
                *place = free.next();
            }
        }
    }
    let twice = |at: usize| places[at].is_some() && places.iter().filter(|p| **p == places[at]).count() > 1;
    if (0..places.len()).any(twice) { none() } else { places }
}

impl Row<'_> {
    /// The one column that is of a date.
    fn of(&self, when: When) -> Option<usize> {
        let one = |fits: &dyn Fn(&Column) -> bool| {
            let mut found = (0..self.columns.len()).filter(|at| fits(&self.columns[*at]));
            found.next().filter(|_| found.next().is_none())
        };
        let year = |c: &Column| c.headings.iter().any(|h| has(h, &when.year.to_string()));
        let end = |c: &Column| c.period.map(Period::end);
        let dated = |c: &Column| end(c).is_some_and(|d| d.year() == when.year && Some(d.month()) == when.month);
        if when.month.is_some() && self.columns.iter().any(dated) {
            return one(&dated);
        }
        let other = |c: &Column| when.month.is_some() && self.stock && end(c).is_some();
        one(&|c| year(c) && !other(c)).or_else(|| one(&|c| end(c).is_some_and(|d| d.year() == when.year) && !other(c)))
    }

    fn holds(&self, at: usize) -> bool {
        self.cells.get(at).and_then(Option::as_ref).and_then(Figure::number).is_some_and(|n| !n.is_zero())
    }

    /// What an amount stands for that is said once: the line's only amount; on a balance sheet any.
    fn single(&self) -> Option<usize> {
        let mut held = (0..self.columns.len()).filter(|at| self.holds(*at));
        let first = held.next();
        (first.is_some() && held.next().is_none() || self.stock || self.columns.len() == 1).then(|| first.unwrap_or(0))
    }

    /// The columns left for amounts in a list: where there are as many of them as columns, or as amounts on the line, or as columns
    /// that have a period.
    fn free(&self, told: &[Option<usize>]) -> Option<Vec<usize>> {
        let all = || 0..self.columns.len();
        let held: Vec<usize> = all().filter(|at| self.holds(*at)).gather();
        let dated: Vec<usize> = all().filter(|at| self.columns[*at].period.is_some()).gather();
        let fits = |base: &Vec<usize>| base.len() == told.len() && told.iter().flatten().all(|at| base.contains(at));
        let base = [all().gather(), held, dated].into_iter().find(fits)?;
        Some(base.into_iter().filter(|at| !told.contains(&Some(*at))).gather())
    }
}
