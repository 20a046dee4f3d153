//! Values held against the type and the range of their metric.

use std::cmp::Ordering;

use dabiao_check::Metric;
use dabiao_model::{
    Code, Diagnostic, Observation, Place, Reading, ReadingFault, Type, Units, Value, Wording, brief,
    read_value,
};

use crate::order::order;

/// Reads the text of an observation as a value of its metric.
pub(super) fn read(
    observation: &Observation,
    metric: &Metric,
    units: &Units,
) -> Result<Reading, Box<Diagnostic>> {
    let text = observation.text.as_str();
    let reading =
        read_value(text, observation.unit.as_deref(), &metric.ty, units).map_err(|fault| match fault {
            ReadingFault::Unit(unit) => Diagnostic::new(Code::WrongUnit, unit_place(observation))
                .with("metric", &metric.path)
                .with("unit", unit)
                .with("wanted", &metric.ty),
            fault => unreadable(text, metric, &fault, &observation.place),
        })?;
    in_range(&reading.value, text, metric, &observation.place)?;
    Ok(reading)
}

/// Where the unit at fault stands: in its own cell where it was named there, else at the value.
fn unit_place(observation: &Observation) -> Place {
    let named = observation.unit.is_some();
    observation.unit_at.clone().filter(|_| named).unwrap_or_else(|| observation.place.clone())
}

/// Checks that a typed value is one of its metric.
pub(super) fn accept(value: &Value, metric: &Metric, place: &Place) -> Result<(), Box<Diagnostic>> {
    let text = metric.ty.show(value);
    if !fits(&metric.ty, value) {
        return Err(Box::new(unreadable(&text, metric, &ReadingFault::NotOfType, place)));
    }
    in_range(value, &text, metric, place)
}

/// Whether a value is one of a type.
pub(crate) fn fits(ty: &Type, value: &Value) -> bool {
    match (ty, value) {
        (Type::YesNo, Value::YesNo(_))
        | (Type::Date, Value::Date(_))
        | (Type::Period, Value::Period(_))
        | (Type::Text, Value::Text(_)) => true,
        (Type::Level(scale), Value::Level(index)) => scale.level(*index).is_some(),
        (ty, Value::Number(_)) => ty.is_numeric(),
        _ => false,
    }
}

/// Whether a value lies beyond either end of a range.
pub(crate) fn outside(value: &Value, least: &Value, greatest: &Value) -> bool {
    order(value, least) == Some(Ordering::Less) || order(value, greatest) == Some(Ordering::Greater)
}

fn unreadable(text: &str, metric: &Metric, fault: &ReadingFault, place: &Place) -> Diagnostic {
    Diagnostic::new(Code::UnreadableValue, place.clone())
        .with("text", brief(text))
        .with("type", &metric.ty)
        .with("metric", &metric.path)
        .with("reason", fault)
}

fn in_range(value: &Value, text: &str, metric: &Metric, place: &Place) -> Result<(), Box<Diagnostic>> {
    let Some((least, greatest)) = &metric.range else { return Ok(()) };
    if !outside(value, least, greatest) {
        return Ok(());
    }
    let range = Wording::about("value-range", "first", metric.ty.wording(least));
    let range = range.with("last", metric.ty.wording(greatest));
    let fault = Diagnostic::new(Code::ValueOutOfRange, place.clone());
    Err(Box::new(fault.with("metric", &metric.path).with("text", brief(text)).with("range", range)))
}
