//! Nothing is left in a source to be done later, and nothing prints for its author alone.

use super::{
    House,
    finding::Finding,
    words::{numbered, whole},
};

const WORDS: &[&str] = &["TODO", "FIXME", "XXX"];

pub(super) fn check(house: &House) -> Vec<Finding> {
    let sources = house.tree.texts().filter(|(path, _)| !path.ends_with(".md"));
    sources
        .flat_map(|(path, text)| {
            numbered(text).flat_map(move |(line, code)| {
                in_line(code).map(move |word| {
                    Finding::at(
                        path,
                        line,
                        format!("`{word}`: do it now, or file an issue and say what holds today"),
                    )
                })
            })
        })
        .collect()
}

fn in_line(code: &str) -> impl Iterator<Item = &'static str> {
    let word = WORDS.iter().copied().filter(move |word| whole(code, word).next().is_some());
    let print = whole(code, "dbg").any(|(_, after)| after.starts_with("!("));
    word.chain(print.then_some("dbg!"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, text: &str, wanted: &[(usize, &str)]) {
        let found = super::check(&House::of(&[(path, text)]));
        let found: Vec<(usize, String)> =
            found.into_iter().map(|it| (it.line.unwrap(), it.message)).collect();
        assert_eq!(found.len(), wanted.len(), "{text}");
        for ((line, message), (wanted_line, word)) in found.iter().zip(wanted) {
            assert_eq!(line, wanted_line);
            assert!(message.starts_with(&format!("`{word}`")), "{message}");
        }
    }

    #[test]
    fn leftovers_are_found() {
        check("a.rs", "\n// TODO: later\n", &[(2, "TODO")]);
        check("a.dabiao", "# FIXME", &[(1, "FIXME")]);
        check("Cargo.toml", "# XXX", &[(1, "XXX")]);
        check("a.rs", "let a = dbg!(b); // TODO", &[(1, "TODO"), (1, "dbg!")]);
    }

    #[test]
    fn names_and_documents_are_left_alone() {
        check("a.rs", "let TODOS = XXXL; xdbg!(1); todo_list(); // dbg", &[]);
        check("a.md", "TODO", &[]);
        check("Cargo.toml", "todo = \"deny\"\ndbg_macro = \"deny\"", &[]);
    }
}
