//! The ES module: `analyze(bytes, name)` for a browser or Node, typed. It is also the core of the page, which has it read in a
//! worker (`www/worker.js`) and takes what was read in pieces.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::reading::Reading;
use crate::report::Step;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// Reads a file and re-performs its arithmetic. `name` is only repeated in the report; `strict` counts what rounding explains as
/// broken.
#[wasm_bindgen(unchecked_return_type = "Report")]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
pub fn analyze(
    bytes: &[u8],
    name: Option<String>,
    strict: Option<bool>,
) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsError> {
    let report = crate::analyze(name.as_deref().unwrap_or(""), bytes);
    let report = if strict == Some(true) { crate::report::strict(report) } else { report };
    // Plain objects and null, as JSON.parse of the command's output would give.
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    report.serialize(&serializer).map_err(|e| wasm_bindgen::JsError::new(&e.to_string()))
}

#[wasm_bindgen]
extern "C" {
    /// Who waits for a file to be read.
    #[wasm_bindgen(typescript_type = "{ step(step: number): void; piece(piece: Uint8Array): void }")]
    pub type Waiting;

    #[wasm_bindgen(method)]
    fn step(this: &Waiting, step: u8);

    #[wasm_bindgen(method)]
    fn piece(this: &Waiting, piece: Vec<u8>);
}

/// Reads a file for the page: says each step, then hands out all that was read.
#[wasm_bindgen(skip_typescript)]
pub fn read(bytes: &[u8], name: &str, strict: bool, waiting: &Waiting) {
    let reading = Reading::of(name, bytes, &mut |step| waiting.step(step as u8));
    reading.graded(strict).pieces(&mut |piece| waiting.piece(piece));
}

/// Reads two files for the page: hands out the first, compared with the other.
#[wasm_bindgen(skip_typescript)]
pub fn compare(bytes: &[u8], name: &str, other: &[u8], other_name: &str, strict: bool, waiting: &Waiting) {
    let reading = Reading::of_two((name, bytes), (other_name, other), &mut |step| waiting.step(step as u8));
    reading.graded(strict).pieces(&mut |piece| waiting.piece(piece));
}

/// After a fault: hands out the text of the file, and what happened at which step.
#[wasm_bindgen(skip_typescript)]
pub fn keep(bytes: &[u8], name: &str, step: Option<u8>, trace: &str, waiting: &Waiting) {
    let steps = [Step::Text, Step::Statements, Step::Checks, Step::Showing];
    let step = step.and_then(|step| steps.get(usize::from(step)).copied());
    Reading::kept(name, bytes, step, trace).pieces(&mut |piece| waiting.piece(piece));
}
