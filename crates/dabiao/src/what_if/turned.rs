//! Verdicts that are other ones.

use dabiao_engine::Judgement;
use dabiao_model::{EntityScore, Period, Report, ScoreTurned, Turned, Verdict};

/// The answers that differ. Values that are set anew may bring a target to be judged for other periods; such answers
/// stand on one side alone.
pub(super) fn turned(plan: &dabiao_check::Plan, before: &[Judgement], after: &[Judgement]) -> Vec<Turned> {
    let is_same = |one: &Judgement, other: &Judgement| {
        one.target == other.target && one.entity == other.entity && one.period == other.period
    };
    let tell = |one: &Judgement, from: Option<Verdict>, to: Option<Verdict>| Turned {
        target: plan.targets.get(one.target).map_or_else(String::new, |target| target.id.clone()),
        entity: one.entity.clone(),
        period: one.period.as_ref().map(Period::to_string),
        from,
        to,
    };
    let mut all = Vec::new();
    for (nth, one) in before.iter().enumerate() {
        // Nearly always the answers stand at the same place.
        let same = after.get(nth).filter(|other| is_same(one, other));
        let other = same.or_else(|| after.iter().find(|other| is_same(one, other)));
        let verdict = other.map(|other| other.verdict);
        if verdict != Some(one.verdict) {
            all.push(tell(one, Some(one.verdict), verdict));
        }
    }
    let is_new = |(nth, other): &(usize, &Judgement)| {
        !before.get(*nth).is_some_and(|one| is_same(one, other))
            && !before.iter().any(|one| is_same(one, other))
    };
    all.extend(after.iter().enumerate().filter(is_new).map(|(_, one)| tell(one, None, Some(one.verdict))));
    all
}

/// The scores that differ, of the entities that have one after the change.
pub(super) fn scores_turned(before: &Report, after: &Report) -> Vec<ScoreTurned> {
    let of = |report: &Report, entity: &Option<String>| {
        report.score.as_ref().and_then(|scores| scores.of(entity.as_deref())).cloned()
    };
    let same = |one: &EntityScore, other: &EntityScore| {
        one.total == other.total && one.given_grade == other.given_grade
    };
    let all = after.score.iter().flat_map(|scores| &scores.entities);
    let turn = |score: &EntityScore| {
        let before = of(before, &score.entity)?;
        (!same(&before, score)).then(|| ScoreTurned {
            entity: score.entity.clone(),
            full: score.full.clone(),
            from: before.total,
            to: score.total.clone(),
            from_grade: before.given_grade,
            to_grade: score.given_grade.clone(),
        })
    };
    all.filter_map(turn).collect()
}
