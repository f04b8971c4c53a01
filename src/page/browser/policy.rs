//! The lock: what the page forbids itself once it has started.

/// From here on no request of any kind may leave: the page has all it needs. A second policy can only narrow the first,
/// and taking the element away again does not lift it.
const LOCKED: &str =
    "default-src 'none'; connect-src 'none'; style-src 'self'; img-src data: blob:; form-action 'none'";

pub fn lock() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let (Some(head), Ok(meta)) = (document.head(), document.create_element("meta")) else { return };
    let _ = meta.set_attribute("http-equiv", "Content-Security-Policy");
    let _ = meta.set_attribute("content", LOCKED);
    let _ = head.append_child(&meta);
}
