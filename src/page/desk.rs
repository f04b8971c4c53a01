//! The desk: the filings that are open, the one of them in front, and the files that wait their turn to be read.
//!
//! What is open stays in memory whole: to turn to it again takes no time, and marks and notes stay what they are. That is the
//! reading, some 25 bytes for each byte of dense text, and in `www/core.js` what it was read from, which for a file is only where
//! the browser finds it. Filings have a hundred kilobytes to a few megabytes. Of the largest, of 20 MB, each takes 500 MB, and of
//! the 4 GB a program of this kind can have that makes seven; where there is no room for one it is refused with that reason.
//! Closing gives a filing's memory back to the next.

use std::rc::Rc;

use yew::AttrValue;

use super::charts::Turned;
use super::filing::Filing;
use super::lens::Lens;
use super::review::Review;
use super::state::{Dialog, Show, Side, State};
use super::stretch::Stretch;
use super::view::{Place, View};
use super::words;

/// A filing that is open, under the number of its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Folder {
    pub number: usize,
    pub filing: Rc<Filing>,
    left: Left,
}

/// Where the reader left a filing, and what they made of it. Of the one in front the state itself says so.
#[derive(Clone, Debug, Default, PartialEq)]
struct Left {
    view: View,
    lens: Lens,
    show: Show,
    turned: Turned,
    stretch: Stretch,
    block: usize,
    review: Review,
}

/// A file that waits to be read; the first of them is being read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waiting {
    pub number: usize,
    pub name: AttrValue,
    /// The open filing it is to be compared with.
    pub beside: Option<usize>,
    /// The number of the first of those it was brought with.
    pub group: usize,
    /// The address that speaks of it.
    pub asked: Option<AttrValue>,
}

/// A file that could not be read at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub number: usize,
    pub name: AttrValue,
    pub why: AttrValue,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    pub open: Vec<Rc<Folder>>,
    /// The number of the file in front; 0 is none.
    pub front: usize,
    pub waiting: Vec<Waiting>,
    /// How many steps of the one being read are done.
    pub step: usize,
    pub refused: Vec<Refused>,
    /// The group of which something was brought to the front, and whether that has statements.
    shown: (usize, bool),
}

impl Desk {
    pub fn folder(&self, number: usize) -> Option<&Rc<Folder>> {
        self.open.iter().find(|folder| folder.number == number)
    }

    /// The file that is being read.
    pub fn reading(&self) -> Option<&Waiting> {
        self.waiting.first()
    }

    /// Whether there is a choice to make: another file that is open, waits or was refused.
    pub fn is_several(&self) -> bool {
        self.open.len() + self.waiting.len() + self.refused.len() > 1
    }

    /// The numbers of the files that are still needed.
    pub fn numbers(&self) -> impl Iterator<Item = usize> {
        let open = self.open.iter().map(|folder| folder.number);
        open.chain(self.waiting.iter().map(|file| file.number))
    }

    fn change(&mut self, number: usize, change: impl FnOnce(&mut Folder)) {
        if let Some(folder) = self.open.iter_mut().find(|folder| folder.number == number) {
            change(Rc::make_mut(folder));
        }
    }

    /// The same file, read anew.
    pub(super) fn replace(&mut self, number: usize, filing: Rc<Filing>) {
        self.change(number, |folder| folder.filing = filing);
    }

    /// Takes the file that is being read out of the line, if it has this number.
    fn take(&mut self, number: usize) -> Option<Waiting> {
        self.waiting.first().filter(|file| file.number == number)?;
        self.step = 0;
        Some(self.waiting.remove(0))
    }

    /// Whether what was read of a group comes to the front: the first that is ready; where that has no statements, the first that
    /// has.
    fn leads(&mut self, group: usize, has_statements: bool) -> bool {
        let leads = self.shown.0 != group || (has_statements && !self.shown.1);
        if leads {
            self.shown = (group, has_statements);
        }
        leads
    }
}

impl State {
    pub fn filing(&self) -> Option<&Rc<Filing>> {
        self.desk.folder(self.desk.front).map(|folder| &folder.filing)
    }

