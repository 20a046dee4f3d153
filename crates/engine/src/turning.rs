//! Where a verdict may turn as one value changes.
//!
//! A sheet that the evaluator has run is gone through once, with one of its values taken as unknown: every comparison
//! becomes a polynomial in it, and only at the roots of these can the answer be another one. What the verdict is at a
//! root and on either side of it, the evaluator alone says.

mod function;
mod polynomial;
mod roots;
mod walk;

use dabiao_check::AssumptionId;
use dabiao_model::{Diagnostic, Number, Period};

pub use roots::TurningPoint;
use walk::{Found, Varying, walk};

use crate::evaluate::{Context, Sheet};
use crate::judged_period::Schedule;
use crate::row::{Row, Rows};
use crate::{Metrics, Program, Question};

/// The one value that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Variable {
    /// A metric's value for an entity and a period, where the data have one.
    Value {
        /// The metric's path or title.
        metric: String,
        /// The entity.
        entity: Option<String>,
        /// The period.
        period: Option<Period>,
    },
    /// The value of an assumption, by its name.
    Assumption(String),
}

/// The places where one target's verdict may turn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TurningPoints {
    /// In ascending order and apart from each other; a verdict need not turn at each of them.
    pub points: Vec<TurningPoint>,
    /// Whether it may turn nowhere else. Values that are rounded and reckoned with further are not solved.
    pub complete: bool,
}

/// See [`Program::turning_points`].
pub(crate) fn turning_points(context: &Context<'_>, target: usize, variable: &Variable) -> TurningPoints {
    let mut found = Found::default();
    let target = context.program.targets().nth(target);
    let (Some((target, routines)), Some(varying)) = (target, resolve(context, variable)) else {
        return TurningPoints { points: Vec::new(), complete: true };
    };
    let periods = Schedule::new(target, routines, context).periods();
    for period in periods {
        let rows: Rows = context.entities.iter().map(|entity| Row { entity: *entity, period }).collect();
        for routine in routines.when.iter().chain([&routines.condition]) {
            let sheet = Sheet::run(routine, rows.clone(), context);
            walk(&sheet, routine, varying, context, &mut found);
        }
    }
    let mut polynomials = found.polynomials;
    polynomials.retain(|one| !one.is_constant());
    let mut seen = Vec::new();
    for one in polynomials {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    TurningPoints { points: apart(seen.iter().flat_map(roots::roots).collect()), complete: !found.is_open }
}

/// The cell or the assumption; `None` where there is none, which then changes nothing.
fn resolve(context: &Context<'_>, variable: &Variable) -> Option<Varying> {
    let plan = context.program.plan();
    match variable {
        Variable::Assumption(name) => {
            let index = plan.assumptions.iter().position(|one| one.name == *name)?;
            Some(Varying::Assumption(AssumptionId::new(index)))
        }
        Variable::Value { metric, entity, period } => {
            let entity = match entity {
                Some(name) => Some(context.metrics.tree().find(name)?),
                None => None,
            };
            Some(Varying::Cell(plan.metric_id(metric)?, Row { entity, period: *period }))
        }
    }
}

/// In ascending order; those that are not told apart become one.
fn apart(mut points: Vec<TurningPoint>) -> Vec<TurningPoint> {
    points.sort_by(|one, other| one.low().cmp(other.low()).then_with(|| one.high().cmp(other.high())));
    let mut found: Vec<TurningPoint> = Vec::new();
    for point in points {
        match found.last_mut() {
            Some(last) if *last == point => {}
            Some(last) if last.high() >= point.low() => {
                let high = last.high().max(point.high()).clone();
                *last = TurningPoint::Between(last.low().clone(), high);
            }
            _ => found.push(point),
        }
    }
    found
}

/// Half way between two numbers.
///
/// ```
/// use dabiao_engine::middle;
/// use dabiao_model::Number;
/// assert_eq!(middle(&Number::ZERO, &Number::ONE), Number::parse("0.5").unwrap());
/// ```
#[must_use]
pub fn middle(low: &Number, high: &Number) -> Number {
    roots::middle(low, high)
}

/// The fraction with the least denominator between two numbers, both included.
///
/// ```
/// use dabiao_engine::simplest;
/// use dabiao_model::Number;
/// let [low, high] = ["0.3333", "0.3334"].map(|text| Number::parse(text).unwrap());
/// assert_eq!(simplest(&low, &high), Number::fraction(1.into(), 3.into()).unwrap());
/// ```
#[must_use]
pub fn simplest(low: &Number, high: &Number) -> Number {
    roots::simplest(low, high)
}

impl Program {
    /// Where the verdict of one target, by its position among the plan's, may turn as one value changes and all
    /// others stay.
    ///
    /// # Errors
    /// As for [`Program::evaluate`].
    ///
    /// ```
    /// # use std::sync::Arc;
    /// use dabiao_engine::{Metrics, Program, Question, TurningPoint, Variable};
    /// use dabiao_model::{Number, Observation, Place, Source, parse_date};
    /// let rules = Source::new("rules", "(energy.before - energy.now) / energy.before >= 20%");
    /// let plan = dabiao_check::check(vec![dabiao_syntax::parse(rules)]).plan;
    /// let program = Program::compile(Arc::new(plan));
    /// let mut metrics = Metrics::new(&program);
    /// for (metric, value) in [("energy.before", "1.22"), ("energy.now", "1")] {
    ///     metrics.insert(&Observation::new(metric, value, Place::Call("a test".into()))).unwrap();
    /// }
    /// let question = Question::new(parse_date("2011-12-31").unwrap());
    /// let now = Variable::Value { metric: "energy.now".into(), entity: None, period: None };
    /// let found = program.turning_points(&metrics, &question, 0, &now).unwrap();
    /// assert_eq!(found.points, [TurningPoint::At(Number::parse("0.976").unwrap())]);
    /// assert!(found.complete);
    /// ```
    pub fn turning_points(
        &self,
        metrics: &Metrics,
        question: &Question,
        target: usize,
        variable: &Variable,
    ) -> Result<TurningPoints, Box<Diagnostic>> {
        self.with_context(metrics, question, |context| turning_points(context, target, variable))
    }
}
