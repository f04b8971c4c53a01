//! The page's words: marks, names, dates and amounts as a reader expects to see them.

use rust_decimal::Decimal;

use crate::phrase::{begins, is_any};
use crate::reading::Reading;
use crate::report::{Basis, Check, Column, Outcome, Report, Severity, Statement, StatementKind, Tally};

use super::working::RECLASSIFIED;

/// The steps of reading a file.
pub const STEPS: [&str; 4] =
    ["Reading the text", "Finding statements", "Checking the arithmetic", "Making ready what was found"];

pub fn mark(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Exact => "✓",
        Outcome::Rounding => "≈",
        Outcome::Broken => "✗",
        Outcome::Unchecked => "○",
    }
}

pub fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Exact => "ties",
        Outcome::Rounding => "within rounding",
        Outcome::Broken => "does not tie",
        Outcome::Unchecked => "not checked",
    }
}

/// How an amount is shown where a dash is printed for it.
pub const NIL: &str = "—";

/// The sign, the word and the class of what came of a check. What is only for information is no fault, and does not look like one.
pub fn said(check: &Check) -> (&'static str, &'static str, &'static str) {
    if check.outcome == Outcome::Broken && check.severity == Severity::Info {
        let word = match check.rule.as_str() {
            RECLASSIFIED => "moved to other lines",
            "caption_drift" => "renamed",
            _ => "differs",
        };
        return ("≠", word, "unchecked");
    }
    (mark(check.outcome), word(check.outcome), tone(check.outcome))
}

/// The class that colours an outcome.
pub fn tone(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Exact => "tie",
        Outcome::Rounding => "rounding",
        Outcome::Broken => "broken",
        Outcome::Unchecked => "unchecked",
    }
}

/// The words of a count: "2 do not tie".
pub fn counted(outcome: Outcome, count: usize) -> &'static str {
    match (outcome, count) {
        (Outcome::Exact, 1) => "ties",
        (Outcome::Exact, _) => "tie",
        (Outcome::Broken, 1) => "does not tie",
        (Outcome::Broken, _) => "do not tie",
        (other, _) => word(other),
    }
}

/// What a screen reader hears when a filing was read.
pub fn verdict_of_filing(report: &Report, tally: Tally) -> String {
    let name = report.entity.name.as_deref().unwrap_or(&report.file);
    if report.statements.is_empty() {
        let why = report.diagnostics.first().map_or("No statement was found.", |diagnostic| &diagnostic.message);
        return [name, ". ", why].concat();
    }
    let mut said = [name, ": ", &report.statements.len().to_string(), " statements."].concat();
    for (outcome, count) in tally.each() {
        said.push_str(&[" ", &count.to_string(), " ", counted(outcome, count), "."].concat());
    }
    said
}

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "information",
    }
}

/// The name of a rule as a reader says it: "Cash roll" of `cash_roll`.
pub fn rule(name: &str) -> String {
    let own = match name {
        "eps" => "Earnings per share",
        "statement_tie" => "Tie between statements",
        "share_order" => "Basic and diluted shares",
        "investing_counterpart" => "Counterpart in investing activities",
        "sign_label" => "Sign and caption",
        "metadata" => "Dates and names",
        _ => "",
    };
    if !own.is_empty() {
        return own.to_owned();
    }
    capital(name.replace('_', " "))
}

/// The short name of a statement, for the outline.
pub fn short(statement: &Statement) -> String {
    let name = match (statement.kind, statement.basis) {
        (StatementKind::BalanceSheet, _) => "Balance sheet",
        (StatementKind::IncomeStatement, Basis::Gaap) => "Operations",
        (StatementKind::IncomeStatement, Basis::NonGaap) => "Non-GAAP operations",
        (StatementKind::CashFlow, _) => "Cash flow",
        (StatementKind::Reconciliation, _) => "Reconciliation",
        (StatementKind::Equity, _) => "Equity",
        (StatementKind::Schedule | StatementKind::Other, _) => return shorten(&heading(statement), 34),
    };
    name.to_owned()
}

/// The title of a statement. Where it says nothing of the table, being empty, a scale, a date or the name of all the notes, the first
/// lines do.
pub fn heading(statement: &Statement) -> String {
    let printed = statement.title.trim();
    let lower = printed.to_ascii_lowercase();
    let dated = |word: &str| is_any(word, MONTHS) || word.bytes().all(|byte| byte.is_ascii_digit());
    let silent = begins(&lower, "notes to ")
        || printed.starts_with('(') && printed.ends_with(')')
        || lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).all(dated);
    let captions =
        || statement.lines.iter().filter(|l| !l.cells.is_empty()).map(|l| l.caption.trim()).filter(|c| !c.is_empty());
    let named = captions().take(2).collect::<Vec<_>>().join(", ");
    if !silent || named.is_empty() { title(printed) } else { named + " …" }
}

/// The first words of a title, without a footnote's number.
pub fn shorten(title: &str, longest: usize) -> String {
    let title = match title.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((number, rest)) if number.len() < 3 => rest.trim(),
        _ => title,
    };
    let mut said = String::new();
    for word in title.split_whitespace() {
        if !said.is_empty() {
            if said.len() + word.len() > longest {
                said.push('…');
                break;
            }
            said.push(' ');
        }
        said.push_str(word);
    }
    said
}

const MONTHS: &str = "january|february|march|april|may|june|july|august|september|october|november|december";

