//! What the reader does, heard once for the whole page: an element names what it stands for, and the event leads to it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{Event, File};
use yew::html::Scope;

use crate::page::browser::{self, Told};
use crate::page::charts::{self, Heard};
use crate::page::filing::Filing;
use crate::page::keys;
use crate::page::state::{Action, Side, State};
use crate::page::stretch;
use crate::page::view::{Place, View};
use crate::reading::Reading;

use super::app::App;
use super::dialog::FIELD;
use super::original::block_at;
use super::table::{cell_id, neighbour};

/// The sample comes with the core.
const SAMPLE: &str = "pellworth-2005q4.txt";

/// The amount of a statement.
const CELL: &str = "td[data-ref]";

pub fn hear(state: &State, link: &Scope<App>, event: &Event) -> Option<Action> {
    let name = event.type_();
    let heard = state.filing().and_then(|filing| charts::hear(&filing.charts, &state.turned, &name, event));
    if let Some(heard) = heard {
        return Some(match heard {
            Heard::Turned(turned) => Action::Turned(turned),
            Heard::Picked(id) => Action::Pick(id.into()),
        });
    }
    let cell = || browser::named(event, CELL, "data-ref");
    match name.as_str() {
        "click" => return click(state, link, event),
        "change" => bring_file(link, browser::chosen(event)),
        "keydown" => return key(state, event),
        "mouseover" => return point(state, cell()),
        "mouseout" if browser::leaves(event) => return point(state, None),
        "focusin" => return cell().and_then(|id| point(state, Some(id))),
        "focusout" => return cell().and_then(|_| point(state, None)),
        "dragover" => {
            event.prevent_default();
            return (!state.over).then_some(Action::Over(true));
        }
        "dragleave" if browser::leaves(event) => return Some(Action::Over(false)),
        "drop" => {
            event.prevent_default();
            link.send_message(Action::Over(false));
            bring_file(link, browser::dropped(event));
        }
        "paste" if !browser::typing(event) => {
            if let Some(text) = browser::pasted(event) {
                open(link, "pasted text", &text.into(), 0);
            }
        }
        "hashchange" => return Some(Action::Address(browser::fragment())),
        "scroll" => return browser::scrolled(event, ".text").and_then(|to| scrolled(state, to)),
        "close" => return Some(Action::Dialog(None)),
        _ => {}
    }
    None
}

fn click(state: &State, link: &Scope<App>, event: &Event) -> Option<Action> {
    if let Some(act) = browser::named(event, "[data-act]", "data-act") {
        match act.as_str() {
            "skip" => {
                event.prevent_default();
                browser::focus("centre");
            }
            "sample" => open(link, SAMPLE, &JsValue::UNDEFINED, 0),
            "read" => open(link, "pasted text", &browser::value_of(FIELD).into(), 0),
            "workbook" => save_workbook(link, state.filing()?),
            act => return keys::act(act),
        }
        return None;
    }
    let filing = state.filing()?;
    if let Some(turn) = browser::named(event, "[data-turn]", "data-turn") {
        return stretch::parse(&turn).map(Action::Stretch);
    }
    if let Some(fragment) = browser::named(event, "[data-go]", "data-go") {
        return View::parse(&fragment, filing).map(Action::Go);
    }
    let id = browser::closest_ref(event)?;
    View::of_amount(filing, &id).map(Action::Go)
}

/// Plain keys do what the list of keys says; in a statement arrow keys, Home and End go from amount to amount, and Enter
/// opens the source.
fn key(state: &State, event: &Event) -> Option<Action> {
    let key = browser::key(event);
    if let (Some(id), Some(filing)) = (browser::named(event, CELL, "data-ref"), state.filing()) {
        if key == "Enter" {
            return Some(Action::Side(Side::Open));
        }
        let Place::Statement(statement) = &state.view.place else { return None };
        if let Some(to) = filing.statement(statement).and_then(|statement| neighbour(statement, &id, &key)) {
            event.prevent_default();
            browser::focus(&cell_id(&to.id));
            return View::of_amount(filing, &to.id).map(Action::Move);
        }
    }
    if browser::is_plain(event) && !browser::typing(event) { keys::action(&key) } else { None }
}

fn save_workbook(link: &Scope<App>, filing: &Filing) {
    let file = &filing.report.file;
    let name = file.rsplit_once('.').map_or(file.as_str(), |(name, _)| name);
    let link = link.clone();
    browser::workbook(&[name, ".xlsx"].concat(), move |why| {
        if !why.is_empty() {
            link.send_message(Action::Refused(why.into()));
        }
    });
}

fn point(state: &State, at: Option<String>) -> Option<Action> {
    (state.pointed != at).then_some(Action::Point(at))
}

fn scrolled(state: &State, pixels: usize) -> Option<Action> {
    let block = block_at(pixels);
    (state.block != block).then_some(Action::Scrolled(block))
}

/// Reads the first of the files a reader brought.
fn bring_file(link: &Scope<App>, files: Vec<File>) {
    let others = files.len().saturating_sub(1);
    if let Some(file) = files.into_iter().next() {
        open(link, &file.name(), &file, others);
    }
}

/// Has a file or a text read, and takes in what was read, piece by piece.
fn open(link: &Scope<App>, name: &str, given: &JsValue, others: usize) {
    link.send_message(Action::Reading(name.to_owned().into(), others));
    let (link, of) = (link.clone(), name.to_owned());
    let reading = Rc::new(RefCell::new(Reading::default()));
    let refuse = |link: &Scope<App>, name: &str, why: &str| {
        link.send_message(Action::Refused([name, " could not be read. ", why].concat().into()));
    };
    browser::read(name, given, move |told| match told {
        Told::Step(step) => link.send_message(Action::Step(step)),
        Told::Piece(piece) => {
            if reading.borrow_mut().add(&piece).is_none() {
                browser::stop();
                refuse(&link, &of, "What was read of it did not arrive whole: a fault of tieout.");
            }
        }
        Told::Done => {
            let filing = Filing(reading.take());
            link.send_message(Action::Opened(Rc::new(filing), Some(browser::fragment())));
        }
        Told::Failed(why) => refuse(&link, &of, &why),
    });
}
