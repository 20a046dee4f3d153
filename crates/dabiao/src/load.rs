//! From paths to the texts of a plan.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use dabiao_check::Checked;
use dabiao_model::{Code, Diagnostic, Language, Observation, Place, Source, Type};
use dabiao_syntax::{ItemKind, Limits, Tree};

use crate::trees::Trees;
use crate::uses::{self, Used};
use crate::{Error, Plan, stored};

/// A plan with what is to be said of it, or only the latter.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The plan; `None` where the rules have errors.
    pub plan: Option<Plan>,
    /// Errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
    /// The language in which the rules want to be spoken of, where they name one, even where they have errors.
    pub language: Option<Language>,
}

impl Loaded {
    /// The plan, or its errors.
    ///
    /// # Errors
    /// [`Error::Rules`] with every diagnostic, warnings too, where the rules have errors.
    pub fn into_plan(self) -> Result<Plan, Error> {
        self.plan.ok_or(Error::Rules(self.diagnostics))
    }
}

/// Loads the rules of one plan: files, folders with all `*.dabiao` files directly inside them, and texts that are
/// in memory, together with the files that these use. A text in memory has no folder, so it can use only shipped files.
///
/// A single path may also be that of a stored plan, see [`Plan::to_bytes`].
///
/// A `use` is looked for in the plan's own folder first, and then among the files that are shipped with dabiao, such
/// as `common/units.dabiao`. It may name a folder, and brings in the rule files directly inside it.
///
/// ```
/// let loaded = dabiao::load::<&str>(&[], vec![dabiao::Source::new("rule", "x.rate >= 90%")]);
/// assert!(loaded.plan.is_some());
/// ```
#[must_use]
pub fn load<P: AsRef<Path>>(paths: &[P], texts: Vec<Arc<Source>>) -> Loaded {
    load_beside(paths, texts, &[])
}

/// Loads rules as [`load`] does, beside data that are known already: where a value is written as a percent, a metric
/// that no rule declares is one, so that a bare number against it is refused with its fix.
#[must_use]
pub fn load_beside<P: AsRef<Path>>(paths: &[P], texts: Vec<Arc<Source>>, data: &[Observation]) -> Loaded {
    if let Some(stored) = stored::load(paths, &texts) {
        return stored;
    }
    let is_percent = |one: &&Observation| one.text.trim_end().ends_with(['%', '％']);
    let hints = data.iter().filter(is_percent).map(|one| (one.metric.clone(), Type::Percent)).collect();
    let mut loader = Loader { hints, ..Loader::default() };
    for path in paths {
        loader.load_path(path.as_ref());
    }
    for text in texts {
        let tree = loader.trees.of(text);
        loader.files.push(File { tree, root: None });
    }
    loader.follow_uses();
    loader.finish()
}

#[derive(Default)]
pub(crate) struct Loader {
    files: Vec<File>,
    /// Where trees come from.
    trees: Trees,
    /// Files that were read already, by their canonical paths.
    seen: HashSet<PathBuf>,
    /// Shipped files that were read already.
    shipped: HashSet<&'static str>,
    diagnostics: Vec<Diagnostic>,
    hints: HashMap<String, Type>,
}

struct File {
    tree: Arc<Tree>,
    /// The plan's folder, which `use` may not leave; a text in memory and a shipped file have none.
    root: Option<PathBuf>,
}

impl Loader {
    /// A loader that takes the trees of texts that were read before from where they are kept.
    pub(crate) fn with_trees(trees: Trees) -> Loader {
        Loader { trees, ..Loader::default() }
    }

