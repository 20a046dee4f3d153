//! The score of one section.

use std::collections::BTreeMap;

use dabiao_check::{Scoring, Section, SectionScoring};
use dabiao_model::{AdjustmentScore, MissingPoints, Number, SectionScore, Shown, TargetScore};

use super::adjustment;
use super::layout::Group;
use super::reached::Reached;
use super::sum::{Part, total};
use crate::evaluate::Context;
use crate::ids::EntityId;

/// A section with what it hands to the plan.
pub(super) struct Scored {
    pub(super) told: SectionScore,
    /// The part that it is of the plan's sum; each target by itself where they stand in no section.
    pub(super) parts: Vec<Part>,
    /// Bonus and penalty points, which no weight scales; `None` where they are not known.
    pub(super) extra: Option<Number>,
}

/// Sums the targets of a section and applies their bonuses and penalties and its own.
pub(super) fn score(
    scoring: &Scoring,
    group: &Group,
    counted: &BTreeMap<usize, Reached>,
    entity: Option<EntityId>,
    missing: &mut Vec<MissingPoints>,
    context: &Context<'_>,
) -> Scored {
    let plan = context.program.plan();
    let section: Option<&Section> = group.section.and_then(|id| plan.section(id));
    let own = section.map(|section| &section.scoring);
    let reweights = scoring.reweights || own.is_some_and(|own| own.reweights);
    let mut targets: Vec<TargetScore> = Vec::new();
    let mut extra = Some(Number::ZERO);
    for reached in group.targets.iter().filter_map(|target| counted.get(target)) {
        let Some(told) = reached.score(context) else { continue };
        let has_open_steps = told.adjustments.iter().any(|one| one.points.is_none() && one.reason.is_none());
        match &told.reason {
            Some(reason) => {
                missing.push(MissingPoints { target: Some(told.target.clone()), reason: reason.clone() })
            }
            None if has_open_steps => missing.push(reached.missing(&told.target)),
            None => {}
        }
        let points = adjustment::sum(&told.adjustments, Some(&told.target), reweights, missing);
        extra = extra.zip(points).map(|(all, own)| all + own);
        targets.push(told);
    }
    let routines = group.section.map_or(&[][..], |id| context.program.scoring().of_section(id.index()));
    let adjustments: Vec<AdjustmentScore> = match own {
        Some(own) => adjustment::beside_targets(&own.adjustments, routines, entity, context),
        None => Vec::new(),
    };
    let of_section = adjustment::sum(&adjustments, None, reweights, missing);
    extra = extra.zip(of_section).map(|(all, own)| all + own);

    let has_worth = |target: &&TargetScore| target.full.is_positive();
    let of_targets: Vec<Part> = targets
        .iter()
        .filter(has_worth)
        .map(|target| Part { full: target.full.clone(), points: target.points.clone() })
        .collect();
    let weight = own.and_then(|own: &SectionScoring| own.weight.clone());
    let sum: Number = of_targets.iter().map(|part| &part.full).sum();
    let full = weight.clone().unwrap_or_else(|| sum.clone());
    let points = total(&of_targets, reweights).map(|points| match full.checked_div(&sum) {
        Some(scale) => points * scale,
        None => points,
    });
    // A section never falls below zero, and takes nothing from the others.
    let extra = match (extra, &points) {
        (Some(extra), Some(points)) if section.is_some() => Some(extra.max(-points)),
        (extra, _) => extra,
    };
    let reweighted = points.is_some() && of_targets.iter().any(|part| part.points.is_none());
    let told = SectionScore {
        section: section.and_then(|section| Shown::title(&section.titles, plan.home())),
        points: points.as_ref().zip(extra.as_ref()).map(|(points, extra)| points + extra),
        full: full.clone(),
        weight,
        reweighted,
        targets,
        adjustments,
    };
    let parts = match section {
        Some(_) if full.is_positive() => vec![Part { full, points }],
        Some(_) => Vec::new(),
        None => of_targets,
    };
    Scored { told, parts, extra }
}
