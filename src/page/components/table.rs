//! A statement as a table: one can walk it with the arrow keys, and every amount opens its check and its source.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::browser;
use crate::page::filing::Filing;
use crate::page::lit::{Lit, Part};
use crate::page::state::{Action, Side};
use crate::page::view::View;
use crate::report::{Cell, Line, Role, Rule, Statement};

use super::figure::figure;
use super::headings::headings;
use super::verdict::mark;

/// The DOM id of an amount's cell.
pub fn cell_id(id: &str) -> String {
    ["amount-", id].concat()
}

#[derive(Properties, PartialEq)]
pub struct TableProps {
    pub filing: Rc<Filing>,
    pub at: usize,
    pub lit: Rc<Lit>,
    pub focus: Option<AttrValue>,
    pub act: Callback<Action>,
}

#[component]
pub fn Table(props: &TableProps) -> Html {
    let &TableProps { ref filing, at, ref lit, ref focus, ref act } = props;
    // The amount under the pointer or with the focus; its terms light up without moving the selection.
    let pointed = use_state_eq(|| None::<String>);
    let Some(statement) = filing.report.statements.get(at) else { return Html::default() };

    let preview = pointed.as_deref().and_then(|id| {
        let check = filing.checks_of(id).find(|check| check.reported.as_deref() == Some(id))?;
        Some(Lit::of(Some(check), None))
    });
    let shown = preview.as_ref().unwrap_or(lit);

    let point = {
        let pointed = pointed.clone();
        move |event: &Event| pointed.set(browser::closest_ref(event))
    };
    let onmouseover = {
        let point = point.clone();
        Callback::from(move |event: MouseEvent| point(&event))
    };
    let onfocusin = Callback::from(move |event: FocusEvent| point(&event));
    let onmouseleave = {
        let pointed = pointed.clone();
        Callback::from(move |_: MouseEvent| pointed.set(None))
    };
    let onfocusout = Callback::from(move |_: FocusEvent| pointed.set(None));
    let onclick = {
        let (filing, act) = (filing.clone(), act.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(view) = browser::closest_ref(&event).and_then(|id| View::of_amount(&filing, &id)) {
                act.emit(Action::Go(view));
            }
        })
    };
    let onkeydown = {
        let (filing, act) = (filing.clone(), act.clone());
        Callback::from(move |event| walk(&filing, at, &act, &event))
    };

    let first = statement.lines.iter().flat_map(|line| &line.cells).next().map(|cell| cell.id.as_str());
    let inside =
        focus.as_deref().filter(|id| statement.lines.iter().any(|line| line.cells.iter().any(|c| c.id == *id)));
    let stop = inside.or(first);
    let percent = statement.lines.iter().flat_map(|line| &line.cells).any(|cell| cell.text.ends_with('%'));
    let rows = statement.lines.iter().enumerate().map(|(at, line)| {
        let rules = rules(&statement.lines, at);
        row(filing, statement, line, rules, shown, stop)
    });
    html! {
        <table class={classes!("statement", percent.then_some("has-percent"))} role="grid" aria-labelledby="statement-title"
            {onmouseover} {onmouseleave} {onfocusin} {onfocusout} {onclick} {onkeydown}>
            { headings(&statement.columns) }
            <tbody>{ for rows }</tbody>
        </table>
    }
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
    filing: &Filing,
    statement: &Statement,
    line: &Line,
    rules: (Rule, Rule),
    lit: &Lit,
    stop: Option<&str>,
) -> Html {
    let depth = if is_section(line) { 0 } else { line.depth.min(6) };
    let depth = ["d", &depth.to_string()].concat();
    let role = match line.role {
        _ if line.cells.is_empty() => "heading",
        Role::Heading => "heading",
        Role::Item => "item",
        Role::Subtotal => "subtotal",
        Role::Total => "total",
    };
    let above = (rules.0 == Rule::Single).then_some("rule-above");
    let below = match rules.1 {
        Rule::None => None,
        Rule::Single => Some("rule-below"),
        Rule::Double => Some("rule-double"),
    };
    let caption = html! {
        <th scope="row" class={classes!("caption", depth)}><span>{ &line.caption }</span></th>
    };
    let cells = statement.columns.iter().map(|column| match line.cells.iter().find(|cell| cell.column == column.id) {
        Some(cell) => amount(filing, cell, lit, stop),
        None => html! { <td class="none"></td> },
    });
    html! {
        <tr key={line.id.clone()} class={classes!(role, above, below, is_section(line).then_some("centred"))}>
            { caption }{ for cells }
        </tr>
    }
}

fn amount(filing: &Filing, cell: &Cell, lit: &Lit, stop: Option<&str>) -> Html {
    let part = lit.part(&cell.id);
    let chosen = part.is_some_and(|part| part.chosen);
    let sign = part.and_then(|part| part.added).map(|added| if added { "+" } else { "−" });
    let suspect = part.is_some_and(|part| part.suspect);
    let verdict = filing.index.verdict(&cell.id);
    html! {
        <td id={cell_id(&cell.id)} data-ref={cell.id.clone()} tabindex={if stop == Some(cell.id.as_str()) { "0" } else { "-1" }}
            class={classes!("amount", part.map(Part::classes), chosen.then_some("chosen"), suspect.then_some("suspect"))}
            aria-selected={chosen.to_string()}>
            <span class="set">
                <span class="weight" aria-hidden="true">{ sign.unwrap_or_default() }</span>
                <span class="printed">{ figure(cell.symbol.as_deref(), &cell.text, cell.nil) }</span>
                if let Some(outcome) = verdict { { mark(outcome) } } else { <span class="mark"></span> }
            </span>
        </td>
    }
}

/// Arrow keys, Home and End go from amount to amount, Enter opens the source.
fn walk(filing: &Filing, at: usize, act: &Callback<Action>, event: &KeyboardEvent) {
    let (Some(statement), Some(id)) = (filing.report.statements.get(at), browser::closest_ref(event)) else { return };
    let key = event.key();
    if key == "Enter" {
        act.emit(Action::Side(Side::Open));
        return;
    }
    if let Some(to) = neighbour(statement, &id, &key) {
        event.prevent_default();
        browser::focus(&cell_id(&to.id));
        if let Some(view) = View::of_amount(filing, &to.id) {
            act.emit(Action::Move(view));
        }
    }
}

/// The amount a key leads to. Up and down skip lines that have no amount in the column.
fn neighbour<'s>(statement: &'s Statement, id: &str, key: &str) -> Option<&'s Cell> {
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
