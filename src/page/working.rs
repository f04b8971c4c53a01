//! The arithmetic of a check, written out as on paper: one row a term, a rule, what it comes to, what is printed.

use rust_decimal::Decimal;
use yew::AttrValue;

use crate::exact;
use crate::gather::Gather;
use crate::reading::Elsewhere;
use crate::report::{Check, ClaimKind, Statement, Unit};

use super::filing::{Amount, Filing};
use super::words;

/// One line of the working.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub sign: &'static str,
    pub caption: String,
    /// Statement and column, where the terms are not all of one column.
    pub context: Option<String>,
    pub amount: String,
    /// What the terms come to up to this one, in a longer sum; not said of the first and the last.
    pub so_far: String,
    pub id: AttrValue,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Working {
    pub rows: Vec<Row>,
    pub computed: Option<String>,
    pub reported: Option<Row>,
    pub difference: Option<String>,
    /// What rounding can explain, in the same unit.
    pub tolerance: Option<String>,
    /// "in thousands of US dollars".
    pub unit: Option<String>,
}

/// How the terms of a check work together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Sum,
    /// Income over shares.
    Quotient,
    /// From one amount to another, in percent.
    Change,
}

impl Working {
    pub fn of(filing: &Filing, check: &Check) -> Self {
        let shape = shape(filing, check);
        let reported = check.reported.as_deref().and_then(|id| filing.amount(id));
        let mixed = is_mixed(filing, check);
        let (scale, unit) = scale(filing, check);
        let mut rows = Vec::with_capacity(check.terms.len());
        let sums = if shape == Shape::Sum { sums(filing, check) } else { Vec::new() };
        for (at, term) in check.terms.iter().enumerate() {
            let amount = filing.amount(&term.cell);
            let sign = sign(shape, check, at, amount.as_ref());
            let mut row = if let Some(amount) = amount {
                row(sign, &amount, &term.cell, mixed)
            } else if let Some(there) = filing.beside.amount(&term.cell) {
                row_beside(filing, sign, there, scale)
            } else {
                continue;
            };
            if let Some(sum) = sums.get(at).filter(|_| at > 0 && at + 1 < sums.len()) {
                row.so_far = exact::div(*sum, scale).map(display).unwrap_or_default();
            }
            rows.push(row);
        }
        if shape == Shape::Change {
            // The report names the later amount first; a reader goes from the earlier to the later.
            rows.reverse();
            rows.iter_mut().zip(["from", "to"]).for_each(|(row, sign)| row.sign = sign);
        }
        let show = |value: Option<Decimal>| {
            let value = value.and_then(|value| exact::div(value, scale));
            value.map(|value| if shape == Shape::Change { percent(value) } else { display(value) })
        };
        // One amount against another, both as they are: there is nothing to compute.
        let same = check.terms.len() == 1 && check.terms.iter().all(|term| term.weight == Decimal::ONE);
        let ours = check.reported.as_deref().zip(reported);
        Self {
            rows,
            computed: show(check.computed.filter(|_| !same)),
            reported: ours.map(|(id, amount)| row("", &amount, id, mixed)),
            // Nothing is amiss where what one line lost stands on others.
            difference: show(check.difference.filter(|_| check.rule != RECLASSIFIED)),
            tolerance: show(check.tolerance),
            unit,
        }
    }

    /// The gap in one line: "690,809 as printed, 690,808 computed, 1 apart".
    pub fn line(&self) -> String {
        let mut said = String::new();
        let mut say = |amount: &str, what: &str| {
            for part in [if said.is_empty() { "" } else { ", " }, amount, what] {
                said.push_str(part);
            }
        };
        if let Some(row) = &self.reported {
            say(&row.amount, " as printed");
        }
        match (&self.computed, self.rows.first()) {
            (Some(computed), _) => say(computed, " computed"),
            (None, Some(row)) => say(&row.amount, " in the table"),
            (None, None) => {}
        }
        if let Some(difference) = &self.difference {
            say(difference.trim_matches(['(', ')']), " apart");
        }
        said
    }
}

/// The rule that finds lines which moved between two filings.
pub const RECLASSIFIED: &str = "reclassified";

/// An amount of the other filing, as this one would print it.
fn row_beside(filing: &Filing, sign: &'static str, there: &Elsewhere, scale: Decimal) -> Row {
    let amount = there.value.and_then(|value| exact::div(value, scale)).map_or_else(|| there.text.clone(), display);
    let context = Some(["in ", &words::beside(filing)].concat());
    let so_far = String::new();
    Row { sign, caption: there.caption.clone(), context, amount, so_far, id: AttrValue::default() }
}

/// An amount of the working, to four places where division made more.
fn display(value: Decimal) -> String {
    let short = value.round_dp(4);
    let said = words::amount(short);
    if short == value { said } else { [&said, "…"].concat() }
}

fn percent(value: Decimal) -> String {
    [&words::amount(value.round_dp(2)), "%"].concat()
}

