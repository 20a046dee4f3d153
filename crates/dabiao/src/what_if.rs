//! What a change of values or of assumptions would do.

mod change;
mod line;

use dabiao_engine::{Judgement, Question, TurningPoint, Variable};
use dabiao_model::{
    Code, Diagnostic, Evidence, Missed, Number, Observation, Period, Place, Replaced, Report, TargetResult,
    Turned, Value, Varied, Verdict, VerdictSpan, WhatIfReport, Wording,
};

use crate::{AsOf, Error, Evaluation, Input, Metrics, Plan};
use change::Search;
pub(crate) use change::shown_title;
use line::{Domain, Edge, Span, spans};

/// A question about what would be, put together like an [`Evaluation`].
///
/// Where nothing is set and no assumption varies, it tells for each missed target the smallest change of each single
/// value that would meet it.
///
/// ```
/// let plan = dabiao::Plan::parse("goods.pass_rate >= 90%\ntarget falls: complaints falls by at least 20% since 2010")?;
/// let mut metrics = plan.metrics();
/// let year = dabiao::Period::parse("2011");
/// metrics.set_at(None, year, "goods.pass_rate", (437, 500))?;
/// metrics.set_at(None, dabiao::Period::parse("2010"), "complaints", 250)?;
/// metrics.set_at(None, year, "complaints", 210)?;
/// let report = plan.what_if(&metrics).as_of("2011-12-31").run()?;
/// assert_eq!(report.missed[0].changes[0].passes.as_deref(), Some("13"));
/// assert_eq!(report.missed[1].changes[0].limit.as_deref(), Some("200"));
///
/// let set = plan.what_if(&metrics).as_of("2011-12-31").set("complaints", 200).run()?;
/// assert_eq!(set.turned[0].to, Some(dabiao::Verdict::Met));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "a question is asked by `run`"]
pub struct WhatIf<'a> {
    plan: &'a Plan,
    metrics: &'a Metrics,
    evaluation: Evaluation<'a>,
    set: Vec<(String, Option<Period>, Input)>,
    vary: Vec<(String, Input, Input)>,
}

