//! `cargo xtask`: the one entry for people and CI. It drives other tools and never becomes part of a release.

mod bench;
mod bindings;
mod debian;
mod deny;
mod error;
mod fuzz;
mod outside;
mod project;
mod screen;
mod setup;
mod step;
mod tally;
mod test;
mod tidy;

use std::process::ExitCode;

use crate::{error::Error, project::Project};

const HELP: &str = "\
Tasks of this repository.

Usage: cargo xtask <TASK>

Tasks:
  setup                install what is missing: cargo-nextest, cargo-deny, PostgreSQL and
                       the Python packages of the tests
  test                 set up, then every check and every test, as CI does; `--without-outside` leaves out
                       the reading of reports by a browser, LibreOffice and others, and the other languages
  outside              the reading of reports alone; installs what it needs with apt, npm and pip
  wasm                 the package for JavaScript, in target/bindings/npm, with its size
  playground           the page to try rules on, in target/bindings/playground: one file, which needs no network
  bindings [--bless]   dabiao in C, Java, Node.js and Python: lints, the corpus of cases and the tests of the border
                       in each; installs what it needs with apt, cargo and pip; the flag writes the C header
  tidy                 the house rules: import directions, file sizes, paths in documents and others
  deny [--advisories]  licences, bans and sources of dependencies; with the flag also known
                       vulnerabilities, which downloads the public advisory database
  fuzz [SECONDS]       inputs of any kind: those that are kept, and changed ones for half a minute; with seconds the
                       fuzzer itself, so long for each target, with cargo-fuzz and a nightly compiler
  bench [OPTION…]      the benchmarks, in release mode: `--peers` with other engines, `--quick`,
                       `--workload NAME`, `--check` against the recorded floors, `--instructions`
                       counts instructions with callgrind, which it installs on Debian, `--python` judges
                       a million rows from Arrow in Python and in Rust
  help                 this text

Exit status: 0 all is well, 1 something was found, 2 the call is wrong.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            screen::complain(&format!("error: {error}"));
            error.exit_code()
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Error> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            screen::say(HELP.trim_end());
            Ok(())
        }
        ["setup"] => setup::run(&Project::find()?),
        ["test"] => test::run(&Project::find()?, true),
        ["test", "--without-outside"] => test::run(&Project::find()?, false),
        ["outside"] => outside::run(&Project::find()?).map(|_| ()),
        ["tidy"] => tidy::run(&Project::find()?),
        ["deny"] => deny::run(&Project::find()?, deny::OFFLINE),
        ["deny", "--advisories"] => deny::run(&Project::find()?, deny::ADVISORIES),
        ["bindings"] => bindings::run(&Project::find()?).map(|_| ()),
        ["fuzz"] => fuzz::run(&Project::find()?).map(|_| ()),
        ["fuzz", seconds] => fuzz::explore(&Project::find()?, seconds),
        ["playground"] => bindings::playground(&Project::find()?),
        ["wasm"] => bindings::wasm(&Project::find()?),
        ["bindings", "--bless"] => bindings::bless(&Project::find()?),
        ["bench", rest @ ..] => bench::run(&Project::find()?, rest),
        [
            task @ ("setup" | "test" | "tidy" | "deny" | "outside" | "bindings" | "wasm" | "playground"),
            rest @ ..,
        ] => {
            Err(Error::Usage(format!("`{task}` does not take `{}`; see `cargo xtask help`", rest.join(" "))))
        }
        [other, ..] => Err(Error::Usage(format!("there is no task `{other}`; see `cargo xtask help`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], wanted: &str) {
        let arguments: Vec<String> = arguments.iter().map(|word| (*word).to_owned()).collect();
        let answer = run(&arguments).map_err(|error| error.to_string());
        assert_eq!(answer, Err(wanted.to_owned()));
    }

    #[test]
    fn a_wrong_call_says_what_is_wrong() {
        check(&["tset"], "there is no task `tset`; see `cargo xtask help`");
        check(&["test", "--fast"], "`test` does not take `--fast`; see `cargo xtask help`");
        check(&["deny", "--all"], "`deny` does not take `--all`; see `cargo xtask help`");
    }

    #[test]
    fn help_names_every_task() {
        for task in ["setup", "test", "tidy", "deny", "bench", "bindings"] {
            assert!(HELP.contains(&format!("\n  {task} ")), "{task}");
        }
        assert!(run(&[]).is_ok());
    }
}
