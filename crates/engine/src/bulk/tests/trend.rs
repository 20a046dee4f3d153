//! `x falls every year`

use dabiao_check::{Comparison, Direction, TermId, TermKind, TrendTest};
use dabiao_model::Period;

use super::super::reading::{Found, Reading};
use super::super::registers::Constant;
use super::super::test::{Step, Test, TestId};
use super::Tests;
use crate::evaluate::{Cause, periods};
use crate::program::Leaf;

impl Tests<'_> {
    pub(super) fn trend(&self, id: TermId, test: &TrendTest, period: Option<Period>) -> Option<Test> {
        let TermKind::Metric { metric, places, time } =
            &self.context.program.plan().terms.get(test.value)?.kind
        else {
            return None;
        };
        // Without a first period the series begins with each entity's own data.
        let ends = [Some(test.first?), test.last.or(period)];
        let series = match periods(test.step, ends, id, |last| last) {
            Ok(series) => series,
            Err(Cause::Unknown(_)) => return Some(Test::Always(Constant::Gap)),
            Err(Cause::Fault(_)) => return Some(Test::Always(Constant::Fault)),
        };
        if series.len() < 2 {
            return Some(Test::Always(Constant::Gap));
        }
        let leaf = Leaf { metric: *metric, places: places.clone().into(), time: *time };
        let found = series.into_iter().map(|period| Reading::at(&leaf, Some(period), self.context));
        // A period without any value is a hole for every entity, which leaves some series decided all the same.
        let readings: Vec<Option<Reading>> = found
            .map(|found| match found? {
                Found::Reading(reading) => Some(Some(reading)),
                Found::Nothing => Some(None),
            })
            .collect::<Option<_>>()?;
        let exponents: Option<Vec<u32>> = readings.iter().flatten().map(Reading::exponent).collect();
        let Some(most) = exponents?.into_iter().max() else { return Some(Test::Always(Constant::Gap)) };
        let step = |reading: Option<Reading>| match reading {
            None => Some(None),
            Some(reading) => {
                let factor = 10_i64.checked_pow(most.checked_sub(reading.exponent()?)?)?;
                Some(Some(Step { reading, factor }))
            }
        };
        let values = readings.into_iter().map(step).collect::<Option<_>>()?;
        Some(Test::Trend { values, op: goes(test) })
    }

    /// A trend of something that is computed: one comparison for each step, all of which have to hold.
    pub(super) fn trend_of_formulas(
        &mut self,
        id: TermId,
        test: &TrendTest,
        period: Option<Period>,
    ) -> Option<Test> {
        let ends = [Some(test.first?), test.last.or(period)];
        let series = periods(test.step, ends, id, |last| last).ok()?;
        let steps = series.windows(2).map(|pair| {
            let [earlier, later] = pair else { return None };
            self.formula(goes(test), [later, earlier].map(|period| (test.value, Some(*period))))
        });
        let steps: Vec<Test> = steps.collect::<Option<_>>()?;
        let parts: Box<[TestId]> = steps.into_iter().map(|step| self.push(step)).collect();
        (!parts.is_empty()).then_some(Test::All(parts))
    }
}

/// How each value of a series has to stand to the one before it.
fn goes(test: &TrendTest) -> Comparison {
    match (test.direction, test.negated) {
        (Direction::Falls, false) => Comparison::Below,
        (Direction::Rises, false) => Comparison::Above,
        (Direction::Falls, true) => Comparison::AtLeast,
        (Direction::Rises, true) => Comparison::AtMost,
    }
}
