//! The C header, which is made from the sources and kept beside them.

use std::{fs, path::Path, process::Command};

use super::machine;
use crate::{error::Error, project::Project, step};

const HEADER: &str = "c/dabiao.h";

/// An error where the header that is kept is not the one that the sources give.
pub(super) fn check(project: &Project) -> Result<(), Error> {
    let made = super::folder(project, "c")?.join("dabiao.h");
    make(project, &made)?;
    let read = |path: &Path| fs::read(path).map_err(Error::io(format!("read {}", path.display())));
    if read(&made)? == read(&super::source(project, HEADER))? {
        return Ok(());
    }
    Err(Error::Failed(format!(
        "`{}/{HEADER}` is not what the sources give; write it with `cargo xtask bindings --bless`",
        super::CRATE
    )))
}

pub(super) fn write(project: &Project) -> Result<(), Error> {
    machine::set_up(project)?;
    make(project, &super::source(project, HEADER))
}

fn make(project: &Project, place: &Path) -> Result<(), Error> {
    let mut cbindgen = Command::new(machine::cbindgen(project));
    cbindgen.args(["--quiet", "--config"]).arg(super::source(project, "cbindgen.toml"));
    cbindgen.arg("--output").arg(place).arg(project.root().join(super::CRATE));
    step::tool(cbindgen).map(|_| ())
}
