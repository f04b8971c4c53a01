//! The amounts among the words of a caption, in lists: "of $56 and $29", "issued 900 in 1999 and 850 in 1998".

use crate::{
    gather::Gather,
    phrase::{begins, closes, cut, has, is_any, opens, trim_end, trim_start},
    span::Span,
    statement::month,
    table::{Figure, Printed, number, parts},
};

/// A word of the caption and its offset in the text.
pub struct Word<'t> {
    pub text: &'t str,
    pub at: usize,
}

/// An amount, and which word it is.
pub struct Item {
    pub at: usize,
    pub figure: Figure,
}

/// Parts a caption into words. A year and the amount it is printed before are two: "1995-$78.8".
pub fn words(caption: &str, at: usize) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (end, parting) in caption.match_indices(|c: char| c.is_whitespace() || c == '—').chain([(caption.len(), "")])
    {
        if end > start {
            let text = cut(caption, start, end);
            let rest = trim_start(cut(text, 4, text.len()), "-:");
            let dated = is_year(cut(text, 0, 4)) && rest.len() + 4 < text.len() && (opens(rest, "$") || has(rest, ","));
            let parted = if dated && parts_of_number(plain(rest)) { text.len() - rest.len() } else { text.len() };
            found.push(Word { text: cut(text, 0, parted), at: at + start });
            if parted < text.len() {
                found.push(Word { text: rest, at: at + start + parted });
            }
        }
        start = end + parting.len();
    }
    found
}

/// The lists of amounts. Those of one list are of one kind, and nothing stands between them but years and "and".
pub fn lists(words: &[Word<'_>]) -> Vec<Vec<Item>> {
    let mut found: Vec<Vec<Item>> = Vec::new();
    let mut open = false;
    for (i, word) in words.iter().enumerate() {
        if let Some(figure) = amount(words, i, open) {
            let item = Item { at: i, figure };
            match found.last_mut().filter(|list| open && list.last().is_some_and(|l| is_alike(words, l, &item))) {
                Some(list) => list.push(item),
                None => found.push(vec![item]),
            }
            open = true;
        } else if !joins(word.text) {
            open = false;
        }
    }
    found
}

/// Words that may stand between two amounts of one list.
pub fn joins(word: &str) -> bool {
    let word = plain(word).to_ascii_lowercase();
    let day = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    day || is_year(trim_end(&word, "-"))
        || month(&word).is_some()
        || is_dash(&word)
        || is_any(&word, "and|or|at|on|as|respectively|of|in|for|million|billion|thousand|$")
}

/// Both money or both counts; printed alike where the second stands in parentheses: "$1,200 ($.40 a share)" are two things.
fn is_alike(words: &[Word<'_>], last: &Item, next: &Item) -> bool {
    let places = |f: &Figure| matches!(f.printed, Printed::Number { places: 1.., .. });
    let aside = opens(words[next.at].text, "(") && places(&last.figure) != places(&next.figure);
    let counts = last.figure.symbol.is_some() != next.figure.symbol.is_some() && counts_shares(words, next.at);
    !aside && !counts
}

/// The amount that a word is: with a currency sign, with thousands commas, or counting shares; or after one, with "and".
fn amount(words: &[Word<'_>], i: usize, open: bool) -> Option<Figure> {
    let word = &words[i];
    let opening = trim_start(word.text, "(");
    let inner = trim_end(opening, ",;:.)");
    let parts = parts(inner)?;
    let (value, places) = number(parts.core)?;
    let before = i.checked_sub(1).map_or("", |b| words[b].text);
    let symbol = parts.symbol.or_else(|| closes(before, "$").then_some("$"));
    let grouped = parts.core.len() > 4 && parts.core.bytes().any(|b| b == b',');
    let goes_on = is_any(trim_end(before, ","), "and|or") || closes(before, ",") && parts_of_number(plain(before));
    let listed = open && goes_on && (parts.core.len() != 4 || places > 0);
    let noted = is_any(
        &trim_end(before, ".").to_ascii_lowercase(),
        "note|notes|no|page|item|january|february|march|april|may|june|\
        july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec",
    );
    let year = is_year(parts.core) && symbol.is_none();
    let omitted = parts.core.len() > 1 && parts.core.bytes().all(|b| b == b'0');
    if noted || year || omitted || parts.percent || !(symbol.is_some() || grouped || listed || counts_shares(words, i))
    {
        return None;
    }
    // "$(0.3)", and "($0.3)" where an amount is due and not an explanation of the words.
    let closed = closes(trim_end(opening, ",;:."), ")");
    let due = is_any(before, "of|and|or") || open && closes(before, ",");
    let bare = opening.len() < word.text.len() && closed && due;
    let negative = symbol.is_some() && (parts.open && closed || bare) && value > rust_decimal::Decimal::ZERO;
    let first = word.at + (word.text.len() - opening.len()) + parts.core_at;
    let span = if negative {
        let from = if bare { word.at } else { first };
        Span::new(from, word.at + trim_end(word.text, ",;:.").len())
    } else {
        Span::new(first, first + parts.core.len())
    };
    Some(Figure {
        span,
        lead: 0,
        start: 0,
        end: 0,
        edge: 0,
        printed: Printed::Number { value: if negative { -value } else { value }, places },
        symbol,
        percent: false,
        times: false,
        dash_after: false,
    })
}

/// Shares are named behind the number, or behind the numbers it is listed with ("305.2, 304.0 and 304.6 shares"), or it stands
/// right after "authorized" or "outstanding".
fn counts_shares(words: &[Word<'_>], i: usize) -> bool {
    let listed = |w: &&Word<'_>| parts_of_number(plain(w.text)) || is_any(plain(w.text), "and|or|million");
    let ends = closes(words[i].text, ";:)");
    let mut after = words[i + 1..].iter().skip_while(listed).take(2).filter(|_| !ends);
    let before = i.checked_sub(1).map_or("", |b| plain(words[b].text)).to_ascii_lowercase();
    let shares = || words.iter().any(|w| has(&w.text.to_ascii_lowercase(), "share"));
    after.any(|w| is_any(plain(w.text), "shares|authorized|issued|outstanding"))
        || is_any(&before, "authorized|issued|outstanding") && shares()
}

pub fn is_year(word: &str) -> bool {
    word.len() == 4 && begins(word, "19|20") && word.bytes().all(|b| b.is_ascii_digit())
}

/// "1995 - $78.8".
pub fn is_dash(word: &str) -> bool {
    word.is_empty() || is_any(word, "-|--|–")
}

/// A word without the marks around it.
pub fn plain(word: &str) -> &str {
    trim_end(trim_start(word, "("), ",;:.)")
}

pub fn parts_of_number(word: &str) -> bool {
    parts(word).is_some_and(|p| number(p.core).is_some())
}

/// The words between two, joined.
pub fn joined(words: &[Word<'_>]) -> String {
    words.iter().map(|w| w.text).gather().join(" ")
}
