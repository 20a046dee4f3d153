//! Rules that somebody is writing.

use std::collections::BTreeMap;
use std::sync::Arc;

use dabiao_model::{Diagnostic, Source};

use crate::load::Loader;
use crate::trees::Trees;
use crate::{Analysis, Loaded};

/// The documents of one plan while they change: what an editor asks after each keystroke.
///
/// A document that has not changed is not read again, and the answer is the same as if all were read from nothing. What
/// they `use` is looked for beside them and among the files that are shipped, as [`load`](crate::load()) does.
///
/// ```
/// let mut session = dabiao::Session::new();
/// session.set("a.dabiao", "metric x.rate\n  type: percent");
/// session.set("b.dabiao", "target x.rate >= 90");
/// assert_eq!(session.diagnostics()[0].fixes[0].replacement, "90%");
/// session.set("b.dabiao", "target x.rate >= 90%");
/// assert!(session.load().plan.is_some());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Session {
    /// In the order of their names, in which a folder's files are read as well.
    documents: BTreeMap<String, Arc<Source>>,
    trees: Trees,
}

impl Session {
    /// No documents yet.
    #[must_use]
    pub fn new() -> Session {
        Session::default()
    }

    /// Sets the text of a document, which stands in the place of the file of that name, if there is one.
    pub fn set(&mut self, name: &str, text: &str) {
        if self.documents.get(name).is_none_or(|known| known.text() != text) {
            self.documents.insert(name.to_string(), Source::new(name, text));
        }
    }

    /// Takes a document out of the plan.
    pub fn remove(&mut self, name: &str) {
        self.documents.remove(name);
    }

    /// Everything that is to be said of the rules, without a plan being compiled.
    pub fn diagnostics(&mut self) -> Vec<Diagnostic> {
        self.check().diagnostics
    }

    /// The plan, and everything that is to be said of it.
    pub fn load(&mut self) -> Loaded {
        Loaded::of(self.check())
    }

    /// What is known of the rules, with the trees that it rests on, for tools that answer questions about places in a text.
    ///
    /// ```
    /// let mut session = dabiao::Session::new();
    /// session.set("a.dabiao", "metric x.rate\n  type: percent\ntarget x.rate >=");
    /// let analysis = session.analyse();
    /// assert_eq!(analysis.checked().metrics[0].path, "x.rate", "known although the target is broken");
    /// assert!(analysis.plan().is_none() && analysis.tree("a.dabiao").is_some());
    /// ```
    pub fn analyse(&mut self) -> Analysis {
        let checked = self.check();
        Analysis::new(checked, &self.trees)
    }

    fn check(&mut self) -> dabiao_check::Checked {
        let mut loader = Loader::with_trees(std::mem::take(&mut self.trees));
        loader.add_documents(self.documents.values());
        loader.follow_uses();
        let (checked, trees) = loader.check();
        self.trees = trees;
        checked
    }
}
