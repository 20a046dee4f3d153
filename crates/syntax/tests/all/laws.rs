//! What holds for every text.

use std::sync::LazyLock;

use dabiao_grammar::{Role, keywords};
use dabiao_model::Place;
use dabiao_syntax::Tree;
use proptest::prelude::*;

use crate::{corpus, print, read};

static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let files = corpus("ok").into_iter().chain(corpus("err"));
    files.flat_map(|(_, text)| text.lines().map(str::to_string).collect::<Vec<_>>()).collect()
});

static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = LINES.iter().flat_map(|line| line.split_inclusive(' ').map(str::to_string));
    let signs = [
        "\n", "(", ")", "\"", "「", "」", "：", "# ", ",", "{", "}", "\r\n", "\u{200B}", "②", "..", "end of ",
    ];
    words.chain(signs.map(str::to_string)).collect()
});

/// Files of items that are whole in themselves, each with its tree.
static ITEMS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut items = Vec::new();
    for (_, text) in corpus("ok") {
        let tree = read(&text);
        let starts = tree.items.iter().map(|item| item.head.range().start).collect::<Vec<_>>();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        for (start, end) in starts.iter().zip(ends) {
            items.push(text[*start..end].trim_end().to_string());
        }
    }
    // Behind an operator at a line's end, a line without an item's keyword goes on with the value.
    let items_words = || keywords().iter().filter(|keyword| keyword.role == Role::Item);
    let is_edge = |rest: &str| rest.starts_with([' ', '「']);
    let has_keyword = |text: &String| {
        let mut words = items_words().flat_map(|keyword| keyword.spellings());
        words.any(|word| text.strip_prefix(word).is_some_and(is_edge))
    };
    items.retain(has_keyword);
    items.into_iter().map(|text| (text.clone(), print::tree(&read(&text)))).collect()
});

/// Whatever the text, every place lies in it, and there is a diagnostic for whatever is not in the tree.
fn sound(tree: &Tree) {
    for diagnostic in &tree.diagnostics {
        let Place::Text { source, span } = &diagnostic.place else { panic!("{diagnostic} has no place") };
        assert!(span.of(source.text()).is_some(), "{diagnostic}: {span:?}");
        assert!(diagnostic.label(Default::default()).is_some(), "{diagnostic} has no label");
        assert!(diagnostic.help(Default::default()).is_some(), "{diagnostic} has no help");
        assert_ne!(
            diagnostic.message(Default::default()),
            diagnostic.code.as_str(),
            "{:?}",
            diagnostic.variant
        );
        for fix in &diagnostic.fixes {
            assert!(fix.span.of(source.text()).is_some(), "{diagnostic}: {fix:?}");
        }
    }
    for item in &tree.items {
        assert!(item.head.of(tree.source.text()).is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_ends_in_a_tree(text in any::<String>()) {
        sound(&read(&text));
    }

    #[test]
    fn any_lines_end_in_a_tree(lines in prop::collection::vec("\\PC{0,40}", 0..8)) {
        sound(&read(&lines.join("\n")));
    }

    #[test]
    fn any_row_of_words_ends_in_a_tree(words in prop::collection::vec(prop::sample::select(WORDS.clone()), 0..40)) {
        sound(&read(&words.concat()));
    }

    #[test]
    fn any_mutation_of_the_corpus_ends_in_a_tree(
        file in prop::sample::select(corpus("ok")),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4, "\\PC{0,3}|[\"#():：「」\n ]{0,3}"), 1..6),
    ) {
        let mut text: Vec<char> = file.1.chars().collect();
        for (place, removed, added) in edits {
            let at = place.index(text.len() + 1);
            let end = (at + removed).min(text.len());
            text.splice(at..end, added.chars());
        }
        sound(&read(&text.into_iter().collect::<String>()));
    }

    /// Broken lines between items change nothing of the items, and are all complained of.
    #[test]
    fn one_broken_item_never_hides_the_others(
        parts in prop::collection::vec((prop::sample::select(ITEMS.clone()), prop::sample::select(GARBAGE)), 1..6),
    ) {
        let text: String = parts.iter().map(|((item, _), garbage)| format!("{garbage}\n{item}\n")).collect();
        let tree = read(&text);
        let wanted: String = parts.iter().map(|((_, printed), _)| printed.as_str()).collect();
        prop_assert_eq!(print::tree(&tree), wanted, "{}", text);
        prop_assert!(tree.diagnostics.len() >= parts.len(), "{}", text);
        let broken_lines = parts.iter().map(|(_, garbage)| garbage.lines().count()).sum::<usize>();
        prop_assert!(tree.diagnostics.len() <= broken_lines, "{}", text);
    }

    /// The same text read twice gives the same tree and the same diagnostics.
    #[test]
    fn reading_is_a_function(lines in prop::collection::vec(prop::sample::select(LINES.clone()), 0..12)) {
        let text = lines.join("\n");
        let (one, two) = (read(&text), read(&text));
        prop_assert_eq!(one.items, two.items);
        prop_assert_eq!(one.diagnostics, two.diagnostics);
    }
}

/// Lines that nobody can read, each the beginning of something.
const GARBAGE: &[&str] = &[
    "targt a.b >= 90%",
    "target a >> 5",
    "target (a or b",
    "target all of (a,",
    "metric a.b \"never closed",
    "metric 5",
    "scale a: V <",
    "@@@",
    "the quick brown fox",
    "unit a =\n  also: b",
    "target a >=",
    "target a and\n  by: 2011",
    "target a\u{202E}b",
    "plan",
    "目标 甲 ≥",
    "目标 （甲",
    "x.y z",
    "a +",
    "」",
];
