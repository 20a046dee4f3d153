//! Changes of texts.

use std::path::PathBuf;

use dabiao_model::Span;

/// One change: the text under a span is replaced; an empty span inserts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// The changes of one file, in the order of its text; none overlaps another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEdit {
    /// The file.
    pub path: PathBuf,
    /// Its changes.
    pub edits: Vec<Edit>,
}

impl FileEdit {
    /// The text after the changes.
    ///
    /// ```
    /// use dabiao_ide::{Edit, FileEdit};
    /// use dabiao_model::Span;
    /// let edits = vec![Edit { span: Span::new(0, 1), text: "x".into() }, Edit { span: Span::new(3, 3), text: "!".into() }];
    /// assert_eq!(FileEdit { path: "a".into(), edits }.apply("abc"), "xbc!");
    /// ```
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut new = String::with_capacity(text.len());
        let mut done = 0;
        for edit in &self.edits {
            let range = edit.span.range();
            new.push_str(text.get(done..range.start).unwrap_or_default());
            new.push_str(&edit.text);
            done = range.end;
        }
        new.push_str(text.get(done..).unwrap_or_default());
        new
    }
}
