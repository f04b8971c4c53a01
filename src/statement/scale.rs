//! Scale: "(in thousands, except per share amounts)" and its like.

use rust_decimal::Decimal;

use super::{Column, Line, Statement, currency};
use crate::{
    exact,
    gather::Gather,
    phrase::{after, begins, has_any, trim_end},
    table::{Figure, Printed},
    vocabulary::{StatementKind, Unit},
};

/// The scale that the heading of a line states of its own: "Revenues (in thousands):". What is said of shares is not said of money.
fn above(line: &Line) -> Option<Decimal> {
    if line.unit == Unit::Shares {
        return line.path.last().and_then(|p| scale_of(p));
    }
    let own = |p: &&String| !begins(p, "(") && has_any(trim_end(p, ": "), ")");
    let nearest = line.path.iter().rev().filter(own).find_map(|p| Some((p, scale_of(p)?)));
    let (heading, scale) = nearest.filter(|_| line.unit == Unit::Money)?;
    let closes = trim_end(heading, ": ").ends_with(')') && !has_any(&heading.to_ascii_lowercase(), "share|except");
    closes.then_some(scale)
}

/// What printed figures are multiplied by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    pub money: Decimal,
    pub shares: Decimal,
    /// Of what a line counts: one, unless the line says its own.
    pub counts: Decimal,
    /// The scale is said of dollars, so that shares may be counted whole.
    pub of_money_only: bool,
    /// The scale is said of shares, and nothing is said of money.
    pub of_shares_only: bool,
}

impl Default for Scale {
    fn default() -> Self {
        Self {
            money: Decimal::ONE,
            shares: Decimal::ONE,
            counts: Decimal::ONE,
            of_money_only: false,
            of_shares_only: false,
        }
    }
}

impl Scale {
    pub fn of(self, unit: Unit) -> Decimal {
        match unit {
            Unit::Money => self.money,
            Unit::Shares => self.shares,
            Unit::Count => self.counts,
            Unit::PerShare | Unit::Percent => Decimal::ONE,
        }
    }

    /// The scale of a column that states its own.
    #[must_use]
    pub fn of_column(self, column: &Column) -> Self {
        let counts = |own| if counts_things(column) { own } else { self.counts };
        column.scale.map_or(self, |own| Self { money: own, shares: own, counts: counts(own), ..self })
    }

    /// The scale of a line that states its own: "Weighted average shares (000's)", in its caption or the heading above it.
    #[must_use]
    pub fn of_line(self, line: &Line) -> Self {
        let own = scale_of(&line.caption);
        match own.or_else(|| above(line)) {
            Some(stated) if line.unit == Unit::Shares => Self { shares: stated, ..self },
            Some(stated) if line.unit == Unit::Count => Self { counts: stated, ..self },
            Some(stated) => Self { money: stated, ..self },
            None => self,
        }
    }

    /// What a printed unit of an amount is worth. Printed with decimals, shares are not counted whole; and no company has so many
    /// that a count with many digits can be meant in millions.
    pub fn of_figure(self, unit: Unit, figure: &Figure) -> Decimal {
        let decimals = matches!(figure.printed, Printed::Number { places, .. } if places > 0);
        let stated = if unit == Unit::Shares && decimals { self.money.max(self.shares) } else { self.of(unit) };
        let Some(printed) = figure.number().filter(|_| unit == Unit::Shares) else { return stated };
        // No company prints more than ten billion shares in thousands: those that have more print them in millions. Where the
        // scale is said of dollars alone, a count of millions is taken whole.
        let most = if self.of_money_only { 1_000_000 } else { 10_000_000 };
        let (in_millions, in_thousands) = (stated > Decimal::ONE_THOUSAND, stated >= Decimal::ONE_THOUSAND);
        let below = |most: i64| printed.abs() < Decimal::from(most);
        if in_millions && below(100_000) {
            stated
        } else if in_thousands && below(if in_millions { 1_000_000 } else { most }) {
            Decimal::ONE_THOUSAND
        } else {
            Decimal::ONE
        }
    }
}

const THOUSANDS: &str = "in thousands|thousands of|(thousands|000's|000’s|000s|$000|(000)|000 omitted|dollars in thousands|\
    nearest thousand|to thousands|'000|’000|thousands except|thousands, except|$ thousands|thousands)|in thousand|£000|€000|¥000";
