//! The databases that the tests of records ask: PostgreSQL from Debian, the others from PyPI.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use crate::{error::Error, project::Project, screen, step};

/// What Python's packages are wanted by.
const REQUIREMENTS: &str = "crates/records/tests/requirements.txt";

/// Installs what is missing.
pub(super) fn run(project: &Project) -> Result<(), Error> {
    if has_server() {
        screen::say("PostgreSQL is installed");
    } else {
        screen::say("PostgreSQL is missing; installing its Debian package");
        debian(&["postgresql", "postgresql-client"])?;
    }
    let folder = project.root().join("target/python");
    let wanted = fs::read_to_string(project.root().join(REQUIREMENTS))
        .map_err(Error::io(format!("read `{REQUIREMENTS}`")))?;
    let mark = folder.join("installed.txt");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        screen::say("the Python packages of the tests are installed");
        return Ok(());
    }
    screen::say("installing the Python packages of the tests");
    let environment = || {
        let mut command = Command::new("python3");
        command.args(["-m", "venv"]).arg(&folder);
        command
    };
    if step::tool(environment()).is_err() {
        debian(&["python3-venv"])?;
        step::tool(environment())?;
    }
    let mut install = Command::new(folder.join("bin/python"));
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]);
    step::tool(with(install, project.root().join(REQUIREMENTS)))?;
    fs::write(&mark, wanted).map_err(Error::io(format!("write `{}`", mark.display())))
}

fn with(mut command: Command, path: impl AsRef<Path>) -> Command {
    command.arg(path.as_ref());
    command
}

/// Installs packages of a Debian, whose lists a bare machine does not have yet.
fn debian(packages: &[&str]) -> Result<(), Error> {
    let mut update = Command::new("apt-get");
    update.arg("update");
    step::tool(update)?;
    let mut install = Command::new("apt-get");
    install.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    step::tool(install).map(|_| ())
}

/// Whether a server's tools are there; Debian keeps them out of the path.
fn has_server() -> bool {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = debian.map(|version| version.path().join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    debian.chain(env::split_paths(&path)).any(|folder| folder.join("initdb").exists())
}
