//! What is known of rules that somebody is writing.

use std::collections::BTreeMap;
use std::sync::Arc;

use dabiao_check::Checked;
use dabiao_model::{Diagnostic, Language};
use dabiao_syntax::Tree;

use crate::Plan;
use crate::trees::Trees;

/// Rules as far as they could be understood, whether they have errors or not; see
/// [`Session::analyse`](crate::Session::analyse).
#[derive(Debug, Clone)]
pub struct Analysis {
    checked: Arc<dabiao_check::Plan>,
    trees: BTreeMap<String, Arc<Tree>>,
    diagnostics: Vec<Diagnostic>,
}

impl Analysis {
    pub(crate) fn new(checked: Checked, trees: &Trees) -> Analysis {
        let Checked { plan, diagnostics } = checked;
        Analysis { checked: Arc::new(plan), trees: trees.all(), diagnostics }
    }

    /// The plan as far as it could be understood.
    #[must_use]
    pub fn checked(&self) -> &Arc<dabiao_check::Plan> {
        &self.checked
    }

    /// The compiled plan; `None` where the rules have errors.
    #[must_use]
    pub fn plan(&self) -> Option<Plan> {
        let is_usable = !self.diagnostics.iter().any(Diagnostic::is_error);
        is_usable.then(|| Plan::compile(Arc::clone(&self.checked)))
    }

    /// The trees of all texts, those of used and shipped files too, by the names of the texts.
    pub fn trees(&self) -> impl Iterator<Item = &Arc<Tree>> {
        self.trees.values()
    }

    /// The tree of a text.
    #[must_use]
    pub fn tree(&self, name: &str) -> Option<&Arc<Tree>> {
        self.trees.get(name)
    }

    /// Everything that is to be said of the rules.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The language in which the rules want to be spoken of, where they name one.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.checked.language
    }
}
