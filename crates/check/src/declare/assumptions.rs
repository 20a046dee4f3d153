//! `assume` items.

use dabiao_model::Code;
use dabiao_syntax::{ItemKind, Key};

use super::Items;
use crate::checker::Checker;
use crate::fields::Fields;
use crate::lower;
use crate::plan::{Assumption, AssumptionId, At};

/// Reads the assumptions: a name, a fixed value and the reason for it.
pub(crate) fn assumptions(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    for (source, item) in items {
        let ItemKind::Assume { name, value } = &item.kind else { continue };
        let at = At { source: *source, span: item.head };
        let earlier =
            checker.assumption_names.get(name.text.as_ref()).and_then(|id| checker.plan.assumption(*id));
        let earlier = earlier.map(|assumption| assumption.at);
        let metric = checker.plan.metric_id(&name.text).and_then(|id| checker.plan.metric(id));
        if let Some(first) = earlier.or(metric.map(|metric| metric.at)) {
            // A plan's own name comes before a shipped one, which stands behind it.
            if checker.is_shipped(*source) {
                continue;
            }
            let note = checker.place(first);
            let fault = checker.fault(Code::DuplicateName, *source, name.span).with("name", &name.text);
            checker.report(fault.note(note, "note-first-declared"));
            continue;
        }
        let Some((value, ty)) = lower::constant(checker, *source, value) else {
            checker.lost_names.insert(name.text.to_string());
            continue;
        };
        let because = Fields(&item.fields).texts(Key::Because).into_iter().next();
        if because.is_none() {
            let fault = checker.fault(Code::MissingField, *source, item.head).variant("assume");
            checker.report(fault.with("name", &name.text));
        }
        let id = AssumptionId::new(checker.plan.assumptions.len());
        let origin = Fields(&item.fields).origin(checker.is_shipped(*source));
        for name in origin.titles.iter().map(String::as_str).chain([name.text.as_ref()]) {
            if checker.plan.metric_id(name).is_none() {
                checker.assumption_names.entry(name.to_string()).or_insert(id);
            }
        }
        let name = name.text.to_string();
        checker.plan.assumptions.push(Assumption { name, value, ty, because, origin, is_spare: false, at });
    }
}
