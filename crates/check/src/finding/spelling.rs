//! Names that deceive the eye: of letters that do not go together, or hard to tell from another name.

use std::collections::HashMap;

use dabiao_model::{Code, nfc, odd_letter, plain_spelling};
use dabiao_syntax::{FieldValue, Item, ItemKind, Key, Tree};

use crate::allowance;
use crate::checker::Checker;
use crate::declare::Items;
use crate::fields::Fields;
use crate::infer::item_around;
use crate::plan::{At, SourceId};

/// Warns of names whose letters belong to different scripts, once in each file.
pub(crate) fn mixed(checker: &mut Checker<'_>, trees: &[&Tree], items: Items<'_, '_>) {
    for (index, tree) in trees.iter().enumerate() {
        let source = SourceId::new(index);
        for name in &tree.mixed_names {
            let Some((letter, script)) = odd_letter(&name.text) else { continue };
            let warning = checker.fault(Code::MixedScripts, source, name.span).with("name", &name.text);
            let warning = warning.with("letter", letter).with("script", script);
            let warning = warning.with("code", format!("U+{:04X}", u32::from(letter)));
            let item = item_around(items, At { source, span: name.span });
            allowance::warn(checker, item, warning);
        }
    }
}

/// Refuses two names of one kind that differ in nothing but the looks of their characters, such as
/// 「合格率（市）」 and 「合格率(市)」.
pub(crate) fn alike(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    let mut names = Vec::new();
    for (source, item) in items {
        declared(*source, item, &mut names);
    }
    if names.iter().all(|(_, name, _)| plain_spelling(name).is_none()) {
        return;
    }
    let mut first: HashMap<(Kind, String), (&str, At)> = HashMap::new();
    for (kind, name, at) in &names {
        let plain = plain_spelling(name).unwrap_or_else(|| nfc(name).into_owned());
        match first.get(&(*kind, plain.clone())).copied() {
            None => {
                first.insert((*kind, plain), (name, *at));
            }
            Some((other, _)) if other == *name => {}
            // Two titles of one item may be spelt both ways.
            Some((_, there)) if there == *at => {}
            Some((other, there)) => {
                let note = checker.place(there);
                let fault = checker.fault(Code::DuplicateName, at.source, at.span).variant("alike");
                let fault = fault.with("name", *name).with("other", other);
                checker.report(fault.note(note, "note-first-declared"));
            }
        }
    }
}

/// What must differ from what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    /// Metrics and assumptions, which stand in the same places.
    Value,
    Organisation,
    Scale,
}

/// The names that an item declares.
fn declared<'t>(source: SourceId, item: &'t Item, names: &mut Vec<(Kind, &'t str, At)>) {
    let (kind, name, titles) = match &item.kind {
        ItemKind::Metric { path, titles } => (Kind::Value, path, titles.as_slice()),
        ItemKind::Assume { name, .. } => (Kind::Value, name, &[][..]),
        ItemKind::Organisation { id, titles } => (Kind::Organisation, id, titles.as_slice()),
        ItemKind::Scale { name, .. } => (Kind::Scale, name, &[][..]),
        _ => return,
    };
    let at = At { source, span: name.span };
    names.push((kind, &name.text, at));
    names.extend(titles.iter().map(|title| (kind, title.text.as_ref(), at)));
    if kind != Kind::Scale {
        let fields = Fields(&item.fields);
        for field in fields.all(Key::Title) {
            if let FieldValue::Texts(texts) = &field.value {
                names.extend(texts.iter().map(|text| (kind, text.text.as_ref(), at)));
            }
        }
    }
}
