//! The core, which reads in a worker of its own: `www/core.js` fetches it, starts it and ends it.

use js_sys::Uint8Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen(module = "/www/core.js")]
extern "C" {
    #[wasm_bindgen(js_name = read)]
    fn start(name: &str, given: &JsValue, heard: &JsValue);

    #[wasm_bindgen(js_name = workbook)]
    fn write(name: &str, heard: &JsValue);

    /// Ends what is being read, and says no more of it.
    pub fn stop();
}

/// What is heard of a file that is being read.
pub enum Told {
    Step(usize),
    /// A part of what was read. All of them come after the last step.
    Piece(Vec<u8>),
    Done,
    /// It could not be read at all: why.
    Failed(String),
}

/// Has a file read, or a text; without either the sample. What was being read before is no more.
pub fn read(name: &str, given: &JsValue, told: impl Fn(Told) + 'static) {
    let heard = Closure::<dyn Fn(JsValue)>::new(move |value: JsValue| {
        told(if let Some(step) = value.as_f64() {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
            Told::Step(step as usize)
        } else if let Some(why) = value.as_string() {
            Told::Failed(why)
        } else if value.is_null() {
            Told::Done
        } else {
            Told::Piece(value.unchecked_into::<Uint8Array>().to_vec())
        });
    });
    start(name, given, &heard.into_js_value());
}

/// Has the workbook of the open file written and saved under a name. What is told is why there is none; nothing when there is.
pub fn workbook(name: &str, told: impl Fn(String) + 'static) {
    write(name, &Closure::<dyn Fn(String)>::new(told).into_js_value());
}
