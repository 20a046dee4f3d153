//! The cells of records, gathered column by column.

use std::sync::Arc;

use dabiao_model::nfc;
use datafusion::arrow::array::{
    ArrayRef, BooleanBuilder, Date32Builder, Decimal128Builder, Decimal256Builder, Int32Builder, RecordBatch,
    RecordBatchOptions, StringBuilder,
};
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::Result;

use crate::row::Cell;
use crate::shape::{Digits, Kind, Reads};

/// The cells of one column.
enum Column {
    Narrow(Decimal128Builder),
    Wide(Decimal256Builder),
    YesNo(BooleanBuilder),
    Level(Int32Builder),
    Date(Date32Builder),
    Text(StringBuilder),
}

/// Columns of cells that grow row by row.
pub(super) struct Columns {
    schema: SchemaRef,
    columns: Vec<Column>,
    rows: usize,
}

impl Columns {
    pub(super) fn new(reads: &Reads, digits: Digits, schema: SchemaRef) -> Columns {
        let columns = reads.columns().map(|(_, column)| match (Kind::of(&column.ty), digits) {
            (Kind::Number, Digits::Narrow) => {
                Column::Narrow(Decimal128Builder::new().with_data_type(digits.data_type()))
            }
            (Kind::Number, Digits::Wide) => {
                Column::Wide(Decimal256Builder::new().with_data_type(digits.data_type()))
            }
            (Kind::YesNo, _) => Column::YesNo(BooleanBuilder::new()),
            (Kind::Level, _) => Column::Level(Int32Builder::new()),
            (Kind::Date, _) => Column::Date(Date32Builder::new()),
            (Kind::Period | Kind::Text, _) => Column::Text(StringBuilder::new()),
        });
        Columns { schema, columns: columns.collect(), rows: 0 }
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// Adds a record, with the texts that its cells were read from.
    pub(super) fn push<'t>(&mut self, cells: &[Cell], texts: impl Iterator<Item = &'t str>) {
        for ((column, cell), text) in self.columns.iter_mut().zip(cells).zip(texts) {
            match (column, cell) {
                (Column::Narrow(column), Cell::Narrow(cell)) => column.append_value(*cell),
                (Column::Narrow(column), _) => column.append_null(),
                (Column::Wide(column), Cell::Wide(cell)) => column.append_value(*cell),
                (Column::Wide(column), _) => column.append_null(),
                (Column::YesNo(column), Cell::YesNo(cell)) => column.append_value(*cell),
                (Column::YesNo(column), _) => column.append_null(),
                (Column::Level(column), Cell::Level(cell)) => column.append_value(*cell),
                (Column::Level(column), _) => column.append_null(),
                (Column::Date(column), Cell::Date(cell)) => column.append_value(*cell),
                (Column::Date(column), _) => column.append_null(),
                (Column::Text(column), Cell::Text) => column.append_value(nfc(text.trim())),
                (Column::Text(column), _) => column.append_null(),
            }
        }
        self.rows = self.rows.saturating_add(1);
    }

    /// The rows so far as a batch; the columns are empty afterwards.
    pub(super) fn finish(&mut self) -> Result<RecordBatch> {
        let arrays = self.columns.iter_mut().map(|column| -> ArrayRef {
            match column {
                Column::Narrow(column) => Arc::new(column.finish()),
                Column::Wide(column) => Arc::new(column.finish()),
                Column::YesNo(column) => Arc::new(column.finish()),
                Column::Level(column) => Arc::new(column.finish()),
                Column::Date(column) => Arc::new(column.finish()),
                Column::Text(column) => Arc::new(column.finish()),
            }
        });
        let arrays: Vec<ArrayRef> = arrays.collect();
        let options = RecordBatchOptions::new().with_row_count(Some(self.rows));
        self.rows = 0;
        Ok(RecordBatch::try_new_with_options(Arc::clone(&self.schema), arrays, &options)?)
    }
}
