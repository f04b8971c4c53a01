//! Before a filing: what this is, where to put one, and why that is safe.

use yew::prelude::*;

use crate::page::browser;
use crate::page::state::{Action, Dialog, Scheme};

use super::masthead::scheme_button;

/// What a reader can bring.
#[derive(Clone, Debug)]
pub enum Brought {
    Files(Vec<web_sys::File>),
    Text(String),
    Sample,
}

pub fn start(
    reading: Option<&AttrValue>,
    said: &str,
    scheme: Scheme,
    act: &Callback<Action>,
    brought: &Callback<Brought>,
) -> Html {
    let onchange = brought.reform(|event: Event| Brought::Files(browser::chosen(&event)));
    let paste = act.reform(|_: MouseEvent| Action::Dialog(Some(Dialog::Paste)));
    let sample = brought.reform(|_: MouseEvent| Brought::Sample);
    html! {
        <main class="start">
            <header class="start-head">
                <h1>{ "tieout" }</h1>
                <p class="lead">{ "Reads a company’s filing and re-performs its arithmetic: which totals foot, which figures tie, and which do not." }</p>
                { scheme_button(scheme, act) }
            </header>
            <section class="drop" aria-label="Open a filing">
                if let Some(name) = reading {
                    <p class="drop-word" role="status">{ "Reading " }{ name }{ " …" }</p>
                } else {
                    <p class="drop-word">{ "Drop an earnings release here" }</p>
                    <p class="drop-hint">{ "A text file, as EDGAR keeps them. Anywhere on this page will do." }</p>
                    <p class="buttons">
                        <label class="button first">
                            <input type="file" class="unseen" accept=".txt,.htm,.html,text/plain,text/html" {onchange} />
                            { "Choose a file" }
                        </label>
                        <button type="button" onclick={paste}>{ "Paste text" }</button>
                        <button type="button" onclick={sample}>{ "Try a sample" }</button>
                    </p>
                }
                if !said.is_empty() && reading.is_none() { <p class="said">{ said }</p> }
            </section>
            { privacy() }
        </main>
    }
}

fn privacy() -> Html {
    html! {
        <details class="privacy">
            <summary>{ "Read in this browser. Nothing is sent: " }<span class="how">{ "how to check" }</span></summary>
            <ul>
                <li>{ "Once the page has started it forbids itself every request, by a content security policy the browser enforces. \
                    Open the developer tools, choose Network, drop a file: the list stays empty." }</li>
                <li>{ "Or go offline first: load the page, disconnect, then drop the file. It works the same." }</li>
                <li>{ "Nothing is stored. Close the tab and the filing is gone; the address holds only which statement and \
                    which amount you look at, never a word of the file." }</li>
                <li>{ "What this cannot govern: browser extensions you have allowed to read pages." }</li>
            </ul>
        </details>
    }
}
