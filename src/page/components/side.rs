//! Beside the statement: the arithmetic above, the source below.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::filing::Filing;
use crate::page::lit::Lit;
use crate::page::state::{Action, Side};
use crate::report::Check;
use crate::span::Span;

use super::arithmetic::arithmetic;
use super::original::OriginalText;

pub fn side_pane(
    filing: &Rc<Filing>,
    check: Option<&Check>,
    focus: Option<&str>,
    beginning: Option<Span>,
    lit: &Rc<Lit>,
    side: Side,
    act: &Callback<Action>,
) -> Html {
    let aim = focus.and_then(|id| filing.place(id));
    let line = aim.map(|span| filing.original.line_at(span.start) + 1);
    // With nothing chosen the source goes along to the beginning of the statement.
    let aim = aim.or_else(|| beginning.map(|span| filing.original.span(span))).unwrap_or_default();
    let close = act.reform(|_: MouseEvent| Action::Side(Side::Closed));
    html! {
        <div class="side">
            <section class="working" aria-label="Arithmetic" tabindex="0">
                { chosen(filing, focus, check) }
                if let Some(check) = check {
                    { arithmetic(filing, check, lit, act) }
                }
            </section>
            <section class="source" aria-labelledby="source-title">
                <h2 id="source-title" class="pane-title">
                    { "Source" }
                    if let Some(line) = line { { format!(", line {line}") } }
                    <span class="file">{ &filing.report.file }</span>
                    <button type="button" class="close" onclick={close} aria-label="Close the arithmetic and source">{ "×" }</button>
                </h2>
                <OriginalText filing={filing.clone()} lit={lit.clone()} {aim} {side} act={act.clone()} />
            </section>
        </div>
    }
}

/// The amount that is pointed at, by its full name, where the check shown is about another.
fn chosen(filing: &Filing, focus: Option<&str>, check: Option<&Check>) -> Html {
    let checked = check.is_some();
    if checked && check.and_then(|check| check.reported.as_deref()) == focus {
        // The check below speaks of this very amount.
        return Html::default();
    }
    let Some(amount) = focus.and_then(|id| filing.amount(id)) else {
        return html! {
            if !checked { <p class="soft">{ "Choose an amount in the statement or in the source to see its arithmetic here." }</p> }
        };
    };
    html! {
        <>
            <p class="chosen-amount">
                <span class="chosen-name">{ amount.name() }<small>{ amount.place() }</small></span>
                <span class="chosen-text">{ amount.text().to_owned() }</span>
            </p>
            if !checked { <p class="soft">{ "This amount takes part in no check." }</p> }
        </>
    }
}
