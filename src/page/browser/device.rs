//! What the reader asks this device for (`www/device.js`): the clipboard, and a place to keep a choice.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{ClipboardEvent, Event};

#[wasm_bindgen(module = "/www/device.js")]
extern "C" {
    /// What was kept under a name.
    pub fn kept(name: &str) -> Option<String>;

    /// Keeps a text under a name; without a text lets go of it.
    pub fn keep(name: &str, text: Option<String>);

    /// Lets go of all that was ever kept.
    pub fn forget();

    /// Whether words of the page are selected.
    pub fn selects() -> bool;

    /// Gives the reader a file.
    pub fn save(name: &str, kind: &str, text: &str);

    /// Prints what is shown.
    pub fn print();

    /// The height of a block of the source, in pixels.
    pub fn tall() -> usize;

    /// Makes the side so many pixels wide.
    pub fn widen(pixels: usize);

    /// Puts a text into the clipboard, and the same as HTML.
    pub fn copy(text: &str, html: &str);
}

/// Answers the browser's own copying with a text, and the same as HTML.
pub fn answer_copy(event: &Event, text: &str, html: &str) {
    if let Some(data) = event.unchecked_ref::<ClipboardEvent>().clipboard_data() {
        let _ = data.set_data("text/plain", text);
        let _ = data.set_data("text/html", html);
        event.prevent_default();
    }
}
