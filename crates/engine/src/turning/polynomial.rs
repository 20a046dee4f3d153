//! Polynomials over exact numbers.

use dabiao_model::Number;

/// `c₀ + c₁·x + …`, the coefficient of the lowest power first and no zero in the last place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Polynomial(Vec<Number>);

impl Polynomial {
    pub(super) fn new(mut coefficients: Vec<Number>) -> Polynomial {
        while coefficients.last().is_some_and(Number::is_zero) {
            coefficients.pop();
        }
        Polynomial(coefficients)
    }

    pub(super) fn constant(number: Number) -> Polynomial {
        Polynomial::new(vec![number])
    }

    /// The value that varies.
    pub(super) fn variable() -> Polynomial {
        Polynomial::new(vec![Number::ZERO, Number::ONE])
    }

    pub(super) fn is_constant(&self) -> bool {
        self.0.len() <= 1
    }

    /// The number that a constant polynomial is.
    pub(super) fn as_constant(&self) -> Option<Number> {
        match self.0.as_slice() {
            [] => Some(Number::ZERO),
            [only] => Some(only.clone()),
            _ => None,
        }
    }

    /// The highest power.
    pub(super) fn degree(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    pub(super) fn coefficients(&self) -> &[Number] {
        &self.0
    }

    pub(super) fn at(&self, x: &Number) -> Number {
        self.0.iter().rev().fold(Number::ZERO, |sum, coefficient| &(&sum * x) + coefficient)
    }

    pub(super) fn plus(&self, other: &Polynomial) -> Polynomial {
        let length = self.0.len().max(other.0.len());
        let zero = Number::ZERO;
        let of = |list: &[Number], nth: usize| list.get(nth).unwrap_or(&zero).clone();
        Polynomial::new((0..length).map(|nth| of(&self.0, nth) + of(&other.0, nth)).collect())
    }

    pub(super) fn minus(&self, other: &Polynomial) -> Polynomial {
        self.plus(&other.scaled(&-Number::ONE))
    }

    pub(super) fn scaled(&self, factor: &Number) -> Polynomial {
        Polynomial::new(self.0.iter().map(|coefficient| coefficient * factor).collect())
    }

    pub(super) fn times(&self, other: &Polynomial) -> Polynomial {
        let rows = self.0.iter().enumerate();
        rows.fold(Polynomial::new(Vec::new()), |sum, (shift, coefficient)| {
            sum.plus(&other.scaled(coefficient).shifted(shift))
        })
    }

    pub(super) fn power(&self, exponent: u32) -> Polynomial {
        (0..exponent).fold(Polynomial::constant(Number::ONE), |product, _| product.times(self))
    }

    pub(super) fn derivative(&self) -> Polynomial {
        let terms = (0_u64..).zip(&self.0).skip(1);
        Polynomial::new(terms.map(|(power, coefficient)| coefficient * &Number::from(power)).collect())
    }

    /// Quotient and rest; nothing is divided by zero, which leaves the whole as rest.
    pub(super) fn divided(&self, by: &Polynomial) -> (Polynomial, Polynomial) {
        let mut rest = self.clone();
        let mut quotient = Polynomial::new(Vec::new());
        let Some(lead) = by.0.last() else { return (quotient, rest) };
        while rest.0.len() >= by.0.len() {
            let shift = rest.0.len().saturating_sub(by.0.len());
            let Some(factor) = rest.0.last().and_then(|last| last.checked_div(lead)) else { break };
            let step = Polynomial::constant(factor.clone()).shifted(shift);
            rest = rest.minus(&by.scaled(&factor).shifted(shift));
            quotient = quotient.plus(&step);
        }
        (quotient, rest)
    }

    /// The same roots, each once.
    pub(super) fn squarefree(&self) -> Polynomial {
        let (mut one, mut other) = (self.clone(), self.derivative());
        while !other.0.is_empty() {
            (one, other) = (other.clone(), one.divided(&other).1);
        }
        if one.is_constant() { self.clone() } else { self.divided(&one).0 }
    }

    /// Times so high a power of the value that varies.
    fn shifted(&self, by: usize) -> Polynomial {
        let zeros = std::iter::repeat_n(Number::ZERO, by);
        Polynomial::new(zeros.chain(self.0.iter().cloned()).collect())
    }
}
