//! The missed targets, each with what would meet it.

use std::cell::RefCell;

use dabiao_engine::Question;
use dabiao_model::{Diagnostic, Evidence, Missed, Number, Period, Report};

use super::change::Search;
use super::{WhatIf, nth_of};

impl WhatIf<'_> {
    pub(super) fn missed(&self, question: &Question, base: &Report) -> Result<Vec<Missed>, Box<Diagnostic>> {
        let settled = self.plan.program().without_records(self.metrics.values(), question)?;
        let metrics = settled.as_ref().unwrap_or(self.metrics.values());
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
                    base,
                    metrics,
                    question: Question { entity: result.entity.clone(), ..question.clone() },
                    target,
                    nth: nth_of(base, at),
                    metric: evidence.metric.clone(),
                    entity: evidence.entity.clone(),
                    period: evidence.period.as_deref().and_then(Period::parse),
                    counts: evidence.count.as_deref().and_then(counts),
                    trial: RefCell::new(metrics.clone()),
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
}

/// `462/500`
fn counts(text: &str) -> Option<(Number, Number)> {
    let (passes, total) = text.split_once('/')?;
    Some((Number::parse(passes).ok()?, Number::parse(total).ok()?))
}
