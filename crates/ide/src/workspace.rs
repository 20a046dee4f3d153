//! The files that an editor has open, and the plans that they belong to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dabiao::Session;
use dabiao_model::{Code, Diagnostic, Place};

use crate::observed::Observed;
use crate::{Settings, View};

/// How far up a plan is looked for that uses a file.
const LEVELS_UP: usize = 4;

/// The open files and their plans. A plan is a folder: the rule files directly inside it and what they `use`.
///
/// A file that a plan in a folder above it uses belongs to that plan, any other to the plan of its own folder.
///
/// ```
/// use std::path::Path;
/// let mut workspace = dabiao_ide::Workspace::default();
/// let path = Path::new("/no-such-folder/a.dabiao");
/// workspace.open(path, "metric x.rate\n  type: percent\ntarget x.rate >= 90\n");
/// let view = workspace.view(path).unwrap();
/// assert_eq!(view.analysis().diagnostics()[0].fixes[0].replacement, "90%");
/// ```
#[derive(Debug, Default)]
pub struct Workspace {
    open: BTreeMap<PathBuf, String>,
    plans: BTreeMap<PathBuf, Folder>,
    /// The folder of the plan that each open file belongs to.
    homes: BTreeMap<PathBuf, PathBuf>,
}

/// A plan's folder.
#[derive(Debug)]
struct Folder {
    session: Session,
    settings: Settings,
    unreadable: Vec<Diagnostic>,
    view: Option<Arc<View>>,
    observed: Option<Arc<Observed>>,
}

impl Workspace {
    /// A file is opened, or its text changes; from now on the editor's text counts and not the disk's.
    pub fn open(&mut self, path: &Path, text: &str) {
        let path = clean(path);
        self.open.insert(path.clone(), text.to_string());
        let home = match self.homes.get(&path) {
            Some(home) => home.clone(),
            None => self.find_home(&path),
        };
        self.homes.insert(path.clone(), home.clone());
        let folder = self.folder(&home);
        folder.session.set(&path.to_string_lossy(), text);
        // What data files hold does not change with the rules.
        folder.observed =
            folder.view.take().and_then(|view| view.observed_before()).or(folder.observed.take());
    }

    /// A file is closed; what stands on the disk counts again. The plan goes with its last open file.
    ///
    /// Gives the folder of the plan.
    pub fn close(&mut self, path: &Path) -> Option<PathBuf> {
        let path = clean(path);
        self.open.remove(&path);
        let home = self.homes.remove(&path)?;
        if self.homes.values().any(|other| *other == home) {
            self.reload(&home);
        } else {
            self.plans.remove(&home);
        }
        Some(home)
    }

    /// A file changed on the disk, was made or was removed.
    pub fn changed_on_disk(&mut self, path: &Path) {
        let path = clean(path);
        let homes: Vec<PathBuf> = self.plans.keys().cloned().collect();
        for home in homes {
            let is_inside = path.starts_with(&home);
            let is_named = self.plans.get(&home).is_some_and(|folder| folder.settings.data.contains(&path));
            if is_inside || is_named {
                self.reload(&home);
            }
        }
    }

    /// The text of an open file.
    #[must_use]
    pub fn text(&self, path: &Path) -> Option<&str> {
        self.open.get(&clean(path)).map(String::as_str)
    }

    /// The open files.
    pub fn open_files(&self) -> impl Iterator<Item = &Path> {
        self.open.keys().map(PathBuf::as_path)
    }

    /// The plan that an open file belongs to.
    pub fn view(&mut self, path: &Path) -> Option<Arc<View>> {
        let home = self.homes.get(&clean(path))?.clone();
        self.view_of(&home)
    }

    /// The plans that have changed since this was asked last, and those alone.
    pub fn changed_views(&mut self) -> Vec<Arc<View>> {
        let changed = self.plans.iter().filter(|(_, folder)| folder.view.is_none());
        let homes: Vec<PathBuf> = changed.map(|(home, _)| home.clone()).collect();
        homes.iter().filter_map(|home| self.view_of(home)).collect()
    }

