//! The head of a statement: its title, its unit, and whether to see the table, the chart or both.

use yew::prelude::*;

use crate::page::state::{Action, Show};
use crate::page::words;
use crate::report::{Basis, Statement};

#[derive(Properties, PartialEq)]
pub struct StatementHeadProps {
    pub title: AttrValue,
    pub about: AttrValue,
    pub show: Show,
    pub act: Callback<Action>,
}

#[component]
pub fn StatementHead(props: &StatementHeadProps) -> Html {
    let &StatementHeadProps { ref title, ref about, show, ref act } = props;
    let choice = |to: Show, word: &'static str| {
        let onclick = act.reform(move |_| Action::Show(to));
        html! {
            <button type="button" aria-pressed={(show == to).to_string()} {onclick}>{ word }</button>
        }
    };
    html! {
        <header class="statement-head">
            <h2 id="statement-title">{ title }</h2>
            <p class="about">{ about }</p>
            <div class="choice" role="group" aria-label="Show the statement as">
                { choice(Show::Table, "Table") }{ choice(Show::Chart, "Chart") }{ choice(Show::Both, "Both") }
            </div>
        </header>
    }
}

/// "in thousands of US dollars, unaudited".
pub fn about(statement: &Statement) -> String {
    let mut about = words::units(statement);
    if statement.basis == Basis::NonGaap {
        about.push_str(", non-GAAP");
    }
    match statement.audited {
        Some(true) => about.push_str(", audited"),
        Some(false) => about.push_str(", unaudited"),
        None => {}
    }
    about
}
