//! `cargo xtask bench`: the benchmarks, built as a release is.

mod frames;
mod instructions;

use std::process::Command;

use crate::{error::Error, project::Project, step};

/// Where results are written, from the root of the repository.
const OUTPUT: &str = "target/bench";

/// Runs the benchmark; arguments that are not its own are handed on.
pub(crate) fn run(project: &Project, arguments: &[&str]) -> Result<(), Error> {
    let (own, rest): (Vec<&str>, Vec<&str>) = arguments
        .iter()
        .partition(|argument| matches!(**argument, "--peers" | "--instructions" | "--python"));
    match own.as_slice() {
        [] => step::tool(command(project, false, &rest)).map(|_| ()),
        ["--peers"] => step::tool(command(project, true, &rest)).map(|_| ()),
        ["--instructions"] => instructions::run(project, &rest),
        ["--python"] => frames::run(project, &rest),
        _ => Err(Error::Usage(format!("`bench` does not take `{}` together", own.join(" ")))),
    }
}

fn command(project: &Project, with_peers: bool, arguments: &[&str]) -> Command {
    let mut command = if with_peers {
        // Of its own lock file and its own folder, so that the ordinary build shares nothing with it.
        let manifest = ["--manifest-path", "benches/peers/Cargo.toml", "--target-dir", "target/peers"];
        let mut command = project.cargo(&["run", "--release", "--locked"]);
        command.args(manifest);
        command
    } else {
        project.cargo(&["run", "--release", "--package", "dabiao-benches"])
    };
    // Libraries that capture backtraces in their errors are far slower where it is set.
    command.env_remove("RUST_BACKTRACE").args(["--", "--output", OUTPUT]).args(arguments);
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::call_of;

    #[test]
    fn peers_are_built_from_a_manifest_of_their_own() {
        let project = Project::find().unwrap();
        let plain = call_of(&command(&project, false, &["--quick"]));
        assert!(
            plain.ends_with("run --release --package dabiao-benches -- --output target/bench --quick"),
            "{plain}"
        );
        let peers = call_of(&command(&project, true, &[]));
        assert!(peers.contains("--locked --manifest-path benches/peers/Cargo.toml"), "{peers}");
    }

    #[test]
    fn instructions_are_counted_of_dabiao_alone() {
        let error = run(&Project::find().unwrap(), &["--peers", "--instructions"]).unwrap_err().to_string();
        assert_eq!(error, "`bench` does not take `--peers --instructions` together");
    }
}
