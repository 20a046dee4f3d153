//! Verdicts along values that are counted: days, levels, no and yes.

use dabiao_engine::TurningPoints;
use dabiao_model::{Number, Type, Value, Verdict};

/// A stretch of values, both ends included, over which the verdict stays.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Steps {
    pub(super) first: Value,
    pub(super) last: Value,
    pub(super) verdict: Verdict,
}

/// The stretches from one value to another in their order; `None` for values that are not counted.
pub(super) fn steps<E>(
    turning: &TurningPoints,
    [first, last]: [&Value; 2],
    mut judge: impl FnMut(&Value) -> Result<Verdict, E>,
) -> Option<Result<Vec<Steps>, E>> {
    let mut all: Vec<Steps> = Vec::new();
    for value in values(turning, [first, last])? {
        let verdict = match judge(&value) {
            Ok(verdict) => verdict,
            Err(fault) => return Some(Err(fault)),
        };
        match all.last_mut() {
            Some(before) if before.verdict == verdict => before.last = value,
            _ => all.push(Steps { first: value.clone(), last: value, verdict }),
        }
    }
    Some(Ok(all))
}

/// The days at which, and beside which, a verdict may turn, in their order.
pub(super) fn days(turning: &TurningPoints) -> Vec<Value> {
    let around = |point: &dabiao_engine::TurningPoint| {
        let (low, high) = (point.low().floor(), point.high().ceil());
        [&low - &Number::ONE, low, high.clone(), &high + &Number::ONE]
    };
    let mut numbers: Vec<Number> = turning.points.iter().flat_map(around).collect();
    numbers.sort();
    numbers.dedup();
    numbers.into_iter().filter_map(|number| Type::Date.at_ordinal(number)).collect()
}

/// The values that can begin or end a stretch, in their order.
fn values(turning: &TurningPoints, [first, last]: [&Value; 2]) -> Option<Vec<Value>> {
    Some(match (first, last) {
        (Value::YesNo(one), Value::YesNo(other)) => [false, true]
            .into_iter()
            .filter(|truth| truth == one || truth == other)
            .map(Value::YesNo)
            .collect(),
        (Value::Level(one), Value::Level(other)) => {
            (*one.min(other)..=*one.max(other)).map(Value::Level).collect()
        }
        (Value::Date(one), Value::Date(other)) => {
            let (first, last) = (one.min(other), one.max(other));
            let is_inside = |value: &Value| matches!(value, Value::Date(day) if first < day && day < last);
            let inside = days(turning).into_iter().filter(is_inside);
            let mut all = vec![Value::Date(*first)];
            all.extend(inside);
            all.push(Value::Date(*last));
            all.dedup();
            all
        }
        _ => return None,
    })
}
