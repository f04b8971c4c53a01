//! A statement as a table: one can walk it with the arrow keys, and every amount opens its check and its source.

use crate::page::copied::Block;
use crate::page::filing::Filing;
use crate::page::lit::{Lit, Part};
use crate::page::pen::Pen;
use crate::page::state::State;
use crate::page::words;
use crate::report::{Cell, Line, Role, Rule, Statement};

use super::figure::figure;
use super::headings::headings;
use super::offer::block;
use super::verdict::mark;

/// The DOM id of an amount's cell.
pub fn cell_id(id: &str) -> String {
    ["amount-", id].concat()
}

pub fn table(pen: &mut Pen, filing: &Filing, statement: &Statement, lit: &Lit, state: &State) {
    // The terms of the amount under the pointer or with the focus light up without moving the selection.
    let preview = state.pointed.as_deref().and_then(|id| {
        let check = filing.checks_of(id).find(|check| check.reported.as_deref() == Some(id))?;
        Some(Lit::of(Some(check), state.view.focus(filing).as_deref()))
    });
    let lit = preview.as_ref().unwrap_or(lit);
    let focus = state.view.focus(filing);
    let mut stop = None;
    let mut percent = false;
    for cell in statement.lines.iter().flat_map(|line| &line.cells) {
        if stop.is_none() || focus.as_deref() == Some(&cell.id) {
            stop = Some(cell.id.as_str());
        }
        percent |= cell.text.ends_with('%');
    }
    pen.open("table", if percent { "statement has-percent" } else { "statement" });
    pen.key(&statement.id);
    pen.set("role", "grid");
    pen.set("aria-label", &words::title(&statement.title));
    headings(pen, &statement.columns);
    pen.open("tbody", "");
    let block = state.anchor.as_ref().and_then(|_| block(state, filing, statement));
    for at in 0..statement.lines.len() {
        row(pen, filing, statement, at, lit, stop, block.as_ref());
    }
    pen.close();
    pen.close();
}

/// The rules to draw above and below a line. Print has one between two lines; a double one belongs to the upper.
fn rules(lines: &[Line], at: usize) -> (Rule, Rule) {
    let between = |upper: Option<&Line>, lower: Option<&Line>| {
        let above = lower.map_or(Rule::None, |line| line.rule_above);
        // A double rule ends what is above it, however far below it the next line is.
        let above = if above == Rule::Double { Rule::None } else { above };
        upper.map_or(Rule::None, |line| line.rule_below).max(above)
    };
    let before = at.checked_sub(1).and_then(|before| lines.get(before));
    let above = between(before, lines.get(at));
    let below = between(lines.get(at), lines.get(at + 1));
    let takes_single = lines.get(at + 1).is_none_or(|next| next.cells.is_empty());
    (
        if above == Rule::Single { above } else { Rule::None },
        if below == Rule::Double || takes_single { below } else { Rule::None },
    )
}

/// Whether a line is the title of a section, as "ASSETS" is.
fn is_section(line: &Line) -> bool {
    line.cells.is_empty() && (line.centred || !line.caption.bytes().any(|byte| byte.is_ascii_lowercase()))
}

fn row(
    pen: &mut Pen,
    filing: &Filing,
    statement: &Statement,
    at: usize,
    lit: &Lit,
    stop: Option<&str>,
    block: Option<&Block>,
) {
    let Some(line) = statement.lines.get(at) else { return };
    let section = is_section(line);
    let role = match line.role {
        _ if line.cells.is_empty() => "heading",
        Role::Heading => "heading",
        Role::Item => "item",
        Role::Subtotal => "subtotal",
        Role::Total => "total",
    };
    let (above, below) = rules(&statement.lines, at);
    let above = if above == Rule::Single { " rule-above" } else { "" };
    let below = match below {
        Rule::None => "",
        Rule::Single => " rule-below",
        Rule::Double => " rule-double",
    };
    let setting = if section {
        " centred"
    } else if line.aside {
        " aside"
    } else {
        ""
    };
    pen.open("tr", &[role, above, below, setting].concat());
    let depth = if section { 0 } else { line.depth.min(6) };
    pen.open("th", &["caption d", &depth.to_string()].concat());
    pen.set("scope", "row");
    pen.said("span", "", &line.caption);
    pen.close();
    for (number, column) in statement.columns.iter().enumerate() {
        let within = block.is_some_and(|block| block.holds(at, number));
        match line.cells.iter().find(|cell| cell.column == column.id) {
            Some(cell) => amount(pen, filing, cell, lit, stop, within),
            None => pen.said("td", "none", ""),
        }
    }
    pen.close();
}

fn amount(pen: &mut Pen, filing: &Filing, cell: &Cell, lit: &Lit, stop: Option<&str>, within: bool) {
    let part = lit.part(&cell.id);
    let chosen = part.is_some_and(|part| part.chosen);
    let sign = match part.and_then(|part| part.added) {
        Some(true) => "+",
        Some(false) => "−",
        None => "",
    };
    let lit = part.map(Part::classes).unwrap_or_default();
    let suspect = if part.is_some_and(|part| part.suspect) { " suspect" } else { "" };
    let within_class = if within { " within" } else { "" };
    pen.open("td", &["amount ", lit, if chosen { " chosen" } else { "" }, suspect, within_class].concat());
    pen.set("id", &cell_id(&cell.id));
    pen.set("data-ref", &cell.id);
    pen.set("tabindex", if stop == Some(cell.id.as_str()) { "0" } else { "-1" });
    pen.set("aria-selected", if chosen || within { "true" } else { "false" });
    pen.open("span", "set");
    pen.sign("weight", sign);
    pen.open("span", "printed");
    figure(pen, cell.symbol.as_deref(), &cell.text, cell.nil);
    pen.close();
    match filing.index.verdict(&cell.id) {
        Some(outcome) => mark(pen, outcome),
        None => pen.said("span", "mark", ""),
    }
    pen.close();
    pen.close();
}

/// The amount a key leads to. Up and down skip lines that have no amount in the column.
pub fn neighbour<'s>(statement: &'s Statement, id: &str, key: &str) -> Option<&'s Cell> {
    let line = statement.lines.iter().position(|line| line.cells.iter().any(|cell| cell.id == id))?;
    let cells = &statement.lines.get(line)?.cells;
    let at = cells.iter().position(|cell| cell.id == id)?;
    let column = &cells.get(at)?.column;
    let in_column = |line: &'s Line| line.cells.iter().find(|cell| cell.column == *column);
    match key {
        "ArrowLeft" => cells.get(at.checked_sub(1)?),
        "ArrowRight" => cells.get(at + 1),
        "ArrowUp" => statement.lines.get(..line)?.iter().rev().find_map(in_column),
        "ArrowDown" => statement.lines.get(line + 1..)?.iter().find_map(in_column),
        "Home" => cells.first(),
        "End" => cells.last(),
        _ => None,
    }
}
