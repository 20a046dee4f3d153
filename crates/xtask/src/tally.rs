//! Counting tests from the closing lines of the test runners.

use std::fmt;

/// Who runs the tests. Each reads only its own closing line: nextest shows what a failed test printed, and
/// there libtest's closing line is among it.
#[derive(Clone, Copy)]
pub(crate) enum Runner {
    /// Closes with `Summary [ 0.1s] 3 tests run: 3 passed, 0 skipped` on standard error.
    Nextest,
    /// Closes with `test result: ok. 3 passed; 0 failed; …` on standard output, once for each crate.
    Libtest,
}

/// How many tests ran, over all runners of one task.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Tally {
    /// Adds what `line` tells where it closes a run; any other line is left alone.
    pub(crate) fn read(&mut self, line: &str, runner: Runner) {
        let plain = without_colour(line);
        let counts = match runner {
            Runner::Nextest => {
                plain.trim_start().strip_prefix("Summary [").and_then(|rest| Some(rest.split_once("run:")?.1))
            }
            Runner::Libtest => plain.strip_prefix("test result:"),
        };
        let Some(counts) = counts else { return };
        self.passed = self.passed.saturating_add(count(counts, &["passed"]));
        self.failed = self.failed.saturating_add(count(counts, &["failed", "timed"]));
        self.skipped = self.skipped.saturating_add(count(counts, &["skipped", "ignored"]));
    }

    pub(crate) fn ran_nothing(&self) -> bool {
        self.passed == 0 && self.failed == 0
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.passed = self.passed.saturating_add(other.passed);
        self.failed = self.failed.saturating_add(other.failed);
        self.skipped = self.skipped.saturating_add(other.skipped);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// The sum of the numbers that stand right before one of `names`.
fn count(text: &str, names: &[&str]) -> u64 {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words
        .iter()
        .zip(words.iter().skip(1))
        .filter(|(_, name)| names.contains(name))
        .filter_map(|(number, _)| number.parse::<u64>().ok())
        .fold(0, u64::saturating_add)
}

/// The line without terminal colours (`ESC [ … m`).
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut inside = false;
    for c in line.chars() {
        match (inside, c) {
            (false, '\u{1b}') => inside = true,
            (false, c) => plain.push(c),
            (true, 'm') => inside = false,
            (true, _) => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(runner: Runner, lines: &[&str], wanted: &str) {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line, runner);
        }
        assert_eq!(tally.to_string(), wanted);
    }

    #[test]
    fn closing_lines_are_counted() {
        for (line, wanted) in [
            ("     Summary [   0.005s] 3 tests run: 3 passed, 1 skipped", "3 passed, 0 failed, 1 skipped"),
            ("     Summary [   0.1s] 1 test run: 1 passed, 0 skipped", "1 passed, 0 failed, 0 skipped"),
            (
                "     Summary [   9.1s] 7/9 tests run: 4 passed (1 slow), 2 failed, 1 timed out, 0 skipped",
                "4 passed, 3 failed, 0 skipped",
            ),
        ] {
            check(Runner::Nextest, &[line], wanted);
        }
        check(
            Runner::Libtest,
            &[
                "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.26s",
                "all doctests ran in 0.30s; merged doctests compilation took 0.04s",
                "test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
            ],
            "6 passed, 1 failed, 1 skipped",
        );
    }

    #[test]
    fn colours_do_not_hide_the_counts() {
        let coloured = "\u{1b}[32;1m     Summary\u{1b}[0m [   0.005s] \u{1b}[1m3\u{1b}[0m tests run: \
                        \u{1b}[1m3\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, \u{1b}[1m0\u{1b}[0m skipped";
        check(Runner::Nextest, &[coloured], "3 passed, 0 failed, 0 skipped");
    }

    #[test]
    fn other_lines_are_left_alone() {
        let none = "0 passed, 0 failed, 0 skipped";
        check(Runner::Libtest, &["running 3 tests", "test a ... ok", "3 passed"], none);
        check(
            Runner::Nextest,
            &["    test result: FAILED. 0 passed; 1 failed", "    Starting 3 tests"],
            none,
        );
    }
}
