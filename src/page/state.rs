//! The one state of the page and the one place where it changes.

use std::rc::Rc;

use yew::AttrValue;

use super::charts::Turned;
use super::filing::Filing;
use super::lens::{Lens, Scale};
use super::review::{Filter, Review};
use super::stretch::Stretch;
use super::view::{Place, View};
use super::words;

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// Nothing is open.
    #[default]
    Start,
    Reading(Reading),
    Open(Rc<Filing>),
}

/// A file that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    pub name: AttrValue,
    /// How many of its steps are done.
    pub step: usize,
    /// What was open, and is again if this comes to nothing.
    pub before: Option<Rc<Filing>>,
}

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
    pub stage: Stage,
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
    /// What to know about the way the filing was opened.
    pub notice: AttrValue,
    /// Whether a filing was ever open: the address the page came with speaks of the first one only.
    pub used: bool,
    /// Whether a file hangs over the page.
    pub over: bool,
    /// The amount of the statement under the pointer or with the focus.
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
}

#[derive(Clone, Debug)]
pub enum Action {
    /// A file of this name is being read; so many others were brought with it.
    Reading(AttrValue, usize),
    /// The next step of reading it was taken.
    Step(usize),
    /// It is to be read no further.
    Cancel,
    /// A filing was read; the fragment is the address the page was opened with.
    Opened(Rc<Filing>, Option<String>),
    Refused(AttrValue),
    Close,
    /// Goes to a view, as a step that Back undoes.
    Go(View),
    /// A mark of a chart was picked: this is its amount.
    Pick(AttrValue),
    /// Moves the selection, in place.
    Move(View),
    /// The address changed under us.
    Address(String),
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
    Turned(Turned),
    Scrolled(usize),
    /// The statement stands; now the source.
    Filled,
    Stretch(Stretch),
    /// The file that is open, now compared with another.
    Compared(Rc<Filing>),
    /// In which unit money is shown.
    Scale(Scale),
    /// Shows the columns of changes, or hides them.
    Changes,
    /// Grades strictly, or no longer.
    Strict,
    /// The file that is open, graded anew; or why it could not be.
    Graded(Result<Rc<Filing>, AttrValue>),
    /// Marks a check as reviewed, or takes that back; the one shown when none is named.
    Review(Option<String>),
    /// What is noted on the check shown.
    Note(String),
    Undo,
    Filter(Filter),
    /// What was kept of this filing.
    Recall(String),
    Keep(bool),
    Sought(String),
    /// Moves the selection; a block of amounts reaches to it from where it was.
    Reach(View),
    /// Says something that changes nothing else.
    Say(AttrValue),
    Link(AttrValue),
    /// A link brings a filing: its view is the one to show.
    Linked,
    Grip(bool),
    /// The side is so wide, on a window so wide.
    Width(usize, usize),
}

impl State {
    pub fn filing(&self) -> Option<&Rc<Filing>> {
        match &self.stage {
            Stage::Open(filing) => Some(filing),
            Stage::Start | Stage::Reading(_) => None,
        }
    }

    /// The filing that is open, or will be again.
    pub fn held(&self) -> Option<&Rc<Filing>> {
        match &self.stage {
            Stage::Open(filing) => Some(filing),
            Stage::Reading(reading) => reading.before.as_ref(),
            Stage::Start => None,
        }
    }

    pub fn is_reading(&self) -> bool {
        matches!(self.stage, Stage::Reading(_))
    }

