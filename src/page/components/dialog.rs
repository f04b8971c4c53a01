//! What stands over the page: the list of keys, the box to paste a filing into, search, and what can be taken away.

use std::rc::Rc;

use crate::gather::Gather;
use crate::page::browser;
use crate::page::desk::{Desk, Folder};
use crate::page::filing::Filing;
use crate::page::keys::KEYS;
use crate::page::pen::Pen;
use crate::page::search::{Hit, MOST, search};
use crate::page::state::{Dialog, State};
use crate::page::view::{Place, View};
use crate::page::words;
use crate::report::TICKS;

use super::masthead::second;
use super::offer::link_of;
use super::switch::{about, name};

/// The box's field.
pub const FIELD: &str = "paste-text";

/// The field of what is looked for.
pub const SOUGHT: &str = "sought";

pub fn dialog(pen: &mut Pen, dialog: Dialog, state: &State) {
    match (dialog, state.filing()) {
        (Dialog::Keys, _) => key_list(pen),
        (Dialog::Paste, _) => paste_box(pen),
        (Dialog::Search, Some(filing)) => search_box(pen, filing, &state.sought),
        (Dialog::Export, Some(_)) => export_box(pen, state),
        (Dialog::Share, Some(_)) => share_box(pen, state),
        (Dialog::Compare, Some(_)) => compare_box(pen, &state.desk),
        (Dialog::Leave, Some(_)) => leave_box(pen, state),
        (Dialog::Search | Dialog::Export | Dialog::Share | Dialog::Compare | Dialog::Leave, None)
        | (Dialog::Files, _) => pen.nothing(),
    }
}

fn search_box(pen: &mut Pen, filing: &Filing, sought: &str) {
    open(pen, "dialog search", "search-title");
    pen.open("label", "");
    pen.set("for", SOUGHT);
    pen.text("Search captions and amounts");
    pen.close();
    pen.close();
    pen.open("input", "field");
    pen.set("id", SOUGHT);
    pen.set("data-field", SOUGHT);
    // Not `type="search"`: there Esc empties the field before it closes the dialog.
    pen.set("role", "searchbox");
    pen.set("autocomplete", "off");
    pen.value(sought);
    pen.close();
    let found = search(filing, sought);
    let shown = found.len().min(MOST);
    let count = match (sought.trim().is_empty(), found.len()) {
        (true, _) => "Words of a caption, or an amount however it is written: (1,228) or -1228.".to_owned(),
        (_, 0) => "No line has this.".to_owned(),
        (_, 1) => "One line.".to_owned(),
        (_, count) if count > MOST => ["The first ", &MOST.to_string(), " lines."].concat(),
        (_, count) => [&count.to_string(), " lines."].concat(),
    };
    pen.open("p", "soft");
    pen.set("role", "status");
    pen.text(&count);
    pen.close();
    pen.open("ol", "hits");
    for hit in found.get(..shown).unwrap_or_default() {
        let fragment = view_of(filing, hit).fragment();
        pen.open("li", "");
        pen.link(&fragment, "");
        pen.set("data-go", &fragment);
        pen.said("span", "hit", if hit.line.caption.is_empty() { "Line without a caption" } else { &hit.line.caption });
        let cell = hit.cell.or(hit.line.cells.first());
        let text = cell.map_or("", |cell| if cell.nil { words::NIL } else { &cell.text });
        pen.said("span", "hit-amount", text);
        let place = cell.and_then(|cell| filing.amount(&cell.id)).map(|amount| amount.place());
        pen.said("span", "soft", &place.unwrap_or_else(|| words::short(hit.statement)));
        pen.close();
        pen.close();
    }
    pen.close();
    way_back(pen, "Close");
    pen.close();
}

fn view_of(filing: &Filing, hit: &Hit<'_>) -> View {
    let cell = hit.cell.or(hit.line.cells.first());
    cell.and_then(|cell| View::of_amount(filing, &cell.id)).unwrap_or_else(|| View::of_statement(hit.statement))
}

/// Where Enter leads in the search field.
pub fn first_hit(filing: &Filing, sought: &str) -> Option<View> {
    search(filing, sought).first().map(|hit| view_of(filing, hit))
}

fn export_box(pen: &mut Pen, state: &State) {
    open(pen, "dialog export", "export-title");
    pen.text("Export");
    pen.close();
    pen.open("ul", "offers");
    let mut offer = |act: &str, name: &str, what: &str| {
        pen.open("li", "");
        pen.button("", act);
        pen.text(name);
        pen.close();
        pen.said("span", "soft", what);
        pen.close();
    };
    offer(
        "workbook",
        "Workbook (.xlsx)",
        "A sheet a statement with live sums, ties across sheets, findings with links.",
    );
    if let Place::Statement(_) = state.view.place {
        offer(
            "csv",
            "This statement as CSV",
            "As shown: captions indented, numbers as numbers, a dash as an empty field.",
        );
    }
    offer("csv-all", "All statements as CSV", "One below the other in one file, as printed.");
    offer("csv-findings", "Findings as CSV", "With what you marked as reviewed and noted.");
    offer("json", "Report as JSON", "Everything that was read and checked, with the bytes it stands at.");
    offer(
        "print",
        "Report to print",
        "The findings, your notes and every statement, on paper or as a PDF; without computed columns.",
    );
    if browser::single() {
        offer(
            "whole",
            "This page with the filing",
            "One file to send: it opens from disk, reads the filing in it and asks for nothing. Your marks and notes are in it.",
        );
    }
    if !browser::single() {
        // The page may ask for nothing any more; a link that the reader follows is the browser's.
        pen.open("li", "");
        pen.open("a", "button");
        pen.set("href", "tieout.html");
        pen.set("download", "tieout.html");
        pen.text("tieout as one file");
        pen.close();
        let what = "To send the page with the filing in it: save this file, open it from disk and drop the filing there. Its Export \
            then offers \"This page with the filing\".";
        pen.said("span", "soft", what);
        pen.close();
    }
    pen.close();
    way_back(pen, "Close");
    pen.close();
}

