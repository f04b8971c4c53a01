//! What kind of statement a table is: by its title, and by what its lines say where the title is missing.

use super::concept::plain;
use crate::{
    phrase::{begins, closes, has_any, opens},
    table::Table,
    vocabulary::{Basis, StatementKind},
};

/// Kind, basis and title of a table; `None` for a table that is no statement (a list, a table of contents).
pub fn classify(table: &Table) -> Option<(StatementKind, Basis, String)> {
    let title = title(table);
    let heads = table.title.iter().map(|w| w.text.to_ascii_lowercase()).collect::<Vec<_>>().join(" ");
    let captions: Vec<String> = table.rows.iter().map(|r| plain(&r.caption)).collect();
    let has = |wanted: &str| captions.iter().any(|c| begins(c, wanted));
    let figures = table.rows.iter().filter(|r| !r.is_words()).count();
    let footnote = table.title.first().is_some_and(|w| opens(&w.text, "(*"));

    let by_content = if has("total assets")
        && captions.iter().any(|c| c.starts_with("total liabilities") || has_any(c, "equity"))
    {
        Some(StatementKind::BalanceSheet)
    } else if captions.iter().filter(|c| begins(c, "net cash|cash provided by|cash used")).count() >= 2 {
        Some(StatementKind::CashFlow)
    } else if has("net income|net loss|net earnings")
        && has(
            "revenue|net revenue|net sales|sales|total revenue|total net revenue|total interest income|income before|\
                loss before|earnings before",
        )
        && figures >= 6
    {
        Some(StatementKind::IncomeStatement)
    } else {
        None
    };
    let by_title = by_title(&heads);
    let kind = match (by_title, by_content) {
        _ if footnote => StatementKind::Schedule,
        (Some(StatementKind::Reconciliation), _) => StatementKind::Reconciliation,
        // A title with two statements' words, or none: the lines decide.
        (_, Some(kind)) | (Some(kind), None) => kind,
        (None, None) if figures >= 3 && table.columns.iter().any(|c| !c.headings.is_empty()) => StatementKind::Schedule,
        (None, None) => return None,
    };
    let basis = if is_non_gaap(&title) { Basis::NonGaap } else { Basis::Gaap };
    Some((kind, basis, title))
}

fn by_title(title: &str) -> Option<StatementKind> {
    let has = |words: &str| has_any(title, words);
    if has("reconciliation of|reconciliation to|reconciliation between") {
        Some(StatementKind::Reconciliation)
    } else if has("cash flow") {
        Some(StatementKind::CashFlow)
    } else if has("balance sheet|statement of financial condition|statements of financial condition|financial position")
    {
        Some(StatementKind::BalanceSheet)
    } else if has("statement")
        && has("stockholders' equity|shareholders' equity|changes in equity|shareowners' equity|stockholders equity|\
                shareholders equity")
    {
        Some(StatementKind::Equity)
    } else if has("statement") && has("operations|of income|of earnings|of loss|income statement") {
        Some(StatementKind::IncomeStatement)
    } else {
        None
    }
}

fn is_non_gaap(title: &str) -> bool {
    let title = title.to_ascii_lowercase();
    !has_any(&title, "reconciliation") && has_any(&title, "non-gaap|pro forma|pro-forma|adjusted")
}

/// The words of the title that name the statement: not the company, the scale or the date.
fn title(table: &Table) -> String {
    let words: Vec<&str> = table.title.iter().map(|w| w.text.as_str()).collect();
    let names = |line: &str| {
        let lower = line.to_ascii_lowercase();
        has_any(
            &lower,
            "statement|balance sheet|reconciliation|cash flow|financial|schedule|summary|highlights|results",
        )
    };
    let aside =
        |line: &str| line.starts_with('(') || has_any(&line.to_ascii_lowercase(), "unaudited") && line.len() < 14;
    if words.first().is_some_and(|w| opens(w, "(*")) {
        return words.join(" ");
    }
    let Some(first) = words.iter().position(|w| names(w)) else {
        return words.iter().rev().find(|w| !aside(w)).or(words.last()).map(|w| (*w).to_owned()).unwrap_or_default();
    };
    let mut title = words[first].to_owned();
    for line in &words[first + 1..] {
        // A title that runs on: the line before cannot end there, or the next still names a statement.
        let open = closes(&title, ",-")
            || [" of", " to", " and", " net", " the", " in"].iter().any(|w| title.to_ascii_lowercase().ends_with(w))
            || names(line);
        if aside(line) || !open {
            break;
        }
        title.push(' ');
        title.push_str(line);
    }
    title
}
