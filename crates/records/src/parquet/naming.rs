//! The records of Parquet files that cannot be used, by file and row.

use std::sync::Arc;

use dabiao_model::{Diagnostic, Place, RecordAsk};
use datafusion::arrow::array::{Array, RecordBatch};
use datafusion::arrow::datatypes::DataType;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::common::Result;
use datafusion::datasource::provider_as_source;
use datafusion::logical_expr::{LogicalPlanBuilder, ident};
use futures::StreamExt;

use super::table;
use crate::row::RowReader;
use crate::session::Session;
use crate::shape::{Digits, Reads};
use crate::source::{Found, Source};
use crate::text::heading_of;
use crate::{NAMED, Options};

/// The first records that cannot be used, and whether one of them has only too many digits.
pub(crate) struct Named {
    pub(crate) faults: Vec<Diagnostic>,
    pub(crate) needs_wide: bool,
}

/// Reads the files once more, one after the other, until enough records are named.
pub(crate) async fn named(
    source: &Source,
    reads: &Arc<Reads>,
    ask: &Arc<RecordAsk>,
    digits: Digits,
    options: &Options,
    refused: u64,
) -> Result<Named> {
    // With one partition the rows of a file come in their order.
    let session = Session::new(&Options { threads: 1, progress: None, ..options.clone() })?;
    let wanted = usize::try_from(refused).unwrap_or(usize::MAX).min(NAMED);
    let mut named = Named { faults: Vec::new(), needs_wide: false };
    for found in &source.files {
        let mut reader = RowReader::new(Arc::clone(reads), Arc::clone(ask), digits);
        of_file(&session, source, found, reads, &mut reader, wanted, &mut named.faults).await?;
        named.needs_wide |= reader.needs_wide;
        if named.faults.len() >= wanted {
            break;
        }
    }
    Ok(named)
}

async fn of_file(
    session: &Session,
    source: &Source,
    found: &Found,
    reads: &Arc<Reads>,
    reader: &mut RowReader,
    wanted: usize,
    faults: &mut Vec<Diagnostic>,
) -> Result<()> {
    let table = table(
        session,
        &Source { files: vec![found.clone()], root: None, ..source.clone() },
        std::slice::from_ref(found),
    )
    .await?;
    let schema = table.schema();
    let headings: Vec<String> = schema.fields().iter().map(|field| field.name().clone()).collect();
    // For each column that is read, its heading in the file, or what the name of a folder says.
    let sources: Vec<std::result::Result<String, String>> = reads
        .columns()
        .map(|(_, column)| {
            let of_folder = |(name, _): &&(String, String)| heading_of(column, &[name]).is_some();
            match found.folders.iter().find(of_folder) {
                Some((_, value)) => Err(value.clone()),
                None => heading_of(column, &headings)
                    .and_then(|at| headings.get(at))
                    .cloned()
                    .ok_or_else(String::new),
            }
        })
        .collect();
    let scanned = sources.iter().filter_map(|one| one.as_ref().ok()).map(|name| ident(name.as_str()));
    let scan = LogicalPlanBuilder::scan("records", provider_as_source(table), None)?;
    let plan = scan.project(scanned.collect::<Vec<_>>())?.build()?;
    let frame = session.context.execute_logical_plan(plan).await?;
    let mut batches = frame.execute_stream().await?;
    let file: Arc<str> = found.path.to_string_lossy().into();
    let mut row_number = 0_u64;
    let mut cells = Vec::new();
    while let Some(batch) = batches.next().await {
        let batch = batch?;
        for row in 0..batch.num_rows() {
            row_number = row_number.saturating_add(1);
            let texts = texts(&batch, row, &sources)?;
            let place = |index: usize| {
                let at = reads.columns.iter().position(|one| *one == index);
                let heading = at.and_then(|at| sources.get(at)).and_then(|source| source.as_ref().ok());
                let column = heading.map(|heading| Arc::from(heading.as_str()));
                Place::Cell { file: Arc::clone(&file), row: row_number, column }
            };
            if let Err(fault) = reader.read(texts.iter().map(String::as_str), &mut cells, &place) {
                faults.push(*fault);
                if faults.len() >= wanted {
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

/// The cells of a record as a text file would have them.
fn texts(
    batch: &RecordBatch,
    row: usize,
    sources: &[std::result::Result<String, String>],
) -> Result<Vec<String>> {
    let options = FormatOptions::default();
    let text = |source: &std::result::Result<String, String>| match source {
        Err(value) => Ok(value.clone()),
        Ok(name) => match batch.column_by_name(name) {
            Some(array) if !array.is_null(row) => {
                let text = ArrayFormatter::try_new(array, &options)?.value(row).try_to_string()?;
                // Of a time of day, the day counts.
                let is_time = matches!(array.data_type(), DataType::Timestamp(..) | DataType::Date64);
                Ok(if is_time { text.chars().take("2011-12-31".len()).collect() } else { text })
            }
            _ => Ok(String::new()),
        },
    };
    sources.iter().map(text).collect()
}
