//! Where a polynomial is zero.

use std::cmp::Ordering;

use dabiao_model::Number;

use super::polynomial::Polynomial;

/// How often an interval around a root is halved.
const HALVINGS: u32 = 160;

/// After so many halvings each, the simplest fraction of the interval is tried for the root itself.
const TRY_EVERY: u32 = 20;

/// A place where a verdict may turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TurningPoint {
    /// The very number.
    At(Number),
    /// A number between two others that is no fraction, or none that was found; the verdict turns nowhere else
    /// between them on its account.
    Between(Number, Number),
}

impl TurningPoint {
    /// The greatest number below which nothing turns here.
    #[must_use]
    pub fn low(&self) -> &Number {
        match self {
            TurningPoint::At(number) | TurningPoint::Between(number, _) => number,
        }
    }

    /// The least number above which nothing turns here.
    #[must_use]
    pub fn high(&self) -> &Number {
        match self {
            TurningPoint::At(number) | TurningPoint::Between(_, number) => number,
        }
    }
}

/// Every real root once, in ascending order; none for a constant.
pub(super) fn roots(polynomial: &Polynomial) -> Vec<TurningPoint> {
    match polynomial.coefficients() {
        [] | [_] => Vec::new(),
        [constant, slope] => (-constant).checked_div(slope).map(TurningPoint::At).into_iter().collect(),
        _ => isolated(&polynomial.squarefree()),
    }
}

/// Sturm's way: the chain's changes of sign at two places tell how many roots lie between them.
fn isolated(polynomial: &Polynomial) -> Vec<TurningPoint> {
    let chain = chain(polynomial);
    let bound = bound(polynomial);
    let mut found = Vec::new();
    let mut pending = vec![(-&bound, bound)];
    while let Some((low, high)) = pending.pop() {
        match roots_within(&chain, &low, &high) {
            0 => {}
            1 => found.push(narrowed(polynomial, &chain, low, high)),
            _ => {
                let middle = middle(&low, &high);
                pending.push((middle.clone(), high));
                pending.push((low, middle));
            }
        }
    }
    found
}

fn chain(polynomial: &Polynomial) -> Vec<Polynomial> {
    let mut chain = vec![polynomial.clone()];
    let mut next = polynomial.derivative();
    while let Some(last) = chain.last().filter(|_| !next.coefficients().is_empty()) {
        let rest = last.divided(&next).1.scaled(&-Number::ONE);
        chain.push(std::mem::replace(&mut next, rest));
    }
    chain
}

/// How many roots lie above `low` and not above `high`.
fn roots_within(chain: &[Polynomial], low: &Number, high: &Number) -> usize {
    let changes = |x: &Number| {
        let signs: Vec<bool> = chain
            .iter()
            .map(|one| one.at(x))
            .filter(|value| !value.is_zero())
            .map(|value| value.is_negative())
            .collect();
        signs.windows(2).filter(|pair| pair.first() != pair.last()).count()
    };
    changes(low).saturating_sub(changes(high))
}

/// Beyond this number, on either side, there is no root (Cauchy).
fn bound(polynomial: &Polynomial) -> Number {
    let Some((lead, others)) = polynomial.coefficients().split_last() else { return Number::ONE };
    let ratios = others.iter().filter_map(|one| one.checked_div(lead)).map(|ratio| ratio.abs());
    ratios.max().unwrap_or(Number::ZERO) + Number::ONE
}

/// The one root in an interval.
fn narrowed(
    polynomial: &Polynomial,
    chain: &[Polynomial],
    mut low: Number,
    mut high: Number,
) -> TurningPoint {
    for halving in 1..=HALVINGS {
        if polynomial.at(&high).is_zero() {
            return TurningPoint::At(high);
        }
        if halving.checked_rem(TRY_EVERY) == Some(1) {
            let simplest = simplest(&low, &high);
            if simplest > low && polynomial.at(&simplest).is_zero() {
                return TurningPoint::At(simplest);
            }
        }
        let middle = middle(&low, &high);
        if roots_within(chain, &low, &middle) == 1 { high = middle } else { low = middle }
    }
    TurningPoint::Between(low, high)
}

/// Half way between two numbers.
pub(crate) fn middle(low: &Number, high: &Number) -> Number {
    (low + high).checked_div(&Number::from(2)).unwrap_or_else(|| low.clone())
}

/// The fraction with the least denominator between two numbers, both included.
pub(crate) fn simplest(low: &Number, high: &Number) -> Number {
    match (low.is_positive(), high.is_negative()) {
        (true, _) => simplest_positive(low, high),
        (_, true) => -simplest_positive(&-high, &-low),
        _ => Number::ZERO,
    }
}

fn simplest_positive(low: &Number, high: &Number) -> Number {
    let (mut low, mut high) = (low.clone(), high.clone());
    let mut floors = Vec::new();
    let mut end = loop {
        let floor = low.floor();
        if floor == low {
            break floor;
        }
        if floor.cmp(&high.floor()) == Ordering::Less {
            break floor + Number::ONE;
        }
        let (Some(next_low), Some(next_high)) = ((&high - &floor).recip(), (&low - &floor).recip()) else {
            break low;
        };
        floors.push(floor);
        (low, high) = (next_low, next_high);
    };
    while let Some(floor) = floors.pop() {
        end = end.recip().map_or_else(|| floor.clone(), |part| &floor + &part);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn of(coefficients: &[&str]) -> Polynomial {
        Polynomial::new(coefficients.iter().map(|text| n(text)).collect())
    }

    #[test]
    fn fractions_are_found_exactly_and_others_are_enclosed() {
        assert_eq!(roots(&of(&["-9", "10"])), [TurningPoint::At(n("0.9"))]);
        assert_eq!(roots(&of(&["6", "-5", "1"])), [TurningPoint::At(n("2")), TurningPoint::At(n("3"))]);
        assert_eq!(roots(&of(&["1", "-2", "1"])), [TurningPoint::At(n("1"))], "twice the same");
        assert_eq!(roots(&of(&["1", "0", "1"])), [], "no real one");
        let [low, high] = roots(&of(&["-2", "0", "1"])).try_into().unwrap();
        for point in [low, high] {
            let TurningPoint::Between(low, high) = point else { panic!("√2 is no fraction") };
            let product = |x: &Number| x * x;
            let ends = [product(&low), product(&high)];
            assert!(ends.iter().min().unwrap() < &n("2") && ends.iter().max().unwrap() > &n("2"));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_product_is_zero_where_its_factors_are(mut zeros in prop::collection::btree_set((-50_i64..50, 1_i64..9), 1..4)) {
            let number = |(top, bottom): &(i64, i64)| Number::fraction((*top).into(), (*bottom).into()).unwrap();
            let mut wanted: Vec<Number> = zeros.iter().map(number).collect();
            zeros.clear();
            wanted.sort();
            wanted.dedup();
            let factor = |zero: &Number| Polynomial::new(vec![-zero, Number::ONE]);
            let product = wanted.iter().fold(Polynomial::constant(Number::ONE), |product, zero| product.times(&factor(zero)));
            let wanted: Vec<TurningPoint> = wanted.into_iter().map(TurningPoint::At).collect();
            prop_assert_eq!(roots(&product), wanted);
        }
    }
}
