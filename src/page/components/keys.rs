//! The list of keys.

use yew::prelude::*;

use crate::page::keys::KEYS;
use crate::page::state::Action;

use super::modal::Modal;

pub fn key_list(act: &Callback<Action>) -> Html {
    let close = act.reform(|_: MouseEvent| Action::Dialog(None));
    let entry = |(key, does): &(&'static str, &'static str)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div> };
    html! {
        <Modal class="key-list" named_by="keys-title" onclose={act.reform(|_: Event| Action::Dialog(None))}>
            <h2 id="keys-title">{ "Keys" }</h2>
            <dl class="keys">{ for KEYS.iter().map(entry) }</dl>
            <button type="button" onclick={close}>{ "Close" }</button>
        </Modal>
    }
}
