//! What a plan asks for, without data.

use std::sync::Arc;

use dabiao_check::{Metric, Plan, Target, Unmeasured};
use dabiao_model::{AssumptionUse, Origin, Scale, Shown, Type, Value};
use serde::{Serialize, Serializer};

/// The demands of a plan. Serialised, it is the `dabiao.targets/1` format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TargetList {
    /// The format's name and version.
    pub format: &'static str,
    /// The targets, in the order of the rules.
    pub targets: Vec<TargetEntry>,
    /// What the plan asks for without an indicator.
    pub unmeasured: Vec<UnmeasuredEntry>,
    /// The metrics that the plan speaks of.
    pub metrics: Vec<MetricEntry>,
    /// The assumptions that it makes.
    pub assumptions: Vec<AssumptionUse>,
    /// The units that it declares; of those that shipped files declare, the ones that its metrics use.
    pub units: Vec<UnitEntry>,
    /// The scales that it declares; of those that shipped files declare, the ones that its metrics use.
    pub scales: Vec<ScaleEntry>,
}

/// One target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TargetEntry {
    /// Its stable id.
    pub target: String,
    /// Its title; serialised, in the plan's language.
    pub title: Shown,
    /// All its titles, or its metric's where it has none.
    pub titles: Vec<String>,
    /// The section it stands in.
    pub section: Option<Shown>,
    /// Its clauses.
    pub cite: Vec<String>,
    /// Who answers for it.
    pub owner: Vec<String>,
    /// Who assists.
    pub with: Vec<String>,
    /// Its condition, on one line.
    pub condition: String,
    /// The paths of the metrics of its condition.
    pub metrics: Vec<String>,
    /// Its deadline, `YYYY-MM-DD`.
    pub by: Option<String>,
    /// How often it recurs.
    pub each: Option<String>,
    /// Its weight in the score.
    pub weight: Option<String>,
    /// Whether missing it is a veto.
    pub veto: bool,
    /// The names of the assumptions it rests on.
    pub assumptions: Vec<String>,
}

/// A demand that no metric measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnmeasuredEntry {
    /// Its title; serialised, in the plan's language.
    pub title: Shown,
    /// Its clauses.
    pub cite: Vec<String>,
    /// Why it is not measured.
    pub reason: Option<String>,
}

/// One metric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MetricEntry {
    /// Its path.
    pub metric: String,
    /// Its titles.
    pub titles: Vec<String>,
    /// Its type: `percent`, `yes/no`, a unit or a scale.
    #[serde(rename = "type")]
    pub ty: String,
    /// The values it can have, `0%..100%`.
    pub range: Option<String>,
    /// Its clauses.
    pub cite: Vec<String>,
    /// The document it is taken from.
    pub source: Option<String>,
    /// Whether it is computed from other metrics.
    pub derived: bool,
    /// What is asked of records for it, `share of market_samples where …`.
    pub records: Option<String>,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitEntry {
    /// Its name.
    pub unit: String,
    /// How Chinese texts write it.
    pub symbol: String,
    /// Its titles, and where it is taken from.
    #[serde(flatten, serialize_with = "as_keys")]
    pub origin: Origin,
}

/// One scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScaleEntry {
    /// Its name.
    pub scale: String,
    /// Its levels, the worst first.
    pub levels: Vec<String>,
    /// Its titles, and where it is taken from.
    #[serde(flatten, serialize_with = "as_keys")]
    pub origin: Origin,
}

/// What readers of a list are told of an origin; which files are shipped is not theirs to know.
fn as_keys<S: Serializer>(origin: &Origin, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys<'o> {
        titles: &'o [String],
        source: Option<&'o str>,
        cite: &'o [String],
    }
    let keys = Keys { titles: &origin.titles, source: origin.source.as_deref(), cite: &origin.cite };
    keys.serialize(serializer)
}

impl TargetList {
    /// The name and version of the JSON format.
    pub const FORMAT: &'static str = "dabiao.targets/1";

