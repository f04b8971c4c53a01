//! The core, which reads in a worker of its own: `www/core.js` fetches it, starts it and ends it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

#[wasm_bindgen(module = "/www/core.js")]
extern "C" {
    /// Takes what a file is to be read from: a file, a text, or else the sample. Gives it a number; none is 0.
    pub fn bring(name: &str, given: &JsValue) -> usize;

    /// The same once more, under a number of its own.
    pub fn again(number: usize) -> usize;

    /// Lets go of a file.
    pub fn leave(number: usize);

    #[wasm_bindgen(js_name = read)]
    fn start(number: usize, beside: usize, heard: &JsValue);

    #[wasm_bindgen(js_name = grade)]
    fn anew(number: usize, strict: bool, heard: &JsValue);

    #[wasm_bindgen(js_name = share)]
    fn packed(number: usize, text: &str, heard: &JsValue);

    #[wasm_bindgen(js_name = opened)]
    fn unpacked(link: &str, heard: &JsValue);

    #[wasm_bindgen(js_name = whole)]
    fn wholly(number: usize, text: &str, marks: &str, heard: &JsValue);

    /// Whether the page is one file of its own.
    pub fn single() -> bool;

    /// Whether that file has a filing in it.
    pub fn inside() -> bool;

    /// What was made of that filing by the reader who put it there.
    #[wasm_bindgen(js_name = marked)]
    pub fn marks_inside() -> String;

    #[wasm_bindgen(js_name = json)]
    fn as_json(number: usize, heard: &JsValue);

    #[wasm_bindgen(js_name = workbook)]
    fn write(number: usize, name: &str, marks: &str, heard: &JsValue);

    /// Ends what is being read, and says no more of it.
    pub fn stop();
}

/// What is heard of a file that is being read.
pub enum Told {
    Step(usize),
    /// A part of what was read. All of them come after the last step.
    Piece(Vec<u8>),
    Done,
    /// It has the same bytes as the file of this number, which was read before.
    Same(usize),
    /// It could not be read at all: why.
    Failed(String),
}

/// Has a file read. What was being read before is no more. Beside another file it is compared with that one, which is given again.
pub fn read(number: usize, beside: usize, told: impl Fn(Told) + 'static) {
    start(number, beside, &telling(told));
}

/// Has a file graded anew, strictly or not: all that was read of it is given again.
pub fn grade(number: usize, strict: bool, told: impl Fn(Told) + 'static) {
    anew(number, strict, &telling(told));
}

fn telling(told: impl Fn(Told) + 'static) -> JsValue {
    let heard = Closure::<dyn Fn(JsValue)>::new(move |value: JsValue| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
        told(if let Some(step) = value.as_f64() {
            Told::Step(step as usize)
        } else if let Some(why) = value.as_string() {
            Told::Failed(why)
        } else if value.is_null() {
            Told::Done
        } else if value.is_array() {
            Told::Same(value.unchecked_ref::<Array>().get(0).as_f64().unwrap_or_default() as usize)
        } else {
            Told::Piece(value.unchecked_into::<Uint8Array>().to_vec())
        });
    });
    heard.into_js_value()
}

/// Packs a file into the end of a link; the text stands for it where it came from no file. Empty: it is too large.
pub fn share(number: usize, text: &str, heard: impl Fn(String) + 'static) {
    packed(number, text, &hearing(heard));
}

/// Makes the page as one file, with a file inside and what was made of it.
pub fn whole(number: usize, text: &str, marks: &str, heard: impl Fn(String) + 'static) {
    wholly(number, text, marks, &hearing(heard));
}

/// Makes the report of a file as JSON.
pub fn json(number: usize, heard: impl Fn(String) + 'static) {
    as_json(number, &hearing(heard));
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

/// Has the workbook of a file written, with what was made of its checks, and saved under a name. What is told is why there is none; nothing when there is.
pub fn workbook(number: usize, name: &str, marks: &str, told: impl Fn(String) + 'static) {
    write(number, name, marks, &Closure::<dyn Fn(String)>::new(told).into_js_value());
}
