//! Reaching elements: the root, focus, scrolling, dialogs.
//!
//! What is found by an id or a name of the page's own is taken for what the page drew there; that is not asked of the browser.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The first element that fits a selector.
fn found(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// The element the page is drawn into.
pub fn root() -> Option<Element> {
    by_id("page")
}

/// Sets the colour scheme; `None` leaves it to the system.
pub fn set_scheme(scheme: Option<&str>) {
    let Some(element) = document().and_then(|document| document.document_element()) else { return };
    let _ = match scheme {
        Some(scheme) => element.set_attribute("data-scheme", scheme),
        None => element.remove_attribute("data-scheme"),
    };
}

/// The attribute of the nearest element around an event that fits a selector.
pub fn named(event: &Event, selector: &str, attribute: &str) -> Option<String> {
    closest(event, selector)?.get_attribute(attribute)
}

/// The id of the amount an event happened on.
pub fn closest_ref(event: &Event) -> Option<String> {
    named(event, "[data-ref]", "data-ref")
}

pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Moves the focus to an element by its id.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Scrolls a pane back to its beginning.
pub fn to_top(id: &str) {
    if let Some(pane) = by_id(id) {
        pane.set_scroll_top(0);
        pane.set_scroll_left(0);
    }
}

/// Scrolls an element into view, no further than it must.
pub fn reveal(id: &str) {
    scroll_to(by_id(id));
}

/// Scrolls the outline to the entry that is shown: where it is a strip, that may be out of sight.
pub fn reveal_current() {
    scroll_to(found(".outline [aria-current]"));
}

fn scroll_to(element: Option<Element>) {
    let Some(element) = element else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings a line of the source, so far down and so high, into the upper third of its pane, and the lit amount in it into sight.
pub fn scroll_source(top: usize, row: usize) {
    let Some(pane) = found(".text") else { return };
    let pixels = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    let (top, row, height) = (pixels(top), pixels(row), pane.client_height());
    if top < pane.scroll_top() + row || top + 3 * row > pane.scroll_top() + height {
        pane.set_scroll_top(top - height / 3);
    }
    let lit = found(".text .aim").map(JsCast::unchecked_into::<HtmlElement>);
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

/// How far the pane that scrolled is scrolled, in pixels.
pub fn scrolled(event: &Event, selector: &str) -> Option<usize> {
    usize::try_from(closest(event, selector)?.scroll_top()).ok()
}

/// Opens the dialog over the page.
pub fn show_dialog() {
    let dialog = found("dialog").map(JsCast::unchecked_into::<HtmlDialogElement>);
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// The text of a text field.
pub fn value_of(id: &str) -> String {
    by_id(id).map(|field| field.unchecked_into::<HtmlTextAreaElement>().value()).unwrap_or_default()
}
