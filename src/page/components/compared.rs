//! What a comparison with another filing found: restated lines with both amounts, lines that moved, lines that were renamed.

use crate::exact;
use crate::page::filing::{Amount, Filing};
use crate::page::pen::Pen;
use crate::page::view::View;
use crate::page::words;
use crate::page::working::elsewhere;
use crate::reading::COMPARED;
use crate::report::{Check, Outcome};

use super::verdict::mark;

fn said_of(filing: &Filing) -> Option<&str> {
    let said = filing.report.diagnostics.iter().find(|diagnostic| diagnostic.id == COMPARED);
    said.map(|diagnostic| diagnostic.message.as_str())
}

/// Whether the filing was compared with another.
pub fn is_compared(filing: &Filing) -> bool {
    said_of(filing).is_some()
}

pub fn compared(pen: &mut Pen, filing: &Filing) {
    pen.sheet("compared-title", "Compared with another filing");
    pen.said("p", "about", said_of(filing).unwrap_or("Choose a second filing with Compare, above."));
    pen.close();
    let of = |rule: &'static str| filing.report.checks.iter().filter(move |check| check.rule == rule);
    let changed = |check: &&Check| check.outcome != Outcome::Exact;
    let same = of("restated").filter(|check| check.outcome == Outcome::Exact).count();
    if same > 0 {
        let mut said = words::group(&same.to_string());
        said.push_str(if same == 1 { " amount reads" } else { " amounts read" });
        said.push_str(" the same in both.");
        pen.said("p", "in-short", &said);
    }
    if of("restated").any(|check| changed(&check)) {
        pen.said("h3", "", "Restated: the same line and period, another amount");
        pen.open("div", "scroll");
        pen.set("tabindex", "0");
        pen.set("role", "region");
        pen.set("aria-label", "Restated amounts");
        pen.open("table", "restated");
        pen.open("thead", "");
        pen.open("tr", "");
        for heading in ["Line", "Here", "There", "Change"] {
            pen.open("th", "");
            pen.set("scope", "col");
            pen.text(heading);
            pen.close();
        }
        pen.close();
        pen.close();
        pen.open("tbody", "");
        for check in of("restated").filter(changed) {
            restated(pen, filing, check);
        }
        pen.close();
        pen.close();
        pen.close();
    }
    for (rule, title) in [
        ("reclassified", "Reclassified: moved to other lines, the subtotal the same"),
        ("caption_drift", "Renamed: the same amounts under another caption"),
    ] {
        if of(rule).next().is_some() {
            pen.said("h3", "", title);
            pen.open("ul", "notes");
            for check in of(rule) {
                pen.open("li", "");
                link(pen, filing, check, &check.detail);
                pen.close();
            }
            pen.close();
        }
    }
    pen.close();
}

fn link(pen: &mut Pen, filing: &Filing, check: &Check, text: &str) {
    pen.link(&View::of_check(filing, check).fragment(), "");
    pen.text(text);
    pen.close();
}

fn restated(pen: &mut Pen, filing: &Filing, check: &Check) {
    let Some(amount) = filing.subject(check) else { return };
    pen.open("tr", "");
    pen.open("th", "");
    pen.set("scope", "row");
    mark(pen, check.outcome);
    link(pen, filing, check, &amount.name());
    pen.said("small", "", &amount.place());
    pen.close();
    pen.said("td", "amount", amount.text());
    // A printed amount and its value tell the scale, whatever its line.
    let scale = match amount {
        Amount::Cell { cell, .. } => {
            cell.value.zip(cell.printed).and_then(|(value, printed)| exact::div(value, printed))
        }
        Amount::Claim(_) => None,
    };
    let shown = |value| scale.and_then(|scale| exact::div(value, scale)).map(words::amount).unwrap_or_default();
    pen.said("td", "amount", &elsewhere(check).map(|(there, _)| shown(there)).unwrap_or_default());
    pen.said("td", "amount", &check.difference.map(shown).unwrap_or_default());
    pen.close();
}
