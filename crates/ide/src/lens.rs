//! What can be run at a place.

use std::path::Path;

use dabiao_model::{Language, Span};
use dabiao_syntax::{ItemKind, Tree};

use crate::words::{about, word};
use crate::{Task, View};

/// Something to run, offered over an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// The first line of the item.
    pub span: Span,
    /// What is run.
    pub task: Task,
    /// What it is called.
    pub title: String,
}

/// Over the first item of a file: all tests of the plan, and its verdicts where `dabiao.toml` names data; over each test:
/// that test.
#[must_use]
pub fn lenses(view: &View, path: &Path, language: Language) -> Vec<Lens> {
    let Some(tree) = view.tree(path) else { return Vec::new() };
    let all = view.analysis().trees().flat_map(|tree| tests(tree)).count();
    let mut lenses = Vec::new();
    if let Some(first) = tree.items.first() {
        let span = first.head;
        if all > 0 {
            lenses.push(Lens {
                span,
                task: Task::Tests,
                title: about("ide-run-tests", "count", all, language),
            });
        }
        if !view.settings().data.is_empty() {
            lenses.push(Lens { span, task: Task::Evaluate, title: word("ide-evaluate", language) });
        }
    }
    lenses.extend(tests(tree).map(|(title, span)| Lens {
        span,
        task: Task::Test(title.to_string()),
        title: word("ide-run-test", language),
    }));
    lenses
}

fn tests(tree: &Tree) -> impl Iterator<Item = (&str, Span)> {
    tree.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Test { title } => Some((&*title.text, item.head)),
        _ => None,
    })
}
