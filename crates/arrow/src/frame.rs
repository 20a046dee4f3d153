//! From a record batch to a table of metrics.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::RecordBatch;
use dabiao::{Code, Diagnostic, Error, Intake, Metrics, Period, Place, Plan, RawCell, RowHead, Wording};

use crate::column::{Cell, Column, Unreadable};

/// The columns that say whom a row speaks of, and when.
const ENTITY: [&str; 2] = ["entity", "地区"];
const PERIOD: [&str; 2] = ["period", "时期"];

/// The metrics of a batch: [`Frame`] says how a batch is read.
///
/// # Errors
/// [`Error::Data`] with everything that is wrong with the batch and its values.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{Int64Array, RecordBatch, StringArray};
/// let plan = dabiao::Plan::parse("complaints falls by at least 20% since 2010")?;
/// let batch = RecordBatch::try_from_iter([
///     ("period", Arc::new(StringArray::from(vec!["2010", "2011"])) as _),
///     ("complaints", Arc::new(Int64Array::from(vec![250, 200])) as _),
/// ])?;
/// let metrics = dabiao_arrow::metrics_from_record_batch(&plan, &batch)?;
/// assert!(plan.evaluate(&metrics).as_of("2011-12-31").run()?["complaints"].is_met());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn metrics_from_record_batch(plan: &Plan, batch: &RecordBatch) -> Result<Metrics, Error> {
    Frame::new(batch).metrics(plan)
}

/// A wide batch on its way into a table of metrics.
///
/// | type of a column | what becomes of it |
/// |---|---|
/// | decimals of any width, integers | the number as it is, in the metric's own unit: 91.2 of a percent is 91.2 % |
/// | texts, also as views and in dictionaries | read as in a data file: `91.2%`, `456/500`, `III`, `yes` |
/// | booleans, dates | yes and no, days |
/// | floats | refused, unless [`Frame::decimals`] says how many decimals they have |
/// | nulls | missing values |
///
/// Faults and evidence count the rows of a batch from 1.
#[derive(Debug, Clone)]
pub struct Frame<'b> {
    batch: &'b RecordBatch,
    name: Arc<str>,
    decimals: HashMap<String, u8>,
}

impl<'b> Frame<'b> {
    /// A batch that evidence and faults call `batch`.
    #[must_use]
    pub fn new(batch: &'b RecordBatch) -> Frame<'b> {
        Frame { batch, name: "batch".into(), decimals: HashMap::new() }
    }

    /// Another name for evidence and faults, such as that of the file or the query that the batch is from.
    #[must_use]
    pub fn named(mut self, name: &str) -> Frame<'b> {
        self.name = name.into();
        self
    }

    /// Says that the floats of a column are decimals of so many places: each is read as the nearest of them.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use arrow_array::{Float64Array, RecordBatch};
    /// let plan = dabiao::Plan::parse("x >= 0.3")?;
    /// let sum = 0.1 + 0.2;
    /// let batch = RecordBatch::try_from_iter([("x", Arc::new(Float64Array::from(vec![sum])) as _)])?;
    /// assert!(dabiao_arrow::metrics_from_record_batch(&plan, &batch).is_err());
    /// let metrics = dabiao_arrow::Frame::new(&batch).decimals("x", 2).metrics(&plan)?;
    /// assert!(plan.evaluate(&metrics).as_of("2011-12-31").run()?["x"].is_met());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn decimals(mut self, column: &str, places: u8) -> Frame<'b> {
        self.decimals.insert(column.to_string(), places);
        self
    }

    /// The metrics of the batch.
    ///
    /// # Errors
    /// [`Error::Data`] with everything that is wrong with the batch and its values.
    pub fn metrics(&self, plan: &Plan) -> Result<Metrics, Error> {
        let mut metrics = plan.metrics();
        self.fill(&mut metrics)?;
        Ok(metrics)
    }

    /// Adds the values of the batch to a table.
    ///
    /// # Errors
    /// As for [`Frame::metrics`]. The table is then not one to judge.
    pub fn fill(&self, metrics: &mut Metrics) -> Result<(), Error> {
        metrics.fill(|intake| self.read(intake))
    }

    fn read(&self, intake: &mut dyn Intake) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        let mut context = [None, None];
        let mut values = Vec::new();
        let schema = self.batch.schema();
        for (index, (field, array)) in schema.fields().iter().zip(self.batch.columns()).enumerate() {
            let name: Arc<str> = field.name().as_str().into();
            let column = match Column::new(array, self.decimals.get(field.name()).copied()) {
                Ok(column) => column,
                Err(fault) => {
                    faults.push(self.unreadable(&name, &fault));
                    continue;
                }
            };
            let role = [ENTITY, PERIOD].iter().position(|names| names.contains(&field.name().as_str()));
            match role.and_then(|role| context.get_mut(role)) {
                Some(place) => *place = Some((name, column)),
                None => values.push((index, name, column)),
            }
        }
        let [entity, period] = context;
        intake.file(&self.name);
        for (row, line) in (0..self.batch.num_rows()).zip(1_u64..) {
            let said = |column: &Option<(Arc<str>, Column<'_>)>| {
                column.as_ref().map(|(_, column)| words(&column.get(row))).filter(|text| !text.is_empty())
            };
            let (entity, told) = (said(&entity), said(&period));
            let period = match told.as_deref().map(|text| (text, Period::parse(text))) {
                None => None,
                Some((_, Some(period))) => Some(period),
                Some((text, None)) => {
                    let fault = Diagnostic::new(Code::UnreadablePeriod, self.place(PERIOD[0], line));
                    faults.push(fault.variant("alone").with("text", text));
                    continue;
                }
            };
            intake.row(&RowHead { entity: entity.as_deref(), period, provisional: false, source: None });
            for (index, name, column) in &values {
                give(intake, *index, name, line, &column.get(row));
            }
        }
        faults
    }

    fn place(&self, column: &str, row: u64) -> Place {
        Place::Cell { file: Arc::clone(&self.name), row, column: Some(column.into()) }
    }

    fn unreadable(&self, column: &str, fault: &Unreadable) -> Diagnostic {
        let reason = match fault {
            Unreadable::Float => Wording::word("given-float"),
            Unreadable::Type(name) => Wording::about("given-column", "type", name),
        };
        let place = Place::Cell { file: Arc::clone(&self.name), row: 1, column: Some(column.into()) };
        let fault = Diagnostic::new(Code::UnreadableValue, place).with("text", column).with("metric", column);
        fault.with("type", Wording::word("given-value")).with("reason", reason)
    }
}

fn give(intake: &mut dyn Intake, heading: usize, name: &Arc<str>, line: u64, value: &Cell<'_>) {
    let mut cell = RawCell {
        metric: name,
        heading: Some(heading),
        text: "",
        offset: None,
        line,
        column: name,
        element: None,
        unit: None,
        named_at: None,
        unit_at: None,
    };
    if let Cell::Number(number) = value
        && intake.number(&cell, *number)
    {
        return;
    }
    let text = words(value);
    cell.text = &text;
    intake.cell(&cell);
}

/// A value as a data file would have it.
fn words(value: &Cell<'_>) -> String {
    match value {
        Cell::Missing => String::new(),
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => dabiao::Number::of_scaled(number.digits, number.places).to_string(),
    }
}
