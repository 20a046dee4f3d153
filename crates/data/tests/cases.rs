//! Every file of `cases` with what is read from it: the observations, the entities, the faults.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use dabiao_data::{Format, Loaded, read_text};
use dabiao_model::Language;

#[test]
fn every_case_is_read_as_its_snapshot_shows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 20, "the cases are missing");
    for path in files {
        let name = path.file_name().unwrap().to_str().unwrap();
        check(name, &fs::read_to_string(&path).unwrap());
    }
}

fn check(name: &str, text: &str) {
    let loaded = read_text(name, text, Format::of_path(name).unwrap());
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, format!("{}\n{}", text.trim_end(), shown(&loaded))));
}

/// The answer as tables. A missing entity, period or unit shows as `·`.
fn shown(loaded: &Loaded) -> String {
    let or_dot = |text: Option<String>| text.unwrap_or_else(|| "·".to_string());
    let mut shown = String::new();
    writeln!(shown, "──── {} observations", loaded.observations.len()).unwrap();
    for value in &loaded.observations {
        let entity = or_dot(value.entity.clone());
        let period = or_dot(value.period.map(|period| period.to_string()));
        let unit = or_dot(value.unit.clone());
        let flag = if value.provisional { " | provisional" } else { "" };
        let (metric, text, source, place) = (&value.metric, &value.text, &value.source, &value.place);
        writeln!(shown, "{metric} | {entity} | {period} | `{text}` | {unit}{flag} | {source} | {place}")
            .unwrap();
    }
    if !loaded.entities.is_empty() {
        writeln!(shown, "──── {} entities", loaded.entities.len()).unwrap();
    }
    for row in &loaded.entities {
        let [parent, level, title] = [&row.parent, &row.level, &row.title].map(|text| or_dot(text.clone()));
        writeln!(shown, "{} | {parent} | {level} | {title} | {}", row.entity, row.place).unwrap();
    }
    writeln!(shown, "──── {} faults", loaded.faults.len()).unwrap();
    for fault in &loaded.faults {
        writeln!(shown, "{fault}").unwrap();
        writeln!(shown, "    help: {}", fault.help(Language::English).unwrap()).unwrap();
        for note in &fault.notes {
            writeln!(shown, "    note: {}: {}", note.place, note.id).unwrap();
        }
    }
    shown
}
