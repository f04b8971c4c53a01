//! The report's equations as formulas: those that make a total within its sheet, and those that tie figures together.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use rust_decimal::Decimal;

use super::places::{Places, Spot};
use crate::{
    exact,
    report::{Check, Outcome, Report},
};

/// Formulas longer than this are refused by spreadsheets; a margin is left for what stands around them.
const LONGEST: usize = 8000;

/// An equation in numbers as printed: reported = sum of factor x term + rest.
pub struct Equation<'r> {
    pub check: &'r Check,
    pub reported: Spot<'r>,
    terms: Vec<(Spot<'r>, Decimal)>,
    rest: Decimal,
}

pub struct Equations<'r> {
    /// By the id of the cell whose amount they give.
    pub sums: BTreeMap<&'r str, String>,
    pub ties: Vec<Equation<'r>>,
}

impl<'r> Equations<'r> {
    pub fn of(report: &'r Report, places: &Places<'r>) -> Self {
        let found = report.checks.iter().filter_map(|check| equation(check, places)).collect::<Vec<_>>();
        let broken: BTreeSet<&str> = found
            .iter()
            .filter(|e| e.is_sum() && e.check.outcome == Outcome::Broken)
            .map(|e| e.reported.cell.id.as_str())
            .collect();
        let mut sums: BTreeMap<&str, Equation> = BTreeMap::new();
        let mut ties = Vec::new();
        for equation in found {
            let id = equation.reported.cell.id.as_str();
            // A total that does not foot keeps its printed number.
            let live = equation.is_sum() && !broken.contains(id) && !sums.contains_key(id);
            if live && equation.terms_as_formula(places, false).len() < LONGEST {
                sums.insert(id, equation);
            } else if sums.get(id).is_none_or(|sum| sum.live(places) != equation.live(places)) {
                // Two rules may find one equation: it is written once.
                ties.push(equation);
            }
        }
        for id in circular(&sums) {
            ties.extend(sums.remove(id));
        }
        let sums = sums.into_iter().map(|(id, equation)| (id, equation.live(places))).collect();
        ties.retain(|tie| tie.terms_as_formula(places, true).len() < LONGEST);
        Self { sums, ties }
    }
}

/// A check as an equation, where its terms, with their signs, come to what was computed.
fn equation<'r>(check: &'r Check, places: &Places<'r>) -> Option<Equation<'r>> {
    if check.outcome == Outcome::Unchecked || check.terms.is_empty() {
        return None;
    }
    let reported = places.spot(check.reported.as_ref()?)?;
    let spots: Vec<Spot> = check.terms.iter().map(|term| places.spot(&term.cell)).collect::<Option<_>>()?;
    let unit = reported.unit().or_else(|| spots.iter().find_map(|spot| spot.unit())).unwrap_or(Decimal::ONE);
    let (mut worth, mut rest) = (Decimal::ZERO, reported.printed()?);
    let mut terms = Vec::new();
    for (spot, term) in spots.into_iter().zip(&check.terms) {
        let (printed, value) = (spot.printed()?, spot.cell.value.unwrap_or_default());
        worth = exact::add(worth, exact::mul(term.weight, value)?)?;
        let factor = exact::div(exact::mul(term.weight, spot.unit().unwrap_or(unit))?, unit)?;
        rest = exact::sub(rest, exact::mul(factor, printed)?)?;
        terms.push((spot, factor.normalize()));
    }
    let linear = Some(worth) == check.computed && exact::mul(rest, unit) == check.difference;
    linear.then(|| Equation { check, reported, terms, rest: rest.normalize() })
}

impl Equation<'_> {
    /// Whether it makes an amount of others on the same sheet; one other is a tie.
    fn is_sum(&self) -> bool {
        self.terms.len() > 1 && self.terms.iter().all(|(spot, _)| spot.sheet == self.reported.sheet)
    }

    /// The most decimals printed of its amounts.
    pub fn decimals(&self) -> u32 {
        let others = self.terms.iter().map(|(spot, _)| spot.cell.printed.map_or(0, |p| p.scale()));
        others.chain(self.reported.cell.printed.map(|p| p.scale())).max().unwrap_or(0)
    }

    /// What the printed amount has over its terms.
    pub fn rest(&self) -> Decimal {
        self.rest
    }

    /// The formula that gives the printed amount. What rounding left over stands in it as a number of its own.
    fn live(&self, places: &Places) -> String {
        let mut sum = self.terms_as_formula(places, false);
        if !self.rest.is_zero() {
            let sign = if self.rest.is_sign_positive() { "+" } else { "" };
            let _ = write!(sum, "{sign}{}", self.rest);
        }
        rounded(&sum, self.decimals())
    }

    /// "SUM(B5:B8)" or "B5+B6-B7"; with the sheets named, when they are to be read from another.
    pub fn terms_as_formula(&self, places: &Places, named: bool) -> String {
        let name = |spot: Spot| if named { places.across(spot) } else { spot.address() };
        if self.terms.len() > 1 && self.terms.iter().all(|(_, factor)| *factor == Decimal::ONE) {
            return self.as_sum(places, &name);
        }
        let mut out = String::new();
        for (spot, factor) in &self.terms {
            out.push_str(if factor.is_sign_negative() {
                "-"
            } else if out.is_empty() {
                ""
            } else {
                "+"
            });
            if factor.abs() != Decimal::ONE {
                let _ = write!(out, "{}*", factor.abs());
            }
            out.push_str(&name(*spot));
        }
        out
    }

    fn as_sum(&self, places: &Places, name: &dyn Fn(Spot) -> String) -> String {
        let mut spots: Vec<Spot> = self.terms.iter().map(|(spot, _)| *spot).collect();
        spots.sort_by_key(|spot| (spot.sheet, spot.column, spot.row));
        let runs: Vec<String> = spots
            .chunk_by(|above, below| places.adjoin(*above, *below))
            .map(|run| match run {
                [first, .., last] => [name(*first), last.address()].join(":"),
                _ => run.iter().map(|spot| name(*spot)).collect(),
            })
            .collect();
        // A function takes 255 arguments.
        if runs.len() < spots.len() && runs.len() < 200 {
            format!("SUM({})", runs.join(","))
        } else {
            spots.into_iter().map(name).collect::<Vec<_>>().join("+")
        }
    }
}

/// Binary sums of decimals leave dust; the printed decimals are all there is.
pub fn rounded(formula: &str, decimals: u32) -> String {
    if decimals == 0 { formula.to_owned() } else { format!("ROUND({formula},{decimals})") }
}

/// The sums that would, through others, be made of themselves: one of each ring.
fn circular<'r>(sums: &BTreeMap<&'r str, Equation<'r>>) -> Vec<&'r str> {
    let (mut begun, mut ended, mut found) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for first in sums.keys() {
        // Each with how many of its terms were gone through.
        let mut way = vec![(*first, 0)];
        while let Some((id, next)) = way.pop() {
            if ended.contains(id) {
                continue;
            }
            begun.insert(id);
            let terms = sums.get(id).map(|e| e.terms.as_slice()).unwrap_or_default();
            match terms.get(next).map(|(spot, _)| spot.cell.id.as_str()) {
                Some(term) if begun.contains(term) && !ended.contains(term) => {
                    found.insert(id);
                    ended.insert(id);
                }
                Some(term) => {
                    way.push((id, next + 1));
                    if sums.contains_key(term) {
                        way.push((term, 0));
                    }
                }
                None => {
                    ended.insert(id);
                }
            }
        }
    }
    found.into_iter().collect()
}
