//! Texts that are no Markdown, put into Markdown.

use std::io::{self, Write};

use crate::diff_markdown::escape;
use crate::width::clean;

/// A heading with an empty line behind it.
pub(super) fn heading(out: &mut dyn Write, level: usize, title: &str) -> io::Result<()> {
    writeln!(out, "{} {title}\n", "#".repeat(level))
}

/// A row of a table.
pub(super) fn row(out: &mut dyn Write, cells: impl IntoIterator<Item = String>) -> io::Result<()> {
    for cell in cells {
        write!(out, "| {cell} ")?;
    }
    writeln!(out, "|")
}

/// A text that is shown as it is, on one line.
pub(super) fn text(text: &str) -> String {
    escape(&clean(text))
}

/// A name in the letters of code.
pub(super) fn code(name: &str) -> String {
    let name = clean(name).replace('|', "\\|");
    if name.contains('`') { format!("`` {name} ``") } else { format!("`{name}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_for_markup() {
        assert_eq!(text("<script>a|b\n[c](d)"), "&lt;script&gt;a\\|b \\[c\\](d)");
        assert_eq!(code("a.b|c"), "`a.b\\|c`");
        assert_eq!(code("a`b"), "`` a`b ``");
    }
}
