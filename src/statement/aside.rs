//! Amounts printed inside a caption: "less allowance of $12 and $15", "$0.01 par value; 900 shares authorized".
//!
//! They stand in no column of the page, and say in words which column each belongs to: by its date, or by its order. Where
//! neither tells, they are listed as not understood.

mod list;
mod place;

use rust_decimal::Decimal;

use super::{Column, count, currency, scale::Scale};
use crate::{
    gather::{Gather, PushAll},
    phrase::{closes, has_any, is_any, opens, trim, trim_end},
    span::Span,
    table::{Figure, Printed},
    vocabulary::{StatementKind, Unit},
};
use list::{Item, Word, is_dash, is_year, joined, joins, lists, parts_of_number, plain, words};

/// Amounts of one kind inside a caption.
#[derive(Clone, Debug)]
pub struct Aside {
    /// The words that lead to them, or for what is no money, those that name it.
    pub caption: String,
    pub unit: Unit,
    /// What a printed unit is worth.
    pub factor: Decimal,
    /// One entry a column, as of a line.
    pub cells: Vec<Option<Figure>>,
    pub span: Span,
}

/// What a caption holds: amounts of columns, and amounts whose column cannot be told.
#[derive(Debug, Default)]
pub struct Found {
    pub asides: Vec<Aside>,
    pub untold: Vec<Figure>,
}

/// Why an amount of a caption is no cell.
const UNTOLD: &str = "The words around this amount do not say which column it belongs to.";

/// The line whose caption is read.
pub struct Line<'l> {
    pub kind: StatementKind,
    pub columns: &'l [Column],
    pub cells: &'l [Option<Figure>],
}

/// Reads the amounts in a caption that stands at an offset of the text.
pub fn read(caption: &str, at: usize, line: &Line<'_>, scale: Scale) -> Found {
    let words = words(caption, at);
    let lists = lists(&words);
    let stock = line.kind == StatementKind::BalanceSheet;
    let row = place::Row {
        columns: line.columns,
        cells: line.cells,
        stock,
        parts: line.kind == StatementKind::Equity,
        beginning: has_any(&caption.to_ascii_lowercase(), "beginning"),
    };
    let ends = |at: usize| lists.get(at + 1).and_then(|l: &Vec<Item>| l.first()).map_or(words.len(), |i| i.at);
    let units: Vec<Unit> = (0..lists.len()).map(|at| unit(&words, &lists[at], ends(at))).gather();
    let mut whens: Vec<Vec<Option<place::When>>> =
        (0..lists.len()).map(|at| place::whens(&words, &lists[at], ends(at))).gather();
    hand_on(&words, &lists, &units, &mut whens);
    let said = words.iter().any(|w| !joins(w.text) && !parts_of_number(plain(w.text)));
    let mut found = Found::default();
    let mut from = 0;
    for (at, items) in lists.iter().enumerate() {
        let group = Group { words: &words, items, unit: units[at], from, until: ends(at) };
        let mut places = place::columns(&whens[at], &row);
        // "11,917,113, and": what it counts is said on another line.
        if !said && items.iter().all(|i| i.figure.symbol.is_none()) {
            places.fill(None);
        }
        group.read(&places, scale, &row, &mut found);
        from = items.last().map_or(from, |i| i.at + 1);
    }
    found
}

/// "40 shares authorized and 12 issued at December 31, 2023, and 40 authorized ...": the date that ends a clause is that of the
/// counts in it, and is handed on to the count before.
fn hand_on(words: &[Word<'_>], lists: &[Vec<Item>], units: &[Unit], whens: &mut [Vec<Option<place::When>>]) {
    let mut clause = None;
    for at in (0..lists.len()).rev() {
        let end = lists.get(at + 1).map_or(words.len(), |next| next[0].at);
        let dated = || words[lists[at][0].at + 1..end].iter().any(|w| is_year(plain(w.text)));
        clause = match whens[at].as_mut_slice() {
            [when] if units[at] == Unit::Shares => {
                if when.is_none() && !dated() {
                    *when = clause;
                }
                *when
            }
            _ => None,
        };
    }
}

/// A list of amounts and the words around it.
struct Group<'g> {
    words: &'g [Word<'g>],
    items: &'g [Item],
    unit: Unit,
    /// The words before it begin, and those after it end.
    from: usize,
    until: usize,
}

