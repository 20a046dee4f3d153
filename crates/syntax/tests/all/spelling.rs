//! Text as it comes from other programs: look-alikes of signs, forms of names, characters that nobody sees.

use crate::{print, read};

/// Signs of other widths and looks that mean what the plain sign means; the two texts give one tree.
#[test]
fn look_alikes_of_signs_are_signs() {
    for (written, plain) in [
        ("target a ≥ ９０％", "target a >= 90%"),
        ("target a ≥ 90﹪", "target a >= 90%"),
        ("target a ≥ 1．5", "target a >= 1.5"),
        ("target a ＞＝ 5", "target a >= 5"),
        ("target a ﹥﹦ 5", "target a >= 5"),
        ("target a ≮ 5", "target a >= 5"),
        ("target a ≯ 5", "target a <= 5"),
        ("target a ﹤﹦ 5", "target a <= 5"),
        ("target a ﹥ 5", "target a > 5"),
        ("target a ﹤ 5", "target a < 5"),
        ("target a ＝ 5", "target a = 5"),
        ("target a ﹦ 5", "target a = 5"),
        ("target a ！= 5", "target a != 5"),
        ("target a !＝ 5", "target a != 5"),
        ("target a =\u{338} 5", "target a != 5"),
        ("target a ＋ b ﹢ c > 5", "target a + b + c > 5"),
        ("target a － b ﹣ c − d ‐ e ‑ f > 5", "target a - b - c - d - e - f > 5"),
        ("target a × b ＊ c ﹡ d ∗ e > 5", "target a * b * c * d * e > 5"),
        ("target a ÷ b ／ c ∕ d ⁄ e > 5", "target a / b / c / d / e > 5"),
        ("target （a）", "target (a)"),
        ("target ﹙a﹚ and ﹙b)", "target (a) and (b)"),
        ("target x in ｛1，2｝ or x in ﹛1﹐2﹜", "target x in {1,2} or x in {1,2}"),
        ("target all of (a，b、c；d﹑e﹔f､g)", "target all of (a,b,c,d,e,f,g)"),
        ("target id﹕ a", "target id: a"),
        ("target id︰ a", "target id: a"),
        ("target id∶ a", "target id: a"),
        ("target a\nowner﹕ b", "target a\nowner: b"),
        ("plan p\nperiod: 2011～2013", "plan p\nperiod: 2011..2013"),
        ("plan p\nperiod: 2011‥2013", "plan p\nperiod: 2011..2013"),
        ("plan p\nperiod: 2011〜2013", "plan p\nperiod: 2011..2013"),
        ("plan p\nperiod: 2011∼2013", "plan p\nperiod: 2011..2013"),
        ("target a\nby: 2011－12﹣31", "target a\nby: 2011-12-31"),
        ("target a\nby: 2011‐12‑31", "target a\nby: 2011-12-31"),
        ("target a\u{A0}>=\u{3000}5", "target a >= 5"),
        ("target a = Ⅲ", "target a = III"),
        ("\u{FEFF}target a\r\n", "target a\n"),
        ("\u{FEFF}", ""),
        ("\r\n\r\n", ""),
        ("target cafe\u{301}", "target caf\u{E9}"),
        ("target 「cafe\u{301}」", "target 「caf\u{E9}」"),
        ("target x = \"cafe\u{301}\"", "target x = \"caf\u{E9}\""),
        ("target 각", "target \u{1100}\u{1161}\u{11A8}"),
    ] {
        let (one, other) = (read(written), read(plain));
        assert_eq!(one.diagnostics, [], "{written:?}");
        assert_eq!(print::tree(&one), print::tree(&other), "{written:?}");
    }
}

