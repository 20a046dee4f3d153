//! The weighted sum of items.

use crate::Number;

/// An item of a weighted sum.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Weighted {
    /// What the item's points are multiplied by; not negative.
    pub weight: Number,
    /// The item's points, `None` where they are not known or the item does not apply.
    pub points: Option<Number>,
}

/// What an item without points does to the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Missing {
    /// The sum is not known.
    #[default]
    Unknown,
    /// The other items take over its weight, each by its share. This has to be declared, since it takes a missing
    /// item to be as good as the rest.
    Reweighted,
}

/// The sum of points times weights; `None` where an item has no points and none takes over its weight.
///
/// Where items are [reweighted](Missing::Reweighted), the sum of those with points is multiplied by the weight of all
/// over the weight of those.
///
/// ```
/// use dabiao_model::Number;
/// use dabiao_model::score::{Missing, Weighted, weighted_sum};
/// let item = |weight: i32, points: Option<i32>| Weighted { weight: weight.into(), points: points.map(Number::from) };
/// assert_eq!(weighted_sum(&[item(3, Some(9)), item(1, Some(5))], Missing::Unknown), Some(32.into()));
/// let one_missing = [item(3, Some(9)), item(1, None)];
/// assert_eq!(weighted_sum(&one_missing, Missing::Unknown), None);
/// assert_eq!(weighted_sum(&one_missing, Missing::Reweighted), Some(36.into()));
/// ```
#[must_use]
pub fn weighted_sum(items: &[Weighted], missing: Missing) -> Option<Number> {
    let known = || items.iter().filter_map(|item| item.points.as_ref().map(|points| (&item.weight, points)));
    let sum: Number = known().map(|(weight, points)| weight * points).sum();
    if items.iter().all(|item| item.points.is_some()) {
        return Some(sum);
    }
    match missing {
        Missing::Unknown => None,
        Missing::Reweighted => {
            let all: Number = items.iter().map(|item| &item.weight).sum();
            let present: Number = known().map(|(weight, _)| weight).sum();
            Some(sum * all.checked_div(&present)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn sums() {
        for (items, unknown, reweighted) in [
            (&[][..], Some("0"), Some("0")),
            (&[("1", "40"), ("1", "54.8")], Some("94.8"), Some("94.8")),
            (&[("0.4", "87"), ("0.6", "91")], Some("89.4"), Some("89.4")),
            (&[("0.4", "87"), ("0.6", "")], None, Some("87")),
            (&[("2", "30"), ("1", ""), ("1", "50")], None, Some("440/3")),
            (&[("1", "")], None, None),
            (&[("0", "5"), ("1", "")], None, None),
            (&[("0", ""), ("2", "7")], None, Some("14")),
        ] {
            let read = |text: &str| (!text.is_empty()).then(|| n(text));
            let items: Vec<Weighted> = items
                .iter()
                .map(|(weight, points)| Weighted { weight: n(weight), points: read(points) })
                .collect();
            assert_eq!(weighted_sum(&items, Missing::Unknown), unknown.map(n), "{items:?}");
            assert_eq!(weighted_sum(&items, Missing::Reweighted), reweighted.map(n), "{items:?}");
        }
    }

    proptest! {
        /// Reweighting keeps the mean of the items that are there.
        #[test]
        fn reweighting_keeps_the_mean(items in prop::collection::vec((1_u32..20, prop::option::of(0_u32..100)), 1..8)) {
            let items: Vec<Weighted> = items
                .into_iter()
                .map(|(weight, points)| Weighted { weight: weight.into(), points: points.map(Number::from) })
                .collect();
            let present: Vec<Weighted> = items.iter().filter(|item| item.points.is_some()).cloned().collect();
            let weight = |items: &[Weighted]| items.iter().map(|item| &item.weight).sum::<Number>();
            let mean = |sum: Option<Number>, of: &[Weighted]| sum.and_then(|sum| sum.checked_div(&weight(of)));
            prop_assert_eq!(
                mean(weighted_sum(&items, Missing::Reweighted), &items),
                mean(weighted_sum(&present, Missing::Unknown), &present)
            );
        }
    }
}
