//! The workbook's writer as a program of its own: a browser loads it when a workbook is asked for (`www/worker.js`).

use wasm_bindgen::{JsError, prelude::wasm_bindgen};

use crate::{export, reading::Reading};

/// Writes the workbook of a reading, given as its pieces one after the other, each of so many bytes, with what a reader made of it.
#[wasm_bindgen]
pub fn workbook(lengths: &[u32], pieces: &[u8], marks: &str) -> Result<Vec<u8>, JsError> {
    let mut reading = Reading::default();
    let mut rest = pieces;
    for length in lengths {
        let cut = usize::try_from(*length).ok().and_then(|length| rest.split_at_checked(length));
        let taken = cut.and_then(|(piece, left)| {
            rest = left;
            reading.add(piece)
        });
        if taken.is_none() {
            return Err(JsError::new("The report came damaged from the core."));
        }
    }
    export::workbook_with(&reading.report, &export::remarks(marks)).map_err(|message| JsError::new(&message))
}
