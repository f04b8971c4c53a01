//! Scale: "(in thousands, except per share amounts)" and its like.

use rust_decimal::Decimal;

use super::Statement;
use crate::{
    exact,
    phrase::{after, begins, has_any},
    vocabulary::{StatementKind, Unit},
};

/// What printed figures are multiplied by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    pub money: Decimal,
    pub shares: Decimal,
}

impl Default for Scale {
    fn default() -> Self {
        Self { money: Decimal::ONE, shares: Decimal::ONE }
    }
}

impl Scale {
    pub fn of(self, unit: Unit) -> Decimal {
        match unit {
            Unit::Money => self.money,
            Unit::Shares => self.shares,
            Unit::PerShare | Unit::Percent | Unit::Count => Decimal::ONE,
        }
    }
}

const THOUSANDS: &str = "in thousands|thousands of|(thousands|000's|000s|$000|(000)|000 omitted|dollars in thousands|\
    nearest thousand|to thousands|thousands except|thousands, except|$ thousands|thousands)|in thousand";
const MILLIONS: &str = "in millions|millions of|(millions|to millions|millions except|millions, except|$ millions|millions)|\
    in million|nearest million|$ million";
const BILLIONS: &str = "in billions|billions of|(billions";

/// The scale that a phrase states, if it states one: the first it names is that of money.
fn scale_of(words: &str) -> Option<Decimal> {
    let scales = [
        (THOUSANDS, Decimal::ONE_THOUSAND),
        (MILLIONS, Decimal::from(1_000_000)),
        (BILLIONS, Decimal::from(1_000_000_000)),
    ];
    let found = scales.into_iter().filter_map(|(list, scale)| Some((first(words, list)?, scale)));
    found.min_by_key(|(at, _)| *at).map(|(_, scale)| scale)
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
    let all = all.to_ascii_lowercase();
    let money = scale_of(&all)?;
    // As far as the parenthesis goes.
    let excepted = first(&all, "except").map_or("", |at| after(&all, at));
    let excepted = excepted.split(')').next().unwrap_or_default();
    let shares = match (scale_of(excepted), counts_shares(excepted)) {
        (Some(other), true) => other,
        // "except share and per share amounts": share counts are printed whole.
        (None, true) => Decimal::ONE,
        (_, false) => money,
    };
    Some(Scale { money, shares })
}

/// Whether words name shares otherwise than in "per share" or "per common share".
fn counts_shares(words: &str) -> bool {
    let mut per = 0;
    for word in words.split(|c: char| !c.is_ascii_alphanumeric()) {
        match word {
            "per" => per = 4,
            "share" | "shares" if per == 0 => return true,
            "and" | "share" | "shares" => per = 0,
            _ => per = usize::saturating_sub(per, 1),
        }
    }
    false
}

/// The scale that a line states for itself: "Average shares outstanding (in thousands)".
pub fn of_line(caption: &str, unit: Unit) -> Option<Decimal> {
    const OWN: [(&str, i64); 2] =
        [("(in thousands)|(thousands)|(000's)|(000s)|(in 000's)|(000)", 1000), ("(in millions)|(millions)", 1_000_000)];
    if !matches!(unit, Unit::Money | Unit::Shares) {
        return None;
    }
    let caption = caption.to_ascii_lowercase();
    OWN.iter().find(|(list, _)| has_any(&caption, list)).map(|(_, scale)| Decimal::from(*scale))
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
        if statement.largest() > largest * Decimal::TWO {
            continue;
        }
        statement.scale = scale;
        for line in
            statement.lines.iter_mut().filter(|l| l.unit == Unit::Money && of_line(&l.caption, l.unit).is_none())
        {
            for cell in line.cells.iter_mut().flatten() {
                let scaled = |v: Decimal| exact::mul(v, scale).map(|v| v.normalize());
                (cell.value, cell.ulp) = (cell.value.and_then(scaled), cell.ulp.and_then(scaled));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_scaled_unless_excepted() {
        let read = |w: &str| read([w].into_iter()).map(|s| (s.money.to_string(), s.shares.to_string()));
        assert_eq!(read("(in thousands, except per share amounts)"), Some(("1000".into(), "1000".into())));
        assert_eq!(
            read("(Dollars in millions, except share and per share data)"),
            Some(("1000000".into(), "1".into()))
        );
        assert_eq!(read("(unaudited)"), None);
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
