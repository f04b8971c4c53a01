//! Figures in prose: "$207.0 million", "$701.4M", "$0.04 per share", "33 percent".

use rust_decimal::Decimal;

use super::paragraph::Word;
use crate::{
    exact,
    gather::Gather,
    phrase::{begins, cut, is_any, trim, trim_end, trim_start},
    span::Span,
    table::{number, parts},
    vocabulary::ClaimKind,
};

/// A figure as a sentence prints it.
#[derive(Clone, Debug)]
pub struct Said {
    pub span: Span,
    pub printed: Decimal,
    pub value: Decimal,
    pub ulp: Decimal,
    pub places: u32,
    pub kind: ClaimKind,
    /// By how much something rose or fell: "an increase of $1.5 billion", "rose $67 million".
    pub change: bool,
}

/// The money amounts and stated changes of a clause, with the index of the word where each begins.
pub fn find(words: &[Word<'_>]) -> Vec<(usize, Said)> {
    let mut found: Vec<(usize, Said)> =
        (0..words.len()).filter_map(|at| read(words, at).map(|said| (at, said))).gather();
    // "Rose $118 million in 1997 and $144 million in 1996": the second is as the first, unless a word says what it is.
    for n in 1..found.len() {
        let (from, to) = (found[n - 1].0, found[n].0);
        let says = |w: &Word<'_>| is_any(&w.lower(), "to|from|at|of|was|were|is|are|totaled|totaling|reached");
        let like = found[n - 1].1.change && words[from..to].iter().any(|w| w.lower() == "and");
        if found[n].1.kind != ClaimKind::Percent && like && !words[from..to].iter().any(says) {
            found[n].1.change = true;
        }
    }
    found
}

/// Whether the amount at a place is that of a change: nothing but such words stand between it and the verb, or it is followed by one.
fn is_change(words: &[Word<'_>], at: usize, next: &str) -> bool {
    const BETWEEN: &str = "by|of|or|approximately|about|nearly|almost|over|roughly|an|a|additional|another|percent|%";
    let between = |w: &str| is_any(w, BETWEEN) || w.bytes().next().is_some_and(|b| b.is_ascii_digit());
    let mut before = (1..=6).map_while(|n| at.checked_sub(n)).map(|b| words[b].lower());
    let verb = before.find(|w| !between(w)).is_some_and(|w| changes(&w).is_some());
    verb || is_any(next, "increase|decrease|higher|lower|improvement|decline|reduction|more|less")
}

fn read(words: &[Word<'_>], at: usize) -> Option<Said> {
    let word = words[at];
    let opening = trim_start(word.text, "\"“(");
    let inner = trim_end(opening, ",.;:\"”)");
    let opened = begins(word.text, "($|$(");
    let (body, letter) = match inner.char_indices().last() {
        Some((i, 'M' | 'm')) => (cut(inner, 0, i), Some(1_000_000)),
        Some((i, 'B' | 'b')) => (cut(inner, 0, i), Some(1_000_000_000)),
        Some((i, 'K' | 'k')) => (cut(inner, 0, i), Some(1_000)),
        _ => (inner, None),
    };
    let body = trim(body, "()");
    let part = parts(body)?;
    let (printed, places) = number(part.core)?;
    let next = |n: usize| words.get(at + n).map(Word::lower).unwrap_or_default();
    let start = word.span.start + (word.text.len() - opening.len());
    let mut end = start + inner.len();
    // "($.67 per share)" is an aside of its sentence; "($.67)" is a loss.
    let closes = word.text.contains(')')
        || words.get(at + 1).is_some_and(|w| scale_word(&w.lower()).is_some() && w.text.contains(')'));
    let negative = opened && closes || part.minus;
    let unit = exact::unit(places)?;
    if part.symbol.is_none() {
        let percent = part.percent || is_any(&next(1), "percent|%");
        // "4.75% Convertible Notes" is a name; a change is told by a word of change before it.
        let change = (1..=6).any(|n| at.checked_sub(n).is_some_and(|b| changes(&words[b].lower()).is_some()));
        if !percent || !change || letter.is_some() {
            return None;
        }
        if !part.percent {
            end = words[at + 1].span.start + trim_end(words[at + 1].text, ",.;").len();
        }
        let down = (1..=6).filter_map(|n| at.checked_sub(n)).find_map(|b| changes(&words[b].lower())) == Some(false);
        let value = if down { -printed } else { printed };
        return Some(Said {
            span: Span::new(start, end),
            printed,
            value,
            ulp: unit,
            places,
            kind: ClaimKind::Percent,
            change: false,
        });
    }
    let mut factor = letter.map_or(Decimal::ONE, Decimal::from);
    let ended = word.ends_with(",.;");
    if let Some(by) = scale_word(&next(1)).filter(|_| !ended && letter.is_none()) {
        factor = by;
        end = words[at + 1].span.start + trim_end(words[at + 1].text, ",.;)\"").len();
    }
    let skip = usize::from(factor != Decimal::ONE && letter.is_none());
    let per = next(1 + skip) == "per" && !ended;
    let each = per && (2..=4).any(|n| next(n + skip) == "share");
    let kind = if each { ClaimKind::PerShare } else { ClaimKind::Amount };
    let sign = if negative { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    let value = exact::mul(exact::mul(sign, printed)?, factor)?.normalize();
    let after = next(1 + skip);
    let stops = words.get(at + skip).is_none_or(|w| w.ends_with(",.;"));
    let change = is_change(words, at, if stops { "" } else { &after });
    let ulp = exact::mul(unit, factor)?.normalize();
    Some(Said { span: Span::new(start, end), printed, value, ulp, places, kind, change })
}

fn scale_word(word: &str) -> Option<Decimal> {
    match word {
        "thousand" => Some(Decimal::ONE_THOUSAND),
        "million" | "mm" => Some(Decimal::from(1_000_000)),
        "billion" => Some(Decimal::from(1_000_000_000)),
        _ => None,
    }
}

/// Whether a word says that a figure rose (true) or fell (false).
fn changes(word: &str) -> Option<bool> {
    const RISEN: &str = "increase|increased|increases|growth|grew|rose|up|gain|gained|higher|improvement|improved";
    const FALLEN: &str = "decrease|decreased|decline|declined|fell|down|lower|reduction|drop|dropped";
    if is_any(word, RISEN) { Some(true) } else { is_any(word, FALLEN).then_some(false) }
}
