//! Values that both versions judge, each by the engine.

use std::sync::Arc;

use dabiao_check::{Observed, Plan, Target};
use dabiao_engine::{Judgement, Metrics, Program, Provenance, Question};
use dabiao_model::{
    DiffWitness, Flag, Number, Observation, Period, Place, Shown, Value, Verdict, WitnessValue,
};

use super::given;
use super::moment::{Moment, told};

/// One target of either version, ready to be judged by itself.
pub(super) struct Trial<'p> {
    old: Side<'p>,
    new: Side<'p>,
}

struct Side<'p> {
    plan: &'p Plan,
    program: Program,
}

/// What two versions are held apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// One accepts and the other refuses, or the target applies to one alone.
    Verdict,
    /// Both are met, and one is at risk.
    Warning,
    /// One accepts, and the other does not.
    Acceptance,
    /// One refuses, and the other does not.
    Refusal,
}

/// A value with the counts behind it.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) observed: Observed,
    pub(super) counts: Option<(Number, Number)>,
}

impl<'p> Trial<'p> {
    pub(super) fn new(old: (&'p Plan, &Target), new: (&'p Plan, &Target)) -> Trial<'p> {
        let side = |(plan, target): (&'p Plan, &Target)| Side {
            plan,
            program: Program::compile(Arc::new(plan.alone(target))),
        };
        Trial { old: side(old), new: side(new) }
    }

    /// Whether the engine tells the versions apart by these values: the old one accepts them, where that is what is to be
    /// shown, and the new one refuses them; otherwise the other way round.
    pub(super) fn shows(&self, readings: &[Observed], way: Way, is_tighter: bool) -> Option<DiffWitness> {
        let given: Vec<Given> = readings.iter().map(given).collect();
        self.shows_given(&given, way, is_tighter, None)
    }

    /// As [`Trial::shows`], for values with counts, and in a period that matters, where one does.
    pub(super) fn shows_given(
        &self,
        given: &[Given],
        way: Way,
        is_tighter: bool,
        judged: Option<Period>,
    ) -> Option<DiffWitness> {
        let readings: Vec<Observed> = given.iter().map(|one| one.observed.clone()).collect();
        let moment = Moment::of(&readings, judged)?;
        let (old, new) = (self.old.judge(given, &moment)?, self.new.judge(given, &moment)?);
        let (from, to) = if is_tighter { (&old, &new) } else { (&new, &old) };
        way.is_shown(from, to).then(|| DiffWitness {
            values: values(given, judged),
            old: old.verdict,
            new: new.verdict,
            old_flags: flags(&old),
            new_flags: flags(&new),
        })
    }

    /// The target of either version by itself.
    pub(super) fn plans(&self) -> [&Plan; 2] {
        [self.old.program.plan(), self.new.program.plan()]
    }

    /// A metric of either version, by its path.
    pub(super) fn metric(&self, path: &str) -> Option<&'p dabiao_check::Metric> {
        let [old, new] = [self.old.plan, self.new.plan]
            .map(|plan: &'p Plan| plan.metric_id(path).and_then(|id| plan.metric(id)));
        old.or(new)
    }
}

impl Way {
    /// Whether the second judgement refuses what the first accepts.
    fn is_shown(self, from: &Judgement, to: &Judgement) -> bool {
        let accepts = |one: &Judgement| matches!(one.verdict, Verdict::Met | Verdict::NotApplicable);
        let is_idle = |one: &Judgement| one.verdict == Verdict::NotApplicable;
        match self {
            Way::Verdict => {
                let is_judged = matches!(to.verdict, Verdict::Met | Verdict::Missed);
                (accepts(from) && to.verdict == Verdict::Missed) || (is_idle(from) && is_judged)
            }
            Way::Warning => {
                let both = from.verdict == Verdict::Met && to.verdict == Verdict::Met;
                both && !from.at_risk && to.at_risk
            }
            Way::Acceptance => accepts(from) && !accepts(to),
            Way::Refusal => to.verdict == Verdict::Missed && from.verdict != Verdict::Missed,
        }
    }
}

impl Side<'_> {
    /// What the target comes to under the values; `None` where they cannot stand in one table.
    fn judge(&self, given: &[Given], moment: &Moment) -> Option<Judgement> {
        let plan = self.program.plan();
        let mut table = Metrics::new(&self.program);
        let mut question = Question::new(moment.judged.end());
        if !plan.metrics.is_empty() {
            question.period = Some(moment.judged);
            question.entity = Some(moment.entity.clone());
            // The period and the entity are known, also where no value is read there.
            let idle = plan.metrics.iter().find(|metric| {
                !given.iter().any(|one| {
                    let place = moment.place(&one.observed.reading);
                    one.observed.is_of(metric) && place == Some((&*moment.entity, moment.judged))
                })
            });
            if let Some(metric) = idle {
                let mut missing = Observation::new(&metric.path, "", place());
                (missing.entity, missing.period) = (Some(moment.entity.clone()), Some(moment.judged));
                table.insert(&missing).ok()?;
            }
        }
        for one in given {
            let reading = &one.observed.reading;
            let Some(metric) = plan.metric_id(&reading.metric).and_then(|id| plan.metric(id)) else {
                continue;
            };
            if !one.observed.is_of(metric) {
                continue;
            }
            let (entity, period) = moment.place(reading)?;
            // The way to a place leads over others, which have to be known.
            for name in &reading.places {
                let mut missing = Observation::new(&metric.path, "", place());
                (missing.entity, missing.period) = (Some(name.clone()), Some(period));
                if table.value(&metric.path, Some(name), Some(period)).is_none() {
                    table.insert(&missing).ok()?;
                }
            }
            match table.value(&metric.path, Some(entity), Some(period)) {
                Some(known) if known == one.observed.value => continue,
                Some(_) => return None,
                None => {}
            }
            let provenance = Provenance {
                source: "a proof".to_string(),
                counts: one.counts.clone(),
                mark: None,
                provisional: false,
                place: place(),
            };
            table
                .set_value(&metric.path, Some(entity), Some(period), one.observed.value.clone(), provenance)
                .ok()?;
        }
        self.program.judge(&table, &question).ok()?.into_iter().next()
    }
}

fn place() -> Place {
    Place::Call("a proof".into())
}

fn flags(judgement: &Judgement) -> Vec<Flag> {
    if judgement.at_risk { vec![Flag::AtRisk] } else { Vec::new() }
}

/// The values of a witness, each once.
fn values(given: &[Given], judged: Option<Period>) -> Vec<WitnessValue> {
    let mut values: Vec<WitnessValue> = Vec::new();
    for Given { observed, counts } in given {
        let exact = match &observed.value {
            Value::Number(number) => Some(observed.ty.in_own_unit(number).to_string()),
            _ => None,
        };
        let one = WitnessValue {
            metric: observed.reading.metric.clone(),
            places: observed.reading.places.clone(),
            time: told(observed.reading.slot, judged).map(Shown::from),
            value: observed.ty.wording(&observed.value).into(),
            exact,
            count: counts.as_ref().map(|(passes, total)| format!("{passes}/{total}")),
            decides: observed.decides,
        };
        let same = values.iter_mut().find(|other| {
            (&other.metric, &other.places, &other.time, &other.value)
                == (&one.metric, &one.places, &one.time, &one.value)
        });
        match same {
            Some(same) => same.decides |= one.decides,
            None => values.push(one),
        }
    }
    values
}