    /// The list as indented JSON with a line break at its end.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("market.pass_rate >= 90%")?;
    /// assert!(plan.targets().to_json().starts_with("{\n  \"format\": \"dabiao.targets/1\","));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        dabiao_report::pretty_json(self)
    }

    /// The demands of a checked plan.
    pub(crate) fn of(plan: &Plan) -> TargetList {
        TargetList {
            format: TargetList::FORMAT,
            targets: plan.targets.iter().map(|target| target_entry(plan, target)).collect(),
            unmeasured: plan.unmeasured.iter().map(|one| unmeasured_entry(plan, one)).collect(),
            metrics: plan.metrics.iter().map(|metric| metric_entry(plan, metric)).collect(),
            assumptions: plan
                .assumptions
                .iter()
                .filter(|one| !one.is_spare)
                .map(|one| AssumptionUse {
                    name: one.name.clone(),
                    title: Shown::title(&one.origin.titles, plan.home()),
                    value: one.ty.wording(&one.value).into(),
                    because: one.because.clone(),
                    source: one.origin.source.clone(),
                    cite: one.origin.cite.clone(),
                    overridden: false,
                })
                .collect(),
            units: units(plan),
            scales: scales(plan),
        }
    }
}

fn target_entry(plan: &Plan, target: &Target) -> TargetEntry {
    let metrics: Vec<&Metric> = target.metrics.iter().filter_map(|id| plan.metric(*id)).collect();
    let titles = match (target.titles.is_empty(), metrics.first()) {
        (true, Some(metric)) => metric.titles.clone(),
        _ => target.titles.clone(),
    };
    let section = target.section.and_then(|id| plan.section(id));
    let assumptions = target.assumptions.iter().filter_map(|id| plan.assumption(*id));
    TargetEntry {
        target: target.id.clone(),
        title: Shown::title(&titles, plan.home()).unwrap_or_else(|| Shown::from(&target.id)),
        section: section.and_then(|section| Shown::title(&section.titles, plan.home())),
        titles,
        cite: target.cite.clone(),
        owner: target.owner.clone(),
        with: target.with.clone(),
        condition: target.text.clone(),
        metrics: metrics.iter().map(|metric| metric.path.clone()).collect(),
        by: target.by.map(|by| by.to_string()),
        each: target.each.map(|step| step.as_str().to_string()),
        weight: target.worth.as_ref().and_then(|worth| worth.weight.as_ref()).map(ToString::to_string),
        veto: target.veto.is_some(),
        assumptions: assumptions.map(|one| one.name.clone()).collect(),
    }
}

fn unmeasured_entry(plan: &Plan, unmeasured: &Unmeasured) -> UnmeasuredEntry {
    UnmeasuredEntry {
        title: Shown::title(&unmeasured.titles, plan.home()).unwrap_or_else(|| Shown::from("")),
        cite: unmeasured.cite.clone(),
        reason: unmeasured.reason.clone(),
    }
}

fn metric_entry(plan: &Plan, metric: &Metric) -> MetricEntry {
    let show = |value: &Value| metric.ty.show(value);
    MetricEntry {
        metric: metric.path.clone(),
        titles: metric.titles.clone(),
        ty: metric.ty.to_string(),
        range: metric.range.as_ref().map(|(least, greatest)| format!("{}..{}", show(least), show(greatest))),
        cite: metric.cite.clone(),
        source: metric.source.clone(),
        derived: metric.value.is_some(),
        records: metric.query.and_then(|id| plan.query(id)).map(|query| plan.text_at(query.at)),
    }
}

/// The units that the plan's own files declare, and those of shipped files that its metrics are measured in.
fn units(plan: &Plan) -> Vec<UnitEntry> {
    let used: Vec<&str> = plan
        .metrics
        .iter()
        .flat_map(|metric| match &metric.ty {
            Type::Quantity(unit) => unit.parts().collect(),
            _ => Vec::new(),
        })
        .collect();
    let entry = |(name, origin): (&String, &Origin)| {
        let is_listed = !origin.is_shipped || used.contains(&name.as_str());
        let unit = plan.units.resolve(name).filter(|_| is_listed)?;
        Some(UnitEntry { unit: name.clone(), symbol: unit.symbol().to_string(), origin: origin.clone() })
    };
    plan.unit_origins.iter().filter_map(entry).collect()
}

/// The scales that the plan's own files declare, and those of shipped files that its metrics are levels of.
fn scales(plan: &Plan) -> Vec<ScaleEntry> {
    let is_used = |scale: &Scale| {
        plan.metrics.iter().any(|metric| matches!(&metric.ty, Type::Level(of) if of.as_ref() == scale))
    };
    let listed = plan.scales.iter().filter(|scale| !scale.origin().is_shipped || is_used(scale));
    let entry = |scale: &Arc<Scale>| ScaleEntry {
        scale: scale.name().to_string(),
        levels: scale.levels().to_vec(),
        origin: scale.origin().clone(),
    };
    listed.map(entry).collect()
}
