//! `allow: CODE because "…"`: warnings that someone has looked at.

use dabiao_model::{Code, Diagnostic, Severity, Span};
use dabiao_syntax::{FieldValue, Item, ItemKind, Key};

use crate::checker::Checker;
use crate::fields::{self, Fields};
use crate::plan::{At, SourceId};

/// One acknowledged warning of one item.
#[derive(Debug, Clone)]
pub(crate) struct Allowance {
    code: Code,
    /// The head of the item that it stands in.
    item: At,
    /// Whether it speaks for what stands under its item too.
    reach: Reach,
    /// Where it stands itself.
    at: At,
    used: bool,
}

/// What an allowance speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The item that it stands in.
    Item,
    /// The items of its section.
    Section,
    /// Every item of the plan.
    Plan,
}

/// Keeps the allowances of an item, and reports those that allow nothing.
pub(crate) fn collect(checker: &mut Checker<'_>, source: SourceId, item: &Item) {
    if !fields::takes(&item.kind, Key::Allow) {
        return;
    }
    for field in Fields(&item.fields).all(Key::Allow) {
        let FieldValue::Allow { code, because } = &field.value else { continue };
        let known = Code::parse(&code.text).filter(|code| code.severity() == Severity::Warning);
        let Some(known) = known else {
            let fault = checker.fault(Code::UnknownCode, source, code.span).with("code", &code.text);
            checker.report(fault);
            continue;
        };
        if because.is_none() {
            let fault = checker.fault(Code::MissingField, source, field.span).variant("because");
            checker.report(fault.with("code", known));
        }
        let at = |span: Span| At { source, span };
        checker.allowances.push(Allowance {
            code: known,
            item: at(item.head),
            reach: match item.kind {
                ItemKind::Plan { .. } => Reach::Plan,
                ItemKind::Section { .. } => Reach::Section,
                _ => Reach::Item,
            },
            at: at(field.span),
            used: false,
        });
    }
}

/// Reports a warning about an item, unless the item, its section or the plan allows it.
pub(crate) fn warn(checker: &mut Checker<'_>, item: At, warning: Diagnostic) {
    if checker.allowances.is_empty() {
        return checker.report(warning);
    }
    let is_before = |section: &At| section.source == item.source && section.span.start < item.span.start;
    let sections = checker.plan.sections.iter().map(|section| section.at);
    let section = sections.filter(is_before).max_by_key(|at| at.span.start);
    let reaches = |one: &Allowance| match one.reach {
        Reach::Item => one.item == item,
        Reach::Section => one.item == item || Some(one.item) == section,
        Reach::Plan => true,
    };
    let nearest = |one: &&mut Allowance| one.item != item;
    let allowing = checker.allowances.iter_mut().filter(|one| one.code == warning.code && reaches(one));
    match allowing.min_by_key(nearest) {
        Some(allowance) => allowance.used = true,
        None => checker.report(warning),
    }
}

/// Reports the allowances that no warning needed.
pub(crate) fn report_unused(checker: &mut Checker<'_>) {
    let unused: Vec<(Code, At)> =
        checker.allowances.iter().filter(|one| !one.used).map(|one| (one.code, one.at)).collect();
    for (code, at) in unused {
        let warning = checker.fault(Code::UnusedAllowance, at.source, at.span).with("code", code);
        checker.report(warning);
    }
}
