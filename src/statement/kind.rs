//! What kind of statement a table is: by the line of its title that names it, and by what its lines say.
//!
//! A title alone is not believed: a note's table stands under words about balance sheets too. Lines alone decide only
//! where they leave no doubt. What is neither is a schedule, which no rule for a whole statement is held against.

use rust_decimal::Decimal;

use super::{concept::plain, said::said};
use crate::{
    exact,
    gather::Gather,
    phrase::{begins, closes, has, has_any, is_any, is_small, opens, trim},
    table::{Figure, Row, Table},
    vocabulary::{Basis, StatementKind},
};

/// What a table is.
pub struct Class {
    pub kind: StatementKind,
    pub basis: Basis,
    pub title: String,
    /// The line of the title that names the statement.
    pub named_at: Option<usize>,
}

impl Class {
    /// That of a block of the table, under its year.
    pub fn of_block(&self, year: &str) -> Self {
        // The year of the first block may be all the title there is.
        let title = if self.title.contains(year) && self.title.len() > year.len() {
            self.title.clone()
        } else if self.title.is_empty() || self.title.len() == 4 && said(&self.title).years == 1 {
            year.to_owned()
        } else {
            [&self.title, year].join(" / ")
        };
        Self { title, ..*self }
    }
}

/// Kind, basis and title of a table; `None` for a table that is no statement (a list, a table of contents).
pub fn classify(table: &Table) -> Option<Class> {
    let captions: Vec<String> = table.rows.iter().map(|r| plain(&r.caption)).gather();
    let figures = table.rows.iter().filter(|r| !r.is_words()).count();
    // A list that adds up needs no heading.
    let headed = table.columns.iter().any(|c| !c.headings.is_empty()) || adds_up(table);
    let named = named(table);
    let title = named.as_ref().map_or_else(|| title(table), |(_, line, _)| line.clone());
    let lines = Lines { captions: &captions, figures };
    let kind = match &named {
        _ if is_footnote(table) => StatementKind::Schedule,
        Some((StatementKind::Reconciliation, ..)) => StatementKind::Reconciliation,
        _ if is_extract(table, &title) => lines.schedule(headed)?,
        Some((named, ..)) => match lines.kind() {
            // A title with two statements' words, or of the page before: the lines decide.
            Some(kind) => kind,
            None if lines.may_be(*named) => *named,
            None => lines.schedule(headed)?,
        },
        None => match lines.kind() {
            Some(StatementKind::IncomeStatement) if compares(table) || !lines.is_whole_income() => {
                lines.schedule(headed)?
            }
            Some(kind) if !compares(table) => kind,
            _ => lines.schedule(headed)?,
        },
    };
    let basis = if is_non_gaap(&title) { Basis::NonGaap } else { Basis::Gaap };
    Some(Class { kind, basis, title, named_at: named.map(|(.., at)| at) })
}

/// The last line is the sum of all above it, in each column, and signs say what is added.
fn adds_up(table: &Table) -> bool {
    let number = |row: &Row, at: usize| row.cells.get(at).and_then(Option::as_ref).and_then(Figure::number);
    let amounts = table.rows.iter().filter(|r| !r.is_words()).gather();
    let Some((last, above)) = amounts.split_last() else { return false };
    let sums = |at: usize| {
        let sum = above.iter().filter_map(|r| number(r, at)).try_fold(Decimal::ZERO, exact::add);
        sum.is_some() && sum == number(last, at) && sum != Some(Decimal::ZERO)
    };
    let signed = amounts.iter().flat_map(|r| r.cells.iter().flatten()).any(|f| f.symbol.is_some() || f.percent);
    signed && above.len() > 1 && (0..table.columns.len()).all(sums)
}

pub fn is_footnote(table: &Table) -> bool {
    table
        .title
        .first()
        .is_some_and(|w| opens(&w.text, "(*") && !has_any(&w.text, "thousand|million|naudited|000|ollars"))
}

/// A part of the statements, or figures drawn from them: selected data, quarters, highlights, one line's analysis.
fn is_extract(table: &Table, title: &str) -> bool {
    const WORDS: &str = "selected|summar|highlights|quarterly|schedule|analysis|-year|computation| ratio|supplement| data|\
        information of|percent|note |index";
    let lower = title.to_ascii_lowercase();
    let quarter =
        |c: &crate::table::Column| c.headings.iter().any(|h| begins(&h.to_ascii_lowercase(), "page|see page"));
    has_any(&lower, WORDS)
        || has(&lower, "changes in") && !has(&lower, "statement")
        || begins(&lower, "note|item")
        || table.columns.iter().any(quarter)
}

