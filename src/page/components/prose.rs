//! The figures in the sentences of the filing, each with what it was found equal to.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::filing::{Amount, Filing};
use crate::page::lit::Lit;
use crate::page::view::View;
use crate::report::{Claim, Outcome};
use crate::span::Span;

use super::verdict::verdict;

pub fn prose(filing: &Rc<Filing>, lit: &Rc<Lit>) -> Html {
    let claims = filing.report.claims.iter().map(|claim| row(filing, claim, lit));
    html! {
        <section class="sheet" aria-labelledby="prose-title">
            <header class="statement-head">
                <h2 id="prose-title">{ "Figures in the text" }</h2>
                <p class="about">{ "Each amount and percentage the sentences and headlines give, against the tables." }</p>
            </header>
            if filing.report.claims.is_empty() {
                <p class="empty">{ "No sentence of this file gives a figure that could be read." }</p>
            } else {
                <ol class="claims">{ for claims }</ol>
            }
        </section>
    }
}

fn row(filing: &Rc<Filing>, claim: &Claim, lit: &Lit) -> Html {
    let part = lit.part(&claim.id);
    let outcome =
        filing.index.verdict(&claim.id).or_else(|| filing.checks_of(&claim.id).next().map(|check| check.outcome));
    let href = View::of_amount(filing, &claim.id).map(|view| ["#", &view.fragment()].concat());
    let (before, figure, after) = sentence(filing, claim);
    html! {
        <li key={claim.id.clone()} id={super::table::cell_id(&claim.id)} class={classes!(part.map(|_| "lit"))}>
            <a {href} aria-current={part.is_some_and(|part| part.chosen || part.reported).then_some("true")}>
                { verdict(outcome.unwrap_or(Outcome::Unchecked)) }
                <span class="claim">
                    <span class="claim-words">{ before }<b>{ figure }</b>{ after }</span>
                    <span class="claim-tie">{ tied(filing, claim) }</span>
                </span>
            </a>
        </li>
    }
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
