//! The columns of Parquet files as the cells that questions are asked of.

use std::sync::Arc;

use dabiao_check::TableColumn;
use dabiao_model::{Code, Diagnostic, RecordAsk, Value};
use datafusion::arrow::datatypes::DataType;
use datafusion::catalog::TableProvider;
use datafusion::common::{Result, ScalarValue};
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl};
use datafusion::datasource::provider_as_source;
use datafusion::logical_expr::{Expr, LogicalPlan, LogicalPlanBuilder, cast, ident, lit};

use super::reading::{ReadCell, given, plain_text};
use crate::ask::key::REFUSED;
use crate::date::days_of;
use crate::decimal::Decimal;
use crate::session::Session;
use crate::shape::{Digits, Kind, Reads, Shape, in_own_unit};
use crate::source::{Found, Source};
use crate::text::heading_of;

/// The files of a source as one table.
pub(crate) async fn table(
    session: &Session,
    source: &Source,
    files: &[Found],
) -> Result<Arc<dyn TableProvider>> {
    let state = session.context.state();
    let is_whole = files.len() == source.files.len();
    let urls = match source.root.as_ref().filter(|_| is_whole) {
        Some(root) => vec![ListingTableUrl::parse(format!("{}/", root.display()))?],
        None => files
            .iter()
            .map(|found| ListingTableUrl::parse(found.path.to_string_lossy()))
            .collect::<Result<_>>()?,
    };
    let folders =
        files.first().map(|found| found.folders.as_slice()).filter(|_| is_whole).unwrap_or_default();
    let folders: Vec<(String, DataType)> =
        folders.iter().map(|(name, _)| (name.clone(), DataType::Utf8)).collect();
    let options = ListingOptions::new(Arc::new(ParquetFormat::default()))
        .with_file_extension(".parquet")
        .with_table_partition_cols(folders);
    let mut config = ListingTableConfig::new_with_multi_paths(urls).with_listing_options(options);
    config = config.infer_schema(&state).await?;
    Ok(Arc::new(ListingTable::try_new(config)?))
}

