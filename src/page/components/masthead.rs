//! The head of the page: whose filing it is, which period, and the few things that are always at hand.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::filing::Filing;
use crate::page::state::{Action, Dialog, Scheme};
use crate::page::words;
use crate::report::Report;

pub fn masthead(filing: &Rc<Filing>, notice: &str, scheme: Scheme, act: &Callback<Action>) -> Html {
    let report = &filing.report;
    let name = report.entity.name.as_deref().unwrap_or(&report.file);
    html! {
        <header class="masthead">
            <p class="name">{ "tieout" }</p>
            <div class="subject">
                <h1>{ name }if let Some(ticker) = &report.entity.ticker { <span class="ticker">{ ticker }</span> }</h1>
                <p class="about-filing">{ about(report) }</p>
                if !notice.is_empty() { <p class="about-filing notice">{ notice.to_owned() }</p> }
            </div>
            <div class="tools">
                { scheme_button(scheme, act) }
                <button type="button" onclick={act.reform(|_: MouseEvent| Action::Dialog(Some(Dialog::Keys)))}>{ "Keys" }</button>
                <button type="button" onclick={act.reform(|_: MouseEvent| Action::Close)}>{ "Close" }<span class="unseen">{ " this filing" }</span></button>
            </div>
        </header>
    }
}

/// Goes round the colour schemes; says the one that is on.
pub fn scheme_button(scheme: Scheme, act: &Callback<Action>) -> Html {
    let (word, next) = match scheme {
        Scheme::Auto => ("Auto", Scheme::Light),
        Scheme::Light => ("Light", Scheme::Dark),
        Scheme::Dark => ("Dark", Scheme::Auto),
    };
    let onclick = act.reform(move |_: MouseEvent| Action::Scheme(next));
    html! { <button type="button" class="scheme" {onclick}><span class="unseen">{ "Colours: " }</span>{ word }</button> }
}

/// "Period ended Dec 31, 2003, released Jan 15, 2004; in thousands of US dollars".
fn about(report: &Report) -> String {
    let mut said: Vec<String> = Vec::with_capacity(3);
    said.extend(report.release.period_end.as_deref().map(|end| ["Period ended ", &words::date(end)].concat()));
    said.extend(report.release.date.as_deref().map(|date| ["released ", &words::date(date)].concat()));
    said.extend(report.statements.first().map(words::units));
    said.join(" · ")
}