/// A title in sentence case where it was printed in capitals; months keep theirs.
pub fn title(printed: &str) -> String {
    if printed.trim().is_empty() {
        return "Table without a title".to_owned();
    }
    if printed.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return printed.trim().to_owned();
    }
    let mut said = String::with_capacity(printed.len());
    for word in printed.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let keep = matches!(bare, "GAAP" | "EPS" | "U.S" | "EBITDA" | "II" | "III" | "IV");
        if !said.is_empty() {
            said.push(' ');
        }
        match word.strip_prefix("NON-GAAP") {
            Some(rest) => said.extend([if said.is_empty() { "Non-GAAP" } else { "non-GAAP" }, rest]),
            None if keep => said.push_str(word),
            None => {
                let from = said.len();
                said.push_str(&word.to_ascii_lowercase());
                let capital = from == 0 || is_any(&bare.to_ascii_lowercase(), MONTHS);
                if let Some(first) = said.get_mut(from..=from).filter(|_| capital) {
                    first.make_ascii_uppercase();
                }
            }
        }
    }
    said
}

/// "in thousands of US dollars".
pub fn units(statement: &Statement) -> String {
    in_unit(statement.scale, &statement.currency)
}

/// A unit of money: what an amount in it is multiplied by, and its currency.
pub fn in_unit(scale: Decimal, currency: &str) -> String {
    const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
    const BILLION: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
    let scale = match scale {
        s if s == Decimal::ONE_THOUSAND => "in thousands of ",
        s if s == MILLION => "in millions of ",
        s if s == BILLION => "in billions of ",
        _ => "in ",
    };
    let currency = if currency.is_empty() { "units" } else { currency };
    [scale, if currency == "USD" { "US dollars" } else { currency }].concat()
}

/// "3 months to Dec 31, 2003", "at Dec 31, 2003".
pub fn period(column: &Column) -> Option<String> {
    match (&column.instant, &column.end, column.months) {
        (Some(at), _, _) => Some(["at\u{a0}", &date(at)].concat()),
        (None, Some(end), Some(12)) => Some(["year to ", &date(end)].concat()),
        (None, Some(end), Some(months)) => Some([&months.to_string(), "\u{a0}months to ", &date(end)].concat()),
        (None, Some(end), None) => Some(["to ", &date(end)].concat()),
        (None, None, _) => None,
    }
}

/// "Dec 31, 2003" of "2003-12-31"; anything else as it is.
pub fn date(iso: &str) -> String {
    const SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month.and_then(|m| m.parse::<usize>().ok()).and_then(|m| SHORT.get(m.checked_sub(1)?));
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => {
            [month, "\u{a0}", day.trim_start_matches('0'), ",\u{a0}", year].concat()
        }
        _ => iso.to_owned(),
    }
}

/// An amount as it would be printed: grouped digits, parentheses below nothing.
pub fn amount(value: Decimal) -> String {
    let (sign, digits) = (value.is_sign_negative() && !value.is_zero(), value.abs().normalize().to_string());
    let grouped = group(&digits);
    if sign { ["(", &grouped, ")"].concat() } else { grouped }
}

/// Commas between the thousands of a plain number.
pub fn group(digits: &str) -> String {
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut grouped = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.char_indices() {
        if at > 0 && at < whole && digit != '-' && (whole - at).is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// What the filing is called that another was compared with: after its period, where that tells the two apart.
pub fn beside(filing: &Reading) -> String {
    let other = &filing.beside;
    match other.period_end.as_ref().filter(|end| Some(*end) != filing.report.release.period_end.as_ref()) {
        Some(end) => ["the filing for ", &date(end)].concat(),
        None => other.file.clone(),
    }
}

/// The same, as it opens a line.
pub fn capital(mut words: String) -> String {
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// A number in words up to ten: what a sentence wants.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(n).map_or_else(|| n.to_string(), |&word| word.to_owned())
}

/// The first of some sentences that says anything.
pub fn first_of<'t>(texts: &[&'t str]) -> &'t str {
    texts.iter().find(|text| !text.is_empty()).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_and_negatives_stand_in_parentheses() {
        let said = |text: &str| text.parse().map(amount);
        assert_eq!(said("2411097"), Ok("2,411,097".into()));
        assert_eq!(said("-62856"), Ok("(62,856)".into()));
        assert_eq!(said("0.040"), Ok("0.04".into()));
        assert_eq!(said("-0"), Ok("0".into()));
        assert_eq!(group("-173"), "-173");
        assert_eq!(group("1234.5678"), "1,234.5678");
    }

    #[test]
    fn titles_lose_their_capitals_and_keep_their_names() {
        assert_eq!(title("CONDENSED CONSOLIDATED BALANCE SHEETS"), "Condensed consolidated balance sheets");
        assert_eq!(title("RECONCILIATION OF NON-GAAP TO GAAP"), "Reconciliation of non-GAAP to GAAP");
        assert_eq!(title("NON-GAAP STATEMENT (1)"), "Non-GAAP statement (1)");
        assert_eq!(title("FIVE YEARS ENDED SEPTEMBER 26, 1997"), "Five years ended September 26, 1997");
        assert_eq!(title("Balance Sheets"), "Balance Sheets");
    }

    #[test]
    fn dates_are_said_as_a_reader_would() {
        assert_eq!(date("2003-12-31"), "Dec\u{a0}31,\u{a0}2003");
        assert_eq!(date("2003-06-05"), "Jun\u{a0}5,\u{a0}2003");
        assert_eq!(date("soon"), "soon");
    }
}