    /// Adds documents, each under its path. What stands on the disk at that path is not looked at.
    pub(crate) fn add_documents<'s>(&mut self, documents: impl Iterator<Item = &'s Arc<Source>> + Clone) {
        self.seen.extend(documents.clone().filter_map(|text| fs::canonicalize(text.name()).ok()));
        for text in documents {
            let root = Path::new(text.name()).parent().filter(|parent| !parent.as_os_str().is_empty());
            let tree = self.trees.of(Arc::clone(text));
            self.files.push(File { tree, root: root.map(Path::to_path_buf) });
        }
    }

    fn load_path(&mut self, path: &Path) {
        if !path.is_dir() {
            let root = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            self.load_file(path, root.unwrap_or(Path::new(".")));
            return;
        }
        let files = match uses::rule_files(path) {
            Ok(files) => files,
            Err(error) => return self.missing(path, &error),
        };
        if files.is_empty() {
            let name = path.display().to_string();
            let fault = Diagnostic::new(Code::MissingFile, Place::File(name.clone().into()));
            self.diagnostics.push(fault.variant("no-rules").with("path", name));
        }
        for file in files {
            self.load_file(&file, path);
        }
    }

    fn load_file(&mut self, path: &Path, root: &Path) {
        let is_new = match fs::canonicalize(path) {
            Ok(canonical) => self.seen.insert(canonical),
            Err(error) => return self.missing(path, &error),
        };
        if !is_new {
            return;
        }
        let bytes = match fs::File::open(path).and_then(read_rules) {
            Ok(bytes) => bytes,
            Err(error) => return self.missing(path, &error),
        };
        let name = path.display().to_string();
        match String::from_utf8(bytes) {
            Ok(text) => {
                let tree = self.trees.of(Source::new(name, text));
                self.files.push(File { tree, root: Some(root.to_path_buf()) });
            }
            Err(error) => {
                let offset = error.utf8_error().valid_up_to();
                let place = Place::File(name.into());
                self.diagnostics.push(Diagnostic::new(Code::NotUtf8, place).with("offset", offset));
            }
        }
    }

    /// Loads what `use` items name; files that are added on the way are looked at in their turn.
    pub(crate) fn follow_uses(&mut self) {
        let mut next = 0;
        while let Some(file) = self.files.get(next) {
            let uses: Vec<_> = file
                .tree
                .items
                .iter()
                .filter_map(|item| match &item.kind {
                    ItemKind::Use { path } => Some(path.clone()),
                    _ => None,
                })
                .collect();
            let (root, source) = (file.root.clone(), Arc::clone(&file.tree.source));
            for path in uses {
                match uses::find(root.as_deref(), &path.text) {
                    Ok(found) => {
                        for used in found {
                            self.load_used(used, root.as_deref());
                        }
                    }
                    Err(fault) => {
                        let place = Place::Text { source: Arc::clone(&source), span: path.span };
                        self.diagnostics.push(fault.diagnostic(place, path.span, &path.text));
                    }
                }
            }
            next = next.saturating_add(1);
        }
    }

    fn load_used(&mut self, used: Used, root: Option<&Path>) {
        match used {
            Used::Own(path) => self.load_file(&path, root.unwrap_or(Path::new("."))),
            Used::Shipped(file) if self.shipped.insert(file.path) => {
                let source = Source::shipped(format!("dabiao:{}", file.path), file.text);
                let tree = self.trees.of(source);
                self.files.push(File { tree, root: None });
            }
            Used::Shipped(_) => {}
        }
    }

    fn missing(&mut self, path: &Path, cause: &io::Error) {
        let name = path.display().to_string();
        let fault = Diagnostic::new(Code::MissingFile, Place::File(name.clone().into()));
        self.diagnostics.push(fault.with("path", name).with("cause", cause));
    }

    /// The plan with everything that is to be said of it, and the trees that it was made of.
    pub(crate) fn check(self) -> (Checked, Trees) {
        let trees: Vec<Arc<Tree>> = self.files.into_iter().map(|file| file.tree).collect();
        let Checked { plan, diagnostics } = dabiao_check::check_shared(&trees, self.hints);
        let mut all = self.diagnostics;
        all.extend(diagnostics);
        (Checked { plan, diagnostics: all }, Trees::keep(trees))
    }

    fn finish(self) -> Loaded {
        Loaded::of(self.check().0)
    }
}

impl Loaded {
    pub(crate) fn of(checked: Checked) -> Loaded {
        let Checked { plan, diagnostics: all } = checked;
        let usable = !all.iter().any(Diagnostic::is_error);
        let language = plan.language;
        Loaded { plan: usable.then(|| Plan::compile(Arc::new(plan))), diagnostics: all, language }
    }
}

/// The bytes of rules: no more than the parser needs to refuse them where they are over its limit.
///
/// ```
/// let long = "目".repeat(6 << 20).into_bytes();
/// let read = dabiao::read_rules(&mut long.as_slice())?;
/// assert!(read.len() > 16 << 20 && read.len() < long.len());
/// assert!(std::str::from_utf8(&read).is_ok(), "no character is cut");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Where they cannot be read.
pub fn read_rules(from: impl Read) -> io::Result<Vec<u8>> {
    let limit = Limits::default().bytes;
    // A character that is cut at the end is left away, and what remains is still over the limit.
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(4);
    let mut bytes = Vec::new();
    from.take(most).read_to_end(&mut bytes)?;
    if bytes.len() > limit
        && let Err(error) = std::str::from_utf8(&bytes)
        && error.error_len().is_none()
    {
        bytes.truncate(error.valid_up_to());
    }
    Ok(bytes)
}
