//! The keys of the page, in the one list that the handler obeys and the help shows; and the names of what buttons do.

use super::lens::Scale;
use super::review::Filter;
use super::state::{Action, Dialog, Scheme, Show, Side};
use super::view::{Place, View};
use crate::report::Outcome;

/// The keys and what they do, in the words of the help.
pub const KEYS: [(&str, &str); 15] = [
    ("n", "next finding"),
    ("p", "finding before"),
    ("j", "next line"),
    ("k", "line before"),
    ("s", "source: show or hide where it is folded away"),
    ("c", "charts"),
    ("f", "list of findings"),
    ("r", "mark as reviewed, or not"),
    ("u", "undo a mark or a note"),
    ("/", "search captions and amounts"),
    ("← ↑ → ↓", "from amount to amount in a statement; Enter opens its source"),
    ("Shift and ← ↑ → ↓", "choose a block of amounts"),
    ("Ctrl and C", "copy it, as numbers"),
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
        "r" => Action::Review(None),
        "u" => Action::Undo,
        "/" => Action::Dialog(Some(Dialog::Search)),
        "?" => Action::Dialog(Some(Dialog::Keys)),
        "Escape" => Action::Escape,
        _ => return None,
    })
}

/// What a button or a link does, by the name in its `data-act`.
pub fn act(name: &str) -> Option<Action> {
    Some(match name {
        "keys" => Action::Dialog(Some(Dialog::Keys)),
        "paste" => Action::Dialog(Some(Dialog::Paste)),
        "search" => Action::Dialog(Some(Dialog::Search)),
        "export" => Action::Dialog(Some(Dialog::Export)),
        "share" => Action::Dialog(Some(Dialog::Share)),
        "review" => Action::Review(None),
        "undo" => Action::Undo,
        "all" => Action::Filter(Filter::All),
        "open" => Action::Filter(Filter::Open),
        "reviewed" => Action::Filter(Filter::Reviewed),
        "noted" => Action::Filter(Filter::Noted),
        "text-all" => Action::Claims(None),
        "text-tie" => Action::Claims(Some(Outcome::Exact)),
        "text-rounding" => Action::Claims(Some(Outcome::Rounding)),
        "text-broken" => Action::Claims(Some(Outcome::Broken)),
        "text-unchecked" => Action::Claims(Some(Outcome::Unchecked)),
        "keep" => Action::Keep(true),
        "forget" => Action::Keep(false),
        "back" => Action::Dialog(None),
        "compare" => Action::Dialog(Some(Dialog::Compare)),
        "files" => Action::Dialog(Some(Dialog::Files)),
        "close" => Action::Close(None),
        "close-all" => Action::CloseAll,
        "leave" => Action::Leave,
        "cancel" => Action::Cancel(None),
        "source" => Action::Side(Side::Open),
        "fold" => Action::Side(Side::Closed),
        "unfold" => Action::Side(Side::Auto),
        "table" => Action::Show(Show::Table),
        "chart" => Action::Show(Show::Chart),
        "both" => Action::Show(Show::Both),
        "printed" => Action::Scale(Scale::Printed),
        "units" => Action::Scale(Scale::Units),
        "thousands" => Action::Scale(Scale::Thousands),
        "millions" => Action::Scale(Scale::Millions),
        "changes" => Action::Changes,
        "strict" => Action::Strict,
        "auto" => Action::Scheme(Scheme::Auto),
        "light" => Action::Scheme(Scheme::Light),
        "dark" => Action::Scheme(Scheme::Dark),
        _ => return None,
    })
}
