//! Results by the organisations that answer for them.

use std::cmp::Reverse;

use dabiao_model::{Report, Verdict};

use crate::groups::{Group, gathered};
use crate::words::Words;

/// The organisation's title, else its id.
pub(crate) fn name(report: &Report, id: &str, words: Words) -> String {
    report.organisations.get(id).map_or_else(|| id.to_string(), |title| words.shown(title))
}

/// The titles of several organisations, `a, b`.
pub(crate) fn names(report: &Report, ids: &[String], words: Words) -> String {
    words.list(&ids.iter().map(|id| name(report, id, words)).collect::<Vec<_>>())
}

/// The results by owner; those come first who missed most, then those with most that is undecided.
pub(crate) fn by_owner(report: &Report) -> Vec<Group<'_>> {
    let named = report.results.iter().flat_map(|result| {
        let owners = result.owner.iter().map(|owner| Some(owner.as_str()));
        let nobody = result.owner.is_empty().then_some(None);
        owners.chain(nobody).map(move |owner| (owner, result))
    });
    let mut owners = gathered(named);
    owners.sort_by_key(|(_, results)| {
        let count =
            |verdicts: &[Verdict]| results.iter().filter(|result| verdicts.contains(&result.verdict)).count();
        let undecided = count(&[Verdict::Error, Verdict::Unknown, Verdict::Uncertain]);
        Reverse((count(&[Verdict::Missed]), undecided))
    });
    owners
}