impl<'a> WhatIf<'a> {
    pub(crate) fn new(plan: &'a Plan, metrics: &'a Metrics) -> WhatIf<'a> {
        WhatIf { plan, metrics, evaluation: plan.evaluate(metrics), set: Vec::new(), vary: Vec::new() }
    }

    /// The day to judge for. It must be given: the library reads no clock.
    pub fn as_of(mut self, day: impl Into<AsOf>) -> Self {
        self.evaluation = self.evaluation.as_of(day);
        self
    }

    /// The period to judge, instead of the latest one not after the day.
    pub fn period(mut self, period: Period) -> Self {
        self.evaluation = self.evaluation.period(period);
        self
    }

    /// The entity to judge, instead of every one.
    pub fn entity(mut self, entity: impl Into<String>) -> Self {
        self.evaluation = self.evaluation.entity(entity);
        self
    }

    /// Another value for one of the plan's assumptions.
    pub fn assume(mut self, name: impl Into<String>, value: impl Into<Input>) -> Self {
        self.evaluation = self.evaluation.assume(name, value);
        self
    }

    /// Another value for a metric: of each entity judged, in the latest period for which a target that reads the
    /// metric is judged and the data have a value of it.
    pub fn set(mut self, metric: impl Into<String>, value: impl Into<Input>) -> Self {
        self.set.push((metric.into(), None, value.into()));
        self
    }

    /// Another value for a metric in a period, for each entity judged.
    pub fn set_in(mut self, metric: impl Into<String>, period: Period, value: impl Into<Input>) -> Self {
        self.set.push((metric.into(), Some(period), value.into()));
        self
    }

    /// Every value of an assumption from one to another.
    pub fn vary(mut self, name: impl Into<String>, from: impl Into<Input>, to: impl Into<Input>) -> Self {
        self.vary.push((name.into(), from.into(), to.into()));
        self
    }

    /// Finds the answers. Each of them is judged by the engine before it is told.
    ///
    /// # Errors
    /// As for [`Evaluation::run`]; [`Error::Call`] also where a metric that is set or an assumption that varies is
    /// unknown or of no fitting value.
    pub fn run(self) -> Result<WhatIfReport, Error> {
        let question = self.evaluation.question()?;
        let call = |fault: Box<Diagnostic>| Error::Call(vec![*fault]);
        let base = self.plan.program().evaluate(self.metrics.values(), &question).map_err(call)?;
        let (set, turned) = self.replaced(&question, &base)?;
        let mut varied = Vec::new();
        for (name, from, to) in &self.vary {
            varied.extend(self.varied(&question, &base, name, from, to)?);
        }
        let plain = self.set.is_empty() && self.vary.is_empty();
        let missed = if plain { self.missed(&question, &base).map_err(call)? } else { Vec::new() };
        let Report { plan, as_of, assumptions, .. } = base;
        let format = WhatIfReport::FORMAT;
        Ok(WhatIfReport { format, plan, as_of, assumptions, set, turned, missed, varied })
    }

    /// The values that are set, and the verdicts that turn with them.
    fn replaced(&self, question: &Question, base: &Report) -> Result<(Vec<Replaced>, Vec<Turned>), Error> {
        let mut table = self.metrics.values().clone();
        let mut set = Vec::new();
        for (name, period, input) in &self.set {
            let text = input.clone().text(name).map_err(|fault| Error::Call(vec![fault]))?;
            for (entity, period) in self.places(name, *period, base) {
                let plan = self.plan.checked();
                let metric = plan.metric_id(name).and_then(|id| plan.metric(id));
                let shown = |value: Option<Value>| Some(metric?.ty.wording(&value?).into());
                let from = shown(table.value(name, entity.as_deref(), period));
                let place = Place::Call(format!("set {name}={text}").into());
                let observation = Observation {
                    entity: entity.clone(),
                    period,
                    source: "set".to_string(),
                    ..Observation::new(name, text.as_str(), place)
                };
                table.replace(&observation).map_err(|fault| Error::Call(vec![*fault]))?;
                let to = shown(table.value(name, entity.as_deref(), period));
                set.push(Replaced {
                    metric: metric.map_or_else(|| name.clone(), |metric| metric.path.clone()),
                    entity,
                    period: period.as_ref().map(Period::to_string),
                    from,
                    to: to.unwrap_or_else(|| text.as_str().into()),
                });
            }
        }
        if set.is_empty() {
            return Ok((set, Vec::new()));
        }
        let program = self.plan.program();
        let judged = program.judge(self.metrics.values(), question);
        let judged = judged.and_then(|before| Ok((before, program.judge(&table, question)?)));
        let (before, after) = judged.map_err(|fault| Error::Call(vec![*fault]))?;
        Ok((set, turned(self.plan.checked(), &before, &after)))
    }

    /// Where a value is set: for each entity judged, in the period asked for or the latest that counts.
    fn places(
        &self,
        name: &str,
        asked: Option<Period>,
        base: &Report,
    ) -> Vec<(Option<String>, Option<Period>)> {
        let mut entities: Vec<Option<String>> = Vec::new();
        for result in &base.results {
            if !entities.contains(&result.entity) {
                entities.push(result.entity.clone());
            }
        }
        if entities.is_empty() {
            entities.push(None);
        }
        let path = self.plan.checked().metric_id(name).and_then(|id| self.plan.checked().metric(id));
        let path = path.map_or(name, |metric| metric.path.as_str());
        let period_of = |entity: &Option<String>| {
            let of_entity = || base.results.iter().filter(|result| result.entity == *entity);
            let reads = |result: &&TargetResult| result.evidence.iter().any(|one| one.metric == path);
            let own = of_entity().flat_map(|result| {
                let is_own =
                    |one: &&Evidence| one.metric == path && one.entity == *entity && one.value.is_some();
                result
                    .evidence
                    .iter()
                    .filter(is_own)
                    .filter(|one| one.period.is_none() || one.period == result.period)
            });
            let judged = || of_entity().filter(reads).filter_map(|result| result.period.as_deref());
            match own.map(|one| one.period.as_deref().and_then(Period::parse)).max() {
                Some(period) => period,
                None => judged().filter_map(Period::parse).max(),
            }
        };
        entities.into_iter().map(|entity| (entity.clone(), asked.or_else(|| period_of(&entity)))).collect()
    }

    fn missed(&self, question: &Question, base: &Report) -> Result<Vec<Missed>, Box<Diagnostic>> {
        let mut all = Vec::new();
        for (at, result) in base.results.iter().enumerate().filter(|(_, result)| result.is_missed()) {
            let target = self.plan.checked().targets.iter().position(|target| target.id == result.target);
            let Some(target) = target else { continue };
            let mut changes = Vec::new();
            let own =
                |one: &&Evidence| one.entity == result.entity && one.source.is_some() && one.value.is_some();
            for evidence in result.evidence.iter().filter(own) {
                let search = Search {
                    plan: self.plan,
                    metrics: self.metrics.values(),
                    question: Question { entity: result.entity.clone(), ..question.clone() },
                    target,
                    nth: nth_of(base, at),
                    metric: evidence.metric.clone(),
                    entity: evidence.entity.clone(),
                    period: evidence.period.as_deref().and_then(Period::parse),
                    counts: evidence.count.as_deref().and_then(counts),
                };
                changes.extend(search.run()?);
            }
            all.push(Missed {
                target: result.target.clone(),
                title: result.title.clone(),
                entity: result.entity.clone(),
                period: result.period.clone(),
                observed: result.observed.clone(),
                required: result.required.clone(),
                changes,
            });
        }
        Ok(all)
    }

    /// Each answer that rests on an assumption, over its range.
    fn varied(
        &self,
        question: &Question,
        base: &Report,
        name: &str,
        from: &Input,
        to: &Input,
    ) -> Result<Vec<Varied>, Error> {
        let read = |input: &Input| self.evaluation.assumption(name, input);
        let call = |fault: Box<Diagnostic>| Error::Call(vec![*fault]);
        let place = || Place::Call(format!("vary {name}").into());
        let (Value::Number(from), Value::Number(to)) = (read(from).map_err(call)?, read(to).map_err(call)?)
        else {
            let fault = Diagnostic::new(Code::UnreadableArgument, place()).with("option", "vary");
            return Err(Error::Call(vec![
                fault.with("text", name).with("wanted", Wording::word("wanted-range")),
            ]));
        };
        let plan = self.plan.checked();
        let assumption = plan.assumptions.iter().find(|one| one.is_called(name));
        let Some((name, ty)) = assumption.map(|one| (one.name.as_str(), one.ty.clone())) else {
            return Ok(Vec::new());
        };
        let domain = Domain { least: Some((&from).min(&to).clone()), greatest: Some(from.max(to)) };
        let least = domain.least.clone().unwrap_or(Number::ZERO);
        let mut all = Vec::new();
        for (at, result) in base.results.iter().enumerate() {
            let rests_on = result.assumptions.iter().any(|one| one == name);
            let target = plan.targets.iter().position(|target| target.id == result.target);
            let Some(index) = target.filter(|_| rests_on) else { continue };
            let asked = Question { entity: result.entity.clone(), target: Some(index), ..question.clone() };
            let variable = Variable::Assumption(name.to_string());
            let program = self.plan.program();
            let table = self.metrics.values();
            let turning = program.turning_points(table, &asked, index, &variable).map_err(call)?;
            let nth = nth_of(base, at);
            let found = spans(turning, &domain, &least, |number| {
                let mut asked = asked.clone();
                asked.assume.retain(|(other, _)| other != name);
                asked.assume.push((name.to_string(), Value::Number(number.clone())));
                let judged = program.judge(table, &asked)?;
                let own = judged.into_iter().filter(|one| one.entity == result.entity);
                Ok(own.map(|one| one.verdict).nth(nth).unwrap_or(Verdict::Error))
            });
            let edge = |edge: &Option<Edge>, is_low: bool| {
                let number =
                    edge.as_ref().map(|edge| if is_low { edge.point.low() } else { edge.point.high() });
                let number = number.cloned().unwrap_or_else(|| least.clone());
                (ty.wording(&Value::Number(number.clone())), ty.in_own_unit(&number).to_string())
            };
            let near = |edge: &Option<Edge>| {
                edge.as_ref().is_some_and(|edge| matches!(edge.point, TurningPoint::Between(..)))
            };
            let span = |span: Span| {
                let ((from, from_exact), (to, to_exact)) = (edge(&span.from, false), edge(&span.to, true));
                VerdictSpan {
                    from: from.into(),
                    from_exact,
                    from_included: span.from.as_ref().is_some_and(|edge| edge.included),
                    to: to.into(),
                    to_exact,
                    to_included: span.to.as_ref().is_some_and(|edge| edge.included),
                    approximate: near(&span.from) || near(&span.to),
                    verdict: span.verdict,
                }
            };
            all.push(Varied {
                assumption: name.to_string(),
                target: result.target.clone(),
                title: plan
                    .targets
                    .get(index)
                    .map_or_else(|| result.title.clone(), |one| shown_title(plan, one)),
                entity: result.entity.clone(),
                period: result.period.clone(),
                spans: found.map_err(call)?.into_iter().map(span).collect(),
            });
        }
        Ok(all)
    }
}