const MILLIONS: &str = "in millions|millions of|(millions|to millions|millions except|millions, except|$ millions|millions)|\
    in million|nearest million|$ million|£m|€m";
const BILLIONS: &str = "in billions|billions of|(billions";

/// The scale that a phrase states, if it states one: the first it names is that of money.
fn scale_of(words: &str) -> Option<Decimal> {
    let lower = words.to_ascii_lowercase();
    let mut found: Option<(usize, u32)> = None;
    for (list, scale) in &[(THOUSANDS, 1_000), (MILLIONS, 1_000_000), (BILLIONS, 1_000_000_000)] {
        if let Some(at) = first(&lower, list)
            && found.is_none_or(|f| at < f.0)
        {
            found = Some((at, *scale));
        }
    }
    found.map(|(_, scale)| scale).or_else(|| currency::scale(words)).map(Decimal::from)
}

/// The scale that words state.
pub fn said_by(words: &str) -> Option<Decimal> {
    scale_of(words)
}

/// Whether a line's caption states its own scale, or its heading does.
pub fn says_scale(line: &Line) -> bool {
    scale_of(&line.caption).is_some() || line.unit == Unit::Money && above(line).is_some()
}

/// Where the first of a list stands.
fn first(words: &str, list: &str) -> Option<usize> {
    (0..words.len()).find(|&at| begins(after(words, at), list))
}

/// Reads the scale from the words above a table.
pub fn read<'w>(words: impl Iterator<Item = &'w str>) -> Option<Scale> {
    let mut all = String::new();
    for word in words {
        all.push_str(word);
        all.push(' ');
    }
    let of_shares = said_of_shares(&all);
    let Some(money) = scale_of(of_shares.map_or(all.as_str(), |(_, rest)| rest)) else {
        return of_shares.map(|(shares, _)| Scale { shares, of_shares_only: true, ..Scale::default() });
    };
    let of_shares = of_shares.map(|(shares, _)| shares);
    let all = all.to_ascii_lowercase();
    // As far as the parenthesis goes.
    let excepted = first(&all, "except").map_or("", |at| after(&all, at));
    let excepted = excepted.split(')').next().unwrap_or_default();
    let shares = match (scale_of(excepted), counts_shares(excepted)) {
        (Some(other), true) => other,
        // "except share and per share amounts": share counts are printed whole.
        (None, true) => Decimal::ONE,
        (_, false) => money,
    };
    let shares = of_shares.unwrap_or(shares);
    let of_money_only = has_any(
        &all,
        "ollars in |ollar amounts in |ollar value in |ollar values in |$ in |of dollars|of u.s. dollars|of us dollars",
    );
    Some(Scale { money, shares, of_money_only, ..Scale::default() })
}

/// The scale said of shares alone, and the words behind it: "(share amounts in 000's)", "(shares in thousands, dollars in millions)".
fn said_of_shares(words: &str) -> Option<(Decimal, &str)> {
    let lower = words.to_ascii_lowercase();
    let at = [THOUSANDS, MILLIONS].iter().filter_map(|list| first(&lower, list)).min()?;
    let (before, rest) = (lower.get(..at)?, words.get(at..)?);
    let phrase = &before[before.rfind(['(', ',', ';']).map_or(0, |open| open + 1)..];
    let alone = begins(phrase.trim_start(), "share|number of shares|unit") && !has_any(phrase, " and ");
    let behind = rest.find([')', ',', ';']).map_or("", |end| after(rest, end));
    scale_of(rest).filter(|_| alone && counts_shares(phrase)).map(|own| (own, behind))
}

/// Gives each column the scale its own headings state, where they state more than one: "Millions of yen" over two columns,
/// "Thousands of U.S. dollars" over the third. A column of things states it for itself alone: "Shares (000's)" beside columns of
/// money in millions.
pub fn of_columns(columns: &mut [Column]) {
    // "Square feet (in thousands)" says it of feet.
    for column in columns.iter_mut().filter(|c| c.things) {
        column.scale = column.headings.last().and_then(|h| scale_of(h));
    }
    let told: Vec<Option<Decimal>> =
        columns.iter().map(|c| if c.things { None } else { scale_of(&c.label()) }).gather();
    let mut stated = told.iter().flatten();
    let first = stated.next();
    let differ = stated.any(|scale| Some(scale) != first);
    for (column, own) in columns.iter_mut().zip(told).filter(|(c, _)| !c.things) {
        if differ || counts_things(column) {
            column.scale = own;
        }
    }
}

