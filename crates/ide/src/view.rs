//! A plan as an editor looks at it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use dabiao::{Analysis, Plan, Report};
use dabiao_model::{Diagnostic, Language, Source};
use dabiao_syntax::Tree;

use crate::mentions::Mentions;
use crate::observed::Observed;
use crate::settings::Settings;

/// One plan between two changes, with what was found out about it when somebody first asked.
#[derive(Debug)]
pub struct View {
    folder: PathBuf,
    analysis: Analysis,
    settings: Settings,
    unreadable: Vec<Diagnostic>,
    mentions: OnceLock<Mentions>,
    observed: OnceLock<Arc<Observed>>,
    plan: OnceLock<Option<Plan>>,
    judged: OnceLock<Option<Result<Report, Vec<Diagnostic>>>>,
}

impl View {
    pub(crate) fn new(
        folder: PathBuf,
        analysis: Analysis,
        settings: Settings,
        unreadable: Vec<Diagnostic>,
        observed: Option<Arc<Observed>>,
    ) -> View {
        let known = OnceLock::new();
        if let Some(observed) = observed {
            let _ = known.set(observed);
        }
        View {
            folder,
            analysis,
            settings,
            unreadable,
            mentions: OnceLock::new(),
            observed: known,
            plan: OnceLock::new(),
            judged: OnceLock::new(),
        }
    }

    /// The folder of the plan.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is known of the rules.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// The tree of a file.
    #[must_use]
    pub fn tree(&self, path: &Path) -> Option<&Arc<Tree>> {
        self.analysis.tree(&path.to_string_lossy())
    }

    /// The text of a file.
    #[must_use]
    pub fn source(&self, path: &Path) -> Option<&Arc<Source>> {
        self.tree(path).map(|tree| &tree.source)
    }

    /// The compiled plan; `None` where the rules have errors.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        self.plan.get_or_init(|| self.analysis.plan()).as_ref()
    }

    /// What `dabiao.toml` says.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The language to speak of the plan in: the one asked for, else the plan's own, else the reader's.
    #[must_use]
    pub fn language(&self, asked: Option<Language>, reader: Language) -> Language {
        asked.or(self.analysis.language()).unwrap_or(reader)
    }

    /// Files of the folder that could not be read.
    pub(crate) fn unreadable(&self) -> &[Diagnostic] {
        &self.unreadable
    }

    pub(crate) fn mentions(&self) -> &Mentions {
        self.mentions.get_or_init(|| Mentions::of(&self.analysis))
    }

    pub(crate) fn observed(&self) -> &Arc<Observed> {
        self.observed.get_or_init(|| Arc::new(Observed::of(&self.settings)))
    }

    /// What was read from data files, if somebody asked for it.
    pub(crate) fn observed_before(&self) -> Option<Arc<Observed>> {
        self.observed.get().cloned()
    }

    /// The verdicts on the data that `dabiao.toml` names.
    pub(crate) fn judged(&self) -> Option<&Result<Report, Vec<Diagnostic>>> {
        self.judged.get_or_init(|| self.report()).as_ref()
    }
}
