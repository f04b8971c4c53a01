//! The one state of the page and the one place where it changes.

use std::rc::Rc;

use yew::AttrValue;

use super::charts::Turned;
use super::desk::{Desk, Waiting};
use super::filing::Filing;
use super::lens::{Lens, Scale};
use super::review::{Filter, Review};
use super::stretch::Stretch;
use super::view::{Place, View};
use super::words;
use crate::report::{Check, Outcome};
use crate::span::Span;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    #[default]
    Auto,
    Light,
    Dark,
}

/// Whether the side is shown where it does not stand beside the statement: by itself only where there is room for both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    #[default]
    Auto,
    Open,
    Closed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    Keys,
    Paste,
    Search,
    Export,
    Share,
    Compare,
    /// Asks whether marks and notes may go with what is closed.
    Leave,
    /// Not a dialog to the browser: the menu of what is open.
    Files,
}

/// What of a statement is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    Table,
    Chart,
    Both,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub desk: Desk,
    pub view: View,
    pub lens: Lens,
    /// Whether the way to this view is worth a step of Back.
    pub stepped: bool,
    pub scheme: Scheme,
    pub side: Side,
    pub dialog: Option<Dialog>,
    pub show: Show,
    /// What a screen reader is told.
    pub said: AttrValue,
    /// What to know about the file that was brought last.
    pub notice: AttrValue,
    /// Whether a filing was ever open: the address the page came with speaks of the first one only.
    pub used: bool,
    /// Whether a file hangs over the page.
    pub over: bool,
    /// The amount of the statement, or the finding, under the pointer or with the focus.
    pub pointed: Option<String>,
    /// What the reader turned to in the charts.
    pub turned: Turned,
    pub stretch: Stretch,
    /// Whether the source is still to be drawn, or the pictures of the empty page: the rest is shown first.
    pub bare: bool,
    /// The block of the source that is scrolled to.
    pub block: usize,
    /// What the reader made of the findings.
    pub review: Review,
    /// Which figures of the text are listed; all where none is named.
    pub claims: Option<Outcome>,
    /// Whether that is kept on this device, because the reader asked for it.
    pub keeping: bool,
    /// What is looked for.
    pub sought: AttrValue,
    /// Where a block of amounts begins that reaches to the one chosen.
    pub anchor: Option<AttrValue>,
    /// The end of a link that holds the filing itself, where the reader asked for one.
    pub link: Option<AttrValue>,
    /// Whether what is said is also shown: it answers something that changes nothing else.
    pub shown: bool,
    /// How wide the reader made the side, in pixels; 0 is as it comes.
    pub width: usize,
    /// Whether its edge is being dragged.
    pub grip: bool,
    /// What is closed if the reader says so: one filing, or with none all of them.
    pub leaving: Option<usize>,
    /// Whether Back, or its opposite, led to the view.
    pub back: bool,
    /// Whether a key led to what is chosen: then the focus goes along.
    pub walked: bool,
}

#[derive(Clone, Debug)]
pub enum Action {
    /// Files were brought, to be read one after the other.
    Bring(Vec<Waiting>),
    /// The next step of reading the file of this number was taken.
    Step(usize, usize),
    /// It is to be read no further; without a number none that waits is.
    Cancel(Option<usize>),
    /// It was read; these marks of it were kept.
    Opened(usize, Rc<Filing>, Option<String>),
    /// It has the same bytes as the one of the second number.
    Same(usize, usize),
    /// It could not be read.
    Refused(usize, AttrValue),
    /// Another of the open filings is to be shown.
    Front(usize),
    /// A file is to be put away; without a number the filing shown.
    Close(Option<usize>),
    CloseAll,
    /// What was asked about is to be closed all the same.
    Leave,
    /// Goes to a view, as a step that Back undoes.
    Go(View),
    /// A mark of a chart was picked: this is its amount.
    Pick(AttrValue),
    /// Moves the selection, in place.
    Move(View),
    /// The address changed under us: to this view of the filing of this number; and whether that was shown before.
    Address(String, usize, bool),
    /// To the next finding, or the one before.
    Finding(isize),
    /// To the next line of the statement, or the one before.
    Line(isize),
    Side(Side),
    /// Shows the side, or hides it when it was asked for.
    Source,
    Scheme(Scheme),
    Show(Show),
    Dialog(Option<Dialog>),
    Escape,
    Over(bool),
    Point(Option<String>),
    /// The button of the mouse went down on an amount: a block may begin there.
    Press(String),
    Turned(Turned),
    Scrolled(usize),
    /// The statement stands; now the source.
    Filled,
    Stretch(Stretch),
    /// In which unit money is shown.
    Scale(Scale),
    /// Shows the columns of changes, or hides them.
    Changes,
    /// Grades strictly, or no longer.
    Strict,
    /// The file of this number, graded anew; or why it could not be.
    Graded(usize, Result<Rc<Filing>, AttrValue>),
    /// Marks a check as reviewed, or takes that back; the one shown when none is named.
    Review(Option<String>),
    /// What is noted on the check shown.
    Note(String),
    Undo,
    Filter(Filter),
    /// Lists the figures of the text that came out so, or all.
    Claims(Option<Outcome>),
    Keep(bool),
    Sought(String),
    /// Moves the selection; a block of amounts reaches to it from where it was.
    Reach(View),
    /// Says something that changes nothing else.
    Say(AttrValue),
    Link(AttrValue),
    Grip(bool),
    /// The side is so wide, on a window so wide.
    Width(usize, usize),
}

