//! Grades and vetoes.

use std::ops::Bound;

use dabiao_model::score::{Band, GradeFault, Grades};
use dabiao_model::{Code, Number, Type};
use dabiao_syntax::{FieldValue, Item, Key};

use super::number;
use crate::checker::Checker;
use crate::fields::Fields;
use crate::plan::SourceId;

/// The grades of a plan, each band from its line to the line before it.
pub(super) fn grades(checker: &mut Checker<'_>, source: SourceId, item: &Item) -> Option<Grades> {
    let fields = Fields(&item.fields);
    let (field, written) = fields.all(Key::Grade).find_map(|field| match &field.value {
        FieldValue::Grade(bands) => Some((field, bands)),
        _ => None,
    })?;
    let mut bands = Vec::new();
    let mut to = Bound::Unbounded;
    let mut is_whole = true;
    for band in written {
        let line = band.from.as_ref().map(|line| number::of_type(checker, source, line, &Type::Number));
        let (from, next) = match line {
            Some(None) => {
                is_whole = false;
                continue;
            }
            Some(Some(line)) if band.excluding => (Bound::Excluded(line.clone()), Bound::Included(line)),
            Some(Some(line)) => (Bound::Included(line.clone()), Bound::Excluded(line)),
            None => (Bound::Unbounded, Bound::Excluded(Number::ZERO)),
        };
        let end = std::mem::replace(&mut to, next);
        bands.push(Band { grade: band.grade.text.to_string(), from, to: end });
    }
    if !is_whole {
        return None;
    }
    let faults = match Grades::new(bands) {
        Ok(grades) => return Some(grades),
        Err(faults) => faults,
    };
    for fault in faults {
        let of = |grade: &str| {
            let band = written.iter().rfind(|band| *band.grade.text == *grade);
            band.map_or(field.span, |band| band.grade.span)
        };
        let report = match &fault {
            GradeFault::Hole { score } => {
                checker.fault(Code::BrokenGrades, source, field.span).with("score", score)
            }
            GradeFault::Repeated { grade } => {
                checker.fault(Code::BrokenGrades, source, of(grade)).variant("twice").with("grade", grade)
            }
            GradeFault::Never { grade } => {
                checker.fault(Code::BrokenGrades, source, of(grade)).variant("never").with("grade", grade)
            }
            GradeFault::Overlap { lower, higher, score } => checker
                .fault(Code::BrokenGrades, source, of(higher))
                .variant("overlap")
                .with("lower", lower)
                .with("higher", higher)
                .with("score", score),
        };
        checker.report(report);
    }
    None
}

/// The grade that is given where the target is missed: the one that is named, or the lowest.
pub(super) fn veto(
    checker: &mut Checker<'_>,
    source: SourceId,
    item: &Item,
    grades: Option<&Grades>,
    has_grades: bool,
) -> Option<String> {
    let fields = Fields(&item.fields);
    let field = fields.all(Key::Veto).next()?;
    let named = match &field.value {
        FieldValue::YesNo(false) => return None,
        FieldValue::Names(names) => Some(names.first()?.text.to_string()),
        _ => None,
    };
    if !has_grades {
        let fault = checker.fault(Code::VetoWithoutGrade, source, field.span);
        checker.report(fault);
        return None;
    }
    named.or_else(|| grades?.bands().last().map(|band| band.grade.clone()))
}