impl Group<'_> {
    fn read(&self, places: &[Option<usize>], scale: Scale, row: &place::Row<'_>, found: &mut Found) {
        let mut last: Option<Aside> = None;
        for (item, place) in self.items.iter().zip(places) {
            let Some(place) = *place else {
                found.untold.push(Figure { printed: Printed::Unread { why: UNTOLD }, ..item.figure.clone() });
                continue;
            };
            let factor = self.factor(item, scale, row.stock);
            let same = |a: &Aside| self.unit != Unit::Money || a.factor == factor;
            let mut aside = match last.take() {
                Some(aside) if same(&aside) => aside,
                other => {
                    found.asides.push_all(other);
                    let (caption, cells) = (self.caption(), vec![None; row.columns.len()]);
                    Aside { caption, unit: self.unit, factor, cells, span: item.figure.span }
                }
            };
            aside.span = aside.span.join(item.figure.span);
            if let Some(cell) = aside.cells.get_mut(place) {
                *cell = Some(item.figure.clone());
            }
            last = Some(aside);
        }
        found.asides.push_all(last);
    }

    /// What a printed unit of an amount is worth: what the word after it says ("$1.2 million", "464 and 454 million shares"), or one
    /// for what is counted whole.
    fn factor(&self, item: &Item, scale: Scale, stock: bool) -> Decimal {
        let said = |item: &Item| currency::factor(following(self.words, item.at));
        let fine = !has_any(self.words[item.at].text, ",")
            || matches!(item.figure.printed, Printed::Number { places: 1.., .. });
        let of_list = || self.items.last().filter(|_| fine).and_then(|last| said(last));
        if matches!(self.unit, Unit::Money | Unit::Shares)
            && let Some(said) = said(item).or_else(of_list)
        {
            return Decimal::from(said);
        }
        let near = || {
            self.near().into_iter().any(|w| has_any(&w.to_ascii_lowercase(), "authorized|issued|outstanding|average"))
        };
        let whole = self.unit == Unit::Shares && !stock && !near();
        let decimals = matches!(item.figure.printed, Printed::Number { places, .. } if places > 0);
        if whole && !decimals { Decimal::ONE } else { scale.of_figure(self.unit, &item.figure) }
    }

    fn near(&self) -> Vec<&str> {
        near(self.words, self.items, self.until)
    }

    fn caption(&self) -> String {
        match self.unit {
            Unit::Money | Unit::Percent => self.lead(),
            unit => {
                let name = self.name();
                match unit {
                    Unit::Shares if name.is_empty() => "shares".to_owned(),
                    Unit::PerShare if name.is_empty() => "per share".to_owned(),
                    _ if name.is_empty() => self.lead(),
                    _ => name,
                }
            }
        }
    }

    /// The words before the list.
    fn lead(&self) -> String {
        let mut lead = &self.words[self.from..self.items[0].at];
        // "less accumulated amortization 1995-$78.8".
        while let [rest @ .., last] = lead
            && (is_year(trim_end(plain(last.text), "-")) || is_dash(last.text))
        {
            lead = rest;
        }
        let lead = joined(if lead.is_empty() { self.words } else { lead });
        trim(&lead, " ,;:(").to_owned()
    }

    /// "par value", "shares authorized": what an amount of stock is called stands after it, or before: "issued 900 in 1999".
    fn name(&self) -> String {
        let last = self.items[self.items.len() - 1].at;
        let mut name: Vec<&str> = Vec::new();
        let ends = closes(self.words[last].text, ",;:)");
        let dates = |w: &&Word<'_>| joins(w.text);
        for word in self.words[last + 1..].iter().skip_while(dates).take(if ends { 0 } else { 6 }) {
            let bare = trim(word.text, "(,;:.)");
            if parts_of_number(bare) || is_any(bare, "as|at|respectively|–|-") || opens(word.text, "(") {
                break;
            }
            name.push(bare);
            if closes(word.text, ",;:.)") {
                break;
            }
        }
        while name.last().is_some_and(|w| is_any(w, "of|in|and|or|for|on|to|at|with|which")) {
            name.pop();
        }
        let says = if self.unit == Unit::PerShare { "par|stated|value" } else { "authorized|issued|outstanding" };
        let said = |w: &&str| is_any(&w.to_ascii_lowercase(), says);
        if self.unit != Unit::Count && !name.iter().any(said) {
            let before = self.words[self.from..self.items[0].at].iter().rev().take_while(|w| !closes(w.text, ";"));
            let mut lead = before.map(|w| trim(w.text, "(,;:-.")).gather();
            lead.reverse();
            if let Some(at) = lead.iter().position(said) {
                lead.drain(..at);
                lead.retain(|w| said(w) || is_any(w, "and|shares"));
                lead.push_all(name);
                name = lead;
            }
        }
        name.join(" ")
    }
}

