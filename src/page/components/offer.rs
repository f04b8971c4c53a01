//! What the page gives away when it is asked to: to the clipboard, as a file, on paper, in a link.

use web_sys::Event;
use yew::html::Scope;

use crate::export;
use crate::page::browser;
use crate::page::charts;
use crate::page::copied::{self, Block, Copied};
use crate::page::filing::Filing;
use crate::page::keeping;
use crate::page::lens::Scale;
use crate::page::shown::Shown;
use crate::page::state::{Action, State};
use crate::page::view::{Place, View};
use crate::report::Statement;

use super::app::App;

const CSV: &str = "text/csv;charset=utf-8";

/// What a button of this name gives; none where it is another kind of button.
pub fn offer(state: &State, link: &Scope<App>, act: &str) -> Option<Action> {
    let filing = state.filing()?;
    let (statement, number) = (shown(state, filing), state.desk.front);
    let close = Some(Action::Dialog(None));
    match act {
        "copy-table" => {
            let copied = copied::table(&Shown::of(statement?, state.lens));
            browser::copy(&copied.text, &copied.html);
            Some(said(&copied))
        }
        "copy-link" => {
            let address = link_of(state);
            browser::copy(&address, &address);
            Some(Action::Say("The link is copied.".into()))
        }
        "csv" => {
            let statement = statement?;
            // As printed it is the file that the command writes.
            let looked = state.lens.changes || state.lens.scale != Scale::Printed;
            let csv = if looked { copied::csv(&Shown::of(statement, state.lens)) } else { export::csv(statement) };
            browser::save(&name_of(filing, &[".", &statement.id, ".csv"].concat()), CSV, &csv);
            close
        }
        "csv-all" => {
            let all: Vec<String> = filing.report.statements.iter().map(export::csv).collect();
            browser::save(&name_of(filing, ".csv"), CSV, &all.join("\r\n"));
            close
        }
        "csv-findings" => {
            let end = if filing.report.strict { ".findings.strict.csv" } else { ".findings.csv" };
            browser::save(&name_of(filing, end), CSV, &super::listed::findings_csv(filing, &state.review));
            close
        }
        "json" => {
            let name = name_of(filing, ".json");
            browser::json(number, move |json| browser::save(&name, "application/json", &json));
            close
        }
        "workbook" => {
            let link = link.clone();
            let marks = state.review.text().unwrap_or_default();
            browser::workbook(number, &name_of(filing, ".xlsx"), &marks, move |why| {
                link.send_message(Action::Say(why.into()));
            });
            close
        }
        "whole" => {
            let name = name_of(filing, ".html");
            browser::whole(number, filing.original.whole(), &keeping::sent(filing, &state.review), move |page| {
                browser::save(&name, "text/html", &page);
            });
            close
        }
        "print" => {
            browser::print();
            Some(Action::Go(View::of(Place::Report)))
        }
        "pack" => {
            let link = link.clone();
            let whole = filing.original.whole();
            browser::share(number, whole, move |end| link.send_message(Action::Link(end.into())));
            None
        }
        act => chart(state, filing, link, act),
    }
}

/// Gives a chart as it is turned to, and says so: "svg-3" is a drawing, "png-3" pixels.
fn chart(state: &State, filing: &Filing, link: &Scope<App>, act: &str) -> Option<Action> {
    let (kind, figure) = act.split_once('-')?;
    let picture = charts::picture(&filing.report, &filing.charts, &state.turned, figure.parse().ok()?)?;
    let name = name_of(filing, &[&picture.name, ".", kind].concat());
    match kind {
        "svg" => {
            browser::save(&name, "image/svg+xml", &picture.svg);
            Some(Action::Say(["Saved ", &name, "."].concat().into()))
        }
        "png" => {
            let link = link.clone();
            browser::save_drawn(&name, &picture.svg, move |said| link.send_message(Action::Say(said.into())));
            None
        }
        _ => None,
    }
}

/// The address of this view; with the filing in it, where that was asked for.
pub fn link_of(state: &State) -> String {
    let end = state.link.as_deref().unwrap_or_default();
    [&browser::address(), "#", &state.view.fragment(), &state.lens.suffix(), end].concat()
}

/// Answers the browser's own copying: the block of amounts that is chosen, or the one amount.
pub fn copy_event(state: &State, event: &Event) -> Option<Action> {
    let filing = state.filing()?;
    let statement = shown(state, filing)?;
    let shown = Shown::of(statement, state.lens);
    let copied = copied::block(&shown, &block(state, filing, &shown)?);
    browser::answer_copy(event, &copied.text, &copied.html);
    Some(said(&copied))
}

/// The amounts that are chosen in a statement.
pub fn block(state: &State, filing: &Filing, shown: &Shown<'_>) -> Option<Block> {
    let focus = state.view.focus(filing)?;
    Block::between(shown, state.anchor.as_ref().unwrap_or(&focus), &focus)
}

fn shown<'f>(state: &State, filing: &'f Filing) -> Option<&'f Statement> {
    match &state.view.place {
        Place::Statement(id) => filing.statement(id),
        _ => None,
    }
}

fn said(copied: &Copied) -> Action {
    let amounts = if copied.amounts == 1 { " amount is copied." } else { " amounts are copied." };
    Action::Say([&copied.amounts.to_string(), amounts].concat().into())
}

/// The name of a file made of this filing.
fn name_of(filing: &Filing, end: &str) -> String {
    let file = &filing.report.file;
    [file.rsplit_once('.').map_or(file.as_str(), |(name, _)| name), end].concat()
}
