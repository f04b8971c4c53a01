//! A statement set over several pages is one statement: its parts are put together.

use std::borrow::Cow;

use super::{concept::plain, kind};
use crate::{
    gather::{Gather, PushAll},
    phrase::{cut, has_any, is_any},
    source::Text,
    span::Span,
    table::{Row, Table},
    vocabulary::StatementKind,
};

/// So many characters between two tables are the foot of one page and the head of the next, no more.
const PAGE_BREAK: usize = 300;
/// Columns of a later page may be set this far off.
const SHIFT: usize = 3;

/// The tables, those that continue another joined to it.
pub fn pages<'t>(tables: &'t [Table], text: &Text) -> Vec<Cow<'t, Table>> {
    let mut joined: Vec<Cow<'t, Table>> = Vec::with_capacity(tables.len());
    for table in tables {
        match joined.last_mut() {
            Some(last) if continues(last, table, text) => append(last.to_mut(), table),
            _ => joined.push(Cow::Borrowed(table)),
        }
    }
    joined
}

fn continues(above: &Table, below: &Table, text: &Text) -> bool {
    if above.columns.len() != below.columns.len() || !is_close(above, below, text) {
        return false;
    }
    let base = |kind: StatementKind, name: &str| {
        if kind == StatementKind::BalanceSheet { sheet(&base(name)) } else { base(name) }
    };
    let Some((kind, name)) = kind::named(above).map(|(kind, name, _)| (kind, base(kind, &name))) else { return false };
    if matches!(kind, StatementKind::Schedule | StatementKind::Other) {
        return false;
    }
    // Two whole statements of one name are two entities, or two years.
    if is_whole(kind, above) && begins_anew(kind, below) {
        return false;
    }
    let label = |t: &Table, i: usize| t.columns[i].headings.join(" ").to_ascii_lowercase();
    let headless = below.columns.iter().all(|c| c.headings.is_empty());
    let same_heads = (0..above.columns.len()).all(|i| label(above, i) == label(below, i));
    match kind::named(below) {
        Some((other, below_name, _)) => other == kind && base(kind, &below_name) == name && (same_heads || headless),
        None if says_continued(below) => same_heads || headless,
        // Under the same headings on the next page, what is missing of a statement of its kind goes on.
        None if same_heads && !headless => {
            let sentence = |words: &str| words.len() > 60 || has_any(words, ":|follow");
            matches!(kind, StatementKind::BalanceSheet | StatementKind::CashFlow)
                && !is_whole(kind, above)
                && !below.title.iter().any(|w| sentence(&w.text))
        }
        None => {
            let near = above.columns.iter().zip(&below.columns).all(|(a, b)| a.edge.abs_diff(b.edge) <= SHIFT);
            let running = |words: &str| above.title.iter().any(|w| w.text.eq_ignore_ascii_case(words));
            let said = |words: &str| is_section(words) || running(words);
            headless && near && !below.follows && below.title.iter().all(|w| said(&w.text))
        }
    }
}

/// Little stands between the two but the end of a page.
fn is_close(above: &Table, below: &Table, text: &Text) -> bool {
    let between = cut(&text.content, above.span.end, below.span.start);
    between.chars().filter(|c| !c.is_whitespace()).take(PAGE_BREAK + 1).count() <= PAGE_BREAK
}

/// A name without what says that it goes on.
fn base(name: &str) -> String {
    let words = plain(name);
    let mut kept: Vec<&str> = words.split(' ').gather();
    kept.retain(|word| !is_any(word, "continued|cont|contd|concluded"));
    kept.join(" ")
}

/// A sheet's name without its side: "Balance sheets - liabilities and equity".
fn sheet(name: &str) -> String {
    let mut words: Vec<&str> = name.split(' ').gather();
    if let Some(at) = words.iter().position(|w| is_any(w, "sheet|sheets|condition|position"))
        && words[at + 1..]
            .iter()
            .all(|w| is_any(w, "assets|liabilities|and|stockholders|shareholders|owners|partners|equity|capital|-"))
    {
        words.truncate(at + 1);
    }
    words.join(" ")
}

/// Whether a table that is said to be continued has the columns of the one above: what was said of that holds for it too.
pub fn goes_on(above: &Table, below: &Table) -> bool {
    let lowest = |t: &Table| t.columns.iter().map(|c| c.headings.last().cloned()).gather();
    says_continued(below) && above.columns.len() > 1 && lowest(above) == lowest(below)
}

fn says_continued(table: &Table) -> bool {
    table.title.iter().any(|w| has_any(&w.text.to_ascii_lowercase(), "continued|cont'd|concluded|(cont.)"))
}

/// "LIABILITIES AND STOCKHOLDERS' EQUITY": the title of a part.
fn is_section(words: &str) -> bool {
    has_any(&words.to_ascii_lowercase(), "liabilities|equity|assets")
        && kind::by_title(&words.to_ascii_lowercase()).is_none()
}

fn has_line(table: &Table, wanted: &str) -> bool {
    table.rows.iter().any(|r| has_any(&plain(&r.caption), wanted))
}

/// The statement has its last lines.
fn is_whole(kind: StatementKind, table: &Table) -> bool {
    match kind {
        StatementKind::BalanceSheet => {
            has_line(table, "total liabilities and|liabilities and stockholders|liabilities and shareholders")
        }
        StatementKind::CashFlow => has_line(table, "end of|at end|ending"),
        StatementKind::IncomeStatement => has_line(table, "net income|net loss|net earnings"),
        _ => false,
    }
}

/// The statement has its first lines.
fn begins_anew(kind: StatementKind, table: &Table) -> bool {
    match kind {
        StatementKind::BalanceSheet => has_line(table, "total assets"),
        StatementKind::CashFlow => has_line(table, "operating activities"),
        StatementKind::IncomeStatement => {
            has_line(table, "net sales|revenue|interest income|income before|cost of|expenses")
        }
        _ => true,
    }
}

fn append(above: &mut Table, below: &Table) {
    above.span = Span::new(above.span.start, below.span.end);
    for words in below.title.iter().filter(|w| is_section(&w.text)) {
        above.rows.push(Row {
            caption: words.text.clone(),
            span: words.span,
            centred: true,
            blank_above: true,
            ..Row::default()
        });
    }
    above.rows.push_all(below.rows.iter().cloned());
    above.strays.push_all(below.strays.iter().cloned());
}
