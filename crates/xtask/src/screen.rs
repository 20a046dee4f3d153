//! Lines for the person who watches.

use std::io::{self, Write};

/// Writes a line to standard output. A reader who has gone away (`| head`) is no reason to stop the task:
/// its answer is the exit status.
pub(crate) fn say(line: &str) {
    let _gone = writeln!(io::stdout(), "{line}");
}

/// Writes a line to standard error, on the same terms.
pub(crate) fn complain(line: &str) {
    let _gone = writeln!(io::stderr(), "{line}");
}
