//! Files on their way to the desk: each gets a number and waits; when its turn comes it is read, and taken in piece by piece.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::File;
use yew::AttrValue;
use yew::html::Scope;

use crate::gather::Gather;
use crate::page::browser::{self, Told};
use crate::page::desk::Waiting;
use crate::page::filing::Filing;
use crate::page::keeping;
use crate::page::state::{Action, State};
use crate::page::view::FILING;
use crate::reading::Reading;

use super::app::App;

/// The files a reader brought; the first of them to be compared with the filing in front, where that was asked for.
pub fn files(state: &State, files: &[File], second: bool) -> Option<Action> {
    let mut brought: Vec<_> = files.iter().map(|file| waiting(&file.name(), file)).gather();
    if second {
        brought.first_mut()?.beside = Some(state.desk.front);
    }
    together(state, brought)
}

/// A text, or the sample.
pub fn text(state: &State, name: &str, given: &JsValue) -> Option<Action> {
    together(state, vec![waiting(name, given)])
}

/// An open filing, to be compared with the one in front.
pub fn beside(state: &State, other: usize) -> Option<Action> {
    let other = state.desk.folder(other)?;
    let (name, number) = (other.filing.report.file.clone().into(), browser::again(other.number));
    Some(Action::Bring(vec![Waiting { number, name, beside: Some(state.desk.front), ..Waiting::default() }]))
}

/// What is said of a reading that the page could not take in.
const ROOM: &str = "What was read of it did not arrive whole: most likely there is too little memory. Close other filings and bring it again.";

fn waiting(name: &str, given: &JsValue) -> Waiting {
    Waiting { number: browser::bring(name, given), name: name.to_owned().into(), ..Waiting::default() }
}

/// One of the files brought at a time comes to the front; the address the page came with speaks of the very first file.
fn together(state: &State, mut brought: Vec<Waiting>) -> Option<Action> {
    let first = brought.first_mut()?;
    let group = first.number;
    if !state.used {
        first.asked = Some(browser::fragment().into());
    }
    for file in &mut brought {
        file.group = group;
    }
    Some(Action::Bring(brought))
}

/// Opens the filing that a link brings with it, at the view the link speaks of.
pub fn unpack(link: &Scope<App>, fragment: &str) {
    let link = link.clone();
    let view = fragment.split_once(FILING).map_or(fragment, |(view, _)| view);
    let asked = Some(AttrValue::from(view.to_owned()));
    browser::opened(fragment, move |found| {
        link.send_message(match found {
            Ok(file) => {
                let file = waiting(&file.name(), &file);
                Action::Bring(vec![Waiting { group: file.number, asked: asked.clone(), ..file }])
            }
            Err(why) => Action::Refused(0, why.into()),
        });
    });
}

/// Has the file read whose turn it is, and takes in what was read.
pub fn read(link: &Scope<App>, file: &Waiting) {
    let (link, number, name) = (link.clone(), file.number, file.name.clone());
    let reading = Rc::new(RefCell::new(Reading::default()));
    let refused = move |why: &str| Action::Refused(number, [&name, " could not be read. ", why].concat().into());
    browser::read(number, file.beside.unwrap_or_default(), move |told| {
        link.send_message(match told {
            Told::Step(step) => Action::Step(number, step),
            Told::Piece(piece) if reading.borrow_mut().add(&piece).is_some() => return,
            Told::Piece(_) => refused(ROOM),
            Told::Done => {
                let filing = Rc::new(Filing(reading.take()));
                let known = keeping::recall(&filing);
                Action::Opened(number, filing, known)
            }
            Told::Same(of) => Action::Same(number, of),
            Told::Failed(why) => refused(&why),
        });
    });
}

/// Has an open file graded anew, strictly or not.
pub fn grade(link: &Scope<App>, number: usize, strict: bool) {
    let link = link.clone();
    let reading = Rc::new(RefCell::new(Some(Reading::default())));
    browser::grade(number, strict, move |told| {
        let mut taken = reading.borrow_mut();
        match told {
            Told::Step(_) | Told::Same(_) => {}
            // What did not arrive whole is no reading.
            Told::Piece(piece) => *taken = taken.take().and_then(|mut got| got.add(&piece).map(|()| got)),
            Told::Done => {
                let filing = taken.take().map(|reading| Rc::new(Filing(reading)));
                let lost = || "what was read did not arrive whole.".into();
                link.send_message(Action::Graded(number, filing.ok_or_else(lost)));
            }
            Told::Failed(why) => link.send_message(Action::Graded(number, Err(why.into()))),
        }
    });
}
