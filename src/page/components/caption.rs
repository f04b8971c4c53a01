//! The head of a statement: its title, its unit, and whether to see the table, the chart or both.

use yew::prelude::*;

use crate::page::state::{Action, Show};
use crate::page::words;
use crate::report::{Basis, Statement};

pub fn statement_head(title: &str, about: &str, show: Show, act: &Callback<Action>) -> Html {
    let choice = |to: Show, word: &'static str| {
        let onclick = act.reform(move |_| Action::Show(to));
        html! {
            <button type="button" aria-pressed={(show == to).to_string()} {onclick}>{ word }</button>
        }
    };
    html! {
        <header class="statement-head">
            <h2 id="statement-title">{ title.to_owned() }</h2>
            <p class="about">{ about.to_owned() }</p>
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
