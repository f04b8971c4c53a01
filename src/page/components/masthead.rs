//! The head of the page: whose filing it is, which period, and the few things that are always at hand.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::filing::Filing;
use crate::page::state::{Action, Dialog, Scheme};
use crate::page::words;
use crate::report::Report;

#[derive(Properties, PartialEq)]
pub struct MastheadProps {
    pub filing: Rc<Filing>,
    pub scheme: Scheme,
    pub act: Callback<Action>,
}

#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let &MastheadProps { ref filing, scheme, ref act } = props;
    let report = &filing.report;
    let name = report.entity.name.as_deref().unwrap_or(&report.file);
    html! {
        <header class="masthead">
            <p class="name">{ "tieout" }</p>
            <div class="subject">
                <h1>{ name }if let Some(ticker) = &report.entity.ticker { <span class="ticker">{ ticker }</span> }</h1>
                <p class="period">{ period(report) }</p>
            </div>
            <div class="tools">
                <SchemeButton {scheme} act={act.clone()} />
                <button type="button" onclick={act.reform(|_: MouseEvent| Action::Dialog(Some(Dialog::Keys)))}>{ "Keys" }</button>
                <button type="button" onclick={act.reform(|_: MouseEvent| Action::Close)}>{ "Close" }<span class="unseen">{ " this filing" }</span></button>
            </div>
        </header>
    }
}

#[derive(Properties, PartialEq)]
pub struct SchemeButtonProps {
    pub scheme: Scheme,
    pub act: Callback<Action>,
}

/// Goes round the colour schemes; says the one that is on.
#[component]
pub fn SchemeButton(props: &SchemeButtonProps) -> Html {
    let &SchemeButtonProps { scheme, ref act } = props;
    let (word, next) = match scheme {
        Scheme::Auto => ("Auto", Scheme::Light),
        Scheme::Light => ("Light", Scheme::Dark),
        Scheme::Dark => ("Dark", Scheme::Auto),
    };
    let onclick = act.reform(move |_: MouseEvent| Action::Scheme(next));
    html! { <button type="button" class="scheme" {onclick}><span class="unseen">{ "Colours: " }</span>{ word }</button> }
}

/// "Period ended Dec 31, 2003, released Jan 15, 2004; in thousands of US dollars".
fn period(report: &Report) -> String {
    let mut said: Vec<String> = Vec::with_capacity(3);
    said.extend(report.release.period_end.as_deref().map(|end| ["Period ended ", &words::date(end)].concat()));
    said.extend(report.release.date.as_deref().map(|date| ["released ", &words::date(date)].concat()));
    said.extend(report.statements.first().map(words::units));
    said.join(" · ")
}
