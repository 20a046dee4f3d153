//! Reports as files: Markdown, CSV, JUnit.

use dabiao_model::{Language, Report};

use super::{check, sample, scored};

/// What a form writes, as text.
pub(crate) fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A report whose every text wants to be markup.
fn hostile() -> Report {
    let mut report = sample::report();
    let evil = "<script>alert(\"1\")</script> | `a` *b* ]]> & \u{1b}[31m\u{0}\u{FFFE}";
    report.plan.title = Some(evil.into());
    report.results.truncate(2);
    for result in &mut report.results {
        result.title = evil.into();
        result.section = Some(evil.into());
        result.cite = vec![evil.to_string()];
        result.entity = Some(evil.to_string());
        result.observed = Some(evil.into());
    }
    report.organisations.insert("industry_and_commerce".to_string(), evil.into());
    report
}

#[test]
fn markdown() {
    let text =
        |report: &Report, language| written(|out| dabiao_report::write_markdown(report, language, out));
    check("markdown", &text(&sample::report(), Language::English));
    check("markdown_in_chinese", &text(&sample::two_districts(), Language::Chinese));
    check("markdown_scores", &text(&scored::report(), Language::English));
    check("markdown_hostile", &text(&hostile(), Language::English));
}

#[cfg(feature = "csv")]
#[test]
fn csv() {
    let text = |report: &Report, language| written(|out| dabiao_report::write_csv(report, language, out));
    check("csv", &text(&sample::report(), Language::English));
    check("csv_in_chinese", &text(&sample::two_districts(), Language::Chinese));
}

#[cfg(feature = "junit")]
#[test]
fn junit() {
    let text = |report: &Report, language| written(|out| dabiao_report::write_junit(report, language, out));
    check("junit", &text(&sample::report(), Language::English));
    check("junit_in_chinese", &text(&sample::two_districts(), Language::Chinese));
    check("junit_hostile", &text(&hostile(), Language::English));
}

/// The same report gives the same workbook, and no clock is in it.
#[cfg(feature = "xlsx")]
#[test]
fn xlsx_is_the_same_every_time() {
    let bytes = || {
        let mut out = Vec::new();
        dabiao_report::write_xlsx(&sample::report(), Language::English, &mut out).unwrap();
        out
    };
    let first = bytes();
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert!(first == bytes(), "two workbooks of one report differ");
}

#[cfg(feature = "html")]
#[test]
fn html_keeps_texts_texts() {
    let page = |report: &Report, language| {
        written(|out| dabiao_report::write_html(report, dabiao_report::Beside::default(), language, out))
    };
    let evil = page(&hostile(), Language::English);
    assert_eq!(evil.matches("<script").count(), 1, "the page's own script alone");
    assert!(evil.contains("&#60;script&#62;alert(&#34;1&#34;)"));
    let plain = page(&sample::report(), Language::Chinese);
    assert!(plain.contains("<html lang=\"zh-CN\">"));
    for part in ["class=\"bullet", "class=\"trend", "class=\"stack\"", "id=\"owners\"", "class=\"map\""] {
        assert!(plain.contains(part), "{part}");
    }
    for outside in ["http:", "https:", "src=", "@import", "url("] {
        assert!(!plain.contains(outside), "the page asks for something by `{outside}`");
    }
}
