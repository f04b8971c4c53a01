//! The arithmetic of a check as one writes it on paper, and what would put it right.

use crate::gather::Gather;
use crate::page::filing::{Amount, Filing};
use crate::page::lit::Lit;
use crate::page::pen::Pen;
use crate::page::review::Review;
use crate::page::view::View;
use crate::page::words;
use crate::page::working::{Row, Working};
use crate::report::{Check, Outcome, Severity, Suspect};

use super::verdict::{mark_of, of_check};

/// The field of a note.
pub const NOTE: &str = "note";

pub fn arithmetic(pen: &mut Pen, filing: &Filing, check: &Check, lit: &Lit, review: &Review) {
    let working = Working::of(filing, check);
    pen.open("p", "verdict-line");
    of_check(pen, check);
    pen.button("review", "review");
    pen.set("aria-pressed", if review.is_reviewed(&check.id) { "true" } else { "false" });
    pen.text("Reviewed");
    pen.close();
    pen.close();
    pen.said("h2", "check-title", &filing.name_of(check));
    pen.open("p", "check-place");
    pen.text(&place(filing, check));
    if let Some(unit) = &working.unit {
        pen.text("; ");
        pen.said("span", "unit", unit);
    }
    pen.close();
    sum(pen, filing, check, lit, &working);
    for suspect in likely(check) {
        would_tie(pen, filing, check, suspect);
    }
    sentences(pen, check, &working);
    pen.open("p", "note-field");
    pen.open("label", "");
    pen.set("for", NOTE);
    pen.text("Note");
    pen.close();
    pen.open("textarea", "field");
    pen.key(&check.id);
    pen.set("id", NOTE);
    pen.set("data-field", NOTE);
    pen.set("rows", "1");
    pen.value(review.note_of(&check.id));
    pen.close();
    pen.close();
    others(pen, filing, check);
}

/// The sum as one writes it on paper.
pub fn sum(pen: &mut Pen, filing: &Filing, check: &Check, lit: &Lit, working: &Working) {
    if !working.rows.is_empty() {
        pen.open("table", "working-sum");
        pen.said("caption", "unseen", "The arithmetic");
        pen.open("tbody", "");
        let sums = working.rows.iter().any(|row| !row.so_far.is_empty());
        for (at, row) in working.rows.iter().enumerate() {
            let so_far = if at == 0 && sums { "so far" } else { &row.so_far };
            line(pen, filing, check, lit, (row, so_far), "term", &row.caption);
        }
        if let Some(computed) = &working.computed {
            result(pen, "computed", "computed", computed);
        }
        if let Some(reported) = &working.reported {
            line(pen, filing, check, lit, (reported, ""), "reported", "as printed");
        }
        if let Some(difference) = working.difference.as_ref().filter(|_| check.outcome != Outcome::Exact) {
            let mild = if check.severity == Severity::Info { "difference mild" } else { "difference" };
            result(pen, mild, "difference", difference);
        }
        pen.close();
        pen.close();
    }
}

type Line<'r> = (&'r Row, &'r str);

/// A row with its amount, and what the sum comes to up to it.
fn line(pen: &mut Pen, filing: &Filing, check: &Check, lit: &Lit, (row, so_far): Line<'_>, class: &str, caption: &str) {
    let chosen = lit.part(&row.id).is_some_and(|part| part.chosen);
    pen.open("tr", &[class, if chosen { " chosen" } else { "" }].concat());
    pen.said("td", "weight", row.sign);
    pen.open("th", "");
    pen.set("scope", "row");
    pen.text(caption);
    if let Some(context) = row.context.as_ref().filter(|_| class == "term") {
        pen.said("small", "", context);
    }
    pen.close();
    pen.open("td", "amount");
    step(pen, filing, &row.id, check, &row.amount);
    pen.close();
    if so_far.is_empty() {
        pen.nothing();
    } else {
        pen.said("td", "so-far", so_far);
    }
    pen.close();
}

