//! From the groups of queries to the tallies of a plan's questions.

use std::collections::{BTreeMap, BTreeSet};

use dabiao_check::RecordFunction;
use dabiao_model::{
    Number, Period, Place, RecordAsk, RecordTallies, RecordTally, TallyGroup, Value, is_missing, nfc,
};
use datafusion::arrow::array::{ArrayRef, RecordBatch};

use crate::ask::ledger::Slot;
use crate::ask::question::{Lean, Open};
use crate::ask::{Both, Query, Questions, Values};
use crate::cell::{count_at, text_at, truth_at, value_at, whole_at};
use crate::date::period_of;
use crate::shape::Shape;

/// Tallies that are being put together.
#[derive(Debug)]
pub(crate) struct Answer<'a> {
    shape: &'a Shape<'a>,
    questions: &'a Questions<'a>,
    ask: &'a RecordAsk,
    groups: BTreeMap<(Option<String>, Option<Period>), Vec<RecordTally>>,
    /// The records that were seen, and those of them that cannot be used.
    pub(crate) records: u64,
    pub(crate) refused: u64,
    /// Whether a record lacks a value in a column that may decide.
    pub(crate) lacks: bool,
    /// The entities that no file of entities lists, and the texts that are no periods.
    pub(crate) strangers: BTreeSet<String>,
    pub(crate) unreadable: BTreeSet<String>,
}

impl<'a> Answer<'a> {
    pub(crate) fn new(shape: &'a Shape<'a>, questions: &'a Questions<'a>, ask: &'a RecordAsk) -> Answer<'a> {
        Answer {
            shape,
            questions,
            ask,
            groups: BTreeMap::new(),
            records: 0,
            refused: 0,
            lacks: false,
            strangers: BTreeSet::new(),
            unreadable: BTreeSet::new(),
        }
    }

    /// Takes in what was asked of every record.
    pub(crate) fn lean(&mut self, query: &Query<Lean>, batch: &RecordBatch) {
        self.groups_of(batch, query.width, query.records, &query.given, &query.slots);
    }

    /// Takes in everything that was asked at once.
    pub(crate) fn both(&mut self, both: &Both, batch: &RecordBatch) {
        self.groups_of(batch, both.width, both.records, &[], &both.lean);
        self.opens_of(batch, both.width, &both.open);
    }

    /// Takes in what was asked of the records that lack a value.
    pub(crate) fn open(&mut self, query: &Query<Open>, batch: &RecordBatch) {
        self.opens_of(batch, query.width, &query.slots);
    }

    fn groups_of(
        &mut self,
        batch: &RecordBatch,
        width: usize,
        records: Slot,
        given: &[Slot],
        slots: &[Lean],
    ) {
        let (shape, questions) = (self.shape, self.questions);
        let found = Found { batch, width };
        for row in 0..batch.num_rows() {
            let records = found.count(records, row);
            self.records = self.records.saturating_add(records);
            let Some(group) = self.group(&found, row) else {
                self.refused = self.refused.saturating_add(records);
                continue;
            };
            self.lacks |= given.iter().any(|slot| found.count(*slot, row) < records);
            for ((question, lean), tally) in questions.all.iter().zip(slots).zip(self.tallies(group)) {
                let of = |slot: Option<Slot>| slot.map_or(0, |slot| found.count(slot, row));
                let undefined = of(lean.undefined);
                let pool = found.count(lean.pool, row).saturating_sub(undefined);
                tally.total = tally.total.saturating_add(pool);
                tally.chosen = tally.chosen.saturating_add(found.count(lean.chosen, row));
                let undefined = undefined.saturating_add(of(lean.undefined_among));
                tally.undefined = tally.undefined.saturating_add(undefined);
                let column = question.query.column.and_then(|index| shape.column(index));
                let array = lean.value.and_then(|slot| found.array(slot));
                if let Some((array, column)) = array.zip(column)
                    && let Some(value) = scaled(value_at(array, row, &column.ty), questions.scale)
                {
                    take(tally, question.query.function, value);
                }
            }
        }
    }

    fn opens_of(&mut self, batch: &RecordBatch, width: usize, slots: &[Open]) {
        let found = Found { batch, width };
        for row in 0..batch.num_rows() {
            let Some(group) = self.group(&found, row) else { continue };
            for (open, tally) in slots.iter().zip(self.tallies(group)) {
                let of = |slot: Option<Slot>| slot.map_or(0, |slot| found.count(slot, row));
                let (among, filter, value) = (of(open.among), of(open.filter), of(open.value));
                tally.total = tally.total.saturating_sub(filter);
                tally.undecided =
                    tally.undecided.saturating_add(among).saturating_add(filter).saturating_add(value);
                for (column, slot) in &open.lacking {
                    if found.count(*slot, row) > 0 && !tally.lacking.contains(column) {
                        tally.lacking.push(*column);
                    }
                }
            }
        }
    }

    /// Takes in values, each with how often it occurs.
    pub(crate) fn values(&mut self, values: &Values, batch: &RecordBatch) {
        let found = Found { batch, width: values.width };
        let question = self.questions.all.get(values.question).map(|question| question.query);
        let column = question.and_then(|query| query.column).and_then(|index| self.shape.column(index));
        let Some((query, column)) = question.zip(column) else { return };
        for row in 0..batch.num_rows() {
            let Some(group) = self.group(&found, row) else { continue };
            let array = found.array(Slot(0));
            let value = array.and_then(|array| value_at(array, row, &column.ty));
            let Some(value) = scaled(value, self.questions.scale) else { continue };
            let times = found.count(Slot(1), row);
            let Some(tally) = self.tallies(group).get_mut(values.question) else { continue };
            match (query.function, value) {
                (RecordFunction::Median, Value::Number(number)) => tally.values.push((number, times)),
                (function, value) => better(tally, function, value),
            }
        }
    }

    /// The tallies, by entity and period.
    pub(crate) fn finish(self, source: String, place: Place) -> RecordTallies {
        let groups = self.groups.into_iter();
        let groups = groups.map(|((entity, period), tallies)| TallyGroup { entity, period, tallies });
        RecordTallies {
            source,
            place,
            grain: self.questions.keys.grain,
            assumptions: self.ask.assumptions.clone(),
            refused: self.refused,
            records: self.records,
            groups: groups.collect(),
        }
    }

    /// The group of a row; `None` where its records cannot be used.
    fn group(&mut self, found: &Found<'_>, row: usize) -> Option<(Option<String>, Option<Period>)> {
        let keys = &self.questions.keys;
        let key = |at: Option<usize>| at.and_then(|at| found.batch.columns().get(at));
        let period = match (key(keys.period), keys.grain) {
            (None, _) => None,
            (Some(array), Some(grain)) => Some(period_of(whole_at(array, row)?, grain)?),
            (Some(array), None) => {
                let text = text_at(array, row)?;
                let period = Period::parse(text.trim());
                if period.is_none() {
                    self.unreadable.insert(text.to_string());
                }
                Some(period?)
            }
        };
        if keys.grain.is_none() && key(keys.refused).is_some_and(|array| truth_at(array, row) == Some(true)) {
            return None;
        }
        let entity = key(keys.entity).and_then(|array| text_at(array, row));
        let entity =
            entity.map(str::trim).filter(|text| !is_missing(text)).map(|text| nfc(text).into_owned());
        if let (Some(listed), Some(entity)) = (&self.ask.listed, &entity)
            && !listed.contains(entity)
        {
            self.strangers.insert(entity.clone());
            return None;
        }
        Some((entity, period))
    }

    fn tallies(&mut self, group: (Option<String>, Option<Period>)) -> &mut Vec<RecordTally> {
        let count = self.questions.all.len();
        self.groups.entry(group).or_insert_with(|| vec![RecordTally::default(); count])
    }
}

/// A batch of groups: the keys, and behind them the aggregates.
struct Found<'b> {
    batch: &'b RecordBatch,
    width: usize,
}

