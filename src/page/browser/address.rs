//! The address bar: the view in the fragment, and Back.

use wasm_bindgen::JsValue;

/// The fragment of the address, without its `#`.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The address of the page, without its fragment.
pub fn address() -> String {
    let whole = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    whole.split_once('#').map_or(whole.clone(), |(page, _)| page.to_owned())
}

/// Puts a view into the address; `stepped` makes it a step that Back undoes.
pub fn write_fragment(view: &str, stepped: bool) {
    if fragment() == view {
        return;
    }
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let address = ["#", view].concat();
    // Browsers refuse when the address changes hundreds of times a minute; the view is right all the same.
    let _ = if stepped {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}
