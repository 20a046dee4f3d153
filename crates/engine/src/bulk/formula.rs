//! Sums, products, quotients and their like, as straight lines of integer operations.

use dabiao_check::{Arithmetic, Comparison, Summary, TermId, TermKind, Window};
use dabiao_model::{Number, Period};

use super::reading::{Found, Reading};
use super::tests::Tests;

/// Two numbers that are computed from values, and how the first has to stand to the second.
///
/// Each number is a fraction whose parts are integers, and a comparison multiplies crosswise, so that nothing is divided.
#[derive(Debug)]
pub(super) struct Formula {
    pub(super) steps: Vec<Step>,
    pub(super) op: Comparison,
    /// The steps whose integers are compared.
    pub(super) sides: [StepId; 2],
}

/// A position among the steps of a formula.
pub(super) type StepId = usize;

/// One operation on integers; its operands stand before it.
#[derive(Debug)]
pub(super) enum Step {
    /// A metric's integers over its power of ten.
    Read(Reading),
    /// A metric that no row has a value of.
    Missing,
    Constant(i128),
    Times(StepId, i128),
    Add(StepId, StepId),
    Subtract(StepId, StepId),
    Multiply(StepId, StepId),
    Negate(StepId),
    Absolute(StepId),
    Least(StepId, StepId),
    Greatest(StepId, StepId),
    /// A numerator with the sign of a divisor; a divisor that is zero is a fault.
    Divide {
        numerator: StepId,
        divisor: StepId,
    },
}

/// The most steps of a formula that is run in bulk.
const STEPS: usize = 64;

/// A fraction above a denominator that is no data, or above another step, which is above zero.
#[derive(Debug, Clone, Copy)]
struct Fraction {
    numerator: StepId,
    denominator: Denominator,
}

#[derive(Debug, Clone, Copy)]
enum Denominator {
    Fixed(i128),
    Step(StepId),
}

impl Formula {
    /// The formula of a comparison, each side as it is when a period is judged; `None` where a part of them has a form
    /// without one.
    pub(super) fn of(
        op: Comparison,
        [left, right]: [(TermId, Option<Period>); 2],
        tests: &Tests<'_>,
    ) -> Option<Formula> {
        let mut line = Line { steps: Vec::new(), tests };
        let (left, right) = (line.value(left.0, left.1, 0)?, line.value(right.0, right.1, 0)?);
        let sides = line.crosswise(left, right)?;
        Some(Formula { steps: line.steps, op, sides })
    }
}

/// The steps so far.
struct Line<'t, 'c> {
    steps: Vec<Step>,
    tests: &'t Tests<'c>,
}

impl Line<'_, '_> {
    fn push(&mut self, step: Step) -> Option<StepId> {
        let at = self.steps.len();
        self.steps.push(step);
        (at < STEPS).then_some(at)
    }

    /// The steps of a term's value when a period is judged.
    fn value(&mut self, id: TermId, period: Option<Period>, depth: usize) -> Option<Fraction> {
        if depth > STEPS {
            return None;
        }
        let tests = self.tests;
        if let Some(number) = tests.number(id) {
            return self.constant(&number);
        }
        let value = |line: &mut Self, id| line.value(id, period, depth.saturating_add(1));
        match tests.term(id)? {
            TermKind::Metric { .. } => self.read(Reading::find(id, period, tests.context())?),
            TermKind::Negate(of) => {
                let of = value(self, *of)?;
                self.on_numerator(of, Step::Negate)
            }
            TermKind::Absolute(of) => {
                let of = value(self, *of)?;
                self.on_numerator(of, Step::Absolute)
            }
            TermKind::Arithmetic { op, left, right } => {
                let (left, right) = (value(self, *left)?, value(self, *right)?);
                match op {
                    Arithmetic::Add => self.alike(left, right, Step::Add),
                    Arithmetic::Subtract => self.alike(left, right, Step::Subtract),
                    Arithmetic::Multiply => self.multiply(left, right),
                    Arithmetic::Divide => self.divide(left, right),
                }
            }
            TermKind::Least(of) => self.fold(of.iter().map(|of| (*of, period)), depth, Step::Least),
            TermKind::Greatest(of) => self.fold(of.iter().map(|of| (*of, period)), depth, Step::Greatest),
            TermKind::OverTime(window) => self.window(id, window, period, depth),
            _ => None,
        }
    }

    fn constant(&mut self, number: &Number) -> Option<Fraction> {
        let (numerator, denominator) = number.to_fraction()?;
        let numerator = self.push(Step::Constant(numerator))?;
        Some(Fraction { numerator, denominator: Denominator::Fixed(denominator) })
    }

    fn read(&mut self, found: Found) -> Option<Fraction> {
        let (step, denominator) = match found {
            Found::Nothing => (Step::Missing, 1),
            Found::Reading(reading) if reading.is_level() => return None,
            Found::Reading(reading) => {
                let denominator = 10_i128.checked_pow(reading.exponent()?)?;
                (Step::Read(reading), denominator)
            }
        };
        Some(Fraction { numerator: self.push(step)?, denominator: Denominator::Fixed(denominator) })
    }

