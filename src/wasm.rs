//! The ES module: `analyze(bytes, name)` for a browser or Node, typed.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// Reads a file and re-performs its arithmetic. `name` is only repeated in the report.
#[wasm_bindgen(unchecked_return_type = "Report")]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
pub fn analyze(bytes: &[u8], name: Option<String>) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsError> {
    let report = crate::analyze(name.as_deref().unwrap_or(""), bytes);
    // Plain objects and null, as JSON.parse of the command's output would give.
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    report.serialize(&serializer).map_err(|e| wasm_bindgen::JsError::new(&e.to_string()))
}
