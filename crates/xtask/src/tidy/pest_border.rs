//! A crate's types stop at a border: only some places may write its name.

use super::{
    House,
    finding::Finding,
    rules::Border,
    words::{numbered, whole},
};

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.rules.border.iter().flat_map(|border| check_border(house, border)).collect()
}

fn check_border(house: &House, border: &Border) -> Vec<Finding> {
    let outside = house
        .tree
        .ending_in(".rs")
        .filter(|(path, _)| !border.inside.iter().any(|inside| path.starts_with(inside.as_str())));
    let mut found = Vec::new();
    for (path, text) in outside {
        for (line, code) in numbered(text).filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let named = border.words.iter().filter(|word| names_a_crate_item(code, word));
            found.extend(named.map(|word| {
                Finding::at(path, line, format!("`{word}` may not stand here: {}", border.reason))
            }));
        }
    }
    found
}

/// Whether the word is part of a Rust path (`word::…`, `…::word`, `use word`), and not a word in a text.
fn names_a_crate_item(code: &str, word: &str) -> bool {
    whole(code, word).any(|(before, after)| {
        after.starts_with("::") || before.ends_with("::") || before.ends_with("use ") || in_use_list(code)
    })
}

fn in_use_list(code: &str) -> bool {
    let code = code.trim_start();
    code.starts_with("use ") || code.starts_with("pub use ") || code.starts_with("pub(crate) use ")
}

#[cfg(test)]
mod tests {
    use super::{super::finding::shown, super::rules::Rules, *};

    fn check(path: &str, text: &str, wanted: &[&str]) {
        let mut house = House::of(&[(path, text)]);
        house.rules = Rules::parse(
            "border = [{ words = ['wasp'], inside = ['grammar/', 'lower.rs'], reason = 'no' }]
             core = { package = '', crates_at_most = 0, without = [] }",
        )
        .unwrap();
        assert_eq!(shown(&super::check(&house)), wanted);
    }

    #[test]
    fn inside_the_border_it_may_stand() {
        check("grammar/src/lib.rs", "pub use wasp;", &[]);
        check("lower.rs", "use grammar::wasp::Parser;", &[]);
    }

    #[test]
    fn outside_it_may_not() {
        let refused = &["a.rs:2: `wasp` may not stand here: no"];
        check("a.rs", "\nuse wasp::Parser;", refused);
        check("a.rs", "\nuse grammar::{keywords, wasp};", refused);
        check("a.rs", "\nfn f(pair: grammar::wasp::Pair) {}", refused);
    }

    #[test]
    fn prose_is_not_code() {
        check("a.rs", "// wasp::Pair stops elsewhere\nlet name = \"bare wasp\";", &[]);
        check("a.txt", "use wasp::Parser;", &[]);
    }
}
