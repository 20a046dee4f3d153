//! From a type's words to a type.

use std::sync::Arc;

use dabiao_model::{Code, Language, Type, Wording};
use dabiao_syntax::Name;

use crate::checker::Checker;
use crate::plan::SourceId;

/// The types that the language itself has; the parser puts the words of both languages in English.
const OWN: [Type; 7] =
    [Type::Percent, Type::Points, Type::Number, Type::YesNo, Type::Date, Type::Period, Type::Text];

/// The type that a name stands for: a word of the language, a scale or a unit expression.
pub(crate) fn resolve(checker: &mut Checker<'_>, source: SourceId, name: &Name) -> Option<Type> {
    let text = name.text.as_ref();
    if let Some(ty) = OWN.iter().find(|ty| ty.to_string() == text) {
        return Some(ty.clone());
    }
    if let Some(scale) = checker.plan.scales.iter().find(|scale| scale.is_called(text)) {
        return Some(Type::Level(Arc::clone(scale)));
    }
    if let Some(unit) = checker.plan.units.parse(text) {
        checker.used_units.insert(text.to_string());
        return Some(Type::Quantity(Arc::new(unit)));
    }
    let words = |ty| Language::ALL.map(|language| Wording::from(ty).text(language).into_owned());
    let words: Vec<String> = OWN.iter().flat_map(words).collect();
    let scales = checker.plan.scales.iter().map(|scale| scale.name());
    let names = words.iter().map(String::as_str).chain(scales).chain(checker.plan.units.names());
    let similar = dabiao_model::similar(text, names).map(str::to_string);
    let fault = checker.fault(Code::UnknownType, source, name.span).with("name", text);
    let fault = match similar {
        Some(similar) => fault.variant("similar").with("similar", &similar).fix(name.span, similar),
        None => fault,
    };
    checker.report(fault);
    None
}
