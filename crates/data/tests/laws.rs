//! Laws of the readers over generated tables and texts.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use dabiao_data::{Format, Limits, Loaded, read_bytes, read_text};
use dabiao_model::{Code, Language, Observation, Place, message};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

/// One value for every metric in every row.
#[derive(Debug, Clone)]
struct Grid {
    metrics: Vec<String>,
    rows: Vec<GridRow>,
}

#[derive(Debug, Clone)]
struct GridRow {
    entity: String,
    period: &'static str,
    flag: &'static str,
    source: String,
    texts: Vec<String>,
}

fn text() -> impl Strategy<Value = String> {
    let tokens = vec![
        "92.4%",
        "1_000",
        "NA",
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "是",
        "，",
        "\\",
        " ",
        "0.10",
        "{",
        "[",
        "\u{1F600}",
    ];
    vec(select(tokens), 0..5).prop_map(|tokens| tokens.concat().trim().to_string())
}

fn name() -> impl Strategy<Value = String> {
    text().prop_map(|text| format!("区{text}"))
}

fn grid() -> impl Strategy<Value = Grid> {
    let metrics = btree_set("m[0-9]\\.[xy率][0-9]{0,2}", 1..5);
    metrics.prop_flat_map(|metrics| {
        let row = (
            name(),
            select(vec!["", "2010", "2011", "2011-Q2"]),
            select(vec!["", "p", "provisional", "final", "初步"]),
            text(),
            vec(text(), metrics.len()),
        );
        let row = row.prop_map(|(entity, period, flag, source, texts)| GridRow {
            entity,
            period,
            flag,
            source,
            texts,
        });
        let metrics: Vec<String> = metrics.into_iter().collect();
        vec(row, 1..6).prop_map(move |rows| Grid { metrics: metrics.clone(), rows })
    })
}

impl Grid {
    fn tidy_csv(&self) -> String {
        let mut records =
            vec![["source", "entity", "指标", "period", "flag", "value"].map(String::from).to_vec()];
        for row in &self.rows {
            for (metric, text) in self.metrics.iter().zip(&row.texts) {
                let cells = [&row.source, &row.entity, metric, row.period, row.flag, text];
                records.push(cells.map(String::from).to_vec());
            }
        }
        csv_text(&records)
    }

    fn wide_csv(&self) -> String {
        let mut heading = ["entity", "period", "flag", "source"].map(String::from).to_vec();
        heading.extend(self.metrics.iter().cloned());
        let mut records = vec![heading];
        for row in &self.rows {
            let mut cells = [&row.entity, row.period, row.flag, &row.source].map(String::from).to_vec();
            cells.extend(row.texts.iter().cloned());
            records.push(cells);
        }
        csv_text(&records)
    }

    fn wide_json(&self) -> String {
        let row = |row: &GridRow| {
            let common =
                [("地区", &*row.entity), ("period", row.period), ("flag", row.flag), ("来源", &row.source)];
            let metrics = self.metrics.iter().zip(&row.texts).map(|(metric, text)| (&**metric, &**text));
            object(common.into_iter().chain(metrics))
        };
        format!("[{}]", self.rows.iter().map(row).collect::<Vec<_>>().join(",\n"))
    }

    /// Every path as an object within an object.
    fn nested_json(&self) -> String {
        let mut rows = Vec::new();
        for row in &self.rows {
            let common = [
                ("entity", &*row.entity),
                ("period", row.period),
                ("flag", row.flag),
                ("source", &row.source),
            ];
            let mut entries: Vec<String> =
                common.iter().map(|(key, text)| entry(key, &quoted(text))).collect();
            let first = |metric: &String| metric.split('.').next().unwrap().to_string();
            let mut prefixes: Vec<String> = self.metrics.iter().map(first).collect();
            prefixes.dedup();
            for prefix in prefixes {
                let inner = self.metrics.iter().zip(&row.texts).filter(|(metric, _)| first(metric) == prefix);
                let inner = inner.map(|(metric, text)| (metric.split('.').nth(1).unwrap(), &**text));
                entries.push(entry(&prefix, &object(inner)));
            }
            rows.push(format!("{{{}}}", entries.join(",")));
        }
        format!("{{\"rows\": [{}]}}", rows.join(","))
    }

    fn tidy_json(&self) -> String {
        let mut rows = Vec::new();
        for row in &self.rows {
            for (metric, text) in self.metrics.iter().zip(&row.texts) {
                rows.push(object(
                    [
                        ("metric", &**metric),
                        ("value", text),
                        ("entity", &row.entity),
                        ("period", row.period),
                        ("flag", row.flag),
                        ("source", &row.source),
                    ]
                    .into_iter(),
                ));
            }
        }
        format!("[{}]", rows.join("\n,"))
    }
}

