//! From what targets reached to the score of each entity.
//!
//! The order is that of assessments: the points of each target, their sum by section and in all, bonus and penalty, the
//! grade, and vetoes last.

mod adjustment;
mod grade;
mod layout;
mod reached;
mod section;
mod sum;

use dabiao_check::Scoring;
use dabiao_model::{EntityScore, MissingPoints, Number, Scores};
use indexmap::IndexMap;

use crate::evaluate::Context;
use crate::ids::EntityId;
use layout::Layout;
pub(crate) use reached::{Reached, reached};
use sum::Part;

/// The score of every entity that was judged.
pub(crate) fn scores(scoring: &Scoring, reached: Vec<Reached>, context: &Context<'_>) -> Scores {
    let mut by_entity: IndexMap<Option<EntityId>, Vec<Reached>> = IndexMap::new();
    for one in reached {
        by_entity.entry(one.row.entity).or_default().push(one);
    }
    let layout = Layout::of(context.program.plan());
    let score = |(entity, reached)| of_entity(scoring, &layout, entity, reached, context);
    Scores { entities: by_entity.into_iter().map(score).collect() }
}

fn of_entity(
    scoring: &Scoring,
    layout: &Layout,
    entity: Option<EntityId>,
    reached: Vec<Reached>,
    context: &Context<'_>,
) -> EntityScore {
    let counted = reached::latest(reached);
    let mut missing: Vec<MissingPoints> = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut extra = Some(Number::ZERO);
    let mut sections = Vec::new();
    for group in layout.groups() {
        let section = section::score(scoring, group, &counted, entity, &mut missing, context);
        extra = extra.zip(section.extra).map(|(all, own)| all + own);
        parts.extend(section.parts);
        sections.push(section.told);
    }
    let routines = context.program.scoring().of_plan();
    let adjustments = adjustment::beside_targets(&scoring.adjustments, routines, entity, context);
    let own = adjustment::sum(&adjustments, None, false, &mut missing);
    let total = sum::total(&parts, scoring.reweights)
        .zip(extra)
        .zip(own)
        .map(|((points, extra), own)| (points + extra + own).max(Number::ZERO));
    let graded = grade::graded(scoring, total.as_ref(), &counted, &mut missing, context);
    EntityScore {
        entity: entity.map(|id| context.metrics.tree().name(id).to_string()),
        full: parts.iter().map(|part| &part.full).sum(),
        provisional: counted.values().any(|one| one.provisional),
        earned_grade: graded.earned,
        given_grade: graded.given,
        veto: graded.veto,
        missing,
        reweighted: total.is_some() && parts.iter().any(|part| part.points.is_none()),
        total,
        sections,
        adjustments,
    }
}
