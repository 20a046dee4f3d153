//! What was read from data files.

use dabiao_model::{Diagnostic, EntityRow, Observation};

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
}
