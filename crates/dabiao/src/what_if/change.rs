//! The smallest change of one value that meets a target.

mod choice;
mod number;
mod passes;

use std::cell::RefCell;

use dabiao_engine::{Judgement, Metrics, Provenance, Question, TurningPoints, Variable};
use dabiao_model::{
    Change, Diagnostic, Number, Period, Place, Report, ScoreTurned, Turned, Value, Verdict, Wording,
};

use super::line::Domain;
use super::turned::{scores_turned, turned};
use crate::Plan;

/// One value of the data, and the one answer that is to be turned by it.
pub(super) struct Search<'a> {
    pub(super) plan: &'a Plan,
    /// The report on the data as they are.
    pub(super) base: &'a Report,
    pub(super) metrics: &'a Metrics,
    /// The question, for the entity of the answer alone.
    pub(super) question: Question,
    pub(super) target: usize,
    /// Which of the target's answers.
    pub(super) nth: usize,
    pub(super) metric: String,
    pub(super) entity: Option<String>,
    pub(super) period: Option<Period>,
    pub(super) counts: Option<(Number, Number)>,
    /// A copy of the table, in which other values of the one cell are tried in turn.
    pub(super) trial: RefCell<Metrics>,
}

/// A value that meets the target.
struct Way {
    value: Value,
    counts: Option<(Number, Number)>,
}

impl Search<'_> {
    /// The change, or why there is none.
    pub(super) fn run(&self) -> Result<Option<Change>, Box<Diagnostic>> {
        let plan = self.plan.checked();
        let metric = plan.metric_id(&self.metric).and_then(|id| plan.metric(id));
        let value = self.metrics.value(&self.metric, self.entity.as_deref(), self.period);
        let (Some(metric), Some(value)) = (metric, value) else { return Ok(None) };
        let mut change = Change {
            metric: metric.path.clone(),
            period: self.period.as_ref().map(Period::to_string),
            value: metric.ty.wording(&value).into(),
            count: self.counts.as_ref().map(|(passes, total)| format!("{passes}/{total}")),
            to: None,
            limit: None,
            included: None,
            next: None,
            passes: None,
            reason: None,
            turns: Vec::new(),
            score: None,
        };
        let samples = plan.targets.get(self.target).is_some_and(|target| target.sampling.is_some());
        let way = match (&value, &self.counts) {
            (Value::Number(_), Some(counts)) if samples => self.by_passes(counts, &mut change)?,
            (Value::Number(number), _) if metric.ty.is_numeric() => {
                let number_of = |value: &Value| match value {
                    Value::Number(number) => Some(number.clone()),
                    _ => None,
                };
                let domain = match &metric.range {
                    Some((least, greatest)) => {
                        Domain { least: number_of(least), greatest: number_of(greatest) }
                    }
                    None => Domain::default(),
                };
                self.by_number(number, &metric.ty, &domain, &mut change)?
            }
            (Value::YesNo(_) | Value::Level(_), _) => self.by_choice(&value, &metric.ty, &mut change)?,
            (Value::Date(day), _) => self.by_day(*day, &metric.ty, &mut change)?,
            _ => {
                change.reason = Some(Wording::word("what-if-not-varied").into());
                return Ok(Some(change));
            }
        };
        match way {
            Some(way) => {
                change.turns = self.turns(&way)?;
                change.score = self.score(&way)?;
            }
            None => change.reason = Some(Wording::word("what-if-out-of-reach").into()),
        }
        Ok(Some(change))
    }

    /// The other verdicts that turn.
    fn turns(&self, way: &Way) -> Result<Vec<Turned>, Box<Diagnostic>> {
        let program = self.plan.program();
        let before = program.judge(self.metrics, &self.question)?;
        let after = self.supposing(way, |metrics| program.judge(metrics, &self.question))??;
        let turned = turned(self.plan.checked(), &before, &after);
        let own = self.plan.checked().targets.get(self.target).map(|target| target.id.as_str());
        Ok(turned.into_iter().filter(|one| Some(one.target.as_str()) != own).collect())
    }

    /// The score of the entity, where it becomes another one.
    fn score(&self, way: &Way) -> Result<Option<ScoreTurned>, Box<Diagnostic>> {
        if self.base.score.is_none() {
            return Ok(None);
        }
        let program = self.plan.program();
        let after = self.supposing(way, |metrics| program.evaluate(metrics, &self.question))??;
        Ok(scores_turned(self.base, &after).into_iter().next())
    }

    fn verdict(&self, way: &Way) -> Result<Verdict, Box<Diagnostic>> {
        let judged =
            self.supposing(way, |metrics| self.plan.program().judge(metrics, &self.of_target()))??;
        let own: Vec<Judgement> =
            judged.into_iter().filter(|one| one.entity == self.question.entity).collect();
        Ok(own.get(self.nth).map_or(Verdict::Error, |one| one.verdict))
    }

    fn turning_points(&self) -> Result<TurningPoints, Box<Diagnostic>> {
        let variable =
            Variable::Value { metric: self.metric.clone(), entity: self.entity.clone(), period: self.period };
        self.plan.program().turning_points(self.metrics, &self.of_target(), self.target, &variable)
    }

    fn of_target(&self) -> Question {
        Question { target: Some(self.target), ..self.question.clone() }
    }

    /// Asks of a table in which another value stands; an error is one of the value.
    fn supposing<T>(&self, way: &Way, ask: impl FnOnce(&Metrics) -> T) -> Result<T, Box<Diagnostic>> {
        let mut table = self.trial.borrow_mut();
        let (entity, value) = (self.entity.as_deref(), way.value.clone());
        table.replace_value(&self.metric, entity, self.period, value, provenance(way.counts.clone()))?;
        Ok(ask(&table))
    }
}

impl Way {
    fn number(number: Number) -> Way {
        Way { value: Value::Number(number), counts: None }
    }

    fn counts(passes: &Number, total: &Number) -> Option<Way> {
        let share = passes.checked_div(total)?;
        Some(Way { value: Value::Number(share), counts: Some((passes.clone(), total.clone())) })
    }
}

/// A value that is supposed.
fn provenance(counts: Option<(Number, Number)>) -> Provenance {
    let place = Place::Call("supposed".into());
    Provenance { source: "supposed".to_string(), counts, mark: None, provisional: false, place }
}
