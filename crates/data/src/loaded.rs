//! What was read from data files.

use dabiao_model::{Code, Diagnostic, EntityRow, Observation, Place};

use crate::Limits;

/// The observations, the entities and the faults of one or several data files, in the order of their rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// The values, still as texts.
    pub observations: Vec<Observation>,
    /// The rows of entity files.
    pub entities: Vec<EntityRow>,
    /// Everything that is wrong with the files.
    pub faults: Vec<Diagnostic>,
}

impl Loaded {
    /// Adds what another file holds.
    ///
    /// ```
    /// use dabiao_data::{Format, read_text};
    /// let mut loaded = read_text("a.json", r#"{"a": 1}"#, Format::Json);
    /// loaded.extend(read_text("b.json", r#"{"b": 2}"#, Format::Json));
    /// assert_eq!(loaded.observations.len(), 2);
    /// ```
    pub fn extend(&mut self, other: Loaded) {
        self.observations.extend(other.observations);
        self.entities.extend(other.entities);
        self.faults.extend(other.faults);
    }

    /// Only a fault, for a file that cannot be read at all.
    pub(crate) fn fault(fault: Diagnostic) -> Loaded {
        Loaded { faults: vec![fault], ..Loaded::default() }
    }

    /// Whether one more row, which stands at `at`, may be read behind so many values.
    pub(crate) fn may_go_on(&mut self, values: usize, limits: &Limits, at: impl FnOnce() -> Place) -> bool {
        if values >= limits.values {
            let fault = Diagnostic::new(Code::TooMuchData, at()).variant("values");
            self.faults.push(fault.with("limit", limits.values));
            return false;
        }
        self.faults.len() <= limits.faults
    }

    /// Puts the faults into the order of their rows; where there are too many, the last says so.
    pub(crate) fn finished(mut self, limits: &Limits) -> Loaded {
        self.faults.sort_by_key(|fault| match fault.place {
            Place::Cell { row, .. } => row,
            _ => 0,
        });
        if let Some(beyond) = self.faults.get(limits.faults) {
            let fault = Diagnostic::new(Code::TooMuchData, beyond.place.clone()).variant("faults");
            self.faults.truncate(limits.faults);
            self.faults.push(fault.with("limit", limits.faults));
        }
        self
    }
}
