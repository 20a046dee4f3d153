//! `cargo xtask bench`: the benchmarks, built as a release is.

mod instructions;

use std::process::Command;

use crate::{error::Error, project::Project, step};

/// Where results are written, from the root of the repository.
const OUTPUT: &str = "target/bench";

/// Runs the benchmark; arguments that are not its own are handed on.
pub(crate) fn run(project: &Project, arguments: &[&str]) -> Result<(), Error> {
    let (own, rest): (Vec<&str>, Vec<&str>) =
        arguments.iter().partition(|argument| matches!(**argument, "--instructions"));
    match own.as_slice() {
        [] => step::tool(command(project, &rest)).map(|_| ()),
        _ => instructions::run(project, &rest),
    }
}

fn command(project: &Project, arguments: &[&str]) -> Command {
    let mut command = project.cargo(&["run", "--release", "--package", "dabiao-benches"]);
    // Libraries that capture backtraces in their errors are far slower where it is set.
    command.env_remove("RUST_BACKTRACE").args(["--", "--output", OUTPUT]).args(arguments);
    command
}
