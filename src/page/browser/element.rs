//! Reaching elements: the root, focus, scrolling, dialogs.
//!
//! What is found by an id or a name of the page's own is taken for what the page drew there; that is not asked of the browser.

use std::cell::RefCell;

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

/// Whether the focus is on nothing.
pub fn is_lost() -> bool {
    document().is_some_and(|document| document.active_element().is_none_or(|element| element.tag_name() == "BODY"))
}

/// Whether something is being written.
pub fn writes() -> bool {
    document().and_then(|document| document.active_element()).is_some_and(|element| element.tag_name() == "TEXTAREA")
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

thread_local! {
    /// How far each place was scrolled down when it was last shown.
    static SCROLLED: RefCell<Vec<(String, i32)>> = const { RefCell::new(Vec::new()) };
}

/// Remembers how far the middle is scrolled down.
pub fn remember_scroll(place: &str) {
    let Some(pane) = by_id("centre") else { return };
    SCROLLED.with_borrow_mut(|all| match all.iter_mut().find(|(of, _)| of == place) {
        Some((_, top)) => *top = pane.scroll_top(),
        None => all.push((place.to_owned(), pane.scroll_top())),
    });
}

/// Scrolls the middle to where it was when this place was shown last; says whether that is known.
pub fn scroll_back(place: &str) -> bool {
    let known = SCROLLED.with_borrow(|all| all.iter().find(|(of, _)| of == place).map(|(_, top)| *top));
    let (Some(top), Some(pane)) = (known, by_id("centre")) else { return false };
    pane.set_scroll_top(top);
    true
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
    let Some(pane) = found(".text").filter(|pane| pane.client_width() > 0) else { return };
    let pixels = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    let (top, row, height) = (pixels(top), pixels(row), pane.client_height());
    if top < pane.scroll_top() + row || top + 3 * row > pane.scroll_top() + height {
        pane.set_scroll_top(top - height / 3);
    }
    unscroll_source();
    let Some(lit) = found(".text .aim").map(JsCast::unchecked_into::<HtmlElement>) else { return };
    if lit.offset_left() + lit.offset_width() + 24 > pane.client_width() {
        // Too narrow for caption and amount: the captions stay at the left, cut short, and the amounts go under them.
        let _ = pane.set_attribute("data-aside", "yes");
        pane.set_scroll_left(lit.offset_left() + lit.offset_width() + 24 - pane.client_width());
    }
}

/// Scrolls the source back to where its lines begin.
pub fn unscroll_source() {
    if let Some(pane) = found(".text") {
        let _ = pane.remove_attribute("data-aside");
        pane.set_scroll_left(0);
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
