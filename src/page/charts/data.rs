//! "Show data": the figures of a drawing as a table, for reading, copying and voices.

use yew::prelude::*;

use crate::chart::words::{amount, joined, percent, share};
use crate::chart::{Body, Chart, Comparison, Plot, Side, Step};

pub fn table(chart: &Chart, plot: &Plot) -> Html {
    let digits = chart.decimals;
    let (heads, rows) = match &plot.body {
        Body::Steps(steps) => (texts(&["Step", "Amount", "Running level"]), of_steps(steps, digits)),
        Body::Sides(sides) => (texts(&["Part", "Amount", "Share"]), of_sides(sides, digits)),
        Body::Lines(lines) => (line_heads(lines), of_lines(lines, digits)),
    };
    html! {
        <details class="chart-data">
            <summary>{ "Show data" }</summary>
            <div class="chart-scroll" tabindex="0" role="region" aria-label={joined(&["Data: ", &plot.title])}>
                <table>
                    <caption class="unseen">{ &plot.title }{ ", " }{ &chart.units }</caption>
                    <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                    <tbody>{ for rows.iter().map(|row| line(row)) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn line(row: &[String]) -> Html {
    // Figures without a closing parenthesis leave room for one, so that last digits stand under one another.
    let cell = |text: &String| html! { <td class={(!text.ends_with(')')).then_some("hangs")}>{ text }</td> };
    html! { <tr><th scope="row">{ row.first() }</th>{ for row.iter().skip(1).map(cell) }</tr> }
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).into()).collect()
}

fn of_steps(steps: &[Step], digits: u32) -> Vec<Vec<String>> {
    steps.iter().map(|step| vec![step.caption.clone(), amount(step.amount, digits), amount(step.to, digits)]).collect()
}

fn of_sides(sides: &[Side], digits: u32) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for side in sides {
        for part in side.parts.iter().chain([&side.total]) {
            let share = share(part.amount, side.total.amount).map(percent).unwrap_or_default();
            rows.push(vec![part.caption.clone(), amount(part.amount, digits), share]);
        }
    }
    rows
}

fn line_heads(lines: &Comparison) -> Vec<String> {
    let mut heads = texts(&["Line"]);
    heads.extend(lines.columns.iter().cloned());
    heads.extend(texts(&["Change", "Change, %"]));
    heads
}

fn of_lines(lines: &Comparison, digits: u32) -> Vec<Vec<String>> {
    let row = |row: &crate::chart::Row| {
        let mut cells = vec![row.caption.clone()];
        cells.extend(row.marks.iter().map(|mark| amount(mark.amount, digits)));
        cells.push(amount(row.change, digits));
        cells.push(row.percent.map_or_else(|| "n/m".into(), percent));
        cells
    };
    lines.rows.iter().map(row).collect()
}