/// Which of a target's answers for its entity a result is.
fn nth_of(report: &Report, at: usize) -> usize {
    let Some(own) = report.results.get(at) else { return 0 };
    let before = report.results.iter().take(at);
    before.filter(|one| one.target == own.target && one.entity == own.entity).count()
}

/// `462/500`
fn counts(text: &str) -> Option<(Number, Number)> {
    let (passes, total) = text.split_once('/')?;
    Some((Number::parse(passes).ok()?, Number::parse(total).ok()?))
}

/// The answers that differ. Values that are set anew may bring a target to be judged for other periods; such answers
/// stand on one side alone.
pub(crate) fn turned(plan: &dabiao_check::Plan, before: &[Judgement], after: &[Judgement]) -> Vec<Turned> {
    let is_same = |one: &Judgement, other: &Judgement| {
        one.target == other.target && one.entity == other.entity && one.period == other.period
    };
    let tell = |one: &Judgement, from: Option<Verdict>, to: Option<Verdict>| Turned {
        target: plan.targets.get(one.target).map_or_else(String::new, |target| target.id.clone()),
        entity: one.entity.clone(),
        period: one.period.as_ref().map(Period::to_string),
        from,
        to,
    };
    let mut all = Vec::new();
    for (nth, one) in before.iter().enumerate() {
        // Nearly always the answers stand at the same place.
        let same = after.get(nth).filter(|other| is_same(one, other));
        let other = same.or_else(|| after.iter().find(|other| is_same(one, other)));
        let verdict = other.map(|other| other.verdict);
        if verdict != Some(one.verdict) {
            all.push(tell(one, Some(one.verdict), verdict));
        }
    }
    let is_new = |(nth, other): &(usize, &Judgement)| {
        !before.get(*nth).is_some_and(|one| is_same(one, other))
            && !before.iter().any(|one| is_same(one, other))
    };
    all.extend(after.iter().enumerate().filter(is_new).map(|(_, one)| tell(one, None, Some(one.verdict))));
    all
}