    #[allow(clippy::too_many_lines, reason = "one arm an action: the list of what a person can do")]
    pub fn act(&mut self, action: Action) {
        if !matches!(action, Action::Point(_) | Action::Scrolled(_) | Action::Turned(_) | Action::Filled) {
            self.shown = false;
        }
        match action {
            Action::Reading(name, others) => {
                self.said = AttrValue::from(["Reading ", &name].concat());
                self.notice = words::left_out(others).into();
                let before = match std::mem::take(&mut self.stage) {
                    Stage::Start => None,
                    Stage::Reading(reading) => reading.before,
                    Stage::Open(filing) => Some(filing),
                };
                self.stage = Stage::Reading(Reading { name, step: 0, before });
                self.dialog = None;
                self.stepped = false;
            }
            Action::Step(step) => {
                if let Stage::Reading(reading) = &mut self.stage {
                    reading.step = step;
                    self.said = AttrValue::from(words::STEPS.get(step).copied().unwrap_or_default());
                }
            }
            Action::Cancel => self.cancel(),
            Action::Opened(filing, fragment) => self.open(filing, fragment.as_deref()),
            Action::Refused(why) => {
                self.notice = why.clone();
                self.give_up(why);
            }
            Action::Close => {
                let (scheme, keeping) = (self.scheme, self.keeping);
                *self = Self { scheme, keeping, used: true, ..Self::default() };
            }
            Action::Go(view) => self.go(view, true),
            Action::Pick(id) => self.go(View { place: self.view.place.clone(), amount: Some(id), check: None }, true),
            Action::Move(view) => self.go(view, false),
            Action::Address(fragment) => {
                if let Some(view) = self.filing().and_then(|filing| View::parse(&fragment, filing)) {
                    self.lens = Lens::parse(&fragment);
                    self.stepped = false;
                    if view != self.view {
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
            Action::Turned(turned) => self.turned = turned,
            Action::Scrolled(to) => self.block = to,
            Action::Filled => self.bare = false,
            Action::Stretch(to) => self.stretch = to,
            Action::Compared(filing) => {
                let (review, lens) = (std::mem::take(&mut self.review), self.lens);
                self.open(filing, None);
                (self.review, self.lens) = (review, lens);
                self.view = View::of(Place::Compared);
            }
            Action::Scale(scale) => self.look(Lens { scale, ..self.lens }),
            Action::Changes => self.look(Lens { changes: !self.lens.changes, ..self.lens }),
            Action::Strict => self.look(Lens { strict: !self.lens.strict, ..self.lens }),
            Action::Graded(graded) => self.graded(graded),
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
            Action::Recall(text) => self.review.recall(&text),
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
            Action::Linked => self.used = false,
            Action::Grip(is) => self.grip = is,
            Action::Width(side, window) => self.width = side.clamp(320, window.saturating_sub(600).max(320)),
            Action::Dialog(dialog) => {
                let always = |dialog: &Dialog| matches!(dialog, Dialog::Keys | Dialog::Paste);
                self.dialog = dialog.filter(|dialog| always(dialog) || self.filing().is_some());
                self.link = None;
            }
            Action::Escape if self.dialog.is_some() => self.dialog = None,
            Action::Escape if self.is_reading() => self.cancel(),
            Action::Escape => self.side = if self.side == Side::Open { Side::Auto } else { Side::Closed },
        }
    }

    fn cancel(&mut self) {
        let Stage::Reading(reading) = &self.stage else { return };
        let said = AttrValue::from([&reading.name, " was not read to its end."].concat());
        self.notice = AttrValue::default();
        self.give_up(said);
    }

    /// Goes back to what there was before.
    fn give_up(&mut self, said: AttrValue) {
        self.said = said;
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Reading(Reading { before: Some(filing), .. }) | Stage::Open(filing) => Stage::Open(filing),
            Stage::Reading(_) | Stage::Start => Stage::Start,
        };
    }

    fn open(&mut self, filing: Rc<Filing>, fragment: Option<&str>) {
        let fragment = fragment.filter(|_| !self.used);
        let asked = fragment.and_then(|fragment| View::parse(fragment, &filing));
        self.lens = fragment.filter(|_| asked.is_some()).map(Lens::parse).unwrap_or_default();
        self.view = asked.unwrap_or_else(|| View::first(&filing));
        let verdict = words::verdict_of_filing(&filing.report, filing.index.of_all);
        self.said = AttrValue::from([&verdict, " ", self.notice.as_str()].concat());
        self.side = Side::Auto;
        self.pointed = None;
        self.anchor = None;
        self.dialog = None;
        self.review = Review::default();
        self.turned = Turned::of(&filing.charts);
        self.show = Show::Table;
        self.stretch = (0, 0);
        self.block = 0;
        self.bare = true;
        self.stepped = false;
        self.used = true;
        self.stage = Stage::Open(filing);
    }

    fn go(&mut self, view: View, stepped: bool) {
        let Some(filing) = self.filing().cloned() else { return };
        let said = view.check(&filing).map(|check| {
            let what = words::first_of(&[&check.detail, &check.title]);
            AttrValue::from([words::word(check.outcome), ": ", what].concat())
        });
        self.said = said.unwrap_or_default();
        // Under 768 px the side covers the statement: what was chosen there is to be seen.
        if view.place != self.view.place {
            self.turned = Turned::of(&filing.charts);
            self.pointed = None;
            self.stretch = (0, 0);
            if self.side == Side::Open {
                self.side = Side::Auto;
            }
        }
        self.stepped = stepped && view != self.view;
        self.anchor = None;
        self.dialog = None;
        self.view = view;
    }

    /// The check that is shown.
    fn checked(&self) -> Option<String> {
        self.filing().and_then(|filing| self.view.check(filing)).map(|check| check.id.clone())
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
