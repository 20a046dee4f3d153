//! A value on its way into the table.

use dabiao_check::MetricId;
use dabiao_model::{Code, Diagnostic, Observation, Period, Place, Value, is_missing};

use super::origin::Origin;
use super::plane::Rare;
use super::{Metrics, typed};

/// One value, or the word that it is missing, with the place it belongs to.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) metric: MetricId,
    pub(super) entity: Option<&'a str>,
    pub(super) period: Option<Period>,
    /// `None` where the data say that the value is missing.
    pub(super) value: Option<Value>,
    pub(super) origin: Origin,
    pub(super) rare: Rare,
}

impl<'a> Entry<'a> {
    /// Reads an observation by the types of a table's plan.
    pub(super) fn read(
        observation: &'a Observation,
        metrics: &mut Metrics,
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
        let Observation { place, source, provisional, .. } = observation;
        let origin = metrics.origins.origin(place, source, *provisional);
        let (entity, period) = (observation.entity.as_deref(), observation.period);
        Ok(Entry { metric: id, entity, period, value, origin, rare: Rare { counts, mark } })
    }

    /// The fault of a value with a period beside one without, with its place and that of the first.
    pub(super) fn mixed(metric: &str, place: Place, first: Place) -> Diagnostic {
        let fault = Diagnostic::new(Code::DuplicateValue, place).variant("mixed");
        fault.with("metric", metric).note(first, "note-first-value")
    }

    /// The fault of a second value, with its place and that of the first.
    pub(super) fn duplicate(&self, metric: &str, place: Place, first: Place) -> Diagnostic {
        let fault = Diagnostic::new(Code::DuplicateValue, place).with("metric", metric);
        let fault = match (self.entity, self.period) {
            (Some(entity), Some(period)) => fault.with("entity", entity).with("period", period),
            (Some(entity), None) => fault.variant("of-entity").with("entity", entity),
            (None, Some(period)) => fault.variant("of-period").with("period", period),
            (None, None) => fault.variant("alone"),
        };
        fault.note(first, "note-first-value")
    }
}
