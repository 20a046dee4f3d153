//! `cargo xtask setup`: installs what a bare machine lacks.

mod databases;

use crate::{error::Error, project::Project, screen, step};

/// Tools that are crates. Any installed version will do; the one named here is what a bare machine gets, so
/// that a new release of a tool cannot break an old checkout.
const CRATES: &[(&str, &str, &str)] =
    &[("nextest", "cargo-nextest", "0.9.143"), ("deny", "cargo-deny", "0.20.2")];

/// Tools that come with the toolchain.
const COMPONENTS: &[(&str, &str)] = &[("fmt", "rustfmt"), ("clippy", "clippy")];

/// Installs every crate tool that is missing. An error where a toolchain component is missing: which
/// toolchain to change, and how, is for the machine's owner to say.
pub(crate) fn run(project: &Project) -> Result<(), Error> {
    for (command, component) in COMPONENTS {
        if !is_there(project, command) {
            return Err(Error::Failed(format!(
                "`cargo {command}` is missing; install it with `rustup component add {component}`"
            )));
        }
        screen::say(&format!("{component} is installed"));
    }
    for (command, package, version) in CRATES {
        if is_there(project, command) {
            screen::say(&format!("{package} is installed"));
        } else {
            screen::say(&format!("{package} is missing; building it takes a few minutes"));
            step::tool(project.cargo(&["install", "--locked", package, "--version", version]))?;
        }
    }
    databases::run(project)
}

fn is_there(project: &Project, command: &str) -> bool {
    project.ask(project.cargo(&[command, "--version"])).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_tool_is_seen() {
        let project = Project::find().unwrap();
        assert!(is_there(&project, "fmt"));
        assert!(!is_there(&project, "no-such-command-here"));
    }
}
