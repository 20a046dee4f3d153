//! The integers that stand so to a limit.

use dabiao_check::Comparison;
use dabiao_model::Number;

/// The integers from one to another, both included, in each form that values have. None are there where the first is
/// above the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    pub(super) short: [i32; 2],
    pub(super) long: [i64; 2],
}

/// The first and the last of some integers.
pub(super) type Interval = [i128; 2];

/// No integer at all.
const NONE: Limits = Limits { short: [1, 0], long: [1, 0] };

impl Limits {
    pub(super) fn of([first, last]: Interval) -> Limits {
        let cut = |least: i128, most: i128| (first <= last).then_some([first.max(least), last.min(most)]);
        let long = cut(i64::MIN.into(), i64::MAX.into()).and_then(|[first, last]| {
            (first <= last).then_some([i64::try_from(first).ok()?, i64::try_from(last).ok()?])
        });
        let short = cut(i32::MIN.into(), i32::MAX.into()).and_then(|[first, last]| {
            (first <= last).then_some([i32::try_from(first).ok()?, i32::try_from(last).ok()?])
        });
        Limits { short: short.unwrap_or(NONE.short), long: long.unwrap_or(NONE.long) }
    }
}

/// The integers over a power of ten that stand so to a limit; for an inequality those that equal it.
pub(super) fn interval(op: Comparison, limit: &Number, exponent: u32) -> Option<Interval> {
    let limit = limit * &Number::from(10_i128.checked_pow(exponent)?);
    let (floor, ceil) = (limit.floor().to_i128()?, limit.ceil().to_i128()?);
    Some(match op {
        Comparison::AtLeast => [ceil, i128::MAX],
        Comparison::Above => [floor.checked_add(1)?, i128::MAX],
        Comparison::AtMost => [i128::MIN, floor],
        Comparison::Below => [i128::MIN, ceil.checked_sub(1)?],
        // Where the limit is no such integer its ceiling lies above its floor, and the interval has none.
        Comparison::Equal | Comparison::NotEqual => [ceil, floor],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_the_very_integers() {
        let none = [1, 0];
        let most = i64::MAX;
        let least = i64::MIN;
        for (op, limit, exponent, wanted) in [
            (Comparison::AtLeast, "0.9", 4, [9_000, most]),
            (Comparison::Above, "0.9", 4, [9_001, most]),
            (Comparison::AtMost, "0.9", 4, [least, 9_000]),
            (Comparison::Below, "0.9", 4, [least, 8_999]),
            (Comparison::AtLeast, "1/3", 4, [3_334, most]),
            (Comparison::Above, "1/3", 4, [3_334, most]),
            (Comparison::AtMost, "1/3", 4, [least, 3_333]),
            (Comparison::Below, "-1/3", 4, [least, -3_334]),
            (Comparison::Equal, "0.9", 4, [9_000, 9_000]),
            (Comparison::NotEqual, "0.9", 4, [9_000, 9_000]),
            (Comparison::Equal, "1/3", 4, none),
            (Comparison::AtLeast, "1e30", 0, none),
            (Comparison::AtMost, "1e30", 0, [least, most]),
            (Comparison::AtLeast, "-1e30", 0, [least, most]),
            (Comparison::AtMost, "-1e30", 0, none),
        ] {
            let limit = Number::parse(limit).unwrap();
            let found = Limits::of(interval(op, &limit, exponent).unwrap());
            assert_eq!(found.long, wanted, "{op:?} {limit}");
        }
    }

    #[test]
    fn short_limits_end_where_short_integers_do() {
        let (least, most) = (i32::MIN, i32::MAX);
        for (interval, wanted) in [
            ([9_000, i128::MAX], [9_000, most]),
            ([i128::MIN, -9_000], [least, -9_000]),
            ([i128::from(most), i128::MAX], [most, most]),
            ([i128::from(most) + 1, i128::MAX], [1, 0]),
            ([i128::MIN, i128::from(least)], [least, least]),
            ([i128::MIN, i128::from(least) - 1], [1, 0]),
            ([3, 2], [1, 0]),
        ] {
            assert_eq!(Limits::of(interval).short, wanted, "{interval:?}");
        }
    }
}
