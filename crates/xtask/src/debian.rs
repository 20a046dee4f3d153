//! Programs and files that Debian's packages bring.

use std::{env, path::Path, process::Command};

use crate::{error::Error, screen, step};

/// Names with the packages that bring them. A name with a folder is a file; any other is a program in one of the folders
/// that programs are looked for in.
pub(crate) type Needs = [(&'static str, &'static [&'static str])];

/// Installs the packages of whatever is missing. On another system this fails and names them.
pub(crate) fn install(needs: &Needs) -> Result<(), Error> {
    let missing: Vec<&str> = needs
        .iter()
        .filter(|(name, _)| !is_there(name))
        .flat_map(|(_, packages)| packages.iter().copied())
        .collect();
    if missing.is_empty() { Ok(()) } else { packages(&missing) }
}

/// Installs packages, after reading the lists that a bare machine does not have.
pub(crate) fn packages(packages: &[&str]) -> Result<(), Error> {
    let mut update = Command::new("apt-get");
    update.args(["update", "--quiet"]);
    step::tool(update)?;
    let mut install = Command::new("apt-get");
    install.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    step::tool(install).map(|_| ())
}

fn is_there(name: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    let is_program = || env::split_paths(&folders).any(|folder| folder.join(name).is_file());
    let found = if name.starts_with('/') { Path::new(name).is_file() } else { is_program() };
    screen::say(&format!("{name} is {}", if found { "installed" } else { "missing" }));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_seen() {
        assert!(is_there("sh"));
        assert!(is_there("/bin/sh"));
        assert!(!is_there("no-such-program-here"));
        assert!(!is_there("/no/such/file"));
    }
}
