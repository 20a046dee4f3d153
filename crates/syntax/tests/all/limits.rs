//! Texts that ask for too much end in a diagnostic, on a small stack and in short time.

use dabiao_model::Source;
use dabiao_syntax::{Limits, parse_with};

use crate::read;

/// The codes for a text, read on the stack that a thread has by default.
fn codes(text: String) -> Vec<&'static str> {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let tree = thread.spawn(move || read(&text)).unwrap().join().unwrap();
    tree.diagnostics.iter().map(|found| found.code.as_str()).collect()
}

#[test]
fn nests_and_chains() {
    let many = 10_000;
    let around =
        |open: &str, close: &str| format!("target {}a{} >= 1", open.repeat(many), close.repeat(many));
    for (text, wanted) in [
        (around("(", ")"), vec!["E0402"]),
        (around("(", ""), vec!["E0402"]),
        (around("（", "）"), vec!["E0402"]),
        (around("abs(", ")"), vec!["E0402"]),
        (around("not ", ""), vec!["E0402"]),
        (around("- ", ""), vec!["E0402"]),
        (around("if c then a else ", ""), vec!["E0402"]),
        (around("", " of b"), vec!["E0402"]),
        (around("b = not ", ""), vec!["E0402"]),
        (around("a + ", ""), vec!["E0403"]),
        (around("a * ", ""), vec!["E0403"]),
        (around("a and ", ""), vec![]),
        (around("a or ", ""), vec![]),
        (around("a < ", ""), vec!["E0102"]),
        (around("all of (", ")"), vec!["E0402"]),
        (around("x in {", "}"), vec!["E0402"]),
        (around("sum of ", ""), vec!["E0402"]),
        (around("every t satisfies ", ""), vec!["E0102"]),
        (around("count of t where ", ""), vec!["E0107"]),
        (around("((((((((((((((((((((((((((((((", "))))))))))))))))))))))))))))))"), vec!["E0402"]),
        (format!("target a\nwhen: {}\nby: 2011", "(".repeat(many)), vec!["E0402"]),
        (format!("{}\ntarget a >>", "(\n".repeat(many)), vec!["E0402", "E0102"]),
        ("target (a".repeat(many), vec!["E0402"]),
        (format!("target {}", "a.".repeat(1 << 20)), vec!["E0403"]),
    ] {
        let start: String = text.chars().take(60).collect();
        assert_eq!(codes(text), wanted, "{start}");
    }
}

#[test]
fn the_deepest_nest_that_is_read_fits_a_small_stack() {
    for (open, close) in [
        ("(", ")"),
        ("all of (b, ", ")"),
        ("if x then (", ") else c"),
        ("sum of (", ") over last 3 years"),
        ("every t satisfies (", ")"),
        ("x falls by at least (", ") since 2005 and (b)"),
        ("abs(", ")"),
    ] {
        let text = format!("target {}a{}", open.repeat(60), close.repeat(60));
        let found = codes(text);
        assert!(!found.contains(&"E0402"), "{open}: {found:?}");
    }
}

/// A form that is tried twice at each level of a nest would be read 2^60 times here, and the test never end.
#[test]
fn nests_are_not_read_over_and_over() {
    for opening in [
        "(",
        "x in (",
        "min(",
        "if (",
        "if a then (",
        "if a then b else (",
        "x falls by at least (",
        "x 下降 (",
        "x 较2005年下降(",
        "round(",
        "all of (",
        "at least 2 of (",
        "sum of (",
        "yearly change of (",
        "x 达到 (",
        "every t satisfies (",
        "share of t where (",
        "x of (",
        "not (",
        "a >= (",
        "x (",
        "x in 5..(",
        "x in {",
    ] {
        for before in
            ["target ", "when: ", "given: x = ", "milestone: 2008 ", "score: linear from ", "bonus: 2 when "]
        {
            let nest = format!("{before}{}a b{}", opening.repeat(60), ")".repeat(60));
            assert!(!codes(nest).is_empty(), "{before}{opening}");
        }
    }
}

#[test]
fn one_item_over_a_limit_hides_no_other() {
    let text = format!("target a >= 1\ntarget {}b >= 2\n  owner: x\ntarget c >>\ntarget d", "(".repeat(100));
    let tree = read(&text);
    assert_eq!(tree.items.len(), 2);
    assert_eq!(tree.items[0].fields.len(), 0, "the fields of the item left out are nobody else's");
    let found: Vec<_> = tree.diagnostics.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(found, ["E0402", "E0102"]);
}

#[test]
fn files_items_and_diagnostics() {
    let limits = Limits { bytes: 100, items: 3, diagnostics: 2, ..Limits::default() };
    let codes = |text: &str| -> Vec<String> {
        let tree = parse_with(Source::new("a.dabiao", text), &limits);
        tree.diagnostics.iter().map(ToString::to_string).collect()
    };
    insta::assert_debug_snapshot!(codes(&"target a\n".repeat(20)), @r#"
    [
        "a.dabiao:1:1: E0404: the file is too large",
    ]
    "#);
    insta::assert_debug_snapshot!(codes(&"target a\n".repeat(5)), @r#"
    [
        "a.dabiao:4:1: E0405: the file has too many items",
    ]
    "#);
    insta::assert_debug_snapshot!(codes(&"a b\n".repeat(5)), @r#"
    [
        "a.dabiao:1:1: E0103: no item begins with `a`",
        "a.dabiao:2:1: E0103: no item begins with `a`",
        "a.dabiao:3:1: E0405: there are too many errors",
    ]
    "#);
}

#[test]
fn large_files_are_cut_between_items() {
    let one = "target a.b >= 90%\n  title: \"(「\"\n  owner: x\n# a remark\n";
    let tree = read(&one.repeat(5_000));
    assert_eq!(tree.diagnostics, []);
    assert_eq!((tree.items.len(), tree.comments.len()), (5_000, 5_000));
    assert!(tree.items.iter().all(|item| item.fields.len() == 2));
    let last = tree.items.last().unwrap().head;
    assert_eq!(tree.source.slice(last), "target a.b >= 90%");
}
