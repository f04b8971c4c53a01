//! Listening on the window: keys, drops and pastes anywhere on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, File, KeyboardEvent};
use yew::Callback;

/// A listener that lives as long as this value.
pub struct Listener {
    name: &'static str,
    heard: Closure<dyn Fn(Event)>,
}

impl Listener {
    pub(super) fn on(name: &'static str, heard: impl Fn(Event) + 'static) -> Self {
        let heard = Closure::<dyn Fn(Event)>::new(heard);
        if let Some(window) = web_sys::window() {
            // Registering can only fail for an invalid name.
            let _ = window.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
        Self { name, heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback(self.name, self.heard.as_ref().unchecked_ref());
        }
    }
}

/// Whether an event belongs to something one types into, or to an open dialog.
fn typing(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within = element.and_then(|element| element.closest("input, textarea, select, dialog").ok().flatten());
    within.is_some()
}

/// Hears plain keys: none with Ctrl, Alt or Meta, none typed into a field.
pub fn on_key(heard: Callback<String>) -> Listener {
    Listener::on("keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !key.ctrl_key() && !key.alt_key() && !key.meta_key() && !key.default_prevented() && !typing(&event) {
            heard.emit(key.key());
        }
    })
}

/// Hears files dropped anywhere, and whether one hangs over the page.
pub fn on_drop(dropped: Callback<Vec<File>>, over: Callback<bool>) -> [Listener; 3] {
    let (enters, leaves) = (over.clone(), over.clone());
    [
        Listener::on("dragover", move |event| {
            event.prevent_default();
            enters.emit(true);
        }),
        Listener::on("dragleave", move |event| {
            // Leaving an element for another inside the page has somewhere it goes to.
            if event.dyn_ref::<DragEvent>().is_some_and(|drag| drag.related_target().is_none()) {
                leaves.emit(false);
            }
        }),
        Listener::on("drop", move |event| {
            event.prevent_default();
            over.emit(false);
            let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
            dropped.emit(super::file::listed(files));
        }),
    ]
}

/// Hears text pasted outside a text field.
pub fn on_paste(pasted: Callback<String>) -> Listener {
    Listener::on("paste", move |event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let text = data.and_then(|data| data.get_data("text/plain").ok()).filter(|text| !text.trim().is_empty());
        if let Some(text) = text.filter(|_| !typing(&event)) {
            pasted.emit(text);
        }
    })
}
