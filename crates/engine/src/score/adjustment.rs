//! Bonus and penalty, looked at for one entity.

use dabiao_check::{Adjustment, Amount, Figure};
use dabiao_model::{AdjustmentScore, MissingPoints, Number, Reason};
use smallvec::smallvec;

use crate::evaluate::{Context, Sheet};
use crate::ids::EntityId;
use crate::observed::Attained;
use crate::program::Routine;
use crate::row::Row;
use crate::{judged_period, reason};

/// The bonuses and penalties of a section or of the plan, each at the latest period of what its condition reads.
pub(super) fn beside_targets(
    adjustments: &[Adjustment],
    routines: &[Option<Routine>],
    entity: Option<EntityId>,
    context: &Context<'_>,
) -> Vec<AdjustmentScore> {
    let one = |(adjustment, when): (&Adjustment, &Option<Routine>)| {
        let period = when.as_ref().and_then(|when| judged_period::of_condition(when, context));
        score(adjustment, when.as_ref(), Row { entity, period }, None, context)
    };
    adjustments.iter().zip(routines).map(one).collect()
}

/// One bonus or penalty for a row. Where a target has no plain verdict, steps cannot be counted, and the target's
/// own reason says why.
pub(super) fn score(
    adjustment: &Adjustment,
    when: Option<&Routine>,
    row: Row,
    attained: Option<&Attained>,
    context: &Context<'_>,
) -> AdjustmentScore {
    if let Some(routine) = when {
        let sheet = Sheet::run(routine, smallvec![row], context);
        match sheet.truth(0) {
            Ok(true) => {}
            Ok(false) => return told(adjustment, Ok(Number::ZERO)),
            Err(cause) => {
                return told(adjustment, Err(Some(reason::of_cause(cause, &sheet, 0, row, context))));
            }
        }
    }
    let points = match (&adjustment.amount, attained) {
        (Amount::Fixed(points), _) => Ok(points.clone()),
        (Amount::PerStep { .. }, None) => Err(None),
        (Amount::PerStep { rule, figure }, Some(attained)) => {
            let figures = &attained.figures;
            let counted = match figure {
                Figure::Completion => figures.completion.clone(),
                Figure::Lead => figures.shortfall.as_ref().map(|shortfall| -shortfall),
                Figure::Value => figures.value.clone(),
                Figure::TurnedValue => figures.value.as_ref().map(|value| -value),
            };
            let no_figure = || Some(Reason::new("reason-no-figure").with("rule", &adjustment.text));
            counted.map(|figure| rule.points(&figure)).ok_or_else(no_figure)
        }
    };
    told(adjustment, points)
}

/// A bonus or penalty with its points, or why they are not known.
pub(super) fn told(adjustment: &Adjustment, points: Result<Number, Option<Reason>>) -> AdjustmentScore {
    let (points, reason) = match points {
        Ok(points) => (Some(points), None),
        Err(reason) => (None, reason),
    };
    AdjustmentScore { kind: adjustment.kind, rule: adjustment.text.clone(), points, reason }
}

/// The points of all of them; `None` where one is not known. Steps of a target without a verdict are left out where
/// that is declared, as the target itself is.
pub(super) fn sum(
    adjustments: &[AdjustmentScore],
    target: Option<&str>,
    leaves_out: bool,
    missing: &mut Vec<MissingPoints>,
) -> Option<Number> {
    let mut sum = Some(Number::ZERO);
    for one in adjustments {
        match (&one.points, &one.reason) {
            (Some(points), _) => sum = sum.map(|sum| sum + points),
            (None, None) if leaves_out => {}
            (None, reason) => {
                sum = None;
                let part = |reason: &Reason| MissingPoints {
                    target: target.map(str::to_string),
                    reason: reason.clone(),
                };
                missing.extend(reason.as_ref().map(part));
            }
        }
    }
    sum
}
