//! What has to be known of data files before there is a plan.

use std::collections::HashSet;
use std::sync::Arc;

use dabiao::{Code, Diagnostic, EntityRow, Intake, Observation, Place, RawCell, RowHead, similar};

/// Takes from data files which metrics are written as percents and which entities there are, and none of the values.
#[derive(Default)]
pub(super) struct Survey {
    /// One value of each metric that is written as a percent.
    pub(super) percents: Vec<Observation>,
    /// The rows of entity files.
    pub(super) entities: Vec<EntityRow>,
    /// Where each entity is named first, in the order in which that happens.
    named: Vec<(String, Place)>,
    /// The entities of `named`.
    known: HashSet<String>,
    /// The metrics of `percents`.
    seen: HashSet<String>,
    file: Option<Arc<str>>,
    /// The entity of the row, until it has been noted.
    entity: Option<String>,
}

impl Survey {
    /// Takes note of a value that is in no file.
    pub(super) fn note(&mut self, observation: &Observation) {
        if let Some(entity) = observation.entity.as_deref() {
            self.name(entity, || observation.place.clone());
        }
        if is_percent(&observation.text) {
            self.percents.push(observation.clone());
        }
    }

    /// Where a tree of entities is given, an entity outside it is most likely a mistyped one; each is named once.
    pub(super) fn unlisted(&self) -> Vec<Diagnostic> {
        if self.entities.is_empty() {
            return Vec::new();
        }
        let names = self.entities.iter().flat_map(|row| [Some(&row.entity), row.title.as_ref()]).flatten();
        let listed: Vec<&str> = names.map(String::as_str).collect();
        let known: HashSet<&str> = listed.iter().copied().collect();
        let strangers = self.named.iter().filter(|(entity, _)| !known.contains(entity.as_str()));
        let fault = |(entity, place): &(String, Place)| {
            let fault = Diagnostic::new(Code::BrokenEntityTree, place.clone()).with("entity", entity);
            match similar(entity, listed.iter().copied()) {
                Some(similar) => fault.variant("unlisted-similar").with("similar", similar),
                None => fault.variant("unlisted"),
            }
        };
        strangers.map(fault).collect()
    }

    fn name(&mut self, entity: &str, place: impl FnOnce() -> Place) {
        if !self.known.contains(entity) {
            self.known.insert(entity.to_string());
            self.named.push((entity.to_string(), place()));
        }
    }
}

fn is_percent(text: &str) -> bool {
    text.ends_with(['%', '％'])
}

impl Intake for Survey {
    fn file(&mut self, name: &Arc<str>) {
        self.file = Some(Arc::clone(name));
    }

    fn row(&mut self, row: &RowHead<'_>) {
        self.entity = row.entity.filter(|entity| !self.known.contains(*entity)).map(str::to_string);
    }

    fn cell(&mut self, cell: &RawCell<'_>) {
        let Some(file) = self.file.clone() else { return };
        if let Some(entity) = self.entity.take() {
            self.name(&entity, || cell.place(&file));
        }
        if is_percent(cell.text) && !self.seen.contains(cell.metric) {
            self.seen.insert(cell.metric.to_string());
            self.percents.push(cell.observation(&file, &RowHead::default()));
        }
    }

    fn entity(&mut self, row: EntityRow) {
        self.entities.push(row);
    }
}

/// Hands on the values of a file whose entities are known already.
pub(super) struct Values<'i>(pub(super) &'i mut dyn Intake);

impl Intake for Values<'_> {
    fn file(&mut self, name: &Arc<str>) {
        self.0.file(name);
    }

    fn row(&mut self, row: &RowHead<'_>) {
        self.0.row(row);
    }

    fn cell(&mut self, cell: &RawCell<'_>) {
        self.0.cell(cell);
    }

    fn entity(&mut self, _: EntityRow) {}
}
