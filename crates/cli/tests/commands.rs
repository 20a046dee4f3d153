//! The command as its users type it: every call in the README and in `tests/cmd`, with what it prints and how it ends.

use std::env;
use std::path::Path;

#[test]
fn calls_print_what_is_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    env::set_current_dir(root).unwrap_or_else(|error| panic!("{error}"));
    let cases = trycmd::TestCases::new();
    cases.case("README.md").case("crates/cli/tests/cmd/*.md");
    // Messages do not depend on the terminal that the tests are run in.
    cases.env("COLUMNS", "120").env("NO_COLOR", "1");
}
