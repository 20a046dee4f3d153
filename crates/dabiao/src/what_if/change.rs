//! The smallest change of one value that meets a target.

use dabiao_engine::{Judgement, Metrics, Provenance, Question, TurningPoint, Variable};
use dabiao_model::{Change, Diagnostic, Number, Period, Place, Shown, Turned, Type, Value, Verdict, Wording};

use super::line::{Domain, Edge, Span, spans};
use crate::Plan;

/// One value of the data, and the one answer that is to be turned by it.
pub(super) struct Search<'a> {
    pub(super) plan: &'a Plan,
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
            _ => {
                change.reason = Some(Wording::word("what-if-not-varied").into());
                return Ok(Some(change));
            }
        };
        match way {
            Some(way) => change.turns = self.turns(way)?,
            None => change.reason = Some(Wording::word("what-if-out-of-reach").into()),
        }
        Ok(Some(change))
    }

    /// Over all numbers: the nearest stretch on which the target is met.
    fn by_number(
        &self,
        now: &Number,
        ty: &Type,
        domain: &Domain,
        change: &mut Change,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let variable =
            Variable::Value { metric: self.metric.clone(), entity: self.entity.clone(), period: self.period };
        let question = self.of_target();
        let turning = self.plan.program().turning_points(self.metrics, &question, self.target, &variable)?;
        let all = spans(turning, domain, now, |number| self.verdict(&Way::number(number.clone())))?;
        let met = || all.iter().filter(|span| span.verdict == Verdict::Met);
        let from = |span: &Span| span.from.clone().map(|edge| (edge, span.from == span.to));
        let to = |span: &Span| span.to.clone().map(|edge| (edge, span.from == span.to));
        let up = met().filter_map(from).find(|(edge, _)| edge.point.low() >= now);
        let down = met().rev().filter_map(to).find(|(edge, _)| edge.point.high() <= now);
        let distance = |(edge, _): &(Edge, bool)| (edge.point.low() - now).abs();
        let ((edge, is_alone), is_up) = match (up, down) {
            (Some(up), Some(down)) if distance(&down) < distance(&up) => (down, false),
            (Some(up), _) => (up, true),
            (None, Some(down)) => (down, false),
            (None, None) => return Ok(None),
        };
        let limit = if is_up { edge.point.high() } else { edge.point.low() };
        let shown = |number: &Number| ty.wording(&Value::Number(number.clone()));
        let is_exact = matches!(edge.point, TurningPoint::At(_));
        let id = match (is_exact, edge.included, is_up) {
            (false, _, true) => "what-if-about-above",
            (false, _, false) => "what-if-about-below",
            (true, true, _) if is_alone => "what-if-exactly",
            (true, true, true) => "what-if-at-least",
            (true, true, false) => "what-if-at-most",
            (true, false, true) => "what-if-more-than",
            (true, false, false) => "what-if-less-than",
        };
        change.to = Some(Wording::about(id, "value", shown(limit)).into());
        change.limit = Some(ty.in_own_unit(limit).to_string());
        change.included = Some(edge.included || !is_exact);
        if let Some((passes, total)) = &self.counts {
            return self.in_passes(limit, edge.included, is_up, (passes, total), change);
        }
        if edge.included || !is_exact {
            return Ok(Some(Way::number(limit.clone())));
        }
        let next = step(now, ty).and_then(|step| beyond(limit, &step, is_up));
        let next = next.filter(|number| domain.has(number)).map(Way::number);
        let Some(next) = next else { return self.just_beyond(limit, is_up, domain) };
        if self.verdict(&next)? != Verdict::Met {
            return self.just_beyond(limit, is_up, domain);
        }
        change.next = Some(ty.wording(&next.value).into());
        Ok(Some(next))
    }

    /// A value inside an open stretch, however narrow; halving the way to its end comes into it.
    fn just_beyond(
        &self,
        limit: &Number,
        is_up: bool,
        domain: &Domain,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let mut way = limit.abs().max(Number::ONE);
        for _ in 0..200 {
            let number = if is_up { limit + &way } else { limit - &way };
            let way_there = Way::number(number.clone());
            if domain.has(&number) && self.verdict(&way_there)? == Verdict::Met {
                return Ok(Some(way_there));
            }
            way = dabiao_engine::middle(&Number::ZERO, &way);
        }
        Ok(None)
    }

    /// The passes at which a share comes to a limit.
    fn in_passes(
        &self,
        limit: &Number,
        included: bool,
        is_up: bool,
        (passes, total): (&Number, &Number),
        change: &mut Change,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let wanted = limit * total;
        let enough = match (is_up, included) {
            (true, true) => wanted.ceil(),
            (true, false) => wanted.floor() + Number::ONE,
            (false, true) => wanted.floor(),
            (false, false) => wanted.ceil() - Number::ONE,
        };
        let is_possible = !enough.is_negative() && enough <= *total;
        let Some(way) = Way::counts(&enough, total).filter(|_| is_possible) else { return Ok(None) };
        if self.verdict(&way)? == Verdict::Met {
            change.passes = Some((&enough - passes).to_string());
            return Ok(Some(way));
        }
        Ok(None)
    }

    /// For a sample that decides: the number of passes nearest to those found. More passes never speak against what
    /// fewer speak for, so halving finds it.
    fn by_passes(
        &self,
        (passes, total): &(Number, Number),
        change: &mut Change,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let mut nearest: Option<Number> = None;
        for end in [total.clone(), Number::ZERO] {
            let Some(way) = Way::counts(&end, total) else { continue };
            if self.verdict(&way)? != Verdict::Met {
                continue;
            }
            let (mut short, mut met) = (passes.clone(), end);
            while (&met - &short).abs() > Number::ONE {
                let between = dabiao_engine::middle(&short, &met).floor();
                let Some(way) = Way::counts(&between, total) else { break };
                if self.verdict(&way)? == Verdict::Met { met = between } else { short = between }
            }
            nearest = nearest.filter(|other| (other - passes).abs() <= (&met - passes).abs()).or(Some(met));
        }
        let Some(met) = nearest else { return Ok(None) };
        let more = &met - passes;
        let id = if more.is_negative() { "what-if-at-most-passes" } else { "what-if-at-least-passes" };
        change.to =
            Some(Wording::about(id, "passes", met.to_string()).with("total", total.to_string()).into());
        change.limit = met.checked_div(total).map(|share| share.to_string());
        change.included = Some(true);
        change.passes = Some(more.to_string());
        Ok(Way::counts(&met, total))
    }

    /// Over the other answer, or the levels of a scale from the nearest on.
    fn by_choice(&self, now: &Value, ty: &Type, change: &mut Change) -> Result<Option<Way>, Box<Diagnostic>> {
        let mut others: Vec<Value> = match (now, ty) {
            (Value::YesNo(truth), _) => vec![Value::YesNo(!truth)],
            (Value::Level(now), Type::Level(scale)) => {
                let mut levels: Vec<_> = (0..)
                    .take_while(|level| scale.level(*level).is_some())
                    .filter(|level| level != now)
                    .collect();
                levels.sort_by_key(|level| level.abs_diff(*now));
                levels.into_iter().map(Value::Level).collect()
            }
            _ => Vec::new(),
        };
        for value in others.drain(..) {
            let way = Way { value, counts: None };
            if self.metrics_with(&way).is_ok() && self.verdict(&way)? == Verdict::Met {
                change.to = Some(ty.wording(&way.value).into());
                change.included = Some(true);
                return Ok(Some(way));
            }
        }
        Ok(None)
    }

    /// The other verdicts that turn.
    fn turns(&self, way: Way) -> Result<Vec<Turned>, Box<Diagnostic>> {
        let program = self.plan.program();
        let before = program.judge(self.metrics, &self.question)?;
        let after = program.judge(&self.metrics_with(&way)?, &self.question)?;
        let turned = super::turned(self.plan.checked(), &before, &after);
        let own = self.plan.checked().targets.get(self.target).map(|target| target.id.as_str());
        Ok(turned.into_iter().filter(|one| Some(one.target.as_str()) != own).collect())
    }

    fn verdict(&self, way: &Way) -> Result<Verdict, Box<Diagnostic>> {
        let metrics = self.metrics_with(way)?;
        let all = self.plan.program().judge(&metrics, &self.of_target())?;
        let own: Vec<Judgement> = all.into_iter().filter(|one| one.entity == self.entity_judged()).collect();
        Ok(own.get(self.nth).map_or(Verdict::Error, |one| one.verdict))
    }

    fn entity_judged(&self) -> Option<String> {
        self.question.entity.clone()
    }

    fn of_target(&self) -> Question {
        Question { target: Some(self.target), ..self.question.clone() }
    }

    fn metrics_with(&self, way: &Way) -> Result<Metrics, Box<Diagnostic>> {
        let mut metrics = self.metrics.clone();
        let (entity, value) = (self.entity.as_deref(), way.value.clone());
        metrics.replace_value(&self.metric, entity, self.period, value, provenance(way.counts.clone()))?;
        Ok(metrics)
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

/// One unit in the last decimal that a number has as people read it; `None` for one that no decimal is.
fn step(number: &Number, ty: &Type) -> Option<Number> {
    let hundred = || Number::HUNDRED;
    let (shown, unit) = match ty {
        Type::Percent | Type::Points => (number * &hundred(), hundred().recip()?),
        Type::Quantity(unit) => (ty.in_own_unit(number), unit.factor().clone()),
        _ => (number.clone(), Number::ONE),
    };
    let text = shown.to_string();
    if text.contains('/') {
        return None;
    }
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let scale = 10_i128.checked_pow(u32::try_from(decimals).ok()?)?;
    unit.checked_div(&scale.into())
}

/// The first multiple of a step that lies beyond a limit.
fn beyond(limit: &Number, step: &Number, is_up: bool) -> Option<Number> {
    let steps = limit.checked_div(step)?;
    let next = if is_up { steps.floor() + Number::ONE } else { steps.ceil() - Number::ONE };
    Some(&next * step)
}

/// The value of a title or text, as it stands in a result.
pub(crate) fn shown_title(plan: &dabiao_check::Plan, target: &dabiao_check::Target) -> Shown {
    Shown::title(&target.titles, plan.home()).unwrap_or_else(|| Shown::from(&target.id))
}
