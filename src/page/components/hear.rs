//! What the reader does, heard once for the whole page: an element names what it stands for, and the event leads to it.

use wasm_bindgen::JsValue;
use web_sys::Event;
use yew::html::Scope;

use crate::page::browser;
use crate::page::charts::{self, Heard};
use crate::page::keys;
use crate::page::shown::Shown;
use crate::page::state::{Action, Dialog, Side, State};
use crate::page::stretch;
use crate::page::view::{FILING, Place, View};

use super::app::App;
use super::bring::{self, unpack};
use super::dialog::{FIELD, SOUGHT, first_hit};
use super::offer::{copy_event, offer};
use super::original::block_at;
use super::switch;
use super::table::{cell_id, neighbour};

/// The sample comes with the core.
const SAMPLE: &str = "pellworth-2005q4.txt";

/// How wide the side is to begin with, and how much wider a key makes it, in pixels.
const START: usize = 420;
const STEP: usize = 24;

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
    if let Some(heard) = switch::hear(state, &name, event) {
        return heard;
    }
    let cell = || browser::named(event, CELL, "data-ref");
    let listed = || browser::named(event, "[data-check]", "data-check");
    match name.as_str() {
        "click" => return click(state, link, event),
        "change" => {
            let second = browser::named(event, "[data-second]", "data-second").is_some();
            return bring::files(state, &browser::chosen(event), second);
        }
        "input" => return input(event),
        "copy" if !browser::typing(event) && !browser::selects() => return copy_event(state, event),
        // Words are not to be selected where amounts are: a block of them is, by dragging.
        "mousedown" if cell().is_some() => {
            event.prevent_default();
            browser::deselect();
            return cell().filter(|_| !browser::shift(event)).map(Action::Press);
        }
        "pointerdown" if browser::named(event, ".grip", "class").is_some() => {
            event.prevent_default();
            return Some(Action::Grip(true));
        }
        "pointermove" if state.grip => {
            let (side, window) = browser::across(event);
            return Some(Action::Width(side, window));
        }
        "pointerup" if state.grip => return Some(Action::Grip(false)),
        "keydown" => return key(state, event),
        "mouseover"
            if browser::dragged(event)
                && !browser::selects()
                && (state.pointed.is_some() || state.anchor.is_some()) =>
        {
            return cell().and_then(|to| drag(state, link, &to));
        }
        // What is listed stays until another is pointed at: one goes from it to its arithmetic.
        "mouseover" if state.view.place == Place::Findings => return listed().and_then(|id| point(state, Some(id))),
        "mouseover" => return point(state, cell()),
        "mouseout" if browser::leaves(event) => return point(state, None),
        "focusin" => return cell().or_else(listed).and_then(|id| point(state, Some(id))),
        "focusout" => return cell().and_then(|_| point(state, None)),
        "dragover" => {
            event.prevent_default();
            return (!state.over).then_some(Action::Over(true));
        }
        "dragleave" if browser::leaves(event) => return Some(Action::Over(false)),
        "drop" => {
            event.prevent_default();
            link.send_message(Action::Over(false));
            // What is dropped on the right half is compared with what is open.
            let (right, window) = browser::across(event);
            let second = state.filing().is_some() && 2 * right < window;
            return bring::files(state, &browser::dropped(event), second);
        }
        "paste" if !browser::typing(event) => {
            return browser::pasted(event).and_then(|text| bring::text(state, "pasted text", &text.into()));
        }
        // Back to another filing may change no more than the number beside the address.
        "hashchange" | "popstate" => {
            let fragment = browser::fragment();
            if !fragment.contains(FILING) {
                let back = browser::is_marked();
                return Some(Action::Address(fragment, browser::marked(state.desk.front), back));
            }
            if name == "hashchange" {
                unpack(link, &fragment);
            }
        }
        "scroll" => {
            if browser::scrolled(event, ".centre").is_some() {
                browser::remember_scroll(&state.scrolled_as());
            }
            return browser::scrolled(event, ".text").and_then(|to| scrolled(state, to));
        }
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
            "sample" => return bring::text(state, SAMPLE, &JsValue::UNDEFINED),
            "read" => return bring::text(state, "pasted text", &browser::value_of(FIELD).into()),
            "choose" => {
                browser::choose(switch::MORE);
                return Some(Action::Dialog(None));
            }
            "files" if state.dialog == Some(Dialog::Files) => return Some(Action::Dialog(None)),
            act => return offer(state, link, act).or_else(|| keys::act(act)),
        }
        return None;
    }
    let number = |name| browser::named(event, &["[", name, "]"].concat(), name).and_then(|number| number.parse().ok());
    if let Some(number) = number("data-shut") {
        return Some(Action::Close(Some(number)));
    }
    let filing = state.filing()?;
    if let Some(number) = number("data-front") {
        return Some(Action::Front(number));
    }
    if let Some(number) = number("data-beside") {
        return bring::beside(state, number);
    }
    if let Some(turn) = browser::named(event, "[data-turn]", "data-turn") {
        return stretch::parse(&turn).map(Action::Stretch);
    }
    if let Some(fragment) = browser::named(event, "[data-go]", "data-go") {
        return View::parse(&fragment, filing).map(Action::Go);
    }
    if let Some(check) = browser::named(event, "[data-review]", "data-review") {
        return Some(Action::Review(Some(check)));
    }
    let id = browser::closest_ref(event)?;
    let is_cell = browser::named(event, CELL, "data-ref").is_some();
    let reach = browser::shift(event) && is_cell;
    if is_cell {
        browser::focus(&cell_id(&id));
    }
    View::of_amount(filing, &id).map(if reach { Action::Reach } else { Action::Go })
}

