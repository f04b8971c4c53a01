//! What a comparison with another filing found: restated lines, lines that moved and lines that were renamed, side by side.

use rust_decimal::Decimal;

use crate::exact;
use crate::page::filing::{Amount, Filing};
use crate::page::pen::Pen;
use crate::page::view::View;
use crate::page::words;
use crate::page::working::RECLASSIFIED;
use crate::reading::{COMPARED, Elsewhere};
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
    pen.said("p", "about", &about(filing));
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
    let mut there = words::beside(filing);
    if there != filing.beside.file {
        there = words::capital(there);
    }
    let there = there.as_str();
    let sums = ["Line", "This filing", there, "Change"];
    if of("restated").any(|check| changed(&check)) {
        open(pen, "Restated: the same line and period, another amount", &sums);
        for check in of("restated").filter(changed) {
            first(pen, filing, check);
        }
        close(pen);
    }
    if of(RECLASSIFIED).next().is_some() {
        open(pen, "Reclassified: moved to other lines, the subtotal the same", &sums);
        for check in of(RECLASSIFIED) {
            first(pen, filing, check);
            parts(pen, filing, check);
        }
        close(pen);
    }
    if of("caption_drift").next().is_some() {
        open(pen, "Renamed: the same amounts under another caption", &["This filing", there, "Amount"]);
        for check in of("caption_drift") {
            renamed(pen, filing, check);
        }
        close(pen);
    }
    pen.close();
}

/// "Compared with june.txt. Linden Row Foundries, period ended Jun 30, 2003."
fn about(filing: &Filing) -> String {
    let mut said = said_of(filing).unwrap_or("Choose a second filing with Compare, above.").to_owned();
    let other = &filing.beside;
    if let Some(end) = &other.period_end {
        let name = other.name.as_deref().map_or(String::new(), |name| [name, ", period"].concat());
        said.push_str(
            &[" ", if name.is_empty() { "Period" } else { &name }, " ended ", &words::date(end), "."].concat(),
        );
    }
    said
}

/// Opens a table under its title.
fn open(pen: &mut Pen, title: &str, headings: &[&str]) {
    pen.said("h3", "", title);
    pen.open("div", "scroll");
    pen.set("tabindex", "0");
    pen.set("role", "region");
    pen.set("aria-label", title);
    pen.open("table", if headings.len() == 3 { "restated renamed" } else { "restated" });
    pen.open("thead", "");
    pen.open("tr", "");
    for heading in headings {
        pen.open("th", "");
        pen.set("scope", "col");
        pen.text(heading);
        pen.close();
    }
    pen.close();
    pen.close();
    pen.open("tbody", "");
}

fn close(pen: &mut Pen) {
    for _part in ["tbody", "table", "scroll"] {
        pen.close();
    }
}

fn link(pen: &mut Pen, filing: &Filing, check: &Check, text: &str) {
    pen.link(&View::of_check(filing, check).fragment(), "");
    pen.text(text);
    pen.close();
}

/// A line that changed: its amount here, there, and the change.
fn first(pen: &mut Pen, filing: &Filing, check: &Check) {
    let Some(amount) = filing.subject(check) else { return };
    pen.open("tr", if check.rule == RECLASSIFIED { "moved" } else { "" });
    pen.open("th", "");
    pen.set("scope", "row");
    if check.rule != RECLASSIFIED {
        mark(pen, check.outcome);
    }
    link(pen, filing, check, &amount.name());
    pen.said("small", "", &amount.place());
    pen.close();
    let there = check.terms.first().and_then(|term| filing.beside.amount(&term.cell));
    amounts(pen, scale(amount), Some(amount), there);
}

/// The lines that the change of another stands on.
fn parts(pen: &mut Pen, filing: &Filing, check: &Check) {
    let Some(scale) = filing.subject(check).map(scale) else { return };
    let mut terms = check.terms.iter().skip(1).peekable();
    while let Some(term) = terms.next() {
        let here = filing.amount(&term.cell);
        let mut there = filing.beside.amount(&term.cell);
        let name = match (here, there) {
            (Some(here), _) => here.name(),
            (None, Some(there)) => there.caption.clone(),
            (None, None) => continue,
        };
        if here.is_some() {
            // Of a line that both print the amount there follows that here.
            let next = terms.peek().and_then(|next| filing.beside.amount(&next.cell));
            there = next.filter(|next| matches!(here, Some(Amount::Cell { line, .. }) if line.caption == next.caption));
            if there.is_some() {
                terms.next();
            }
        }
        pen.open("tr", "part");
        pen.open("th", "");
        pen.set("scope", "row");
        pen.text(&name);
        pen.close();
        amounts(pen, scale, here, there);
    }
}

/// The amounts of a row, and its end.
fn amounts(pen: &mut Pen, scale: Option<Decimal>, here: Option<Amount<'_>>, there: Option<&Elsewhere>) {
    let shown = |value| scale.and_then(|scale| exact::div(value, scale)).map(words::amount);
    let value = |amount| match amount {
        Amount::Cell { cell, .. } => cell.value,
        Amount::Claim(_) => None,
    };
    let change = exact::sub(here.and_then(value).unwrap_or_default(), there.and_then(|t| t.value).unwrap_or_default());
    let there = there.map(|there| there.value.and_then(shown).unwrap_or_else(|| there.text.clone()));
    pen.said("td", "amount", here.as_ref().map_or("—", Amount::text));
    pen.said("td", "amount", there.as_deref().unwrap_or("—"));
    pen.said("td", "amount", &change.and_then(shown).unwrap_or_default());
    pen.close();
}

/// What a printed amount is worth; it tells the scale, whatever its line.
fn scale(amount: Amount<'_>) -> Option<Decimal> {
    match amount {
        Amount::Cell { cell, .. } => {
            cell.value.zip(cell.printed).and_then(|(value, printed)| exact::div(value, printed))
        }
        Amount::Claim(_) => None,
    }
}

fn renamed(pen: &mut Pen, filing: &Filing, check: &Check) {
    let there = check.terms.first().and_then(|term| filing.beside.amount(&term.cell));
    let (Some(amount), Some(there)) = (filing.subject(check), there) else { return };
    pen.open("tr", "");
    pen.open("th", "");
    pen.set("scope", "row");
    link(pen, filing, check, &amount.name());
    pen.said("small", "", &amount.place());
    pen.close();
    pen.said("td", "", &there.caption);
    pen.said("td", "amount", amount.text().trim());
    pen.close();
}
