//! What the reader turns to in the charts: heard once at their root, told by the name of the element it happened on.

use web_sys::Event;

use crate::chart::words::joined;
use crate::page::browser;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    Click,
    /// The pointer moved. It also "enters" marks that the arrow keys scroll under it: that is not heeded.
    Point,
    Focus,
    /// A key that moves the focus among the marks of a drawing.
    Key(Step),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Next,
    Back,
    First,
    Last,
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
        let figure = figure.parse().ok()?;
        Some(match place.parse() {
            Ok(place) if name.contains('-') => Self::Mark(figure, place),
            Ok(view) => Self::Choice(figure, view),
            Err(_) => Self::Drawing(figure),
        })
    }
}

/// Where an event happened.
pub fn target(event: &Event) -> Option<Target> {
    Target::of(&browser::closest_ref(event)?)
}

/// Arrow keys, Home and End; the browser does the rest, for a mark is a button.
pub fn step(key: &str) -> Option<Step> {
    Some(match key {
        "ArrowDown" | "ArrowRight" => Step::Next,
        "ArrowUp" | "ArrowLeft" => Step::Back,
        "Home" => Step::First,
        "End" => Step::Last,
        _ => return None,
    })
}

/// The id of a mark's element.
pub fn id(figure: usize, place: usize) -> String {
    joined(&["chart-", &Target::Mark(figure, place).name()])
}
