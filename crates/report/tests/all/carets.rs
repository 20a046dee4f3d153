//! The caret stands under the text that it means, whatever characters stand before it.

use dabiao_model::{Code, Diagnostic, Language, Place, Source, Span};
use dabiao_report::{Style, render_diagnostics};
use unicode_width::UnicodeWidthStr;

/// Renders a finding at `wanted` in `text` and measures where the line and the carets below it have it.
fn check(text: &str, wanted: &str) {
    let start = text.find(wanted).unwrap();
    let source = Source::new("a.dabiao", text);
    let place = Place::Text { source, span: Span::new(start, start + wanted.len()) };
    let diagnostic = Diagnostic::new(Code::UnknownOrganisation, place).with("name", "x");
    let drawn = render_diagnostics(&[diagnostic], Language::English, Style { color: false, width: 120 });

    let lines: Vec<&str> = drawn.lines().collect();
    let below = lines.iter().position(|line| line.contains('^')).unwrap();
    let (line, carets) = (lines[below - 1], lines[below]);
    let wanted = wanted.replace('\t', "    ");
    let before = &line[..line.rfind(&wanted).unwrap_or_else(|| panic!("{wanted:?} is not drawn:\n{drawn}"))];
    assert_eq!(carets.find('^').unwrap(), before.width(), "first caret:\n{drawn}");
    assert_eq!(carets.matches('^').count(), wanted.width(), "number of carets:\n{drawn}");
}

#[test]
fn carets_stand_under_the_text() {
    let cases = [
        ("target x >= 90", "90"),
        ("目标 市场抽检.合格率 ≥ 90", "90"),
        ("目标 市场抽检.合格率 ≥ 90", "合格率"),
        ("  责任：工商分局，police", "police"),
        ("指标 a 「市场商品抽检合格率」 百分比", "百分比"),
        ("ｔａｒｇｅｔ　ｘ　＞＝　９０％", "９０％"),
        ("\t目标\tx\t≥\t九十", "九十"),
        ("# 第一行\r\n目标 é́x ≥ 九十\r\n", "九十"),
        ("目标 한국어 ニホンゴ ≥ 九十", "九十"),
        ("目标 😀 ≥ 九十", "九十"),
    ];
    for (text, wanted) in cases {
        check(text, wanted);
    }
}
