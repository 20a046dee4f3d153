//! The verdicts of a run as a batch.

use std::sync::Arc;

use arrow_array::builder::StringDictionaryBuilder;
use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use dabiao::{Metrics, Plan, Prepared};

/// The verdicts of the last run: a row for each entity, `entity` and `period` first, then a column for each target under its
/// id, of dictionaries of the verdicts' names. A target that recurs has a column for each of its periods, `id@2011`.
///
/// `period` is that of the first column.
///
/// # Errors
/// Where Arrow refuses the batch.
pub fn verdicts(plan: &Plan, prepared: &Prepared, metrics: &Metrics) -> Result<RecordBatch, ArrowError> {
    let columns = prepared.verdicts().columns();
    let entities: Vec<Option<&str>> = prepared.entities(metrics).collect();
    let rows = entities.len();
    let period = |row| columns.first().and_then(|column| column.period(row)).map(|period| period.to_string());
    let periods: StringArray = (0..rows).map(period).collect();
    let mut fields =
        vec![Field::new("entity", DataType::Utf8, true), Field::new("period", DataType::Utf8, true)];
    let mut arrays: Vec<ArrayRef> = vec![Arc::new(StringArray::from(entities)), Arc::new(periods)];
    for column in columns {
        let recurs = columns.iter().filter(|other| other.target() == column.target()).count() > 1;
        let id = plan.checked().targets.get(column.target()).map_or("", |target| target.id.as_str());
        let name = match column.period(0).filter(|_| recurs) {
            Some(period) => format!("{id}@{period}"),
            None => id.to_string(),
        };
        let mut verdicts = StringDictionaryBuilder::<Int8Type>::new();
        for row in 0..rows {
            verdicts.append(column.verdict(row).as_str())?;
        }
        let array = verdicts.finish();
        fields.push(Field::new(name, arrow_array::Array::data_type(&array).clone(), false));
        arrays.push(Arc::new(array));
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
}
