//! What a template says, in the language of who fills it in.

use dabiao_model::{Language, Wording};

use crate::Column;

/// The sentences of the guide, in their order.
const SENTENCES: [&str; 6] = [
    "template-values-only",
    "template-percents",
    "template-counts",
    "template-choices",
    "template-missing",
    "template-source",
];

/// The words of one language.
#[derive(Clone, Copy)]
pub(super) struct Words(pub(super) Language);

impl Words {
    /// A column's heading, by which it is read too.
    pub(super) fn heading(self, column: Column) -> String {
        column.wording().text(self.0).into_owned()
    }

    /// The name of the sheet with the values.
    pub(super) fn values(self) -> String {
        self.title("template-values")
    }

    /// The name of the sheet that tells how to fill them in.
    pub(super) fn guide(self) -> String {
        self.title("template-guide")
    }

    pub(super) fn sentences(self) -> impl Iterator<Item = String> {
        let stop = match self.0 {
            Language::English => '.',
            Language::Chinese => '。',
        };
        SENTENCES.into_iter().map(move |id| format!("{}{stop}", self.title(id)))
    }

    /// A message that begins with a capital letter, as a line of its own does.
    fn title(self, id: &'static str) -> String {
        let text = Wording::word(id).text(self.0).into_owned();
        let mut chars = text.chars();
        chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
    }
}
