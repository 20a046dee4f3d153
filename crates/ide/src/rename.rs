//! Another name for something, in all files of its plan.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dabiao::Session;
use dabiao_model::{Diagnostic, Language, Source, Span, nfc};
use dabiao_syntax::{ExprKind, ItemKind};

use crate::words::{about, word};
use crate::{Edit, FileEdit, Mention, View};

/// Why a name is not changed, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenameRefused {
    /// The reason.
    pub message: String,
}

/// The name at a place, where it can be changed: its span and its text without quotes.
///
/// # Errors
/// [`RenameRefused`] where no name stands, or one that shipped files declare.
pub fn renamable(
    view: &View,
    path: &Path,
    offset: usize,
    language: Language,
) -> Result<(Span, String), RenameRefused> {
    let mention = found(view, path, offset, language)?;
    Ok((mention.span, mention.name().to_string()))
}

/// The edits that give the name at a place another spelling, wherever it is written so: in conditions, in tests, in its
/// declaration. Where a title is the name at the place, the title is what changes.
///
/// The rules are read and checked with the edits before these are handed out: what was one thing before is one thing
/// after, and nothing else has taken its name.
///
/// # Errors
/// [`RenameRefused`] where no name stands, the new one is taken, or the rules would have faults that they had not before.
pub fn rename(
    view: &View,
    path: &Path,
    offset: usize,
    new: &str,
    language: Language,
) -> Result<Vec<FileEdit>, RenameRefused> {
    let mention = found(view, path, offset, language)?;
    let new = new.trim();
    let refused = |id| RenameRefused { message: about(id, "name", new, language) };
    if new.is_empty() || new.contains(['"', '「', '」', '“', '”', '\n', '\r', '#']) {
        return Err(refused("ide-rename-no-name"));
    }
    let old = nfc(mention.name()).into_owned();
    let same = |one: &&Mention| nfc(one.name()) == old;
    let places: Vec<&Mention> = view.mentions().with(&mention.symbol).filter(same).collect();
    let mut files: BTreeMap<PathBuf, (Arc<Source>, Vec<Edit>)> = BTreeMap::new();
    for place in &places {
        let text = written(place, new);
        let file = files.entry(PathBuf::from(place.source.name()));
        let (_, edits) = file.or_insert_with(|| (Arc::clone(&place.source), Vec::new()));
        edits.push(Edit { span: place.span, text });
    }
    let edits: Vec<FileEdit> = files
        .into_iter()
        .map(|(path, (_, mut edits))| {
            edits.sort();
            edits.dedup();
            FileEdit { path, edits }
        })
        .collect();
    if is_proved(view, mention, &edits, new) { Ok(edits) } else { Err(refused("ide-rename-taken")) }
}

fn found<'v>(
    view: &'v View,
    path: &Path,
    offset: usize,
    language: Language,
) -> Result<&'v Mention, RenameRefused> {
    let mentions = view.mentions();
    let Some(mention) = mentions.at(&path.to_string_lossy(), offset) else {
        return Err(RenameRefused { message: word("ide-rename-nothing", language) });
    };
    let name = nfc(mention.name());
    let is_shipped =
        mentions.with(&mention.symbol).any(|one| one.source.is_shipped() && nfc(one.name()) == name);
    if is_shipped {
        let message = about("ide-rename-shipped", "name", mention.name(), language);
        return Err(RenameRefused { message });
    }
    Ok(mention)
}

/// The new name as it has to be written at a place: in the quotes that stand there, or in some where it needs them.
fn written(place: &Mention, new: &str) -> String {
    let old = place.written();
    let name = place.name();
    if name.len() < old.len() {
        let open = old.chars().next().map_or(String::new(), String::from);
        let close = old.chars().next_back().map_or(String::new(), String::from);
        return format!("{open}{new}{close}");
    }
    if is_plain(new) { new.to_string() } else { format!("「{new}」") }
}

/// Whether a name can stand without quotes.
fn is_plain(name: &str) -> bool {
    let tree = dabiao_syntax::parse(Source::new("name", format!("target {name} >= 1")));
    let only = match tree.items.as_slice() {
        [only] if tree.diagnostics.is_empty() => only,
        _ => return false,
    };
    let ItemKind::Target { id: None, condition } = &only.kind else { return false };
    let ExprKind::Compare { left, .. } = &condition.kind else { return false };
    matches!(&left.kind, ExprKind::Name(found) if *found.text == *name)
}

/// Whether the plan with the edits has as many places of the new name as were changed, and no more faults.
fn is_proved(view: &View, mention: &Mention, edits: &[FileEdit], new: &str) -> bool {
    let mut session = Session::new();
    for tree in view.analysis().trees().filter(|tree| !tree.source.is_shipped()) {
        let source = &tree.source;
        let edit = edits.iter().find(|edit| edit.path == Path::new(source.name()));
        let text = edit.map_or_else(|| source.text().to_string(), |edit| edit.apply(source.text()));
        session.set(source.name(), &text);
    }
    let after =
        View::new(view.folder().to_path_buf(), session.analyse(), view.settings().clone(), Vec::new(), None);
    let errors = |found: &[Diagnostic]| found.iter().filter(|one| one.is_error()).count();
    if errors(after.analysis().diagnostics()) > errors(view.analysis().diagnostics()) {
        return false;
    }
    let changed = edits.iter().map(|edit| edit.edits.len()).sum::<usize>();
    let new = nfc(new);
    let had = view.mentions().with(&mention.symbol).count();
    let spelt: Vec<&Mention> = after.mentions().all().filter(|one| nfc(one.name()) == new).collect();
    let Some(symbol) = spelt.first().map(|first| &first.symbol) else { return false };
    let is_one = spelt.iter().all(|one| one.symbol == *symbol);
    is_one && spelt.len() == changed && after.mentions().with(symbol).count() == had
}
