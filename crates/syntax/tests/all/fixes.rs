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
        ("target a >= 3,5%", "target a >= 3.5%"),
        ("目标 甲 ≥ 3，5 且 乙 ＞ 1", "目标 甲 ≥ 3.5 且 乙 ＞ 1"),
        ("test \"a\"\n  given: a = 12,25", "test \"a\"\n  given: a = 12.25"),
        ("target a >= 5\n  by: 2011/06/30", "target a >= 5\n  by: 2011-06-30"),
        ("target a >= 5\n  by: 2011.6", "target a >= 5\n  by: 2011-06"),
        ("目标 甲 ≥ 5\n  期限：30.06.2011", "目标 甲 ≥ 5\n  期限：2011-06-30"),
        ("target a from 80% to 90%", "target a in 80%..90%"),
        ("target a in 80% to 90%", "target a in 80%..90%"),
        ("目标 甲 从80%到90%", "目标 甲 在80%至90%"),
        ("目标 甲 在80%至90%之间", "目标 甲 在80%至90%"),
        ("plan p\n  period: from 2011 to 2013", "plan p\n  period: 2011..2013"),
        ("方案 p\n  期间：2011年到2013年", "方案 p\n  期间：2011年至2013年"),
        ("metric a\n  type: percent from 0% to 100%", "metric a\n  type: percent in 0%..100%"),
        ("target a falls every year from 2008 to 2010", "target a falls every year in 2008..2010"),
        ("target a falls by at least 20% from 2005", "target a falls by at least 20% since 2005"),
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
