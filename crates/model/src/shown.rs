//! A text of a result, in the words of whoever reads it.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Language, Wording};

/// A text that programs read in one language, its home, and people in theirs.
///
/// It dereferences to the text of its home language, which is also what it is serialised, printed and compared by:
/// English, or for a title the plan's language. That text is made when it is first asked for.
///
/// ```
/// use dabiao_model::{Language, Number, Shown, Type, Value};
/// let margin = Value::Number(Number::fraction(12.into(), 1000.into()).unwrap());
/// let margin = Some(Shown::from(Type::Points.wording(&margin)));
/// assert_eq!(margin.as_deref(), Some("1.2 points"));
/// assert_eq!(margin.unwrap().text(Language::Chinese), "1.2个百分点");
/// ```
#[derive(Clone)]
pub struct Shown {
    wording: Wording,
    home: Language,
    text: OnceLock<Box<str>>,
}

impl Shown {
    /// A text with its home language.
    #[must_use]
    pub fn new(wording: Wording, home: Language) -> Shown {
        Shown { wording, home, text: OnceLock::new() }
    }

    /// The titles of one thing: to each reader the one that suits; `None` where there is none.
    ///
    /// ```
    /// use dabiao_model::{Language, Shown};
    /// let titles = ["合格率".to_string(), "Pass rate".to_string()];
    /// let title = Shown::title(&titles, Language::Chinese).unwrap();
    /// assert_eq!(title, "合格率");
    /// assert_eq!(title.text(Language::English), "Pass rate");
    /// ```
    #[must_use]
    pub fn title(titles: &[String], home: Language) -> Option<Shown> {
        let english = Language::English.pick(titles)?.to_string();
        let chinese = Language::Chinese.pick(titles)?.to_string();
        Some(Shown::new(Wording::Spelt { english, chinese }, home))
    }

    /// The text in the reader's language.
    #[must_use]
    pub fn text(&self, language: Language) -> Cow<'_, str> {
        if language == self.home { Cow::Borrowed(self) } else { self.wording.text(language) }
    }

    /// The text before any language is chosen.
    #[must_use]
    pub fn wording(&self) -> &Wording {
        &self.wording
    }
}

impl Deref for Shown {
    type Target = str;

    fn deref(&self) -> &str {
        match self.wording.borrowed(self.home) {
            Some(text) => text,
            None => self.text.get_or_init(|| self.wording.text(self.home).into()),
        }
    }
}

impl<W: Into<Wording>> From<W> for Shown {
    fn from(wording: W) -> Shown {
        Shown::new(wording.into(), Language::English)
    }
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// As it was serialised: the text of its home language, whoever reads it then.
impl<'de> Deserialize<'de> for Shown {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Shown, D::Error> {
        String::deserialize(deserializer).map(Shown::from)
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl AsRef<str> for Shown {
    fn as_ref(&self) -> &str {
        self
    }
}

/// Its order, equality and hash are those of its text, as borrowing asks.
impl Borrow<str> for Shown {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        **self == **other
    }
}

impl Eq for Shown {}

impl PartialOrd for Shown {
    fn partial_cmp(&self, other: &Shown) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Shown {
    fn cmp(&self, other: &Shown) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for Shown {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl PartialEq<str> for Shown {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Shown {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl PartialEq<String> for Shown {
    fn eq(&self, other: &String) -> bool {
        **self == **other
    }
}

impl PartialEq<Shown> for String {
    fn eq(&self, other: &Shown) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_its_text() {
        let shown = Shown::from(Wording::Message { id: "value-points", args: vec![("number", "2".into())] });
        assert_eq!((&*shown, shown.len()), ("2 points", 8));
        assert_eq!(format!("{shown} {shown:?} {shown:>9}|"), "2 points \"2 points\"  2 points|");
        assert_eq!([shown.clone(), shown.clone()].join(", "), "2 points, 2 points");
        assert_eq!(shown, Shown::from("2 points"), "compared by its text, however it came about");
        assert_eq!(vec![shown], ["2 points"]);
    }

    #[test]
    fn titles_in_one_language_are_shown_to_all() {
        let title = Shown::title(&["Pass rate".to_string()], Language::Chinese).unwrap();
        assert!(Language::ALL.iter().all(|language| title.text(*language) == "Pass rate"));
        assert_eq!(Shown::title(&[], Language::English), None);
    }
}
