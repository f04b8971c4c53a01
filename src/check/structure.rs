//! Which lines a total adds up, found from the figures themselves with no taxonomy.
//!
//! Lines are read from the top down onto a stack. Each line is tried as the sum (with signs) of the last lines on the
//! stack; where that holds, they leave the stack and the total takes their place, so that nothing is counted twice.
//! All columns vote: a sum that is exact in three columns and off in the fourth is that sum with one broken column.
//! Rules above, captions, indentation and sections decide between sums that fit equally, and say how much arithmetic
//! evidence is needed.
//!
//! Whole numbers of the smallest printed unit (`i128`) stand for the amounts during the search: exact, and fast.

use rust_decimal::Decimal;

use super::captions::{is_contra, is_dated_down, is_deduction, says_total};
use crate::{
    exact,
    gather::Gather,
    phrase::begins,
    statement::{Cell, Line, Statement},
    vocabulary::{Rule, StatementKind, Unit},
};

/// A total and the lines it adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    pub total: usize,
    /// Line and sign (+1 or -1), from the top down.
    pub terms: Vec<(usize, i8)>,
    /// Columns in which the sum is exact, and columns in which it could be tried.
    pub exact: usize,
    pub tried: usize,
}

/// More terms than this are only tried with signs that the captions suggest.
const ALL_SIGNS: usize = 6;
/// Sums with signs are tried up to this many terms.
const SIGNED: usize = 16;
/// A sum longer than this is not looked for.
const LONGEST: usize = 80;

/// One entry of the stack.
struct Open {
    line: usize,
    /// Entries below that may belong to it: set for a line that looks like a total but whose sum was not found.
    hides: usize,
    is_total: bool,
}

/// Where on the stack a sum ends.
struct Place<'o> {
    /// The entry below.
    below: Option<&'o Open>,
    depth: usize,
    hides: usize,
}

struct Search<'s> {
    lines: &'s [Line],
    /// Printed amounts in the smallest printed unit, a row a line; `None` where nothing is printed.
    units: Vec<Vec<Option<i128>>>,
    columns: usize,
    ruled: bool,
    /// Costs are printed without a sign and taken away: how income statements are set, and no other statement.
    subtracts: bool,
    /// A balance sheet: figures are added unless a caption says otherwise.
    sheet: bool,
    /// Figures add up with the signs they are printed with: how balance sheets and cash flows are set.
    as_printed: bool,
    /// For each line, whether its caption says that it is a total, and that it names something taken away.
    says_total: Vec<bool>,
    deducts: Vec<bool>,
}

struct Found {
    terms: Vec<(usize, i8)>,
    exact: usize,
    tried: usize,
    score: f64,
    /// Entries of the stack that it takes the place of, and those below that its first line may add up.
    depth: usize,
    hides: usize,
}

/// Finds the equations of a statement.
pub fn find(statement: &Statement) -> Vec<Equation> {
    let mut equations = of_unit(statement, Unit::Money);
    // Basic shares and those that notes may become are the diluted ones; staff and stores add up as money does.
    for unit in [Unit::Shares, Unit::Count] {
        if statement.lines.iter().filter(|l| l.unit == unit && !l.aside).nth(2).is_some() {
            equations.append(&mut of_unit(statement, unit));
        }
    }
    // Earnings a share add up under a rule; their few digits agree by chance where no rule is.
    let ruled =
        |e: &Equation| statement.lines[e.total].rule_above != Rule::None && e.exact > 1 && e.exact + 1 >= e.tried;
    equations.extend(of_unit(statement, Unit::PerShare).into_iter().filter(ruled));
    equations
}

/// The equations between lines of one unit.
fn of_unit(statement: &Statement, unit: Unit) -> Vec<Equation> {
    if is_dated_down(statement) {
        return Vec::new();
    }
    let search = Search::new(statement, unit);
    let mut stack: Vec<Open> = Vec::new();
    let mut equations = Vec::new();
    for line in 0..search.lines.len() {
        if !search.takes_part(line) {
            continue;
        }
        if let Some(found) = search.total(line, &stack) {
            stack.truncate(stack.len() - found.depth);
            equations.push(Equation { total: line, terms: found.terms, exact: found.exact, tried: found.tried });
            // What the first of its lines may add up is now under the total.
            stack.push(Open { line, hides: found.hides, is_total: true });
        } else {
            let hides = if search.looks_total(line) { search.section(&stack) } else { 0 };
            stack.push(Open { line, hides, is_total: hides > 0 });
        }
    }
    equations
}

