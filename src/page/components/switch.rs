//! The switch in the masthead: a menu of what is open, with the ways to turn to it and to put it away; and the line that says what
//! is being read behind an open filing.

use web_sys::Event;

use crate::page::browser;
use crate::page::desk::{Desk, Folder, Waiting};
use crate::page::filing::Filing;
use crate::page::pen::Pen;
use crate::page::state::{Action, Dialog, State};
use crate::page::words;

/// The button, and the field that takes further files.
pub const SWITCH: &str = "switch";
pub const MORE: &str = "more";

/// What files may be.
pub const ACCEPT: &str = ".txt,.htm,.html,text/plain,text/html";

pub fn switch(pen: &mut Pen, state: &State) {
    let (desk, open) = (&state.desk, state.dialog == Some(Dialog::Files));
    pen.open("div", "switch");
    pen.button("", "files");
    pen.set("id", SWITCH);
    pen.set("aria-haspopup", "menu");
    pen.set("aria-expanded", if open { "true" } else { "false" });
    pen.set("aria-controls", if open { "files" } else { "" });
    let place = desk.open.iter().position(|folder| folder.number == desk.front).unwrap_or_default() + 1;
    let count = desk.open.len();
    pen.text(&match count {
        1 => "1 filing open".to_owned(),
        _ => ["Filing ", &place.to_string(), " of ", &count.to_string()].concat(),
    });
    pen.sign("more", "▾");
    pen.close();
    pen.open("input", "");
    pen.set("id", MORE);
    pen.set("type", "file");
    pen.set("multiple", "multiple");
    pen.set("accept", ACCEPT);
    pen.set("hidden", "hidden");
    pen.close();
    if open {
        menu(pen, desk);
    } else {
        pen.nothing();
    }
    pen.close();
}

fn menu(pen: &mut Pen, desk: &Desk) {
    pen.open("ul", "files");
    pen.set("id", "files");
    pen.set("role", "menu");
    pen.set("aria-label", "Open filings");
    for folder in &desk.open {
        filing(pen, folder, folder.number == desk.front);
    }
    for (at, file) in desk.waiting.iter().enumerate() {
        row(pen, file.number);
        stated(pen, &file.name, &if at == 0 { reading(desk, file) } else { "waits to be read".to_owned() });
        shut(pen, file.number, "Cancel ", &file.name);
    }
    for file in &desk.refused {
        row(pen, file.number);
        stated(pen, "", &file.why);
        shut(pen, file.number, "Dismiss ", &file.name);
    }
    pen.open("li", "");
    pen.set("role", "separator");
    pen.close();
    let acts = [("choose", "Open files …"), ("close", "Close this filing"), ("close-all", "Close all")];
    for (act, word) in acts.into_iter().take(if desk.is_several() { 3 } else { 2 }) {
        pen.open("li", "");
        pen.set("role", "none");
        pen.button("", act);
        pen.set("role", "menuitem");
        pen.set("tabindex", "-1");
        pen.text(word);
        pen.close();
        pen.close();
    }
    pen.close();
}

fn row(pen: &mut Pen, number: usize) {
    pen.open("li", "");
    pen.set("role", "none");
    pen.set("data-number", &number.to_string());
    pen.key(&number.to_string());
}

/// What is said of a file that cannot be turned to.
fn stated(pen: &mut Pen, name: &str, what: &str) {
    pen.open("button", "");
    pen.set("type", "button");
    pen.set("role", "menuitem");
    pen.set("aria-disabled", "true");
    pen.set("tabindex", "-1");
    said(pen, name, what);
    pen.close();
}

fn said(pen: &mut Pen, name: &str, what: &str) {
    if !name.is_empty() {
        pen.said("span", "files-name", name);
        pen.text(" ");
    }
    pen.said("span", "files-about", what);
}

fn filing(pen: &mut Pen, folder: &Folder, is_front: bool) {
    let number = folder.number.to_string();
    row(pen, folder.number);
    pen.open("button", "");
    pen.set("type", "button");
    pen.set("role", "menuitemradio");
    pen.set("aria-checked", if is_front { "true" } else { "false" });
    pen.set("tabindex", "-1");
    pen.set("data-front", &number);
    said(pen, name(&folder.filing), &about(&folder.filing));
    pen.close();
    shut(pen, folder.number, "Close ", &folder.filing.report.file);
}

