//! `cargo xtask test`: everything that must hold before a change lands.

use std::io::{self, IsTerminal};

use crate::{
    bindings, deny,
    error::Error,
    fuzz, outside,
    project::Project,
    setup,
    step::{self, Step},
    tally::{Runner, Tally},
    tidy,
};

/// Runs all steps. The cheap ones come first and never hide each other; the ones that compile stop at the
/// first failure.
pub(crate) fn run(project: &Project, with_outside: bool) -> Result<(), Error> {
    let mut steps = steps(project);
    steps.retain(|step| with_outside || !matches!(step.name, "outside" | "bindings"));
    step::run_all(steps)
}

fn steps(project: &Project) -> Vec<Step<'_>> {
    let quiet = |done: Result<(), Error>| done.map(|()| Tally::default());
    vec![
        Step { name: "setup", decisive: true, work: Box::new(move || quiet(setup::run(project))) },
        Step { name: "fmt", decisive: false, work: Box::new(|| fmt(project)) },
        Step { name: "tidy", decisive: false, work: Box::new(move || quiet(tidy::run(project))) },
        Step {
            name: "deny",
            decisive: false,
            work: Box::new(move || quiet(deny::run(project, deny::OFFLINE))),
        },
        Step { name: "clippy", decisive: true, work: Box::new(|| clippy(project)) },
        Step { name: "nextest", decisive: true, work: Box::new(|| nextest(project)) },
        Step { name: "doctests", decisive: true, work: Box::new(|| doctests(project)) },
        Step { name: "fuzz", decisive: true, work: Box::new(|| fuzz::run(project)) },
        Step { name: "outside", decisive: true, work: Box::new(|| outside::run(project)) },
        Step { name: "bindings", decisive: true, work: Box::new(|| bindings::run(project)) },
    ]
}

fn fmt(project: &Project) -> Result<Tally, Error> {
    step::tool(project.cargo(&["fmt", "--all", "--check"]))?;
    step::tool(project.cargo(&["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]))?;
    step::tool(project.cargo(&["fmt", "--manifest-path", "benches/peers/Cargo.toml", "--check"]))
}

fn clippy(project: &Project) -> Result<Tally, Error> {
    step::tool(project.cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn nextest(project: &Project) -> Result<Tally, Error> {
    let mut command = project.cargo(&["nextest", "run", "--workspace"]);
    if io::stderr().is_terminal() {
        // Its output passes through this program, so it cannot see the terminal itself.
        command.args(["--color", "always"]);
    }
    step::tests(command, Runner::Nextest)
}

/// Examples in documentation comments, which nextest does not run.
fn doctests(project: &Project) -> Result<Tally, Error> {
    step::tests(project.cargo(&["test", "--doc", "--workspace"]), Runner::Libtest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cheap_steps_come_before_those_that_compile() {
        let project = Project::find().unwrap();
        let names: Vec<&str> = steps(&project).iter().map(|step| step.name).collect();
        let last = ["doctests", "fuzz", "outside", "bindings"];
        assert_eq!(names, [&["setup", "fmt", "tidy", "deny", "clippy", "nextest"], &last[..]].concat());
    }
}
