//! What is wrong, where, and how to mend it.

use std::fmt;
use std::sync::Arc;

use crate::{Args, Code, Language, Severity, Source, Span, Wording, message};

/// One finding about rules, data or a call: data first, with its sentences in the message catalogue.
///
/// ```
/// use dabiao_model::{Code, Diagnostic, Language, Place, Source, Span};
/// let source = Source::new("a.dabiao", "target x >= 90%\n  owner: police");
/// let place = Place::Text { source, span: Span::new(25, 31) };
/// let diagnostic = Diagnostic::new(Code::UnknownOrganisation, place).with("name", "police");
/// assert_eq!(diagnostic.message(Language::English), "no organisation is called `police`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code.
    pub code: Code,
    /// Which wording of the code's message is meant, where it has several: an attribute such as `bare`.
    pub variant: Option<&'static str>,
    /// What the message speaks of.
    pub args: Args,
    /// The place that is at fault.
    pub place: Place,
    /// Further places that explain the fault.
    pub notes: Vec<Note>,
    /// The edits that would mend it; several are alternatives to choose from.
    pub fixes: Vec<Fix>,
}

/// Where a diagnostic points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A stretch of a text.
    Text {
        /// The text.
        source: Arc<Source>,
        /// The stretch.
        span: Span,
    },
    /// A cell of a data file.
    Cell {
        /// The file's name.
        file: Arc<str>,
        /// The row as an editor or spreadsheet counts it, from 1, headings included; the line for JSON.
        row: u64,
        /// The column's heading, or the key path for JSON.
        column: Option<Arc<str>>,
    },
    /// A whole file.
    File(Arc<str>),
    /// Something said in the call, for example `--set x=1`.
    Call(Arc<str>),
}

/// A further place with the id of the message said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The place.
    pub place: Place,
    /// The message's id in the catalogue, for example `note-first-declared`.
    pub id: &'static str,
}

/// An edit that would mend a fault: the span of the diagnostic's own text is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The stretch that is replaced; empty to insert.
    pub span: Span,
    /// The new text.
    pub replacement: String,
}

impl Diagnostic {
    /// A finding at a place.
    #[must_use]
    pub fn new(code: Code, place: Place) -> Diagnostic {
        Diagnostic { code, variant: None, args: Args::new(), place, notes: Vec::new(), fixes: Vec::new() }
    }

    /// The same finding with one more argument for its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Wording>) -> Diagnostic {
        self.args.push((name, value.into()));
        self
    }

    /// The same finding in another wording: the catalogue's attributes `VARIANT`, `VARIANT-label`,
    /// `VARIANT-help` are used where they exist.
    #[must_use]
    pub fn variant(mut self, variant: &'static str) -> Diagnostic {
        self.variant = Some(variant);
        self
    }

    /// The same finding with a further place; `id` names what is said of it.
    #[must_use]
    pub fn note(mut self, place: Place, id: &'static str) -> Diagnostic {
        self.notes.push(Note { place, id });
        self
    }

    /// The same finding with an edit that would mend it.
    #[must_use]
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Diagnostic {
        self.fixes.push(Fix { span, replacement: replacement.into() });
        self
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Whether it keeps rules or data from being used.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }

    /// What is wrong, without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.variant
            .and_then(|variant| self.text(language, Some(variant)))
            .or_else(|| self.text(language, None))
            .unwrap_or_else(|| self.code.to_string())
    }

    /// What is said at the very place.
    #[must_use]
    pub fn label(&self, language: Language) -> Option<String> {
        self.part(language, "label")
    }

    /// What to do next.
    #[must_use]
    pub fn help(&self, language: Language) -> Option<String> {
        self.part(language, "help")
    }

    fn part(&self, language: Language, part: &'static str) -> Option<String> {
        let of_variant =
            self.variant.and_then(|variant| self.text(language, Some(&format!("{variant}-{part}"))));
        of_variant.or_else(|| self.text(language, Some(part)))
    }

    fn text(&self, language: Language, attribute: Option<&str>) -> Option<String> {
        message(language, self.code.as_str(), attribute, &self.args)
    }
}

/// `a.dabiao:3:5: E0202: no organisation is called …`, on one line and in English.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.place, self.code, self.message(Language::English))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Text { source, span } => {
                let position = source.position(span.start);
                write!(f, "{}:{}:{}", source.name(), position.line, position.column)
            }
            Place::Cell { file, row, column: Some(column) } => write!(f, "{file}:{row}, column `{column}`"),
            Place::Cell { file, row, column: None } => write!(f, "{file}:{row}"),
            Place::File(file) => f.write_str(file),
            Place::Call(words) => f.write_str(words),
        }
    }
}
