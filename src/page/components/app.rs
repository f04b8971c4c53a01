//! The page as a whole: listens to the browser, holds the state, draws the start or the reader.

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use crate::page::browser;
use crate::page::filing::Filing;
use crate::page::keys;
use crate::page::state::{Action, Dialog, Scheme, Stage, State};

use super::keys::key_list;
use super::paste::paste_box;
use super::reader::reader;
use super::start::{Brought, start};
use super::table::cell_id;

const SAMPLE: (&str, &str) = ("pellworth-2005q4.txt", include_str!("../../../www/samples/pellworth-2005q4.txt"));

#[component]
pub fn App() -> Html {
    let state = use_reducer(State::default);
    let over = use_state_eq(|| false);
    let act = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let brought = use_callback(act.clone(), |brought: Brought, act| bring(act, brought));
    use_browser(&act, &brought, &over);

    let fragment = state.filing().map(|_| state.view.fragment());
    use_effect_with((fragment, state.stepped, state.used), |(fragment, stepped, used)| {
        // Before the first filing the address may hold a link that someone was sent.
        if *used {
            browser::write_fragment(fragment.as_deref().unwrap_or_default(), *stepped);
        }
    });
    let focus = state.filing().and_then(|filing| state.view.focus(filing));
    use_effect_with((state.view.place.clone(), state.filing().is_some()), |_| {
        browser::to_top("centre");
        browser::reveal_current();
    });
    use_effect_with((focus, state.view.place.clone()), |(focus, _)| {
        if let Some(id) = focus {
            browser::reveal(&cell_id(id));
        }
    });
    use_effect_with(state.scheme, |scheme| {
        browser::set_scheme(match scheme {
            Scheme::Auto => None,
            Scheme::Light => Some("light"),
            Scheme::Dark => Some("dark"),
        });
    });
    let body = match &state.stage {
        Stage::Open(filing) => reader(filing, &state, &act),
        stage => {
            let reading = if let Stage::Reading(name) = stage { Some(name) } else { None };
            start(reading, &state.said, state.scheme, &act, &brought)
        }
    };
    let dialog = match state.dialog {
        Some(Dialog::Keys) => key_list(&act),
        Some(Dialog::Paste) => paste_box(&act, &brought.reform(Brought::Text)),
        None => Html::default(),
    };
    html! {
        <div class={classes!("page", over.then_some("over"))}>
            { body }
            { dialog }
            <div class="unseen" role="status" aria-live="polite">{ &state.said }</div>
        </div>
    }
}

/// Hears keys, drops, pastes and the address for as long as the page lives.
#[hook]
fn use_browser(act: &Callback<Action>, brought: &Callback<Brought>, over: &UseStateHandle<bool>) {
    let act = act.clone();
    let (brought, over) = (brought.clone(), over.clone());
    use_effect_with((), move |()| {
        let pressed = act.clone();
        let key = browser::on_key(Callback::from(move |key: String| {
            if let Some(action) = keys::action(&key) {
                pressed.emit(action);
            }
        }));
        let address = browser::on_address(act.reform(Action::Address));
        let drop = browser::on_drop(brought.reform(Brought::Files), Callback::from(move |is: bool| over.set(is)));
        let paste = browser::on_paste(brought.reform(Brought::Text));
        move || std::mem::drop((key, address, drop, paste))
    });
}

/// Reads what the reader brought.
fn bring(act: &Callback<Action>, brought: Brought) {
    match brought {
        Brought::Files(files) => {
            let others = files.len().saturating_sub(1);
            if let Some(file) = files.into_iter().next() {
                open_file(act, file, others);
            }
        }
        Brought::Text(text) => {
            act.emit(Action::Reading("pasted text".into(), 0));
            open(act, "pasted text", text.into_bytes());
        }
        Brought::Sample => {
            act.emit(Action::Reading(SAMPLE.0.into(), 0));
            open(act, SAMPLE.0, SAMPLE.1.into());
        }
    }
}

fn open_file(act: &Callback<Action>, file: File, others: usize) {
    let name = file.name();
    act.emit(Action::Reading(name.clone().into(), others));
    let act = act.clone();
    browser::read(
        file,
        Callback::from(move |bytes| match bytes {
            Ok(bytes) => open(&act, &name, bytes),
            Err(why) => act.emit(Action::Refused(format!("{name} could not be read. {why}").into())),
        }),
    );
}

fn open(act: &Callback<Action>, name: &str, bytes: Vec<u8>) {
    let (act, name) = (act.clone(), name.to_owned());
    // First let "Reading" be seen.
    browser::soon(move || {
        let filing: Rc<Filing> = Filing::read(&name, &bytes);
        act.emit(Action::Opened(filing, Some(browser::fragment())));
    });
}
