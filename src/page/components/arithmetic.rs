//! The arithmetic of a check as one writes it on paper, and what would put it right.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::filing::{Amount, Filing};
use crate::page::lit::Lit;
use crate::page::state::Action;
use crate::page::view::View;
use crate::page::words;
use crate::page::working::{Row, Working};
use crate::report::{Check, Outcome, Suspect};

use super::verdict::{mark, verdict};

pub fn arithmetic(filing: &Rc<Filing>, check: &Check, lit: &Rc<Lit>, act: &Callback<Action>) -> Html {
    let working = Working::of(filing, check);
    let name = filing.subject(check).map_or_else(|| check.title.clone(), |amount| amount.name());
    let go = |id: &AttrValue| {
        let (filing, act, id) = (filing.clone(), act.clone(), id.clone());
        let check = AttrValue::from(check.id.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(view) = View::of_amount(&filing, &id) {
                act.emit(Action::Go(View { check: Some(check.clone()), ..view }));
            }
        })
    };
    let line = |row: &Row, class: &'static str, caption: Html| {
        let context = row.context.as_ref().filter(|_| class == "term");
        let chosen = lit.part(&row.id).is_some_and(|part| part.chosen);
        html! {
            <tr class={classes!(class, chosen.then_some("chosen"))}>
                <td class="weight">{ row.sign }</td>
                <th scope="row">{ caption }if let Some(context) = context { <small>{ context }</small> }</th>
                <td class="amount">
                    <button type="button" class="plain" onclick={go(&row.id)}>{ &row.amount }</button>
                </td>
            </tr>
        }
    };
    let result = |class: &'static str, word: &'static str, amount: &str| {
        html! { <tr class={class}><td></td><th scope="row">{ word }</th><td class="amount">{ amount }</td></tr> }
    };
    html! {
        <>
            <p class="verdict-line">{ verdict(check.outcome) }<span class="soft">{ working.unit.as_deref().unwrap_or_default() }</span></p>
            <h2 class="check-title">{ name }</h2>
            <p class="check-place">{ place(filing, check) }</p>
            if !working.rows.is_empty() {
                <table class="working-sum">
                    <caption class="unseen">{ "The arithmetic" }</caption>
                    <tbody>
                        { for working.rows.iter().map(|row| line(row, "term", html! { { &row.caption } })) }
                        if let Some(computed) = &working.computed { { result("computed", "computed", computed) } }
                        if let Some(reported) = &working.reported {
                            { line(reported, "reported", html! { { "as printed" } }) }
                        }
                        if let Some(difference) = working.difference.as_ref().filter(|_| check.outcome != Outcome::Exact) {
                            { result("difference", "difference", difference) }
                        }
                    </tbody>
                </table>
            }
            { sentences(check, &working) }
            { for likely(check).map(|suspect| would_tie(filing, suspect, go(&suspect.cell.clone().into()))) }
            { others(filing, check, act) }
        </>
    }
}

fn sentences(check: &Check, working: &Working) -> Html {
    let explains = working.tolerance.as_ref().filter(|_| check.outcome == Outcome::Rounding).map(|tolerance| {
        ["Rounding of the printed figures can explain a difference of up to ", tolerance, "."].concat()
    });
    html! {
        <div class="sentences">
            <p class="detail">{ &check.detail }</p>
            if let Some(reason) = &check.reason { <p>{ reason }</p> }
            if let Some(explains) = explains { <p>{ explains }</p> }
        </div>
    }
}

/// The amounts most likely to be wrong: the first, and those as likely as it.
fn likely(check: &Check) -> impl Iterator<Item = &Suspect> {
    let best = check.suspects.first().map_or(0.0, |suspect| suspect.score);
    let broken = check.outcome == Outcome::Broken;
    check.suspects.iter().take_while(move |suspect| broken && suspect.score >= best).take(3)
}

/// The rule, and where its amount stands.
fn place(filing: &Filing, check: &Check) -> String {
    let mut said = words::rule(&check.rule);
    if let Some(place) = filing.subject(check).map(|amount| amount.place()).filter(|place| !place.is_empty()) {
        said.push_str(", ");
        said.push_str(&place);
    }
    said
}

/// "If Accounts payable read 61,327 (transposition), three checks would tie."
fn would_tie(filing: &Filing, suspect: &Suspect, onclick: Callback<MouseEvent>) -> Html {
    let Some(amount) = filing.amount(&suspect.cell) else { return Html::default() };
    let caption = match amount {
        Amount::Cell { .. } => amount.name(),
        Amount::Claim(_) => "the text".to_owned(),
    };
    let fixed = suspect.equations_fixed;
    let checks =
        [words::number(fixed).as_str(), if fixed == 1 { " check would tie" } else { " checks would tie" }].concat();
    let suggested = match suspect.suggested.strip_prefix('-') {
        Some(digits) => ["(", &words::group(digits), ")"].concat(),
        None => words::group(&suspect.suggested),
    };
    html! {
        <p class="suspect">
            { "If " }{ caption }{ " (" }<button type="button" class="plain" {onclick}>{ amount.text().trim() }</button>{ ") read " }
            <b>{ suggested }</b>{ ", " }{ checks }{ ": " }{ &suspect.why }{ "." }
        </p>
    }
}

/// The other checks of the same amount, each a step away.
fn others(filing: &Rc<Filing>, check: &Check, act: &Callback<Action>) -> Html {
    let Some(reported) = &check.reported else { return Html::default() };
    let others: Vec<_> = filing.checks_of(reported).filter(|other| other.id != check.id).take(12).collect();
    if others.is_empty() {
        return Html::default();
    }
    let item = |other: &&Check| {
        let view =
            View { check: Some(other.id.clone().into()), ..View::of_amount(filing, reported).unwrap_or_default() };
        let onclick = act.reform(move |_: MouseEvent| Action::Go(view.clone()));
        html! {
            <li>{ mark(other.outcome) }<button type="button" class="plain" {onclick}>{ &other.title }</button></li>
        }
    };
    html! {
        <div class="others">
            <h3>{ "The same amount in other checks" }</h3>
            <ul>{ for others.iter().map(item) }</ul>
        </div>
    }
}
