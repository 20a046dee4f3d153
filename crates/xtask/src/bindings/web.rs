//! A compiler for WebAssembly.
//!
//! Where rustup has the target or can fetch it, that is the way. Where it cannot, Debian's newer compiler builds the library
//! from its own source.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{error::Error, project::Project, screen, step};

const TARGET: &str = "wasm32-unknown-unknown";

/// The packages that are unpacked below `target/bindings`, and not installed: they would stand beside rustup's own.
const DEBIAN: &[&str] =
    &["rustc-web", "libstd-rust-web-1.96", "libstd-rust-web-dev", "rust-web-src", "libllvm22"];

/// Where the compiler is.
pub(super) enum Web {
    /// rustup's own, with the target.
    Own,
    /// Debian's, by the script that starts it.
    Debian(PathBuf),
}

impl Web {
    pub(super) fn find(project: &Project) -> Result<Web, Error> {
        let sysroot = sysroot(project)?;
        if sysroot.join("lib/rustlib").join(TARGET).is_dir() {
            return Ok(Web::Own);
        }
        let mut rustup = Command::new("rustup");
        rustup.args(["target", "add", TARGET]);
        if step::tool(rustup).is_ok() {
            return Ok(Web::Own);
        }
        screen::say("rustup cannot fetch the target; Debian's compiler is taken");
        unpacked(project).map(Web::Debian)
    }

    /// Builds the module; `profile` changes the profile `web`.
    pub(super) fn build(
        &self,
        project: &Project,
        features: &str,
        profile: &[(&str, &str)],
    ) -> Result<PathBuf, Error> {
        let place = super::folder(project, "web")?.join("target");
        let mut cargo = project.cargo(&["rustc", "--package", "dabiao-bindings", "--crate-type", "cdylib"]);
        cargo
            .args(["--profile", "web", "--features", features, "--target", TARGET, "--target-dir"])
            .arg(&place);
        for (name, value) in profile {
            cargo.env(format!("CARGO_PROFILE_WEB_{name}"), value);
        }
        if let Web::Debian(rustc) = self {
            let linker = "lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld";
            cargo.arg("-Zbuild-std=std,panic_abort").env("RUSTC", rustc).env("RUSTC_BOOTSTRAP", "1");
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", sysroot(project)?.join(linker));
        }
        step::tool(cargo)?;
        Ok(place.join(TARGET).join("web/dabiao_bindings.wasm"))
    }
}

/// Debian's compiler and the source of its library, fetched once.
fn unpacked(project: &Project) -> Result<PathBuf, Error> {
    let place = super::folder(project, "web/debian")?;
    let script = place.join("rustc");
    if script.is_file() {
        return Ok(script);
    }
    let mut update = Command::new("apt-get");
    update.args(["update", "--quiet"]);
    step::tool(update)?;
    let mut download = Command::new("apt-get");
    download.args(["download", "--quiet"]).args(DEBIAN).current_dir(&place);
    step::tool(download)?;
    let listed = fs::read_dir(&place).map_err(Error::io(format!("read {}", place.display())))?;
    for file in listed.flatten().map(|entry| entry.path()).filter(|file| has_ending(file, "deb")) {
        let mut unpack = Command::new("dpkg-deb");
        unpack.arg("-x").arg(&file).arg(&place);
        step::tool(unpack)?;
        fs::remove_file(&file).map_err(Error::io(format!("remove {}", file.display())))?;
    }
    let start = format!(
        "#!/bin/sh\nLD_LIBRARY_PATH='{place}/usr/lib/x86_64-linux-gnu' exec '{place}/usr/bin/rustc' \"$@\"\n",
        place = place.display()
    );
    fs::write(&script, start).map_err(Error::io(format!("write {}", script.display())))?;
    let mut executable = Command::new("chmod");
    executable.arg("+x").arg(&script);
    step::tool(executable)?;
    Ok(script)
}

fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|found| found == ending)
}

fn sysroot(project: &Project) -> Result<PathBuf, Error> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "sysroot"]);
    Ok(PathBuf::from(project.ask(rustc)?.trim()))
}
