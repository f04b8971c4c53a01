//! The figures in the sentences of the filing, each with what it was found equal to.

use crate::page::filing::{Amount, Filing};
use crate::page::lit::Lit;
use crate::page::pen::Pen;
use crate::page::state::State;
use crate::page::stretch::{ENTRIES, List, around, turn, turned_to};
use crate::page::view::View;
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
        let claims = &filing.report.claims;
        let list = List::Claims as usize;
        // A figure that was chosen, here or by another way, is in the part that is shown.
        let chosen = state.view.focus(filing).and_then(|id| match filing.index.at(&id)? {
            At::Claim(claim) => Some(claim),
            At::Cell { .. } | At::Check(_) => None,
        });
        let part = match chosen {
            Some(claim) if state.stretch.0 != list => around(claim, claims.len(), ENTRIES),
            _ => turned_to(state.stretch, list, claims.len(), ENTRIES),
        };
        turn(pen, list, &part, claims.len());
        pen.open("ol", "claims");
        for claim in claims.get(part).unwrap_or_default() {
            row(pen, filing, claim, lit);
        }
        pen.close();
    }
    pen.close();
}

fn row(pen: &mut Pen, filing: &Filing, claim: &Claim, lit: &Lit) {
    let part = lit.part(&claim.id);
    let outcome =
        filing.index.verdict(&claim.id).or_else(|| filing.checks_of(&claim.id).next().map(|check| check.outcome));
    let current = part.is_some_and(|part| part.chosen || part.reported);
    let (before, figure, after) = sentence(filing, claim);
    pen.open("li", if part.is_some() { "lit" } else { "" });
    pen.set("id", &super::table::cell_id(&claim.id));
    let fragment = View::of_amount(filing, &claim.id).map(|view| view.fragment());
    pen.link(fragment.as_deref().unwrap_or_default(), if current { "true" } else { "" });
    verdict(pen, outcome.unwrap_or(Outcome::Unchecked));
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

/// The words around a figure, on its own line or lines of the source.
fn sentence<'f>(filing: &'f Filing, claim: &Claim) -> (&'f str, &'f str, &'f str) {
    let original = &filing.original;
    let span = original.span(claim.span);
    let line = |at: usize| original.lines(at..at + 1).first().copied().unwrap_or(span);
    let (first, last) = (line(original.line_at(span.start)), line(original.line_at(span.end.saturating_sub(1))));
    (
        original.cut(Span::new(first.start, span.start)).trim_start(),
        original.cut(span),
        original.cut(Span::new(span.end, last.end)).trim_end(),
    )
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