impl<'s> Search<'s> {
    fn new(statement: &'s Statement, of: Unit) -> Self {
        let counts = |l: &Line| l.unit == of && !l.aside;
        let mut places = 0;
        for line in statement.lines.iter().filter(|l| counts(l)) {
            for cell in line.cells.iter().flatten() {
                places = places.max(cell.printed.map_or(0, |p| p.scale()));
            }
        }
        let factor = Decimal::from(10_i64.pow(places.min(6)));
        let unit = |line: &Line, column: usize| -> Option<i128> {
            if !statement.columns[column].adds_down() {
                return None;
            }
            let printed = line.cells.get(column)?.as_ref()?.printed?;
            let whole = exact::mul(printed, factor)?.trunc();
            (whole.scale() == 0).then(|| whole.mantissa())
        };
        Self {
            units: statement
                .lines
                .iter()
                .map(|l| (0..statement.columns.len()).map(|c| if counts(l) { unit(l, c) } else { None }).gather())
                .gather(),
            says_total: statement.lines.iter().map(says_total).gather(),
            deducts: statement.lines.iter().map(is_deduction).gather(),
            lines: &statement.lines,
            columns: statement.columns.len(),
            subtracts: statement.kind == StatementKind::IncomeStatement,
            sheet: statement.kind == StatementKind::BalanceSheet,
            as_printed: matches!(statement.kind, StatementKind::BalanceSheet | StatementKind::CashFlow),
            ruled: statement.lines.iter().any(|l| l.rule_above != Rule::None),
        }
    }

    /// The line holds amounts, or holds some that could not be put in columns: no sum may pass over those.
    fn takes_part(&self, line: usize) -> bool {
        let unplaced = |c: &Option<Cell>| c.as_ref().is_some_and(|c| c.text.is_empty());
        self.units[line].iter().any(Option::is_some) || self.lines[line].cells.iter().any(unplaced)
    }

    /// The caption or a rule says that this line adds others up.
    fn looks_total(&self, line: usize) -> bool {
        self.lines[line].rule_above != Rule::None || self.says_total[line]
    }

    /// Set in more, or less, than every line it would add up.
    fn stands_apart(&self, line: usize, terms: &[usize]) -> bool {
        let indent = self.lines[line].indent;
        let all = |test: &dyn Fn(usize) -> bool| terms.iter().all(|t| test(self.lines[*t].indent));
        terms.len() >= 2 && (all(&|i| i < indent) || all(&|i| i > indent))
    }

    /// How many entries on top of the stack stand in the section that ends here: back to the last total or rule.
    fn section(&self, stack: &[Open]) -> usize {
        let Some(top) = stack.last() else { return 0 };
        let path = &self.lines[top.line].path;
        stack.iter().rev().take_while(|o| !o.is_total && &self.lines[o.line].path == path).count()
    }

    /// The best sum on top of the stack that comes to this line.
    fn total(&self, line: usize, stack: &[Open]) -> Option<Found> {
        let mut best: Option<Found> = None;
        let mut consider = |found: Option<Found>| {
            if let Some(found) = found
                && best.as_ref().is_none_or(|b| found.score > b.score)
            {
                best = Some(found);
            }
        };
        let skips = if stack.iter().any(|o| o.hides > 0) { [false, true].as_slice() } else { &[false] };
        for &skip in skips {
            let mut terms: Vec<usize> = Vec::new();
            let mut sums = vec![0_i128; self.columns];
            let mut at = stack.len();
            while at > 0 && terms.len() < LONGEST {
                at -= 1;
                let open = &stack[at];
                terms.push(open.line);
                for (sum, unit) in sums.iter_mut().zip(&self.units[open.line]) {
                    *sum += unit.unwrap_or_default();
                }
                let depth = stack.len() - at;
                if skip {
                    at = at.saturating_sub(open.hides);
                }
                let below = at.checked_sub(1).map(|b| &stack[b]);
                let place = Place { below, depth, hides: open.hides };
                let plain = self.weigh(line, &terms, &vec![1; terms.len()], &sums, &place, 0.0);
                let settled = plain.as_ref().is_some_and(|f| f.exact == f.tried);
                consider(plain);
                if !settled
                    && terms.len() >= 2
                    && terms.len() <= SIGNED
                    && (self.looks_total(line) || !self.ruled && self.lines[line].blank_above)
                {
                    self.signed(line, &terms, &place, &mut consider);
                }
            }
        }
        best
    }

