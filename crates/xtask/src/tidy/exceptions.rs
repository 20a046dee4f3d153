//! Files that a check leaves alone, read from `crates/xtask/tidy.toml`.

use serde::Deserialize;

use super::{finding::Finding, tree::Tree};
use crate::error::Error;

const PLACE: &str = "crates/xtask/tidy.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Exceptions {
    #[serde(default)]
    exception: Vec<Exception>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    check: String,
    /// A file, or a folder with a `/` at its end.
    path: String,
    reason: String,
    #[serde(skip)]
    used: bool,
}

impl Exceptions {
    pub(super) fn read(tree: &Tree) -> Result<Self, Error> {
        let text = tree.text(PLACE).ok_or_else(|| Error::unreadable(PLACE, "there is no such file"))?;
        Self::parse(text)
    }

    fn parse(text: &str) -> Result<Self, Error> {
        toml::from_str(text).map_err(|error| Error::unreadable(PLACE, error))
    }

    /// Whether an exception covers the finding; it counts as used from then on.
    pub(super) fn excuse(&mut self, check: &str, finding: &Finding) -> bool {
        let covering = self.exception.iter_mut().find(|it| it.check == check && it.covers(&finding.path));
        match covering {
            Some(exception) => {
                exception.used = true;
                true
            }
            None => false,
        }
    }

    /// Exceptions that excuse nothing, that give no reason, or that name no check. To be called after all
    /// findings had their chance.
    pub(super) fn check(&self, checks: &[&str]) -> Vec<Finding> {
        let mut found = Vec::new();
        for Exception { check, path, reason, used } in &self.exception {
            let mut add = |message| found.push(Finding::in_file(PLACE, message));
            if !checks.contains(&check.as_str()) {
                add(format!("there is no check `{check}`"));
            } else if !used {
                add(format!("`{path}` needs no exception from `{check}` any more; remove it"));
            }
            if reason.trim().is_empty() {
                add(format!("the exception of `{path}` from `{check}` gives no reason"));
            }
        }
        found
    }
}

impl Exception {
    fn covers(&self, path: &str) -> bool {
        path == self.path || (self.path.ends_with('/') && path.starts_with(&self.path))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::finding::shown, *};

    fn exceptions(path: &str, reason: &str) -> Exceptions {
        let text = format!("[[exception]]\ncheck = 'sizes'\npath = '{path}'\nreason = '{reason}'");
        Exceptions::parse(&text).unwrap()
    }

    #[test]
    fn a_file_or_a_folder_is_excused_from_one_check() {
        let finding = Finding::in_file("a/b.rs", "too long");
        assert!(exceptions("a/b.rs", "r").excuse("sizes", &finding));
        assert!(exceptions("a/", "r").excuse("sizes", &finding));
        assert!(!exceptions("a", "r").excuse("sizes", &finding));
        assert!(!exceptions("a/b.r", "r").excuse("sizes", &finding));
        assert!(!exceptions("a/b.rs", "r").excuse("paths", &finding));
    }

    #[test]
    fn exceptions_need_a_use_and_a_reason() {
        let finding = Finding::in_file("a.rs", "too long");
        let mut good = exceptions("a.rs", "generated");
        good.excuse("sizes", &finding);
        assert!(good.check(&["sizes"]).is_empty());
        assert_eq!(
            shown(&exceptions("a.rs", " ").check(&["sizes"])),
            [
                "crates/xtask/tidy.toml: `a.rs` needs no exception from `sizes` any more; remove it",
                "crates/xtask/tidy.toml: the exception of `a.rs` from `sizes` gives no reason",
            ]
        );
        assert_eq!(
            shown(&exceptions("a.rs", "r").check(&[])),
            ["crates/xtask/tidy.toml: there is no check `sizes`"]
        );
    }
}
