//! Spans lie tightly around what they name.

use dabiao_model::Span;
use dabiao_syntax::{Expr, ExprKind, FieldValue, ItemKind, Tree};

use crate::{corpus, read};

/// The text must begin and end with something that shows.
fn tight(tree: &Tree, span: Span, name: &str) {
    let text = tree.source.slice(span);
    assert!(!text.is_empty() && text == text.trim(), "{name}: {text:?}");
}

#[test]
fn no_span_begins_or_ends_with_blanks_or_comments() {
    for (name, text) in corpus("ok") {
        let tree = read(&text);
        for item in &tree.items {
            tight(&tree, item.head, &name);
            assert!(!tree.source.slice(item.head).ends_with("item"), "{name}");
            if let ItemKind::Target { condition, .. } = &item.kind {
                tight(&tree, condition.span, &name);
                assert_eq!(condition.span.end, item.head.end, "{name}");
            }
            for field in &item.fields {
                tight(&tree, field.key_span, &name);
                tight(&tree, field.span, &name);
                if let FieldValue::Expr(value) = &field.value {
                    assert_eq!(value.span.end, field.span.end, "{name}");
                }
            }
        }
    }
}

/// The text of a condition's span, and of its two sides where it is a comparison.
fn sides(text: &str) -> (String, Option<(String, String)>) {
    let tree = read(text);
    let ItemKind::Target { condition, .. } = &tree.items[0].kind else { panic!("{text}") };
    let slice = |expr: &Expr| tree.source.slice(expr.span).to_string();
    let both = match &condition.kind {
        ExprKind::Compare { left, right, .. } => Some((slice(left), slice(right))),
        _ => None,
    };
    (slice(condition), both)
}

#[test]
fn sides_of_comparisons() {
    for (text, left, right) in [
        ("target a.b >= 90%   # remark", "a.b", "90%"),
        ("target (a + b) * c > -d", "(a + b) * c", "-d"),
        ("target ( a + b ) > ( c )", "( a + b )", "( c )"),
        ("target rate < rate of province", "rate", "rate of province"),
        (
            "target a >= average of a over districts excluding self ",
            "a",
            "average of a over districts excluding self",
        ),
        ("target min(a, b) <= round(c to 0.1%)", "min(a, b)", "round(c to 0.1%)"),
        ("目标 甲 达到 90％ 以上", "甲", "90％"),
        ("目标 「甲 乙」 ≥ 10 家", "「甲 乙」", "10 家"),
    ] {
        let (whole, both) = sides(text);
        assert_eq!(both, Some((left.to_string(), right.to_string())), "{whole}");
    }
}

#[test]
fn comments() {
    let tree = read("# one\r\ntarget a # two: \"(\ntarget \"# none\" # three");
    let comments: Vec<_> = tree.comments.iter().map(|span| tree.source.slice(*span)).collect();
    assert_eq!(comments, ["# one", "# two: \"(", "# three"]);
}
