//! What was read, for people.

use std::fmt::Write;

use dabiao_data::Loaded;
use dabiao_model::Language;

/// The answer as tables. A missing entity, period or unit shows as `·`.
pub(crate) fn shown(loaded: &Loaded) -> String {
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