impl<'b> Found<'b> {
    fn array(&self, slot: Slot) -> Option<&'b ArrayRef> {
        self.batch.columns().get(self.width.saturating_add(slot.0))
    }

    fn count(&self, slot: Slot, row: usize) -> u64 {
        self.array(slot).map_or(0, |array| count_at(array, row))
    }
}

/// A value whose number counts the smallest of so many digits behind the point.
fn scaled(value: Option<Value>, scale: u8) -> Option<Value> {
    match value? {
        Value::Number(number) if scale > 0 => {
            let tens = Number::from(10_i64.checked_pow(scale.into())?);
            number.checked_div(&tens).map(Value::Number)
        }
        other => Some(other),
    }
}

/// Takes in a sum, a least or a greatest value.
fn take(tally: &mut RecordTally, function: RecordFunction, value: Value) {
    match (function, value) {
        (RecordFunction::Sum | RecordFunction::Average, Value::Number(sum)) => tally.sum = &tally.sum + &sum,
        (RecordFunction::Least | RecordFunction::Greatest, value) => better(tally, function, value),
        _ => {}
    }
}

fn better(tally: &mut RecordTally, function: RecordFunction, value: Value) {
    let is_better = |best: &Value| match (&value, best) {
        (Value::Number(value), Value::Number(best)) => Some(value.cmp(best)),
        (Value::Level(value), Value::Level(best)) => Some(value.cmp(best)),
        (Value::Date(value), Value::Date(best)) => Some(value.cmp(best)),
        (Value::Period(value), Value::Period(best)) => Some(value.cmp(best)),
        _ => None,
    };
    let wanted = if function == RecordFunction::Least {
        std::cmp::Ordering::Less
    } else {
        std::cmp::Ordering::Greater
    };
    if tally.best.as_ref().is_none_or(|best| is_better(best) == Some(wanted)) {
        tally.best = Some(value);
    }
}
