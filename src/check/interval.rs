//! The interval of numbers that a printed figure may stand for, and arithmetic on such intervals.
//!
//! A figure `v` printed to the nearest `u` stands for `[v - u/2, v + u/2]`, ends included. Two figures are consistent
//! when their intervals meet (XBRL Calculations 1.1).

use rust_decimal::Decimal;

use crate::exact;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub low: Decimal,
    pub high: Decimal,
}

impl Interval {
    /// What a figure printed to the nearest `ulp` may stand for; an `ulp` of nothing gives the point itself.
    pub fn around(value: Decimal, ulp: Decimal) -> Self {
        let half = exact::half(ulp);
        let or_value = |end: Option<Decimal>| end.unwrap_or(value);
        Self { low: or_value(exact::sub(value, half)), high: or_value(exact::add(value, half)) }
    }

    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    pub fn holds(self, value: Decimal) -> bool {
        self.low <= value && value <= self.high
    }

    /// All quotients of a number of this interval and one of `by`; `None` when `by` holds zero or the result is too
    /// large to compute.
    pub fn quotient(self, by: Self) -> Option<Self> {
        if by.holds(Decimal::ZERO) {
            return None;
        }
        let corners = [
            exact::div(self.low, by.low)?,
            exact::div(self.low, by.high)?,
            exact::div(self.high, by.low)?,
            exact::div(self.high, by.high)?,
        ];
        Some(Self { low: corners.iter().copied().min()?, high: corners.iter().copied().max()? })
    }

    /// Change from `base` to this, in percent.
    pub fn percent_change(self, base: Self) -> Option<Self> {
        let ratio = self.quotient(base)?;
        let percent = |r: Decimal| exact::mul(exact::sub(r, Decimal::ONE)?, Decimal::ONE_HUNDRED);
        Some(Self { low: percent(ratio.low)?, high: percent(ratio.high)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(s: &str) -> Decimal {
        s.parse().unwrap()
    }

    #[test]
    fn half_a_unit_either_way_ends_included() {
        // 119,650 thousand against "$119.7 million": 119.65 is the very end of what 119.7 may stand for.
        let said = Interval::around(d("119700"), d("100"));
        assert!(said.holds(d("119650")));
        assert!(!said.holds(d("119649")));
    }

    #[test]
    fn earnings_per_share() {
        // 14,733 / 389,343 is 0.0378…
        let eps = Interval::around(d("14733"), d("1")).quotient(Interval::around(d("389343"), d("1"))).unwrap();
        assert!(eps.meets(Interval::around(d("0.04"), d("0.01"))));
        assert!(!eps.meets(Interval::around(d("0.05"), d("0.01"))));
    }

    #[test]
    fn percent_change_of_rounded_figures() {
        // 207.0 from 155.3: 33.29 %.
        let change =
            Interval::around(d("207.0"), d("0.1")).percent_change(Interval::around(d("155.3"), d("0.1"))).unwrap();
        assert!(change.meets(Interval::around(d("33"), d("1"))));
        assert!(!change.meets(Interval::around(d("34"), d("1"))));
    }
}
