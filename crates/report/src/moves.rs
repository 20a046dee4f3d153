//! What has moved between two reports, in words that every form shows.

use dabiao_model::{Comparison, Move, MoveKind, MoveSide, Report, Wording};

use crate::sign::marked;
use crate::words::Words;

/// A move in the words of whoever reads it.
pub(crate) struct Told {
    pub(crate) kind: String,
    pub(crate) title: String,
    pub(crate) entity: String,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) by: String,
    pub(crate) remarks: String,
}

/// `2 newly missed, 1 newly met, 60 unchanged`
pub(crate) fn totals(comparison: &Comparison, words: Words) -> String {
    let counted =
        |count: usize, word: &str| words.say("diff-count", [("count", &count.to_string()), ("change", word)]);
    let present =
        MoveKind::ALL.iter().map(|kind| (comparison.count(*kind), kind)).filter(|(count, _)| *count > 0);
    let mut parts: Vec<String> = present.map(|(count, kind)| counted(count, &word(*kind, words))).collect();
    if parts.is_empty() {
        parts.push(words.word("moved-none"));
    }
    parts.push(counted(comparison.unchanged, &words.word("diff-unchanged")));
    words.list(&parts)
}

/// `newly missed`
pub(crate) fn word(kind: MoveKind, words: Words) -> String {
    Wording::from(kind).text(words.language).into_owned()
}

/// `from 2010-12-31 to 2011-12-31`
pub(crate) fn dates(comparison: &Comparison, words: Words) -> String {
    let (old, new) = (words.time(&comparison.old.as_of), words.time(&comparison.new.as_of));
    words.say("moved-dates", [("old", &old), ("new", &new)])
}

/// What is to be known before any of the moves: that the rules differ, where they do.
pub(crate) fn warning(comparison: &Comparison, words: Words) -> Option<String> {
    (!comparison.same_rules).then(|| words.word("moved-other-rules"))
}

/// A move; entities are named by their titles, which stand in a report.
pub(crate) fn told(one: &Move, report: Option<&Report>, words: Words) -> Told {
    let entity = one.entity.as_deref().map(|name| match report {
        Some(report) => words.entity(report, name),
        None => name.to_string(),
    });
    Told {
        kind: word(one.kind, words),
        title: words.shown(&one.title),
        entity: entity.unwrap_or_default(),
        before: one.old.as_ref().map_or_else(String::new, |old| side(old, words)),
        after: one.new.as_ref().map_or_else(String::new, |new| side(new, words)),
        by: one.by.as_ref().map_or_else(String::new, |by| words.shown(by)),
        remarks: if one.rule_changed { words.word("moved-rule") } else { String::new() },
    }
}

/// `✗ missed · 87.4% (>= 90%)`
fn side(side: &MoveSide, words: Words) -> String {
    let value = match (&side.observed, &side.required) {
        (Some(observed), Some(required)) => {
            let named = [("title", &*words.shown(observed)), ("id", &*words.shown(required))];
            Some(words.say("report-named", named))
        }
        (Some(observed), None) => Some(words.shown(observed)),
        (None, _) => None,
    };
    let facts = [Some(marked(side.verdict, words)), value];
    facts.into_iter().flatten().collect::<Vec<_>>().join(&words.word("report-parts"))
}
