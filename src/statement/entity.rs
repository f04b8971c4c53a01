//! Who reports and when: read from the dateline, the exchange listing and the titles.

use super::{Period, Statement, is_primary, period};
use crate::{
    gather::Gather,
    order,
    phrase::{after, closes, cut, has_any, is_any, is_capital, opens, trim_start},
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
    let name = name.or_else(|| filing.header.company.clone()).or_else(|| title_name(tables));
    let first_table = tables.first().map_or(usize::MAX, |t| t.span.start);
    let mut period_end = None;
    for statement in statements.iter().filter(|s| is_primary(s.kind)) {
        for column in &statement.columns {
            period_end = period_end.max(column.period.map(Period::end));
        }
    }
    About {
        name,
        ticker,
        exchange,
        date: dateline(lines, first_table).or_else(|| day(filing.header.filed.as_ref()?)),
        period_end,
        report: filing.header.period.as_deref().and_then(day),
        title: headline(lines, first_table),
    }
}

/// A day as the header of a submission prints it: "20040115".
fn day(printed: &str) -> Option<Date> {
    let day: u32 = printed.parse().ok()?;
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
        if !(word.starts_with(|c: char| is_capital(c) || c.is_ascii_digit()) || joining)
            || closes(word, ";:")
            || is_dash(word)
        {
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

/// The line most titles begin with.
fn title_name(tables: &[Table]) -> Option<String> {
    let firsts: Vec<&str> =
        tables.iter().filter_map(|t| t.title.first()).map(|w| w.text.as_str()).filter(|t| !opens(t, "(*")).gather();
    let votes = |name: &str| firsts.iter().filter(|f| **f == name).count();
    let most = firsts[order::greatest(firsts.len(), &|i| votes(firsts[i]) as u64)?];
    (votes(most) > 1).then(|| most.to_owned())
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

/// The headline: a line with "reports", "announces" or "results" before any sentence.
fn headline(lines: &[Scanned<'_>], before: usize) -> Option<String> {
    let line = lines.iter().take_while(|l| l.line.start < before).filter(|l| l.shape == Shape::Text).find(|l| {
        let lower = l.line.text.to_ascii_lowercase();
        has_any(&lower, "reports|announces| results") && !l.line.text.trim_end().ends_with('.')
    })?;
    Some(line.caption())
}
