//! The packages of the workspace and what they depend on, as cargo tells it.

use std::path::Path;

use serde::Deserialize;

use crate::{error::Error, project::Project};

/// A package of the workspace.
pub(super) struct Package {
    pub(super) name: String,
    /// Its Cargo.toml, from the root of the repository.
    pub(super) manifest: String,
    pub(super) dependencies: Vec<Dependency>,
}

/// A direct dependency.
#[derive(Deserialize)]
pub(super) struct Dependency {
    /// The package's name, whatever the importer calls it.
    pub(super) name: String,
    /// Where the package is, for one of this repository.
    #[serde(default)]
    pub(super) path: Option<String>,
    kind: Option<String>,
    /// Whether only a feature asks for it.
    #[serde(default)]
    pub(super) optional: bool,
}

impl Dependency {
    pub(super) fn is_own(&self) -> bool {
        self.path.is_some()
    }

    /// Whether only tests, examples and benchmarks of the package see it.
    pub(super) fn is_for_tests(&self) -> bool {
        self.kind.as_deref() == Some("dev")
    }
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    name: String,
    manifest_path: String,
    dependencies: Vec<Dependency>,
}

pub(super) fn read(project: &Project) -> Result<Vec<Package>, Error> {
    let answer = project.ask(project.cargo(&["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: Metadata =
        serde_json::from_str(&answer).map_err(|error| Error::unreadable("cargo's metadata", error))?;
    let packages = metadata.packages.into_iter().map(|listed| Package {
        manifest: from_root(project.root(), &listed.manifest_path),
        name: listed.name,
        dependencies: listed.dependencies,
    });
    Ok(packages.collect())
}

/// The path as the tree of files has it.
fn from_root(root: &Path, path: &str) -> String {
    let path = Path::new(path);
    let inside = path.strip_prefix(root).unwrap_or(path);
    inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
impl Package {
    /// A package `NAME` in `crates/NAME` that uses `own` packages, and `tests` in its tests.
    pub(super) fn of(name: &str, own: &[&str], tests: &[&str], outside: &[&str]) -> Self {
        let dependency = |name: &&str, kind: Option<&str>, own: bool| Dependency {
            name: (*name).to_owned(),
            path: own.then(|| format!("crates/{name}")),
            kind: kind.map(str::to_owned),
            optional: false,
        };
        let own = own.iter().map(|name| dependency(name, None, true));
        let tests = tests.iter().map(|name| dependency(name, Some("dev"), true));
        let outside = outside.iter().map(|name| dependency(name, None, false));
        Self {
            name: name.to_owned(),
            manifest: format!("crates/{name}/Cargo.toml"),
            dependencies: own.chain(tests).chain(outside).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_package_is_listed() {
        let packages = read(&Project::find().unwrap()).unwrap();
        let xtask = packages.iter().find(|package| package.name == "xtask").unwrap();
        assert_eq!(xtask.manifest, "crates/xtask/Cargo.toml");
        assert!(xtask.dependencies.iter().any(|it| it.name == "serde" && !it.is_own() && !it.is_for_tests()));
        assert!(xtask.dependencies.iter().any(|it| it.name == "tempfile" && it.is_for_tests()));
    }
}
