//! What a cell may be, as a function of the value that varies.

use dabiao_check::Arithmetic;
use dabiao_model::{Number, Rounding};

use super::polynomial::Polynomial;

/// Above this power, or with longer numbers, nothing is solved.
const DEGREE: usize = 64;
const BITS: u64 = 1 << 14;

/// One of the functions that a cell may follow; which one it follows where is for the evaluator to say.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Function {
    /// A quotient of two polynomials.
    Quotient(Polynomial, Polynomial),
    /// A quotient that is rounded.
    Rounded(Polynomial, Polynomial, Rounding),
}

impl Function {
    pub(super) fn constant(number: Number) -> Function {
        Function::of(Polynomial::constant(number))
    }

    /// The value that varies itself.
    pub(super) fn variable() -> Function {
        Function::of(Polynomial::variable())
    }

    pub(super) fn of(polynomial: Polynomial) -> Function {
        Function::Quotient(polynomial, Polynomial::constant(Number::ONE))
    }

    /// The two polynomials, where nothing is rounded and they are not too large.
    pub(super) fn quotient(&self) -> Option<(&Polynomial, &Polynomial)> {
        let fits = |one: &Polynomial| {
            one.degree() <= DEGREE && one.coefficients().iter().all(|number| number.bits() <= BITS)
        };
        match self {
            Function::Quotient(over, under) => (fits(over) && fits(under)).then_some((over, under)),
            Function::Rounded(..) => None,
        }
    }

    pub(super) fn negated(&self) -> Option<Function> {
        let (over, under) = self.quotient()?;
        Some(Function::Quotient(over.scaled(&-Number::ONE), under.clone()))
    }

    pub(super) fn rounded(&self, rounding: &Rounding) -> Option<Function> {
        let (over, under) = self.quotient()?;
        Some(Function::Rounded(over.clone(), under.clone(), rounding.clone()))
    }

    pub(super) fn combined(&self, op: Arithmetic, other: &Function) -> Option<Function> {
        let ((a, b), (c, d)) = (self.quotient()?, other.quotient()?);
        let under = || if b == d { b.clone() } else { b.times(d) };
        let crossed = || if b == d { (a.clone(), c.clone()) } else { (a.times(d), c.times(b)) };
        Some(match op {
            Arithmetic::Add => Function::Quotient(crossed().0.plus(&crossed().1), under()),
            Arithmetic::Subtract => Function::Quotient(crossed().0.minus(&crossed().1), under()),
            Arithmetic::Multiply => Function::Quotient(a.times(c), b.times(d)),
            Arithmetic::Divide => Function::Quotient(a.times(d), b.times(c)),
        })
    }

    /// The polynomials whose roots are the places where one function crosses another; `None` where that cannot be
    /// said by polynomials.
    pub(super) fn crossings(&self, other: &Function) -> Option<Vec<Polynomial>> {
        match (self, other) {
            (Function::Rounded(over, under, rounding), other)
            | (other, Function::Rounded(over, under, rounding)) => {
                let limit = match other {
                    Function::Quotient(over, under) => {
                        over.as_constant().zip(under.as_constant()).and_then(|(a, b)| a.checked_div(&b))?
                    }
                    Function::Rounded(..) => return None,
                };
                Some(around(&limit, rounding).iter().map(|step| over.minus(&under.scaled(step))).collect())
            }
            (one, other) => {
                let ((a, b), (c, d)) = (one.quotient()?, other.quotient()?);
                Some(vec![if b == d { a.minus(c) } else { a.times(d).minus(&c.times(b)) }])
            }
        }
    }
}

/// The places near a limit at which a rounded value steps, whichever way it is rounded: whole intervals, and the
/// halves between them.
fn around(limit: &Number, rounding: &Rounding) -> Vec<Number> {
    let interval = rounding.interval();
    let Some(whole) = limit.checked_div(interval).map(|steps| steps.floor()) else { return Vec::new() };
    let half = |halves: i32| Number::fraction(halves.into(), Number::from(2));
    (-4..=6).filter_map(half).map(|halves| &(&whole + &halves) * interval).collect()
}
