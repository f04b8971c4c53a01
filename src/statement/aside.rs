//! Amounts printed inside a caption: "less allowance of $12 and $15", "$0.01 par value; 900 shares authorized".
//!
//! They stand in no column of the page, and say in words which column each belongs to: by its year, or by its order.

use rust_decimal::Decimal;

use super::{Column, count, currency, scale::Scale};
use crate::{
    gather::Gather,
    phrase::{begins, closes, cut, has, has_any, is_any, trim, trim_end, trim_start},
    span::Span,
    table::{Figure, Printed, number, parts},
    vocabulary::Unit,
};

/// Amounts of one kind inside a caption.
#[derive(Clone, Debug)]
pub struct Aside {
    /// The words that lead to them.
    pub caption: String,
    pub unit: Unit,
    /// What a printed unit is worth.
    pub factor: Decimal,
    /// One entry a column, as of a line.
    pub cells: Vec<Option<Figure>>,
    pub span: Span,
}

/// A word of the caption and its offset in the text.
struct Word<'t> {
    text: &'t str,
    at: usize,
}

/// Reads the amounts in a caption that stands at an offset of the text.
///
/// `stock` says that counts of shares are printed as the amounts of stock are: on a balance sheet.
pub fn read(caption: &str, at: usize, columns: &[Column], scale: Scale, stock: bool) -> Vec<Aside> {
    let words = words(caption, at);
    let mut found: Vec<Aside> = Vec::new();
    // Where the words of the group begin, and whether the last word read was an amount or only joins two.
    let (mut from, mut joined) = (0, false);
    let mut year = None;
    for (i, word) in words.iter().enumerate() {
        let text = trim_end(trim_start(word.text, "("), ",;:)");
        if let Some(figure) = amount(&words, i, joined) {
            let unit = unit(&words, i, &figure);
            let factor = factor(&words, i, unit, &figure, scale, stock);
            if !joined || found.last().is_none_or(|f| f.unit != unit || unit == Unit::Money && f.factor != factor) {
                let caption = words[from..i].iter().map(|w| w.text).gather().join(" ");
                found.push(Aside {
                    caption: trim(&caption, " ,;:(").to_owned(),
                    unit,
                    factor,
                    cells: vec![None; columns.len()],
                    span: figure.span,
                });
            }
            if let Some(aside) = found.last_mut() {
                aside.span = aside.span.join(figure.span);
                let next = aside.cells.iter().rposition(Option::is_some).map_or(0, |p| p + 1);
                let of_year = year_after(&words, i).or(year).and_then(|y| columns.iter().position(|c| says(c, y)));
                if let Some(cell) = of_year.or(Some(next)).and_then(|p| aside.cells.get_mut(p)) {
                    *cell = Some(figure);
                }
            }
            (joined, year, from) = (true, None, i + 1);
        } else if is_year(text) {
            year = Some(text);
        } else if !is_any(text, "and|or|at||respectively|of|in|million|billion") {
            joined = false;
        }
    }
    let mut clause = None;
    for at in (0..found.len()).rev() {
        let next = found.get(at + 1).map_or(usize::MAX, |f| f.span.start);
        let aside = &mut found[at];
        let end = aside.span.end;
        let after = || words.iter().filter(|w| w.at >= end && w.at < next);
        by_years(aside, after(), columns);
        clause = by_year(aside, after(), columns, clause);
        if aside.unit != Unit::Money {
            aside.caption = named_after(&words, aside.span.end);
        }
    }
    found
}

/// "1,074 and 1,112 shares issued as of December 31, 2024 and 2025": the years after the amounts say whose they are.
fn by_years<'w>(aside: &mut Aside, after: impl Iterator<Item = &'w Word<'w>>, columns: &[Column]) {
    let years = after.map(|w| trim_end(w.text, ",;:.)")).filter(|w| is_year(w));
    let places: Vec<Option<usize>> = years.map(|y| columns.iter().position(|c| says(c, y))).gather();
    let amounts = aside.cells.iter().flatten().count();
    let apart = places.iter().enumerate().all(|(i, p)| p.is_some() && !places[..i].contains(p));
    if amounts < 2 || places.len() != amounts || !apart || aside.cells[..amounts].iter().any(Option::is_none) {
        return;
    }
    let mut cells = vec![None; columns.len()];
    for (cell, place) in aside.cells.drain(..).zip(places) {
        if let Some(place) = place {
            cells[place] = cell;
        }
    }
    aside.cells = cells;
}

