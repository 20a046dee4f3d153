//! What differs between two plans, for a terminal.

use anstyle::{AnsiColor, Style as Paint};
use dabiao_model::{ChangeKind, DeclarationChange, DiffReport, DiffWitness, Language, TargetChange};

use super::page::{BOLD, DIM, PLAIN, Page};
use crate::diff_words::{by_target, declared, is_editorial, label, side, title, totals, values, verdicts};
use crate::sign::marked;
use crate::style::Style;
use crate::width::width;
use crate::words::Words;

/// What a new version of a plan changes: target by target, with values that one version accepts and the other
/// refuses, then of declarations, and last the targets that are only written otherwise.
///
/// No line is wider than `style.width`, which is held to at least 40 columns.
#[must_use]
pub fn render_diff(report: &DiffReport, language: Language, style: Style) -> String {
    let words = Words { language };
    let mut page = Page::new(style);
    page.put(0, BOLD, &title(report, words));
    let mut editorial = Vec::new();
    for changes in by_target(report) {
        if is_editorial(changes) {
            editorial.extend(changes.first().map(|one| one.target.clone()));
        } else {
            target(&mut page, changes, words);
        }
    }
    if !report.declarations.is_empty() {
        page.gap();
        page.put(0, BOLD, &words.word("diff-declarations"));
        report.declarations.iter().for_each(|one| declaration(&mut page, one, words));
    }
    if !editorial.is_empty() {
        page.gap();
        page.put(0, BOLD, &words.word("diff-editorial-only"));
        page.put_items(2, PLAIN, &editorial, &words.word("report-list"));
    }
    page.gap();
    page.put(0, PLAIN, &totals(report, words));
    page.into_text()
}

fn target(page: &mut Page, changes: &[TargetChange], words: Words) {
    let Some(first) = changes.first() else { return };
    page.gap();
    let title = words.shown(&first.title);
    let named = words.say("report-named", [("title", &title), ("id", &first.target)]);
    page.put(0, BOLD, if title == first.target { &title } else { &named });
    for change in changes {
        part(page, change, words);
    }
}

fn part(page: &mut Page, change: &TargetChange, words: Words) {
    let (old, new) = (side(change.old.as_ref(), words), side(change.new.as_ref(), words));
    let label = label(change, words);
    let labelled = |text: &str| words.say("report-labelled", [("label", &label), ("text", text)]);
    let paint = paint(change.change);
    let line = match change.change {
        ChangeKind::Added => labelled(&new),
        ChangeKind::Removed => labelled(&old),
        _ if old == new => labelled(&new),
        _ => labelled(&format!("{old} → {new}")),
    };
    if width(&line).saturating_add(2) <= page.width {
        page.put(2, paint, &line);
    } else {
        page.put(2, paint, &label);
        page.put(4, PLAIN, &words.labelled("diff-old", &old));
        page.put(4, PLAIN, &words.labelled("diff-new", &new));
    }
    for witness in change.witness.iter().chain(&change.counter_witness) {
        shown(page, witness, words);
    }
    if !change.causes.is_empty() {
        page.put(4, DIM, &words.labelled("diff-causes", &words.list(&change.causes)));
    }
    if let Some(reason) = &change.reason {
        page.put(4, PLAIN, &words.labelled("diff-reason", &words.shown(reason)));
    }
}

fn shown(page: &mut Page, witness: &DiffWitness, words: Words) {
    let verdicts = verdicts(witness, words, |verdict| marked(verdict, words));
    let values = values(witness, words);
    if values.is_empty() {
        return page.put(4, PLAIN, &verdicts);
    }
    page.put(4, PLAIN, &words.say("report-labelled", [("label", &values), ("text", &verdicts)]));
}

fn declaration(page: &mut Page, change: &DeclarationChange, words: Words) {
    let (old, new) = (side(change.old.as_ref(), words), side(change.new.as_ref(), words));
    let named = declared(change, words);
    if change.old.is_none() && change.new.is_none() {
        page.put(2, PLAIN, &named);
    } else {
        let text = if old == new { new } else { format!("{old} → {new}") };
        page.put(2, PLAIN, &words.say("report-labelled", [("label", &named), ("text", &text)]));
    }
    if !change.targets.is_empty() {
        page.put(4, DIM, &words.labelled("diff-rests", &words.list(&change.targets)));
    }
}

/// The colour of a change; it tells nothing that the word does not.
fn paint(kind: ChangeKind) -> Paint {
    let color = |color: AnsiColor| PLAIN.fg_color(Some(color.into()));
    match kind {
        ChangeKind::Added | ChangeKind::Loosened => color(AnsiColor::Green),
        ChangeKind::Removed | ChangeKind::Tightened => color(AnsiColor::Red),
        ChangeKind::Reinterpreted | ChangeKind::Undecided => color(AnsiColor::Yellow).bold(),
        ChangeKind::Deadline | ChangeKind::Weight | ChangeKind::Owner | ChangeKind::Clause => {
            color(AnsiColor::Cyan)
        }
        ChangeKind::Renamed | ChangeKind::Equivalent => PLAIN,
        ChangeKind::Editorial => DIM,
    }
}
