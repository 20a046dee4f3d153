//! Templates: written, filled in as a spreadsheet does it, and read back.

#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "a test may stop at once"
)]

use std::io::{Cursor, Read, Write};

use dabiao_data::{Format, Limits, Loaded, TemplateKind, TemplateRow, read_bytes, write_template};
use dabiao_model::Language;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn row(metric: &str, kind: TemplateKind, unit: Option<&str>) -> TemplateRow {
    TemplateRow {
        metric: metric.to_string(),
        title: Some(format!("{metric} 的名称")),
        entity: Some("河畔区".to_string()),
        period: Some("2011".to_string()),
        unit: unit.map(String::from),
        kind,
        note: Some("二（一）1".to_string()),
    }
}

fn rows() -> Vec<TemplateRow> {
    let choices = || TemplateKind::Choice(vec!["是".to_string(), "否".to_string()]);
    vec![
        row("a.rate", TemplateKind::Percent(Some((0.0, 1.0))), None),
        row("a.counted", TemplateKind::Percent(None), None),
        row("a.number", TemplateKind::Number(None), Some("家")),
        row("a.done", choices(), None),
        row("a.day", TemplateKind::Date, None),
        row("a.empty", TemplateKind::Text, None),
    ]
}

fn written(language: Language) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_template(&rows(), language, &mut bytes).unwrap();
    bytes
}

/// Puts contents into cells of the first sheet that are blank.
fn filled(bytes: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let name = part.name().unwrap().to_string();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let mut text = String::from_utf8(content).unwrap();
            for (cell, value) in cells {
                let begin = text.find(&format!("<c r=\"{cell}\" ")).unwrap();
                let end = begin + text[begin..].find("/>").unwrap();
                let style = &text[begin..end];
                let whole = if value.starts_with('<') {
                    format!("{style} t=\"inlineStr\">{value}</c>")
                } else {
                    format!("{style}><v>{value}</v></c>")
                };
                text.replace_range(begin..end + 2, &whole);
            }
            content = text.into_bytes();
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Loaded {
    read_bytes("fill-in.xlsx", bytes, Format::Xlsx, &Limits::default())
}

#[test]
fn an_empty_template_is_data_that_is_missing() {
    for language in [Language::English, Language::Chinese] {
        let loaded = read(&written(language));
        assert_eq!(loaded.faults, []);
        let found: Vec<_> =
            loaded.observations.iter().map(|one| (one.metric.as_str(), one.text.as_str())).collect();
        let expected: Vec<_> = rows().into_iter().map(|row| row.metric).collect();
        assert_eq!(found, expected.iter().map(|metric| (metric.as_str(), "")).collect::<Vec<_>>());
    }
}

#[test]
fn what_is_filled_in_is_read_back() {
    let text = |text: &str| format!("<is><t>{text}</t></is>");
    // 40908 is the day 2011-12-31.
    let bytes = filled(
        &written(Language::Chinese),
        &[
            ("E2", "0.92400000000000004"),
            ("E3", &text("437/500")),
            ("E4", "12"),
            ("E5", &text("是")),
            ("E6", "40908"),
        ],
    );
    let loaded = read(&bytes);
    assert_eq!(loaded.faults, []);
    let shown = loaded.observations.iter().map(|one| {
        let or_dot = |text: Option<String>| text.unwrap_or_else(|| "·".to_string());
        let (entity, period) =
            (or_dot(one.entity.clone()), or_dot(one.period.map(|period| period.to_string())));
        format!("{} | {entity} | {period} | `{}` | {}", one.metric, one.text, or_dot(one.unit.clone()))
    });
    let expected = [
        "a.rate | 河畔区 | 2011 | `92.4%` | ·",
        "a.counted | 河畔区 | 2011 | `437/500` | ·",
        "a.number | 河畔区 | 2011 | `12` | 家",
        "a.done | 河畔区 | 2011 | `是` | ·",
        "a.day | 河畔区 | 2011 | `2011-12-31` | ·",
        "a.empty | 河畔区 | 2011 | `` | ·",
    ];
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}