fn row(sign: &'static str, amount: &Amount<'_>, id: &str, mixed: bool) -> Row {
    let context = Some(amount.place()).filter(|place| mixed && !place.is_empty());
    let mut text = String::new();
    for word in amount.text().split_whitespace() {
        if !text.is_empty() && !text.ends_with('$') {
            text.push(' ');
        }
        text.push_str(word);
    }
    if matches!(amount, Amount::Cell { cell, .. } if cell.nil) {
        words::NIL.clone_into(&mut text);
    }
    Row {
        sign,
        caption: amount.name(),
        context,
        amount: text,
        so_far: String::new(),
        id: AttrValue::from(id.to_owned()),
    }
}

/// The sign that the term at a place has in the arithmetic.
fn sign(shape: Shape, check: &Check, at: usize, amount: Option<&Amount<'_>>) -> &'static str {
    match shape {
        Shape::Sum if check.terms.get(at).is_some_and(|term| term.weight.is_sign_negative()) => "−",
        Shape::Sum if check.terms.len() > 1 => "+",
        Shape::Quotient if amount.is_some_and(is_shares) => "÷",
        Shape::Sum | Shape::Quotient | Shape::Change => "",
    }
}

/// The signs of the terms, as the arithmetic has them; those of a change, "from" and "to", are too long to stand elsewhere.
pub fn signs(filing: &Filing, check: &Check) -> Vec<&'static str> {
    let shape = shape(filing, check);
    let of = |at: usize| sign(shape, check, at, filing.amount(&check.terms[at].cell).as_ref());
    (0..check.terms.len()).map(of).gather()
}

/// What the terms of a sum come to, each with those before it; nothing where that is not what was computed.
fn sums(filing: &Filing, check: &Check) -> Vec<Decimal> {
    let mut sum = Decimal::ZERO;
    let mut sums = Vec::with_capacity(check.terms.len());
    for term in &check.terms {
        let value = match filing.amount(&term.cell) {
            Some(Amount::Cell { cell, .. }) if cell.nil => Some(Decimal::ZERO),
            Some(Amount::Cell { cell, .. }) => cell.value,
            Some(Amount::Claim(_)) => None,
            None => filing.beside.amount(&term.cell).and_then(|there| there.value),
        };
        match value.and_then(|value| exact::add(sum, exact::mul(value, term.weight)?)) {
            Some(more) => sum = more,
            None => return Vec::new(),
        }
        sums.push(sum);
    }
    if check.computed == Some(sum) { sums } else { Vec::new() }
}

fn shape(filing: &Filing, check: &Check) -> Shape {
    let amounts = || check.terms.iter().filter_map(|term| filing.amount(&term.cell));
    let percent = match check.reported.as_deref().and_then(|id| filing.amount(id)) {
        Some(Amount::Claim(claim)) => claim.kind == ClaimKind::Percent || claim.kind == ClaimKind::Direction,
        Some(Amount::Cell { line, .. }) => line.unit == Unit::Percent,
        None => false,
    };
    let shares = amounts().filter(is_shares).count();
    match check.terms.len() {
        2 if shares == 1 => Shape::Quotient,
        2 if percent || check.rule == "percent" => Shape::Change,
        _ => Shape::Sum,
    }
}

fn is_shares(amount: &Amount<'_>) -> bool {
    matches!(amount, Amount::Cell { line, .. } if line.unit == Unit::Shares)
}

/// Whether the check reaches over more than one statement or column.
fn is_mixed(filing: &Filing, check: &Check) -> bool {
    let ids = check.terms.iter().map(|term| &term.cell).chain(&check.reported);
    let mut places = ids.filter_map(|id| match filing.amount(id)? {
        Amount::Cell { cell, .. } => Some(cell.column.as_str()),
        Amount::Claim(_) => Some(""),
    });
    let first = places.next();
    places.any(|place| Some(place) != first)
}

/// What the computed amounts are divided by to read like the printed ones, and the words for it.
pub fn scale(filing: &Filing, check: &Check) -> (Decimal, Option<String>) {
    let shape = shape(filing, check);
    let first = || check.terms.first().and_then(|term| filing.amount(&term.cell));
    let as_printed = |amount: Amount<'_>| match amount {
        Amount::Cell { statement, line, cell, .. } => {
            Some((of_cell(statement, line.unit, cell.printed, cell.value), {
                (line.unit == Unit::Money).then(|| words::units(statement))
            }))
        }
        Amount::Claim(_) => None,
    };
    let of = match check.reported.as_deref().and_then(|id| filing.amount(id)) {
        Some(Amount::Claim(claim)) if claim.kind == ClaimKind::Amount => first().and_then(as_printed),
        Some(Amount::Claim(_)) => None,
        Some(cell) => as_printed(cell),
        None if shape == Shape::Sum => first().and_then(as_printed),
        None => None,
    };
    of.unwrap_or((Decimal::ONE, None))
}

fn of_cell(statement: &Statement, unit: Unit, printed: Option<Decimal>, value: Option<Decimal>) -> Decimal {
    let ratio = printed.zip(value).filter(|(printed, _)| !printed.is_zero());
    let counted = matches!(unit, Unit::Money | Unit::Shares);
    let ratio = ratio.and_then(|(printed, value)| exact::div(value, printed)).filter(|scale| !scale.is_zero());
    ratio.unwrap_or(if counted && !statement.scale.is_zero() { statement.scale } else { Decimal::ONE })
}
