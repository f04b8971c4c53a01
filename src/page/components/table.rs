//! A statement as a table: one can walk it with the arrow keys, and every amount opens its check and its source.

use yew::AttrValue;

use crate::page::copied::Block;
use crate::page::filing::Filing;
use crate::page::lit::{Lit, Part};
use crate::page::pen::Pen;
use crate::page::shown::{Figure, Shape, Shown};
use crate::page::state::State;
use crate::page::words;
use crate::report::{Line, Outcome, Role, Rule, Severity, TICKS, tick};

use super::figure::figure as set;
use super::headings::headings;
use super::offer::block;
use super::verdict::mark;

/// The DOM id of an amount's cell.
pub fn cell_id(id: &str) -> String {
    ["amount-", id].concat()
}

pub fn table(pen: &mut Pen, filing: &Filing, shown: &Shown<'_>, lit: &Lit, state: &State) {
    let statement = shown.statement;
    let focus = state.view.focus(filing);
    let stop = focus.filter(|id| shown.place(id).is_some()).or_else(|| first(shown).map(AttrValue::from));
    let percent = statement.lines.iter().flat_map(|line| &line.cells).any(|cell| cell.text.ends_with('%'));
    pen.open("table", if percent { "statement has-percent" } else { "statement" });
    pen.key(&statement.id);
    pen.set("role", "grid");
    pen.set("aria-label", &words::heading(statement));
    legend(pen, filing, shown);
    headings(pen, shown);
    pen.open("tbody", "");
    let block = state.anchor.as_ref().and_then(|_| block(state, filing, shown));
    let around = Around { filing, shown, lit, stop: stop.as_deref(), block: block.as_ref() };
    for at in 0..statement.lines.len() {
        row(pen, &around, at);
    }
    pen.close();
    pen.close();
}

/// The tick marks of an amount, as places in the list of them: of the checks of it that came out as its mark says, and where the
/// text gives it.
fn ticks(filing: &Filing, id: &str) -> [bool; 5] {
    let mut found = [false; 5];
    let verdict = filing.index.verdict(id);
    for check in filing.checks_of(id).filter(|check| check.severity != Severity::Info) {
        let own = check.reported.as_deref() == Some(id) && Some(check.outcome) == verdict;
        let in_text = || matches!(check.rule.as_str(), "prose" | "headline") && check.outcome == Outcome::Exact;
        if let Some(tick) = tick(&check.rule).filter(|_| own && verdict != Some(Outcome::Unchecked) || in_text()) {
            found[tick] = true;
        }
    }
    found
}

/// What the letters beside the marks say: those that stand in this table.
fn legend(pen: &mut Pen, filing: &Filing, shown: &Shown<'_>) {
    let mut used = [false; 5];
    for cell in shown.statement.lines.iter().flat_map(|line| &line.cells) {
        for (used, found) in used.iter_mut().zip(ticks(filing, &cell.id)) {
            *used |= found;
        }
    }
    if used == [false; 5] {
        return pen.nothing();
    }
    pen.open("caption", "legend-ticks");
    pen.text("Beside a mark: ");
    let mut first = true;
    for (letter, says) in TICKS.iter().zip(used).filter_map(|(tick, used)| used.then_some(tick)) {
        pen.text(if first { "" } else { ", " });
        pen.said("b", "", letter);
        pen.text(" ");
        pen.text(says);
        first = false;
    }
    pen.text(".");
    pen.close();
}

/// What every figure of a table is drawn by.
struct Around<'t> {
    filing: &'t Filing,
    shown: &'t Shown<'t>,
    lit: &'t Lit,
    /// The one figure that the Tab key stops at.
    stop: Option<&'t str>,
    block: Option<&'t Block>,
}

