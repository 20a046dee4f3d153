//! `organisation` items.

use dabiao_model::Code;
use dabiao_syntax::{ItemKind, Key};

use super::Items;
use crate::checker::Checker;
use crate::fields::{self, Fields};
use crate::plan::{At, Organisation};

/// Reads the organisations and refuses two of one id.
pub(crate) fn organisations(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    for (source, item) in items {
        let ItemKind::Organisation { id, titles } = &item.kind else { continue };
        let at = At { source: *source, span: id.span };
        let earlier = checker.plan.organisations.iter().find(|one| one.id == id.text.as_ref());
        if let Some(earlier) = earlier {
            let note = checker.place(earlier.at);
            let fault = checker.fault(Code::DuplicateName, *source, id.span).with("name", &id.text);
            checker.report(fault.note(note, "note-first-declared"));
            continue;
        }
        let mut titles = fields::titles(titles);
        titles.extend(Fields(&item.fields).texts(Key::Title));
        // A title names its organisation, so it names one alone.
        let namesake = checker
            .plan
            .organisations
            .iter()
            .find(|one| one.titles.iter().any(|title| titles.contains(title)));
        if let Some(namesake) = namesake {
            let note = checker.place(namesake.at);
            let shared =
                titles.iter().find(|title| namesake.titles.contains(title)).cloned().unwrap_or_default();
            let fault = checker.fault(Code::DuplicateName, *source, id.span).with("name", shared);
            checker.report(fault.note(note, "note-first-declared"));
        }
        checker.plan.organisations.push(Organisation { id: id.text.to_string(), titles, at });
    }
}