/// What the terms come to.
fn result(pen: &mut Pen, class: &str, name: &str, amount: &str) {
    pen.open("tr", class);
    pen.said("td", "", "");
    pen.open("th", "");
    pen.set("scope", "row");
    pen.text(name);
    pen.close();
    pen.said("td", "amount", amount);
    pen.close();
}

/// A button that goes to an amount, with this check beside it.
fn step(pen: &mut Pen, filing: &Filing, id: &str, check: &Check, words: &str) {
    let Some(view) = View::of_amount(filing, id) else {
        // It stands in another filing.
        return pen.text(words);
    };
    pen.button("plain", "");
    pen.set("data-go", &View { check: Some(check.id.clone().into()), ..view }.fragment());
    pen.text(words);
    pen.close();
}

fn sentences(pen: &mut Pen, check: &Check, working: &Working) {
    pen.open("div", "sentences");
    pen.said("p", "detail", &check.detail);
    if let Some(reason) = &check.reason {
        // How sure the structure is, in words of its own.
        pen.said(
            "p",
            "",
            &match reason.strip_suffix(" columns are exact") {
                Some(of) => ["This sum is exact in ", of, " columns."].concat(),
                None => reason.clone(),
            },
        );
    }
    if let Some(tolerance) = working.tolerance.as_ref().filter(|_| check.outcome == Outcome::Rounding) {
        let explains = ["Rounding of the printed figures can explain a difference of up to ", tolerance, "."];
        pen.said("p", "", &explains.concat());
    }
    pen.close();
}

/// The amounts most likely to be wrong: the first, and those as likely as it.
pub fn likely(check: &Check) -> impl Iterator<Item = &Suspect> {
    let best = check.suspects.first().map_or(0.0, |suspect| suspect.score);
    let broken = check.outcome == Outcome::Broken;
    check.suspects.iter().take_while(move |suspect| broken && suspect.score >= best).take(3)
}

/// The rule, and where its amount stands.
pub fn place(filing: &Filing, check: &Check) -> String {
    let mut said = words::rule(&check.rule);
    if let Some(place) = filing.subject(check).map(|amount| amount.place()).filter(|place| !place.is_empty()) {
        said.push_str(", ");
        said.push_str(&place);
    }
    let also = filing.also(check);
    if !also.is_empty() {
        said.push_str("; ");
        said.push_str(&also);
    }
    said
}

/// "If Accounts payable (61,327) read 61,237, three checks would tie: two digits swapped."
pub fn would_tie(pen: &mut Pen, filing: &Filing, check: &Check, suspect: &Suspect) {
    let Some(amount) = filing.amount(&suspect.cell) else { return };
    let caption = match amount {
        Amount::Cell { .. } => amount.name(),
        Amount::Claim(_) => "the text".to_owned(),
    };
    let fixed = suspect.equations_fixed;
    let suggested = match suspect.suggested.strip_prefix('-') {
        Some(digits) => ["(", &words::group(digits), ")"].concat(),
        None => words::group(&suspect.suggested),
    };
    pen.open("p", "suspect");
    pen.sign("mark broken", "?");
    pen.text(&["If ", &caption, " ("].concat());
    step(pen, filing, &suspect.cell, check, amount.text().trim());
    pen.text(") read ");
    pen.said("b", "", &suggested);
    let tie = match fixed {
        1 => "this would tie".to_owned(),
        _ => [&words::number(fixed), " checks would tie"].concat(),
    };
    pen.text(&[", ", &tie, ". Likely slip: ", &suspect.why, "."].concat());
    pen.close();
}

/// The other checks of the same amount, each a step away.
fn others(pen: &mut Pen, filing: &Filing, check: &Check) {
    let Some(reported) = &check.reported else { return };
    let others: Vec<_> = filing.checks_of(reported).filter(|other| other.id != check.id).take(12).gather();
    if others.is_empty() {
        return;
    }
    pen.open("div", "others");
    pen.said("h3", "", "The same amount in other checks");
    pen.open("ul", "");
    for other in others {
        pen.open("li", "");
        mark_of(pen, other);
        step(pen, filing, reported, other, &other.title);
        pen.close();
    }
    pen.close();
    pen.close();
}
