//! Who has to act.

use dabiao_model::{TargetResult, Verdict};

use super::View;
use super::pieces::{OPEN, rank};
use crate::groups::grouped;
use crate::owners::by_owner;
use crate::sign::sign;

/// How many targets of one owner are named; the others are counted.
const NAMED: usize = 12;

/// An organisation with what it has to see to.
pub(super) struct Acting {
    pub(super) name: String,
    pub(super) counts: Vec<(usize, &'static str)>,
    pub(super) todo: Vec<Todo>,
    pub(super) more: String,
}

/// A target to see to.
pub(super) struct Todo {
    pub(super) anchor: String,
    pub(super) sign: char,
    pub(super) title: String,
    pub(super) note: String,
}

/// The verdicts that are counted for each owner: those that occur and are not met.
pub(super) fn verdicts(view: &View<'_>) -> Vec<Verdict> {
    let shown = OPEN.into_iter().chain([Verdict::Pending]);
    shown.filter(|verdict| view.report.summary.get(*verdict) > 0).collect()
}

/// The owners who have something to see to, and a sentence that names the others.
pub(super) fn acting(view: &View<'_>) -> (Vec<Acting>, String) {
    if view.report.results.iter().all(|result| result.owner.is_empty()) {
        return (Vec::new(), String::new());
    }
    let verdicts = verdicts(view);
    let (acting, idle): (Vec<_>, Vec<_>) = by_owner(view.report)
        .into_iter()
        .partition(|(_, results)| results.iter().any(|one| verdicts.contains(&one.verdict)));
    let name = |owner: Option<&str>| {
        owner.map_or_else(
            || view.words.heading("report-no-owner"),
            |id| crate::owners::name(view.report, id, view.words),
        )
    };
    let tell = |(owner, results): &(Option<&str>, Vec<&TargetResult>)| {
        let count = |verdict: &Verdict| {
            (results.iter().filter(|one| one.verdict == *verdict).count(), verdict.as_str())
        };
        let mut open: Vec<&TargetResult> =
            results.iter().copied().filter(|one| OPEN.contains(&one.verdict)).collect();
        open.sort_by_key(|one| rank(one.verdict));
        let targets = grouped(&open, |one| Some(one.target.as_str()));
        let more = targets.len().saturating_sub(NAMED);
        let todo = targets.iter().take(NAMED).filter_map(|(_, results)| todo(view, results)).collect();
        let more = if more > 0 { view.words.counted("report-more", more) } else { String::new() };
        Acting { name: name(*owner), counts: verdicts.iter().map(count).collect(), todo, more }
    };
    let idle: Vec<String> =
        idle.iter().filter(|(owner, _)| owner.is_some()).map(|(owner, _)| name(*owner)).collect();
    let idle = if idle.is_empty() {
        String::new()
    } else {
        view.words.say("report-owners-idle", [("owners", &view.words.list(&idle))])
    };
    (acting.iter().map(tell).collect(), idle)
}

fn todo(view: &View<'_>, results: &[&TargetResult]) -> Option<Todo> {
    let first = results.first()?;
    let note = match (view.is_full, view.has_entities) {
        (true, false) => view.short(first),
        (true, true) => view.words.list(&results.iter().map(|one| view.entity(one)).collect::<Vec<_>>()),
        (false, _) => view.told(results),
    };
    Some(Todo {
        anchor: view.anchor(&first.target),
        sign: sign(first.verdict),
        title: view.words.shown(&first.title),
        note,
    })
}