    /// Tries sums with signs.
    fn signed(&self, line: usize, terms: &[usize], place: &Place<'_>, consider: &mut impl FnMut(Option<Found>)) {
        let n = terms.len();
        let mut patterns: Vec<Vec<i8>> = Vec::new();
        // The lowest term stands first in `terms`, the top line of the sum last.
        let costs: Vec<i8> = (0..n).map(|i| if i + 1 == n { 1 } else { -1 }).gather();
        let told: Vec<i8> = (0..n).map(|i| if i + 1 < n && self.deducts[terms[i]] { -1 } else { 1 }).gather();
        if n <= ALL_SIGNS {
            for bits in 1..(1_u32 << n) {
                patterns.push((0..n).map(|i| if bits >> i & 1 == 1 { -1 } else { 1 }).gather());
            }
        } else {
            for base in [vec![1; n], costs, told] {
                for flip in 0..n {
                    let mut one = base.clone();
                    one[flip] = -one[flip];
                    patterns.push(one);
                }
                patterns.push(base);
            }
        }
        for mut signs in patterns {
            // A sign on a line with no amounts says nothing.
            for (sign, _) in signs.iter_mut().zip(terms).filter(|(_, t)| self.is_idle(**t)) {
                *sign = 1;
            }
            // What a balance sheet takes away, it names so.
            let unnamed = self.sheet && signs.iter().zip(terms).any(|(s, t)| *s < 0 && !self.may_take(line, *t));
            if unnamed || signs.iter().all(|s| *s < 0) || self.cancels(terms, &signs) {
                continue;
            }
            let sums: Vec<i128> = (0..self.columns)
                .map(|c| {
                    terms.iter().zip(&signs).map(|(t, s)| self.units[*t][c].unwrap_or_default() * i128::from(*s)).sum()
                })
                .gather();
            let flips = signs.iter().filter(|s| **s < 0).count();
            let first_minus = signs[n - 1] < 0;
            let unsupported = terms
                .iter()
                .zip(&signs)
                .filter(|(t, s)| **s < 0 && self.is_unsupported(line, **t, terms, &signs))
                .count();
            #[allow(clippy::cast_precision_loss, reason = "a handful of terms")]
            let cost = 0.4 * flips as f64 + 15.0 * unsupported as f64 + if first_minus { 4.0 } else { 0.0 };
            consider(self.weigh(line, terms, &signs, &sums, place, cost));
        }
    }

    /// A balance sheet takes away what is named so, and from all assets all that is owed to come to net assets.
    fn may_take(&self, line: usize, term: usize) -> bool {
        let net = begins(&self.lines[line].plain, "net assets|total net assets");
        is_contra(&self.lines[term]) || net && begins(&self.lines[term].plain, "total liabilities|liabilities")
    }

    fn is_idle(&self, line: usize) -> bool {
        self.units[line].iter().all(|u| u.unwrap_or_default() == 0)
    }

    /// A line is added and its repetition taken away: that says nothing of the total.
    fn cancels(&self, terms: &[usize], signs: &[i8]) -> bool {
        let pairs = || terms.iter().zip(signs);
        pairs().any(|(a, s)| *s > 0 && pairs().any(|(b, t)| *t < 0 && self.units[*a] == self.units[*b]))
    }

    /// Taking this term away rests on one column alone, against the convention of the statement: a sign lost in that column
    /// is the better reading.
    fn is_unsupported(&self, line: usize, term: usize, terms: &[usize], signs: &[i8]) -> bool {
        let live = |t: usize| self.units[t].iter().filter(|u| u.is_some_and(|u| u != 0)).count();
        let columns = self.units[line].iter().flatten().count();
        if columns < 2 || live(term) > 1 {
            return false;
        }
        // Where another line is taken away in several columns, that is how this list is set.
        if terms.iter().zip(signs).any(|(t, s)| *t != term && *s < 0 && live(*t) > 1) {
            return false;
        }
        let negative = |t: usize| self.units[t].iter().flatten().any(|u| *u < 0);
        let added_as_printed =
            terms.iter().zip(signs).any(|(t, s)| *t != term && *s > 0 && negative(*t) && self.deducts[*t]);
        !self.subtracts || added_as_printed
    }

