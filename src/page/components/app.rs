//! The page as a whole: holds the state, draws the start or the reader, and lets the browser follow.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::browser;
use crate::page::filing::Filing;
use crate::page::keeping;
use crate::page::pen::Pen;
use crate::page::state::{Action, Dialog, Stage, State};
use crate::page::view::FILING;

use super::dialog::dialog;
use super::hear::{grade, hear, unpack};
use super::original::follow;
use super::reader::reader;
use super::start::start;
use super::table::cell_id;

/// What the page hears, anywhere on it.
const HEARD: [&str; 21] = [
    "click",
    "change",
    "input",
    "copy",
    "mousedown",
    "pointerdown",
    "pointermove",
    "pointerup",
    "keydown",
    "mouseover",
    "mousemove",
    "mouseout",
    "focusin",
    "focusout",
    "dragover",
    "dragleave",
    "drop",
    "paste",
    "hashchange",
    "scroll",
    "close",
];

/// The one component of the page, but for the blocks of the source, which draw themselves anew less often.
pub struct App {
    state: State,
    /// The state the browser followed last.
    followed: State,
    /// Whether the core was asked to grade the file anew.
    asked: bool,
    /// Whether the view came from the address: written back, it could undo the next step of Back.
    told: bool,
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let link = context.link().clone();
        browser::listen(&HEARD, move |event| {
            // While the page is being drawn nothing is heard: focus that moves then was moved by the page.
            let action = link.get_component().and_then(|app| hear(&app.state, &link, event));
            if let Some(action) = action {
                link.send_message(action);
            }
        });
        let fragment = browser::fragment();
        if fragment.contains(FILING) || browser::inside() {
            unpack(context.link(), &fragment);
        }
        // The pictures of the empty page come after all else of it.
        let state = State { bare: true, ..keeping::begin() };
        Self { state, followed: State::default(), asked: false, told: false }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        // Where another file is read the core answers no more for the one before.
        self.asked &= !matches!(action, Action::Graded(_) | Action::Reading(..) | Action::Close);
        let before = (self.state.view.clone(), self.state.lens);
        let told = matches!(action, Action::Address(_));
        let fresh = matches!(action, Action::Opened(..) | Action::Close);
        self.state.act(action);
        let same = before == (self.state.view.clone(), self.state.lens);
        self.told = told || self.told && same && !fresh;
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let state = &self.state;
        let mut pen = Pen::new();
        pen.end = state.lens.suffix();
        pen.open("div", if state.over { "page over" } else { "page" });
        match &state.stage {
            Stage::Open(filing) => reader(&mut pen, filing, state),
            Stage::Start | Stage::Reading(_) => start(&mut pen, state),
        }
        match state.dialog {
            Some(which) => dialog(&mut pen, which, state),
            None => pen.nothing(),
        }
        pen.open("div", if state.shown { "toast" } else { "unseen" });
        pen.set("role", "status");
        pen.set("aria-live", "polite");
        pen.text(&state.said);
        pen.close();
        pen.close();
        pen.done()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        if self.state.bare {
            let link = context.link().clone();
            let fill = move || link.send_message(Action::Filled);
            if self.state.filing().is_some() { browser::soon(fill) } else { browser::once_seen(fill) }
        }
        if !self.state.is_graded() && !self.asked {
            self.asked = true;
            grade(context.link(), self.state.lens.strict);
        }
        let now = self.state.clone();
        let before = std::mem::replace(&mut self.followed, now);
        follow_state(&before, &self.followed, self.told);
        let of_now = self.followed.held().map(Rc::as_ptr);
        let of_before = before.held().filter(|filing| Some(Rc::as_ptr(filing)) != of_now).cloned();
        drop(before);
        if let Some(filing) = of_before.and_then(Rc::into_inner) {
            shed(filing);
        }
    }
}

/// Lets go of a filing, bit by bit.
fn shed(mut filing: Filing) {
    if filing.0.shed() {
        browser::soon(move || shed(filing));
    }
}

/// Lets the browser follow: the address, what is scrolled to, the colours, the dialog.
fn follow_state(before: &State, now: &State, told: bool) {
    let filing = now.filing();
    let fragment = |state: &State| state.filing().map(|_| [state.view.fragment(), state.lens.suffix()].concat());
    let focus = |state: &State| state.filing().and_then(|filing| state.view.focus(filing));
    let same_place = now.view.place == before.view.place;
    let same_filing = filing.map(Rc::as_ptr) == before.filing().map(Rc::as_ptr);
    let aim = |state: &State, filing: &Filing| state.view.aim(filing);
    if let Some(filing) = filing {
        let same_aim = same_filing && aim(now, filing) == aim(before, filing);
        if !same_aim || now.side != before.side || now.bare != before.bare {
            follow(filing, now);
        }
    }
    let address = fragment(now);
    // Before the first filing the address may hold a link that someone was sent.
    if now.used && !told && address != fragment(before) {
        browser::write_fragment(address.as_deref().unwrap_or_default(), now.stepped);
    }
    if !same_place || filing.is_some() != before.filing().is_some() {
        browser::to_top("centre");
        browser::reveal_current();
    }
    let focused = focus(now);
    if let Some(id) = focused.as_deref().filter(|_| !same_place || focused != focus(before)) {
        browser::reveal(&cell_id(id));
    }
    keeping::follow(before, now);
    if now.width != before.width {
        browser::widen(now.width);
    }
    if before.dialog == Some(Dialog::Search)
        && now.dialog.is_none()
        && let Some(id) = &focused
    {
        browser::focus(&cell_id(id));
    }
    if before.is_reading() && !now.is_reading() {
        browser::stop();
    }
    if now.dialog.is_some() {
        browser::show_dialog();
    }
}
