//! Before a filing: what this is, where to put one, and why that is safe.

use crate::page::browser;
use crate::page::desk::Desk;
use crate::page::pen::Pen;
use crate::page::state::State;
use crate::page::view::FILING;
use crate::page::words::STEPS;

use super::masthead::scheme_button;
use super::pictures::pictures;
use super::switch::{ACCEPT, cancel};

/// What is said where the address is a link to a view.
const WAITS: &str = "This link leads to a view of a filing, and the filing is not in it. Drop the file it was made from, and the view \
    opens.";

pub fn start(pen: &mut Pen, state: &State) {
    pen.open("main", "start");
    pen.open("header", "start-head");
    pen.said("h1", "", "tieout");
    pen.said(
        "p",
        "lead",
        "Reads a company’s filing and re-performs its arithmetic: which totals foot, which figures tie, and which do not.",
    );
    scheme_button(pen, state.scheme);
    pen.close();
    pen.open("section", "drop");
    pen.set("aria-label", "Open a filing");
    if let Some(file) = state.desk.reading() {
        progress(pen, &file.name, &state.desk);
    } else {
        ways(pen);
        if !state.used && browser::fragment().len() > 1 && !browser::fragment().contains(FILING) {
            pen.said("p", "said", WAITS);
        }
        let refused = &state.desk.refused;
        for file in refused {
            pen.said("p", "said", &file.why);
        }
        if !state.said.is_empty() && refused.iter().all(|file| file.why != state.said) {
            pen.said("p", "said", &state.said);
        }
    }
    pen.close();
    privacy(pen);
    pictures(pen, state.bare);
    pen.close();
}

/// How far a file is read, and the way to stop it.
fn progress(pen: &mut Pen, name: &str, desk: &Desk) {
    pen.said("p", "drop-word", &["Reading ", name, " …"].concat());
    pen.open("ol", "steps");
    for (at, &step) in STEPS.iter().enumerate() {
        pen.open("li", if at < desk.step { "done" } else { "" });
        pen.set("aria-current", if at == desk.step { "step" } else { "" });
        pen.text(step);
        pen.close();
    }
    pen.close();
    let mut waits = String::new();
    for file in desk.waiting.iter().skip(1) {
        waits.push_str(if waits.is_empty() { "Then " } else { ", " });
        waits.push_str(&file.name);
    }
    if !waits.is_empty() {
        pen.said("p", "drop-hint", &waits);
    }
    pen.open("p", "buttons");
    cancel(pen, desk);
    pen.close();
}

/// The ways to bring a filing.
fn ways(pen: &mut Pen) {
    pen.said("p", "drop-word", "Drop an earnings release here");
    pen.said(
        "p",
        "drop-hint",
        "Or a 10-Q, or a 10-K, or several: text or HTML, as EDGAR keeps them. Anywhere on this page will do.",
    );
    pen.open("p", "buttons");
    pen.open("label", "button first");
    pen.open("input", "unseen");
    pen.set("type", "file");
    pen.set("multiple", "multiple");
    pen.set("accept", ACCEPT);
    pen.close();
    pen.text("Choose files");
    pen.close();
    pen.button("", "paste");
    pen.text("Paste text");
    pen.close();
    pen.button("", "sample");
    pen.text("Try a sample");
    pen.close();
    pen.close();
}

fn privacy(pen: &mut Pen) {
    pen.open("details", "privacy");
    pen.open("summary", "");
    pen.text("Read in this browser. Nothing is sent: ");
    pen.said("span", "how", "how to check");
    pen.close();
    pen.open("ul", "");
    for fact in [
        "Once the page has all its parts, and before it opens any file, it forbids itself every request, by a content \
            security policy the browser enforces. Open the developer tools, choose Network, drop a file: the list stays empty.",
        "Or go offline first: load the page, disconnect, then drop the file. It works the same.",
        if browser::single() {
            "No filing is stored. Close the tab and it is gone. Kept on this device are the colours you chose, and what you \
                reviewed, if you ask for that."
        } else {
            "No filing is stored. Close the tab and it is gone; the address holds only which statement and which amount you \
                look at. Kept on this device are the page’s own files, so that it opens without a network; the colours you \
                chose; and what you reviewed, if you ask for that."
        },
        "What this cannot govern: browser extensions you have allowed to read pages.",
    ] {
        pen.said("li", "", fact);
    }
    pen.close();
    if !browser::single() {
        pen.open("p", "take");
        pen.text("Or take it with you: ");
        pen.open("a", "");
        pen.set("href", "tieout.html");
        pen.set("download", "tieout.html");
        pen.text("tieout as one file");
        pen.close();
        pen.text(", which opens from disk and is forbidden every request from its first byte.");
        pen.close();
    }
    pen.close();
}
