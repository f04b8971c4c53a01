//! The one way from an amount to a place on the page: percent of the width of a bar's box, two digits behind the point; on
//! paper, where there are no boxes, pixels.

use rust_decimal::Decimal;

use crate::chart::words::{less, plus};
use crate::chart::{Kind, Plot, segments};
use crate::exact;

/// A linear scale that always holds zero.
#[derive(Clone, Copy)]
pub struct Scale {
    low: Decimal,
    span: Decimal,
}

impl Scale {
    pub fn of(kind: Kind, plot: &Plot) -> Self {
        let mut scale = Self { low: Decimal::ZERO, span: Decimal::ZERO };
        for group in &plot.groups {
            for mark in &group.marks {
                scale.hold(mark.from, mark.to);
            }
            if kind == Kind::Balance {
                for segment in segments(&group.marks[1..]) {
                    scale.hold(segment.from, segment.to);
                }
            }
        }
        scale
    }

    /// The class of the zero line, which says more where some bars go below it.
    pub fn zero_class(self) -> &'static str {
        if self.low < Decimal::ZERO { "chart-zero is-signed" } else { "chart-zero" }
    }

    fn hold(&mut self, one: Decimal, other: Decimal) {
        let high = plus(self.low, self.span).max(one).max(other);
        self.low = self.low.min(one).min(other);
        self.span = less(high, self.low);
    }

    /// "37.25%", for an `x` attribute.
    pub fn x(self, value: Decimal) -> String {
        self.percent(less(value, self.low))
    }

    /// Left edge and width of a bar between two amounts; what is not nothing never has no width.
    pub fn bar(self, from: Decimal, to: Decimal) -> (String, String) {
        let width = self.percent(less(to, from).abs());
        let width = if width == "0%" && from != to { "0.1%".into() } else { width };
        (self.x(from.min(to)), width)
    }

    /// Where an amount stands on a stretch of so many pixels that begins at one.
    pub fn pixels(self, value: Decimal, (from, room): (usize, usize)) -> String {
        plus(from.into(), self.part(less(value, self.low), room.into())).normalize().to_string()
    }

    /// Left edge and width of a bar there; what is not nothing is a pixel wide at least.
    pub fn bar_pixels(self, from: Decimal, to: Decimal, stretch: (usize, usize)) -> (String, String) {
        let width = self.part(less(to, from).abs(), stretch.1.into());
        let width = if from == to { width } else { width.max(Decimal::ONE) };
        (self.pixels(from.min(to), stretch), width.normalize().to_string())
    }

    fn percent(self, length: Decimal) -> String {
        let mut text = self.part(length, Decimal::ONE_HUNDRED).normalize().to_string();
        text.push('%');
        text
    }

    /// What part of a stretch a length takes.
    fn part(self, length: Decimal, whole: Decimal) -> Decimal {
        let part = exact::div(length, self.span).and_then(|part| exact::mul(part, whole));
        part.unwrap_or_default().round_dp(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_zero_and_both_signs() {
        let mut scale = Scale { low: Decimal::ZERO, span: Decimal::ZERO };
        assert_eq!(scale.x(Decimal::ONE), "0%");
        scale.hold(Decimal::from(60), Decimal::from(-20));
        assert_eq!((scale.x(Decimal::ZERO).as_str(), scale.x(Decimal::from(60)).as_str()), ("25%", "100%"));
        assert_eq!(scale.bar(Decimal::from(10), Decimal::from(-10)), ("12.5%".into(), "25%".into()));
        assert_eq!(scale.bar(Decimal::from(0), Decimal::ONE).1, "1.25%");
        assert_eq!(scale.bar(Decimal::from(0), Decimal::new(1, 4)).1, "0.1%");
        assert_eq!(scale.bar(Decimal::ONE, Decimal::ONE).1, "0%");
        assert_eq!(scale.pixels(Decimal::from(60), (100, 400)), "500");
        assert_eq!(scale.bar_pixels(Decimal::from(10), Decimal::from(-10), (100, 400)), ("150".into(), "100".into()));
        assert_eq!(scale.bar_pixels(Decimal::ZERO, Decimal::new(1, 4), (100, 400)).1, "1");
    }
}
