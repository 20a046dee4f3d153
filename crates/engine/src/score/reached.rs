//! What one target reached.

use std::collections::BTreeMap;

use dabiao_model::{
    AdjustmentScore, Flag, MissingPoints, Number, Period, Reason, Shown, TargetResult, TargetScore, Verdict,
};

use super::adjustment;
use crate::evaluate::Context;
use crate::judge::Hearing;
use crate::observed::{Attained, attained};
use crate::row::Row;

/// One result of a target with the figures that points follow from.
#[derive(Debug, Clone)]
pub(crate) struct Reached {
    /// The target's position among the plan's targets.
    target: usize,
    pub(crate) row: Row,
    pub(super) verdict: Verdict,
    /// Whether the result may still change.
    pub(super) provisional: bool,
    /// Whether its period is over.
    is_over: bool,
    /// The figures; `None` where there is no plain verdict.
    attained: Option<Attained>,
    title: Shown,
    reason: Option<Reason>,
    adjustments: Vec<AdjustmentScore>,
}

/// What a row of a hearing reached; `None` for a target that has to do with no score.
pub(crate) fn reached(
    target: usize,
    hearing: &Hearing<'_>,
    row: usize,
    result: &TargetResult,
    context: &Context<'_>,
) -> Option<Reached> {
    let declared = hearing.target;
    if declared.worth.is_none() && declared.adjustments.is_empty() && declared.veto.is_none() {
        return None;
    }
    let place = hearing.row(row);
    let attained = attained(hearing, row, result.verdict, context);
    let routines = context.program.scoring().of_target(target);
    let adjustments = declared
        .adjustments
        .iter()
        .zip(routines)
        .map(|(one, when)| match result.verdict {
            Verdict::NotApplicable => adjustment::told(one, Ok(Number::ZERO)),
            _ => adjustment::score(one, when.as_ref(), place, attained.as_ref(), context),
        })
        .collect();
    Some(Reached {
        target,
        row: place,
        verdict: result.verdict,
        provisional: result.verdict == Verdict::Pending || result.flags.contains(&Flag::Provisional),
        is_over: place.period.is_none_or(|period| period.end() <= context.as_of),
        attained,
        title: result.title.clone(),
        reason: result.reason.clone(),
        adjustments,
    })
}

/// For each target the result that counts: of one that recurs, the latest whose period is over, or where none is,
/// the latest.
pub(super) fn latest(all: Vec<Reached>) -> BTreeMap<usize, Reached> {
    let mut counted: BTreeMap<usize, Reached> = BTreeMap::new();
    for one in all {
        let is_better = counted.get(&one.target).is_none_or(|before| one.is_over || !before.is_over);
        if is_better {
            counted.insert(one.target, one);
        }
    }
    counted
}

impl Reached {
    /// The target's points, which are kept above its floor.
    pub(super) fn score(&self, context: &Context<'_>) -> Option<TargetScore> {
        let target = context.program.plan().targets.get(self.target)?;
        let worth = target.worth.as_ref();
        let figures = self.attained.as_ref().map(|attained| &attained.figures);
        let points = worth.zip(figures).and_then(|(worth, figures)| {
            let mut figures = figures.clone();
            if worth.deducts_share {
                figures.shortfall = figures.completion.as_ref().map(|completion| Number::ONE - completion);
            }
            Some(worth.credit.points(&figures, &worth.full)?.max(worth.floor.clone()))
        });
        let has_none = worth.is_some() && points.is_none();
        let no_figure = || Reason::new("reason-no-completion").with("target", &target.id);
        let reason = || match self.attained {
            None => self.reason.clone().unwrap_or_else(no_figure),
            Some(_) => no_figure(),
        };
        Some(TargetScore {
            target: target.id.clone(),
            title: self.title.clone(),
            period: self.row.period.as_ref().map(Period::to_string),
            verdict: self.verdict,
            reason: has_none.then(reason),
            points,
            full: worth.map_or(Number::ZERO, |worth| worth.full.clone()),
            weight: worth.and_then(|worth| worth.weight.clone()),
            form: worth.and_then(|worth| worth.form.clone()),
            completion: figures.and_then(|figures| figures.completion.clone()),
            shortfall: self
                .attained
                .as_ref()
                .and_then(|attained| attained.shortfall.clone())
                .map(Shown::from),
            adjustments: self.adjustments.clone(),
        })
    }

    /// The missing part that a target without a plain verdict is.
    pub(super) fn missing(&self, target: &str) -> MissingPoints {
        let unknown = || Reason::new("reason-no-completion").with("target", target);
        let reason = self.reason.clone().unwrap_or_else(unknown);
        MissingPoints { target: Some(target.to_string()), reason }
    }
}
