//! The `plan` and `syntax` items, and the items whose meaning is not part of this version.

use dabiao_model::{Code, Language, Number, PeriodRange};
use dabiao_syntax::{FieldValue, Item, ItemKind, Key};

use super::Items;
use crate::checker::Checker;
use crate::fields::{self, Fields};
use crate::plan::{At, SourceId};

/// Reads the plan's own item, and looks at every item for fields that do not belong to it.
pub(crate) fn plan(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    let mut first: Option<At> = None;
    for (source, item) in items {
        fields::refuse_strange(checker, *source, item);
        crate::allowance::collect(checker, *source, item);
        match &item.kind {
            ItemKind::Syntax { version } if version.number != Number::ONE => {
                let fault = checker.fault(Code::UnsupportedSyntax, *source, version.span);
                checker.report(fault.with("version", &version.number).fix(version.span, "1"));
            }
            ItemKind::Plan { id, titles } => {
                let at = At { source: *source, span: item.head };
                if let Some(first) = first {
                    let note = checker.place(first);
                    let fault = checker.fault(Code::SecondPlan, *source, item.head);
                    checker.report(fault.note(note, "note-first-declared"));
                    continue;
                }
                first = Some(at);
                checker.has_plan = true;
                checker.plan.id = Some(id.text.to_string());
                checker.plan.titles = fields::titles(titles);
                read_fields(checker, *source, item);
            }
            _ => {}
        }
    }
}

fn read_fields(checker: &mut Checker<'_>, source: SourceId, item: &Item) {
    let fields = Fields(&item.fields);
    checker.plan.titles.extend(fields.texts(Key::Title));
    checker.plan.document = fields.texts(Key::Source).into_iter().next();
    for field in fields.all(Key::Period) {
        let range = match &field.value {
            FieldValue::Periods(first, last) => PeriodRange::new(first.period, last.period),
            FieldValue::Moment(moment) => PeriodRange::new(moment.period, moment.period),
            _ => continue,
        };
        match range {
            Some(range) => checker.plan.period = Some(range),
            None => {
                let fault = checker.fault(Code::RangeReversed, source, field.span).variant("period");
                checker.report(fault);
            }
        }
    }
    checker.judge = fields.judge(source).flatten();
    for name in fields.names(Key::Language) {
        match name.text.as_ref() {
            "en" => checker.plan.language = Some(Language::English),
            "zh" => checker.plan.language = Some(Language::Chinese),
            other => {
                let fault = checker.fault(Code::UnknownName, source, name.span).variant("language");
                checker.report(fault.with("name", other));
            }
        }
    }
}
