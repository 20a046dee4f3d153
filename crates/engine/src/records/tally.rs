//! The values of records, taken together.

use std::cmp::Ordering;

use dabiao_check::{RecordFunction, RecordQuery};
use dabiao_model::{Number, RecordTally, Value};

use super::condition::{Truth, truths};
use super::{RecordGap, Records};
use crate::order::order;

/// What is known so far of the records of one group. Two of them can be put together in any order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tally {
    /// The records out of which others are taken.
    total: u64,
    /// The records that count.
    chosen: u64,
    /// The records of which it is open whether they count, and the columns in which they lack a value.
    undecided: u64,
    lacking: Vec<usize>,
    /// The records whose condition divides by zero.
    undefined: u64,
    sum: Number,
    /// The values themselves with their numbers, where only all of them tell the answer.
    values: Vec<(Number, u64)>,
    best: Option<Value>,
}

/// The answer of a group: a value, with the passes and the total of a share.
pub(super) type Answer = Result<(Value, Option<(Number, Number)>), RecordGap>;

/// Tallies one question over all records: one tally for each of so many groups.
pub(super) fn tallies(
    query: &RecordQuery,
    records: &Records,
    group_of: &[usize],
    groups: usize,
    assumptions: &[Value],
) -> Vec<Tally> {
    let mut tallies = vec![Tally::new(); groups];
    let filter = query.filter.as_ref().map(|filter| truths(filter, records, assumptions));
    let among = query.among.as_ref().map(|among| truths(among, records, assumptions));
    let truth = |of: &Option<Vec<Truth>>, row: usize| {
        of.as_ref().map_or(Truth::Yes, |all| all.get(row).copied().unwrap_or(Truth::Unknown))
    };
    for (row, group) in group_of.iter().enumerate() {
        let Some(tally) = tallies.get_mut(*group) else { continue };
        tally.add(query, records, row, truth(&filter, row), truth(&among, row));
    }
    tallies
}

impl Tally {
    pub(super) fn new() -> Tally {
        Tally {
            total: 0,
            chosen: 0,
            undecided: 0,
            lacking: Vec::new(),
            undefined: 0,
            sum: Number::ZERO,
            values: Vec::new(),
            best: None,
        }
    }

    fn add(&mut self, query: &RecordQuery, records: &Records, row: usize, filter: Truth, among: Truth) {
        let lacks = |column: &usize| records.columns.get(*column).is_some_and(|cells| !cells.has(row));
        match (among, filter) {
            (Truth::No, _) => {}
            (Truth::Undefined, _) | (Truth::Yes, Truth::Undefined) => self.one_more(Truth::Undefined),
            (Truth::Unknown, _) => {
                self.one_more(Truth::Unknown);
                self.lack(query.among.iter().flat_map(|part| part.columns()).filter(lacks));
            }
            (Truth::Yes, Truth::Unknown) => {
                self.one_more(Truth::Unknown);
                self.lack(query.filter.iter().flat_map(|part| part.columns()).filter(lacks));
            }
            (Truth::Yes, Truth::No) => self.total = self.total.saturating_add(1),
            (Truth::Yes, Truth::Yes) => {
                self.total = self.total.saturating_add(1);
                self.choose(query, records, row);
            }
        }
    }

    fn one_more(&mut self, open: Truth) {
        let count = if open == Truth::Undefined { &mut self.undefined } else { &mut self.undecided };
        *count = count.saturating_add(1);
    }

    fn lack(&mut self, columns: impl Iterator<Item = usize>) {
        for column in columns {
            if !self.lacking.contains(&column) {
                self.lacking.push(column);
            }
        }
    }

    /// Takes in the value of a record that counts.
    fn choose(&mut self, query: &RecordQuery, records: &Records, row: usize) {
        let Some(column) = query.column else {
            self.chosen = self.chosen.saturating_add(1);
            return;
        };
        let Some(value) = records.columns.get(column).and_then(|cells| cells.value(row)) else {
            self.one_more(Truth::Unknown);
            self.lack(std::iter::once(column));
            return;
        };
        self.chosen = self.chosen.saturating_add(1);
        match (query.function, value) {
            (RecordFunction::Sum | RecordFunction::Average, Value::Number(number)) => {
                self.sum = &self.sum + &number;
            }
            (RecordFunction::Median, Value::Number(number)) => self.values.push((number, 1)),
            (_, value) => self.better(query.function, value),
        }
    }

