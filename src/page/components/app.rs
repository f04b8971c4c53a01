//! The page as a whole: holds the state, draws the start or the reader, and lets the browser follow.

use std::rc::Rc;

use yew::prelude::*;

use crate::gather::Gather;
use crate::page::browser;
use crate::page::desk::Desk;
use crate::page::filing::Filing;
use crate::page::keeping;
use crate::page::pen::Pen;
use crate::page::state::{Action, Dialog, State};
use crate::page::view::FILING;

use super::bring::{grade, read, unpack};
use super::dialog::dialog;
use super::hear::hear;
use super::original::follow;
use super::reader::reader;
use super::start::start;
use super::switch::{SWITCH, behind};
use super::table::cell_id;

/// What the page hears, anywhere on it.
const HEARD: [&str; 22] = [
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
    "popstate",
    "scroll",
    "close",
];

/// The one component of the page, but for the blocks of the source, which draw themselves anew less often.
pub struct App {
    state: State,
    /// The state the browser followed last.
    followed: State,
    /// The number of the file that the core was asked to grade anew.
    asked: usize,
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
        Self { state, followed: State::default(), asked: 0, told: false }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        if matches!(action, Action::Graded(..)) {
            self.asked = 0;
        }
        let before = (self.state.desk.front, self.state.view.clone(), self.state.lens);
        let told = matches!(action, Action::Address(..));
        let fresh = matches!(action, Action::Opened(..) | Action::Close(_) | Action::CloseAll);
        self.state.act(action);
        let same = before == (self.state.desk.front, self.state.view.clone(), self.state.lens);
        self.told = told || self.told && same && !fresh;
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let state = &self.state;
        let mut pen = Pen::new();
        pen.end = state.lens.suffix();
        pen.open("div", if state.over { "page over" } else { "page" });
        match state.filing() {
            Some(filing) => reader(&mut pen, filing, state),
            None => start(&mut pen, state),
        }
        behind(&mut pen, &state.desk);
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
        let front = self.state.desk.front;
        if !self.state.is_graded() && self.asked != front {
            self.asked = front;
            grade(context.link(), front, self.state.lens.strict);
        }
        let now = self.state.clone();
        let before = std::mem::replace(&mut self.followed, now);
        follow_state(&before, &self.followed, self.told);
        self.take_turns(context, &before);
        let now = &self.followed.desk.open;
        let is_gone = |filing: &Rc<Filing>| now.iter().all(|folder| !Rc::ptr_eq(&folder.filing, filing));
        let of_before = before.desk.open.iter().map(|folder| folder.filing.clone());
        let gone: Vec<_> = of_before.filter(is_gone).gather();
        drop(before);
        for filing in gone.into_iter().filter_map(Rc::into_inner) {
            browser::soon(move || shed(filing));
        }
    }
}

impl App {
    /// Has the next file read when it is another one's turn, and lets go of files that are needed no more.
    fn take_turns(&self, context: &Context<Self>, before: &State) {
        let now = &self.followed.desk;
        for number in before.desk.numbers().filter(|number| !now.numbers().any(|other| other == *number)) {
            browser::leave(number);
        }
        let turn = |desk: &Desk| desk.reading().map(|file| file.number);
        if turn(now) == turn(&before.desk) {
            return;
        }
        match now.reading() {
            Some(file) => read(context.link(), file),
            None => browser::stop(),
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
    let same_filing = filing.map(Rc::as_ptr) == before.filing().map(Rc::as_ptr);
    let same_place = same_filing && now.view.place == before.view.place;
    let aim = |state: &State, filing: &Filing| state.aim(filing);
    if let Some(filing) = filing {
        let same_aim = same_filing && aim(now, filing) == aim(before, filing);
        // In another place the source may be seen that was not before.
        if !same_aim || !same_place || now.side != before.side || now.bare != before.bare {
            follow(filing, now);
        }
    }
    let address = fragment(now);
    // Before the first filing the address may hold a link that someone was sent.
    let front = now.desk.front;
    if now.used && !told && (address != fragment(before) || front != before.desk.front) {
        browser::write_fragment(address.as_deref().unwrap_or_default(), front, now.stepped);
    }
    let back = told && now.back && !same_place && browser::scroll_back(&now.scrolled_as());
    if !same_place && !back {
        browser::to_top("centre");
    }
    if !same_place {
        browser::reveal_current();
    }
    let focused = focus(now);
    if let Some(id) = focused.as_deref().filter(|_| !back && (!same_place || focused != focus(before))) {
        browser::reveal(&cell_id(id));
        // So that the arrow keys go on from there.
        if same_filing && (now.walked || browser::is_lost()) {
            browser::focus(&cell_id(id));
        }
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
    match now.dialog {
        Some(Dialog::Files) => browser::enter(),
        Some(_) => browser::show_dialog(),
        None if before.dialog == Some(Dialog::Files) => browser::left(SWITCH),
        None => {}
    }
}
