//! A routine, run over rows.

use dabiao_model::Value;
use indexmap::IndexSet;
use smallvec::SmallVec;

use super::column::{Cell, Column};
use super::operation::{self, Input};
use super::series::Series;
use super::{Cause, Context, Fault};
use crate::ids::{BlockId, Slot};
use crate::program::{Block, Op, Routine, Spread};
use crate::row::{Row, Rows};

/// The columns of every operation of a routine. The condition's own block holds the rows that were asked for; the
/// block of a trend, a window or a level holds the rows that its values come from.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    routine: &'a Routine,
    frames: Frames,
}

/// The columns of each block; most conditions have one.
type Frames = SmallVec<[Frame; 1]>;

/// The columns of one block.
#[derive(Debug)]
pub(crate) struct Frame {
    rows: Rows,
    columns: Vec<Column>,
    /// Where the block's trends, windows and levels take their values from.
    series: Vec<(Slot, Series)>,
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
    pub(crate) fn run(routine: &'a Routine, rows: Rows, context: &Context<'_>) -> Sheet<'a> {
        let mut frames = Frames::with_capacity(routine.blocks().len());
        for (block, mut frame) in routine.blocks().iter().zip(lay_out(routine, rows, context)) {
            fill(&mut frame, block, &frames, context);
            frames.push(frame);
        }
        Sheet { routine, frames }
    }

    /// What the condition amounts to for a row.
    pub(crate) fn truth(&self, row: usize) -> Cell<bool> {
        let root = self.root(row);
        let cells = self.column(root.block, root.slot).and_then(Column::truths);
        cells.and_then(|cells| cells.get(row).copied()).unwrap_or(Err(Cause::Fault(Fault::Mistyped)))
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

    /// What a cell that is a condition amounts to; `None` where that is not known.
    pub(crate) fn truth_at(&self, place: Place) -> Option<bool> {
        self.column(place.block, place.slot)?.truths()?.get(place.row)?.ok()
    }

    /// Why a cell has no value.
    pub(crate) fn cause(&self, place: Place) -> Option<Cause> {
        self.column(place.block, place.slot)?.cause(place.row)
    }

    /// The cells that the cell of a trend, a window or a level was computed from, from the earliest to the latest.
    pub(crate) fn series(&self, place: Place) -> Vec<Place> {
        let found = self.frames.get(place.block.index()).and_then(|frame| frame.series_of(place.slot));
        let id = self.op(place).and_then(Op::spread).map(Spread::block);
        let block = id.and_then(|id| Some((id, self.routine.block(id)?)));
        let Some((series, (id, block))) = found.zip(block) else { return Vec::new() };
        let point = |row: &usize| Place { block: id, slot: block.root(), row: *row };
        series.of_row(place.row).iter().map(point).collect()
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

    fn series_of(&self, of: Slot) -> Option<&Series> {
        self.series.iter().find(|(slot, _)| *slot == of).map(|(_, series)| series)
    }
}

/// Frames without columns yet, in the order of the blocks. Trends and their like ask for rows of blocks before their own, so the
/// blocks are gone through from the last to the first.
fn lay_out(routine: &Routine, rows: Rows, context: &Context<'_>) -> Frames {
    let mut needed: SmallVec<[IndexSet<Row>; 1]> = routine.blocks().iter().map(|_| IndexSet::new()).collect();
    let mut asked = Some(rows);
    let mut frames = Frames::with_capacity(needed.len());
    for block in routine.blocks().iter().rev() {
        let for_others = needed.pop().unwrap_or_default();
        let rows = asked.take().unwrap_or_else(|| for_others.into_iter().collect());
        let mut series = Vec::new();
        for (slot, term, spread) in block.spreads() {
            let Some(needed) = needed.get_mut(spread.block().index()) else { continue };
            series.push((slot, Series::lay(spread, term, routine, &rows, needed, context)));
        }
        frames.push(Frame { rows, columns: Vec::with_capacity(block.ops().len()), series });
    }
    frames.reverse();
    frames
}

/// Fills a frame with the columns of its block.
fn fill(frame: &mut Frame, block: &Block, before: &[Frame], context: &Context<'_>) {
    for (slot, op) in block.ops().iter().enumerate() {
        let series = frame.series_of(Slot::new(slot));
        let input = Input { rows: &frame.rows, columns: &frame.columns, series, frames: before };
        let column = operation::run(op, &input, context);
        frame.columns.push(column);
    }
}
