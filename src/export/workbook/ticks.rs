//! Tick marks beside the amounts: what their checks came to, and by a letter each what was done.

use std::collections::BTreeMap;

use crate::report::{Check, Outcome, Report, Statement, TICKS, counts, tick};

const SIGNS: [(Outcome, &str, &str); 3] = [
    (Outcome::Broken, "✗", "does not tie"),
    (Outcome::Rounding, "≈", "ties within rounding"),
    (Outcome::Exact, "✓", "ties"),
];

/// Of an amount the worst that its checks came to, and which kinds of check came to it.
#[derive(Clone, Copy)]
struct Tick {
    sign: usize,
    letters: [bool; TICKS.len()],
}

pub struct Ticks<'r> {
    by_id: BTreeMap<&'r str, Tick>,
}

impl<'r> Ticks<'r> {
    pub fn of(report: &'r Report) -> Self {
        let mut ticks = Self { by_id: BTreeMap::new() };
        for check in report.checks.iter().filter(|check| counts(check)) {
            let Some(sign) = SIGNS.iter().position(|(outcome, ..)| *outcome == check.outcome) else { continue };
            for id in about(check) {
                let tick = ticks.by_id.entry(id).or_insert(Tick { sign, letters: [false; TICKS.len()] });
                if sign < tick.sign {
                    *tick = Tick { sign, letters: [false; TICKS.len()] };
                }
                if sign == tick.sign
                    && let Some(letter) = self::tick(&check.rule)
                {
                    tick.letters[letter] = true;
                }
            }
        }
        ticks
    }

    /// "✓fs", as it stands beside an amount.
    pub fn on(&self, id: &str) -> Option<String> {
        let Tick { sign, letters } = self.by_id.get(id)?;
        let letters = TICKS.iter().zip(letters).filter_map(|((letter, _), is)| is.then_some(*letter));
        Some(std::iter::once(SIGNS[*sign].1).chain(letters).collect())
    }

    /// What the marks of a statement say: "✓ ties, f footed, s agreed to another statement". Nothing where it has none.
    pub fn legend(&self, statement: &Statement) -> String {
        let cells = statement.lines.iter().flat_map(|line| &line.cells);
        let ticks: Vec<&Tick> = cells.filter_map(|cell| self.by_id.get(cell.id.as_str())).collect();
        let signs = SIGNS.iter().enumerate().rev().filter(|(at, _)| ticks.iter().any(|tick| tick.sign == *at));
        let signs = signs.map(|(_, (_, sign, says))| [sign, " ", says].concat());
        let letters = TICKS.iter().enumerate().filter(|(at, _)| ticks.iter().any(|tick| tick.letters[*at]));
        let letters = letters.map(|(_, (letter, says))| [letter, " ", says].concat());
        signs.chain(letters).collect::<Vec<_>>().join(", ")
    }
}

/// The amounts a check is about: its own; of a figure in the text that ties the amount of the table.
fn about(check: &Check) -> impl Iterator<Item = &str> {
    let text = matches!(check.rule.as_str(), "prose" | "headline") && check.outcome == Outcome::Exact;
    let terms = check.terms.iter().filter(move |_| text).map(|term| term.cell.as_str());
    check.reported.as_deref().into_iter().chain(terms)
}
