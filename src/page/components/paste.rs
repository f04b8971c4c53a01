//! A box to paste the text of a filing into.

use yew::prelude::*;

use crate::page::browser;
use crate::page::state::Action;

use super::modal::Modal;

const FIELD: &str = "paste-text";

pub fn paste_box(act: &Callback<Action>, pasted: &Callback<String>) -> Html {
    let cancel = act.reform(|_: MouseEvent| Action::Dialog(None));
    let read = pasted.reform(|_: MouseEvent| browser::value_of(FIELD));
    html! {
        <Modal class="paste" named_by="paste-title" onclose={act.reform(|_: Event| Action::Dialog(None))}>
            <h2 id="paste-title"><label for={FIELD}>{ "Paste the text of a filing" }</label></h2>
            <textarea id={FIELD} rows="14" spellcheck="false" autocomplete="off" />
            <p class="buttons">
                <button type="button" class="first" onclick={read}>{ "Read it" }</button>
                <button type="button" onclick={cancel}>{ "Cancel" }</button>
            </p>
        </Modal>
    }
}
