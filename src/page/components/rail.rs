//! The outline: how the checks came out, then everything there is to look at.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::filing::Filing;
use crate::page::tally::Tally;
use crate::page::view::Place;
use crate::page::words;
use crate::report::Outcome;

use super::verdict::mark;

pub fn rail(filing: &Rc<Filing>, place: &Place) -> Html {
    let report = &filing.report;
    let entry = |to: Place, name: &str, badge: Html| {
        let href = ["#", &crate::page::view::View::of(to.clone()).fragment()].concat();
        html! {
            <li><a {href} aria-current={(*place == to).then_some("page")}><span>{ name.to_owned() }</span>{ badge }</a></li>
        }
    };
    let statements = report.statements.iter().enumerate().map(|(at, statement)| {
        entry(
            Place::Statement(statement.id.clone().into()),
            &words::short(statement),
            badge(filing.index.of_statement(at)),
        )
    });
    let prose = badge(filing.index.of_text);
    let unread = report.unparsed.len() + report.diagnostics.len();
    let some = |count: usize| html! { if count > 0 { <span class="count">{ count }</span> } };
    html! {
        <nav class="rail" aria-label="Outline">
            if !report.statements.is_empty() { { tally(filing) } }
            <ul class="outline">
                if !report.statements.is_empty() {
                    { entry(Place::Findings, "Findings", some(filing.index.findings.len())) }
                    { for statements }
                    { entry(Place::Prose, "Text", prose) }
                    { entry(Place::Charts, "Charts", Html::default()) }
                }
                { entry(Place::Notes, "What was read", some(unread)) }
            </ul>
        </nav>
    }
}

fn tally(filing: &Filing) -> Html {
    let tally = filing.index.of_all;
    let checked = tally.checked();
    let item = |(outcome, count): (Outcome, usize)| {
        html! {
            <li class={classes!(words::tone(outcome), (count == 0).then_some("nothing"))}>
                <span class="mark" aria-hidden="true">{ words::mark(outcome) }</span>
                <span class="number">{ words::group(&count.to_string()) }</span>
                <span class="word">{ words::counted(outcome, count) }</span>
            </li>
        }
    };
    html! {
        <div class="tally">
            <p class="checked"><span class="number">{ words::group(&checked.to_string()) }</span>{ if checked == 1 { " check" } else { " checks" } }</p>
            <ul>{ for tally.each().into_iter().map(item) }</ul>
        </div>
    }
}

/// The worst that came of some checks, counted unless all is well.
fn badge(tally: Tally) -> Html {
    match tally.worst() {
        Some((outcome, count)) => html! {
            <span class="badge">{ mark(outcome) }if outcome == Outcome::Broken { <span class="number">{ count }</span> }</span>
        },
        None => Html::default(),
    }
}
