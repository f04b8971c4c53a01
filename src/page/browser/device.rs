//! What the reader asks this device for (`www/device.js`): the clipboard, and a place to keep a choice.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
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

    /// Selects no words any more.
    pub fn deselect();

    /// Gives the reader a file.
    pub fn save(name: &str, kind: &str, text: &str);

    #[wasm_bindgen(js_name = saveDrawn)]
    fn draw(name: &str, svg: &str, heard: &JsValue);

    /// Prints what is shown.
    pub fn print();

    /// The height of a block of the source, in pixels.
    pub fn tall() -> usize;

    /// Makes the side so many pixels wide.
    pub fn widen(pixels: usize);

    /// Puts a text into the clipboard, and the same as HTML.
    pub fn copy(text: &str, html: &str);
}

/// Gives the reader a drawing as a file of pixels. What is told is what came of it.
pub fn save_drawn(name: &str, svg: &str, told: impl Fn(String) + 'static) {
    draw(name, svg, &Closure::<dyn Fn(String)>::new(told).into_js_value());
}

/// Answers the browser's own copying with a text, and the same as HTML.
pub fn answer_copy(event: &Event, text: &str, html: &str) {
    if let Some(data) = event.unchecked_ref::<ClipboardEvent>().clipboard_data() {
        let _ = data.set_data("text/plain", text);
        let _ = data.set_data("text/html", html);
        event.prevent_default();
    }
}
