//! Who reports and when: read from the dateline, the exchange listing and the titles.

use super::{Period, Statement, period};
use crate::{
    gather::{Gather, PushAll},
    order,
    phrase::{after, begins, closes, cut, has, has_any, is_any, is_capital, is_letter_or_digit, is_small, trim_start},
    source::Filing,
    table::{Scanned, Shape, Table},
};
use time::{Date, Month};

/// What the filing says of itself.
#[derive(Clone, Debug, Default)]
pub struct About {
    pub name: Option<String>,
    pub ticker: Option<String>,
    pub exchange: Option<String>,
    pub date: Option<Date>,
    pub period_end: Option<Date>,
    /// The period of report of the submission's header.
    pub report: Option<Date>,
    pub title: Option<String>,
}

const EXCHANGES: [(&str, &str); 10] = [
    ("NASDAQ", "NASDAQ"),
    ("Nasdaq", "NASDAQ"),
    ("Nasdaq NM", "NASDAQ"),
    ("NYSE", "NYSE"),
    ("New York Stock Exchange", "NYSE"),
    ("AMEX", "AMEX"),
    ("OTCBB", "OTCBB"),
    ("Nasdaq National Market", "NASDAQ"),
    ("TSX", "TSX"),
    ("NYSE American", "NYSE American"),
];

pub fn about(filing: &Filing, lines: &[Scanned<'_>], tables: &[Table], statements: &[Statement]) -> About {
    let (name, ticker, exchange) = listing(&filing.text.content);
    let header = &filing.header;
    // A listing of another company than the one that files says nothing of it.
    let listed = name.filter(|name| header.company.as_ref().is_none_or(|company| begin_alike(company, name)));
    let (ticker, exchange) =
        if listed.is_some() || header.company.is_none() { (ticker, exchange) } else { (None, None) };
    let name = listed.or_else(|| header.company.clone()).or_else(|| named_above(statements));
    let first_table = tables.first().map_or(usize::MAX, |t| t.span.start);
    let date = dateline(lines, first_table).or_else(|| day(filing.header.filed.as_ref()?));
    // What is released tells of no day after that; a column that says so is misprinted, or a forecast.
    let past = |end: &Date| date.is_none_or(|date| *end <= date);
    let mut period_end = None;
    for statement in statements.iter().filter(|s| s.kind.is_primary()) {
        for column in &statement.columns {
            period_end = period_end.max(column.period.map(Period::end).filter(past));
        }
    }
    // The period that the filing says it reports, where it is a report of a period.
    let stated = header.form.as_ref().filter(|form| begins(form, "10-|20-F|40-F")).and(header.period.as_deref());
    let period_end = stated.and_then(day).or(period_end);
    About {
        name,
        ticker,
        exchange,
        date,
        period_end,
        report: filing.header.period.as_deref().and_then(day),
        title: headline(lines, first_table),
    }
}

/// `19990331`, `1999-03-31` or `March 31, 1999`.
fn day(printed: &str) -> Option<Date> {
    let said = period::said(printed);
    if let (Some(month), Some(day), Some(year)) = (said.month, said.day, said.year) {
        return Date::from_calendar_date(year, month, day).ok();
    }
    let day: u32 = printed.split('-').gather().join("").parse().ok()?;
    let month = Month::try_from(u8::try_from(day / 100 % 100).ok()?).ok()?;
    Date::from_calendar_date(i32::try_from(day / 10_000).ok()?, month, u8::try_from(day % 100).ok()?).ok()
}

/// "Acme Tools, Inc. (NASDAQ: ACME)": name, ticker, exchange.
fn listing(content: &str) -> (Option<String>, Option<String>, Option<String>) {
    for (at, _) in content.match_indices('(') {
        let inside = after(content, at + 1);
        let Some((label, exchange)) =
            EXCHANGES.iter().filter(|(l, _)| inside.starts_with(l)).max_by_key(|(l, _)| l.len())
        else {
            continue;
        };
        let rest = trim_start(after(inside, label.len()), "/® \r\n");
        let Some(rest) = rest.strip_prefix(':') else { continue };
        let symbol: String = rest.trim_start().chars().take_while(|c| c.is_ascii_uppercase() || *c == '.').collect();
        if symbol.is_empty() || symbol.len() > 6 {
            continue;
        }
        return (name_before(cut(content, 0, at)), Some(symbol), Some((*exchange).to_owned()));
    }
    (None, None, None)
}

/// The capitalised words just before the listing.
fn name_before(before: &str) -> Option<String> {
    let from = before.char_indices().rev().nth(120).map_or(0, |(i, _)| i);
    let mut words: Vec<&str> = Vec::new();
    for word in after(before, from).split_whitespace().rev() {
        let joining = is_any(word, "&|of|and|the");
        let ends = closes(word, ".") && word.len() > 5 && !words.is_empty();
        if !(word.starts_with(|c: char| is_capital(c) || c.is_ascii_digit()) || joining)
            || closes(word, ";:")
            || is_dash(word)
            || ends
        {
            break;
        }
        // "CALIFORNIA—Acme", "(BUSINESS WIRE)--Acme": a dateline ends here.
        if let Some(at) = word.rfind(['—', '–', '\u{97}', '\u{96}']).or_else(|| word.rfind("--").map(|at| at + 1)) {
            let next = after(word, at).chars().next().map_or(1, char::len_utf8);
            words.push_all(Some(after(word, at + next)).filter(|rest| !rest.is_empty()));
            break;
        }
        words.push(word);
    }
    while words.last().is_some_and(|w| is_any(w, "&|of|and|the")) {
        words.pop();
    }
    words.reverse();
    (!words.is_empty()).then(|| words.join(" "))
}

fn is_dash(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '-' | '–' | '—'))
}

