//! The words and marks of one of the two surfaces.

use std::collections::HashMap;
use std::sync::LazyLock;

use dabiao_grammar::{Keyword, Role, keywords};
use dabiao_model::Language;
use dabiao_syntax::{FieldValue, Item, ItemKind, Key, Tree};

type Table = HashMap<(Role, &'static str), &'static Keyword>;

static TABLE: LazyLock<Table> =
    LazyLock::new(|| keywords().iter().map(|keyword| ((keyword.role, keyword.meaning), keyword)).collect());

/// Marks that only the Chinese surface has.
const CHINESE_MARKS: [char; 9] = ['：', '，', '（', '）', '％', '＝', '＜', '＞', '「'];

/// A surface: how the words and marks of the language are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Surface {
    language: Language,
}

impl Surface {
    pub(crate) fn new(language: Language) -> Surface {
        Surface { language }
    }

    /// The language that a plan declares, or else the one that most keywords of the file are in, or else the one
    /// whose marks it uses.
    pub(crate) fn of(tree: &Tree) -> Language {
        if let Some(declared) = declared(tree) {
            return declared;
        }
        let (mut chinese, mut english): (usize, usize) = (0, 0);
        let mut count = |word: &str| match word.chars().next() {
            Some(first) if first.is_ascii_alphabetic() => english = english.saturating_add(1),
            Some(first) if first.is_alphabetic() => chinese = chinese.saturating_add(1),
            _ => {}
        };
        for item in &tree.items {
            if !is_bare(item) {
                count(tree.source.slice(item.head));
            }
            item.fields.iter().for_each(|field| count(tree.source.slice(field.key_span)));
        }
        let no_words = chinese == 0 && english == 0;
        if chinese > english || no_words && tree.source.text().contains(CHINESE_MARKS) {
            Language::Chinese
        } else {
            Language::English
        }
    }

    pub(crate) fn is_chinese(self) -> bool {
        self.language == Language::Chinese
    }

    /// The usual spelling of a keyword; in the other language where this one has no such word.
    pub(crate) fn word(self, role: Role, meaning: &'static str) -> &'static str {
        let Some(keyword) = TABLE.get(&(role, meaning)) else { return meaning };
        let (own, other) = match self.language {
            Language::English => (&keyword.english, &keyword.chinese),
            Language::Chinese => (&keyword.chinese, &keyword.english),
        };
        own.first().or(other.first()).copied().unwrap_or(meaning)
    }

    /// One of two, by language.
    pub(crate) fn pick<T>(self, english: T, chinese: T) -> T {
        if self.is_chinese() { chinese } else { english }
    }

    /// The text in quotes that stand where a name or a text is due.
    pub(crate) fn quoted(self, text: &str) -> String {
        const KINDS: [(char, char); 3] = [('"', '"'), ('“', '”'), ('「', '」')];
        let order = self.pick([0, 1, 2], [2, 1, 0]);
        between(order.iter().filter_map(|kind| KINDS.get(*kind)).copied(), text)
    }

    /// The text in quotes that make it a text wherever it stands.
    pub(crate) fn text(self, text: &str) -> String {
        between(self.pick([('"', '"'), ('“', '”')], [('“', '”'), ('"', '"')]).into_iter(), text)
    }
}

/// Every spelling of a keyword, for looking what an author wrote.
pub(crate) fn spellings(role: Role, meaning: &'static str) -> impl Iterator<Item = &'static str> {
    TABLE.get(&(role, meaning)).into_iter().flat_map(|keyword| keyword.spellings())
}

/// Whether a word would begin an item at the start of a line.
pub(crate) fn begins_item(word: &str) -> bool {
    keywords()
        .iter()
        .filter(|keyword| keyword.role == Role::Item)
        .any(|keyword| keyword.spellings().any(|one| one == word))
}

/// Whether an item is a target without its keyword.
pub(crate) fn is_bare(item: &Item) -> bool {
    // A target's keyword and its condition never begin at one place.
    matches!(&item.kind, ItemKind::Target { id: None, condition } if condition.span.start == item.head.start)
}

/// The quotes that the text itself does not close.
fn between(kinds: impl Iterator<Item = (char, char)>, text: &str) -> String {
    let mut kinds = kinds.filter(|(_, close)| !text.contains(*close));
    let (open, close) = kinds.next().unwrap_or(('"', '"'));
    format!("{open}{text}{close}")
}

/// The language that the file's plan declares.
fn declared(tree: &Tree) -> Option<Language> {
    let plan = tree.items.iter().find(|item| matches!(item.kind, ItemKind::Plan { .. }))?;
    let field = plan.fields.iter().find(|field| field.key == Key::Language)?;
    match &field.value {
        FieldValue::Names(names) => names.first().and_then(|name| Language::parse(&name.text)),
        _ => None,
    }
}
