//! The list of keys.

use yew::prelude::*;

use crate::page::browser;
use crate::page::keys::KEYS;
use crate::page::state::Action;

#[derive(Properties, PartialEq)]
pub struct KeyListProps {
    pub act: Callback<Action>,
}

#[component]
pub fn KeyList(props: &KeyListProps) -> Html {
    let &KeyListProps { ref act } = props;
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| browser::show_dialog(&dialog));
    }
    let onclose = act.reform(|_: Event| Action::Dialog(None));
    let close = act.reform(|_: MouseEvent| Action::Dialog(None));
    html! {
        <dialog ref={dialog} class="dialog" aria-labelledby="keys-title" {onclose}>
            <h2 id="keys-title">{ "Keys" }</h2>
            <dl class="keys">
                { for KEYS.iter().map(|(key, does)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div> }) }
            </dl>
            <button type="button" onclick={close}>{ "Close" }</button>
        </dialog>
    }
}