/// What might mean something else, or hides something, is refused, and the fix leaves no fault.
#[test]
fn what_may_deceive_is_refused_with_a_fix() {
    for (written, code, mended) in [
        ("target pass_ｒａｔｅ >= 5", "E0116", "target pass_rate >= 5"),
        ("target ﬁnal >= 5", "E0116", "target final >= 5"),
        ("target a＿b >= 5", "E0116", "target a_b >= 5"),
        ("target a．b >= 5", "E0102", "target a.b >= 5"),
        ("plan p\nperiod: 2011…2013", "E0102", "plan p\nperiod: 2011..2013"),
        ("target x = 『a』", "E0102", "target x = \"a\""),
        ("section 《办法》", "E0102", "section \"办法\""),
        ("section ＂办法＂", "E0102", "section \"办法\""),
        ("target a\u{200B}b >= 5", "E0114", "target ab >= 5"),
        ("target a\u{200D}b >= 5", "E0114", "target ab >= 5"),
        ("target a\u{2060}b >= 5", "E0114", "target ab >= 5"),
        ("target a\u{AD}b >= 5", "E0114", "target ab >= 5"),
        ("target a\u{FEFF}b >= 5", "E0114", "target ab >= 5"),
        ("target a\u{FE0F} >= 5", "E0114", "target a >= 5"),
        ("target a\u{E0061} >= 5", "E0114", "target a >= 5"),
        ("target a\u{2800}>= 5", "E0114", "target a>= 5"),
        ("target a\u{7} >= 5", "E0114", "target a >= 5"),
        ("target \u{202E}a >= 5", "E0114", "target a >= 5"),
        ("target 「a\u{200B}b」 >= 5", "E0114", "target 「ab」 >= 5"),
        ("section \"a\u{202E}b\"", "E0114", "section \"ab\""),
        ("section \"a\u{2066}b\"", "E0114", "section \"ab\""),
        ("section \"a\u{0}b\"", "E0114", "section \"ab\""),
        ("target a # b\u{2067}c", "E0114", "target a # bc"),
        ("target a >= 5²", "E0115", "target a >= 5"),
        ("target a >= 5%①", "E0115", "target a >= 5%"),
        ("target a >= ⁵5", "E0115", "target a >= 5"),
    ] {
        let tree = read(written);
        let [found] = tree.diagnostics.as_slice() else { panic!("{written:?}: {:?}", tree.diagnostics) };
        assert_eq!(found.code.as_str(), code, "{written:?}");
        let [fix] = found.fixes.as_slice() else { panic!("{written:?}: {found}") };
        let mut text = written.to_string();
        text.replace_range(fix.span.range(), &fix.replacement);
        assert_eq!(text, mended);
        assert_eq!(read(&text).diagnostics, [], "{mended}");
    }
}

/// A dash may be a range or a difference, so nothing is offered.
#[test]
fn a_dash_is_asked_about() {
    for text in ["target a in 5–10", "target a — b > 5"] {
        let tree = read(text);
        assert_eq!(tree.diagnostics.len(), 1, "{text}");
        assert_eq!(tree.diagnostics[0].variant, Some("dash"), "{text}");
        assert_eq!(tree.diagnostics[0].fixes, [], "{text}");
    }
}

#[test]
fn what_emoji_and_other_scripts_need_stands_in_texts() {
    for text in [
        "section \"⚠\u{FE0F} 👩\u{200D}🔬\"",
        "target a # ⚠\u{FE0F} a remark, می\u{200C}خواهم",
        "section \"שלום\u{200F} 1\"",
    ] {
        assert_eq!(read(text).diagnostics, [], "{text}");
    }
}

/// Words of the language stand in names, and names that are words stay names.
#[test]
fn keywords_are_words_only_in_their_places() {
    for text in [
        "target target.rate >= 1",
        "target metric >= 1",
        "metric metric",
        "metric target",
        "metric plan",
        "target plan.x >= 1",
        "target in.x >= 1",
        "target not.x or and.y",
        "target if.x >= then.y",
        "target 年度目标.合格率 ≥ 90%",
        "target 目标.合格率 ≥ 90%",
        "target 达标.率 ≥ 90%",
        "目标 目标 ≥ 90%",
        "目标 指标 ≥ 90%",
        "target yes.x >= no.y",
        "target share >= 1",
        "target average.x >= min",
        "target.rate >= 1",
        "organisation unit\ntarget a\nowner: unit",
        "target section.x >= 1 and test >= 2",
    ] {
        assert_eq!(read(text).diagnostics, [], "{text}");
        assert!(!read(text).items.is_empty(), "{text}");
    }
}

#[test]
fn names_of_mixed_scripts_are_kept_once() {
    let tree = read("target p\u{430}ss >= 1 and p\u{430}ss <= 2\nmetric r\u{3BF}te\nmetric GDP增速");
    let names: Vec<&str> = tree.mixed_names.iter().map(|name| name.text.as_ref()).collect();
    assert_eq!(names, ["p\u{430}ss", "r\u{3BF}te"]);
}
