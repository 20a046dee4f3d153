//! `cargo xtask deny`: what dependencies may be, by the rules in `deny.toml`.

use crate::{error::Error, project::Project, step};

/// What can be checked from the lock file and the sources alone. This is what CI runs.
pub(crate) const OFFLINE: &[&str] = &["licenses", "bans", "sources"];

/// Known vulnerabilities. They need a database that is downloaded when asked for, so a machine behind a
/// package mirror cannot do this; the check is left to people and never passes by being skipped.
pub(crate) const ADVISORIES: &[&str] = &["licenses", "bans", "sources", "advisories"];

pub(crate) fn run(project: &Project, checks: &[&str]) -> Result<(), Error> {
    let mut command = project.cargo(&["deny", "check"]);
    command.args(checks);
    step::tool(command).map(|_| ())
}
