//! No Rust file is over the ceiling, its tests not counted.

use super::{House, finding::Finding, tree::is_test};

/// A file over this many lines must be cut.
const CEILING: usize = 500;

/// A file over this many lines is worth a look.
const NOTED: usize = 300;

pub(super) fn check(house: &House) -> Vec<Finding> {
    over(house, CEILING)
        .map(|(path, lines)| {
            Finding::in_file(path, format!("{lines} lines without tests; cut it, {CEILING} is the ceiling"))
        })
        .collect()
}

/// Files that are allowed but large.
pub(super) fn notes(house: &House) -> Vec<Finding> {
    over(house, NOTED)
        .filter(|(_, lines)| *lines <= CEILING)
        .map(|(path, lines)| Finding::in_file(path, format!("{lines} lines without tests")))
        .collect()
}

fn over(house: &House, limit: usize) -> impl Iterator<Item = (&str, usize)> {
    house
        .tree
        .ending_in(".rs")
        .filter(|(path, _)| !is_test(path))
        .map(|(path, text)| (path, lines_before_tests(text)))
        .filter(move |(_, lines)| *lines > limit)
}

/// Lines before the test module that closes a file. A `#[cfg(test)]` on anything else does not cut the
/// count short: code must not hide behind it.
fn lines_before_tests(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let opens_tests = |pair: &[&str]| match pair {
        [attribute, module] => attribute.trim_end() == "#[cfg(test)]" && opens_module(module),
        _ => false,
    };
    lines.windows(2).position(opens_tests).unwrap_or(lines.len())
}

fn opens_module(line: &str) -> bool {
    line.starts_with("mod ") && line.trim_end().ends_with('{')
}

#[cfg(test)]
mod tests {
    use super::{super::finding::shown, *};

    fn check(path: &str, code: usize, tail: &str, wanted: &[&str], noted: &[&str]) {
        let text = format!("{}{tail}", "//! x\n".repeat(code));
        let house = House::of(&[(path, &text)]);
        assert_eq!(shown(&super::check(&house)), wanted);
        assert_eq!(shown(&notes(&house)), noted);
    }

    #[test]
    fn the_ceiling_and_the_note() {
        check("a.rs", 300, "", &[], &[]);
        check("a.rs", 301, "", &[], &["a.rs: 301 lines without tests"]);
        check("a.rs", 500, "", &[], &["a.rs: 500 lines without tests"]);
        check("a.rs", 501, "", &["a.rs: 501 lines without tests; cut it, 500 is the ceiling"], &[]);
    }

    #[test]
    fn only_the_closing_test_module_is_left_out() {
        let module = "#[cfg(test)]\nmod tests {\n}\n";
        check("a.rs", 300, module, &[], &[]);
        let declared = "#[cfg(test)]\nmod tests;\n";
        check("a.rs", 299, declared, &[], &["a.rs: 301 lines without tests"]);
        let item = "#[cfg(test)]\nimpl A {\n}\n";
        check("a.rs", 298, item, &[], &["a.rs: 301 lines without tests"]);
    }

    #[test]
    fn files_of_tests_and_of_data_are_free() {
        check("crates/a/tests/b.rs", 900, "", &[], &[]);
        check("crates/a/src/tests.rs", 900, "", &[], &[]);
        check("a.csv", 900, "", &[], &[]);
    }
}
