//! One target of a plan by itself.

use std::collections::HashMap;

use super::{AssumptionId, Metric, MetricId, Plan, Sampling, Target, TermId, TermKind};

impl Plan {
    /// A plan of one target, with what its verdict on values of its metrics rests on: condition, `when`, `warn` and
    /// `confidence`. Deadline, recurrence, milestones, points and records are left out.
    ///
    /// The target need not stand in the plan so: another condition of the plan may be put in its place.
    ///
    /// ```
    /// use dabiao_check::check;
    /// use dabiao_model::Source;
    /// let plan = check(vec![dabiao_syntax::parse(Source::new("rules", "target a: x >= 1\ntarget b: y >= x"))]).plan;
    /// let alone = plan.alone(&plan.targets[0]);
    /// assert_eq!((alone.targets.len(), alone.metrics.len()), (1, 1));
    /// ```
    #[must_use]
    pub fn alone(&self, target: &Target) -> Plan {
        let mut copy = Copy { from: self, plan: Plan::default(), terms: HashMap::new() };
        let condition = copy.term(target.condition);
        let [when, warn] = [target.when, target.warn].map(|term| term.map(|term| copy.term(term)));
        let sampling = target.sampling.as_ref().map(|sampling| Sampling {
            share: copy.term(sampling.share),
            threshold: copy.term(sampling.threshold),
            ..sampling.clone()
        });
        let mut plan = copy.plan;
        plan.id.clone_from(&self.id);
        plan.digest.clone_from(&self.digest);
        plan.targets.push(Target {
            condition,
            when,
            warn,
            sampling,
            section: None,
            by: None,
            each: None,
            milestones: Vec::new(),
            track: None,
            if_none: None,
            worth: None,
            adjustments: Vec::new(),
            veto: None,
            metrics: (0..plan.metrics.len()).map(MetricId::new).collect(),
            assumptions: (0..plan.assumptions.len()).map(AssumptionId::new).collect(),
            ..target.clone()
        });
        plan
    }
}

/// A plan that is filled with what some terms of another one rest on.
struct Copy<'p> {
    from: &'p Plan,
    plan: Plan,
    terms: HashMap<TermId, TermId>,
}

impl Copy<'_> {
    /// A term of the other plan, with its parts before it.
    fn term(&mut self, id: TermId) -> TermId {
        if let Some(known) = self.terms.get(&id) {
            return *known;
        }
        // A plan names no term that it does not have.
        let Some(mut term) = self.from.terms.get(id).cloned() else { return id };
        for part in term.kind.parts_mut() {
            *part = self.term(*part);
        }
        match &mut term.kind {
            TermKind::Metric { metric, .. } => *metric = self.metric(*metric),
            TermKind::Assumption(assumption) => *assumption = self.assumption(*assumption),
            _ => {}
        }
        let copied = self.plan.terms.push(term);
        self.terms.insert(id, copied);
        copied
    }

    fn metric(&mut self, id: MetricId) -> MetricId {
        let Some(metric) = self.from.metric(id) else { return id };
        if let Some(known) = self.plan.metric_names.get(&metric.path) {
            return *known;
        }
        let copied = MetricId::new(self.plan.metrics.len());
        self.plan.metric_names.insert(metric.path.clone(), copied);
        self.plan.metrics.push(Metric { value: None, query: None, ..metric.clone() });
        copied
    }

    fn assumption(&mut self, id: AssumptionId) -> AssumptionId {
        let Some(assumption) = self.from.assumption(id) else { return id };
        let known = self.plan.assumptions.iter().position(|one| one.name == assumption.name);
        AssumptionId::new(known.unwrap_or_else(|| {
            self.plan.assumptions.push(assumption.clone());
            self.plan.assumptions.len().saturating_sub(1)
        }))
    }
}
