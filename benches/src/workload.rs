//! The inputs: sixteen sets of values, among them every metric exactly on its line and a thousandth off it.

use dabiao::{Error, Metrics, Number, Period, Plan};

/// The day the workload is judged for.
pub(crate) const AS_OF: &str = "2011-12-31";
/// Input sets that take turns.
pub(crate) const SETS: usize = 16;
/// Metrics held against a constant.
pub(crate) const THRESHOLDS: usize = 30;
/// Pairs of metrics held against each other.
pub(crate) const PAIRS: usize = 4;
/// Metrics with a relative change.
pub(crate) const CHANGES: usize = 3;
/// Metrics with a trend of five values.
pub(crate) const TRENDS: usize = 2;

/// One input set in thousandths.
#[derive(Debug, Clone)]
pub(crate) struct Values {
    pub(crate) single: [i64; THRESHOLDS],
    pub(crate) pairs: [(i64, i64); PAIRS],
    /// The value of the base year and the value now.
    pub(crate) changes: [(i64, i64); CHANGES],
    /// The values of 2007 to 2011.
    pub(crate) trends: [[i64; 5]; TRENDS],
}

/// The threshold of a metric, in thousandths.
pub(crate) fn threshold(index: usize) -> i64 {
    let spread = i64::try_from(index).unwrap_or(0) * 2_371;
    10_000 + spread % 89_000
}

/// The input set of a turn: on the line, a thousandth below, a thousandth above, then mixed ones.
pub(crate) fn values(turn: usize) -> Values {
    let off = |index: usize| match turn {
        0 => 0,
        1 => -1,
        2 => 1,
        _ => i64::try_from((turn * 7 + index * 13) % 5).unwrap_or(0) - 2,
    };
    Values {
        single: std::array::from_fn(|index| threshold(index) + off(index)),
        pairs: std::array::from_fn(|index| (50_000 + off(index), 50_000)),
        changes: std::array::from_fn(|index| (1_220_000, 976_000 + off(index))),
        trends: std::array::from_fn(|index| {
            std::array::from_fn(|year| 9_000 - 10 * i64::try_from(year).unwrap_or(0) + 5 * off(index + year))
        }),
    }
}

impl Values {
    /// The set as a table of the plan's metrics.
    pub(crate) fn metrics(&self, plan: &Plan) -> Result<Metrics, Error> {
        let mut metrics = plan.metrics();
        let now = Period::year(2011);
        let exact =
            |thousandths: i64| Number::fraction(thousandths.into(), 1_000.into()).unwrap_or(Number::ZERO);
        for (index, value) in self.single.iter().enumerate() {
            metrics.set_at(None, now, &format!("group.m{index}"), exact(*value))?;
        }
        for (index, (left, right)) in self.pairs.iter().enumerate() {
            metrics.set_at(None, now, &format!("pair.a{index}"), exact(*left))?;
            metrics.set_at(None, now, &format!("pair.b{index}"), exact(*right))?;
        }
        for (index, (base, value)) in self.changes.iter().enumerate() {
            metrics.set_at(None, Period::year(2007), &format!("change.c{index}"), exact(*base))?;
            metrics.set_at(None, now, &format!("change.c{index}"), exact(*value))?;
        }
        for (index, series) in self.trends.iter().enumerate() {
            for (year, value) in (2007..).zip(series) {
                metrics.set_at(None, Period::year(year), &format!("trend.s{index}"), exact(*value))?;
            }
        }
        Ok(metrics)
    }
}