    /// Files were brought; they wait behind those that wait already.
    pub(super) fn bring(&mut self, files: Vec<Waiting>) {
        if let Some(first) = files.first() {
            self.said = AttrValue::from(["Reading ", &first.name].concat());
        }
        if self.desk.open.is_empty() {
            self.desk.refused.clear();
        }
        self.desk.waiting.extend(files);
        self.notice = AttrValue::default();
        self.dialog = None;
        self.stepped = false;
    }

    /// The next step of reading a file was taken.
    pub(super) fn step(&mut self, number: usize, step: usize) {
        if self.desk.reading().is_some_and(|file| file.number == number) {
            self.desk.step = step;
            // Behind an open filing a line on the screen says so; the steps would talk over what one reads.
            if self.filing().is_none() {
                self.said = AttrValue::from(words::STEPS.get(step).copied().unwrap_or_default());
            }
        }
    }

    /// A file was read; marks of it that were kept are known.
    pub(super) fn read(&mut self, number: usize, filing: Rc<Filing>, known: Option<&str>) {
        let Some(file) = self.desk.take(number) else { return };
        if let Some(beside) = file.beside {
            return self.compared(beside, filing);
        }
        let asked = file.asked.as_deref().and_then(|asked| Some((View::parse(asked, &filing)?, Lens::parse(asked))));
        let astray = asked.is_none() && file.asked.is_some_and(|asked| asked.len() > 1);
        let (view, lens) = asked.unwrap_or_else(|| (View::first(&filing), Lens::default()));
        let mut left = Left { view, lens, turned: Turned::of(&filing.charts), ..Left::default() };
        if let Some(known) = known {
            left.review.recall(known);
        }
        self.said = words::verdict_of_filing(&filing.report, filing.index.of_all).into();
        let leads = self.desk.leads(file.group, !filing.report.statements.is_empty());
        self.desk.open.push(Rc::new(Folder { number, filing, left }));
        if leads || self.desk.front == 0 {
            self.turn_to(number);
        }
        if astray {
            self.notice =
                "The link this page was opened by leads to a view that this file does not have. Is it the same file?"
                    .into();
        }
    }

    /// A file has the very bytes of one that is open: that one is shown.
    pub(super) fn same(&mut self, number: usize, of: usize) {
        let Some(file) = self.desk.take(number) else { return };
        let Some(folder) = self.desk.folder(of).cloned() else { return };
        if self.desk.leads(file.group, !folder.filing.report.statements.is_empty()) {
            self.turn_to(of);
            let asked = file.asked.unwrap_or_default();
            if let Some(view) = View::parse(&asked, &folder.filing) {
                self.lens = Lens::parse(&asked);
                self.go(view, true);
            }
        }
        let other = &folder.filing.report.file;
        self.say(&if *other == file.name.as_str() {
            [other, " is open already."].concat()
        } else {
            [&file.name, " is the same as ", other, ", which is open already."].concat()
        });
    }

    /// The file that is open, now compared with another.
    fn compared(&mut self, number: usize, filing: Rc<Filing>) {
        self.turn_to(number);
        if self.desk.front != number {
            return;
        }
        self.said = words::verdict_of_filing(&filing.report, filing.index.of_all).into();
        self.turned = Turned::of(&filing.charts);
        self.desk.replace(number, filing);
        self.fresh();
        self.view = View::of(Place::Compared);
        self.stretch = (0, 0);
        self.block = 0;
    }

    /// A file could not be read; without a number what was to be unpacked could not.
    pub(super) fn refuse(&mut self, number: usize, why: AttrValue) {
        if number != 0 {
            let Some(file) = self.desk.take(number) else { return };
            self.desk.refused.push(Refused { number, name: file.name, why: why.clone() });
        }
        self.notice = why.clone();
        self.said = why;
    }

    /// A file is not to be read any further, or not at all; without a number none that waits.
    pub(super) fn cancel(&mut self, number: Option<usize>) {
        let mut said = String::new();
        for (at, file) in self.desk.waiting.iter().enumerate() {
            if number.is_none_or(|number| number == file.number) {
                said.push_str(if said.is_empty() { "" } else { " " });
                said.push_str(&file.name);
                said.push_str(if at == 0 { " was not read to its end." } else { " was not read." });
            }
        }
        if said.is_empty() {
            return;
        }
        if self.desk.reading().is_some_and(|file| number.is_none_or(|number| number == file.number)) {
            self.desk.step = 0;
        }
        self.desk.waiting.retain(|file| number.is_some_and(|number| number != file.number));
        self.notice = AttrValue::default();
        self.say(&said);
        self.shown = self.filing().is_some();
    }

