//! The order of numbers.

use std::cmp::Ordering;

use super::big::Big;
use super::{Form, Number};

impl Ord for Number {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Form::Small(one), Form::Small(two)) = (&self.0, &other.0)
            && let Some(order) = one.compare(*two)
        {
            return order;
        }
        compare_big(self, other)
    }
}

impl PartialOrd for Number {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cold]
fn compare_big(left: &Number, right: &Number) -> Ordering {
    Big::compare(&left.to_rational(), &right.to_rational())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{any_number, rational};
    use super::*;
    use proptest::prelude::*;
    use std::hash::{BuildHasher, RandomState};

    #[test]
    fn an_ascending_row() {
        let row = [
            "-1e40",
            "-170141183460469231731687303715884105728",
            "-170141183460469231731687303715884105727",
            "-1",
            "-1/3",
            "-1e-40",
            "0",
            "1/170141183460469231731687303715884105728",
            "1/170141183460469231731687303715884105727",
            "0.333333333333333333333333333333333333333",
            "1/3",
            "0.333333333333333333333333333333333333334",
            "0.9",
            "170141183460469231731687303715884105726/170141183460469231731687303715884105727",
            "1",
            "1e40",
        ];
        let numbers: Vec<Number> = row.iter().map(|text| Number::parse(text).unwrap()).collect();
        for (i, left) in numbers.iter().enumerate() {
            for (j, right) in numbers.iter().enumerate() {
                assert_eq!(left.cmp(right), i.cmp(&j), "{left} and {right}");
            }
        }
    }

    proptest! {
        #[test]
        fn order_agrees_with_big_rationals(left in any_number(), right in any_number()) {
            prop_assert_eq!(left.cmp(&right), rational(&left).cmp(&rational(&right)));
            prop_assert_eq!(left.cmp(&right), right.cmp(&left).reverse());
            prop_assert_eq!(left == right, left.cmp(&right) == Ordering::Equal);
        }

        #[test]
        fn equal_numbers_hash_alike(left in any_number(), step in any_number()) {
            let same = &left + &step - &step;
            let state = RandomState::new();
            prop_assert_eq!(state.hash_one(&same), state.hash_one(&left));
        }
    }
}
