//! The import rules, read from `crates/xtask/directions.toml`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::tree::Tree;
use crate::error::Error;

pub(super) const PLACE: &str = "crates/xtask/directions.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    #[serde(default)]
    pub(super) package: BTreeMap<String, Row>,
    #[serde(default)]
    pub(super) reserved: Vec<Reserved>,
    #[serde(default)]
    pub(super) border: Vec<Border>,
    pub(super) core: Core,
}

/// What one package may import.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) imports: Vec<String>,
    /// What its tests may use beyond all that lies below its imports.
    #[serde(default)]
    pub(super) tests: Vec<String>,
    /// Why `unsafe` may stand in it; in all others it is forbidden.
    #[serde(default, rename = "unsafe")]
    pub(super) unsafety: Option<String>,
}

/// Crates from outside that only some packages may depend on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reserved {
    pub(super) crates: Vec<String>,
    pub(super) by: Vec<String>,
    pub(super) reason: String,
}

/// Words of a crate that only some places may write.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Border {
    pub(super) words: Vec<String>,
    /// Starts of paths.
    pub(super) inside: Vec<String>,
    pub(super) reason: String,
}

/// The package whose dependencies are counted, and what must not be among them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Core {
    pub(super) package: String,
    pub(super) crates_at_most: usize,
    pub(super) without: Vec<String>,
}

impl Rules {
    pub(super) fn read(tree: &Tree) -> Result<Self, Error> {
        let text = tree.text(PLACE).ok_or_else(|| Error::unreadable(PLACE, "there is no such file"))?;
        Self::parse(text)
    }

    pub(super) fn parse(text: &str) -> Result<Self, Error> {
        toml::from_str(text).map_err(|error| Error::unreadable(PLACE, error))
    }

    /// All that lies below a package: its imports, their imports, and so on.
    pub(super) fn below(&self, package: &str) -> BTreeSet<&str> {
        let mut below = BTreeSet::new();
        let mut next: Vec<&str> = self.imports(package).collect();
        while let Some(name) = next.pop() {
            if below.insert(name) {
                next.extend(self.imports(name));
            }
        }
        below
    }

    fn imports(&self, package: &str) -> impl Iterator<Item = &str> {
        self.package.get(package).into_iter().flat_map(|row| row.imports.iter().map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_is_everything_reachable() {
        let rules = Rules::parse(
            "core = { package = 'c', crates_at_most = 1, without = [] }
             package.a.imports = []
             package.b.imports = ['a']
             package.c.imports = ['b']",
        )
        .unwrap();
        assert_eq!(rules.below("c").into_iter().collect::<Vec<_>>(), ["a", "b"]);
        assert!(rules.below("a").is_empty());
        assert!(rules.below("nobody").is_empty());
    }

    #[test]
    fn a_misspelt_key_is_refused() {
        let text = "core = { package = 'c', crates_at_most = 1, without = [] }\npackage.a.import = []";
        assert!(Rules::parse(text).is_err());
    }
}
