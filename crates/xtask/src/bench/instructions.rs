//! `cargo xtask bench --instructions`: how many instructions a turn of each workload takes, by callgrind.

use std::process::Command;

use crate::{error::Error, project::Project, screen, step};

/// What is counted where no workload is named. The batch by two threads does the same work as by one.
const WORKLOADS: &[&str] =
    &["ready", "verdicts", "json", "plan-size", "analysis", "batch-1", "places", "records", "evidence"];

/// Turns of the shorter and the longer run: they differ by one cycle of the input sets.
const TURNS: [u64; 2] = [4, 20];

/// Counts the turns alone: what getting there costs is in both runs.
pub(crate) fn run(project: &Project, arguments: &[&str]) -> Result<(), Error> {
    let workloads = wanted(arguments)?;
    set_up(project)?;
    let build = ["build", "--release", "--package", "dabiao-benches", "--target-dir", "target"];
    step::tool(project.cargo(&build))?;
    screen::say("| workload | instructions of a turn |\n|---|---:|");
    for workload in workloads {
        let [short, long] = TURNS;
        let more = count(project, workload, long)?.saturating_sub(count(project, workload, short)?);
        let of_turn = more.checked_div(long.saturating_sub(short)).unwrap_or(0);
        screen::say(&format!("| {workload} | {of_turn} |"));
    }
    Ok(())
}

/// The workloads that are named, or all.
fn wanted<'a>(arguments: &[&'a str]) -> Result<Vec<&'a str>, Error> {
    let of_pair = |pair: &[&'a str]| match pair {
        ["--workload", name] => Ok(*name),
        other => Err(Error::Usage(format!("`bench --instructions` does not take `{}`", other.join(" ")))),
    };
    match arguments {
        [] => Ok(WORKLOADS.to_vec()),
        arguments => arguments.chunks(2).map(of_pair).collect(),
    }
}

/// Installs valgrind where it is missing and the machine is a Debian.
fn set_up(project: &Project) -> Result<(), Error> {
    let mut version = Command::new("valgrind");
    version.arg("--version");
    if project.ask(version).is_ok() {
        return Ok(());
    }
    screen::say("valgrind is missing; installing its Debian package");
    let mut install = Command::new("apt-get");
    install.args(["install", "--yes", "valgrind"]);
    step::tool(install)
        .map(|_| ())
        .map_err(|error| Error::Failed(format!("valgrind is missing and could not be installed: {error}")))
}

fn count(project: &Project, workload: &str, turns: u64) -> Result<u64, Error> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    command.arg(project.root().join("target/release/dabiao-benches"));
    command.args(["--workload", workload, "--repeat", &turns.to_string()]);
    command.current_dir(project.root()).env_remove("RUST_BACKTRACE");
    let output = command.output().map_err(Error::io("run valgrind"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(Error::Failed(format!("`{workload}` under valgrind: {}", said.trim())));
    }
    collected(&said).ok_or_else(|| Error::unreadable("what callgrind says", said.trim()))
}

/// The number behind `Collected :`.
fn collected(said: &str) -> Option<u64> {
    let line = said.lines().find_map(|line| line.split_once("Collected :"))?.1;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read() {
        assert_eq!(collected("==1== Events    : Ir\n==1== Collected : 123456\n==1==\n"), Some(123_456));
        assert_eq!(collected("==1== nothing"), None);
    }

    #[test]
    fn workloads_can_be_named() {
        assert_eq!(wanted(&["--workload", "json"]).unwrap(), ["json"]);
        assert_eq!(wanted(&[]).unwrap(), WORKLOADS);
        for call in ["--quick", "--workload", "--workload json --quick"] {
            let words: Vec<&str> = call.split(' ').collect();
            assert!(wanted(&words).is_err(), "{call}");
        }
    }
}