/// "40 shares authorized and 12 issued at December 31, 2023, and 40 authorized ...": the year that ends a clause is that of the
/// counts in it, the column of which is handed on to the count before.
fn by_year<'w>(
    aside: &mut Aside,
    after: impl Iterator<Item = &'w Word<'w>>,
    columns: &[Column],
    clause: Option<usize>,
) -> Option<usize> {
    let years = after.map(|w| trim_end(w.text, ",;:.)")).filter(|w| is_year(w)).gather();
    let place = match years.as_slice() {
        [] => clause,
        [year] => columns.iter().position(|c| says(c, year)),
        _ => None,
    };
    let place = place.filter(|_| aside.unit == Unit::Shares && aside.cells.iter().flatten().count() == 1)?;
    let only = aside.cells.iter().position(Option::is_some)?;
    aside.cells.swap(only, place);
    Some(place)
}

/// "par value", "shares authorized": what an amount of stock is called stands after it.
fn named_after(words: &[Word<'_>], end: usize) -> String {
    let mut name = String::new();
    for word in words.iter().filter(|w| w.at >= end).take(6) {
        if parts_of_number(trim(word.text, "(,;:.)")) || is_any(word.text, "as|at|respectively") {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(trim(word.text, "(,;:.)"));
        if closes(word.text, ",;:.)") {
            break;
        }
    }
    name
}

fn words(caption: &str, at: usize) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (end, parting) in caption.match_indices(|c: char| c.is_whitespace() || c == '—').chain([(caption.len(), "")])
    {
        if end > start {
            found.push(Word { text: cut(caption, start, end), at: at + start });
        }
        start = end + parting.len();
    }
    found
}

/// "$138 in 2020".
fn year_after<'t>(words: &[Word<'t>], i: usize) -> Option<&'t str> {
    let year =
        words.get(i + 2).map(|w| trim_end(w.text, ",;:.)")).filter(|_| is_any(words[i + 1].text, "in|for|at"))?;
    // "$75 and $60 in 2001 and 2000" says the years of both, in their order.
    let listed = words.get(i + 4).is_some_and(|w| is_year(trim_end(w.text, ",;:.)")));
    (is_year(year) && !listed).then_some(year)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && begins(word, "19|20") && word.bytes().all(|b| b.is_ascii_digit())
}

fn says(column: &Column, year: &str) -> bool {
    column.headings.iter().any(|h| has(h, year))
}

/// The amount that a word is: with a currency sign, with thousands commas, or counting shares; or after one, with "and".
fn amount(words: &[Word<'_>], i: usize, joined: bool) -> Option<Figure> {
    let word = &words[i];
    let opening = trim_start(word.text, "(");
    let inner = trim_end(opening, ",;:.)");
    let parts = parts(inner)?;
    let (value, places) = number(parts.core)?;
    let after = |n: usize| words.get(i + n).map_or("", |w| trim_end(w.text, ",;:.)"));
    let before = i.checked_sub(1).map_or("", |b| words[b].text);
    // "305.7 and 304.6 shares".
    let next = if after(1) == "and" && parts_of_number(after(2)) { 3 } else { 1 };
    let counts = (next..=next + 1).any(|n| is_any(after(n), "shares|authorized|issued|outstanding"));
    let grouped = parts.core.len() > 4 && parts.core.bytes().any(|b| b == b',');
    let listed = joined && is_any(trim_end(before, ","), "and|or") && parts.core.len() != 4;
    let noted = is_any(
        &trim_end(before, ".").to_ascii_lowercase(),
        "note|notes|no|page|item|january|february|march|april|may|june|\
        july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec",
    );
    let year = is_year(parts.core) && parts.symbol.is_none();
    if noted || year || parts.percent || !(parts.symbol.is_some() || grouped || counts || listed) {
        return None;
    }
    let start = word.at + (word.text.len() - opening.len()) + parts.core_at;
    let span = Span::new(start, start + parts.core.len());
    let printed = Printed::Number { value, places };
    Some(Figure {
        span,
        lead: 0,
        start: 0,
        end: 0,
        edge: 0,
        printed,
        symbol: parts.symbol,
        percent: false,
        times: false,
        dash_after: false,
    })
}

/// What a printed unit of an amount is worth: what the word after it says ("$1.2 million"), or one for what is counted whole.
fn factor(words: &[Word<'_>], i: usize, unit: Unit, figure: &Figure, scale: Scale, stock: bool) -> Decimal {
    let next = following(words, i);
    if unit == Unit::Money
        && let Some(said) = currency::factor(next)
    {
        return Decimal::from(said);
    }
    let whole = unit == Unit::Shares && !stock && !near(words, i, "authorized|issued|outstanding|average");
    let decimals = matches!(figure.printed, Printed::Number { places, .. } if places > 0);
    if whole && !decimals { Decimal::ONE } else { scale.of_figure(unit, figure) }
}

/// The word after an amount, of the same clause.
fn following<'t>(words: &[Word<'t>], i: usize) -> &'t str {
    let next = words.get(i + 1).filter(|_| !closes(words[i].text, ",;:)"));
    next.map_or("", |w| trim_end(w.text, ",;:.)"))
}

