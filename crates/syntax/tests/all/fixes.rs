//! Fixes do what they promise.

use dabiao_model::{Diagnostic, Fix};

use crate::{corpus, read};

fn apply(text: &str, fix: &Fix) -> String {
    let mut text = text.to_string();
    text.replace_range(fix.span.range(), &fix.replacement);
    text
}

/// How often the same complaint is made of a text.
fn count(diagnostics: &[Diagnostic], of: &Diagnostic) -> usize {
    diagnostics.iter().filter(|found| found.code == of.code && found.variant == of.variant).count()
}

#[test]
fn a_fix_applied_removes_its_diagnostic() {
    let mut fixes = 0;
    for (name, text) in corpus("err") {
        let tree = read(&text);
        for diagnostic in &tree.diagnostics {
            for fix in &diagnostic.fixes {
                fixes += 1;
                let after = read(&apply(&text, fix));
                let (before, after) =
                    (count(&tree.diagnostics, diagnostic), count(&after.diagnostics, diagnostic));
                assert!(after < before, "{name}: {diagnostic}: {fix:?}");
            }
        }
    }
    assert!(fixes > 40, "the corpus shows {fixes} fixes");
}

/// A text with one fault, and what the fix makes of it. The mended text has no fault.
#[test]
fn mended_lines() {
    for (text, mended) in [
        ("targt a >= 5", "target a >= 5"),
        ("target a >= 5\n  ownr: b", "target a >= 5\n  owner: b"),
        ("target a >= 5\n  owner b", "target a >= 5\n  owner: b"),
        ("目标 甲 ≥ 5\n  责任 乙", "目标 甲 ≥ 5\n  责任: 乙"),
        (
            "target a >= 5\n  title: Market goods  # a remark",
            "target a >= 5\n  title: \"Market goods\"  # a remark",
        ),
        ("target a >= 5\n  title: \"Market goods", "target a >= 5\n  title: \"Market goods\""),
        ("target a >= 5\n  cite: \"1\" \"2\"", "target a >= 5\n  cite: \"1\", \"2\""),
        ("target (a or b", "target (a or b)"),
        ("target a or b)", "target a or b"),
        ("target a in {x, y)", "target a in {x, y}"),
        ("target a => 5", "target a >= 5"),
        ("target a && b", "target a and b"),
        ("target !a", "target not a"),
        ("target a >= 1,000", "target a >= 1_000"),
        ("target a >= .5", "target a >= 0.5"),
        ("target a = 'x'", "target a = \"x\""),
        ("target: a", "target a"),
        ("目标：甲", "目标 甲"),
        ("target a\u{200B}b", "target ab"),
        ("target a >= 5①", "target a >= 5"),
        ("目标 甲 ≥ 90％。", "目标 甲 ≥ 90％"),
    ] {
        let tree = read(text);
        let [diagnostic] = tree.diagnostics.as_slice() else { panic!("{text}: {:?}", tree.diagnostics) };
        let [fix] = diagnostic.fixes.as_slice() else { panic!("{text}: {diagnostic}") };
        assert_eq!(apply(text, fix), mended);
        assert_eq!(read(mended).diagnostics, [], "{mended}");
    }
}