impl State {
    #[allow(clippy::too_many_lines, reason = "one arm an action: the list of what a person can do")]
    pub fn act(&mut self, action: Action) {
        let is_quiet = matches!(
            action,
            Action::Point(_) | Action::Scrolled(_) | Action::Turned(_) | Action::Filled | Action::Step(..)
        );
        self.shown &= is_quiet;
        self.walked = matches!(action, Action::Finding(_) | Action::Line(_)) || self.walked && is_quiet;
        match action {
            Action::Bring(files) => self.bring(files),
            Action::Step(number, step) => self.step(number, step),
            Action::Cancel(number) => self.cancel(number),
            Action::Opened(number, filing, known) => self.read(number, filing, known.as_deref()),
            Action::Same(number, of) => self.same(number, of),
            Action::Refused(number, why) => self.refuse(number, why),
            Action::Front(number) => self.turn_to(number),
            Action::Close(number) => self.ask_to_close(Some(number.unwrap_or(self.desk.front))),
            Action::CloseAll => self.ask_to_close(None),
            Action::Leave => match self.leaving {
                Some(number) => self.close(Some(number)),
                None => self.clear(),
            },
            Action::Go(view) => self.go(view, true),
            Action::Pick(id) => self.go(View { place: self.view.place.clone(), amount: Some(id), check: None }, true),
            Action::Move(view) => self.go(view, false),
            Action::Address(fragment, number, back) => {
                self.turn_to(number);
                self.stepped = false;
                if let Some(view) = self.filing().and_then(|filing| View::parse(&fragment, filing)) {
                    self.lens = Lens::parse(&fragment);
                    if view != self.view {
                        self.back = back;
                        self.go(view, false);
                    }
                }
            }
            Action::Finding(step) => {
                if let Some(view) = self.filing().and_then(|filing| self.finding(filing, step)) {
                    self.go(view, true);
                }
            }
            Action::Line(step) => {
                if let Some(view) = self.filing().and_then(|filing| self.line(filing, step)) {
                    self.go(view, false);
                }
            }
            Action::Side(side) => self.side = side,
            Action::Source => self.side = if self.side == Side::Open { Side::Auto } else { Side::Open },
            Action::Scheme(scheme) => self.scheme = scheme,
            Action::Show(show) => self.show = show,
            Action::Over(is) => self.over = is,
            Action::Point(at) => self.pointed = at,
            Action::Press(at) => (self.pointed, self.anchor) = (Some(at), None),
            Action::Turned(turned) => self.turned = turned,
            Action::Scrolled(to) => self.block = to,
            Action::Filled => self.bare = false,
            Action::Stretch(to) => self.stretch = to,
            Action::Scale(scale) => self.look(Lens { scale, ..self.lens }),
            Action::Changes => self.look(Lens { changes: !self.lens.changes, ..self.lens }),
            Action::Strict => self.look(Lens { strict: !self.lens.strict, ..self.lens }),
            Action::Graded(number, graded) => self.graded(number, graded),
            Action::Review(check) => self.mark(check),
            Action::Note(text) => {
                if let Some(check) = self.checked() {
                    self.review.note(&check, &text);
                }
            }
            Action::Undo => {
                let undone = self.review.undo();
                self.say(if undone { "Undone." } else { "Nothing to undo." });
            }
            Action::Filter(filter) => self.review.filter = filter,
            Action::Claims(outcome) => (self.claims, self.stretch) = (outcome, (0, 0)),
            Action::Keep(is) => {
                self.keeping = is;
                self.say(if is { "Reviews and notes are kept on this device." } else { "Nothing is kept any more." });
            }
            Action::Sought(text) => self.sought = text.into(),
            Action::Reach(view) => {
                let from = self.anchor.clone().or_else(|| self.filing().and_then(|filing| self.view.focus(filing)));
                self.go(view, false);
                self.anchor = from;
            }
            Action::Say(words) => self.say(&words),
            Action::Link(end) => self.link = Some(end),
            Action::Grip(is) => self.grip = is,
            Action::Width(side, window) => self.width = side.clamp(320, window.saturating_sub(600).max(320)),
            Action::Dialog(dialog) => {
                let always = |dialog: &Dialog| matches!(dialog, Dialog::Keys | Dialog::Paste);
                self.dialog = dialog.filter(|dialog| always(dialog) || self.filing().is_some());
                self.link = None;
            }
            Action::Escape if self.dialog.is_some() => self.dialog = None,
            Action::Escape if self.filing().is_none() => self.cancel(None),
            Action::Escape => self.side = if self.side == Side::Open { Side::Auto } else { Side::Closed },
        }
    }

