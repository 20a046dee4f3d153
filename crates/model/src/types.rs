//! What kind of value a metric or an expression has.

use std::fmt;
use std::sync::Arc;

use crate::{Number, Scale, Unit, Value};

/// The type of a metric, an assumption or an expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// A share such as `90%`.
    Percent,
    /// A difference of shares such as `2 points`.
    Points,
    /// A plain number.
    Number,
    /// A quotient of like quantities: reads as a number and compares with percents.
    Ratio,
    /// A quantity with a unit.
    Quantity(Arc<Unit>),
    /// Yes or no; also every condition.
    YesNo,
    /// A level of an ordered scale.
    Level(Arc<Scale>),
    /// A day.
    Date,
    /// A period.
    Period,
    /// A text.
    Text,
}

/// Fraction digits that people are shown before a value is abbreviated with `≈`.
const SHOWN_DIGITS: u32 = 6;

impl Type {
    /// Whether values of the type are numbers.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        matches!(self, Type::Percent | Type::Points | Type::Number | Type::Ratio | Type::Quantity(_))
    }

    /// The value as people read it: `91.2%`, `2 points`, `10 enterprise`, `yes`, `III`.
    ///
    /// A number that needs more than six fraction digits is abbreviated and marked with `≈`.
    ///
    /// ```
    /// use dabiao_model::{Number, Type, Value};
    /// let share = Value::Number(Number::fraction(57.into(), 64.into()).unwrap());
    /// assert_eq!(Type::Percent.show(&share), "89.0625%");
    /// let third = Value::Number(Number::fraction(1.into(), 3.into()).unwrap());
    /// assert_eq!(Type::Percent.show(&third), "≈33.333333%");
    /// ```
    #[must_use]
    pub fn show(&self, value: &Value) -> String {
        match (self, value) {
            (_, Value::Number(number)) => self.show_number(number),
            (_, Value::YesNo(true)) => "yes".to_string(),
            (_, Value::YesNo(false)) => "no".to_string(),
            (Type::Level(scale), Value::Level(index)) => {
                scale.level(*index).map_or_else(|| index.to_string(), str::to_string)
            }
            (_, Value::Level(index)) => index.to_string(),
            (_, Value::Date(date)) => date.to_string(),
            (_, Value::Period(period)) => period.to_string(),
            (_, Value::Text(text)) => text.clone(),
        }
    }

    /// The type of a difference of two such values: points for percents, else the type itself.
    #[must_use]
    pub fn difference(&self) -> Type {
        match self {
            Type::Percent => Type::Points,
            other => other.clone(),
        }
    }

    /// A number given in base units, written in the type's own unit.
    fn show_number(&self, number: &Number) -> String {
        match self {
            Type::Percent => format!("{}%", (number * &Number::HUNDRED).display(SHOWN_DIGITS)),
            Type::Points => {
                let points = number * &Number::HUNDRED;
                let word = if points.abs() == Number::ONE { "point" } else { "points" };
                format!("{} {word}", points.display(SHOWN_DIGITS))
            }
            Type::Quantity(unit) => {
                let in_unit = number.checked_div(unit.factor()).unwrap_or_else(|| number.clone());
                format!("{} {}", in_unit.display(SHOWN_DIGITS), unit.label())
            }
            _ => number.display(SHOWN_DIGITS),
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Percent => f.write_str("percent"),
            Type::Points => f.write_str("points"),
            Type::Number | Type::Ratio => f.write_str("number"),
            Type::Quantity(unit) => f.write_str(unit.label()),
            Type::YesNo => f.write_str("yes/no"),
            Type::Level(scale) => f.write_str(scale.name()),
            Type::Date => f.write_str("date"),
            Type::Period => f.write_str("period"),
            Type::Text => f.write_str("text"),
        }
    }
}
