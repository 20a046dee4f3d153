//! `cargo xtask bindings`: dabiao as other languages have it, built, installed and run as their people would.
//!
//! Everything lives below `target/bindings`, but for Debian's packages and the compiler for WebAssembly.

mod c;
mod corpus;
mod header;
mod machine;
mod page;
mod playground;
mod python;
mod wasm;
mod web;

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{error::Error, project::Project, step, tally::Tally};

/// Where the crate, its programs and its corpus stand.
const CRATE: &str = "crates/bindings";

/// Lints every skin, then runs the corpus and the tests of the border in each language.
pub(crate) fn run(project: &Project) -> Result<Tally, Error> {
    machine::set_up(project)?;
    lint(project)?;
    header::check(project)?;
    c::run(project)?;
    playground::run(project, &wasm::run(project)?)?;
    python::run(project)
}

/// Writes the playground as it is published, in `target/bindings/playground`.
pub(crate) fn playground(project: &Project) -> Result<(), Error> {
    let package = wasm::publish(project)?;
    playground::write(project, &package, &folder(project, "playground")?).map(|_| ())
}

/// Builds the package for JavaScript as it is published.
pub(crate) fn wasm(project: &Project) -> Result<(), Error> {
    wasm::publish(project).map(|_| ())
}

/// An interpreter of Python that has the package as it is published.
pub(crate) fn released_python(project: &Project) -> Result<PathBuf, Error> {
    python::install(project, "release", "python")
}

/// Writes the header anew.
pub(crate) fn bless(project: &Project) -> Result<(), Error> {
    header::write(project)
}

/// The skins are features, which the lints of the workspace do not see.
fn lint(project: &Project) -> Result<(), Error> {
    for features in ["c,python,planted-panic", "wasm"] {
        let clippy = ["clippy", "--package", "dabiao-bindings", "--all-targets", "--features", features];
        let mut command = project.cargo(&clippy);
        command.args(["--", "-D", "warnings"]);
        step::tool(command)?;
    }
    Ok(())
}

/// A folder below `target/bindings`, emptied where it is for answers.
fn folder(project: &Project, name: &str) -> Result<PathBuf, Error> {
    let folder = project.root().join("target/bindings").join(name);
    fs::create_dir_all(&folder).map_err(Error::io(format!("make {}", folder.display())))?;
    Ok(folder)
}

fn empty(project: &Project, name: &str) -> Result<PathBuf, Error> {
    let folder = project.root().join("target/bindings").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::io(format!("empty {}", folder.display())))?;
    }
    self::folder(project, name)
}

fn source(project: &Project, name: &str) -> PathBuf {
    project.root().join(CRATE).join(name)
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    fs::copy(from, to).map(|_| ()).map_err(Error::io(format!("write {}", to.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_is_there() {
        let project = Project::find().unwrap();
        let programs = [
            "cases.c",
            "border.c",
            "Cases.java",
            "cases.mjs",
            "test_cases.py",
            "test_python.py",
            "requirements.txt",
        ];
        for name in programs {
            assert!(source(&project, "outside").join(name).is_file(), "{name}");
        }
    }
}
