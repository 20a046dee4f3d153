//! What the machine must have: compilers, valgrind and Java of Debian, cbindgen of crates.io.

use std::path::PathBuf;

use crate::{debian, error::Error, project::Project, screen, step};

const DEBIAN: &debian::Needs = &[
    ("gcc", &["gcc", "libc6-dev"]),
    ("valgrind", &["valgrind"]),
    ("javac", &["default-jdk-headless"]),
    ("/usr/share/java/jna.jar", &["libjna-java"]),
    ("python3", &["python3", "python3-venv"]),
];

/// Makes the header. It is under MPL-2.0, and no part of what is shipped or linked.
const CBINDGEN: &str = "0.29.2";

pub(super) fn set_up(project: &Project) -> Result<(), Error> {
    debian::install(DEBIAN)?;
    if !cbindgen(project).is_file() {
        screen::say("cbindgen is missing; building it takes a minute");
        let mut install =
            project.cargo(&["install", "--locked", "--debug", "cbindgen", "--version", CBINDGEN]);
        install.arg("--root").arg(project.root().join("target/tools"));
        step::tool(install)?;
    }
    Ok(())
}

pub(super) fn cbindgen(project: &Project) -> PathBuf {
    project.root().join("target/tools/bin/cbindgen")
}
