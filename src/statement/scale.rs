//! Scale: "(in thousands, except per share amounts)" and its like.

use rust_decimal::Decimal;

use super::Line;
use crate::{
    phrase::has_any,
    table::{Figure, Printed},
    vocabulary::Unit,
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

impl Scale {
    /// The scale of a line that states its own: "Weighted average shares (000's)", in its caption or the heading above it.
    #[must_use]
    pub fn of_line(self, line: &Line) -> Self {
        let own = scale_of(&line.caption);
        let above = || line.path.last().filter(|_| line.unit == Unit::Shares).and_then(|p| scale_of(p));
        match own.or_else(above) {
            Some(stated) if line.unit == Unit::Shares => Self { shares: stated, ..self },
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
        // No company has a hundred billion shares; some have more than twenty, and print them in millions.
        let (in_millions, in_thousands) = (stated > Decimal::ONE_THOUSAND, stated >= Decimal::ONE_THOUSAND);
        let below = |most: i64| printed.abs() < Decimal::from(most);
        if in_millions && below(100_000) {
            stated
        } else if in_thousands && below(if in_millions { 1_000_000 } else { 20_000_000 }) {
            Decimal::ONE_THOUSAND
        } else {
            Decimal::ONE
        }
    }
}

/// The scale that a phrase states, if it states one.
fn scale_of(words: &str) -> Option<Decimal> {
    let words = words.to_ascii_lowercase();
    if has_any(&words, "in thousands|thousands of|(thousands|000's|000s|$000|(000)|000 omitted|dollars in thousands") {
        Some(Decimal::ONE_THOUSAND)
    } else if has_any(&words, "in millions|millions of|(millions") {
        Some(Decimal::from(1_000_000))
    } else if has_any(&words, "in billions|billions of") {
        Some(Decimal::from(1_000_000_000))
    } else {
        None
    }
}

/// Reads the scale from the words above a table.
pub fn read<'w>(words: impl Iterator<Item = &'w str>) -> Option<Scale> {
    let mut all = String::new();
    for word in words {
        all.push_str(word);
        all.push(' ');
    }
    let money = scale_of(&all)?;
    let all = all.to_ascii_lowercase();
    // "except share and per share amounts": share counts are printed whole.
    let whole = has_any(&all, "except share|except for share|except shares|except number of shares");
    Some(Scale { money, shares: if whole { Decimal::ONE } else { money } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_by_their_magnitude() {
        let scale = Scale { money: Decimal::from(1_000_000), shares: Decimal::from(1_000_000) };
        let figure = |printed: &str| crate::table::figure(printed, 0).unwrap();
        let of = |printed: &str| scale.of_figure(Unit::Shares, &figure(printed)).to_string();
        // 443,985 millions of shares there are not; in thousands it is a large company.
        assert_eq!((of("443"), of("443,985"), of("443,985,000")), ("1000000".into(), "1000".into(), "1".into()));
        let whole = Scale { money: Decimal::from(1_000_000), shares: Decimal::ONE };
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
    }
}