fn csv_text(records: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    records.iter().for_each(|record| writer.write_record(record).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn object<'a>(entries: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let entries: Vec<String> = entries.map(|(key, text)| entry(key, &quoted(text))).collect();
    format!("{{{}}}", entries.join(","))
}

fn entry(key: &str, value: &str) -> String {
    format!("{}: {value}", quoted(key))
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// The observations without their places, in an order that no layout has a say in.
fn placeless(loaded: &Loaded) -> Vec<String> {
    assert_eq!(loaded.faults, []);
    let shown = |value: &Observation| {
        let own_source = value.source.split_once(" (").map_or("", |(_, named)| named);
        let Observation { metric, entity, period, text, unit, provisional, .. } = value;
        format!("{metric:?} {entity:?} {period:?} {text:?} {unit:?} {provisional} {own_source:?}")
    };
    let mut shown: Vec<String> = loaded.observations.iter().map(shown).collect();
    shown.sort();
    shown
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_layout_of_a_table_gives_the_same_observations(grid in grid()) {
        let tidy = placeless(&read_text("file", &grid.tidy_csv(), Format::Csv));
        prop_assert_eq!(tidy.len(), grid.rows.iter().map(|row| row.texts.len()).sum::<usize>());
        prop_assert_eq!(&tidy, &placeless(&read_text("file", &grid.wide_csv(), Format::Csv)));
        prop_assert_eq!(&tidy, &placeless(&read_text("file", &grid.wide_json(), Format::Json)));
        prop_assert_eq!(&tidy, &placeless(&read_text("file", &grid.nested_json(), Format::Json)));
        prop_assert_eq!(&tidy, &placeless(&read_text("file", &grid.tidy_json(), Format::Json)));
    }

    #[test]
    fn a_texts_end_of_line_and_mark_change_nothing(grid in grid()) {
        // Only where no cell holds a line break of its own.
        prop_assume!(grid.rows.iter().all(|row| {
            let mut texts = row.texts.iter().chain([&row.entity, &row.source]);
            texts.all(|text| !text.contains(['\n', '\r']))
        }));
        let text = grid.tidy_csv();
        let marked = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
        prop_assert_eq!(read_text("file", &text, Format::Csv), read_text("file", &marked, Format::Csv));
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        are_within(&text);
    }

    #[test]
    fn any_text_that_looks_like_data_is_read_without_a_panic(tokens in vec(select(TOKENS.to_vec()), 0..40)) {
        are_within(&tokens.concat());
    }

    #[test]
    fn any_json_object_is_read_without_a_panic(tokens in vec(select(JSON_TOKENS.to_vec()), 0..12)) {
        are_within(&format!("[{}]", tokens.join(",")));
        are_within(&format!("{{{}}}", tokens.iter().map(|token| format!("\"a\":{token}")).collect::<Vec<_>>().join(",")));
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in vec(any::<u8>(), 0..60)) {
        let _ = read_bytes("file", &bytes, Format::Csv, &Limits::default());
        let _ = read_bytes("file", &bytes, Format::Json, &Limits::default());
    }
}

const TOKENS: [&str; 22] = [
    "metric", "value", "entity", "parent", "period", "flag", "a.b", "2011", ",", ",", ",", ";", "\t", "\n",
    "\n", "\r\n", "\r", "\"", "\"\"", "，", " ", "92.4%",
];

const JSON_TOKENS: [&str; 14] = [
    r#"{"metric": "a", "value": 1}"#,
    r#"{"metric": null, "value": {"b": 2}}"#,
    r#"{"entity": "x", "period": 2011, "a": {"b": [1]}}"#,
    r#"{"entity": "x", "parent": "y", "parent": "z"}"#,
    r#"{"": {"": ""}}"#,
    r#"{"rows": [1, {}], "entities": [{"entity": 1}]}"#,
    r#""\ud800""#,
    "{}",
    "[]",
    "[[{}]]",
    "null",
    "1e999999999",
    "-0.0",
    "true",
];

/// Reads the text as every format; every place lies in the text.
fn are_within(text: &str) {
    let lines = u64::try_from(text.split(['\n', '\r']).count()).unwrap();
    for format in [Format::Csv, Format::Json] {
        let loaded = read_text("file", text, format);
        let places = loaded.observations.iter().map(|value| &value.place);
        for place in places.chain(loaded.faults.iter().map(|fault| &fault.place)) {
            match place {
                Place::Cell { row, .. } => assert!((1..=lines).contains(row), "{place} of {text:?}"),
                Place::File(_) => {}
                other => panic!("{other} is no place in a data file"),
            }
        }
        for fault in &loaded.faults {
            let english = Language::English;
            if let Some(variant) = fault.variant {
                let own =
                    |attribute: &str| message(english, fault.code.as_str(), Some(attribute), &fault.args);
                assert!(own(variant).is_some(), "{} has no {variant}", fault.code);
                // A period is written in the same ways, however its fault is worded.
                let has_help =
                    fault.code == Code::UnreadablePeriod || own(&format!("{variant}-help")).is_some();
                assert!(has_help, "{} has no {variant}-help", fault.code);
            }
            assert!(fault.message(english).len() > 8 && !fault.message(english).contains("{$"), "{fault}");
            assert!(fault.help(english).is_some_and(|help| !help.contains("{$")), "{fault}");
        }
    }
}
