//! The mark of an outcome: always a sign, a word and a colour.

use yew::prelude::*;

use crate::page::words;
use crate::report::Outcome;

#[derive(Properties, PartialEq)]
pub struct MarkProps {
    pub outcome: Outcome,
}

/// The sign, with its word for those who do not see it.
#[component]
pub fn Mark(props: &MarkProps) -> Html {
    let &MarkProps { outcome } = props;
    html! {
        <span class={classes!("mark", words::tone(outcome))}>
            <span aria-hidden="true">{ words::mark(outcome) }</span>
            <span class="unseen">{ words::word(outcome) }</span>
        </span>
    }
}

#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    pub outcome: Outcome,
}

/// The sign and the word, both seen.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let &VerdictProps { outcome } = props;
    html! {
        <span class={classes!("verdict", words::tone(outcome))}>
            <span class="mark" aria-hidden="true">{ words::mark(outcome) }</span>{ words::word(outcome) }
        </span>
    }
}
