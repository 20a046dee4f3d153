//! Cells of a query's tables as values of a plan.

use dabiao_model::{Number, Period, Type, Value, parse_date};
use datafusion::arrow::array::{Array, ArrayRef, AsArray};
use datafusion::arrow::datatypes::{
    DataType, Date32Type, Decimal128Type, Decimal256Type, Int8Type, Int16Type, Int32Type, Int64Type,
};

use crate::date::date_of;
use crate::shape::factor;

/// A cell as a value of a column's type, in base units; `None` where it is missing.
pub(crate) fn value_at(array: &ArrayRef, row: usize, ty: &Type) -> Option<Value> {
    if array.is_null(row) || row >= array.len() {
        return None;
    }
    match ty {
        Type::YesNo => truth_at(array, row).map(Value::YesNo),
        Type::Level(_) => Some(Value::Level(usize::try_from(whole_at(array, row)?).ok()?)),
        Type::Date => {
            let date = match array.as_primitive_opt::<Date32Type>() {
                Some(days) => date_of(days.value(row)),
                None => parse_date(text_at(array, row)?),
            };
            date.map(Value::Date)
        }
        Type::Period => Period::parse(text_at(array, row)?).map(Value::Period),
        Type::Text => Some(Value::Text(text_at(array, row)?.to_string())),
        _ => Some(Value::Number(&number_at(array, row)? * &factor(ty))),
    }
}

/// An exact number, without a unit.
pub(crate) fn number_at(array: &ArrayRef, row: usize) -> Option<Number> {
    let text = match array.data_type() {
        DataType::Decimal128(..) => array.as_primitive_opt::<Decimal128Type>()?.value_as_string(row),
        DataType::Decimal256(..) => array.as_primitive_opt::<Decimal256Type>()?.value_as_string(row),
        _ => match text_at(array, row) {
            Some(text) => text.to_string(),
            None => return whole_at(array, row).map(Number::from),
        },
    };
    Number::parse(&text).ok()
}

/// A truth value.
pub(crate) fn truth_at(array: &ArrayRef, row: usize) -> Option<bool> {
    if array.is_null(row) {
        return None;
    }
    match array.as_boolean_opt() {
        Some(cells) => Some(cells.value(row)),
        // Databases answer in texts.
        None => Some(matches!(text_at(array, row)?, "t" | "true" | "1" | "True")),
    }
}

/// A whole number.
pub(crate) fn whole_at(array: &ArrayRef, row: usize) -> Option<i64> {
    if array.is_null(row) {
        return None;
    }
    match array.data_type() {
        DataType::Int8 => Some(array.as_primitive_opt::<Int8Type>()?.value(row).into()),
        DataType::Int16 => Some(array.as_primitive_opt::<Int16Type>()?.value(row).into()),
        DataType::Int32 => Some(array.as_primitive_opt::<Int32Type>()?.value(row).into()),
        DataType::Int64 => Some(array.as_primitive_opt::<Int64Type>()?.value(row)),
        // Databases answer in texts.
        _ => text_at(array, row)?.parse().ok(),
    }
}

/// A count; 0 where there is none.
pub(crate) fn count_at(array: &ArrayRef, row: usize) -> u64 {
    whole_at(array, row).and_then(|count| u64::try_from(count).ok()).unwrap_or(0)
}

/// A text.
pub(crate) fn text_at(array: &ArrayRef, row: usize) -> Option<&str> {
    if array.is_null(row) {
        return None;
    }
    match array.data_type() {
        DataType::Utf8 => Some(array.as_string_opt::<i32>()?.value(row)),
        DataType::LargeUtf8 => Some(array.as_string_opt::<i64>()?.value(row)),
        DataType::Utf8View => Some(array.as_string_view_opt()?.value(row)),
        _ => None,
    }
}
