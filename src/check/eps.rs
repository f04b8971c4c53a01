//! # eps
//!
//! Earnings per share are income divided by weighted shares, basic and diluted, GAAP and non-GAAP.
//!
//! **Formula** `per share = net income / shares`.
//!
//! **Tolerance** the quotients of the two rounding intervals must meet the interval of the printed figure: "0.04" stands
//! for 0.035 to 0.045.
//!
//! **Severity** a warning where the difference is within three hundredths: participating shares and preferred dividends, which the
//! statement need not print, move the quotient by so much.
//!
//! **Example** 14,733 / 389,343 = 0.0378, printed 0.04.

use rust_decimal::Decimal;

use super::{At, Book, Check, Interval, Ref, Suspect, suspect, tie, words};
use crate::{
    exact,
    gather::Gather,
    phrase::{closes, has_any},
    statement::{Line, Statement},
    vocabulary::{Outcome, Severity, StatementKind, Unit},
};

pub const NAME: &str = "eps";

/// Per-share concept, and the share counts that it may be divided by.
const PAIRS: [(&str, &[&str]); 3] = [
    (
        "EarningsPerShareBasic",
        &["WeightedAverageNumberOfSharesOutstandingBasic", "WeightedAverageNumberOfShareOutstandingBasicAndDiluted"],
    ),
    (
        "EarningsPerShareDiluted",
        &["WeightedAverageNumberOfDilutedSharesOutstanding", "WeightedAverageNumberOfShareOutstandingBasicAndDiluted"],
    ),
    (
        "EarningsPerShareBasicAndDiluted",
        &["WeightedAverageNumberOfShareOutstandingBasicAndDiluted", "WeightedAverageNumberOfSharesOutstandingBasic"],
    ),
];

pub fn apply(book: &Book<'_>, found: &mut Vec<Check>) {
    for (i, statement) in book.statements.iter().enumerate().filter(|(_, s)| s.kind == StatementKind::IncomeStatement) {
        let Some(income) = last_income(statement) else { continue };
        for (concept, counts) in PAIRS {
            let (Some(each), Some(shares)) = (statement.line_of(&[concept]), statement.line_of(counts)) else {
                continue;
            };
            let columns = (0..statement.columns.len()).filter_map(|column| {
                let at = |line| At { statement: i, line, column };
                let check = quotient(book, at(each), at(income), at(shares))?;
                Some(if adds_back(book, &check, i) { doubted(check) } else { check })
            });
            found.append(&mut tie::by_columns(columns.gather()));
        }
    }
}

/// Diluted earnings above the quotient, and not above the basic ones: the interest on notes that could become shares is part of
/// them, as the rules have it.
fn adds_back(book: &Book<'_>, check: &Check, statement: usize) -> bool {
    let (Some(Ref::Cell(at)), Some(computed)) = (check.reported, check.computed) else { return false };
    let diluted = book.line(at).concept == Some("EarningsPerShareDiluted");
    let basic = book.statements[statement].line_of(&["EarningsPerShareBasic"]);
    let basic = basic.and_then(|line| book.value(At { line, ..at }));
    let printed = book.value(at).unwrap_or_default();
    check.outcome == Outcome::Broken
        && diluted
        && computed > Decimal::ZERO
        && printed > computed
        && basic.is_some_and(|b| b >= printed)
}

fn doubted(mut check: Check) -> Check {
    tie::doubt(&mut check, "interest on notes that could become shares may have been added back");
    check
}

/// The last net income line: the one above the per-share lines.
fn last_income(statement: &Statement) -> Option<usize> {
    const INCOME: [&str; 2] = ["NetIncomeLoss", "NetIncomeLossAvailableToCommonStockholdersBasic"];
    let common = |l: &Line| {
        l.unit == Unit::Money && has_any(&l.plain, "available to common|applicable to common|attributable to common")
    };
    statement.lines.iter().rposition(|l| l.concept.is_some_and(|c| INCOME.contains(&c)) || common(l))
}

fn quotient(book: &Book<'_>, each: At, income: At, shares: At) -> Option<Check> {
    // A column of changes in percent.
    if [each, income, shares].into_iter().any(|at| book.cell(at).is_some_and(|c| closes(&c.text, "%"))) {
        return None;
    }
    let (value, ulp) = (book.value(each)?, book.cell(each)?.ulp?);
    let range = book.interval(income)?.quotient(book.interval(shares)?)?;
    let computed = exact::div(book.value(income)?, book.value(shares)?)?.round_dp(6);
    let kind = if book.line(each).concept == Some("EarningsPerShareDiluted") { "Diluted" } else { "Basic" };
    let title = format!("{kind} earnings per share are income over shares");
    let detail = format!(
        "{} / {} = {}; {} as printed.",
        book.cell(income)?.text,
        book.cell(shares)?.text,
        words::figure(computed.round_dp(4)),
        book.cell(each)?.text
    );
    let mut check = tie::against(title, Ref::Cell(each), value, ulp, computed, range).saying(detail);
    check.terms = vec![(Ref::Cell(income), Decimal::ONE), (Ref::Cell(shares), Decimal::ONE)];
    if check.outcome == Outcome::Broken {
        check.suspects = slips(book, (each, income, shares));
        if check.suspects.is_empty() {
            let reason =
                "no slip in a figure explains it: interest may be added back, or shares take part in dividends";
            tie::doubt(&mut check, reason);
        }
    }
    // Shares that take part in dividends, or dividends on preferred stock, move the figure by so much.
    let room = exact::mul(computed.abs(), Decimal::new(3, 2));
    let near = room.is_some_and(|room| check.difference.is_some_and(|d| d.abs() <= room));
    Some(if near { check.at_most(Severity::Warning) } else { check })
}

/// The figures of the three in which one wrong digit, two swapped ones or a lost sign would explain the difference.
fn slips(book: &Book<'_>, (each, income, shares): (At, At, At)) -> Vec<Suspect> {
    let figures = [each, income, shares];
    let own = figures.map(|at| book.interval(at));
    let mut found = Vec::new();
    for (i, at) in figures.iter().enumerate() {
        let Some((printed, value, ulp)) = book.cell(*at).and_then(|c| Some((c.printed?, c.value?, c.ulp?))) else {
            continue;
        };
        let factor = if printed.is_zero() { None } else { exact::div(value, printed) }.unwrap_or(Decimal::ONE);
        let mut slips = suspect::slips(printed);
        // A count of shares has no sign to lose.
        if i < 2 {
            slips.push(-printed);
        }
        let ties = |slip: &Decimal| {
            let mut tried = own;
            tried[i] = exact::mul(*slip, factor).map(|v| Interval::around(v, ulp));
            let quotient = tried[1].zip(tried[2]).and_then(|(income, shares)| income.quotient(shares));
            quotient.zip(tried[0]).is_some_and(|(quotient, each)| quotient.meets(each))
        };
        let tying: Vec<Decimal> = slips.into_iter().filter(ties).gather();
        if let Some(suggested) = tying.first().copied()
            && let Some((why, likely)) = suspect::slip(printed, suggested)
        {
            // Where several would do, which of them it was is open.
            let score = if tying.len() > 1 { likely / 2.0 } else { likely };
            found.push(Suspect { at: Ref::Cell(*at), suggested, why, equations_fixed: 1, score });
        }
    }
    found
}
