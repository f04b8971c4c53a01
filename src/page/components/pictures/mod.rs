//! What comes out, shown before anything went in: three small pictures of the sample, drawn by what draws a filing.
//!
//! They wait for no core: the part of the sample's reading that they need comes with the page, and a test holds it against what
//! the core reads (`tests.rs` says how to make it anew). Their frames are there with the page, what is in them once it was seen.

#[cfg(test)]
mod tests;

use crate::page::charts;
use crate::page::filing::Filing;
use crate::page::lens::Lens;
use crate::page::lit::Lit;
use crate::page::pen::Pen;
use crate::page::shown::Shown;
use crate::page::state::State;
use crate::page::words;
use crate::page::working::Working;
use crate::reading::{Reading, is_finding};
use crate::report::Check;

use super::arithmetic::{likely, place, sum, would_tie};
use super::table::table;
use super::verdict::verdict;

/// Pieces of a reading, each after its length.
const SAMPLE: &[u8] = include_bytes!("../../../../www/samples/pictures.bin");

thread_local!(static FILING: Option<Filing> = taken(SAMPLE));

fn taken(mut from: &[u8]) -> Option<Filing> {
    let mut reading = Reading::default();
    while let Some((length, rest)) = from.split_first_chunk() {
        let (piece, rest) = rest.split_at_checked(usize::from(u16::from_le_bytes(*length)))?;
        reading.add(piece)?;
        from = rest;
    }
    Some(Filing(reading))
}

/// Draws the pictures, or their frames alone.
pub fn pictures(pen: &mut Pen, bare: bool) {
    FILING.with(|filing| {
        if let Some(filing) = filing {
            draw(pen, filing, bare);
        }
    });
}

fn draw(pen: &mut Pen, filing: &Filing, bare: bool) {
    let check = filing.report.checks.iter().find(|check| is_finding(check));
    let (Some(check), Some(statement), Some(chart)) =
        (check, filing.report.statements.first(), filing.charts.drawn.first())
    else {
        return;
    };
    pen.open("section", "pictures");
    pen.set("aria-labelledby", "pictures-title");
    pen.open("h2", "");
    pen.set("id", "pictures-title");
    pen.text("What comes out");
    pen.said("small", "", " Three pieces of the sample, the release of an invented company");
    pen.close();

    let lit = Lit::of(filing, Some(check), None);
    open(
        pen,
        "Part of a balance sheet: four lines and their total, Total current liabilities. The total of 2005 is marked: does not \
         tie. Its four lines are lit, each with a plus sign. The total of 2004 is marked: ties.",
    );
    if !bare {
        pen.said("p", "check-title", &words::heading(statement));
        table(pen, filing, &Shown::of(statement, Lens::default()), &lit, &State::default());
    }
    close(pen, "Each total is checked, and its lines are lit.");
    open(pen, &["A finding: ", &filing.name_of(check), " does not tie. ", &check.detail].concat());
    if !bare {
        finding(pen, filing, check, &lit);
    }
    close(pen, "The arithmetic of each finding, and the likely slip.");
    if let Some(plot) = chart.views.first().and_then(|view| view.plot.as_ref().ok()) {
        open(pen, &["A chart: ", &plot.title, ". A bar for each adjustment between them."].concat());
        if !bare {
            pen.said("p", "check-title", &plot.title);
            charts::small(pen, chart, plot);
        }
        close(pen, "Charts, drawn only from sums that were checked.");
    }
    pen.close();
}

/// What does not tie, its arithmetic, and what would put it right.
fn finding(pen: &mut Pen, filing: &Filing, check: &Check, lit: &Lit) {
    pen.open("p", "verdict-line");
    verdict(pen, check.outcome);
    pen.close();
    pen.said("p", "check-title", &filing.name_of(check));
    pen.said("p", "check-place", &place(filing, check));
    sum(pen, filing, check, lit, &Working::of(filing, check));
    for suspect in likely(check).take(1) {
        would_tie(pen, filing, check, suspect);
    }
}

/// Opens a picture: what is in it is seen, and for the ear there is one sentence.
fn open(pen: &mut Pen, words: &str) {
    pen.open("figure", "picture");
    pen.open("div", "picture-frame");
    pen.set("role", "img");
    pen.set("aria-label", words);
    pen.open("div", "picture-sheet");
    // Nothing in a picture is to be reached.
    pen.set("inert", "inert");
}

fn close(pen: &mut Pen, caption: &str) {
    pen.close();
    pen.close();
    pen.said("figcaption", "", caption);
    pen.close();
}
