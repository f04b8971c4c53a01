//! Listening on the window, and reading what an event tells.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ClipboardEvent, DragEvent, Event, File, KeyboardEvent, MouseEvent};

use super::element::closest;

/// Hears events of these names anywhere, for as long as the page lives.
pub fn listen(names: &[&str], heard: impl Fn(&Event) + 'static) {
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event)).into_js_value();
    let Some(window) = web_sys::window() else { return };
    for name in names {
        // These two do not rise to the window: there they are heard on their way down.
        let down = matches!(*name, "scroll" | "close");
        // Registering can only fail for an invalid name.
        let _ = window.add_event_listener_with_callback_and_bool(name, heard.unchecked_ref(), down);
    }
}

/// Whether an event belongs to something one types into, or to an open dialog.
pub fn typing(event: &Event) -> bool {
    closest(event, "input, textarea, select, dialog").is_some()
}

pub fn key(event: &Event) -> String {
    event.unchecked_ref::<KeyboardEvent>().key()
}

/// Whether a key was pressed without Ctrl, Alt or Meta, and nothing has obeyed it yet.
pub fn is_plain(event: &Event) -> bool {
    let key = event.unchecked_ref::<KeyboardEvent>();
    !key.ctrl_key() && !key.alt_key() && !key.meta_key() && !key.default_prevented()
}

/// Whether Shift is down.
pub fn shift(event: &Event) -> bool {
    // Keys and the pointer say it in the same word.
    event.unchecked_ref::<KeyboardEvent>().shift_key()
}

/// Whether the first button of the mouse is down.
pub fn dragged(event: &Event) -> bool {
    event.unchecked_ref::<MouseEvent>().buttons() == 1
}

/// How far from the right edge of the window the pointer is, and how wide that is, in pixels.
pub fn across(event: &Event) -> (usize, usize) {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of pixels")]
    let width = width.unwrap_or_default() as usize;
    let left = usize::try_from(event.unchecked_ref::<MouseEvent>().client_x()).unwrap_or_default();
    (width.saturating_sub(left), width)
}

/// Whether the pointer leaves the page: what leaves an element for another inside it has somewhere it goes to.
pub fn leaves(event: &Event) -> bool {
    event.unchecked_ref::<MouseEvent>().related_target().is_none()
}

pub fn dropped(event: &Event) -> Vec<File> {
    let data = event.unchecked_ref::<DragEvent>().data_transfer();
    super::file::listed(data.and_then(|data| data.files()))
}

/// The text that was pasted, if it says anything.
pub fn pasted(event: &Event) -> Option<String> {
    let data = event.unchecked_ref::<ClipboardEvent>().clipboard_data()?;
    data.get_data("text/plain").ok().filter(|text| !text.trim().is_empty())
}

/// Runs something when what is drawn now has been seen.
pub fn once_seen(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let then = Closure::once_into_js(move || soon(then));
    let _ = window.request_animation_frame(then.unchecked_ref());
}

/// Runs something when what is to be done now is done.
pub fn soon(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let then = Closure::once_into_js(then);
    let _ = window.set_timeout_with_callback(then.unchecked_ref());
}