/// The first figure of a statement.
fn first(shown: &Shown<'_>) -> Option<String> {
    let columns = || 0..shown.columns.len();
    shown.statement.lines.iter().find_map(|line| columns().find_map(|at| shown.id(line, at)))
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

fn row(pen: &mut Pen, around: &Around<'_>, at: usize) {
    let statement = around.shown.statement;
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
    if around.shown.keeps(line) {
        pen.said("small", "soft", "as printed");
    }
    pen.close();
    for number in 0..around.shown.columns.len() {
        match around.shown.figure(line, number) {
            Some(figure) => amount(pen, around, &figure, (line, at, number)),
            None if matches!(around.shown.columns[number], Shape::Printed(_)) => pen.said("td", "none", ""),
            None => pen.said("td", "none computed", ""),
        }
    }
    pen.close();
}

fn amount(pen: &mut Pen, around: &Around<'_>, figure: &Figure<'_>, (line, at, number): (&Line, usize, usize)) {
    let id = around.shown.id_of(figure, line, number);
    let part = around.lit.part(&id);
    let chosen = part.is_some_and(|part| part.chosen);
    let sign = part.map_or("", |part| part.sign);
    let lit = part.map(Part::classes).unwrap_or_default();
    let may_be_wrong = part.is_some_and(|part| part.suspect);
    // The total that does not tie keeps the mark that says so.
    let is_suspect = part.is_some_and(|part| part.suspect && !part.reported);
    let suspect = if may_be_wrong { " suspect" } else { "" };
    let within = around.block.is_some_and(|block| block.holds(at, number));
    let within_class = if within { " within" } else { "" };
    let computed = if figure.cell.is_none() { " computed" } else { "" };
    pen.open("td", &["amount ", lit, if chosen { " chosen" } else { "" }, suspect, within_class, computed].concat());
    pen.set("id", &cell_id(&id));
    pen.set("data-ref", &id);
    pen.set("tabindex", if around.stop == Some(id.as_str()) { "0" } else { "-1" });
    pen.set("aria-selected", if chosen || within { "true" } else { "false" });
    pen.open("span", "set");
    pen.sign("weight", sign);
    pen.open("span", "printed");
    let printed = figure.cell.map_or("", |cell| &cell.text);
    let symbol = figure.cell.and_then(|cell| cell.symbol.as_deref());
    let text = figure.text.as_deref().unwrap_or(printed);
    set(pen, symbol, text, figure.cell.is_some_and(|cell| cell.nil));
    pen.close();
    match around.filing.index.verdict(&id) {
        _ if is_suspect => {
            pen.open("span", "mark broken");
            pen.sign("", "?");
            pen.said("span", "unseen", "may be the wrong figure");
            pen.close();
        }
        Some(outcome) => mark(pen, outcome),
        None => pen.said("span", "mark", ""),
    }
    let letters: String =
        TICKS.iter().zip(ticks(around.filing, &id)).filter_map(|(tick, is)| is.then_some(tick.0)).collect();
    if letters.is_empty() {
        pen.nothing();
    } else {
        pen.said("span", "tick", &letters);
    }
    pen.close();
    pen.close();
}

/// The figure a key leads to, by its id. Up and down skip lines that have none in the column.
pub fn neighbour(shown: &Shown<'_>, id: &str, key: &str) -> Option<String> {
    let (line, column) = shown.place(id)?;
    let lines = &shown.statement.lines;
    let of = lines.get(line)?;
    let mut before = (0..column).rev();
    let mut after = column + 1..shown.columns.len();
    match key {
        "ArrowLeft" => before.find_map(|at| shown.id(of, at)),
        "ArrowRight" => after.find_map(|at| shown.id(of, at)),
        "ArrowUp" => lines.get(..line)?.iter().rev().find_map(|line| shown.id(line, column)),
        "ArrowDown" => lines.get(line + 1..)?.iter().find_map(|line| shown.id(line, column)),
        "Home" => (0..shown.columns.len()).find_map(|at| shown.id(of, at)),
        "End" => (0..shown.columns.len()).rev().find_map(|at| shown.id(of, at)),
        _ => None,
    }
}
