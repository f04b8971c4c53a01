//! A dialog over the page: opens by itself, and says when it was closed in any way.

use yew::prelude::*;

use crate::page::browser;

#[derive(Properties, PartialEq)]
pub struct ModalProps {
    pub class: &'static str,
    /// The id of the element that names it.
    pub named_by: &'static str,
    pub onclose: Callback<Event>,
    pub children: Html,
}

#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| browser::show_dialog(&dialog));
    }
    html! {
        <dialog ref={dialog} class={classes!("dialog", props.class)} aria-labelledby={props.named_by} onclose={props.onclose.clone()}>
            { props.children.clone() }
        </dialog>
    }
}
