//! Why a verdict could not be reached as usual.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Args, Language, Wording, message};

/// A reason as data: the id of a message and what it speaks of. JSON shows it in English.
///
/// ```
/// use dabiao_model::{Language, Reason};
/// let reason = Reason::new("reason-zero-base").with("metric", "complaints.quality in 2010");
/// assert_eq!(
///     reason.text(Language::English),
///     "`complaints.quality in 2010` is 0, and a change relative to zero is not defined",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// The message's id in the catalogue, for example `reason-zero-base`.
    pub id: &'static str,
    /// What the message speaks of.
    pub args: Args,
}

impl Reason {
    /// A reason without arguments.
    #[must_use]
    pub fn new(id: &'static str) -> Reason {
        Reason { id, args: Args::new() }
    }

    /// The same reason with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Wording>) -> Reason {
        self.args.push((name, value.into()));
        self
    }

    /// The reason as a sentence without a full stop.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        message(language, self.id, None, &self.args).unwrap_or_else(|| self.id.to_string())
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text(Language::English))
    }
}

/// As it was serialised: the English sentence.
impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Reason, D::Error> {
        Ok(Reason::new("reason-told").with("text", String::deserialize(deserializer)?))
    }
}
