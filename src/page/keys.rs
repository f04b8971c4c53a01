//! The keys of the page: the one list that the handler obeys and the help shows.

use super::state::{Action, Dialog};
use super::view::{Place, View};

/// The keys and what they do, in the words of the help.
pub const KEYS: [(&str, &str); 10] = [
    ("n", "next finding"),
    ("p", "finding before"),
    ("j", "next line"),
    ("k", "line before"),
    ("s", "source: show or hide where it is folded away"),
    ("c", "charts"),
    ("f", "list of findings"),
    ("← ↑ → ↓", "from amount to amount in a statement; Enter opens its source"),
    ("?", "this list"),
    ("Esc", "close what is open"),
];

/// What a key pressed outside a text field does.
pub fn action(key: &str) -> Option<Action> {
    Some(match key {
        "n" => Action::Finding(1),
        "p" => Action::Finding(-1),
        "j" => Action::Line(1),
        "k" => Action::Line(-1),
        "s" => Action::Source,
        "c" => Action::Go(View::of(Place::Charts)),
        "f" => Action::Go(View::of(Place::Findings)),
        "?" => Action::Dialog(Some(Dialog::Keys)),
        "Escape" => Action::Escape,
        _ => return None,
    })
}
