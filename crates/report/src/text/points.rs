//! The points of one target, and how they came.

use dabiao_model::{AdjustmentKind, AdjustmentScore, Number, Report, TargetResult, TargetScore, Type, Value};

use super::page::{PLAIN, Page};
use crate::words::Words;

/// The decimals of points that are shown.
const PLACES: u32 = 2;

/// The points of a result that counts in the score of its entity.
pub(super) fn write(page: &mut Page, report: &Report, result: &TargetResult, words: Words) {
    let Some(score) = report.score(result.entity.as_deref()) else { return };
    let Some(target) = score.target(&result.target).filter(|target| target.period == result.period) else {
        return;
    };
    tell(page, target, words);
}

/// What a target earned, and how.
pub(super) fn tell(page: &mut Page, target: &TargetScore, words: Words) {
    let mut facts = Vec::new();
    if target.full.is_positive() {
        facts.push(earned(target, words));
        let share = target.completion.as_ref().map(|share| words_of(share, words));
        facts.extend(share.map(|share| words.say("report-completion", [("share", &share)])));
        let shortfall = target.shortfall.as_ref().map(|shortfall| words.shown(shortfall));
        facts.extend(shortfall.map(|amount| words.say("report-shortfall", [("amount", &amount)])));
    }
    facts.extend(target.adjustments.iter().filter_map(|one| adjusted(one, words)));
    if let Some(reason) = &target.reason {
        facts.push(reason.text(words.language));
    }
    if !facts.is_empty() {
        page.put(2, PLAIN, &words.labelled("report-points", &facts.join(&words.word("report-parts"))));
    }
}

/// `30 of 40, by `ladder 100% -> 40, 80% -> 30``
fn earned(target: &TargetScore, words: Words) -> String {
    let points = words.points_of(target.points.as_ref(), &target.full);
    match &target.form {
        Some(form) => words.say("report-form", [("points", &points), ("form", form)]),
        None => points,
    }
}

/// A bonus or a penalty; one that was not earned is not worth a word.
pub(super) fn adjusted(one: &AdjustmentScore, words: Words) -> Option<String> {
    if one.points.as_ref().is_some_and(Number::is_zero) {
        return None;
    }
    let kind = words.word(match one.kind {
        AdjustmentKind::Bonus => "report-bonus",
        AdjustmentKind::Penalty => "report-penalty",
    });
    let points = match &one.points {
        Some(points) if points.is_positive() => signed(points),
        Some(points) => points.display(PLACES),
        None => words.word("verdict-unknown"),
    };
    Some(words.say("report-adjusted", [("kind", &kind), ("points", &points), ("rule", &one.rule)]))
}

/// `+2`, `≈+0.67`
fn signed(points: &Number) -> String {
    let text = points.display(PLACES);
    match text.strip_prefix('≈') {
        Some(digits) => format!("≈+{digits}"),
        None => format!("+{text}"),
    }
}

fn words_of(share: &Number, words: Words) -> String {
    Type::Percent.wording(&Value::Number(share.clone())).text(words.language).into_owned()
}
