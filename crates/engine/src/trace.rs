//! The values that a condition was judged by.

use std::collections::HashSet;
use std::hash::Hash;

use dabiao_check::TermId;
use smallvec::{SmallVec, smallvec};

use crate::evaluate::{Cause, Context, Gap, Place, Sheet, locate};
use crate::program::{Leaf, Op, OpKind};
use crate::row::Row;

/// One reading of a metric.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Read<'a> {
    /// What was to be read.
    pub(crate) leaf: &'a Leaf,
    /// The place in the data that it was to be read at.
    pub(crate) place: Result<Row, Gap>,
    /// The place that has the value; `None` where it is missing.
    pub(crate) found: Option<Row>,
}

/// Which parts of a condition are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Through {
    /// All that were looked at: everything but the branches of an `if` that were not taken.
    Everything,
    /// Only what leaves the condition unknown.
    Unknown,
}

/// Every reading behind a row's answer, in the order of the text; those of a trend from the earliest to the latest.
/// The sheet is the one that the answer came from, so that evidence cannot differ from what was judged.
pub(crate) fn reads<'a>(
    sheet: &Sheet<'a>,
    row: usize,
    through: Through,
    context: &Context<'_>,
) -> Vec<Read<'a>> {
    let read = |(place, op): (Place, &'a Op)| match &op.kind {
        OpKind::Metric(leaf) => read(sheet, place, op.term, leaf, context),
        _ => None,
    };
    cells(sheet, row, through).into_iter().filter_map(read).collect()
}

/// Cells with their operations.
pub(crate) type Cells<'a> = SmallVec<[(Place, &'a Op); 8]>;

/// Every cell behind a row's answer, each before those that it was computed from.
pub(crate) fn cells<'a>(sheet: &Sheet<'a>, row: usize, through: Through) -> Cells<'a> {
    below(sheet, sheet.root(row), through)
}

/// A cell and every cell behind it, each before those that it was computed from.
pub(crate) fn below<'a>(sheet: &Sheet<'a>, from: Place, through: Through) -> Cells<'a> {
    let mut cells = Cells::new();
    let mut seen = Seen::new();
    let mut pending: SmallVec<[Place; 8]> = smallvec![from];
    while let Some(place) = pending.pop() {
        let is_unknown = || matches!(sheet.cause(place), Some(Cause::Unknown(_)));
        if !seen.add(place) || (through == Through::Unknown && !is_unknown()) {
            continue;
        }
        let Some(op) = sheet.op(place) else { continue };
        cells.push((place, op));
        // The last one pushed is the first one taken.
        pending.extend(parts(sheet, place, op).into_iter().rev());
    }
    cells
}

/// What was met before. Most conditions have few parts, which are found quicker one after the other than by a hash.
#[derive(Debug)]
pub(crate) struct Seen<T> {
    few: SmallVec<[T; 4]>,
    many: HashSet<T>,
}

/// How many things are looked for one after the other.
const FEW: usize = 16;

impl<T: Copy + Eq + Hash> Seen<T> {
    pub(crate) fn new() -> Seen<T> {
        Seen { few: SmallVec::new(), many: HashSet::new() }
    }

    /// Adds a thing; `false` where it was met before.
    pub(crate) fn add(&mut self, thing: T) -> bool {
        if self.few.contains(&thing) {
            return false;
        }
        if self.few.len() < FEW {
            self.few.push(thing);
            return true;
        }
        self.many.insert(thing)
    }
}

/// One reading, at the cell that made it.
pub(crate) fn read<'a>(
    sheet: &Sheet<'_>,
    at: Place,
    term: TermId,
    leaf: &'a Leaf,
    context: &Context<'_>,
) -> Option<Read<'a>> {
    let place = locate(leaf, term, sheet.row(at)?, context);
    let column = context.metrics.column(leaf.metric)?;
    let found = place.ok().and_then(|place| column.find(place));
    Some(Read { leaf, place, found })
}

/// The cells that a cell was computed from.
fn parts(sheet: &Sheet<'_>, place: Place, op: &Op) -> SmallVec<[Place; 4]> {
    let operand = |slot| Place { slot, ..place };
    match (&op.kind, &*op.operands) {
        _ if op.spread().is_some() => sheet.series(place).into(),
        (OpKind::If, [condition, then, otherwise]) => {
            let condition = operand(*condition);
            match sheet.truth_at(condition) {
                Some(true) => smallvec![condition, operand(*then)],
                Some(false) => smallvec![condition, operand(*otherwise)],
                None => smallvec![condition],
            }
        }
        (_, operands) => operands.iter().map(|slot| operand(*slot)).collect(),
    }
}