/// The word after an amount, of the same clause.
fn following<'t>(words: &[Word<'t>], i: usize) -> &'t str {
    let next = words.get(i + 1).filter(|_| !closes(words[i].text, ",;:)"));
    next.map_or("", |w| trim_end(w.text, ",;:.)"))
}

/// The words near a list, of its clause and before the next.
fn near<'t>(words: &[Word<'t>], items: &[Item], until: usize) -> Vec<&'t str> {
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return Vec::new() };
    let mut found: Vec<&str> = words[first.at.saturating_sub(3)..first.at]
        .iter()
        .rev()
        .take_while(|w| !closes(w.text, ";"))
        .map(|w| w.text)
        .gather();
    found.reverse();
    for word in &words[last.at..(last.at + 5).min(until)] {
        found.push(word.text);
        if closes(word.text, ";") {
            break;
        }
    }
    found
}

/// An amount without a currency sign counts what is named in the plural after it: "212,000 barrels", "1,200 limited units".
fn counts_things(words: &[Word<'_>], i: usize) -> bool {
    let thing = |word: &str| {
        let small = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        count::is_measure(&word.to_ascii_lowercase())
            || small
                && plural
                && !is_any(word, "less|plus|gross|dollars|years|months|days|thousands|millions|was|this|years")
    };
    let little = "|and|or|at|as|in|of|for|on|to|by|from|with|net|less|per|respectively|which";
    (i..i + 3).map(|at| following(words, at)).take_while(|word| !is_any(word, little)).any(thing)
}

fn unit(words: &[Word<'_>], items: &[Item], until: usize) -> Unit {
    let near = near(words, items, until).join(" ").to_ascii_lowercase();
    let Some(last) = items.last() else { return Unit::Money };
    let signed = items.iter().any(|i| i.figure.symbol.is_some());
    let fine = items.iter().any(|i| matches!(i.figure.printed, Printed::Number { places: 1.., .. }));
    let of_stock = || words.iter().any(|w| has_any(&w.text.to_ascii_lowercase(), "stock|share|unit|capital"));
    let in_treasury = || words.iter().any(|w| has_any(&w.text.to_ascii_lowercase(), "treasury"));
    // Whole dollars are the par value of one share where stock is spoken of: bonds have a par value of all.
    let par = near.split(' ').any(|w| is_any(plain(w), "par|stated")) && (fine || of_stock());
    let each = has_any(&near, "per share|per unit|per common share|per limited|a share| each");
    if signed && (par || each) {
        Unit::PerShare
    } else if !signed && (has_any(&near, "share|authorized|issued|outstanding") || in_treasury()) {
        Unit::Shares
    } else if !signed && counts_things(words, last.at) {
        Unit::Count
    } else {
        Unit::Money
    }
}

#[cfg(test)]
mod tests;
