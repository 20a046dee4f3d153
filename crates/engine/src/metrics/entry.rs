//! A value on its way into the table.

use dabiao_check::MetricId;
use dabiao_model::{Code, Diagnostic, Observation, Period, Place, Value, is_missing};

use super::{Metrics, Provenance, typed};

/// One value, or the word that it is missing, with the place it belongs to.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) metric: MetricId,
    pub(super) entity: Option<&'a str>,
    pub(super) period: Option<Period>,
    /// `None` where the data say that the value is missing.
    pub(super) value: Option<Value>,
    pub(super) provenance: Provenance,
}

impl<'a> Entry<'a> {
    /// Reads an observation by the types of a table's plan.
    pub(super) fn read(
        observation: &'a Observation,
        metrics: &Metrics,
    ) -> Result<Entry<'a>, Box<Diagnostic>> {
        let id = metrics
            .observed(&observation.metric, observation.named_at.as_ref().unwrap_or(&observation.place))?;
        let (value, counts, mark) = match metrics.metric(id) {
            Some(metric) if !is_missing(&observation.text) => {
                let reading = typed::read(observation, metric, &metrics.program.plan().units)?;
                (Some(reading.value), reading.counts, reading.mark)
            }
            _ => (None, None, None),
        };
        let provenance = Provenance {
            source: observation.source.clone(),
            counts,
            mark,
            provisional: observation.provisional,
            place: observation.place.clone(),
        };
        let (entity, period) = (observation.entity.as_deref(), observation.period);
        Ok(Entry { metric: id, entity, period, value, provenance })
    }

    /// The fault of a value with a period beside one without, with the place of the first.
    pub(super) fn mixed(self, metric: &str, first: Place) -> Diagnostic {
        let fault = Diagnostic::new(Code::DuplicateValue, self.provenance.place).variant("mixed");
        fault.with("metric", metric).note(first, "note-first-value")
    }

    /// The fault of a second value, with the place of the first.
    pub(super) fn duplicate(self, metric: &str, first: Place) -> Diagnostic {
        let fault = Diagnostic::new(Code::DuplicateValue, self.provenance.place).with("metric", metric);
        let fault = match (self.entity, self.period) {
            (Some(entity), Some(period)) => fault.with("entity", entity).with("period", period),
            (Some(entity), None) => fault.variant("of-entity").with("entity", entity),
            (None, Some(period)) => fault.variant("of-period").with("period", period),
            (None, None) => fault.variant("alone"),
        };
        fault.note(first, "note-first-value")
    }
}
