//! Trees of texts that were read before.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use dabiao_model::Source;
use dabiao_syntax::Tree;

/// Keeps the trees of a plan's texts by their names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Trees(HashMap<String, Arc<Tree>>);

impl Trees {
    /// Keeps trees, and no others.
    pub(crate) fn keep(trees: Vec<Arc<Tree>>) -> Trees {
        Trees(trees.into_iter().map(|tree| (tree.source.name().to_string(), tree)).collect())
    }

    /// The tree of a text: the one that is kept, where it is of the same text.
    pub(crate) fn of(&self, source: Arc<Source>) -> Arc<Tree> {
        match self.0.get(source.name()) {
            Some(tree) if Arc::ptr_eq(&tree.source, &source) || tree.source == source => Arc::clone(tree),
            _ => Arc::new(dabiao_syntax::parse(source)),
        }
    }

    /// All trees that are kept, by the names of their texts.
    pub(crate) fn all(&self) -> BTreeMap<String, Arc<Tree>> {
        self.0.iter().map(|(name, tree)| (name.clone(), Arc::clone(tree))).collect()
    }
}