/// The columns that questions read, under their names in the rules, with one that says which records cannot be used
/// where there may be any.
pub(crate) fn cells(
    table: Arc<dyn TableProvider>,
    shape: &Shape<'_>,
    ask: &Arc<RecordAsk>,
    source: &Source,
    digits: Digits,
) -> std::result::Result<Result<LogicalPlan>, Vec<Diagnostic>> {
    let schema = table.schema();
    let mut faults = Vec::new();
    let mut columns: Vec<Expr> = Vec::new();
    let mut refusals: Vec<Expr> = Vec::new();
    let headings: Vec<&String> = schema.fields().iter().map(|field| field.name()).collect();
    for (index, column) in shape.table.columns.iter().enumerate() {
        let Some(heading) = heading_of(column, &headings).and_then(|at| headings.get(at)) else {
            let fault = Diagnostic::new(Code::MissingColumn, source.place()).variant("of-table");
            faults.push(fault.with("name", &column.name).with("table", &shape.table.name));
            continue;
        };
        if !shape.reads.columns.contains(&index) {
            continue;
        }
        let found = schema.field_with_name(heading).map(|field| field.data_type().clone());
        let found = found.unwrap_or(DataType::Null);
        let raw = ident(heading.as_str());
        match cell(shape, ask, index, column, raw, &found, digits) {
            Some(cell) => {
                columns.push(cell.value.alias(&column.name));
                refusals.extend(cell.refused);
            }
            None => {
                let fault = Diagnostic::new(Code::BrokenSource, source.place()).variant("column");
                let fault = fault.with("name", &column.name).with("table", &shape.table.name);
                faults.push(fault.with("found", found.to_string()).with("type", &column.ty));
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if let Some(refused) = refusals.into_iter().reduce(Expr::or) {
        columns.push(refused.alias(REFUSED));
    }
    Ok(scan(table, columns))
}

fn scan(table: Arc<dyn TableProvider>, columns: Vec<Expr>) -> Result<LogicalPlan> {
    let scan = LogicalPlanBuilder::scan("records", provider_as_source(table), None)?;
    // Of a table of which nothing is read, the records are counted all the same.
    if columns.is_empty() { scan.build() } else { scan.project(columns)?.build() }
}

/// A column as questions see it, and when it keeps a record from being used.
struct Cell {
    value: Expr,
    refused: Option<Expr>,
}

fn cell(
    shape: &Shape<'_>,
    ask: &Arc<RecordAsk>,
    index: usize,
    column: &TableColumn,
    raw: Expr,
    found: &DataType,
    digits: Digits,
) -> Option<Cell> {
    let is_time = shape.table.time == Some(index);
    let kind = Kind::of(&column.ty);
    let is_text = matches!(found, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
        || matches!(found, DataType::Dictionary(_, value) if **value == DataType::Utf8);
    let plain = |value: Expr| Some(Cell { value, refused: None });
    let value = match (kind, found) {
        (Kind::Text, _) if is_text && shape.table.entity == Some(index) => {
            // An entity's name is looked at once for each group, and not for each record.
            return plain(text_of(raw, found));
        }
        (Kind::Text, _) if is_text => return plain(plain_text(text_of(raw, found))),
        (Kind::Text | Kind::Period, found) if found.is_integer() => return plain(cast(raw, DataType::Utf8)),
        (Kind::Period, DataType::Date32) => return plain(cast(raw, DataType::Utf8)),
        (Kind::Period, _) if is_text => return plain(plain_text(text_of(raw, found))),
        (Kind::Number, DataType::Decimal128(digits, _)) if *digits <= 28 => raw,
        (Kind::Number, DataType::Decimal32(digits, scale) | DataType::Decimal64(digits, scale)) => {
            cast(raw, DataType::Decimal128(*digits, *scale))
        }
        // Sums need some digits more than what they are taken of.
        (Kind::Number, DataType::Decimal128(_, scale)) => cast(raw, DataType::Decimal256(38, *scale)),
        (Kind::Number, DataType::Decimal256(digits, _)) if *digits <= 66 => raw,
        (Kind::Number, found) if found.is_integer() => cast(raw, DataType::Decimal128(20, 0)),
        (Kind::YesNo, DataType::Boolean) | (Kind::Date, DataType::Date32) => raw,
        (Kind::Date, DataType::Date64 | DataType::Timestamp(..)) => cast(raw, DataType::Date32),
        (Kind::Number, DataType::Float32 | DataType::Float64) => {
            return Some(read(shape, ask, index, raw, digits, is_time, true));
        }
        (Kind::Number | Kind::YesNo | Kind::Date | Kind::Level, _) if is_text => {
            return Some(read(shape, ask, index, text_of(raw, found), digits, is_time, false));
        }
        _ => return None,
    };
    let mut refused = Vec::new();
    if let Some((least, greatest)) = &column.range {
        refused.push(value.clone().lt(bound(column, least)?).or(value.clone().gt(bound(column, greatest)?)));
    }
    if is_time {
        let today = lit(ScalarValue::Date32(Some(days_of(ask.as_of))));
        refused.push(value.clone().is_null().or(value.clone().gt(today)));
    }
    Some(Cell { value, refused: refused.into_iter().reduce(Expr::or) })
}

/// A column of texts without its dictionary.
fn text_of(raw: Expr, found: &DataType) -> Expr {
    match found {
        DataType::Dictionary(..) => cast(raw, DataType::Utf8),
        _ => raw,
    }
}

/// A column that is read value by value, as files of text are.
fn read(
    shape: &Shape<'_>,
    ask: &Arc<RecordAsk>,
    index: usize,
    raw: Expr,
    digits: Digits,
    is_time: bool,
    is_float: bool,
) -> Cell {
    let reads = Reads { columns: vec![index], ..shape.reads.as_ref().clone() };
    let value = ReadCell::call(reads, Arc::clone(ask), digits, raw.clone());
    let is_given = if is_float { raw.is_not_null() } else { given(raw) };
    let unread = value.clone().is_null();
    let refused = if is_time { unread } else { is_given.and(unread) };
    Cell { value, refused: Some(refused) }
}

/// An end of a column's range, as the column has it.
fn bound(column: &TableColumn, value: &Value) -> Option<Expr> {
    Some(match value {
        Value::Number(number) => lit(Decimal::of(&in_own_unit(&column.ty, number))?.literal()?),
        Value::Date(date) => lit(ScalarValue::Date32(Some(days_of(*date)))),
        _ => return None,
    })
}
