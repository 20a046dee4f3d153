//! Ordered values as numbers and back.

use jiff::civil::Date;

use crate::{Number, Period, Type, Value};

/// Days are counted from here.
const EPOCH: Date = Date::constant(1970, 1, 1);

impl Value {
    /// The number that stands for an ordered value: a level by its position from the worst, a day by its distance
    /// from 1970. `None` for values that have no such order.
    ///
    /// ```
    /// use dabiao_model::{Number, Type, Value, parse_date};
    /// let day = Value::Date(parse_date("1970-01-31").unwrap());
    /// assert_eq!(day.ordinal(), Some(Number::from(30)));
    /// assert_eq!(Type::Date.at_ordinal(Number::from(30)), Some(day));
    /// ```
    #[must_use]
    pub fn ordinal(&self) -> Option<Number> {
        match self {
            Value::Number(number) => Some(number.clone()),
            Value::Level(index) => Some(Number::from(*index)),
            Value::Date(date) => Some(Number::from(EPOCH.until(*date).ok()?.get_days())),
            Value::YesNo(_) | Value::Period(_) | Value::Text(_) => None,
        }
    }
}

impl Type {
    /// The value of this type that a number stands for, as [`Value::ordinal`] tells it; `None` where there is none.
    #[must_use]
    pub fn at_ordinal(&self, number: Number) -> Option<Value> {
        match self {
            Type::Level(scale) => {
                let index = usize::try_from(number.to_i128()?).ok()?;
                scale.level(index).map(|_| Value::Level(index))
            }
            Type::Date => {
                let days = i32::try_from(number.to_i128()?).ok()?;
                Some(Value::Date(Period::day(EPOCH)?.shift(days)?.start()))
            }
            Type::YesNo | Type::Period | Type::Text => None,
            _ => Some(Value::Number(number)),
        }
    }
}
