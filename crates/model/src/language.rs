//! The languages in which dabiao speaks.

use serde::{Deserialize, Serialize};

/// A language of messages and reports. Rule files may be written in either, or mix them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    /// English, the default.
    #[default]
    English,
    /// Simplified Chinese.
    Chinese,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Language::English, Language::Chinese];

    /// The language's tag, `en` or `zh`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Chinese => "zh",
        }
    }

    /// The language of a tag.
    ///
    /// ```
    /// use dabiao_model::Language;
    /// assert_eq!(Language::parse("zh"), Some(Language::Chinese));
    /// assert_eq!(Language::parse("fr"), None);
    /// ```
    #[must_use]
    pub fn parse(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The title that suits the language: for Chinese the first with a Han character, for English the first
    /// without one, else the first of all.
    ///
    /// ```
    /// use dabiao_model::Language;
    /// let titles = ["合格率".to_string(), "Pass rate".to_string()];
    /// assert_eq!(Language::English.pick(&titles), Some("Pass rate"));
    /// assert_eq!(Language::Chinese.pick(&titles), Some("合格率"));
    /// ```
    #[must_use]
    pub fn pick(self, titles: &[String]) -> Option<&str> {
        let wants_han = self == Language::Chinese;
        let suits = |title: &&String| title.chars().any(is_han) == wants_han;
        titles.iter().find(suits).or_else(|| titles.first()).map(String::as_str)
    }
}

/// Whether a character is a Han ideograph of the unified blocks.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}
