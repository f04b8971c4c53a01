//! The page: shows a report beside the text it was read from. It computes no arithmetic of its own.
//!
//! [`filing`] is a file that was read, [`desk`] holds those that are open, [`state`] what the reader is looking at (one reducer), [`components`] draw plain values,
//! and only [`browser`] calls the browser.

mod browser;
mod changes;
mod charts;
mod components;
mod copied;
mod desk;
mod filing;
mod keeping;
mod keys;
mod lens;
mod lit;
mod pen;
mod review;
mod search;
mod shown;
mod state;
mod stretch;
mod view;
mod ways;
mod words;
mod working;

#[cfg(test)]
mod tests;

/// Draws the page into the document's body.
pub fn start() {
    if let Some(root) = browser::root() {
        yew::Renderer::<components::App>::with_root(root).render();
    }
}