    /// Weighs one sum: how many digits of agreement, over all columns, against how many sums were tried.
    fn weigh(
        &self,
        line: usize,
        terms: &[usize],
        signs: &[i8],
        sums: &[i128],
        place: &Place<'_>,
        cost: f64,
    ) -> Option<Found> {
        let Place { below, depth, hides } = *place;
        let (mut exact, mut near, mut off, mut digits) = (0_usize, 0_usize, 0_usize, 0.0);
        // Columns that tie and in which two lines or more hold an amount: the others only repeat a line.
        let mut added = 0_usize;
        for (column, sum) in sums.iter().enumerate() {
            let Some(total) = self.units[line][column] else { continue };
            let live = terms.iter().filter(|t| self.units[**t][column].is_some_and(|u| u != 0)).count();
            if live == 0 && total == 0 {
                continue;
            }
            let gap = (total - sum).unsigned_abs();
            let room = (terms.len() as u128).div_ceil(2);
            if gap <= room {
                added += usize::from(live >= 2);
                if gap == 0 {
                    exact += 1;
                } else {
                    near += 1;
                }
                let agree = log10(total.unsigned_abs().max(1)) - log10(2 * gap + 1);
                // One live line repeats its total, which says less than a sum.
                digits += if live >= 2 || terms.len() == 1 { agree } else { agree / 2.0 };
            } else if !terms.iter().any(|t| self.lines[*t].is_no_term(column)) {
                off += 1;
            }
        }
        let tried = exact + near + off;
        // One column that comes near while another fails does so by chance.
        let by_chance = exact == 0 && near == 1 && off > 0;
        if exact + near == 0 || by_chance || (off > 0 && added == 0 && !self.as_printed) {
            return None;
        }
        let total = &self.lines[line];
        let ruled = total.rule_above != Rule::None;
        let says = self.says_total[line];
        if terms.len() == 1 {
            // A total of one line repeats it; only a caption that says so makes it a sum.
            let repeats = begins(&total.plain, "total|net cash|cash from|cash used|cash provided")
                && off == 0
                && near == 0
                && !below.is_some_and(|b| !b.is_total && self.lines[b.line].path == self.lines[terms[0]].path);
            if !repeats || digits < 2.0 {
                return None;
            }
        }
        let needed = match (ruled, says) {
            (true, true) => 0.5,
            (true, false) | (false, true) => 2.0,
            (false, false) => 4.5,
        } + log10(4 * terms.len() as u128)
            + cost
            - f64::from(u8::from(self.stands_apart(line, terms)))
            // All from the top to a total: nothing was chosen.
            - f64::from(u8::from(says && below.is_none() && terms.len() > 2));
        // More columns off than not: another structure, unless the page says plainly that this is the sum.
        let plain = ruled || says || terms.len() >= 3 && off <= exact;
        if digits < needed || off > exact + near || (off > 0 && !plain) {
            return None;
        }
        let first = &self.lines[*terms.last()?];
        // Dashes above the heading of the others ("Revenue —", "Expenses:") are none of them.
        let idle = self.units[*terms.last()?].iter().all(|u| u.unwrap_or_default() == 0)
            && terms.iter().rev().nth(1).is_some_and(|t| self.lines[*t].path != first.path);
        let section_starts = below.is_none_or(|b| {
            b.is_total || self.lines[b.line].path != first.path || self.lines[b.line].indent != first.indent
        });
        #[allow(clippy::cast_precision_loss, reason = "counts of columns")]
        let score = 10.0 * exact as f64 + 4.0 * near as f64 - 6.0 * off as f64 + if section_starts { 1.5 } else { 0.0 }
            - cost
            - f64::from(u8::from(idle))
            + 0.001 * terms.len() as f64;
        let terms = terms.iter().zip(signs).rev().map(|(t, s)| (*t, *s)).gather();
        Some(Found { terms, exact, tried, score, depth, hides })
    }
}

#[allow(clippy::cast_precision_loss, reason = "an order of magnitude is enough")]
fn log10(n: u128) -> f64 {
    (n as f64).log10()
}
