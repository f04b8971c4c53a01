//! Charts rendered to HTML with no browser: what a reader, a keyboard and a screen reader find there.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::prelude::*;

use super::{Turned, Wanted, draw};
use crate::chart::charts;
use crate::chart::testing::Sheet;
use crate::page::pen::Pen;
use crate::report::{Report, StatementKind};

fn sheet() -> Sheet {
    let mut sheet = Sheet::new(StatementKind::IncomeStatement, 1000);
    sheet.columns(&[(12, "2003-12-31"), (12, "2002-12-31")]);
    sheet.line("Net revenues", &["206955", "155266"]).line("Costs & expenses", &["192222", "160000"]);
    sheet.line("Net income (loss)", &["14733", "-4734"]).sum("3 = 1 - 2");
    sheet
}

/// A page that holds nothing but what was drawn.
struct Page;

#[derive(PartialEq, Properties)]
struct PageProps {
    drawn: Html,
}

impl Component for Page {
    type Message = ();
    type Properties = PageProps;

    fn create(_: &yew::Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &yew::Context<Self>) -> Html {
        context.props().drawn.clone()
    }
}

fn rendered(report: Report, statement: Option<&'static str>, selected: Option<&'static str>) -> String {
    let props = move || {
        let charts = charts(&report);
        let mut pen = Pen::new();
        let wanted = Wanted { statement, selected, ..Wanted::default() };
        draw(&mut pen, &charts, &Turned::of(&charts), wanted);
        PageProps { drawn: pen.done() }
    };
    let renderer = yew::ServerRenderer::<Page>::with_props(props).hydratable(false);
    let mut html = pin!(renderer.render());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        match html.as_mut().poll(&mut context) {
            Poll::Ready(html) => return html,
            Poll::Pending => std::thread::yield_now(),
        }
    }
}

#[track_caller]
fn assert_holds(html: &str, part: &str) {
    assert!(html.contains(part), "no `{part}` in\n{html}");
}

#[test]
fn a_chart_says_its_point_and_names_its_marks() {
    let html = rendered(sheet().report(), None, None);
    assert_holds(&html, "<h3 class=\"chart-title\">Net revenues of 206,955 became net income of 14,733</h3>");
    assert_holds(&html, "Year ended December 31, 2003, in thousands of US dollars");
    assert_holds(&html, "<span aria-hidden=\"true\">(192,222)</span><span class=\"unseen\">minus 192,222</span>");
    assert_holds(&html, "<summary>Show data</summary>");
}

#[test]
fn each_drawing_is_one_stop_of_the_tab_key() {
    let html = rendered(sheet().report(), None, None);
    let drawings = html.matches("class=\"chart-marks\"").count();
    assert_eq!(drawings, 3);
    let buttons = html.split("<button ").skip(1).filter_map(|rest| rest.split('>').next());
    let marks: Vec<&str> = buttons.filter(|button| button.contains("class=\"chart-mark\"")).collect();
    assert_eq!(marks.len(), 3 + 4 + 6);
    assert_eq!(marks.iter().filter(|mark| mark.contains("tabindex=\"0\"")).count(), drawings);
    let ids: std::collections::BTreeSet<&str> =
        marks.iter().filter_map(|mark| mark.split(" id=\"").nth(1)?.split('"').next()).collect();
    assert_eq!(ids.len(), marks.len(), "every mark has an id of its own: {ids:?}");
}

#[test]
fn the_chosen_cell_is_lit_and_read_out() {
    let html = rendered(sheet().report(), Some("s1"), Some("s1.l2.c1"));
    assert_eq!(html.matches("aria-current=\"true\"").count(), 2, "in the waterfall and among the parts of revenue");
    assert_holds(&html, "Costs &amp; expenses: (192,222), from 206,955 to 14,733; 92.9% of net revenues.</p>");
}

#[test]
fn what_does_not_tie_is_drawn_marked_and_in_words() {
    let mut sheet = sheet();
    sheet.set(2, "190994");
    let html = rendered(sheet.report(), None, None);
    assert_holds(&html, "became net income of 14,733, but does not tie by 1,228</h3>");
    assert_holds(&html, "<li class=\"chart-row is-gap\">");
    assert_holds(&html, "<span aria-hidden=\"true\">✗ </span>Does not tie by 1,228");
}

#[test]
fn what_cannot_be_drawn_is_a_sentence() {
    let html = rendered(sheet().report(), None, None);
    assert_holds(&html, "<b>Cash from beginning to end</b>: No statement of cash flows was found in this file.");
    let other = rendered(sheet().report(), Some("s9"), None);
    assert_holds(&other, "No chart is made of this statement.");
}

#[test]
fn nothing_on_the_page_needs_an_inline_style() {
    let html = rendered(sheet().report(), None, None);
    assert!(!html.contains(" style=") && !html.contains("<style"));
}

#[test]
fn the_latest_column_is_shown_first_wherever_it_is_printed() {
    let mut sheet = sheet();
    sheet.columns(&[(12, "2002-12-31"), (12, "2003-12-31")]);
    let charts = sheet.charts();
    let (view, _) = Turned::of(&charts).place(0);
    assert_eq!(charts.drawn[0].views[view].label, "Dec 2003");
}
