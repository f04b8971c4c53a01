//! What the reader turns to in the charts, told by the name of the element something happened on.

use crate::gather::PushAll;
use web_sys::Event;

use crate::chart::words::joined;
use crate::chart::{Charts, Mark, View};
use crate::page::browser;

/// A mark, by the number of its figure and its place there.
type At = (usize, usize);

/// What the reader turned to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    /// Of each chart the column shown, and the mark the tab key comes to.
    places: Vec<(usize, usize)>,
    /// The mark the pointer is on.
    pointed: Option<At>,
    focused: Option<At>,
}

/// What came of an event.
pub enum Heard {
    Turned(Turned),
    /// The id of the cell behind a mark that was clicked or entered.
    Picked(String),
}

impl Turned {
    /// Before the reader turned to anything: of each chart the latest column that can be drawn, of several the first.
    pub fn of(charts: &Charts) -> Self {
        let mut places = Vec::with_capacity(charts.drawn.len());
        for chart in &charts.drawn {
            let mut latest: Option<(usize, &View)> = None;
            for (at, view) in chart.views.iter().enumerate() {
                if view.plot.is_ok() && latest.is_none_or(|(_, known)| view.until > known.until) {
                    latest = Some((at, view));
                }
            }
            places.push((latest.map_or(0, |(at, _)| at), 0));
        }
        Self { places, pointed: None, focused: None }
    }

    /// The column shown of a figure, and the mark the tab key comes to.
    pub fn place(&self, figure: usize) -> (usize, usize) {
        self.places.get(figure).copied().unwrap_or_default()
    }

    /// The mark of a figure that is pointed at, or else has the focus.
    pub fn heeded(&self, figure: usize) -> Option<usize> {
        let here = |at: Option<At>| at.filter(|at| at.0 == figure).map(|at| at.1);
        here(self.pointed).or(here(self.focused))
    }

    /// The marks of a figure, in the order the arrow keys visit them.
    fn marks<'c>(&self, charts: &'c Charts, figure: usize) -> Vec<&'c Mark> {
        let mut marks = Vec::new();
        let view = charts.drawn.get(figure).and_then(|chart| chart.views.get(self.place(figure).0));
        if let Some(plot) = view.and_then(|view| view.plot.as_ref().ok()) {
            for group in &plot.groups {
                marks.push_all(&group.marks);
            }
        }
        marks
    }

    fn set(&mut self, figure: usize, place: (usize, usize)) {
        if let Some(at) = self.places.get_mut(figure) {
            *at = place;
        }
    }
}

/// A place in the charts: a figure by its number, and what of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Within the drawing, on no mark.
    Drawing(usize),
    Mark(usize, usize),
    /// The name of a column.
    Choice(usize, usize),
}

impl Target {
    /// "2", "2-5", "2=1".
    pub fn name(self) -> String {
        match self {
            Self::Drawing(figure) => figure.to_string(),
            Self::Mark(figure, place) => joined(&[&figure.to_string(), "-", &place.to_string()]),
            Self::Choice(figure, view) => joined(&[&figure.to_string(), "=", &view.to_string()]),
        }
    }

    fn of(name: &str) -> Option<Self> {
        let (figure, place) = name.split_once(['-', '=']).unwrap_or((name, ""));
        let figure = figure.parse::<usize>().ok()?;
        Some(match place.parse::<usize>() {
            Ok(place) if name.contains('-') => Self::Mark(figure, place),
            Ok(view) => Self::Choice(figure, view),
            Err(_) => Self::Drawing(figure),
        })
    }
}

/// Hears an event of this name: what it changes in the charts, if anything.
pub fn hear(charts: &Charts, before: &Turned, name: &str, event: &Event) -> Option<Heard> {
    let target = browser::closest_ref(event).and_then(|name| Target::of(&name));
    let mut turned = before.clone();
    match (name, target) {
        ("click", Some(Target::Choice(figure, view))) => {
            turned.set(figure, (view, 0));
            (turned.pointed, turned.focused) = (None, None);
        }
        ("click", Some(Target::Mark(figure, place))) => {
            return before.marks(charts, figure).get(place).map(|mark| Heard::Picked(mark.cell.clone()));
        }
        ("keydown", Some(Target::Mark(figure, place))) => {
            let last = before.marks(charts, figure).len().saturating_sub(1);
            if let Some(to) = step(&browser::key(event), place, last) {
                event.prevent_default();
                browser::focus(&id(figure, to));
            }
        }
        // Not "mouseover": the pointer also enters marks that the arrow keys scroll under it, and that is not heeded.
        ("mousemove", Some(Target::Mark(figure, place))) => turned.pointed = Some((figure, place)),
        ("mousemove", None | Some(Target::Choice(..))) => turned.pointed = None,
        ("mouseout", _) if browser::leaves(event) => turned.pointed = None,
        ("focusin", Some(Target::Mark(figure, place))) => {
            (turned.pointed, turned.focused) = (None, Some((figure, place)));
            turned.set(figure, (before.place(figure).0, place));
        }
        ("focusin" | "focusout", _) => turned.focused = None,
        _ => {}
    }
    (turned != *before).then_some(Heard::Turned(turned))
}

/// Where arrow keys, Home and End lead; the browser does the rest, for a mark is a button.
fn step(key: &str, place: usize, last: usize) -> Option<usize> {
    Some(match key {
        "ArrowDown" | "ArrowRight" => (place + 1).min(last),
        "ArrowUp" | "ArrowLeft" => place.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

/// The id of a mark's element.
pub fn id(figure: usize, place: usize) -> String {
    joined(&["chart-", &Target::Mark(figure, place).name()])
}
