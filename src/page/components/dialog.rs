//! What stands over the page: the list of keys, and a box to paste the text of a filing into.

use crate::page::keys::KEYS;
use crate::page::pen::Pen;
use crate::page::state::Dialog;

/// The box's field.
pub const FIELD: &str = "paste-text";

pub fn dialog(pen: &mut Pen, dialog: Dialog) {
    match dialog {
        Dialog::Keys => key_list(pen),
        Dialog::Paste => paste_box(pen),
    }
}

fn key_list(pen: &mut Pen) {
    open(pen, "dialog key-list", "keys-title");
    pen.text("Keys");
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
    pen.button("", "back");
    pen.text("Close");
    pen.close();
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
