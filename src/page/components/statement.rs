//! A statement in the middle of the page: its head, then its table, its chart or both.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::charts::ChartsPanel;
use crate::page::filing::Filing;
use crate::page::lit::Lit;
use crate::page::state::{Action, Show};
use crate::page::view::{Place, View};
use crate::page::words;

use super::caption::{about, statement_head};
use super::table::Table;

pub fn statement_view(
    filing: &Rc<Filing>,
    id: &str,
    lit: &Rc<Lit>,
    focus: Option<&AttrValue>,
    show: Show,
    act: &Callback<Action>,
) -> Html {
    let at = filing.report.statements.iter().position(|statement| statement.id == id);
    let Some((at, statement)) = at.and_then(|at| Some((at, filing.report.statements.get(at)?))) else {
        return html! { <p class="empty">{ "This statement is not in the file." }</p> };
    };
    html! {
        <section class="sheet" aria-labelledby="statement-title">
            { statement_head(&words::title(&statement.title), &about(statement), show, act) }
            if show != Show::Table {
                { charts(filing, Some(id.into()), focus, act) }
            }
            if show != Show::Chart {
                <Table key={id.to_string()} filing={filing.clone()} {at} lit={lit.clone()} focus={focus.cloned()} act={act.clone()} />
            }
        </section>
    }
}

/// Charts of one statement, or of all. A mark that is picked is selected where one is.
pub fn charts(filing: &Rc<Filing>, statement: Option<AttrValue>, focus: Option<&AttrValue>, act: &Callback<Action>) -> Html {
    let place = statement.clone().map_or(Place::Charts, Place::Statement);
    let on_pick = act.reform(move |id: AttrValue| {
        Action::Go(View { place: place.clone(), amount: Some(id), check: None })
    });
    html! { <ChartsPanel report={filing.report.clone()} {statement} selected={focus.cloned()} {on_pick} /> }
}
