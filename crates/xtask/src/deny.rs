//! `cargo xtask deny`: what dependencies may be, by the rules in `deny.toml`.

use crate::{error::Error, project::Project, step};

/// What can be checked from the lock file and the sources alone. This is what CI runs.
pub(crate) const OFFLINE: &[&str] = &["licenses", "bans", "sources"];

/// Known vulnerabilities. They need a database that is downloaded when asked for, so a machine behind a
/// package mirror cannot do this; the check is left to people and never passes by being skipped.
pub(crate) const ADVISORIES: &[&str] = &["licenses", "bans", "sources", "advisories"];

/// Where each set of rules is, with the manifest whose dependencies it speaks of: what is shipped, and the engines
/// that are only measured.
const RULES: &[(&str, &str)] =
    &[("Cargo.toml", "deny.toml"), ("benches/peers/Cargo.toml", "benches/peers/deny.toml")];

/// Nothing is compiled. A lock file that does not fit its manifests any more is a fault too.
pub(crate) fn run(project: &Project, checks: &[&str]) -> Result<(), Error> {
    for (manifest, rules) in RULES {
        let own = ["deny", "--manifest-path", manifest, "--config", rules, "--locked", "check"];
        let mut command = project.cargo(&own);
        command.args(checks);
        step::tool(command)?;
    }
    Ok(())
}
