//! What is kept on this device: the colours someone chose, and reviews, if the reader asks for that.

use super::browser;
use super::filing::Filing;
use super::review::Review;
use super::state::{Scheme, State};

const COLOURS: &str = "colours";
const KEEPING: &str = "keeping";

/// The state to begin with: what was asked to be kept.
pub fn begin() -> State {
    let scheme = match browser::kept(COLOURS).as_deref() {
        Some("light") => Scheme::Light,
        Some("dark") => Scheme::Dark,
        _ => Scheme::Auto,
    };
    State { scheme, keeping: browser::kept(KEEPING).is_some(), ..State::default() }
}

/// Keeps what changed, where that was asked for.
pub fn follow(before: &State, now: &State) {
    if now.scheme != before.scheme {
        let word = scheme(now.scheme);
        browser::set_scheme(word);
        browser::keep(COLOURS, word.map(str::to_owned));
    }
    if before.keeping && !now.keeping {
        browser::forget();
        browser::keep(COLOURS, scheme(now.scheme).map(str::to_owned));
    }
    let Some(filing) = now.filing().filter(|_| now.keeping) else { return };
    if !before.keeping || now.review != before.review {
        browser::keep(KEEPING, Some("yes".to_owned()));
        let same = before.filing().is_some_and(|before| std::rc::Rc::ptr_eq(before, filing));
        if same {
            browser::keep(&keep_as(filing), now.review.text());
        }
    }
}

fn scheme(scheme: Scheme) -> Option<&'static str> {
    match scheme {
        Scheme::Auto => None,
        Scheme::Light => Some("light"),
        Scheme::Dark => Some("dark"),
    }
}

/// What was kept of a filing's review. Where nothing is kept it is not looked for: to name a long filing takes a while. Else what came with the filing, where the page was sent with one in it.
pub fn recall(filing: &Filing) -> Option<String> {
    let (came, keeping) = (browser::marks_inside(), browser::kept(KEEPING).is_some());
    if came.is_empty() && !keeping {
        return None;
    }
    let name = keep_as(filing);
    let kept = if keeping { browser::kept(&name) } else { None };
    kept.or_else(|| came.strip_prefix(&name)?.strip_prefix(' ').map(str::to_owned))
}

/// What is put with a filing into a page that is sent: its review, by the name of the filing; nothing where nothing was made of it.
pub fn sent(filing: &Filing, review: &Review) -> String {
    review.text().map(|text| [&keep_as(filing), " ", &text].concat()).unwrap_or_default()
}

/// The name a filing's review is kept under. A draft in which one figure changed is another filing.
fn keep_as(filing: &Filing) -> String {
    let report = &filing.report;
    let cells = report.statements.iter().flat_map(|statement| &statement.lines).flat_map(|line| &line.cells);
    let texts = cells.map(|cell| &cell.text).chain(report.claims.iter().map(|claim| &claim.text));
    let bytes = texts.flat_map(|text| text.bytes().chain([0]));
    let sum = bytes.fold(report.bytes as u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    ["review.", &sum.to_string()].concat()
}
