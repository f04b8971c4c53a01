//! The lock, and the message a reader gets should the page ever stop.

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

/// Should the program stop, says so in place of the page and how to go on.
pub fn on_panic() {
    // Yew's own way in: it would replace a hook that was set behind its back.
    yew::set_custom_panic_hook(Box::new(|panic| {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        if let Some(why) = document.get_element_by_id("stopped-why") {
            why.set_text_content(Some(&panic.to_string()));
        }
        if let Some(stopped) = document.get_element_by_id("stopped") {
            let _ = stopped.remove_attribute("hidden");
        }
    }));
}
