//! Values that are set, and what turns with them.

use dabiao_engine::Question;
use dabiao_model::{
    Diagnostic, Evidence, Observation, Period, Place, Replaced, Report, ScoreTurned, TargetResult, Turned,
    Value,
};

use super::WhatIf;
use super::turned::{scores_turned, turned};
use crate::Error;

/// What was set, and what turns with it.
#[derive(Debug, Default)]
pub(super) struct Setting {
    pub(super) set: Vec<Replaced>,
    pub(super) turned: Vec<Turned>,
    pub(super) scores: Vec<ScoreTurned>,
}

impl WhatIf<'_> {
    /// The values that are set, and the verdicts and scores that turn with them.
    pub(super) fn replaced(&self, question: &Question, base: &Report) -> Result<Setting, Error> {
        let program = self.plan.program();
        let call = |fault: Box<Diagnostic>| Error::Call(vec![*fault]);
        let mut found = Setting::default();
        if self.set.is_empty() {
            return Ok(found);
        }
        let settled = program.without_records(self.metrics.values(), question).map_err(call)?;
        let mut table = settled.unwrap_or_else(|| self.metrics.values().clone());
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
                table.replace(&observation).map_err(call)?;
                let to = shown(table.value(name, entity.as_deref(), period));
                found.set.push(Replaced {
                    metric: metric.map_or_else(|| name.clone(), |metric| metric.path.clone()),
                    entity,
                    period: period.as_ref().map(Period::to_string),
                    from,
                    to: to.unwrap_or_else(|| text.as_str().into()),
                });
            }
        }
        let before = program.judge(self.metrics.values(), question).map_err(call)?;
        let after = program.judge(&table, question).map_err(call)?;
        found.turned = turned(self.plan.checked(), &before, &after);
        if base.score.is_some() {
            found.scores = scores_turned(base, &program.evaluate(&table, question).map_err(call)?);
        }
        Ok(found)
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
}
