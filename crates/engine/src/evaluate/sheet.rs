//! A routine, run over rows.

use dabiao_model::Value;
use indexmap::IndexSet;

use super::column::{Cell, Column};
use super::operation::{self, Input};
use super::series::Series;
use super::{Cause, Context, Fault};
use crate::ids::{BlockId, Slot};
use crate::program::{Block, Op, Routine};
use crate::row::Row;

/// The columns of every operation of a routine. The condition's own block holds the rows that were asked for; the
/// block of a trend holds the rows of all its series.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    routine: &'a Routine,
    frames: Vec<Frame>,
}

/// The columns of one block.
#[derive(Debug)]
pub(crate) struct Frame {
    rows: Vec<Row>,
    columns: Vec<Column>,
    /// The series of the block's trends, in their order.
    series: Vec<Series>,
}

/// One cell of a sheet: an operation for one row of its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    pub(crate) block: BlockId,
    pub(crate) slot: Slot,
    pub(crate) row: usize,
}

impl<'a> Sheet<'a> {
    /// Runs a routine over rows.
    pub(crate) fn run(routine: &'a Routine, rows: Vec<Row>, context: &Context<'_>) -> Sheet<'a> {
        let mut frames = Vec::with_capacity(routine.blocks().len());
        for (block, (rows, series)) in routine.blocks().iter().zip(lay_out(routine, rows, context)) {
            let frame = run_block(block, rows, series, &frames, context);
            frames.push(frame);
        }
        Sheet { routine, frames }
    }

    /// What the condition amounts to for a row.
    pub(crate) fn truth(&self, row: usize) -> Cell<bool> {
        let root = self.root(row);
        let cells = self.column(root.block, root.slot).and_then(Column::truths);
        match cells.and_then(|cells| cells.get(row)) {
            Some(cell) => *cell,
            None => Err(Cause::Fault(Fault::Mistyped(self.op(root).map_or_else(no_term, |op| op.term)))),
        }
    }

    /// The condition's own cell for a row.
    pub(crate) fn root(&self, row: usize) -> Place {
        let block = self.routine.own();
        Place { block, slot: self.routine.block(block).map_or(Slot::new(0), Block::root), row }
    }

    /// The operation of a cell.
    pub(crate) fn op(&self, place: Place) -> Option<&'a Op> {
        self.routine.block(place.block)?.op(place.slot)
    }

    /// The row of a cell.
    pub(crate) fn row(&self, place: Place) -> Option<Row> {
        self.frames.get(place.block.index())?.rows.get(place.row).copied()
    }

    /// The value of a cell.
    pub(crate) fn value(&self, place: Place) -> Option<Cell<Value>> {
        self.column(place.block, place.slot)?.value(place.row)
    }

    /// Why a cell has no value.
    pub(crate) fn cause(&self, place: Place) -> Option<Cause> {
        self.column(place.block, place.slot)?.cause(place.row)
    }

    /// The cells that a trend's cell was judged by, from the earliest to the latest.
    pub(crate) fn series(&self, place: Place) -> Vec<Place> {
        let found = self.routine.block(place.block).and_then(|block| {
            let own = block.op(place.slot)?.term;
            let mut trends = block.trends().enumerate();
            trends.find(|(_, (op, _))| op.term == own).map(|(index, (_, rule))| (index, rule))
        });
        let Some((index, rule)) = found else { return Vec::new() };
        let series = self.frames.get(place.block.index()).and_then(|frame| frame.series.get(index));
        let slot = self.routine.block(rule.block).map_or(Slot::new(0), Block::root);
        let points = series.map_or(&[][..], |series| series.of_row(place.row));
        points.iter().map(|row| Place { block: rule.block, slot, row: *row }).collect()
    }

    fn column(&self, block: BlockId, slot: Slot) -> Option<&Column> {
        self.frames.get(block.index())?.columns.get(slot.index())
    }
}

impl Frame {
    /// The column of the block's value.
    pub(super) fn root(&self) -> Option<&Column> {
        self.columns.last()
    }
}

/// The rows of each block, in the order of the blocks, with the series of its trends. Trends ask for rows of blocks
/// before their own, so the blocks are gone through from the last to the first.
fn lay_out(routine: &Routine, rows: Vec<Row>, context: &Context<'_>) -> Vec<(Vec<Row>, Vec<Series>)> {
    let mut needed: Vec<IndexSet<Row>> = routine.blocks().iter().map(|_| IndexSet::new()).collect();
    let mut asked = Some(rows);
    let mut laid = Vec::with_capacity(needed.len());
    for (index, block) in routine.blocks().iter().enumerate().rev() {
        let rows = asked.take().unwrap_or_else(|| {
            needed.get_mut(index).map_or_else(Vec::new, |rows| std::mem::take(rows).into_iter().collect())
        });
        let lay = |(op, rule): (&Op, &crate::program::TrendRule)| {
            let block = routine.block(rule.block)?;
            let needed = needed.get_mut(rule.block.index())?;
            Some(Series::lay(rule, op.term, block, &rows, needed, context))
        };
        let series = block.trends().filter_map(lay).collect();
        laid.push((rows, series));
    }
    laid.reverse();
    laid
}

fn run_block(
    block: &Block,
    rows: Vec<Row>,
    series: Vec<Series>,
    frames: &[Frame],
    context: &Context<'_>,
) -> Frame {
    let mut columns = Vec::with_capacity(block.ops().len());
    let mut of_trends = series.iter();
    for op in block.ops() {
        let series = if matches!(op.kind, crate::program::OpKind::Trend(_)) { of_trends.next() } else { None };
        let input = Input { rows: &rows, columns: &columns, series, frames };
        let column = operation::run(op, &input, context);
        columns.push(column);
    }
    Frame { rows, columns, series }
}
