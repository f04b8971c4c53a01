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

/// Puts a view of a filing into the address; `stepped` makes it a step that Back undoes. The filing's number stands beside the
/// address, which speaks of the filing shown.
pub fn write_fragment(view: &str, number: usize, stepped: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let mark = JsValue::from(number);
    if fragment() == view && history.state().is_ok_and(|state| state == mark) {
        return;
    }
    let address = ["#", view].concat();
    // Browsers refuse when the address changes hundreds of times a minute; the view is right all the same.
    let _ = if stepped {
        history.push_state_with_url(&mark, "", Some(&address))
    } else {
        history.replace_state_with_url(&mark, "", Some(&address))
    };
}

/// Whether the address is one that was shown before: those that were have a number beside them.
pub fn is_marked() -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.and_then(|history| history.state().ok()).is_some_and(|state| !state.is_null())
}

/// The number of the filing that the address speaks of; of one that the page did not write itself, it is the one shown.
pub fn marked(shown: usize) -> usize {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return shown };
    if let Some(number) = history.state().ok().and_then(|state| state.as_f64()) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number written here")]
        return number as usize;
    }
    let _ = history.replace_state_with_url(&shown.into(), "", None);
    shown
}
