//! A box to paste the text of a filing into.

use yew::prelude::*;

use crate::page::browser;
use crate::page::state::Action;

#[derive(Properties, PartialEq)]
pub struct PasteBoxProps {
    pub act: Callback<Action>,
    pub pasted: Callback<String>,
}

#[component]
pub fn PasteBox(props: &PasteBoxProps) -> Html {
    let &PasteBoxProps { ref act, ref pasted } = props;
    let (dialog, field) = (use_node_ref(), use_node_ref());
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| browser::show_dialog(&dialog));
    }
    let onclose = act.reform(|_: Event| Action::Dialog(None));
    let cancel = act.reform(|_: MouseEvent| Action::Dialog(None));
    let read = {
        let (field, pasted) = (field.clone(), pasted.clone());
        Callback::from(move |_: MouseEvent| pasted.emit(browser::value_of(&field)))
    };
    html! {
        <dialog ref={dialog} class="dialog paste" aria-labelledby="paste-title" {onclose}>
            <h2 id="paste-title"><label for="paste-text">{ "Paste the text of a filing" }</label></h2>
            <textarea id="paste-text" ref={field} rows="14" spellcheck="false" autocomplete="off" />
            <p class="buttons">
                <button type="button" class="first" onclick={read}>{ "Read it" }</button>
                <button type="button" onclick={cancel}>{ "Cancel" }</button>
            </p>
        </dialog>
    }
}
