//! With a filing: the outline, what was chosen in it, and beside it the arithmetic and the source.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::browser;
use crate::page::filing::Filing;
use crate::page::lit::Lit;
use crate::page::state::{Action, Scheme, Show, Side};
use crate::page::view::{Place, View};

use super::findings::Findings;
use super::masthead::Masthead;
use super::notes::Notes;
use super::prose::Prose;
use super::rail::Rail;
use super::side::SidePane;
use super::statement::StatementView;

#[derive(Properties, PartialEq)]
pub struct ReaderProps {
    pub filing: Rc<Filing>,
    pub view: View,
    pub side: Side,
    pub show: Show,
    pub scheme: Scheme,
    pub act: Callback<Action>,
}

#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let &ReaderProps { ref filing, ref view, side, show, scheme, ref act } = props;
    let check = view.check(filing);
    let focus = view.focus(filing);
    let lit = Rc::new(Lit::of(check, focus.as_deref()));
    let check = check.map(|check| AttrValue::from(check.id.clone()));
    let side_word = match side {
        Side::Auto => "auto",
        Side::Open => "open",
        Side::Closed => "closed",
    };
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("main");
    });
    let middle = match &view.place {
        Place::Findings => html! { <Findings filing={filing.clone()} check={check.clone()} /> },
        Place::Statement(id) => html! {
            <StatementView filing={filing.clone()} {id} lit={lit.clone()} focus={focus.clone()} {show} act={act.clone()} />
        },
        Place::Prose => html! { <Prose filing={filing.clone()} lit={lit.clone()} /> },
        Place::Charts => html! { <p class="empty">{ "Charts are being drawn." }</p> },
        Place::Notes => html! { <Notes filing={filing.clone()} /> },
    };
    html! {
        <div class="reader" data-side={side_word}>
            <a class="skip" href="#main" onclick={skip}>{ "Skip to the statement" }</a>
            <Masthead filing={filing.clone()} {scheme} act={act.clone()} />
            <Tabs filing={filing.clone()} place={view.place.clone()} {side} act={act.clone()} />
            <Rail filing={filing.clone()} place={view.place.clone()} />
            <main class="centre" id="main" tabindex="-1">{ middle }</main>
            <SidePane filing={filing.clone()} {check} {focus} {lit} act={act.clone()} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TabsProps {
    filing: Rc<Filing>,
    place: Place,
    side: Side,
    act: Callback<Action>,
}

/// One column's worth of choices, for narrow screens.
#[component]
fn Tabs(props: &TabsProps) -> Html {
    let &TabsProps { ref filing, ref place, side, ref act } = props;
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
