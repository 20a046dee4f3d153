//! What has moved since an earlier report, on the page.

use dabiao_model::{Comparison, MoveKind};

use super::View;
use crate::moves::{dates, told, totals, warning};

/// So many moves are shown on a page.
const SHOWN: usize = 200;

/// What has moved, in one section of the page.
pub(super) struct Moved {
    pub(super) heading: String,
    pub(super) told: String,
    pub(super) rows: Vec<MovedRow>,
    pub(super) more: String,
}

/// One result that has moved.
pub(super) struct MovedRow {
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) kind: String,
    /// Where its target stands on the page; empty for one that is no longer judged.
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) entity: String,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) by: String,
    pub(super) remarks: String,
}

pub(super) fn moved(view: &View<'_>, comparison: &Comparison) -> Moved {
    let words = view.words;
    let as_of = words.time(&comparison.old.as_of);
    let heading = words.say("moved-heading", [("date", &as_of)]);
    let facts: Vec<String> = [dates(comparison, words), totals(comparison, words)]
        .into_iter()
        .chain(warning(comparison, words))
        .collect();
    let left = comparison.moves.len().saturating_sub(SHOWN);
    let row = |one: &dabiao_model::Move| {
        let told = told(one, Some(view.report), words);
        let (class, sign) = look(one.kind);
        MovedRow {
            class,
            sign,
            kind: told.kind,
            anchor: if one.new.is_some() { view.anchor(&one.target) } else { String::new() },
            title: told.title,
            entity: if view.has_entities { told.entity } else { String::new() },
            before: told.before,
            after: told.after,
            by: told.by,
            remarks: told.remarks,
        }
    };
    Moved {
        heading: crate::words::capital(&heading),
        told: facts.join(&words.word("report-parts")),
        rows: comparison.moves.iter().take(SHOWN).map(row).collect(),
        more: if left > 0 { words.say("moved-more", [("count", &left.to_string())]) } else { String::new() },
    }
}

/// The colour and the sign of a move, so that no meaning hangs on the colour.
fn look(kind: MoveKind) -> (&'static str, &'static str) {
    match kind {
        MoveKind::NewlyMissed => ("missed", "✗"),
        MoveKind::NewlyMet => ("met", "✓"),
        MoveKind::Worse => ("missed", "↓"),
        MoveKind::Better => ("met", "↑"),
        MoveKind::Verdict => ("unknown", "?"),
        MoveKind::Observed => ("pending", "→"),
        MoveKind::Appeared => ("not_applicable", "+"),
        MoveKind::Disappeared => ("not_applicable", "−"),
    }
}
