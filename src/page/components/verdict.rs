//! The mark of an outcome: always a sign, a word and a colour.

use yew::prelude::*;

use crate::page::words;
use crate::report::Outcome;

/// The sign, with its word for those who do not see it.
pub fn mark(outcome: Outcome) -> Html {
    html! {
        <span class={classes!("mark", words::tone(outcome))}>
            <span aria-hidden="true">{ words::mark(outcome) }</span>
            <span class="unseen">{ words::word(outcome) }</span>
        </span>
    }
}

/// The sign and the word, both seen.
pub fn verdict(outcome: Outcome) -> Html {
    html! {
        <span class={classes!("verdict", words::tone(outcome))}>
            <span class="mark" aria-hidden="true">{ words::mark(outcome) }</span>{ words::word(outcome) }
        </span>
    }
}
