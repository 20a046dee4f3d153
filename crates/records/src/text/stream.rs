//! Text files as a table of a query engine.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use dabiao_model::{Diagnostic, Place, RecordAsk};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use datafusion::catalog::streaming::StreamingTable;
use datafusion::common::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::streaming::PartitionStream;

use super::columns::Columns;
use super::csv::Rows;
use super::file::{Form, TextFile};
use super::json_lines::Objects;
use super::survey::{self, Piece};
use crate::row::{Cell, RowReader};
use crate::shape::{Digits, Kind, Reads};

/// What was found to be wrong with records while they were read.
#[derive(Debug, Default)]
pub(crate) struct Refusals {
    /// The records that cannot be used.
    pub(crate) count: AtomicU64,
    /// The records that were read, those included.
    pub(crate) read: AtomicU64,
    /// Whether a number had more digits than are kept, and has fewer than could be.
    pub(crate) needs_wide: AtomicBool,
    /// The first faults of each piece, by file and line.
    pub(crate) named: Mutex<Vec<((usize, u64), Diagnostic)>>,
}

/// Faults that each piece of a file names.
const NAMED: usize = 50;

/// Rows of a batch.
const BATCH: usize = 8192;

/// Files as a table under the names of a table's columns. Records that cannot be used are told to `refusals` and left
/// out.
pub(crate) fn table(
    files: &[Arc<TextFile>],
    reads: &Arc<Reads>,
    ask: &Arc<RecordAsk>,
    digits: Digits,
    threads: usize,
    refusals: &Arc<Refusals>,
) -> Result<StreamingTable> {
    let fields = reads
        .columns()
        .map(|(_, column)| Field::new(&column.name, Kind::of(&column.ty).data_type(digits), true));
    let schema: SchemaRef = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
    let mut partitions: Vec<Arc<dyn PartitionStream>> = Vec::new();
    let wanted = threads.checked_div(files.len().max(1)).unwrap_or(1).max(1);
    for (position, file) in files.iter().enumerate() {
        let has_quotes = file.form == Form::Csv;
        for piece in survey::pieces(&file.path, u64::try_from(wanted).unwrap_or(1), has_quotes)? {
            partitions.push(Arc::new(Part {
                schema: Arc::clone(&schema),
                position,
                file: Arc::clone(file),
                piece,
                reads: Arc::clone(reads),
                ask: Arc::clone(ask),
                digits,
                refusals: Arc::clone(refusals),
            }));
        }
    }
    StreamingTable::try_new(schema, partitions)
}

/// A piece of a file.
struct Part {
    schema: SchemaRef,
    position: usize,
    file: Arc<TextFile>,
    piece: Piece,
    reads: Arc<Reads>,
    ask: Arc<RecordAsk>,
    digits: Digits,
    refusals: Arc<Refusals>,
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part").field("file", &self.file.shown).field("piece", &self.piece).finish()
    }
}

impl PartitionStream for Part {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, _context: Arc<TaskContext>) -> SendableRecordBatchStream {
        let batches = Batches::open(self);
        let stream = match batches {
            Ok(batches) => futures::future::Either::Left(futures::stream::iter(batches)),
            Err(error) => futures::future::Either::Right(futures::stream::iter([Err(error)])),
        };
        Box::pin(RecordBatchStreamAdapter::new(Arc::clone(&self.schema), stream))
    }
}

/// The batches of a piece, read one by one.
struct Batches {
    rows: Lines,
    file: Arc<TextFile>,
    position: usize,
    reads: Arc<Reads>,
    reader: RowReader,
    columns: Columns,
    cells: Vec<Cell>,
    refusals: Arc<Refusals>,
    named: usize,
}

enum Lines {
    Csv(Rows),
    JsonLines(Objects),
}

impl Batches {
    fn open(part: &Part) -> Result<Batches> {
        let file = Arc::clone(&part.file);
        let rows = match file.form {
            Form::Csv => Lines::Csv(Rows::open(Arc::clone(&file), part.piece)?),
            Form::JsonLines => Lines::JsonLines(Objects::open(Arc::clone(&file), part.piece)?),
        };
        Ok(Batches {
            rows,
            file,
            position: part.position,
            reads: Arc::clone(&part.reads),
            reader: RowReader::new(Arc::clone(&part.reads), Arc::clone(&part.ask), part.digits),
            columns: Columns::new(&part.reads, part.digits, Arc::clone(&part.schema)),
            cells: Vec::new(),
            refusals: Arc::clone(&part.refusals),
            named: 0,
        })
    }

    /// Reads the next record, and says whether there was one.
    fn step(&mut self) -> bool {
        let next = match &mut self.rows {
            Lines::Csv(rows) => rows.next(),
            Lines::JsonLines(objects) => objects.next(),
        };
        let Some((line, form)) = next else { return false };
        let Batches { rows, file, reads, reader, columns, cells, .. } = self;
        let texts = || {
            file.sources.iter().map(|source| match &*rows {
                Lines::Csv(rows) => rows.text(source),
                Lines::JsonLines(objects) => objects.text(source),
            })
        };
        let place = |index: usize| -> Place {
            let at = reads.columns.iter().position(|one| *one == index);
            let name = reads.table.columns.get(index).map_or("", |column| column.name.as_str());
            file.place(line, at.and_then(|at| file.sources.get(at)), name)
        };
        let read = form.and_then(|()| reader.read(texts(), cells, &place));
        match read {
            Ok(()) => columns.push(cells, texts()),
            Err(fault) => self.refuse(line, *fault),
        }
        true
    }

    fn refuse(&mut self, line: u64, fault: Diagnostic) {
        self.refusals.count.fetch_add(1, Ordering::Relaxed);
        if self.reader.needs_wide {
            self.refusals.needs_wide.store(true, Ordering::Relaxed);
        }
        if self.named < NAMED {
            self.named = self.named.saturating_add(1);
            let mut named = self.refusals.named.lock().unwrap_or_else(PoisonError::into_inner);
            named.push(((self.position, line), fault));
        }
    }
}

impl Iterator for Batches {
    type Item = Result<RecordBatch, DataFusionError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut read = 0_u64;
        while self.columns.rows() < BATCH && self.step() {
            read = read.saturating_add(1);
        }
        self.refusals.read.fetch_add(read, Ordering::Relaxed);
        if self.columns.rows() == 0 { None } else { Some(self.columns.finish()) }
    }
}