/// Whether one of a list stands near an amount.
fn near(words: &[Word<'_>], i: usize, list: &str) -> bool {
    words[i.saturating_sub(3)..(i + 5).min(words.len())].iter().any(|w| has_any(&w.text.to_ascii_lowercase(), list))
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

fn parts_of_number(word: &str) -> bool {
    parts(word).is_some_and(|p| number(p.core).is_some())
}

fn unit(words: &[Word<'_>], i: usize, figure: &Figure) -> Unit {
    let mut near = String::new();
    for word in &words[i.saturating_sub(3)..(i + 5).min(words.len())] {
        near.push_str(word.text);
        near.push(' ');
    }
    let near = near.to_ascii_lowercase();
    let places = matches!(figure.printed, Printed::Number { places, .. } if places > 0);
    if figure.symbol.is_some()
        && (places || has_any(&near, "par value|stated value|per share|per unit"))
        && has_any(&near, "par|stated|per share|per unit")
    {
        Unit::PerShare
    } else if figure.symbol.is_none() && has_any(&near, "share|authorized|issued|outstanding") {
        Unit::Shares
    } else if figure.symbol.is_none() && counts_things(words, i) {
        Unit::Count
    } else {
        Unit::Money
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asides(caption: &str) -> Vec<String> {
        let column = |year: &str| Column { headings: vec![year.to_owned()], ..Column::default() };
        let columns = [column("2025"), column("2024")];
        let scale = Scale { money: Decimal::ONE_THOUSAND, shares: Decimal::ONE_THOUSAND, ..Scale::default() };
        let show = |a: Aside| {
            let cells: Vec<&str> =
                a.cells.iter().map(|c| c.as_ref().map_or("", |f| &caption[f.span.start..f.span.end])).collect();
            format!("{}: {} {:?} x{}", a.caption, cells.join("|"), a.unit, a.factor)
        };
        read(caption, 0, &columns, scale, true).into_iter().map(show).collect()
    }

    #[test]
    fn allowances() {
        assert_eq!(
            asides(
                "Accounts receivable, net of allowance of $56 and $29 as of December 31, 2025 and 2024, respectively"
            ),
            ["Accounts receivable, net of allowance of: 56|29 Money x1000"]
        );
        assert_eq!(
            asides("Receivables, less allowances of $138 in 2024 and $116 in 2025"),
            ["Receivables, less allowances of: 116|138 Money x1000"]
        );
        assert_eq!(asides("Receivables, less $75 and $60 in 2025 and 2024"), ["Receivables, less: 75|60 Money x1000"]);
        assert_eq!(
            asides("Interest expense (net of interest income of: 2024, $12; 2025, $19)"),
            ["Interest expense (net of interest income of: 2024: 19|12 Money x1000"]
        );
    }

    #[test]
    fn stock() {
        assert_eq!(
            asides(
                "Common stock, $0.0001 par value; 6,000 shares authorized; 1,074 and 1,112 shares issued and outstanding"
            ),
            [
                "par value: 0.0001| PerShare x1",
                "shares authorized: 6,000| Shares x1000",
                "shares issued and outstanding: 1,074|1,112 Shares x1000"
            ]
        );
    }

    #[test]
    fn years_after_the_amounts() {
        assert_eq!(
            asides(
                "Class A; 1,074 and 1,112 shares issued as of December 31, 2024 and December 31, 2025, respectively"
            ),
            ["shares issued: 1,112|1,074 Shares x1000"]
        );
    }

    #[test]
    fn years_that_end_clauses() {
        let caption = "Common stock; 900 shares authorized and 410 shares issued as of December 31, 2025, and 800 shares \
            authorized and 400 shares issued as of December 31, 2024";
        assert_eq!(
            asides(caption),
            [
                "shares authorized and: 900| Shares x1000",
                "shares issued: 410| Shares x1000",
                "shares authorized and: |800 Shares x1000",
                "shares issued: |400 Shares x1000"
            ]
        );
    }

    #[test]
    fn counted_whole() {
        assert_eq!(asides("Oil sales (212,000 barrels)"), ["barrels: 212,000| Count x1"]);
        assert_eq!(
            asides("Limited partners (30,000 limited partnership units)"),
            ["limited partnership units: 30,000| Count x1"]
        );
        assert_eq!(asides("Bonds, net of 1,200 and 1,100 of discount"), ["Bonds, net of: 1,200|1,100 Money x1000"]);
    }

    #[test]
    fn scales_of_their_own() {
        assert_eq!(
            asides("Cash, including restricted cash of $1.2 million"),
            ["Cash, including restricted cash of: 1.2| Money x1000000"]
        );
    }

    #[test]
    fn what_is_no_amount() {
        assert_eq!(asides("Class A: 305.7 and 304.6 shares issued"), ["shares issued: 305.7|304.6 Shares x1000"]);
        assert!(asides("Notes due 2026 (Note 5)").is_empty());
        assert!(asides("4.75% senior notes").is_empty());
        assert!(asides("Balance, December 31, 2024").is_empty());
    }
}
