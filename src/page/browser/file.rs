//! Getting the bytes of a file the reader chose. They stay in this page.

use crate::gather::Gather;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
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

/// Reads a file and hands on its bytes, or the reason the browser gave.
pub fn read(file: &File, done: impl FnOnce(Result<Vec<u8>, String>) + 'static) {
    let bytes = JsFuture::from(file.array_buffer());
    spawn_local(async move {
        let bytes = bytes.await;
        done(match bytes {
            Ok(buffer) => Ok(js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(error) => Err(said(&error)),
        });
    });
}

fn said(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message())).unwrap_or_default()
}

/// Runs something once the browser has painted what is there now.
pub fn soon(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let then = Closure::once_into_js(then);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), 20);
}
