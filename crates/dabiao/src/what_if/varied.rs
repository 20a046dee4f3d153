//! Verdicts over the values of an assumption.

use dabiao_check::{Assumption, Target};
use dabiao_engine::{Question, TurningPoint, TurningPoints, Variable};
use dabiao_model::{
    Code, Diagnostic, Number, Place, Report, Shown, Type, Value, Varied, Verdict, VerdictSpan, Wording,
};

use super::line::{Domain, Edge, Span, spans};
use super::steps::{Steps, steps};
use super::{WhatIf, nth_of};
use crate::{Error, Input};

impl WhatIf<'_> {
    /// Each answer that rests on an assumption, over its values from one to another.
    pub(super) fn varied(
        &self,
        question: &Question,
        base: &Report,
        (name, from, to): &(String, Input, Input),
    ) -> Result<Vec<Varied>, Error> {
        let read = |input: &Input| {
            self.evaluation.assumption(name, input).map_err(|fault| Error::Call(vec![*fault]))
        };
        let ends = [read(from)?, read(to)?];
        let plan = self.plan.checked();
        let Some(assumption) = plan.assumptions.iter().find(|one| one.is_called(name)) else {
            return Ok(Vec::new());
        };
        let mut all = Vec::new();
        for (at, result) in base.results.iter().enumerate() {
            let rests_on = result.assumptions.contains(&assumption.name);
            let index = plan.targets.iter().position(|target| target.id == result.target);
            let target = index.and_then(|index| Some((index, plan.targets.get(index)?)));
            let Some((index, target)) = target.filter(|_| rests_on) else { continue };
            let asked = Question { entity: result.entity.clone(), target: Some(index), ..question.clone() };
            let along = Along { whole: self, asked, index, nth: nth_of(base, at), assumption };
            let found = along.spans(&ends).map_err(|fault| Error::Call(vec![*fault]))?;
            let Some(spans) = found else { return Err(not_a_range(name)) };
            all.push(Varied {
                assumption: assumption.name.clone(),
                target: result.target.clone(),
                title: shown_title(plan, target),
                entity: result.entity.clone(),
                period: result.period.clone(),
                spans,
            });
        }
        Ok(all)
    }
}

/// One answer, and the assumption along whose values it is asked for.
struct Along<'a> {
    whole: &'a WhatIf<'a>,
    asked: Question,
    index: usize,
    /// Which of the target's answers.
    nth: usize,
    assumption: &'a Assumption,
}

impl Along<'_> {
    /// `None` where the two ends are of no kind that has values between them.
    fn spans(&self, ends: &[Value; 2]) -> Result<Option<Vec<VerdictSpan>>, Box<Diagnostic>> {
        let ty = &self.assumption.ty;
        let turning = self.turning_points()?;
        if let [Value::Number(from), Value::Number(to)] = ends {
            let (least, greatest) = (from.min(to), from.max(to));
            let domain = Domain { least: Some(least.clone()), greatest: Some(greatest.clone()) };
            let found =
                spans(turning, &domain, least, |number| self.verdict(&Value::Number(number.clone())))?;
            return Ok(Some(found.into_iter().map(|span| of_numbers(&span, least, ty)).collect()));
        }
        let [first, last] = ends;
        let found = steps(&turning, [first, last], |value| self.verdict(value)).transpose()?;
        Ok(found.map(|found| found.into_iter().map(|span| of_steps(&span, ty)).collect()))
    }

    fn turning_points(&self) -> Result<TurningPoints, Box<Diagnostic>> {
        let variable = Variable::Assumption(self.assumption.name.clone());
        let program = self.whole.plan.program();
        program.turning_points(self.whole.metrics.values(), &self.asked, self.index, &variable)
    }

    fn verdict(&self, value: &Value) -> Result<Verdict, Box<Diagnostic>> {
        let mut asked = self.asked.clone();
        asked.assume.retain(|(other, _)| *other != self.assumption.name);
        asked.assume.push((self.assumption.name.clone(), value.clone()));
        let judged = self.whole.plan.program().judge(self.whole.metrics.values(), &asked)?;
        let own = judged.into_iter().filter(|one| one.entity == self.asked.entity);
        Ok(own.map(|one| one.verdict).nth(self.nth).unwrap_or(Verdict::Error))
    }
}

fn of_numbers(span: &Span, least: &Number, ty: &Type) -> VerdictSpan {
    let number = |edge: &Option<Edge>, is_low: bool| {
        let number = edge.as_ref().map(|edge| if is_low { edge.point.low() } else { edge.point.high() });
        number.unwrap_or(least).clone()
    };
    let near = |edge: &Option<Edge>| {
        edge.as_ref().is_some_and(|edge| matches!(edge.point, TurningPoint::Between(..)))
    };
    let (from, to) = (number(&span.from, false), number(&span.to, true));
    VerdictSpan {
        from: ty.wording(&Value::Number(from.clone())).into(),
        from_exact: ty.in_own_unit(&from).to_string(),
        from_included: span.from.as_ref().is_some_and(|edge| edge.included),
        to: ty.wording(&Value::Number(to.clone())).into(),
        to_exact: ty.in_own_unit(&to).to_string(),
        to_included: span.to.as_ref().is_some_and(|edge| edge.included),
        approximate: near(&span.from) || near(&span.to),
        verdict: span.verdict,
    }
}

fn of_steps(span: &Steps, ty: &Type) -> VerdictSpan {
    VerdictSpan {
        from: ty.wording(&span.first).into(),
        from_exact: ty.show(&span.first),
        from_included: true,
        to: ty.wording(&span.last).into(),
        to_exact: ty.show(&span.last),
        to_included: true,
        approximate: false,
        verdict: span.verdict,
    }
}

/// The title of a target, as it stands in a result.
pub(crate) fn shown_title(plan: &dabiao_check::Plan, target: &Target) -> Shown {
    Shown::title(&target.titles, plan.home()).unwrap_or_else(|| Shown::from(&target.id))
}

fn not_a_range(name: &str) -> Error {
    let place = Place::Call(format!("vary {name}").into());
    let fault = Diagnostic::new(Code::UnreadableArgument, place).with("option", "vary").with("text", name);
    Error::Call(vec![fault.with("wanted", Wording::word("wanted-range"))])
}
