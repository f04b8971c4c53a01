//! The files the reader brought.

use crate::gather::Gather;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, FileList, HtmlInputElement};

pub(super) fn listed(files: Option<FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|at| files.get(at)).gather()).unwrap_or_default()
}

/// The files of a file field that changed. The field is emptied, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Vec<File> {
    // Of a field that takes no files the browser says there are none.
    let input = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
    let Some((input, files)) = input.and_then(|input| input.files().map(|files| (input, files))) else {
        return Vec::new();
    };
    let files = listed(Some(files));
    input.set_value("");
    files
}
