//! Frames that come and go as Arrow streams.

use arrow_array::ffi_stream::{ArrowArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{RecordBatch, RecordBatchIterator};
use dabiao::Report;
use dabiao_arrow::Frame;

use crate::Fault;

/// Adds the values of a stream's batches; floats of the named columns have so many decimals.
pub(crate) fn fill(
    metrics: &mut dabiao::Metrics,
    name: &str,
    decimals: &[(String, u8)],
    batches: impl IntoIterator<Item = RecordBatch>,
) -> Result<(), Fault> {
    for batch in batches {
        let frame = Frame::new(&batch).named(name);
        let frame = decimals.iter().fold(frame, |frame, (column, places)| frame.decimals(column, *places));
        frame.fill(metrics)?;
    }
    Ok(())
}

/// The batches of a stream.
pub(crate) fn batches(reader: ArrowArrayStreamReader) -> Result<Vec<RecordBatch>, Fault> {
    reader.collect::<Result<_, _>>().map_err(|error| Fault::arrow(&error))
}

/// The results of a report as a batch.
pub(crate) fn of_report(report: &Report) -> Result<RecordBatch, Fault> {
    dabiao_arrow::report(report).map_err(|error| Fault::arrow(&error))
}

/// A stream of one batch.
pub(crate) fn of(batch: RecordBatch) -> FFI_ArrowArrayStream {
    let schema = batch.schema();
    FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new([Ok(batch)], schema)))
}
