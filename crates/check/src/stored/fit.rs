//! Whether the parts of a plan that was read fit together.

use crate::{
    Adjustment, AssumptionId, At, MetricId, Plan, RecordQuery, RowExpr, SourceId, Table, Target, Term,
    TermId, TermKind, Test,
};

/// Whether every id of a plan names something that it has, and every term only refers to terms before it.
pub(super) fn fits(plan: &Plan) -> bool {
    let fit = Fit(plan);
    plan.terms.iter().all(|(id, term)| fit.term(id, term))
        && plan.organisations.iter().all(|one| fit.at(one.at))
        && plan.assumptions.iter().all(|one| fit.at(one.at))
        && plan.unmeasured.iter().all(|one| fit.at(one.at))
        && plan.sections.iter().all(|one| fit.at(one.at) && fit.adjustments(&one.scoring.adjustments))
        && plan.scoring.iter().all(|one| fit.adjustments(&one.adjustments))
        && plan.metrics.iter().all(|one| {
            fit.at(one.at) && fit.root(one.value) && one.query.is_none_or(|query| plan.query(query).is_some())
        })
        && plan.tables.iter().all(|table| fit.table(table))
        && plan.queries.iter().all(|query| fit.query(query))
        && plan.targets.iter().all(|target| fit.target(target))
        && plan.tests.iter().all(|test| fit.test(test))
}

struct Fit<'p>(&'p Plan);

impl Fit<'_> {
    fn source(&self, id: SourceId) -> bool {
        id.index() < self.0.sources.len()
    }

    fn at(&self, at: At) -> bool {
        self.source(at.source)
    }

    fn root(&self, id: impl Into<Option<TermId>>) -> bool {
        id.into().is_none_or(|id| self.0.terms.get(id).is_some())
    }

    fn metric(&self, id: MetricId) -> bool {
        self.0.metric(id).is_some()
    }

    fn assumption(&self, id: AssumptionId) -> bool {
        self.0.assumption(id).is_some()
    }

    fn term(&self, id: TermId, term: &Term) -> bool {
        let named = match &term.kind {
            TermKind::Metric { metric, .. } => self.metric(*metric),
            TermKind::Assumption(assumption) => self.assumption(*assumption),
            _ => true,
        };
        named && self.at(term.at) && term.kind.parts().into_iter().all(|part| part < id)
    }

    fn adjustments(&self, adjustments: &[Adjustment]) -> bool {
        adjustments.iter().all(|one| self.at(one.at) && self.root(one.when))
    }

    fn table(&self, table: &Table) -> bool {
        let has = |column: Option<usize>| column.is_none_or(|column| column < table.columns.len());
        self.at(table.at)
            && table.columns.iter().all(|column| self.at(column.at))
            && has(table.entity)
            && has(table.time)
    }

    fn query(&self, query: &RecordQuery) -> bool {
        let Some(table) = self.0.table(query.table) else { return false };
        let mut is_sound = true;
        for condition in query.filter.iter().chain(&query.among) {
            condition.visit(&mut |part| match part {
                RowExpr::Column(column) => is_sound &= *column < table.columns.len(),
                RowExpr::Assumption(id) => is_sound &= self.assumption(*id),
                _ => {}
            });
        }
        is_sound
            && self.at(query.at)
            && self.metric(query.metric)
            && query.column.is_none_or(|column| column < table.columns.len())
    }

    fn target(&self, target: &Target) -> bool {
        let section = target.section.is_none_or(|section| self.0.section(section).is_some());
        let sampling = target.sampling.as_ref().is_none_or(|sampling| {
            self.root(sampling.share) && self.root(sampling.threshold) && self.at(sampling.at)
        });
        let track = target.track.as_ref().is_none_or(|track| {
            [track.now, track.base, track.goal].into_iter().all(|term| self.root(term)) && self.at(track.at)
        });
        section
            && sampling
            && track
            && self.at(target.at)
            && [Some(target.condition), target.when, target.warn].into_iter().all(|term| self.root(term))
            && target.milestones.iter().all(|one| self.root(one.condition) && self.at(one.at))
            && target.metrics.iter().all(|id| self.metric(*id))
            && target.assumptions.iter().all(|id| self.assumption(*id))
            && self.adjustments(&target.adjustments)
    }

    fn test(&self, test: &Test) -> bool {
        let records = test.records.iter().all(|one| {
            let has = |column: usize, table: &Table| column < table.columns.len();
            let table = self.0.table(one.table);
            self.at(one.at)
                && table.is_some_and(|table| one.values.iter().all(|(column, _)| has(*column, table)))
        });
        records
            && self.at(test.at)
            && test.given.iter().all(|one| self.metric(one.metric) && self.at(one.at))
            && test.expected.iter().all(|one| self.at(one.at))
            && test.scores.iter().all(|one| self.at(one.at))
    }
}
