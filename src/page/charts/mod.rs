//! The charts of a report on the page: figures for what its checks support, and a sentence for what they do not.

mod data;
mod draw;
mod figure;
mod heed;
mod pen;
mod picker;
mod scale;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::words::joined;
use crate::chart::{Absent, Charts, Mark, charts};
use crate::page::browser;
use crate::page::words::title;
use crate::report::Report;
use figure::{Shown, figure};
use heed::{Heard, Step, Target, id, step, target};
use pen::Pen;

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

/// The one component of the charts: it holds what the reader turned to, and hears all events at its root.
pub struct ChartsPanel {
    charts: Charts,
    /// Of each chart the column shown, and the mark the tab key comes to.
    places: Vec<(usize, usize)>,
    /// The figure and mark the pointer is on.
    pointed: Option<(usize, usize)>,
    focused: Option<(usize, usize)>,
}

impl Component for ChartsPanel {
    type Message = (Heard, Option<Target>);
    type Properties = ChartsPanelProps;

    fn create(context: &Context<Self>) -> Self {
        Self::of(&context.props().report)
    }

    fn changed(&mut self, context: &Context<Self>, old: &ChartsPanelProps) -> bool {
        let props = context.props();
        if !Rc::ptr_eq(&props.report, &old.report) || props.statement != old.statement {
            *self = Self::of(&props.report);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Self::Message) -> bool {
        match message {
            (Heard::Click, Some(Target::Choice(figure, view))) => {
                self.places[figure] = (view, 0);
                (self.pointed, self.focused) = (None, None);
            }
            (Heard::Click, Some(Target::Mark(figure, place))) => {
                if let Some(mark) = self.marks(figure).nth(place) {
                    context.props().on_pick.emit(mark.cell.clone().into());
                }
                return false;
            }
            (Heard::Key(step), Some(Target::Mark(figure, place))) => {
                let last = self.marks(figure).count().saturating_sub(1);
                let next = match step {
                    Step::Next => (place + 1).min(last),
                    Step::Back => place.saturating_sub(1),
                    Step::First => 0,
                    Step::Last => last,
                };
                browser::focus(&id(figure, next));
                return false;
            }
            (Heard::Point, Some(Target::Mark(figure, place))) => {
                let now = Some((figure, place));
                return std::mem::replace(&mut self.pointed, now) != now;
            }
            (Heard::Point, None | Some(Target::Choice(..))) => return self.pointed.take().is_some(),
            (Heard::Focus, Some(Target::Mark(figure, place))) => {
                (self.pointed, self.focused) = (None, Some((figure, place)));
                self.places[figure].1 = place;
            }
            (Heard::Focus, _) => return self.focused.take().is_some(),
            (Heard::Click | Heard::Key(_) | Heard::Point, _) => return false,
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let onclick = link.callback(|event: MouseEvent| (Heard::Click, target(&event)));
        let onmousemove = link.callback(|event: MouseEvent| (Heard::Point, target(&event)));
        let onmouseleave = link.callback(|_: MouseEvent| (Heard::Point, None));
        let onfocusin = link.callback(|event: FocusEvent| (Heard::Focus, target(&event)));
        let onfocusout = link.callback(|_: FocusEvent| (Heard::Focus, None));
        let onkeydown = link.batch_callback(|event: KeyboardEvent| {
            let step = step(&event.key())?;
            let target = target(&event).filter(|target| matches!(target, Target::Mark(..)))?;
            event.prevent_default();
            Some((Heard::Key(step), Some(target)))
        });
        html! {
            <div class="charts" {onclick} {onmousemove} {onmouseleave} {onfocusin} {onfocusout} {onkeydown}>
                { for self.figures(props) }
            </div>
        }
    }
}

impl ChartsPanel {
    fn of(report: &Report) -> Self {
        let charts = charts(report);
        let mut places = Vec::with_capacity(charts.drawn.len());
        for chart in &charts.drawn {
            places.push((chart.views.iter().position(|view| view.plot.is_ok()).unwrap_or(0), 0));
        }
        Self { charts, places, pointed: None, focused: None }
    }

    /// The marks of a figure, in the order the arrow keys visit them.
    fn marks(&self, figure: usize) -> impl Iterator<Item = &Mark> {
        let view = self.charts.drawn[figure].views.get(self.places[figure].0);
        let plot = view.and_then(|view| view.plot.as_ref().ok());
        plot.into_iter().flat_map(|plot| &plot.groups).flat_map(|group| &group.marks)
    }

    fn figures(&self, props: &ChartsPanelProps) -> Vec<Html> {
        let wanted = props.statement.as_deref();
        let mut parts = Vec::new();
        for (number, chart) in self.charts.drawn.iter().enumerate() {
            if wanted.is_none_or(|id| id == chart.statement) {
                let (view, stop) = self.places[number];
                let here = |at: Option<(usize, usize)>| at.filter(|at| at.0 == number).map(|at| at.1);
                let heeded = here(self.pointed).or(here(self.focused));
                let (selected, names_statement) = (props.selected.as_deref(), wanted.is_none());
                parts.push(figure(chart, &Shown { figure: number, view, stop, heeded, selected, names_statement }));
            }
        }
        let absent = &self.charts.absent;
        let mut absent =
            absent.iter().filter(|absent| wanted.is_none() || absent.statement.as_deref() == wanted).peekable();
        let pen = &mut Pen::new();
        if absent.peek().is_some() {
            pen.open("section", "chart-absent");
            pen.say("h3", "", "Not drawn");
            pen.open("ul", "");
            for absent in absent {
                reason(pen, absent);
            }
            pen.close();
            pen.close();
        } else if parts.is_empty() {
            pen.say("p", "chart-reason", "No chart is made of this statement.");
        }
        parts.extend(pen.take());
        parts
    }
}

/// What is missing, and why.
fn reason(pen: &mut Pen, absent: &Absent) {
    pen.open("li", "");
    pen.say("b", "", absent.kind.name());
    if !absent.source.is_empty() {
        pen.text(", ");
        pen.say("span", "chart-source", &title(&absent.source));
    }
    pen.text(&joined(&[": ", &absent.reason]));
    pen.close();
}
