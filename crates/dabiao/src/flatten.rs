//! From any `Serialize` value to observations: nested fields become dotted paths.

mod leaf;
mod rows;

use dabiao_model::{Code, Diagnostic, Observation, Period, Place, RecordRow, RecordSheet, Wording};
use indexmap::IndexMap;
use serde::Serialize;

use rows::Rows;

/// The key of the entity in a row.
const ENTITY: [&str; 2] = ["entity", "地区"];
/// The key of the period in a row.
const PERIOD: [&str; 2] = ["period", "时期"];

/// The observations of one row, or of each row of a list.
pub(crate) fn observations<T: Serialize + ?Sized>(value: &T) -> Result<Vec<Observation>, Diagnostic> {
    let mut rows = Rows::default();
    value.serialize(&mut rows).map_err(|fault| fault.0)?;
    let mut observations = Vec::new();
    for row in rows.finished() {
        let key = |names: &[&str]| {
            let found = row.iter().find(|(path, text)| names.contains(&path.as_str()) && !text.is_empty());
            found.map(|(_, text)| text.clone())
        };
        let entity = key(&ENTITY);
        let period = match key(&PERIOD) {
            None => None,
            Some(text) => Some(Period::parse(&text).ok_or_else(|| bad_period(&text))?),
        };
        let is_metric = |path: &str| !ENTITY.contains(&path) && !PERIOD.contains(&path);
        for (path, text) in row.into_iter().filter(|(path, _)| is_metric(path)) {
            let place = Place::Call(path.as_str().into());
            observations.push(Observation {
                entity: entity.clone(),
                period,
                source: "struct".to_string(),
                ..Observation::new(path, text, place)
            });
        }
    }
    Ok(observations)
}

/// The rows of a list as records of a table.
pub(crate) fn sheet<T: Serialize + ?Sized>(name: &str, value: &T) -> Result<RecordSheet, Diagnostic> {
    let mut rows = Rows::default();
    value.serialize(&mut rows).map_err(|fault| fault.0)?;
    let place = Place::Call(name.into());
    let mut headings: IndexMap<String, Place> = IndexMap::new();
    let mut records = Vec::new();
    for (row, line) in rows.finished().into_iter().zip(1_u64..) {
        let mut cells = vec![String::new(); headings.len()];
        for (path, text) in row {
            let (index, _) = headings.insert_full(path, place.clone());
            if cells.len() <= index {
                cells.resize(index.saturating_add(1), String::new());
            }
            if let Some(cell) = cells.get_mut(index) {
                *cell = text;
            }
        }
        records.push(RecordRow { line, cells });
    }
    let headings = headings.into_iter().collect();
    Ok(RecordSheet { source: name.to_string(), place, headings, rows: records })
}

fn bad_period(text: &str) -> Diagnostic {
    Diagnostic::new(Code::UnreadablePeriod, Place::Call("period".into())).variant("alone").with("text", text)
}

/// Why a value cannot be a row of metrics.
#[derive(Debug)]
pub(crate) struct Fault(pub(crate) Diagnostic);

impl Fault {
    fn new(path: &str, text: &str, reason: Wording) -> Fault {
        let fault = Diagnostic::new(Code::UnreadableValue, Place::Call(path.into()));
        let fault = fault.with("text", text).with("metric", path).with("type", Wording::word("given-value"));
        Fault(fault.with("reason", reason))
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl serde::ser::Error for Fault {
    fn custom<T: std::fmt::Display>(message: T) -> Fault {
        Fault::new("value", "value", Wording::about("given-other", "text", message.to_string()))
    }
}
