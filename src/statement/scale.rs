//! Scale: "(in thousands, except per share amounts)" and its like.

use rust_decimal::Decimal;

use crate::{phrase::has_any, vocabulary::Unit};

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
