//! Comparisons of rounded values, as comparisons of the values themselves.

use dabiao_model::{Number, Rounding, RoundingMode};
use dabiao_syntax::Comparison;

use super::cases::{Case, order};
use super::claim::{Condition, Form, all, any};
use super::linear::Linear;

/// `round(value) op limit`: rounding never changes the order of two values, so there is one place from which on the
/// rounded value is at least some multiple of the interval, and the limit moves there.
pub(super) fn compare(
    op: Comparison,
    value: &Case,
    rounding: &Rounding,
    limit: &Number,
) -> Option<Condition> {
    let steps = limit.checked_div(rounding.interval())?;
    // The least multiples that are at or above the limit, and above it.
    let from = steps.ceil();
    let beyond = steps.floor() + Number::ONE;
    let at_least = |steps: &Number| reaches(value, rounding, steps);
    let condition = match op {
        Comparison::AtLeast => at_least(&from)?,
        Comparison::Above => at_least(&beyond)?,
        Comparison::AtMost => at_least(&beyond)?.negated(),
        Comparison::Below => at_least(&from)?.negated(),
        Comparison::Equal | Comparison::NotEqual => {
            let equal = if steps.is_integer() {
                Condition::all(vec![at_least(&from)?, at_least(&beyond)?.negated()])
            } else {
                Condition { yes: any([]), no: all([]) }
            };
            if op == Comparison::Equal { equal } else { equal.negated() }
        }
    };
    Some(condition.under(&value.guard))
}

/// That the rounded value is at least so many intervals.
fn reaches(value: &Case, rounding: &Rounding, steps: &Number) -> Option<Condition> {
    let interval = rounding.interval();
    let multiple = steps * interval;
    let edge = match rounding.mode() {
        RoundingMode::HalfEven | RoundingMode::HalfUp => {
            &multiple - &interval.checked_div(&Number::from(2))?
        }
        RoundingMode::Truncated if multiple.is_positive() => multiple.clone(),
        RoundingMode::Truncated => &multiple - interval,
    };
    let counts = rounding.apply(&edge) >= multiple;
    let (inside, outside) = match counts {
        true => (Comparison::AtLeast, Comparison::Below),
        false => (Comparison::Above, Comparison::AtMost),
    };
    let edge = Case::of(Linear::constant(edge));
    let side = |op| order(op, value, &edge);
    Some(Condition { yes: side(inside)?, no: side(outside)? })
}

/// What is known of a rounded value `interval · steps`: it lies within a half, or a whole interval, of the value.
pub(super) fn near(value: &Case, rounding: &Rounding, rounded: &Linear) -> Option<Form> {
    let interval = rounding.interval();
    let rounded = Case::of(rounded.clone());
    let shifted = |by: &Number| Case { over: value.over.plus(&value.under.times(by)), ..value.clone() };
    Some(match rounding.mode() {
        RoundingMode::HalfEven | RoundingMode::HalfUp => {
            let half = interval.checked_div(&Number::from(2))?;
            let below = order(Comparison::AtMost, &rounded, &shifted(&half))?;
            all([below, order(Comparison::AtLeast, &rounded, &shifted(&-half))?])
        }
        RoundingMode::Truncated => {
            let zero = Case::of(Linear::constant(Number::ZERO));
            let towards = |sign, inner, outer, by: &Number| {
                Some(all([
                    order(sign, value, &zero)?,
                    order(inner, &rounded, value)?,
                    order(outer, &rounded, &shifted(by))?,
                ]))
            };
            let up = towards(Comparison::AtLeast, Comparison::AtMost, Comparison::Above, &-interval)?;
            any([up, towards(Comparison::AtMost, Comparison::AtLeast, Comparison::Below, interval)?])
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::claim::Against;

    /// Whether a condition on one variable is true and false at a value of it, seen without the solver.
    fn outcome(condition: &Condition, value: &Number) -> (bool, bool) {
        fn holds(form: &Form, value: &Number) -> bool {
            match form {
                Form::All(parts) => parts.iter().all(|part| holds(part, value)),
                Form::Any(parts) => parts.iter().any(|part| holds(part, value)),
                Form::Sum(linear, against) => {
                    let sum = linear
                        .weights()
                        .iter()
                        .fold(linear.rest().clone(), |sum, (_, weight)| sum + weight * value);
                    match against {
                        Against::AtMost => sum <= Number::ZERO,
                        Against::Below => sum < Number::ZERO,
                        Against::Equal => sum.is_zero(),
                    }
                }
                Form::Truth(..) | Form::AtLeast(..) => panic!("no such form here"),
            }
        }
        (holds(&condition.yes, value), holds(&condition.no, value))
    }

    /// The shifted limit says the same as rounding and comparing, on both sides of every edge and on it.
    #[test]
    fn shifted_limits_agree_with_rounding() {
        use Comparison::*;
        let n = |text: &str| Number::parse(text).unwrap();
        let mut variables = crate::proof::variable::Variables::default();
        let variable = variables.opaque(0, &dabiao_model::Type::Number, false);
        let value = Case::of(Linear::variable(variable));
        for mode in [RoundingMode::HalfEven, RoundingMode::HalfUp, RoundingMode::Truncated] {
            for interval in ["1", "0.5", "0.2", "3"] {
                let rounding = Rounding::new(n(interval), mode).unwrap();
                for limit in ["-3", "-1.5", "-1", "-0.5", "-0.4", "0", "0.2", "0.5", "1", "1.1", "3", "4.5"] {
                    for op in [AtLeast, Above, AtMost, Below, Equal, NotEqual] {
                        let condition = compare(op, &value, &rounding, &n(limit)).unwrap();
                        for tenth in -130..130 {
                            let at = Number::fraction(tenth.into(), 20.into()).unwrap();
                            let rounded = rounding.apply(&at);
                            let expected = match op {
                                AtLeast => rounded >= n(limit),
                                Above => rounded > n(limit),
                                AtMost => rounded <= n(limit),
                                Below => rounded < n(limit),
                                Equal => rounded == n(limit),
                                NotEqual => rounded != n(limit),
                            };
                            let found = outcome(&condition, &at);
                            assert_eq!(found, (expected, !expected), "{at} {op:?} {limit} by {rounding:?}");
                        }
                    }
                }
            }
        }
    }
}