/// Columns of changes, of quarters or of "what if": without a title, an extract for the discussion or a note.
fn compares(table: &Table) -> bool {
    let says = |h: &String| has_any(&h.to_ascii_lowercase(), "change|increase|decrease|percent|%|pro forma|quarter");
    table.columns.iter().any(|c| c.headings.iter().any(says))
}

/// What the lines of a table say.
struct Lines<'t> {
    captions: &'t [String],
    figures: usize,
}

impl Lines<'_> {
    fn has(&self, wanted: &str) -> bool {
        self.captions.iter().any(|c| begins(c, wanted))
    }

    fn holds(&self, wanted: &str) -> bool {
        self.captions.iter().any(|c| has_any(c, wanted))
    }

    /// The kind that the lines leave no doubt of.
    fn kind(&self) -> Option<StatementKind> {
        let cash = self.captions.iter().filter(|c| {
            begins(c, "net cash|cash provided|cash used|cash generated|cash flows from|total cash|cash from")
                || has_any(c, "operating activities|investing activities|financing activities")
        });
        let sums_cash = cash.count() >= 2;
        let moves_cash = self.holds("in cash|beginning of|cash and cash equivalents end|end of|change in cash");
        let income = self.has("net income|net loss|net earnings|loss for the|net profit") && self.has(REVENUE);
        let owners =
            self.holds("equity|deficit|partners capital|members capital|shareholders investment|surplus|retained");
        let sheet = self.has("total assets|total property and assets")
            && (self.holds("liabilities and")
                || owners && self.holds("total liabilities|total current liabilities|deposits"))
            || self.has("total current assets") && self.holds("total current liabilities");
        if sums_cash && moves_cash && self.figures >= 8 {
            return Some(StatementKind::CashFlow);
        }
        match (sheet, income) {
            (true, false) => Some(StatementKind::BalanceSheet),
            (false, true) if self.figures >= 6 && !self.has("total assets|identifiable assets") => {
                Some(StatementKind::IncomeStatement)
            }
            _ => None,
        }
    }

    /// From revenue at the top to earnings a share, with taxes between: no note's table has all of it.
    fn is_whole_income(&self) -> bool {
        let first =
            self.captions.iter().take(4).any(|c| begins(c, REVENUE) || has_any(c, "revenue|sales|interest income"));
        first
            && self.figures >= 8
            && self.holds("tax")
            && self.holds("share|basic|diluted")
            && !self.holds("adjustments to reconcile")
    }

    /// Whether a title can be believed.
    fn may_be(&self, kind: StatementKind) -> bool {
        match kind {
            StatementKind::BalanceSheet => {
                (self.holds(SHEET) || self.has_both_sides()) && !self.has("net sales|total revenues|net revenues")
            }
            StatementKind::IncomeStatement => {
                self.holds("income|loss|earnings|revenue|sales|expenses") && self.figures >= 3
            }
            StatementKind::CashFlow => self.holds("cash|activities"),
            _ => true,
        }
    }

    /// What is owned, owed and left to the owners, with no caption at any total.
    fn has_both_sides(&self) -> bool {
        self.holds("receivable|inventor|cash|real estate|equipment")
            && self.holds("payable|accrued")
            && self.holds("common stock|retained earnings|partners capital|limited partner|members capital")
    }

    /// A table without a name: a schedule, if anything says what its columns are.
    fn schedule(&self, headed: bool) -> Option<StatementKind> {
        (self.figures >= 3 && headed).then_some(StatementKind::Schedule)
    }
}

/// A part of a balance sheet has one of these at least.
const SHEET: &str = "total assets|total liabilities|total current|liabilities and|total stockholders|total shareholders|\
    total equity|total partners|total capital|stockholders equity|shareholders equity|total deposits";
const REVENUE: &str = "revenue|net revenue|net sales|sales|total revenue|total net revenue|total interest income|income before|\
    loss before|earnings before|interest income|operating revenue|total operating revenue|income loss before|\
    earnings loss before|premiums|total sales|gross profit|gross margin|contract revenue|total interest and";

/// The nearest line above the columns that names a statement, with what it runs on from or into.
pub fn named(table: &Table) -> Option<(StatementKind, String, usize)> {
    let lines: Vec<&str> = table.title.iter().map(|w| w.text.as_str()).gather();
    for at in (0..lines.len()).rev() {
        if is_sentence(lines[at]) {
            continue;
        }
        if let Some(kind) = by_title(&lines[at].to_ascii_lowercase()) {
            let from = first_of(&lines, at);
            let kind = by_title(&lines[from].to_ascii_lowercase()).unwrap_or(kind);
            return Some((kind, run_on(&lines[from..]), from));
        }
        // A name over two lines: "CONSOLIDATED STATEMENTS OF" above "FINANCIAL CONDITION".
        if let Some(below) = lines.get(at + 1)
            && is_open(lines[at])
        {
            let both = [lines[at], below].join(" ");
            if let Some(kind) = by_title(&both.to_ascii_lowercase()) {
                return Some((kind, run_on(&lines[at..]), at));
            }
        }
    }
    None
}

