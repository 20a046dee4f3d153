//! dabiao with the shipped plan, asked once for each year.

use std::path::Path;

use dabiao::{EntityRow, Input, Metrics, Number, Period, Place, Plan, Prepared, Verdict};

use super::data::{Column, Data};
use super::plan::Kind;
use super::{FIRST_YEAR, YEARS};
use crate::engine::Fault;

/// The day on which it is asked: every year is over, and every deadline has passed.
const AS_OF: &str = "2019-12-31";

/// The plan, the table and the verdicts of the last run.
pub(crate) struct Dabiao {
    plan: Plan,
    metrics: Metrics,
    /// The plan fitted to the table, once for each year, with the verdicts of the last run.
    years: Vec<Prepared>,
}

impl Dabiao {
    pub(crate) fn new(data: &Data) -> Result<Dabiao, Fault> {
        let plan = Plan::load(Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/quality-2011"))?;
        let mut metrics = plan.metrics();
        let faults = metrics.set_entities(&entities(data));
        if let Some(fault) = faults.first() {
            return Err(fault.to_string().into());
        }
        for entity in 0..data.entities() {
            let name = name(entity);
            for column in &data.columns {
                for (year, values) in column.years.iter().enumerate() {
                    metrics.set_at(
                        Some(&name),
                        period(year),
                        column.metric,
                        input(column, values[entity]),
                    )?;
                }
            }
        }
        let years = (0..YEARS).map(|year| {
            let period = period(year).ok_or("a year that does not exist")?;
            Ok::<_, Fault>(plan.evaluate(&metrics).as_of(AS_OF).period(period).prepare()?)
        });
        let years = years.collect::<Result<_, _>>()?;
        Ok(Dabiao { plan, metrics, years })
    }

    /// Judges everything; gives how many targets are met. The one place that asks the engine for verdicts.
    pub(crate) fn judge(&mut self) -> Result<u64, Fault> {
        let mut met = 0;
        for year in &mut self.years {
            met += year.judge(&self.metrics)?.summary().met as u64;
        }
        Ok(met)
    }

    pub(crate) fn targets(&self) -> usize {
        self.plan.checked().targets.len()
    }

    pub(crate) fn verdict(&self, target: usize, year: usize, entity: usize) -> Option<Verdict> {
        Some(self.years.get(year)?.verdicts().columns().get(target)?.verdict(entity))
    }
}

fn name(entity: usize) -> String {
    format!("e{entity}")
}

fn period(year: usize) -> Option<Period> {
    Period::year(FIRST_YEAR + year as i16)
}

fn entities(data: &Data) -> Vec<EntityRow> {
    let row = |(entity, province): (usize, &Option<usize>)| EntityRow {
        entity: name(entity),
        parent: province.map(name),
        level: Some(if province.is_some() { "district" } else { "province" }.to_string()),
        title: None,
        place: Place::Call("entities".into()),
    };
    data.province.iter().enumerate().map(row).collect()
}

/// A value in the form that the metric's type reads.
fn input(column: &Column, value: i64) -> Input {
    let part_of = |parts: i64| Number::fraction(value.into(), parts.into()).unwrap_or(Number::ZERO);
    let level = |names: &[&str]| names[value as usize].into();
    match column.kind {
        Kind::Percent => part_of(10).into(),
        Kind::Count => value.into(),
        Kind::Measure => part_of(1_000).into(),
        Kind::YesNo => (value == 1).into(),
        Kind::Water => level(&["V", "IV", "III", "II", "I"]),
        Kind::Air => level(&["grade_three", "grade_two", "grade_one"]),
    }
}
