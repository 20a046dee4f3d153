//! `cargo xtask fuzz`: inputs that anybody may hand to dabiao, kept ones and changed ones.

use crate::{error::Error, project::Project, step, tally::Runner, tally::Tally};

const MANIFEST: &str = "fuzz/Cargo.toml";

/// Every target of the fuzzer, as `fuzz/src/lib.rs` has them.
const TARGETS: &[&str] = &["parse", "evaluate", "format", "csv", "json", "border", "messages", "oracle"];

/// The kept inputs, and changed ones for half a minute; needs neither the fuzzer nor a nightly compiler.
pub(crate) fn run(project: &Project) -> Result<Tally, Error> {
    let place = ["--manifest-path", MANIFEST, "--target-dir", "target", "--locked"];
    let mut clippy = project.cargo(&["clippy", "--tests"]);
    clippy.args(place).args(["--", "-D", "warnings"]);
    step::tool(clippy)?;
    let mut test = project.cargo(&["test"]);
    test.args(place);
    step::tests(test, Runner::Libtest)
}

/// The fuzzer itself, so many seconds for each target. It needs cargo-fuzz and a nightly compiler.
pub(crate) fn explore(project: &Project, seconds: &str) -> Result<(), Error> {
    if seconds.parse::<u32>().is_err() {
        return Err(Error::Usage(format!("`fuzz` takes seconds, and `{seconds}` is no number of them")));
    }
    for target in TARGETS {
        let mut fuzz = project.cargo(&["fuzz", "run", "--features", "fuzzer", target, "--"]);
        // Texts of rules are short; what is longer than this costs time and shows nothing more.
        fuzz.args([&format!("-max_total_time={seconds}"), "-max_len=8192", "-timeout=20"]);
        // A plain `cargo` of another toolchain than the nightly one is named by rustup's variable.
        fuzz.env("RUSTUP_TOOLCHAIN", "nightly");
        step::tool(fuzz)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_its_inputs_and_stands_in_the_manifest() {
        let project = Project::find().unwrap();
        let manifest = std::fs::read_to_string(project.root().join(MANIFEST)).unwrap();
        for target in TARGETS {
            assert!(manifest.contains(&format!("name = \"{target}\"")), "{target}");
            assert!(project.root().join("fuzz/corpus").join(target).is_dir(), "{target}");
        }
        assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
    }

    #[test]
    fn what_is_no_time_is_refused() {
        assert!(explore(&Project::find().unwrap(), "long").is_err());
    }
}