/// The line a name begins on: "RECONCILIATION OF NON-GAAP TO GAAP CONSOLIDATED" above "STATEMENTS OF OPERATIONS".
fn first_of(lines: &[&str], at: usize) -> usize {
    let begins = |line: &str| {
        let reconciles = by_title(&line.to_ascii_lowercase()) == Some(StatementKind::Reconciliation);
        !is_sentence(line) && (reconciles || is_open(line) && names(line))
    };
    if at > 0 && begins(lines[at - 1]) { at - 1 } else { at }
}

pub fn by_title(line: &str) -> Option<StatementKind> {
    let has = |words: &str| has_any(line, words);
    let statement = has("statement");
    if has("reconciliation of|reconciliation to|reconciliation between") {
        Some(StatementKind::Reconciliation)
    } else if has("cash flow") || statement && has("changes in financial position") {
        Some(StatementKind::CashFlow)
    } else if begins(line, "note") || has("notes to") {
        None
    } else if has("balance sheet")
        || statement && has("financial condition|financial position|of assets and liabilities|of assets, liabilities")
    {
        Some(StatementKind::BalanceSheet)
    } else if (statement || has("changes in"))
        && has("equity|partners' capital|partners capital|retained earnings|of capital")
        && !has("of income|of operations|of earnings and|income and")
    {
        Some(StatementKind::Equity)
    } else if statement
        && has("operations|income|of earnings|of loss|profit and loss|revenues and expenses|of revenue|earnings")
    {
        Some(StatementKind::IncomeStatement)
    } else {
        None
    }
}

/// Words of a sentence, not of a title: they end as one, run on in small letters, or have a verb.
fn is_sentence(line: &str) -> bool {
    let verb = line
        .split(' ')
        .any(|word| is_any(word, "is|are|was|were|has|have|follows|follows:|should|accompanying|see|See"));
    closes(line, ".:;") && !line.ends_with("INC.") && !line.ends_with("Inc.") || line.starts_with(is_small) || verb
}

fn is_non_gaap(title: &str) -> bool {
    let title = title.to_ascii_lowercase();
    !has_any(&title, "reconciliation") && has_any(&title, "non-gaap|pro forma|pro-forma|adjusted")
}

fn names(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    has_any(&lower, "statement|balance sheet|reconciliation|cash flow|financial|schedule|summary|highlights|results")
}

fn is_aside(line: &str) -> bool {
    let lower = trim(line, ": ").to_ascii_lowercase();
    is_any(&lower, "quarter|quarters|quarter ended|quarters ended|fiscal quarter|description|year|years")
        || line.starts_with('(')
        || has_any(&line.to_ascii_lowercase(), "unaudited") && line.len() < 14
}

/// A title that cannot end here.
fn is_open(line: &str) -> bool {
    closes(line, ",-")
        || [" of", " to", " and", " net", " the", " in"].iter().any(|w| line.to_ascii_lowercase().ends_with(w))
}

/// A title that runs on: the line before cannot end there, or the next still names a statement.
fn run_on(lines: &[&str]) -> String {
    let mut title = lines.first().copied().unwrap_or_default().to_owned();
    for line in lines.iter().skip(1) {
        if is_aside(line) || is_sentence(line) || !(is_open(&title) || names(line)) {
            break;
        }
        title.push(' ');
        title.push_str(line);
    }
    title
}

/// The words of a title that names no statement: not the company, the scale or the date.
fn title(table: &Table) -> String {
    let words: Vec<&str> = table.title.iter().map(|w| w.text.as_str()).gather();
    if words.first().is_some_and(|w| opens(w, "(*")) {
        return words.join(" ");
    }
    match words.iter().position(|w| names(w)) {
        Some(first) => run_on(&words[first..]),
        None => words
            .iter()
            .rev()
            .find(|w| !is_aside(w) && !super::blocks::is_year(w))
            .filter(|w| !w.starts_with(is_small))
            .or_else(|| words.iter().rev().find(|w| !is_aside(w)))
            .or(words.last())
            .map(|w| (*w).to_owned())
            .unwrap_or_default(),
    }
}
