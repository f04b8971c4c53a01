//! A statement in the middle of the page: its head, then its table, its chart or both.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::browser;
use crate::page::filing::Filing;
use crate::page::lit::Lit;
use crate::page::state::{Action, Show};
use crate::page::words;

use super::caption::{StatementHead, about};
use super::table::{Table, cell_id};

#[derive(Properties, PartialEq)]
pub struct StatementViewProps {
    pub filing: Rc<Filing>,
    pub id: AttrValue,
    pub lit: Rc<Lit>,
    pub focus: Option<AttrValue>,
    pub show: Show,
    pub act: Callback<Action>,
}

#[component]
pub fn StatementView(props: &StatementViewProps) -> Html {
    let &StatementViewProps { ref filing, ref id, ref lit, ref focus, show, ref act } = props;
    use_effect_with(focus.clone(), |focus| {
        if let Some(id) = focus {
            browser::reveal(&cell_id(id));
        }
    });
    let at = filing.report.statements.iter().position(|statement| statement.id == id.as_str());
    let Some((at, statement)) = at.and_then(|at| Some((at, filing.report.statements.get(at)?))) else {
        return html! { <p class="empty">{ "This statement is not in the file." }</p> };
    };
    html! {
        <section class="sheet" aria-labelledby="statement-title">
            <StatementHead title={words::title(&statement.title)} about={about(statement)} {show} act={act.clone()} />
            if show != Show::Table {
                <p class="empty">{ "Charts are being drawn." }</p>
            }
            if show != Show::Chart {
                <Table key={id.to_string()} filing={filing.clone()} {at} lit={lit.clone()} focus={focus.clone()} act={act.clone()} />
            }
        </section>
    }
}
