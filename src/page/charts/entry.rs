//! What each mark of a plot is called, reads out and leads to, in the order the arrow keys visit them.

use yew::AttrValue;

use crate::chart::caption::inside;
use crate::chart::words::{amount, joined, percent, share, spoken, unsigned};
use crate::chart::{Body, Chart, Comparison, Kind, Plot, Side, Step, StepKind};

#[derive(Clone, PartialEq)]
pub struct Entry {
    /// Id of the cell.
    pub cell: AttrValue,
    /// The amount as the eye reads it, and as a voice says it.
    pub shown: AttrValue,
    pub spoken: AttrValue,
    /// The line under the chart.
    pub readout: AttrValue,
}

pub fn entries(chart: &Chart, plot: &Plot) -> Vec<Entry> {
    let digits = chart.decimals;
    match &plot.body {
        Body::Steps(steps) => {
            let base = steps.first().filter(|_| chart.kind == Kind::Income);
            steps.iter().map(|step| of_step(step, base, digits)).collect()
        }
        Body::Sides(sides) => sides.iter().flat_map(|side| of_side(side, digits)).collect(),
        Body::Lines(lines) => of_lines(lines, digits),
    }
}

fn of_step(step: &Step, base: Option<&Step>, digits: u32) -> Entry {
    let mut readout = joined(&[&step.caption, ": ", &amount(step.amount, digits)]);
    if !step.kind.is_level() {
        readout += &joined(&[", from ", &amount(step.from, digits), " to ", &amount(step.to, digits)]);
    }
    if let Some(base) = base.filter(|base| base.cell != step.cell && step.kind != StepKind::Gap)
        && let Some(part) = share(step.amount.abs(), base.amount)
    {
        readout += &joined(&["; ", &percent(part), " of ", &inside(&base.caption)]);
    }
    entry(step, readout, digits)
}

fn of_side(side: &Side, digits: u32) -> Vec<Entry> {
    let whole = joined(&[&side.total.caption, ": ", &amount(side.total.amount, digits)]);
    let mut all = vec![entry(&side.total, whole, digits)];
    all.extend(side.parts.iter().map(|part| {
        let mut readout = joined(&[&part.caption, ": ", &amount(part.amount, digits)]);
        if let Some(share) = share(part.amount, side.total.amount) {
            readout += &joined(&[", ", &percent(share), " of ", &inside(&side.total.caption)]);
        }
        entry(part, readout, digits)
    }));
    all
}

fn entry(step: &Step, mut readout: String, digits: u32) -> Entry {
    if !step.inner_gap.is_zero() {
        readout += &joined(&["; its own parts do not tie by ", &unsigned(step.inner_gap, digits)]);
    }
    readout.push('.');
    Entry {
        cell: step.cell.clone().into(),
        shown: amount(step.amount, digits).into(),
        spoken: spoken(step.amount, digits).into(),
        readout: readout.into(),
    }
}

fn of_lines(lines: &Comparison, digits: u32) -> Vec<Entry> {
    let mut all = Vec::new();
    for row in &lines.rows {
        for (place, mark) in row.marks.iter().enumerate() {
            let when = &lines.columns[place];
            let mut readout = joined(&[&row.caption, ", ", when, ": ", &amount(mark.amount, digits)]);
            if place == 0 {
                let size = unsigned(row.change, digits);
                let verb = if row.change.is_sign_negative() { " less than in " } else { " more than in " };
                readout += &joined(&[", ", &size, verb, &lines.columns[1]]);
                readout += &match row.percent {
                    Some(value) => joined(&[" (", &unsigned(value, 1), "%)"]),
                    None => " (a percentage would not be meaningful)".into(),
                };
            }
            if !mark.gap.is_zero() {
                readout += &joined(&["; does not tie by ", &unsigned(mark.gap, digits)]);
            }
            readout.push('.');
            all.push(Entry {
                cell: mark.cell.clone().into(),
                shown: amount(mark.amount, digits).into(),
                spoken: spoken(mark.amount, digits).into(),
                readout: readout.into(),
            });
        }
    }
    all
}