/// The open filings that the one in front can be compared with.
fn others(desk: &Desk) -> impl Iterator<Item = &Rc<Folder>> {
    desk.open.iter().filter(|folder| folder.number != desk.front && !folder.filing.report.statements.is_empty())
}

fn compare_box(pen: &mut Pen, desk: &Desk) {
    open(pen, "dialog compare", "compare-title");
    pen.text("Compare with");
    pen.close();
    let what = "An earlier or later filing of the same company: every line that both print for one period is held against the other. \
        What was restated, moved to other lines or renamed is listed.";
    pen.said("p", "", what);
    pen.open("ul", "offers");
    for other in others(desk) {
        pen.open("li", "");
        pen.button("", "");
        pen.set("data-beside", &other.number.to_string());
        pen.text(name(&other.filing));
        pen.close();
        pen.said("span", "soft", &about(&other.filing));
        pen.close();
    }
    pen.open("li", "");
    second(pen, "Another file …");
    pen.said("span", "soft", "Read for this comparison only.");
    pen.close();
    pen.close();
    way_back(pen, "Close");
    pen.close();
}

fn share_box(pen: &mut Pen, state: &State) {
    open(pen, "dialog share", "share-title");
    pen.text("Share this view");
    pen.close();
    let address = link_of(state);
    pen.open("label", "soft");
    pen.set("for", "share-link");
    pen.text("The link");
    pen.close();
    pen.open("input", "field");
    pen.set("id", "share-link");
    pen.set("readonly", "readonly");
    pen.value(&address);
    pen.close();
    match state.link.as_deref() {
        None => {
            let what = "It holds which statement and amount you look at, and not a word of the filing: whoever opens it drops the \
                same file on the page.";
            pen.said("p", "", what);
            pen.open("p", "buttons");
            pen.button("", "pack");
            pen.text("Put the filing into the link");
            pen.close();
            pen.close();
        }
        Some("") => {
            let what = "This filing is too large for a link: mail programs would cut it short. Send the file itself; the link above \
                leads to this view of it.";
            pen.said("p", "warning", what);
        }
        Some(_) => {
            let size = words::group(&address.len().to_string());
            let what = [
                "The link now holds the whole filing and has ",
                &size,
                " characters. Whoever has the link has the filing; it also stands in the histories of browsers and mail it passes \
                 through. Your marks and notes are not in it.",
            ];
            pen.said("p", "warning", &what.concat());
        }
    }
    pen.open("p", "buttons");
    pen.button("first", "copy-link");
    pen.text("Copy the link");
    pen.close();
    pen.button("", "back");
    pen.text("Close");
    pen.close();
    pen.close();
    pen.close();
}

/// What goes when a filing is closed that was marked or noted on.
fn leave_box(pen: &mut Pen, state: &State) {
    open(pen, "dialog leave", "leave-title");
    let names: Vec<&str> = state.lost().map(name).gather();
    pen.text(&["Close ", &names.join(", "), "?"].concat());
    pen.close();
    let what = "Your marks and notes go with it: they are not kept on this device. The list of findings offers to keep them, and \
        Export writes them out.";
    pen.said("p", "", what);
    pen.open("p", "buttons");
    pen.button("first", "back");
    pen.text("Keep it open");
    pen.close();
    pen.button("", "leave");
    pen.text("Close, and lose them");
    pen.close();
    pen.close();
    pen.close();
}

fn way_back(pen: &mut Pen, word: &str) {
    pen.button("", "back");
    pen.text(word);
    pen.close();
}

fn key_list(pen: &mut Pen) {
    open(pen, "dialog key-list", "keys-title");
    pen.text("Keyboard");
    pen.close();
    pen.open("dl", "keys");
    for (key, does) in KEYS {
        pen.open("div", "");
        pen.open("dt", "");
        pen.said("kbd", "", key);
        pen.close();
        pen.said("dd", "", does);
        pen.close();
    }
    pen.close();
    pen.open("p", "soft");
    pen.text("Letters beside a mark: ");
    for (at, (letter, says)) in TICKS.iter().enumerate() {
        pen.text(if at == 0 { "" } else { ", " });
        pen.said("b", "", letter);
        pen.text(" ");
        pen.text(says);
    }
    pen.text(".");
    pen.close();
    way_back(pen, "Close");
    pen.close();
}

fn paste_box(pen: &mut Pen) {
    open(pen, "dialog paste", "paste-title");
    pen.open("label", "");
    pen.set("for", FIELD);
    pen.text("Paste the text of a filing");
    pen.close();
    pen.close();
    pen.open("textarea", "");
    pen.set("id", FIELD);
    pen.set("rows", "14");
    pen.set("spellcheck", "false");
    pen.set("autocomplete", "off");
    pen.close();
    pen.open("p", "buttons");
    pen.button("first", "read");
    pen.text("Read it");
    pen.close();
    pen.button("", "back");
    pen.text("Cancel");
    pen.close();
    pen.close();
    pen.close();
}

/// Opens a dialog, and the heading that names it.
fn open(pen: &mut Pen, class: &str, title: &str) {
    pen.open("dialog", class);
    pen.set("aria-labelledby", title);
    pen.key(title);
    pen.open("h2", "");
    pen.set("id", title);
}
