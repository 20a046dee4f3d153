//! Every Rust file opens with a line that says what it is.

use super::{House, finding::Finding};

pub(super) fn check(house: &House) -> Vec<Finding> {
    house
        .tree
        .ending_in(".rs")
        .filter(|(_, text)| !opens(text))
        .map(|(path, _)| Finding::at(path, 1, "open the file with a `//!` line that says what it holds"))
        .collect()
}

fn opens(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.strip_prefix("//!").is_some_and(|says| !says.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::{super::finding::shown, *};

    fn check(text: &str, found: bool) {
        let wanted = ["a.rs:1: open the file with a `//!` line that says what it holds"];
        let wanted: &[&str] = if found { &wanted } else { &[] };
        assert_eq!(shown(&super::check(&House::of(&[("a.rs", text)]))), wanted);
    }

    #[test]
    fn the_first_line_speaks() {
        check("//! Periods.\n\nuse std;", false);
    }

    #[test]
    fn silence_is_found() {
        for text in ["", "use std;", "//!\n//! Late.", "// Periods.", "\n//! Periods.", "/// Periods."] {
            check(text, true);
        }
    }
}
