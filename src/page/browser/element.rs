//! Reaching elements: the root, focus, scrolling, dialogs.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::NodeRef;

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// The element the page is drawn into.
pub fn root() -> Option<Element> {
    document()?.get_element_by_id("page")
}

/// Sets the colour scheme; `None` leaves it to the system.
pub fn set_scheme(scheme: Option<&str>) {
    let Some(element) = document().and_then(|document| document.document_element()) else { return };
    let _ = match scheme {
        Some(scheme) => element.set_attribute("data-scheme", scheme),
        None => element.remove_attribute("data-scheme"),
    };
}

/// The id of the amount an event happened on.
pub fn closest_ref(event: &Event) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("[data-ref]").ok()??.get_attribute("data-ref")
}

/// Moves the focus to an element by its id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls a pane back to its beginning.
pub fn to_top(id: &str) {
    if let Some(pane) = document().and_then(|document| document.get_element_by_id(id)) {
        pane.set_scroll_top(0);
        pane.set_scroll_left(0);
    }
}

/// Scrolls an element into view, no further than it must.
pub fn reveal(id: &str) {
    scroll_to(document().and_then(|document| document.get_element_by_id(id)));
}

/// Scrolls the outline to the entry that is shown: where it is a strip, that may be out of sight.
pub fn reveal_current() {
    scroll_to(document().and_then(|document| document.query_selector(".outline [aria-current]").ok().flatten()));
}

fn scroll_to(element: Option<Element>) {
    let Some(element) = element else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings a line of the source into the upper third of its pane, and the lit amount in it into sight.
pub fn scroll_source(pane: &NodeRef, line: usize, line_height: usize) {
    let Some(pane) = pane.cast::<HtmlElement>() else { return };
    let pixels = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    let (top, height) = (pixels(line.saturating_mul(line_height)), pane.client_height());
    let row = pixels(line_height);
    if top < pane.scroll_top() + row || top + 3 * row > pane.scroll_top() + height {
        pane.set_scroll_top(top - height / 3);
    }
    let lit = pane.query_selector(".aim").ok().flatten().and_then(|lit| lit.dyn_into::<HtmlElement>().ok());
    if lit.is_none() {
        pane.set_scroll_left(0);
    }
    if let Some(lit) = lit {
        let (left, right) = (lit.offset_left(), lit.offset_left() + lit.offset_width());
        if right + 24 <= pane.client_width() {
            pane.set_scroll_left(0);
        } else if left < pane.scroll_left() || right + 24 > pane.scroll_left() + pane.client_width() {
            pane.set_scroll_left(right + 24 - pane.client_width());
        }
    }
}

/// How far a pane is scrolled, in pixels.
pub fn moves(event: &Event) -> usize {
    let pane = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    pane.and_then(|pane| usize::try_from(pane.scroll_top()).ok()).unwrap_or_default()
}

/// Opens a dialog over the page.
pub fn show_dialog(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// The text of a text field.
pub fn value_of(id: &str) -> String {
    let field = document().and_then(|document| document.get_element_by_id(id));
    field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()).map(|field| field.value()).unwrap_or_default()
}
