//! The language in which the command speaks.

use std::cell::Cell;
use std::env;

use dabiao::Language;

/// The language asked for by `--lang`, else the plan's own, else that of the environment, else English.
#[derive(Debug)]
pub(crate) struct Voice {
    asked: Option<Language>,
    of_plan: Cell<Option<Language>>,
    of_environment: Language,
}

impl Voice {
    /// The voice of a call.
    pub(crate) fn new(asked: Option<Language>) -> Voice {
        // The first variable that is set decides, as for other programs.
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| env::var(name).ok());
        let locale = locale.into_iter().find(|locale| !locale.is_empty()).unwrap_or_default();
        Voice { asked, of_plan: Cell::new(None), of_environment: of_locale(&locale) }
    }

    /// Speaks as a plan wants to be spoken of, unless the call asks for another language.
    pub(crate) fn follow(&self, language: Option<Language>) {
        self.of_plan.set(language);
    }

    /// The language that the call asks for.
    pub(crate) fn asked(&self) -> Option<Language> {
        self.asked
    }

    /// The language for people.
    pub(crate) fn language(&self) -> Language {
        self.asked.or(self.of_plan.get()).unwrap_or(self.of_environment)
    }

    /// The language of sentences in documents for programs: English, unless the call asks for another.
    pub(crate) fn language_for_programs(&self) -> Language {
        self.asked.unwrap_or_default()
    }
}

/// `zh_CN.UTF-8` is Chinese.
fn of_locale(locale: &str) -> Language {
    if locale.starts_with("zh") { Language::Chinese } else { Language::English }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_counts() {
        let voice = |asked, of_plan, locale| {
            let of_plan = Cell::new(of_plan);
            Voice { asked, of_plan, of_environment: of_locale(locale) }.language()
        };
        let (en, zh) = (Language::English, Language::Chinese);
        assert_eq!(voice(Some(en), Some(zh), "zh_CN.UTF-8"), en);
        assert_eq!(voice(None, Some(zh), "C"), zh);
        assert_eq!(voice(None, Some(en), "zh_CN.UTF-8"), en);
        assert_eq!(voice(None, None, "zh_CN.UTF-8"), zh);
        assert_eq!(voice(None, None, "de_DE.UTF-8"), en);
        assert_eq!(voice(None, None, ""), en);
    }
}