    /// All plans.
    pub fn views(&mut self) -> Vec<Arc<View>> {
        let homes: Vec<PathBuf> = self.plans.keys().cloned().collect();
        homes.iter().filter_map(|home| self.view_of(home)).collect()
    }

    fn view_of(&mut self, home: &Path) -> Option<Arc<View>> {
        let folder = self.plans.get_mut(home)?;
        if let Some(view) = &folder.view {
            return Some(Arc::clone(view));
        }
        let analysis = folder.session.analyse();
        let (settings, unreadable) = (folder.settings.clone(), folder.unreadable.clone());
        let view = View::new(home.to_path_buf(), analysis, settings, unreadable, folder.observed.clone());
        let view = Arc::new(view);
        folder.view = Some(Arc::clone(&view));
        Some(view)
    }

    /// The folder of the nearest plan above that uses the file, else the file's own folder.
    fn find_home(&mut self, path: &Path) -> PathBuf {
        let own = path.parent().unwrap_or(Path::new("")).to_path_buf();
        for above in own.ancestors().skip(1).take(LEVELS_UP).filter(|above| !above.as_os_str().is_empty()) {
            if above.join(".git").exists() && !holds_rules(above) {
                break;
            }
            if !holds_rules(above) {
                continue;
            }
            let was_known = self.plans.contains_key(above);
            self.folder(above);
            if self.view_of(above).is_some_and(|view| view.tree(path).is_some()) {
                return above.to_path_buf();
            }
            if !was_known {
                self.plans.remove(above);
            }
        }
        own
    }

    fn folder(&mut self, home: &Path) -> &mut Folder {
        let open = &self.open;
        let homes = &self.homes;
        self.plans.entry(home.to_path_buf()).or_insert_with(|| Folder::read(home, open, homes))
    }

    /// Reads a plan's folder again, and its data files when they are next asked for.
    fn reload(&mut self, home: &Path) {
        let folder = Folder::read(home, &self.open, &self.homes);
        self.plans.insert(home.to_path_buf(), folder);
    }
}

impl Folder {
    /// Reads the rule files of a folder; those that are open as the editor has them.
    fn read(home: &Path, open: &BTreeMap<PathBuf, String>, homes: &BTreeMap<PathBuf, PathBuf>) -> Folder {
        let mut session = Session::new();
        let mut unreadable = Vec::new();
        let belongs = |path: &Path| match homes.get(path) {
            Some(other) => other == home,
            None => path.parent() == Some(home),
        };
        let mine = open.iter().filter(|(path, _)| belongs(path));
        let mut paths: BTreeSet<PathBuf> = mine.map(|(path, _)| path.clone()).collect();
        paths.extend(rule_files(home));
        for path in paths {
            let name = path.to_string_lossy();
            if let Some(text) = open.get(&path) {
                session.set(&name, text);
                continue;
            }
            match fs::File::open(&path).and_then(dabiao::read_rules).map(String::from_utf8) {
                Ok(Ok(text)) => session.set(&name, &text),
                Ok(Err(error)) => {
                    let place = Place::File(name.as_ref().into());
                    let offset = error.utf8_error().valid_up_to();
                    unreadable.push(Diagnostic::new(Code::NotUtf8, place).with("offset", offset));
                }
                Err(cause) => {
                    let place = Place::File(name.as_ref().into());
                    let fault = Diagnostic::new(Code::MissingFile, place);
                    unreadable.push(fault.with("path", name.as_ref()).with("cause", cause));
                }
            }
        }
        let settings = Settings::of_folder(home);
        Folder { session, settings, unreadable, view: None, observed: None }
    }
}

/// A path without `.` in it, so that one file has one name.
fn clean(path: &Path) -> PathBuf {
    path.components().collect()
}

fn holds_rules(folder: &Path) -> bool {
    !rule_files(folder).is_empty()
}

/// The rule files directly inside a folder.
fn rule_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let is_rules =
        |path: &PathBuf| path.extension().is_some_and(|ending| ending == "dabiao") && path.is_file();
    entries.map(|entry| entry.path()).filter(is_rules).collect()
}
