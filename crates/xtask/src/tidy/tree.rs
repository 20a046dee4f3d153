//! The files of the repository, as git sees them.

use std::{collections::BTreeMap, fs, process::Command};

use crate::{error::Error, project::Project};

/// Kinds of file that the checks read; of all others only the path is known.
const TEXT: &[&str] = &["dabiao", "ftl", "lock", "md", "pest", "py", "rs", "sh", "toml", "yml"];

/// Text files without an ending.
const SCRIPTS: &[&str] = &[".ci/run"];

pub(super) struct Tree {
    files: BTreeMap<String, Option<String>>,
}

impl Tree {
    /// Tracked files, and new ones that git is not told to ignore: a check that sees a file only after its
    /// commit comes too late. Files that were deleted but not yet committed are left out.
    pub(super) fn tracked(project: &Project) -> Result<Self, Error> {
        let mut git = Command::new("git");
        git.arg("-c").arg(format!("safe.directory={}", project.root().display()));
        git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let mut files = BTreeMap::new();
        for path in project.ask(git)?.split('\0').filter(|path| !path.is_empty()) {
            let place = project.root().join(path);
            if !place.is_file() {
                continue;
            }
            let text = if is_text(path) {
                Some(fs::read_to_string(&place).map_err(Error::io(format!("read `{path}`")))?)
            } else {
                None
            };
            files.insert(path.to_owned(), text);
        }
        Ok(Self { files })
    }

    /// Files with this ending, with their text. An ending starts with a dot.
    pub(super) fn ending_in<'a>(&'a self, ending: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.texts().filter(move |(path, _)| path.ends_with(ending))
    }

    /// Every file that is text.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// Whether this is a file, or a folder with a file somewhere in it.
    pub(super) fn has(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        path.is_empty()
            || self.files.contains_key(path)
            || self.files.range(folder.clone()..).next().is_some_and(|(first, _)| first.starts_with(&folder))
    }
}

fn is_text(path: &str) -> bool {
    SCRIPTS.contains(&path) || path.rsplit_once('.').is_some_and(|(_, ending)| TEXT.contains(&ending))
}

/// Whether a path lies in a folder that holds tests.
pub(super) fn is_test(path: &str) -> bool {
    path.split('/').any(|part| matches!(part, "tests" | "tests.rs" | "snapshots"))
}

#[cfg(test)]
impl Tree {
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let files =
            files.iter().map(|(path, text)| ((*path).to_owned(), is_text(path).then(|| (*text).to_owned())));
        Self { files: files.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_the_folders_above_them_are_there() {
        let tree = Tree::of(&[("a/b/c.rs", ""), ("a/b.csv", ""), ("a.rs", "")]);
        for path in ["", "a", "a/b", "a/b/c.rs", "a/b.csv", "a.rs"] {
            assert!(tree.has(path), "{path}");
        }
        for path in ["b", "a/c", "a/b/c", "a/b/c.rs/d"] {
            assert!(!tree.has(path), "{path}");
        }
    }

    #[test]
    fn only_known_kinds_are_read() {
        let tree = Tree::of(&[("a.rs", "x"), ("b.xlsx", "y"), (".ci/run", "z")]);
        assert_eq!(tree.texts().collect::<Vec<_>>(), [(".ci/run", "z"), ("a.rs", "x")]);
        assert_eq!(tree.text("b.xlsx"), None);
    }

    #[test]
    fn this_repository_can_be_listed() {
        let tree = Tree::tracked(&Project::find().unwrap()).unwrap();
        assert!(tree.text("crates/xtask/src/tidy/tree.rs").is_some());
        assert!(!tree.has("target"));
    }
}
