//! Files of records.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Date32Builder, Decimal128Builder, Int32Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use crate::Form;
use crate::country::Country;
use crate::record::{CATEGORIES, Day, OUTCOMES, Record};

/// A file that is being written.
pub(crate) enum Output<'c> {
    Parquet(Box<Columns<'c>>),
    Text(BufWriter<File>, Form, &'c Country),
}

/// Rows that are written at once.
const BATCH: usize = 65_536;

impl<'c> Output<'c> {
    pub(crate) fn create(folder: &Path, form: Form, country: &'c Country) -> io::Result<Output<'c>> {
        let file = |ending: &str| File::create(folder.join(format!("samples.{ending}")));
        Ok(match form {
            Form::Parquet => Output::Parquet(Box::new(Columns::new(file("parquet")?, country)?)),
            Form::Csv => {
                let mut file = BufWriter::new(file("csv")?);
                writeln!(file, "entity,sampled_on,category,outcome,lead,fine,days,mended,online")?;
                Output::Text(file, form, country)
            }
            Form::Jsonl => Output::Text(BufWriter::new(file("jsonl")?), form, country),
        })
    }

    pub(crate) fn write(&mut self, record: &Record) -> io::Result<()> {
        match self {
            Output::Parquet(columns) => columns.push(record),
            Output::Text(file, form, country) => text(file, *form, country, record),
        }
    }

    pub(crate) fn close(self) -> io::Result<()> {
        match self {
            Output::Parquet(columns) => columns.close(),
            Output::Text(mut file, _, _) => file.flush(),
        }
    }
}

fn text(file: &mut impl Write, form: Form, country: &Country, record: &Record) -> io::Result<()> {
    let yes = |truth: bool| if truth { "yes" } else { "no" };
    let day = record.day.map_or(String::new(), |day| format!("{}-{:02}-{:02}", day.year, day.month, day.day));
    let (county, category) = (country.county(record.county), name(&CATEGORIES, record.category));
    let (outcome, lead) = (name(&OUTCOMES, record.outcome), decimal(record.lead, 4));
    let fine = record.fine.map(|fine| decimal(fine, 2));
    let (days, online) = (record.days, yes(record.online));
    if form == Form::Csv {
        let (fine, mended) = (fine.unwrap_or_default(), record.mended.map_or("", yes));
        return writeln!(file, "{county},{day},{category},{outcome},{lead},{fine},{days},{mended},{online}");
    }
    let fine = fine.unwrap_or("null".to_string());
    let mended = record.mended.map_or("null".to_string(), |mended| mended.to_string());
    let online = record.online;
    writeln!(
        file,
        "{{\"entity\": \"{county}\", \"sampled_on\": \"{day}\", \"category\": \"{category}\", \"outcome\": \"{outcome}\", \
         \"lead\": {lead}, \"fine\": {fine}, \"days\": {days}, \"mended\": {mended}, \"online\": {online}}}"
    )
}

fn name(names: &[&'static str], index: usize) -> &'static str {
    names.get(index).copied().unwrap_or("")
}

/// `12345` of two digits behind the point is `123.45`.
fn decimal(value: i64, digits: usize) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let text = format!("{:0>width$}", value.unsigned_abs(), width = digits.saturating_add(1));
    let (whole, behind) = text.split_at_checked(text.len().saturating_sub(digits)).unwrap_or((&text, ""));
    format!("{sign}{whole}.{behind}")
}

/// The columns of a Parquet file.
pub(crate) struct Columns<'c> {
    country: &'c Country,
    writer: ArrowWriter<File>,
    schema: SchemaRef,
    rows: usize,
    entity: StringBuilder,
    day: Date32Builder,
    category: StringBuilder,
    outcome: StringBuilder,
    lead: Decimal128Builder,
    fine: Decimal128Builder,
    days: Int32Builder,
    mended: BooleanBuilder,
    online: BooleanBuilder,
}

const LEAD: DataType = DataType::Decimal128(9, 4);
const FINE: DataType = DataType::Decimal128(9, 2);

impl<'c> Columns<'c> {
    fn new(file: File, country: &'c Country) -> io::Result<Columns<'c>> {
        let field = |name: &str, data_type| Field::new(name, data_type, true);
        let schema = Arc::new(Schema::new(vec![
            field("entity", DataType::Utf8),
            field("sampled_on", DataType::Date32),
            field("category", DataType::Utf8),
            field("outcome", DataType::Utf8),
            field("lead", LEAD),
            field("fine", FINE),
            field("days", DataType::Int32),
            field("mended", DataType::Boolean),
            field("online", DataType::Boolean),
        ]));
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        Ok(Columns {
            country,
            writer: ArrowWriter::try_new(file, Arc::clone(&schema), Some(properties))?,
            schema,
            rows: 0,
            entity: StringBuilder::new(),
            day: Date32Builder::new(),
            category: StringBuilder::new(),
            outcome: StringBuilder::new(),
            lead: Decimal128Builder::new().with_data_type(LEAD),
            fine: Decimal128Builder::new().with_data_type(FINE),
            days: Int32Builder::new(),
            mended: BooleanBuilder::new(),
            online: BooleanBuilder::new(),
        })
    }

    fn push(&mut self, record: &Record) -> io::Result<()> {
        self.entity.append_value(self.country.county(record.county));
        self.day.append_option(record.day.map(days_of));
        self.category.append_value(name(&CATEGORIES, record.category));
        self.outcome.append_value(name(&OUTCOMES, record.outcome));
        self.lead.append_value(record.lead.into());
        self.fine.append_option(record.fine.map(i128::from));
        self.days.append_value(i32::try_from(record.days).unwrap_or(i32::MAX));
        self.mended.append_option(record.mended);
        self.online.append_value(record.online);
        self.rows = self.rows.saturating_add(1);
        if self.rows < BATCH { Ok(()) } else { self.put() }
    }

    fn put(&mut self) -> io::Result<()> {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.entity.finish()),
            Arc::new(self.day.finish()),
            Arc::new(self.category.finish()),
            Arc::new(self.outcome.finish()),
            Arc::new(self.lead.finish()),
            Arc::new(self.fine.finish()),
            Arc::new(self.days.finish()),
            Arc::new(self.mended.finish()),
            Arc::new(self.online.finish()),
        ];
        self.rows = 0;
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns).map_err(io::Error::other)?;
        Ok(self.writer.write(&batch)?)
    }

    fn close(mut self) -> io::Result<()> {
        if self.rows > 0 {
            self.put()?;
        }
        self.writer.close()?;
        Ok(())
    }
}

/// The days from 1970-01-01 to a day.
fn days_of(day: Day) -> i32 {
    // Years counted from March on have their leap day last.
    let (year, month) = match day.month {
        1 | 2 => (i32::from(day.year).saturating_sub(1), i32::from(day.month).saturating_add(9)),
        month => (i32::from(day.year), i32::from(month).saturating_sub(3)),
    };
    let part = |divisor: i32| year.checked_div(divisor).unwrap_or(0);
    let leap_days = part(4).saturating_sub(part(100)).saturating_add(part(400));
    let months = month.saturating_mul(153).saturating_add(2).checked_div(5).unwrap_or(0);
    let days = year.saturating_mul(365).saturating_add(leap_days).saturating_add(months);
    days.saturating_add(i32::from(day.day)).saturating_sub(719_469)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970_on() {
        let days = |year, month, day| days_of(Day { year, month, day });
        assert_eq!((days(1970, 1, 1), days(2000, 2, 29), days(2025, 12, 31)), (0, 11_016, 20_453));
    }

    #[test]
    fn decimals_have_their_digits() {
        assert_eq!((decimal(-1, 4).as_str(), decimal(12_345, 2).as_str()), ("-0.0001", "123.45"));
    }
}
