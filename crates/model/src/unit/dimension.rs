//! What units measure.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::powers::Powers;

/// What a unit measures: a product of powers of base units, such as `tce/yuan` for energy per money.
///
/// Quantities are comparable, and can be added, exactly when their dimensions are equal. A base unit's dimension
/// bears its name.
///
/// ```
/// use dabiao_model::Dimension;
/// let (length, time) = (Dimension::base("m"), Dimension::base("day"));
/// let speed = length.div(&time).unwrap();
/// assert_eq!(speed.to_string(), "m/day");
/// assert_eq!(speed.mul(&time), Some(length));
/// assert!(time.div(&time).unwrap().is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dimension(Powers<Arc<str>>);

impl Dimension {
    /// The dimension of a plain number.
    #[must_use]
    pub fn none() -> Dimension {
        Dimension(Powers::none())
    }

    /// The dimension of a base unit.
    #[must_use]
    pub fn base(name: &str) -> Dimension {
        Dimension(Powers::of(name.into()))
    }

    /// Whether this is the dimension of a plain number.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.0.is_none()
    }

    /// The dimension of a product; `None` where a power leaves −128 to 127.
    #[must_use]
    pub fn mul(&self, other: &Dimension) -> Option<Dimension> {
        Some(Dimension(self.0.times(&other.0)?.sorted()))
    }

    /// The dimension of a quotient; `None` where a power leaves −128 to 127.
    #[must_use]
    pub fn div(&self, other: &Dimension) -> Option<Dimension> {
        self.mul(&other.power(-1)?)
    }

    pub(super) fn power(&self, power: i8) -> Option<Dimension> {
        Some(Dimension(self.0.power(power)?))
    }
}

/// For people: `kg/m^3`, and `1` for a plain number.
impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string(|base| base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_dimension() -> impl Strategy<Value = Dimension> {
        prop::collection::vec((prop::sample::select(vec!["a", "b", "c"]), -3_i8..=3), 0..4).prop_map(
            |parts| {
                parts.iter().fold(Dimension::none(), |product, (name, power)| {
                    product.mul(&Dimension::base(name).power(*power).unwrap()).unwrap()
                })
            },
        )
    }

    #[test]
    fn powers_out_of_range() {
        let high = Dimension::base("a").power(127).unwrap();
        assert_eq!(high.mul(&Dimension::base("a")), None);
        assert_eq!(Dimension::base("a").power(-128).unwrap().power(-1), None);
        assert_eq!(Dimension::none().div(&Dimension::base("a").power(-128).unwrap()), None);
    }

    proptest! {
        #[test]
        fn dimensions_form_a_group(a in any_dimension(), b in any_dimension(), c in any_dimension()) {
            prop_assert_eq!(a.mul(&b), b.mul(&a));
            prop_assert_eq!(a.mul(&b).unwrap().mul(&c), a.mul(&b.mul(&c).unwrap()));
            prop_assert_eq!(a.mul(&b).unwrap().div(&b), Some(a.clone()));
            prop_assert_eq!(a.mul(&Dimension::none()), Some(a.clone()));
            prop_assert!(a.div(&a).unwrap().is_none());
        }
    }
}
