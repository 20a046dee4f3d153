//! Sentences and words for people.

use dabiao_grammar::{Keyword, Role, keywords};
use dabiao_model::{Language, Wording};

/// A word of the catalogue.
pub(crate) fn word(id: &'static str, language: Language) -> String {
    Wording::word(id).text(language).into_owned()
}

/// A sentence of the catalogue with one argument.
pub(crate) fn about(
    id: &'static str,
    name: &'static str,
    value: impl Into<Wording>,
    language: Language,
) -> String {
    Wording::about(id, name, value).text(language).into_owned()
}

/// `type: percent`
pub(crate) fn labelled(id: &'static str, text: impl Into<Wording>, language: Language) -> String {
    Wording::about("report-labelled", "label", Wording::word(id))
        .with("text", text)
        .text(language)
        .into_owned()
}

/// The usual spelling of a keyword in a language, or in the other one where that has no such word.
pub(crate) fn spelling(keyword: &Keyword, language: Language) -> Option<&'static str> {
    let (first, second) = match language {
        Language::English => (&keyword.english, &keyword.chinese),
        Language::Chinese => (&keyword.chinese, &keyword.english),
    };
    first.first().or_else(|| second.first()).copied()
}

/// The word that begins an item, `metric` or 指标.
pub(crate) fn item(meaning: &str, language: Language) -> &'static str {
    let keyword = keywords().iter().find(|keyword| keyword.role == Role::Item && keyword.meaning == meaning);
    keyword.and_then(|keyword| spelling(keyword, language)).unwrap_or_default()
}

/// The field that a word before a colon begins.
pub(crate) fn field(word: &str) -> Option<&'static str> {
    let is_spelt =
        |keyword: &&Keyword| keyword.role == Role::Field && keyword.spellings().any(|one| one == word);
    keywords().iter().find(is_spelt).map(|keyword| keyword.meaning)
}