    /// Closes a filing, or with no number all of them; where marks or notes would go with it, and are not kept, asks first.
    pub(super) fn ask_to_close(&mut self, number: Option<usize>) {
        self.leaving = number;
        if !self.keeping && self.lost().next().is_some() {
            self.dialog = Some(Dialog::Leave);
            return;
        }
        match number {
            Some(number) => self.close(Some(number)),
            None => self.clear(),
        }
    }

    /// The filings that would be closed and have marks or notes.
    pub fn lost(&self) -> impl Iterator<Item = &Filing> {
        let of = |folder: &Folder| {
            if folder.number == self.desk.front { &self.review } else { &folder.left.review }.is_empty()
        };
        let open =
            self.desk.open.iter().filter(move |folder| self.leaving.is_none_or(|number| number == folder.number));
        open.filter(move |folder| !of(folder)).map(|folder| &*folder.filing)
    }

    /// Puts a filing away, or lets go of a file that waits or was refused; without a number the filing in front.
    pub(super) fn close(&mut self, number: Option<usize>) {
        let number = number.unwrap_or(self.desk.front);
        if self.desk.waiting.iter().any(|file| file.number == number) {
            return self.cancel(Some(number));
        }
        self.notice = AttrValue::default();
        self.dialog = self.dialog.filter(|dialog| *dialog != Dialog::Leave);
        self.desk.refused.retain(|file| file.number != number);
        let Some(at) = self.desk.open.iter().position(|folder| folder.number == number) else { return };
        self.desk.open.remove(at);
        // What was to be compared with it has nothing to be compared with.
        if self.desk.reading().is_some_and(|file| file.beside == Some(number)) {
            self.desk.step = 0;
        }
        self.desk.waiting.retain(|file| file.beside != Some(number));
        if number != self.desk.front {
            return;
        }
        match self.desk.open.get(at).or(self.desk.open.last()).map(|folder| folder.number) {
            Some(next) => {
                self.turn_to(next);
                self.stepped = false;
            }
            None => self.start_over(),
        }
    }

    /// Puts all filings away.
    pub(super) fn clear(&mut self) {
        self.desk = Desk::default();
        self.start_over();
    }

    fn start_over(&mut self) {
        let (scheme, keeping, desk) = (self.scheme, self.keeping, std::mem::take(&mut self.desk));
        *self = Self { scheme, keeping, desk: Desk { front: 0, ..desk }, used: true, ..Self::default() };
    }

    /// Brings an open filing to the front, as the reader left it.
    pub(super) fn turn_to(&mut self, number: usize) {
        self.put_by();
        if number == self.desk.front || self.desk.folder(number).is_none() {
            return;
        }
        let before = self.desk.front;
        for folder in [before, number] {
            let mut desk = std::mem::take(&mut self.desk);
            desk.change(folder, |folder| self.swap(&mut folder.left));
            self.desk = desk;
        }
        self.desk.front = number;
        self.stepped = before != 0;
        self.used = true;
        self.fresh();
    }

    /// What is in front is another filing than before.
    fn fresh(&mut self) {
        self.side = Side::Auto;
        self.pointed = None;
        self.anchor = None;
        self.link = None;
        self.bare = true;
    }

    /// Closes what stands over the page, but for the box someone may be writing in.
    fn put_by(&mut self) {
        self.dialog = self.dialog.filter(|dialog| *dialog == Dialog::Paste);
    }

    fn swap(&mut self, left: &mut Left) {
        use std::mem::swap;
        swap(&mut self.view, &mut left.view);
        swap(&mut self.lens, &mut left.lens);
        swap(&mut self.show, &mut left.show);
        swap(&mut self.turned, &mut left.turned);
        swap(&mut self.stretch, &mut left.stretch);
        swap(&mut self.block, &mut left.block);
        swap(&mut self.review, &mut left.review);
    }
}
