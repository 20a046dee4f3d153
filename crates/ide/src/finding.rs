//! Faults as an editor shows them.

use std::path::PathBuf;

use dabiao_model::{Diagnostic, Fix, Language, Place, Severity, Source, Span, Wording};

use crate::{Edit, FileEdit, View};

/// A fault at a place of a file, with its sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file.
    pub path: PathBuf,
    /// The place; the beginning of the file for a fault of the file as a whole.
    pub span: Span,
    /// How grave it is.
    pub severity: Severity,
    /// The stable code.
    pub code: &'static str,
    /// What is wrong, and on a further line what to do.
    pub message: String,
    /// Further places that explain it.
    pub related: Vec<Related>,
    /// The edits that would mend it; several are alternatives.
    pub mendings: Vec<Mending>,
}

/// A further place of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The file.
    pub path: PathBuf,
    /// The place.
    pub span: Span,
    /// What is said of it.
    pub message: String,
}

/// An edit that would mend a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mending {
    /// What it does, for people.
    pub title: String,
    /// The change.
    pub edit: FileEdit,
}

impl View {
    /// Everything that is to be said of the plan's files, by file and place, each once.
    ///
    /// What is found in files that are shipped has no file here and is left out; their texts have no faults.
    #[must_use]
    pub fn findings(&self, language: Language) -> Vec<Finding> {
        let of_rules = self.analysis().diagnostics().iter().chain(self.unreadable());
        let mut found: Vec<Finding> = of_rules.filter_map(|one| finding(one, language)).collect();
        if let Some((path, cause)) = &self.settings().fault {
            found.push(Finding {
                path: path.clone(),
                span: Span::default(),
                severity: Severity::Error,
                code: "dabiao.toml",
                message: cause.clone(),
                related: Vec::new(),
                mendings: Vec::new(),
            });
        }
        let key = |one: &Finding| (one.path.clone(), one.span, one.code, one.message.clone());
        found.sort_by_key(key);
        found.dedup();
        found
    }
}

fn finding(diagnostic: &Diagnostic, language: Language) -> Option<Finding> {
    let (path, span) = place(&diagnostic.place)?;
    let mut message = diagnostic.message(language);
    if let Some(help) = diagnostic.help(language) {
        message.push('\n');
        message.push_str(&help);
    }
    let related = diagnostic.notes.iter().filter_map(|note| {
        let (path, span) = place(&note.place)?;
        let message = Wording::word(note.id).text(language).into_owned();
        Some(Related { path, span, message })
    });
    let mendings = match &diagnostic.place {
        Place::Text { source, .. } => {
            diagnostic.fixes.iter().map(|fix| mending(source, fix, language)).collect()
        }
        _ => Vec::new(),
    };
    Some(Finding {
        path,
        span,
        severity: diagnostic.severity(),
        code: diagnostic.code.as_str(),
        message,
        related: related.collect(),
        mendings,
    })
}

fn place(place: &Place) -> Option<(PathBuf, Span)> {
    match place {
        Place::Text { source, .. } if source.is_shipped() => None,
        Place::Text { source, span } => Some((PathBuf::from(source.name()), *span)),
        Place::File(name) => Some((PathBuf::from(&**name), Span::default())),
        Place::Cell { file, .. } => Some((PathBuf::from(&**file), Span::default())),
        Place::Call(_) => None,
    }
}

fn mending(source: &Source, fix: &Fix, language: Language) -> Mending {
    let old = source.slice(fix.span);
    let wording = match (old.is_empty(), fix.replacement.is_empty()) {
        (true, _) => Wording::about("ide-insert", "new", fix.replacement.trim()),
        (_, true) => Wording::about("ide-delete", "old", old.trim()),
        _ => Wording::about("ide-replace", "old", old.trim()).with("new", fix.replacement.trim()),
    };
    let edits = vec![Edit { span: fix.span, text: fix.replacement.clone() }];
    let edit = FileEdit { path: PathBuf::from(source.name()), edits };
    Mending { title: wording.text(language).into_owned(), edit }
}
