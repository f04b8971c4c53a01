//! The core, which reads in a worker of its own: `www/core.js` fetches it, starts it and ends it.

use js_sys::Uint8Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

#[wasm_bindgen(module = "/www/core.js")]
extern "C" {
    #[wasm_bindgen(js_name = read)]
    fn start(name: &str, given: &JsValue, heard: &JsValue, second: bool);

    #[wasm_bindgen(js_name = grade)]
    fn again(strict: bool, heard: &JsValue);

    #[wasm_bindgen(js_name = share)]
    fn packed(text: &str, heard: &JsValue);

    #[wasm_bindgen(js_name = opened)]
    fn unpacked(link: &str, heard: &JsValue);

    #[wasm_bindgen(js_name = whole)]
    fn wholly(text: &str, heard: &JsValue);

    /// Whether the page is one file of its own.
    pub fn single() -> bool;

    /// Whether that file has a filing in it.
    pub fn inside() -> bool;

    #[wasm_bindgen(js_name = json)]
    fn as_json(heard: &JsValue);

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

/// Has a file read, or a text; without either the sample. What was being read before is no more. A second file is read beside the
/// one that is open, and that one is given again, compared with it.
pub fn read(name: &str, given: &JsValue, second: bool, told: impl Fn(Told) + 'static) {
    start(name, given, &telling(told), second);
}

/// Has the open file graded anew, strictly or not: all that was read of it is given again.
pub fn grade(strict: bool, told: impl Fn(Told) + 'static) {
    again(strict, &telling(told));
}

fn telling(told: impl Fn(Told) + 'static) -> JsValue {
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
    heard.into_js_value()
}

/// Packs the open file into the end of a link; the text stands for it where it came from no file. Empty: it is too large.
pub fn share(text: &str, heard: impl Fn(String) + 'static) {
    packed(text, &hearing(heard));
}

/// Makes the page as one file, with the open file inside.
pub fn whole(text: &str, heard: impl Fn(String) + 'static) {
    wholly(text, &hearing(heard));
}

/// Makes the report of the open file as JSON.
pub fn json(heard: impl Fn(String) + 'static) {
    as_json(&hearing(heard));
}

/// Unpacks the filing in a link, or the one inside the page: a file, or the words why there is none.
pub fn opened(link: &str, heard: impl Fn(Result<File, String>) + 'static) {
    let heard = Closure::<dyn Fn(JsValue)>::new(move |value: JsValue| {
        heard(value.as_string().map_or_else(|| Ok(value.unchecked_into()), Err));
    });
    unpacked(link, &heard.into_js_value());
}

fn hearing(heard: impl Fn(String) + 'static) -> JsValue {
    Closure::<dyn Fn(String)>::new(heard).into_js_value()
}

/// Has the workbook of the open file written and saved under a name. What is told is why there is none; nothing when there is.
pub fn workbook(name: &str, told: impl Fn(String) + 'static) {
    write(name, &Closure::<dyn Fn(String)>::new(told).into_js_value());
}
