//! From a type's words to a type.

use std::sync::Arc;

use dabiao_model::{Code, Type};
use dabiao_syntax::Name;

use crate::checker::Checker;
use crate::plan::SourceId;

/// The words of the types that the language itself has, with the Chinese ones.
const WORDS: [(&str, Type); 18] = [
    ("percent", Type::Percent),
    ("百分比", Type::Percent),
    ("百分率", Type::Percent),
    ("points", Type::Points),
    ("百分点", Type::Points),
    ("个百分点", Type::Points),
    ("number", Type::Number),
    ("数", Type::Number),
    ("数值", Type::Number),
    ("yes/no", Type::YesNo),
    ("是/否", Type::YesNo),
    ("是否", Type::YesNo),
    ("date", Type::Date),
    ("日期", Type::Date),
    ("period", Type::Period),
    ("时期", Type::Period),
    ("text", Type::Text),
    ("文字", Type::Text),
];

/// The type that a name stands for: a word of the language, a scale or a unit expression.
pub(crate) fn resolve(checker: &mut Checker<'_>, source: SourceId, name: &Name) -> Option<Type> {
    let text = name.text.as_ref();
    if let Some((_, ty)) = WORDS.iter().find(|(word, _)| *word == text) {
        return Some(ty.clone());
    }
    if let Some(scale) = checker.plan.scales.iter().find(|scale| scale.name() == text) {
        return Some(Type::Level(Arc::clone(scale)));
    }
    if let Some(unit) = checker.plan.units.parse(text) {
        return Some(Type::Quantity(Arc::new(unit)));
    }
    let words = WORDS.iter().map(|(word, _)| *word);
    let names =
        words.chain(checker.plan.scales.iter().map(|scale| scale.name())).chain(checker.plan.units.names());
    let similar = dabiao_model::similar(text, names).map(str::to_string);
    let fault = checker.fault(Code::UnknownType, source, name.span).with("name", text);
    let fault = match similar {
        Some(similar) => fault.variant("similar").with("similar", &similar).fix(name.span, similar),
        None => fault,
    };
    checker.report(fault);
    None
}
