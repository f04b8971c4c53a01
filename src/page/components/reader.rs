//! With a filing: the outline, what was chosen in it, and beside it the arithmetic and the source.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::browser;
use crate::page::filing::Filing;
use crate::page::lit::Lit;
use crate::page::state::{Action, Side, State};
use crate::page::view::{Place, View};

use super::findings::findings;
use super::masthead::masthead;
use super::notes::notes;
use super::prose::prose;
use super::rail::rail;
use super::side::side_pane;
use super::statement::{charts, statement_view};

pub fn reader(filing: &Rc<Filing>, state: &State, act: &Callback<Action>) -> Html {
    let State { view, side, show, scheme, .. } = state;
    let (side, show, scheme) = (*side, *show, *scheme);
    let check = view.check(filing);
    let focus = view.focus(filing);
    let lit = Rc::new(Lit::of(check, focus.as_deref()));
    let beginning = match &view.place {
        Place::Statement(id) => filing.statement(id).map(|statement| statement.span),
        _ => None,
    };
    let side_word = match side {
        Side::Auto => "auto",
        Side::Open => "open",
        Side::Closed => "closed",
    };
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("centre");
    });
    let middle = match &view.place {
        Place::Findings => findings(filing, check.map(|check| check.id.as_str())),
        Place::Statement(id) => statement_view(filing, id, &lit, focus.as_ref(), show, act),
        Place::Prose => prose(filing, &lit),
        Place::Charts => html! {
            <section class="sheet" aria-labelledby="charts-title">
                <header class="statement-head"><h2 id="charts-title">{ "Charts" }</h2></header>
                { charts(filing, None, focus.as_ref(), act) }
            </section>
        },
        Place::Notes => notes(filing),
    };
    html! {
        <div class="reader" data-side={side_word}>
            <a class="skip" href="#centre" onclick={skip}>{ "Skip to the statement" }</a>
            { masthead(filing, &state.notice, scheme, act) }
            { tabs(filing, &view.place, side, act) }
            { rail(filing, &view.place) }
            <main class="panes">
                <div class="centre" id="centre" tabindex="-1">{ middle }</div>
            { side_pane(filing, check, focus.as_deref(), beginning, &lit, side, act) }
            </main>
        </div>
    }
}

/// One column's worth of choices, for narrow screens.
fn tabs(filing: &Rc<Filing>, place: &Place, side: Side, act: &Callback<Action>) -> Html {
    let source = side == Side::Open;
    let statement = match place {
        Place::Statement(id) => Some(Place::Statement(id.clone())),
        _ => filing.report.statements.first().map(|statement| Place::Statement(statement.id.clone().into())),
    };
    let tab = |word: &'static str, to: Place, on: bool| {
        let view = View::of(to);
        let href = ["#", &view.fragment()].concat();
        let onclick = act.reform(|_: MouseEvent| Action::Side(Side::Auto));
        html! { <a {href} {onclick} aria-current={(on && !source).then_some("page")}>{ word }</a> }
    };
    let toggle = act.reform(|_: MouseEvent| Action::Side(Side::Open));
    html! {
        <nav class="tabs" aria-label="Panes">
            { tab("Findings", Place::Findings, *place == Place::Findings) }
            if let Some(to) = statement { { tab("Statement", to, matches!(place, Place::Statement(_))) } }
            <button type="button" onclick={toggle} aria-pressed={source.to_string()}>{ "Source" }</button>
            { tab("Charts", Place::Charts, *place == Place::Charts) }
        </nav>
    }
}