/// What is written into a field.
fn input(event: &Event) -> Option<Action> {
    let field = browser::named(event, "[data-field]", "data-field")?;
    let text = browser::value_of(&field);
    Some(if field == SOUGHT { Action::Sought(text) } else { Action::Note(text) })
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
        let shown = filing.statement(statement).map(|statement| Shown::of(statement, state.lens));
        if let Some(to) = shown.and_then(|shown| neighbour(&shown, &id, &key)) {
            event.prevent_default();
            browser::focus(&cell_id(&to));
            let reach = browser::shift(event);
            return View::of_amount(filing, &to).map(if reach { Action::Reach } else { Action::Move });
        }
    }
    if key == "Enter" && browser::named(event, "[data-field]", "data-field").as_deref() == Some(SOUGHT) {
        return state.filing().and_then(|filing| first_hit(filing, &state.sought)).map(Action::Go);
    }
    if browser::named(event, ".grip", "class").is_some()
        && let Some(wider) = grip(state, event, &key)
    {
        return Some(wider);
    }
    if !browser::is_plain(event) || browser::typing(event) {
        return None;
    }
    if key == "/" {
        // Else the key would be written into the field it opens.
        event.prevent_default();
    }
    keys::action(&key)
}

/// Nothing is pointed at while a note is written: what it is on stays beside it.
fn point(state: &State, at: Option<String>) -> Option<Action> {
    (state.pointed != at && !browser::writes()).then_some(Action::Point(at))
}

/// The block of amounts from where the button went down to where the pointer is.
fn drag(state: &State, link: &Scope<App>, to: &str) -> Option<Action> {
    let filing = state.filing()?;
    if state.anchor.is_none() {
        let from = state.pointed.as_deref().filter(|from| *from != to)?;
        link.send_message(Action::Move(View::of_amount(filing, from)?));
    }
    browser::focus(&cell_id(to));
    View::of_amount(filing, to).map(Action::Reach)
}

fn scrolled(state: &State, pixels: usize) -> Option<Action> {
    let block = block_at(pixels);
    (state.block != block).then_some(Action::Scrolled(block))
}

/// The edge of the side, moved by keys.
fn grip(state: &State, event: &Event, key: &str) -> Option<Action> {
    let (_, window) = browser::across(event);
    let now = if state.width == 0 { START } else { state.width };
    let width = match key {
        "ArrowLeft" => now + STEP,
        "ArrowRight" => now.saturating_sub(STEP),
        "Home" => window,
        "End" => 0,
        _ => return None,
    };
    event.prevent_default();
    Some(Action::Width(width, window))
}
