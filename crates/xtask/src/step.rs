//! One step of a task: its name, what it does, how long it took.

use std::{
    io::{self, BufRead, BufReader, Write},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    error::Error,
    project::call_of,
    screen,
    tally::{Runner, Tally},
};

/// What a step does.
pub(crate) type Work<'a> = Box<dyn FnOnce() -> Result<Tally, Error> + 'a>;

/// A step, and whether the ones after it make sense where it fails.
pub(crate) struct Step<'a> {
    pub(crate) name: &'static str,
    /// A failure ends the run: what follows would only fail for the same reason, slower.
    pub(crate) decisive: bool,
    pub(crate) work: Work<'a>,
}

/// How a step ended.
#[derive(Debug, PartialEq, Eq)]
enum End {
    Passed,
    Failed,
    NotRun,
}

/// Runs the steps in order, prints each one's name and time, and closes with a table of all of them and the
/// count of tests. An error where a step failed.
pub(crate) fn run_all(steps: Vec<Step<'_>>) -> Result<(), Error> {
    let begun = Instant::now();
    let mut rows = Vec::new();
    let mut tests = Tally::default();
    let mut ended = false;
    for step in steps {
        if ended {
            rows.push((step.name, End::NotRun, Duration::ZERO));
            continue;
        }
        screen::say(&format!("\n==> {}", step.name));
        let start = Instant::now();
        let end = match (step.work)() {
            Ok(tally) => {
                tests.add(tally);
                End::Passed
            }
            Err(error) => {
                screen::complain(&format!("error: {error}"));
                ended = step.decisive;
                End::Failed
            }
        };
        rows.push((step.name, end, start.elapsed()));
    }
    close(&rows, tests, begun.elapsed())
}

/// Runs a tool to its end with its output on the screen.
pub(crate) fn tool(mut command: Command) -> Result<Tally, Error> {
    let called = announce(&command);
    let status = command.status().map_err(Error::io(format!("run `{called}`")))?;
    if status.success() { Ok(Tally::default()) } else { Err(Error::Failed(format!("`{called}`: {status}"))) }
}

/// Runs a test runner like [`tool`], and counts its tests. A runner that ran no test at all has failed.
pub(crate) fn tests(mut command: Command, runner: Runner) -> Result<Tally, Error> {
    let called = announce(&command);
    match runner {
        Runner::Nextest => command.stderr(Stdio::piped()),
        Runner::Libtest => command.stdout(Stdio::piped()),
    };
    let mut child = command.spawn().map_err(Error::io(format!("run `{called}`")))?;
    let mut tally = Tally::default();
    let mut read = |line: &str| tally.read(line, runner);
    let copied = match runner {
        Runner::Nextest => child.stderr.take().map(|pipe| copy(pipe, io::stderr(), &mut read)),
        Runner::Libtest => child.stdout.take().map(|pipe| copy(pipe, io::stdout(), &mut read)),
    };
    let status = child.wait().map_err(Error::io(format!("wait for `{called}`")))?;
    copied.transpose().map_err(Error::io(format!("read what `{called}` prints")))?;
    if !status.success() {
        return Err(Error::Failed(format!("`{called}`: {status} ({tally})")));
    }
    if tally.ran_nothing() {
        return Err(Error::Failed(format!("`{called}` ran no test")));
    }
    Ok(tally)
}

fn announce(command: &Command) -> String {
    let called = call_of(command);
    screen::say(&format!("    {called}"));
    called
}

/// Hands every line on to `screen` as it comes, and to `read`. Lines are bytes: a test may print anything.
fn copy(pipe: impl io::Read, mut screen: impl Write, read: &mut dyn FnMut(&str)) -> io::Result<()> {
    let mut reader = BufReader::new(pipe);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        let _gone = screen.write_all(&line).and_then(|()| screen.flush());
        read(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(())
}

fn close(rows: &[(&str, End, Duration)], tests: Tally, whole: Duration) -> Result<(), Error> {
    screen::say("");
    for (name, end, time) in rows {
        let seconds = time.as_secs_f64();
        screen::say(&match end {
            End::Passed => format!("{name:<10} passed  {seconds:>7.1} s"),
            End::Failed => format!("{name:<10} FAILED  {seconds:>7.1} s"),
            End::NotRun => format!("{name:<10} not run"),
        });
    }
    let failed: Vec<&str> =
        rows.iter().filter(|(_, end, _)| *end == End::Failed).map(|(name, _, _)| *name).collect();
    let seconds = whole.as_secs_f64();
    if failed.is_empty() {
        screen::say(&format!("all {} steps passed in {seconds:.1} s", rows.len()));
        if !tests.ran_nothing() {
            screen::say(&format!("tests: {tests}"));
        }
        return Ok(());
    }
    Err(Error::Failed(format!("failed in {seconds:.1} s: {}", failed.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step<'a>(name: &'static str, decisive: bool, work: impl FnOnce() -> bool + 'a) -> Step<'a> {
        let work = move || match work() {
            true => Ok(Tally::default()),
            false => Err(Error::Failed("told to".to_owned())),
        };
        Step { name, decisive, work: Box::new(work) }
    }

    #[test]
    fn a_cheap_failure_lets_the_rest_run_and_fails_the_task() {
        let mut ran = false;
        let steps = vec![
            step("a", false, || false),
            step("b", true, || {
                ran = true;
                true
            }),
        ];
        let error = run_all(steps).unwrap_err().to_string();
        assert!(error.ends_with(": a"), "{error}");
        assert!(ran);
    }

    #[test]
    fn a_decisive_failure_ends_the_run() {
        let mut ran = false;
        let steps = vec![
            step("a", true, || false),
            step("b", true, || {
                ran = true;
                true
            }),
        ];
        assert!(run_all(steps).is_err());
        assert!(!ran);
    }

    #[cfg(unix)]
    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[cfg(unix)]
    #[test]
    fn a_tool_answers_by_its_exit_status() {
        assert!(tool(shell("true")).is_ok());
        assert!(tool(shell("false")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn tests_are_counted_and_must_exist() {
        let closing = "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'";
        let tally = tests(shell(closing), Runner::Libtest).unwrap();
        assert_eq!(tally.to_string(), "2 passed, 0 failed, 0 skipped");
        let tally = tests(shell("echo 'Summary [1s] 1 test run: 1 passed, 0 skipped' >&2"), Runner::Nextest);
        assert_eq!(tally.unwrap().to_string(), "1 passed, 0 failed, 0 skipped");
        assert!(tests(shell(&format!("{closing}; false")), Runner::Libtest).is_err());
        assert!(tests(shell("true"), Runner::Libtest).is_err());
        assert!(tests(shell(closing), Runner::Nextest).is_err());
    }
}