/// Whether a column counts shares or other things, whose scale says nothing of the money beside them.
pub fn counts_things(column: &Column) -> bool {
    matches!(column.unit, Some(Unit::Shares | Unit::Count))
}

/// Whether words name shares otherwise than in "per share" or "per common share".
fn counts_shares(words: &str) -> bool {
    let mut per = 0;
    for word in words.split(|c: char| !c.is_ascii_alphanumeric()) {
        match word {
            "per" => per = 4,
            "share" | "shares" | "unit" | "units" if per == 0 => return true,
            "and" | "share" | "shares" | "unit" | "units" => per = 0,
            _ => per = usize::saturating_sub(per, 1),
        }
    }
    false
}

/// Gives statements that state no scale the one all the others state, two at least, where their figures are about as large:
/// whole dollars would be larger.
pub fn complete(statements: &mut [Statement], stated: &[bool]) {
    let primary = |s: &Statement| !matches!(s.kind, StatementKind::Schedule | StatementKind::Other);
    let mut common: Option<Decimal> = None;
    let mut largest = Decimal::ZERO;
    let mut count = 0;
    for (statement, _) in statements.iter().zip(stated).filter(|(s, stated)| **stated && primary(s)) {
        if common.is_some_and(|scale| scale != statement.scale) {
            return;
        }
        common = Some(statement.scale);
        count += 1;
        largest = largest.max(statement.largest());
    }
    let Some(scale) = common.filter(|_| count > 1) else { return };
    for (statement, _) in statements.iter_mut().zip(stated).filter(|(s, stated)| !**stated && primary(s)) {
        if exact::half(statement.largest()) > largest {
            continue;
        }
        statement.scale = scale;
        statement.said.money = scale;
        for line in statement.lines.iter_mut().filter(|l| l.unit == Unit::Money && !l.aside && !says_scale(l)) {
            line.cells.iter_mut().flatten().for_each(|cell| cell.rescale(scale));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_by_their_magnitude() {
        let scale = Scale { money: Decimal::from(1_000_000), shares: Decimal::from(1_000_000), ..Scale::default() };
        let figure = |printed: &str| crate::table::figure(printed, 0).unwrap();
        let of = |printed: &str| scale.of_figure(Unit::Shares, &figure(printed)).to_string();
        // 443,985 millions of shares there are not; in thousands it is a large company.
        assert_eq!((of("443"), of("443,985"), of("443,985,000")), ("1000000".into(), "1000".into(), "1".into()));
        let whole = Scale { money: Decimal::from(1_000_000), shares: Decimal::ONE, ..Scale::default() };
        assert_eq!(whole.of_figure(Unit::Shares, &figure("341.2")), Decimal::from(1_000_000));
    }

    #[test]
    fn shares_are_scaled_unless_excepted() {
        let read = |w: &str| read([w].into_iter()).map(|s| (s.money.to_string(), s.shares.to_string()));
        assert_eq!(read("(in thousands, except per share amounts)"), Some(("1000".into(), "1000".into())));
        assert_eq!(
            read("(Dollars in millions, except share and per share data)"),
            Some(("1000000".into(), "1".into()))
        );
        assert_eq!(read("(unaudited)"), None);
        assert_eq!(read("(shares in thousands, dollars in millions)"), Some(("1000000".into(), "1000".into())));
        assert_eq!(read("(dollars and shares in thousands)"), Some(("1000".into(), "1000".into())));
        assert_eq!(read("(share amounts in 000's)"), Some(("1".into(), "1000".into())));
        assert_eq!(read("(in 000s, except per share data)"), Some(("1000".into(), "1000".into())));
        assert_eq!(read("(In millions, except shares in thousands)"), Some(("1000000".into(), "1000".into())));
        assert_eq!(
            read("(000 omitted except per common share and number of shares)"),
            Some(("1000".into(), "1".into()))
        );
        assert_eq!(
            read("(Dollars rounded to millions, except per common share data)"),
            Some(("1000000".into(), "1000000".into()))
        );
    }
}
