//! `cargo xtask bench`: the benchmarks, built as a release is.

use crate::{error::Error, project::Project, step};

pub(crate) fn run(project: &Project, arguments: &[&str]) -> Result<(), Error> {
    let mut command = project.cargo(&["run", "--release", "--package", "dabiao-benches", "--"]);
    command.args(arguments);
    step::tool(command).map(|_| ())
}
