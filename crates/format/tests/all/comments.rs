//! Comments stay, each in its order, wherever the grammar allows one.

use dabiao_model::Language;
use dabiao_syntax::Tree;

use super::{WAYS, comments, format, read, texts};

/// Puts a comment at the end of every line.
fn marked(text: &str) -> String {
    let comment = |(index, line): (usize, &str)| format!("{line} # mark {index}\n");
    text.lines().enumerate().map(comment).collect()
}

/// Breaks a text at every place where a line may end, and puts a comment there: behind each word where the text
/// still means the same.
fn broken(text: &str) -> String {
    let tree = bare(read(text));
    let commented = read(text).comments.len();
    let mut best = text.to_string();
    let mut from = 0;
    let mut count = 0;
    while let Some(at) = best.get(from..).and_then(|rest| rest.find(' ')).map(|at| at + from) {
        let (before, after) = best.split_at(at);
        let tried = format!("{before} # word {count}\n{after}");
        let again = read(&tried);
        // A broken line may mean something else: an operator at its start has a whole condition before it.
        let is_same =
            again.comments.len() == commented + count + 1 && dabiao_format::same_meaning(&tree, &bare(again));
        from = at + 1;
        if is_same {
            from = tried.len() - after.len() + 1;
            best = tried;
            count += 1;
        }
    }
    best
}

/// The tree without its comments.
fn bare(tree: Tree) -> Tree {
    Tree { comments: Vec::new(), ..tree }
}

fn check(name: &str, text: &str) {
    for to in WAYS {
        let out = format(text, to);
        assert_eq!(comments(text), comments(&out), "{name} {to:?}\n{text}\n── then\n{out}");
        assert_eq!(format(&out, to), out, "{name} {to:?}");
    }
}

#[test]
fn behind_every_line() {
    for (name, text) in texts() {
        check(&name, &marked(&text));
    }
}

#[test]
fn behind_every_word() {
    for (name, text) in super::files("grammar/corpus/ok") {
        // The shortest lines hold every construct; one at a time keeps the trials few.
        for item in text.split_inclusive('\n') {
            if read(item).diagnostics.is_empty() {
                check(&name, &broken(item));
            }
        }
    }
}

#[test]
fn comments_keep_their_words_in_both_surfaces() {
    let text = "target a falls # one\n  # two\nby: 2011 # three, (four\n";
    assert!(read(text).diagnostics.iter().any(|found| found.is_error()), "a change cannot be broken there");
    let text = "target a falls by at least 20%  # one\n    # two\n    since 2005  # three, (four\n";
    assert_eq!(format(text, None), text);
    let chinese = "目标 a 较2005年下降至少20％  # one\n  # two\n  # three, (four\n";
    assert_eq!(format(text, Some(Language::Chinese)), chinese);
}
