//! The charts of a report on the page: figures for what its checks support, and a sentence for what they do not.

mod compare;
mod data;
mod entry;
mod figure;
mod marks;
mod picker;
mod scale;
mod stacked;
mod waterfall;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::words::joined;
use crate::chart::{Absent, Chart, charts};
use crate::page::words::title;
use crate::report::Report;
use figure::ChartFigure;

#[derive(Clone, Properties)]
pub struct ChartsPanelProps {
    pub report: Rc<Report>,
    /// Id of a statement: only its charts. None: the charts of all.
    #[prop_or_default]
    pub statement: Option<AttrValue>,
    /// Id of the cell whose marks are lit.
    #[prop_or_default]
    pub selected: Option<AttrValue>,
    /// Told the id of the cell behind a mark that was clicked or entered.
    pub on_pick: Callback<AttrValue>,
}

/// Reports are compared by address: one read file is one report.
impl PartialEq for ChartsPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
            && self.statement == other.statement
            && self.selected == other.selected
            && self.on_pick == other.on_pick
    }
}

/// A report as something a memo can depend on, compared by address.
#[derive(Clone)]
struct Same(Rc<Report>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
pub fn ChartsPanel(props: &ChartsPanelProps) -> Html {
    let all = use_memo(Same(props.report.clone()), |report| {
        let found = charts(&report.0);
        (found.drawn.into_iter().map(Rc::new).collect::<Vec<Rc<Chart>>>(), found.absent)
    });
    let wanted = props.statement.as_deref();
    let drawn: Vec<&Rc<Chart>> = all.0.iter().filter(|chart| wanted.is_none_or(|id| id == chart.statement)).collect();
    let absent: Vec<&Absent> =
        all.1.iter().filter(|absent| wanted.is_none() || absent.statement.as_deref() == wanted).collect();
    html! {
        <div class="charts">
            if drawn.is_empty() && absent.is_empty() {
                <p class="chart-reason">{ "No chart is made of this statement." }</p>
            }
            { for drawn.into_iter().enumerate().map(|(place, chart)| {
                let name = joined(&["chart-", &chart.statement, "-", &place.to_string()]);
                html! {
                    <ChartFigure key={name.as_str()} name={name.clone()} chart={chart.clone()} names_statement={wanted.is_none()}
                        selected={props.selected.clone()} on_pick={&props.on_pick} />
                }
            }) }
            if !absent.is_empty() { { not_drawn(&absent) } }
        </div>
    }
}

/// What is missing, and why.
fn not_drawn(absent: &[&Absent]) -> Html {
    let item = |absent: &&Absent| {
        html! {
            <li>
                <b>{ absent.kind.name() }</b>
                if !absent.source.is_empty() { { ", " }<span class="chart-source">{ title(&absent.source) }</span> }
                { ": " }{ &absent.reason }
            </li>
        }
    };
    html! {
        <section class="chart-absent">
            <h3>{ "Not drawn" }</h3>
            <ul>{ for absent.iter().map(item) }</ul>
        </section>
    }
}