/// Whether two names begin with the same word, whatever its case.
fn begin_alike(a: &str, b: &str) -> bool {
    let first = |name: &str| {
        let lower = name.to_ascii_lowercase();
        let name = trim_start(lower.strip_prefix("the ").unwrap_or(&lower), " ").to_owned();
        cut(&name, 0, name.find(|c: char| !is_letter_or_digit(c)).unwrap_or(name.len())).to_owned()
    };
    first(a) == first(b)
}

/// The company named above most statements.
fn named_above(statements: &[Statement]) -> Option<String> {
    let names: Vec<&String> = statements.iter().filter_map(|s| s.reporter.as_ref()).take(100).gather();
    let votes = |at: usize| names.iter().filter(|n| **n == names[at]).count() as u64;
    Some(names[order::greatest(names.len(), &votes)?].clone())
}

/// "Sunnytown, CA - January 15, 2004 -- …": the first full date in a line of prose.
fn dateline(lines: &[Scanned<'_>], before: usize) -> Option<Date> {
    lines.iter().take_while(|l| l.line.start < before).find_map(|line| {
        let said = period::said(line.line.text);
        let dashes = has_any(line.line.text, " -|—|--|/");
        match (said.month, said.day, said.year) {
            (Some(month), Some(day), Some(year)) if said.years == 1 && dashes => {
                Date::from_calendar_date(year, month, day).ok()
            }
            _ => None,
        }
    })
}

/// The headline: a line that says that a company reports, or whose results they are; set in capitals as titles are, or alone.
fn headline(lines: &[Scanned<'_>], before: usize) -> Option<String> {
    let end = lines.partition_point(|l| l.line.start < before);
    let blank = |at: usize| lines.get(at).is_none_or(|l| l.shape == Shape::Blank);
    let at = (0..end).filter(|at| lines[*at].shape == Shape::Text).find(|at| {
        let text = lines[*at].line.text.trim();
        let lower = text.to_ascii_lowercase();
        let says = has_any(&lower, "reports|announces")
            || has(&lower, " results") && has_any(&lower, "quarter|year|fiscal|annual|month|financial results");
        let alone = blank(*at + 1) && (*at == 0 || blank(*at - 1));
        let other = has_any(&lower, "results of|check mark|...");
        says && !other && (is_titled(text) || alone) && !text.starts_with(is_small) && !closes(text, ".:;")
    })?;
    Some(lines[at].caption())
}

/// Most long words begin with a capital.
fn is_titled(text: &str) -> bool {
    let long = || text.split(' ').filter(|w| w.len() > 4);
    let capital = long().filter(|w| w.starts_with(is_capital)).count();
    capital * 4 >= long().count() * 3
}
