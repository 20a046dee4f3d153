//! `cargo xtask bench --python`: a million rows and forty targets from Arrow, judged in Python and in Rust.

use std::{path::Path, process::Command};

use crate::{bindings, error::Error, project::Project, screen, step};

/// How many rows the frame has; each has a value for every one of forty targets.
const ROWS: &str = "1000000";

/// Rounds, each of which runs both.
const ROUNDS: usize = 7;

const DAY: &str = "2011-12-31";

/// Runs both in turn and prints the median of each, and of the ratio inside each round with its spread. An error where
/// they do not say the same.
pub(crate) fn run(project: &Project, arguments: &[&str]) -> Result<(), Error> {
    if !arguments.is_empty() {
        return Err(Error::Usage(format!("`bench --python` does not take `{}`", arguments.join(" "))));
    }
    let python = bindings::released_python(project)?;
    step::tool(project.cargo(&["build", "--release", "--package", "dabiao-arrow", "--example", "frames"]))?;
    let script = project.root().join("crates/bindings/outside/frames.py");
    let place = project.root().join("target/bench");
    let mut make = Command::new(&python);
    make.arg(&script).args(["make", ROWS]).arg(&place);
    step::tool(make)?;

    let judge = |mut command: Command| -> Result<Answer, Error> {
        command.arg(place.join("frames.dabiao")).arg(place.join("frames.arrow")).arg(DAY);
        Answer::read(&project.ask(command)?)
    };
    let in_rust = || judge(Command::new(project.root().join("target/release/examples/frames")));
    let in_python = || judge(by(&python, &script));
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let (rust, python) = (in_rust()?, in_python()?);
        if rust.counts != python.counts {
            return Err(Error::Failed(format!("Rust says {}, Python {}", rust.counts, python.counts)));
        }
        rounds.push((rust.seconds, python.seconds));
    }
    screen::say(&table(&rounds));
    Ok(())
}

fn by(python: &Path, script: &Path) -> Command {
    let mut command = Command::new(python);
    command.arg(script).arg("judge");
    command
}

/// What a run prints: its seconds, and how many rows, met and missed it counted.
#[derive(Debug, PartialEq)]
struct Answer {
    seconds: f64,
    counts: String,
}

impl Answer {
    fn read(said: &str) -> Result<Self, Error> {
        let unreadable = || Error::unreadable("the answer of a run", said.trim());
        let (seconds, counts) = said.trim().split_once(' ').ok_or_else(unreadable)?;
        let seconds = seconds.parse().map_err(|_not_a_number| unreadable())?;
        Ok(Self { seconds, counts: counts.to_owned() })
    }
}

fn table(rounds: &[(f64, f64)]) -> String {
    let rust = spread(rounds.iter().map(|(rust, _)| *rust));
    let python = spread(rounds.iter().map(|(_, python)| *python));
    let ratio = spread(rounds.iter().map(|(rust, python)| python / rust));
    format!(
        "| {ROWS} rows × 40 targets, from batches to verdicts | median | least | most |\n|---|---:|---:|---:|\n\
         | Rust, seconds | {rust} |\n| Python, seconds | {python} |\n| Python / Rust in one round | {ratio} |"
    )
}

/// The median, the least and the most, as cells of a row.
fn spread(values: impl Iterator<Item = f64>) -> String {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let at = |index: usize| values.get(index).copied().unwrap_or(f64::NAN);
    format!("{:.3} | {:.3} | {:.3}", at(values.len() / 2), at(0), at(values.len().saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_seconds_and_counts() {
        let answer = Answer::read("0.5000 10 3 7\n").unwrap();
        assert_eq!(answer, Answer { seconds: 0.5, counts: "10 3 7".to_owned() });
        assert!(Answer::read("soon 10 3 7").is_err());
    }

    #[test]
    fn ratios_are_taken_inside_a_round() {
        let said = table(&[(1.0, 1.1), (2.0, 2.0), (4.0, 5.0)]);
        assert!(said.contains("| Rust, seconds | 2.000 | 1.000 | 4.000 |"), "{said}");
        assert!(said.ends_with("in one round | 1.100 | 1.000 | 1.250 |"), "{said}");
    }
}
