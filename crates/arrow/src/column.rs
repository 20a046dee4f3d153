//! One column of a batch, whatever its type.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Date32Type, Decimal32Type, Decimal64Type, Decimal128Type,
    Decimal256Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type,
    UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, DictionaryArray, PrimitiveArray, downcast_dictionary_array};
use arrow_schema::DataType;
use dabiao::PlainDecimal;
use jiff::Span;
use jiff::civil::Date;

/// A value of a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'a> {
    /// Nothing.
    Missing,
    /// A decimal of at most 18 digits.
    Number(PlainDecimal),
    /// Any other value, as a data file would have it.
    Text(Cow<'a, str>),
}

/// Why a column cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It holds floats, and nobody said how many decimals they have.
    Float,
    /// Its type says nothing that a metric could be.
    Type(String),
}

/// How the values of a column are read.
pub(crate) struct Column<'a> {
    array: &'a dyn Array,
    read: Read<'a>,
}

type Reader<'a> = Box<dyn Fn(usize) -> Cell<'a> + 'a>;

enum Read<'a> {
    Nothing,
    By(Reader<'a>),
}

impl<'a> Column<'a> {
    /// A column; floats have so many decimals.
    pub(crate) fn new(array: &'a ArrayRef, decimals: Option<u8>) -> Result<Column<'a>, Unreadable> {
        let array: &'a dyn Array = array.as_ref();
        Ok(Column { array, read: read(array, decimals)? })
    }

    /// The value of a row.
    pub(crate) fn get(&self, row: usize) -> Cell<'a> {
        match &self.read {
            Read::By(read) if !self.array.is_null(row) => read(row),
            _ => Cell::Missing,
        }
    }
}

fn read<'a>(array: &'a dyn Array, decimals: Option<u8>) -> Result<Read<'a>, Unreadable> {
    let float = |by: Reader<'a>| if decimals.is_some() { Ok(Read::By(by)) } else { Err(Unreadable::Float) };
    let places = usize::from(decimals.unwrap_or_default());
    Ok(match array.data_type() {
        DataType::Null => Read::Nothing,
        DataType::Int8 => integers::<Int8Type>(array),
        DataType::Int16 => integers::<Int16Type>(array),
        DataType::Int32 => integers::<Int32Type>(array),
        DataType::Int64 => integers::<Int64Type>(array),
        DataType::UInt8 => integers::<UInt8Type>(array),
        DataType::UInt16 => integers::<UInt16Type>(array),
        DataType::UInt32 => integers::<UInt32Type>(array),
        DataType::UInt64 => integers::<UInt64Type>(array),
        DataType::Decimal32(_, scale) => {
            decimals_of::<Decimal32Type>(array, *scale, PrimitiveArray::value_as_string)
        }
        DataType::Decimal64(_, scale) => {
            decimals_of::<Decimal64Type>(array, *scale, PrimitiveArray::value_as_string)
        }
        DataType::Decimal128(_, scale) => {
            decimals_of::<Decimal128Type>(array, *scale, PrimitiveArray::value_as_string)
        }
        DataType::Decimal256(_, _) => {
            let values = array.as_primitive::<Decimal256Type>();
            Read::By(Box::new(|row| text(values.value_as_string(row))))
        }
        DataType::Float32 => {
            let values = array.as_primitive::<Float32Type>();
            float(Box::new(move |row| text(format!("{:.places$}", values.value(row)))))?
        }
        DataType::Float64 => {
            let values = array.as_primitive::<Float64Type>();
            float(Box::new(move |row| text(format!("{:.places$}", values.value(row)))))?
        }
        DataType::Boolean => {
            let values = array.as_boolean();
            Read::By(Box::new(|row| Cell::Text(Cow::Borrowed(if values.value(row) { "yes" } else { "no" }))))
        }
        DataType::Date32 => {
            let values = array.as_primitive::<Date32Type>();
            Read::By(Box::new(|row| text(day(values.value(row)))))
        }
        DataType::Utf8 => {
            let values = array.as_string::<i32>();
            Read::By(Box::new(|row| Cell::Text(Cow::Borrowed(values.value(row).trim()))))
        }
        DataType::LargeUtf8 => {
            let values = array.as_string::<i64>();
            Read::By(Box::new(|row| Cell::Text(Cow::Borrowed(values.value(row).trim()))))
        }
        DataType::Utf8View => {
            let values = array.as_string_view();
            Read::By(Box::new(|row| Cell::Text(Cow::Borrowed(values.value(row).trim()))))
        }
        DataType::Dictionary(_, _) => dictionary(array, decimals)?,
        other => return Err(Unreadable::Type(other.to_string())),
    })
}

fn integers<'a, T: ArrowPrimitiveType>(array: &'a dyn Array) -> Read<'a>
where
    T::Native: ToString + TryInto<i64>,
{
    let values = array.as_primitive::<T>();
    Read::By(Box::new(|row| {
        let value = values.value(row);
        match value.try_into() {
            Ok(digits) => Cell::Number(PlainDecimal { digits, places: 0 }),
            Err(_) => text(value.to_string()),
        }
    }))
}

/// Decimals whose integers are held in two machine words or fewer; those that do not fit one are given as texts.
fn decimals_of<'a, T: ArrowPrimitiveType>(
    array: &'a dyn Array,
    scale: i8,
    show: impl Fn(&PrimitiveArray<T>, usize) -> String + 'a,
) -> Read<'a>
where
    T::Native: TryInto<i64>,
{
    let values = array.as_primitive::<T>();
    let places = u32::try_from(scale).ok();
    Read::By(Box::new(move |row| match (places, values.value(row).try_into()) {
        (Some(places), Ok(digits)) => Cell::Number(PlainDecimal { digits, places }),
        _ => text(show(values, row)),
    }))
}

/// The values of a dictionary behind its keys.
fn dictionary<'a>(array: &'a dyn Array, decimals: Option<u8>) -> Result<Read<'a>, Unreadable> {
    downcast_dictionary_array!(
        array => keyed(array, decimals),
        other => Err(Unreadable::Type(other.to_string())),
    )
}

fn keyed<'a, K: ArrowDictionaryKeyType>(
    array: &'a DictionaryArray<K>,
    decimals: Option<u8>,
) -> Result<Read<'a>, Unreadable> {
    let values = Column::new(array.values(), decimals)?;
    Ok(Read::By(Box::new(move |row| array.key(row).map_or(Cell::Missing, |key| values.get(key)))))
}

fn text<'a>(text: String) -> Cell<'a> {
    Cell::Text(Cow::Owned(text))
}

/// The day so many days after 1970-01-01, as a data file has it. One beyond the calendar is shown as its number, which no
/// type reads.
fn day(days: i32) -> String {
    let span = Span::new().try_days(i64::from(days));
    let date = span.and_then(|span| Date::constant(1970, 1, 1).checked_add(span));
    date.map_or_else(|_| format!("day {days}"), |date| date.to_string())
}