    pub(super) fn go(&mut self, view: View, stepped: bool) {
        let Some(filing) = self.filing().cloned() else { return };
        let said = view.check(&filing).map(|check| {
            let what = words::first_of(&[&check.detail, &check.title]);
            AttrValue::from([words::said(check).1, ": ", what].concat())
        });
        self.said = said.unwrap_or_default();
        // Under 768 px the side covers the statement: what was chosen there is to be seen.
        if view.place != self.view.place {
            self.turned = Turned::of(&filing.charts);
            self.stretch = (0, 0);
            self.claims = None;
            if self.side == Side::Open {
                self.side = Side::Auto;
            }
        }
        if self.side == Side::Closed && stepped && view.focus(&filing).is_some() {
            self.side = Side::Auto;
        }
        self.stepped = stepped && view != self.view;
        self.anchor = None;
        self.pointed = None;
        self.dialog = None;
        self.view = view;
    }

    /// The check whose arithmetic is shown: that of the total or the finding that is pointed at, else the one chosen; in the list
    /// of findings the first.
    pub fn check<'f>(&self, filing: &'f Filing) -> Option<&'f Check> {
        let chosen = || self.view.check(filing);
        let first = || filing.findings().find(|check| self.lists(check)).filter(|_| self.view.place == Place::Findings);
        self.preview(filing).or_else(chosen).or_else(first)
    }

    /// The check of what is pointed at, where that is not what was chosen.
    pub fn preview<'f>(&self, filing: &'f Filing) -> Option<&'f Check> {
        let id = self.pointed.as_deref().filter(|id| self.view.focus(filing).as_deref() != Some(*id))?;
        let of_total = || filing.checks_of(id).find(|check| check.reported.as_deref() == Some(id));
        filing.check(id).or_else(of_total)
    }

    /// What the place of the view is remembered by, with how far it is scrolled.
    pub fn scrolled_as(&self) -> String {
        [&View::of(self.view.place.clone()).fragment(), " ", &self.desk.front.to_string()].concat()
    }

    /// Where the source is scrolled to.
    pub fn aim(&self, filing: &Filing) -> Span {
        let of_finding = self.check(filing).filter(|_| self.view.place == Place::Findings);
        of_finding.map_or_else(|| self.view.aim(filing), |check| View::of_check(filing, check).aim(filing))
    }

    fn checked(&self) -> Option<String> {
        self.filing().and_then(|filing| self.check(filing)).map(|check| check.id.clone())
    }

    fn mark(&mut self, check: Option<String>) {
        match check.or_else(|| self.checked()) {
            Some(check) if self.review.toggle(&check) => self.say("Marked as reviewed."),
            Some(_) => self.say("No longer marked as reviewed."),
            None => self.say("Choose a finding or an amount first."),
        }
    }

    pub(super) fn say(&mut self, words: &str) {
        self.said = AttrValue::from(words.to_owned());
        self.shown = true;
    }
}
