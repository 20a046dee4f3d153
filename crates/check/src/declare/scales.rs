//! `scale` items.

use std::collections::HashSet;
use std::sync::Arc;

use dabiao_model::{Code, Scale};
use dabiao_syntax::ItemKind;

use super::Items;
use crate::checker::Checker;
use crate::fields::Fields;

/// Reads the scales and refuses two of one name, and levels named twice.
pub(crate) fn scales(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    for (source, item) in items {
        let ItemKind::Scale { name, levels } = &item.kind else { continue };
        if checker.plan.scales.iter().any(|scale| scale.is_called(&name.text)) {
            // A plan's own scale comes before a shipped one, which stands behind it.
            if checker.is_shipped(*source) {
                continue;
            }
            let fault = checker.fault(Code::DuplicateName, *source, name.span).with("name", &name.text);
            checker.report(fault);
            continue;
        }
        let mut known: HashSet<&str> = HashSet::new();
        let mut seen: Vec<String> = Vec::new();
        for level in levels {
            if !known.insert(&level.text) {
                let fault = checker.fault(Code::DuplicateName, *source, level.span).with("name", &level.text);
                checker.report(fault);
            } else {
                seen.push(level.text.to_string());
            }
        }
        let scale = Scale::new(name.text.as_ref(), seen)
            .map(|scale| scale.taken_from(Fields(&item.fields).origin(checker.is_shipped(*source))));
        checker.plan.scales.extend(scale.map(Arc::new));
    }
}
