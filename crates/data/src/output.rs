//! What a reader gives away, and what it keeps to itself.

use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, EntityRow, Intake, Observation, Period, Place, RawCell, RowHead};

use crate::{Limits, Loaded};

/// Where values go, and what is wrong with the file that they are from.
pub(crate) struct Output<'i> {
    pub(crate) intake: &'i mut dyn Intake,
    pub(crate) faults: Vec<Diagnostic>,
    /// How many values went to the intake.
    pub(crate) values: usize,
}

impl<'i> Output<'i> {
    pub(crate) fn new(intake: &'i mut dyn Intake) -> Output<'i> {
        Output { intake, faults: Vec::new(), values: 0 }
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
}

/// Puts faults into the order of their rows; where there are too many, the last says so.
pub(crate) fn in_order(mut faults: Vec<Diagnostic>, limits: &Limits) -> Vec<Diagnostic> {
    faults.sort_by_key(|fault| match fault.place {
        Place::Cell { row, .. } => row,
        _ => 0,
    });
    if let Some(beyond) = faults.get(limits.faults) {
        let fault = Diagnostic::new(Code::TooMuchData, beyond.place.clone()).variant("faults");
        faults.truncate(limits.faults);
        faults.push(fault.with("limit", limits.faults));
    }
    faults
}

/// Takes nothing.
pub(crate) struct Nothing;

impl Intake for Nothing {
    fn file(&mut self, _: &Arc<str>) {}

    fn row(&mut self, _: &RowHead<'_>) {}

    fn cell(&mut self, _: &RawCell<'_>) {}

    fn entity(&mut self, _: EntityRow) {}
}

/// Keeps all values as observations.
#[derive(Default)]
pub(crate) struct Collector {
    observations: Vec<Observation>,
    entities: Vec<EntityRow>,
    file: Option<Arc<str>>,
    entity: Option<String>,
    period: Option<Period>,
    provisional: bool,
    source: Option<String>,
}

impl Collector {
    /// What was collected, with the faults of its file.
    pub(crate) fn loaded(self, faults: Vec<Diagnostic>) -> Loaded {
        Loaded { observations: self.observations, entities: self.entities, faults }
    }
}

impl Intake for Collector {
    fn file(&mut self, name: &Arc<str>) {
        self.file = Some(Arc::clone(name));
    }

    fn row(&mut self, row: &RowHead<'_>) {
        self.entity = row.entity.map(str::to_string);
        self.period = row.period;
        self.provisional = row.provisional;
        self.source = row.source.map(str::to_string);
    }

    fn cell(&mut self, cell: &RawCell<'_>) {
        let Some(file) = &self.file else { return };
        let row = RowHead {
            entity: self.entity.as_deref(),
            period: self.period,
            provisional: self.provisional,
            source: self.source.as_deref(),
        };
        self.observations.push(cell.observation(file, &row));
    }

    fn entity(&mut self, row: EntityRow) {
        self.entities.push(row);
    }
}
