//! The figures in the sentences of the filing, each with what it was found equal to.

use crate::gather::Gather;
use crate::page::filing::{Amount, Filing};
use crate::page::lit::Lit;
use crate::page::pen::Pen;
use crate::page::state::State;
use crate::page::stretch::{ENTRIES, List, around, turn, turned_to};
use crate::page::view::View;
use crate::page::words;
use crate::phrase::is_any;
use crate::reading::At;
use crate::report::{Claim, Outcome};
use crate::span::Span;

use super::verdict::verdict;

pub fn prose(pen: &mut Pen, filing: &Filing, lit: &Lit, state: &State) {
    pen.sheet("prose-title", "Figures in the text");
    pen.said("p", "about", "Each amount and percentage the sentences and headlines give, against the tables.");
    pen.close();
    if filing.report.claims.is_empty() {
        pen.said("p", "empty", "No sentence of this file gives a figure that could be read.");
    } else {
        ways(pen, filing, state);
        let wanted = |claim: &&Claim| state.claims.is_none() || Some(outcome(filing, claim)) == state.claims;
        let claims: Vec<&Claim> = filing.report.claims.iter().filter(wanted).gather();
        let list = List::Claims as usize;
        // A figure that was chosen, here or by another way, is in the part that is shown.
        let chosen = state.view.focus(filing).and_then(|id| match filing.index.at(&id)? {
            At::Claim(claim) => Some(claim),
            At::Cell { .. } | At::Check(_) => None,
        });
        let part = match chosen {
            Some(claim) if state.stretch.0 != list && state.claims.is_none() => around(claim, claims.len(), ENTRIES),
            _ => turned_to(state.stretch, list, claims.len(), ENTRIES),
        };
        turn(pen, list, &part, claims.len());
        pen.open("ol", "claims");
        for claim in claims.get(part).unwrap_or_default() {
            row(pen, filing, claim, lit);
        }
        pen.close();
        if claims.is_empty() {
            pen.said("p", "empty", "No figure is left in this list.");
        }
    }
    pen.close();
}

/// What came of a figure.
fn outcome(filing: &Filing, claim: &Claim) -> Outcome {
    let first = || filing.checks_of(&claim.id).next().map(|check| check.outcome);
    filing.index.verdict(&claim.id).or_else(first).unwrap_or(Outcome::Unchecked)
}

/// Which figures to list. What came of none is not offered.
fn ways(pen: &mut Pen, filing: &Filing, state: &State) {
    pen.open("div", "ways");
    pen.open("div", "choice");
    pen.set("role", "group");
    pen.set("aria-label", "List the figures");
    let mut choice = |act: &str, word: &str, of: Option<Outcome>| {
        pen.button("", act);
        pen.set("aria-pressed", if state.claims == of { "true" } else { "false" });
        pen.text(word);
        pen.close();
    };
    choice("text-all", "All", None);
    for (outcome, count) in filing.index.of_text.each() {
        if count > 0 || state.claims == Some(outcome) {
            choice(
                &["text-", words::tone(outcome)].concat(),
                &words::capital(words::counted(outcome, 2).to_owned()),
                Some(outcome),
            );
        }
    }
    pen.close();
    pen.close();
}

fn row(pen: &mut Pen, filing: &Filing, claim: &Claim, lit: &Lit) {
    let part = lit.part(&claim.id);
    let current = part.is_some_and(|part| part.chosen || part.reported);
    let (before, figure, after) = sentence(filing, claim);
    pen.open("li", if part.is_some() { "lit" } else { "" });
    let fragment = View::of_amount(filing, &claim.id).map(|view| view.fragment());
    pen.link(fragment.as_deref().unwrap_or_default(), if current { "true" } else { "" });
    pen.set("id", &super::table::cell_id(&claim.id));
    verdict(pen, outcome(filing, claim));
    pen.open("span", "claim");
    pen.open("span", "claim-words");
    pen.text(before);
    pen.said("b", "", figure);
    pen.text(after);
    pen.close();
    pen.said("span", "claim-tie", &tied(filing, claim));
    pen.close();
    pen.close();
    pen.close();
}

/// How many lines of a sentence are shown before a figure, and behind it.
const REACH: usize = 4;

/// The sentence around a figure, as far as it is within reach: before it, the figure, behind it.
fn sentence<'f>(filing: &'f Filing, claim: &Claim) -> (&'f str, &'f str, &'f str) {
    let original = &filing.original;
    let span = original.span(claim.span);
    let line = |at: usize| original.lines(at..at + 1).first().copied();
    let full = |at: &usize| line(*at).is_some_and(|line| !original.cut(line).trim().is_empty());
    let (first, last) = (original.line_at(span.start), original.line_at(span.end.saturating_sub(1)));
    let upper = (first.saturating_sub(REACH)..first).rev().take_while(full).last().unwrap_or(first);
    let lower = (last + 1..=last + REACH).take_while(full).last().unwrap_or(last);
    let start = line(upper).map_or(span.start, |line| line.start);
    let end = line(lower).map_or(span.end, |line| line.end);
    let before = original.cut(Span::new(start, span.start));
    let after = original.cut(Span::new(span.end, end));
    let begin = ends(before).last().unwrap_or(0);
    let stop = ends(after).next().unwrap_or(after.len());
    (
        before.get(begin..).unwrap_or_default().trim_start(),
        original.cut(span),
        after.get(..stop).unwrap_or_default().trim_end(),
    )
}

/// Where sentences end: behind a stop after a small letter, a number or a bracket, where a capital follows. "Inc. The" is no such
/// place.
fn ends(words: &str) -> impl Iterator<Item = usize> {
    let bytes = words.as_bytes();
    (1..bytes.len())
        .filter(move |&at| {
            let word = words.get(..at).unwrap_or_default().rsplit([' ', '\n']).next().unwrap_or_default();
            let closed = matches!(bytes[at - 1], b'a'..=b'z' | b'0'..=b'9' | b')' | b'%');
            let stop = matches!(bytes[at], b'.' | b'!' | b'?') && closed;
            let mut rest = bytes.get(at + 1..).unwrap_or_default().iter();
            stop && rest.next().is_some_and(u8::is_ascii_whitespace)
                && rest.find(|b| !b.is_ascii_whitespace()).is_none_or(|b| b.is_ascii_uppercase() || !b.is_ascii())
                && !is_any(word, "Inc|Corp|Co|Ltd|No|Mr|Ms|Dr")
        })
        .map(|at| at + 1)
}

/// What a figure was found equal to.
fn tied(filing: &Filing, claim: &Claim) -> String {
    let said = claim.tied_to.iter().find_map(|id| match filing.amount(id)? {
        amount @ Amount::Cell { .. } => Some([&amount.name(), " ", amount.text(), " (", &amount.place(), ")"].concat()),
        Amount::Claim(_) => None,
    });
    if let Some(said) = said {
        return said;
    }
    let check = filing.checks_of(&claim.id).next();
    check.map(|check| check.reason.clone().unwrap_or_else(|| check.detail.clone())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn sentences_end_at_stops_before_capitals() {
        let words = "Net sales of Pell Inc. Group rose 4.1% (or $1.2 million). The quarter was good in the U.S. Market share grew.";
        let cut: Vec<&str> = ends(words).map(|at| &words[at..]).collect();
        assert_eq!(cut, [" The quarter was good in the U.S. Market share grew."]);
    }
}