    fn on_numerator(&mut self, of: Fraction, step: impl Fn(StepId) -> Step) -> Option<Fraction> {
        Some(Fraction { numerator: self.push(step(of.numerator))?, ..of })
    }

    /// An operation that needs both numbers over one denominator.
    fn alike(
        &mut self,
        left: Fraction,
        right: Fraction,
        step: impl Fn(StepId, StepId) -> Step,
    ) -> Option<Fraction> {
        let [first, second] = self.crosswise(left, right)?;
        let denominator = match (left.denominator, right.denominator) {
            (Denominator::Fixed(left), Denominator::Fixed(right)) => {
                Denominator::Fixed(left.checked_div(common(left, right))?.checked_mul(right)?)
            }
            (left, right) => self.product(left, right)?,
        };
        Some(Fraction { numerator: self.push(step(first, second))?, denominator })
    }

    fn multiply(&mut self, left: Fraction, right: Fraction) -> Option<Fraction> {
        let denominator = self.product(left.denominator, right.denominator)?;
        Some(Fraction { numerator: self.push(Step::Multiply(left.numerator, right.numerator))?, denominator })
    }

    fn divide(&mut self, left: Fraction, right: Fraction) -> Option<Fraction> {
        // The divisor's own denominator is above zero, so that its numerator tells the sign.
        let signed = self.push(Step::Divide { numerator: left.numerator, divisor: right.numerator })?;
        let size = self.push(Step::Absolute(right.numerator))?;
        let turned = match (left.denominator, right.denominator) {
            (Denominator::Fixed(left), Denominator::Fixed(right)) => {
                let shared = common(left, right);
                let numerator = self.times(signed, right.checked_div(shared)?)?;
                let denominator = self.times(size, left.checked_div(shared)?)?;
                (numerator, Denominator::Step(denominator))
            }
            (left, right) => {
                let numerator = self.by(signed, right)?;
                (numerator, self.product(left, Denominator::Step(size))?)
            }
        };
        Some(Fraction { numerator: turned.0, denominator: turned.1 })
    }

    /// Numerators over one denominator, which the two numbers stand to each other as.
    fn crosswise(&mut self, left: Fraction, right: Fraction) -> Option<[StepId; 2]> {
        if let (Denominator::Fixed(first), Denominator::Fixed(second)) = (left.denominator, right.denominator)
        {
            let shared = common(first, second);
            let of_left = self.times(left.numerator, second.checked_div(shared)?)?;
            return Some([of_left, self.times(right.numerator, first.checked_div(shared)?)?]);
        }
        Some([self.by(left.numerator, right.denominator)?, self.by(right.numerator, left.denominator)?])
    }

    fn product(&mut self, left: Denominator, right: Denominator) -> Option<Denominator> {
        Some(match (left, right) {
            (Denominator::Fixed(left), Denominator::Fixed(right)) => {
                Denominator::Fixed(left.checked_mul(right)?)
            }
            (Denominator::Step(step), other) | (other, Denominator::Step(step)) => {
                Denominator::Step(self.by(step, other)?)
            }
        })
    }

    fn by(&mut self, step: StepId, factor: Denominator) -> Option<StepId> {
        match factor {
            Denominator::Fixed(factor) => self.times(step, factor),
            Denominator::Step(factor) => self.push(Step::Multiply(step, factor)),
        }
    }

    fn times(&mut self, step: StepId, factor: i128) -> Option<StepId> {
        if factor == 1 { Some(step) } else { self.push(Step::Times(step, factor)) }
    }

    /// One operation over several values, the first two of them first.
    fn fold(
        &mut self,
        of: impl Iterator<Item = (TermId, Option<Period>)>,
        depth: usize,
        step: impl Fn(StepId, StepId) -> Step,
    ) -> Option<Fraction> {
        let mut all: Option<Fraction> = None;
        for (id, period) in of {
            let next = self.value(id, period, depth.saturating_add(1))?;
            all = Some(match all {
                None => next,
                Some(all) => self.alike(all, next, &step)?,
            });
        }
        all
    }

    /// The values of a window's periods, of which none may be missing.
    fn window(
        &mut self,
        id: TermId,
        window: &Window,
        period: Option<Period>,
        depth: usize,
    ) -> Option<Fraction> {
        if window.needing.is_some_and(|needing| needing < window.count) {
            return None;
        }
        let periods = self.tests.window(id, window, period)?;
        let count = Number::from(u64::try_from(periods.len()).ok()?);
        let values = periods.into_iter().map(|period| (window.value, Some(period)));
        match window.summary {
            Summary::Least => self.fold(values, depth, Step::Least),
            Summary::Greatest => self.fold(values, depth, Step::Greatest),
            Summary::Sum => self.fold(values, depth, Step::Add),
            Summary::Average => {
                let sum = self.fold(values, depth, Step::Add)?;
                let part = Number::ONE.checked_div(&count)?;
                let part = self.constant(&part)?;
                self.multiply(sum, part)
            }
        }
    }
}

/// The greatest common divisor of two integers above zero.
fn common(left: i128, right: i128) -> i128 {
    let (mut one, mut other) = (left, right);
    while let Some(rest) = one.checked_rem(other) {
        (one, other) = (other, rest);
    }
    one.max(1)
}