/// Closes the row, with the button that lets go of its file.
fn shut(pen: &mut Pen, number: usize, does: &str, name: &str) {
    pen.open("button", "shut");
    pen.set("type", "button");
    pen.set("role", "menuitem");
    pen.set("tabindex", "-1");
    pen.set("data-shut", &number.to_string());
    pen.set("aria-label", &[does, name].concat());
    pen.text("×");
    pen.close();
    pen.close();
}

/// Whose filing it is.
pub fn name(filing: &Filing) -> &str {
    filing.report.entity.name.as_deref().unwrap_or(&filing.report.file)
}

/// "Period ended Dec 31, 2005 · release.txt · 4 findings"; of a file that is no filing, why.
pub fn about(filing: &Filing) -> String {
    let report = &filing.report;
    let mut parts = Vec::new();
    let first = || report.statements.first()?.columns.first().and_then(words::period);
    if let Some(end) = &report.release.period_end {
        parts.push(["Period ended ", &words::date(end)].concat());
    } else if let Some(mut period) = first() {
        if let Some(first) = period.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        parts.push(period);
    }
    if report.entity.name.is_some() {
        parts.push(report.file.clone());
    }
    parts.push(if report.statements.is_empty() {
        let why = report.diagnostics.first();
        why.map_or_else(|| "No statement was found.".to_owned(), |diagnostic| diagnostic.message.clone())
    } else {
        match filing.findings().count() {
            0 => "no findings".to_owned(),
            1 => "1 finding".to_owned(),
            count => [&words::group(&count.to_string()), " findings"].concat(),
        }
    });
    parts.join(" · ")
}

/// "Finding statements", "Compared: finding statements".
fn reading(desk: &Desk, file: &Waiting) -> String {
    let step = words::STEPS.get(desk.step).copied().unwrap_or_default();
    [if file.beside.is_some() { "To compare: " } else { "" }, step, " …"].concat()
}

/// Over the foot of an open filing: what is being read behind it, how far, and the way to stop it.
pub fn behind(pen: &mut Pen, desk: &Desk) {
    let Some(file) = desk.reading().filter(|_| desk.front != 0) else { return pen.nothing() };
    pen.open("section", "behind");
    pen.set("aria-label", "Being read");
    pen.open("p", "");
    pen.said("b", "", &file.name);
    pen.text(" ");
    pen.text(&reading(desk, file));
    match desk.waiting.len() - 1 {
        0 => {}
        1 => pen.text(" One more waits."),
        more => pen.text(&[" ", &more.to_string(), " more wait."].concat()),
    }
    pen.close();
    cancel(pen, desk);
    pen.close();
}

/// The ways to stop reading: this file, or all that wait.
pub fn cancel(pen: &mut Pen, desk: &Desk) {
    let Some(file) = desk.reading() else { return };
    pen.open("button", "");
    pen.set("type", "button");
    pen.set("data-shut", &file.number.to_string());
    pen.text("Cancel");
    pen.close();
    if desk.waiting.len() > 1 {
        pen.button("", "cancel");
        pen.text("Cancel all");
        pen.close();
    }
}

/// What the menu makes of an event; nothing where that is not for it.
#[allow(clippy::option_option, reason = "heard, and whether it leads to anything")]
pub fn hear(state: &State, name: &str, event: &Event) -> Option<Option<Action>> {
    let within = |selector| browser::named(event, selector, "class").is_some();
    if state.dialog != Some(Dialog::Files) {
        let opens = name == "keydown" && matches!(browser::key(event).as_str(), "ArrowDown" | "ArrowUp");
        let on = opens && browser::named(event, "#switch", "id").is_some();
        return on.then(|| {
            event.prevent_default();
            Some(Action::Dialog(Some(Dialog::Files)))
        });
    }
    match name {
        "keydown" if within(".files") => Some(key(event)),
        "pointerdown" | "focusin" if !within(".switch") => Some(Some(Action::Dialog(None))),
        _ => None,
    }
}

fn key(event: &Event) -> Option<Action> {
    match browser::key(event).as_str() {
        "Escape" => Some(Action::Dialog(None)),
        "Delete" => {
            let number = browser::named(event, "[data-number]", "data-number")?;
            number.parse().ok().map(|number| Action::Close(Some(number)))
        }
        key => {
            if browser::is_plain(event) && browser::walk(key) {
                event.prevent_default();
            }
            None
        }
    }
}
