//! From a name to where it is declared, and to all its places.

use std::path::{Path, PathBuf};

use dabiao_model::Span;
use dabiao_syntax::ItemKind;

use crate::{Role, View};

/// Where the name at a place is declared: the declaration itself, or for a name that no rule declares its first place. For
/// the path of a `use`, the beginning of the file. What shipped files declare has no place in a file.
#[must_use]
pub fn definitions(view: &View, path: &Path, offset: usize) -> Vec<(PathBuf, Span)> {
    if let Some(file) = used_file(view, path, offset) {
        return vec![(file, Span::default())];
    }
    let mentions = view.mentions();
    let Some(mention) = mentions.at(&path.to_string_lossy(), offset) else { return Vec::new() };
    let all = || mentions.with(&mention.symbol).filter(|one| !one.source.is_shipped());
    let declared = all().filter(|one| one.role == Role::Declares);
    let mut places: Vec<_> = declared.map(|one| (PathBuf::from(one.source.name()), one.span)).collect();
    if places.is_empty() && mentions.with(&mention.symbol).all(|one| !one.source.is_shipped()) {
        places.extend(all().next().map(|one| (PathBuf::from(one.source.name()), one.span)));
    }
    places
}

/// All places of what the name at a place means, in the plan's own files.
#[must_use]
pub fn references(view: &View, path: &Path, offset: usize, with_declaration: bool) -> Vec<(PathBuf, Span)> {
    let mentions = view.mentions();
    let Some(mention) = mentions.at(&path.to_string_lossy(), offset) else { return Vec::new() };
    let wanted = mentions.with(&mention.symbol).filter(|one| match one.role {
        Role::Uses => true,
        Role::Declares => with_declaration,
        Role::Titles => false,
    });
    let own = wanted.filter(|one| !one.source.is_shipped());
    own.map(|one| (PathBuf::from(one.source.name()), one.span)).collect()
}

/// The file that the `use` at a place names.
fn used_file(view: &View, path: &Path, offset: usize) -> Option<PathBuf> {
    let tree = view.tree(path)?;
    let written = tree.items.iter().find_map(|item| match &item.kind {
        ItemKind::Use { path } if path.span.range().contains(&offset) => Some(&path.text),
        _ => None,
    })?;
    let file: PathBuf = view.folder().join(&**written).components().collect();
    view.tree(&file).map(|_| file)
}