    fn better(&mut self, function: RecordFunction, value: Value) {
        let wanted = if function == RecordFunction::Least { Ordering::Less } else { Ordering::Greater };
        let is_better = self.best.as_ref().is_none_or(|best| order(&value, best) == Some(wanted));
        if is_better {
            self.best = Some(value);
        }
    }

    /// Takes in another group.
    pub(super) fn merge(&mut self, function: RecordFunction, other: &Tally) {
        self.total = self.total.saturating_add(other.total);
        self.chosen = self.chosen.saturating_add(other.chosen);
        self.undecided = self.undecided.saturating_add(other.undecided);
        self.undefined = self.undefined.saturating_add(other.undefined);
        self.lack(other.lacking.iter().copied());
        self.sum = &self.sum + &other.sum;
        self.values.extend(other.values.iter().cloned());
        if let Some(value) = other.best.clone() {
            self.better(function, value);
        }
    }

    /// The answer of the group.
    pub(super) fn answer(mut self, function: RecordFunction) -> Answer {
        let number = |count: u64| Number::from(count);
        // One record that does not satisfy it decides, whatever the others lack.
        if function == RecordFunction::Every && self.chosen < self.total {
            return Ok((Value::YesNo(false), None));
        }
        if self.undefined > 0 {
            return Err(RecordGap::Undefined(self.undefined));
        }
        if self.undecided > 0 {
            self.lacking.sort_unstable();
            return Err(RecordGap::Undecided(self.undecided, self.lacking));
        }
        let divided = |sum: &Number, count: u64| {
            sum.checked_div(&number(count)).map(Value::Number).ok_or(RecordGap::NoneChosen)
        };
        let value = match function {
            RecordFunction::Share => {
                let counts = (number(self.chosen), number(self.total));
                return Ok((divided(&counts.0, self.total)?, Some(counts)));
            }
            RecordFunction::Count => Value::Number(number(self.chosen)),
            RecordFunction::Sum => Value::Number(self.sum),
            RecordFunction::Average => divided(&self.sum, self.chosen)?,
            RecordFunction::Median => middle(self.values)?,
            RecordFunction::Least | RecordFunction::Greatest => self.best.ok_or(RecordGap::NoneChosen)?,
            RecordFunction::Every => Value::YesNo(true),
        };
        Ok((value, None))
    }
}

/// A group that was taken together elsewhere.
impl From<&RecordTally> for Tally {
    fn from(of: &RecordTally) -> Tally {
        Tally {
            total: of.total,
            chosen: of.chosen,
            undecided: of.undecided,
            lacking: of.lacking.clone(),
            undefined: of.undefined,
            sum: of.sum.clone(),
            values: of.values.clone(),
            best: of.best.clone(),
        }
    }
}

/// The middle value, or the mean of the two middle ones.
fn middle(mut values: Vec<(Number, u64)>) -> Result<Value, RecordGap> {
    values.sort_unstable();
    let count = values.iter().fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
    let half = count.checked_div(2).unwrap_or(0);
    if count.checked_rem(2) == Some(1) {
        return at(&values, half).cloned().map(Value::Number).ok_or(RecordGap::NoneChosen);
    }
    let below = half.checked_sub(1).and_then(|below| at(&values, below));
    let (below, above) = below.zip(at(&values, half)).ok_or(RecordGap::NoneChosen)?;
    (below + above).checked_div(&Number::from(2_u64)).map(Value::Number).ok_or(RecordGap::NoneChosen)
}

/// The value at a position among all, each counted as often as it occurs.
fn at(values: &[(Number, u64)], position: u64) -> Option<&Number> {
    let mut seen = 0_u64;
    let mut found = values.iter().filter(|(_, count)| {
        seen = seen.saturating_add(*count);
        seen > position
    });
    found.next().map(|(number, _)| number)
}
