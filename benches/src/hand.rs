//! The same forty verdicts written by hand, over integers and over decimals.

use std::hint::black_box;

use rust_decimal::Decimal;

use crate::workload::{CHANGES, PAIRS, THRESHOLDS, TRENDS, Values, threshold};

/// Over thousandths as integers: the reference for every other candidate.
pub(crate) fn by_integers(values: &Values) -> Vec<bool> {
    let values = black_box(values);
    let mut met = Vec::with_capacity(THRESHOLDS + PAIRS + CHANGES + TRENDS + 1);
    met.extend(values.single.iter().enumerate().map(|(index, value)| *value >= threshold(index)));
    met.extend(values.pairs.iter().map(|(left, right)| left < right));
    met.extend(values.changes.iter().map(|(base, value)| (base - value) * 5 >= *base));
    met.extend(values.trends.iter().map(|series| series.windows(2).all(|pair| pair[1] < pair[0])));
    met.push(values.single[0] >= threshold(0) && values.single[1] >= threshold(1));
    met
}

/// One input set as decimals.
#[derive(Debug)]
pub(crate) struct Decimals {
    single: [Decimal; THRESHOLDS],
    thresholds: [Decimal; THRESHOLDS],
    pairs: [(Decimal, Decimal); PAIRS],
    changes: [(Decimal, Decimal); CHANGES],
    trends: [[Decimal; 5]; TRENDS],
    fifth: Decimal,
}

impl Decimals {
    pub(crate) fn of(values: &Values) -> Decimals {
        let decimal = |thousandths: i64| Decimal::new(thousandths, 3);
        Decimals {
            single: values.single.map(decimal),
            thresholds: std::array::from_fn(|index| decimal(threshold(index))),
            pairs: values.pairs.map(|(left, right)| (decimal(left), decimal(right))),
            changes: values.changes.map(|(base, value)| (decimal(base), decimal(value))),
            trends: values.trends.map(|series| series.map(decimal)),
            fifth: Decimal::new(2, 1),
        }
    }
}

/// Over decimals.
pub(crate) fn by_decimals(values: &Decimals) -> Vec<bool> {
    let values = black_box(values);
    let mut met = Vec::with_capacity(THRESHOLDS + PAIRS + CHANGES + TRENDS + 1);
    met.extend(values.single.iter().zip(&values.thresholds).map(|(value, least)| value >= least));
    met.extend(values.pairs.iter().map(|(left, right)| left < right));
    met.extend(values.changes.iter().map(|(base, value)| base - value >= values.fifth * base));
    met.extend(values.trends.iter().map(|series| series.windows(2).all(|pair| pair[1] < pair[0])));
    met.push(values.single[0] >= values.thresholds[0] && values.single[1] >= values.thresholds[1]);
    met
}
