//! The values of the data files that `dabiao.toml` names.

use std::collections::HashMap;

use dabiao::{Metrics, Plan, Report};
use dabiao_check::Metric;
use dabiao_data::Loaded;
use dabiao_model::{Date, Diagnostic, EntityRow, Observation};

use crate::Settings;

/// What data files hold, by the names of metrics.
#[derive(Debug, Default)]
pub(crate) struct Observed {
    values: HashMap<String, Vec<Observation>>,
    entities: Vec<EntityRow>,
    faults: Vec<Diagnostic>,
}

impl Observed {
    /// Reads the files that settings name.
    pub(crate) fn of(settings: &Settings) -> Observed {
        let mut loaded = Loaded::default();
        for file in &settings.data {
            loaded.extend(dabiao_data::read_file(file));
        }
        let Loaded { observations, entities, faults } = loaded;
        let mut values: HashMap<String, Vec<Observation>> = HashMap::new();
        for one in observations {
            values.entry(one.metric.clone()).or_default().push(one);
        }
        Observed { values, entities, faults }
    }

    /// The last value of a metric: of its latest period, the first that a file has.
    pub(crate) fn last(&self, metric: &Metric) -> Option<&Observation> {
        let names = std::iter::once(&metric.path).chain(&metric.titles);
        let all = names.filter_map(|name| self.values.get(name)).flatten();
        let end = |one: &Observation| one.period.map(|period| period.end());
        all.reduce(|best, one| if end(one) > end(best) { one } else { best })
    }

    /// Whether there is any value.
    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Whether a file could not be read as it is.
    pub(crate) fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }

    /// The last day of the latest period that has a value.
    pub(crate) fn last_day(&self) -> Option<Date> {
        self.values.values().flatten().filter_map(|one| one.period.map(|period| period.end())).max()
    }

    /// The verdicts on all values, or why there are none.
    pub(crate) fn report(&self, plan: &Plan, as_of: Option<&str>) -> Result<Report, Vec<Diagnostic>> {
        let mut faults = self.faults.clone();
        let mut metrics: Metrics = plan.metrics();
        faults.extend(metrics.set_entities(&self.entities));
        faults.extend(self.values.values().flatten().filter_map(|one| metrics.insert(one).err()));
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut evaluation = plan.evaluate(&metrics);
        if let Some(day) = as_of {
            evaluation = evaluation.as_of(day);
        }
        evaluation.run().map_err(|error| match error {
            dabiao::Error::Rules(list) | dabiao::Error::Call(list) | dabiao::Error::Data(list) => list,
        })
    }
}
