//! From numbers to places on paper.

use std::fmt;

use dabiao_model::{Number, Period};

/// A coordinate, written with one decimal at most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct At(pub(super) f64);

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round();
        if tenths % 10.0 == 0.0 {
            write!(f, "{:.0}", tenths / 10.0)
        } else {
            write!(f, "{:.1}", tenths / 10.0)
        }
    }
}

/// A stretch of numbers laid along a stretch of paper.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    low: f64,
    span: f64,
    from: f64,
    length: f64,
}

impl Scale {
    /// Lays numbers with some room around them from one coordinate to another; `None` where there are none, or where
    /// they are too large to be drawn.
    pub(super) fn around(numbers: &[f64], room: f64, from: f64, to: f64) -> Option<Scale> {
        let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
        let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let span = high - low;
        if !span.is_finite() {
            return None;
        }
        // A single number stands in the middle.
        let span = if span > 0.0 { span } else { low.abs().max(1.0) * 0.1 };
        let middle = (low + high) / 2.0;
        let span = span * (1.0 + 2.0 * room);
        Some(Scale { low: middle - span / 2.0, span, from, length: to - from })
    }

    pub(super) fn at(&self, number: f64) -> At {
        At(self.from + (number - self.low) / self.span * self.length)
    }
}

/// A number of a chart's axis as people read it.
pub(super) fn axis(number: &Number, is_share: bool) -> String {
    if is_share { format!("{}%", (number * &Number::HUNDRED).display(2)) } else { number.display(2) }
}

/// The end of a period as a number of days that is near enough for drawing.
pub(super) fn day(period: &str) -> Option<f64> {
    let end = Period::parse(period)?.end();
    let (year, month, day) = (f64::from(end.year()), f64::from(end.month()), f64::from(end.day()));
    Some(year * 365.25 + month * 30.4375 + day)
}
