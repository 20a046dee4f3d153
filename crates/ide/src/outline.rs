//! What a file declares, as a tree, and what a plan declares, as a list.

use std::path::PathBuf;

use dabiao_model::{Language, Span};
use dabiao_syntax::{Item, ItemKind, Text, Tree};

use crate::View;
use crate::folding::whole;
use crate::hover::one_line;

/// A declaration of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name, or its title where it has no name.
    pub name: String,
    /// Its title beside its name.
    pub detail: Option<String>,
    /// What it is.
    pub kind: EntryKind,
    /// All of it.
    pub span: Span,
    /// Its first line.
    pub head: Span,
    /// What stands in it: the items of a section.
    pub inside: Vec<Entry>,
}

/// The kinds of declarations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the item of its name")]
pub enum EntryKind {
    Plan,
    Organisation,
    Unit,
    Scale,
    Assumption,
    Section,
    Metric,
    Table,
    Target,
    Unmeasured,
    Test,
}

/// The declarations of a file; those behind a section stand in it.
#[must_use]
pub fn outline(tree: &Tree, language: Language) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for entry in tree.items.iter().filter_map(|item| entry(item, tree, language)) {
        match entries.last_mut() {
            Some(section) if section.kind == EntryKind::Section && entry.kind != EntryKind::Section => {
                section.span = section.span.to(entry.span);
                section.inside.push(entry);
            }
            _ => entries.push(entry),
        }
    }
    entries
}

/// The declarations of a plan's own files whose name or title has the letters of a query in their order.
#[must_use]
pub fn symbols(view: &View, query: &str, language: Language) -> Vec<(PathBuf, Entry)> {
    let own = view.analysis().trees().filter(|tree| !tree.source.is_shipped());
    let entries = own.flat_map(|tree| {
        let path = PathBuf::from(tree.source.name());
        let of_tree = tree.items.iter().filter_map(move |item| entry(item, tree, language));
        of_tree.map(move |entry| (path.clone(), entry))
    });
    let fits = |(_, entry): &(PathBuf, Entry)| {
        has_letters(&entry.name, query)
            || entry.detail.as_ref().is_some_and(|title| has_letters(title, query))
    };
    entries.filter(fits).collect()
}

fn entry(item: &Item, tree: &Tree, language: Language) -> Option<Entry> {
    let title = |titles: &[Text]| {
        let titles: Vec<String> = titles.iter().map(|title| title.text.to_string()).collect();
        language.pick(&titles).map(str::to_string)
    };
    let (kind, name, detail) = match &item.kind {
        ItemKind::Syntax { .. } | ItemKind::Use { .. } => return None,
        ItemKind::Plan { id, titles } => (EntryKind::Plan, id.text.to_string(), title(titles)),
        ItemKind::Organisation { id, titles } => {
            (EntryKind::Organisation, id.text.to_string(), title(titles))
        }
        ItemKind::Unit { name, symbol, .. } => {
            (EntryKind::Unit, name.text.to_string(), symbol.as_ref().map(|symbol| symbol.text.to_string()))
        }
        ItemKind::Scale { name, .. } => (EntryKind::Scale, name.text.to_string(), None),
        ItemKind::Assume { name, value } => {
            (EntryKind::Assumption, name.text.to_string(), Some(one_line(&tree.source, value.span)))
        }
        ItemKind::Section { titles } => (EntryKind::Section, title(titles)?, None),
        ItemKind::Metric { path, titles } => (EntryKind::Metric, path.text.to_string(), title(titles)),
        ItemKind::Table { name, titles } => (EntryKind::Table, name.text.to_string(), title(titles)),
        ItemKind::Target { id: Some(id), condition } => {
            (EntryKind::Target, id.text.to_string(), Some(one_line(&tree.source, condition.span)))
        }
        ItemKind::Target { id: None, condition } => {
            (EntryKind::Target, one_line(&tree.source, condition.span), None)
        }
        ItemKind::Unmeasured { titles } => (EntryKind::Unmeasured, title(titles)?, None),
        ItemKind::Test { title } => (EntryKind::Test, title.text.to_string(), None),
    };
    // An editor refuses a name without a letter.
    let name = if name.trim().is_empty() { one_line(&tree.source, item.head) } else { name };
    Some(Entry { name, detail, kind, span: whole(item), head: item.head, inside: Vec::new() })
}

fn has_letters(text: &str, query: &str) -> bool {
    let mut letters = text.chars().flat_map(char::to_lowercase);
    query.chars().flat_map(char::to_lowercase).all(|wanted| letters.any(|letter| letter == wanted))
}
