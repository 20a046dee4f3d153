//! What kind of value a metric or an expression has.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{Language, Number, Scale, Unit, Value, Wording};

/// The type of a metric, an assumption or an expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

/// Fraction digits that a value may have and still be shown whole.
const WHOLE: u32 = 6;

/// Digits that an abbreviated value shows at least, not counting the zeros before them.
const SIGNIFICANT: usize = 4;

/// A number as people read it: whole where that is short, abbreviated and marked with `≈` otherwise.
fn shown(number: &Number) -> String {
    const MOST: u32 = 400;
    let whole = number.display(WHOLE);
    if !whole.starts_with('≈') {
        return whole;
    }
    let says_enough = |text: &String| {
        let digits = text.chars().filter(char::is_ascii_digit).skip_while(|digit| *digit == '0');
        digits.count() >= SIGNIFICANT
    };
    (2..=MOST).map(|places| number.display(places)).find(says_enough).unwrap_or(whole)
}

impl Type {
    /// Whether values of the type are numbers.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        matches!(self, Type::Percent | Type::Points | Type::Number | Type::Ratio | Type::Quantity(_))
    }

    /// The value as people read it: `91.2%`, `2 points`, `10 enterprise`, `yes`, `III`.
    ///
    /// A number that needs more than six fraction digits is abbreviated to two, or to as many as show four digits of
    /// it, and marked with `≈`.
    ///
    /// ```
    /// use dabiao_model::{Number, Type, Value};
    /// let share = Value::Number(Number::fraction(57.into(), 64.into()).unwrap());
    /// assert_eq!(Type::Percent.show(&share), "89.0625%");
    /// let third = Value::Number(Number::fraction(1.into(), 3.into()).unwrap());
    /// assert_eq!(Type::Percent.show(&third), "≈33.33%");
    /// ```
    #[must_use]
    pub fn show(&self, value: &Value) -> String {
        self.wording(value).text(Language::English).into_owned()
    }

    /// The value as the people of each language read it; [`Type::show`] is its English text.
    ///
    /// ```
    /// use dabiao_model::{Language, Number, Type, Value};
    /// let margin = Value::Number(Number::fraction(12.into(), 1000.into()).unwrap());
    /// assert_eq!(Type::Points.wording(&margin).text(Language::Chinese), "1.2个百分点");
    /// assert_eq!(Type::YesNo.wording(&Value::YesNo(true)).text(Language::Chinese), "是");
    /// ```
    #[must_use]
    pub fn wording(&self, value: &Value) -> Wording {
        match (self, value) {
            (_, Value::Number(number)) => self.number_wording(number, false),
            (_, Value::YesNo(true)) => Wording::word("value-yes"),
            (_, Value::YesNo(false)) => Wording::word("value-no"),
            (Type::Level(scale), Value::Level(index)) => {
                scale.level(*index).map_or_else(|| Wording::from(index), Wording::from)
            }
            (_, Value::Level(index)) => Wording::from(index),
            (_, Value::Date(date)) => Wording::from(date),
            (_, Value::Period(period)) => Wording::from(period),
            (_, Value::Text(text)) => Wording::from(text),
        }
    }

    /// A number given in base units, counted in the type's own unit; a percent stays a share.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use dabiao_model::{Number, Type, Units};
    /// let unit = Units::shipped().parse("tce/万元").unwrap();
    /// let number = Number::parse("0.000122").unwrap();
    /// assert_eq!(Type::Quantity(Arc::new(unit)).in_own_unit(&number).to_string(), "1.22");
    /// ```
    #[must_use]
    pub fn in_own_unit(&self, number: &Number) -> Number {
        match self {
            Type::Quantity(unit) => number.checked_div(unit.factor()).unwrap_or_else(|| number.clone()),
            _ => number.clone(),
        }
    }

    /// A number with its sign, whichever it is, as changes are shown; zero has none.
    ///
    /// ```
    /// use dabiao_model::{Language, Number, Type};
    /// let change = Type::Points.signed(&Number::fraction(2.into(), 100.into()).unwrap());
    /// assert_eq!(change.text(Language::English), "+2 points");
    /// ```
    #[must_use]
    pub fn signed(&self, number: &Number) -> Wording {
        self.number_wording(number, number.is_positive())
    }

    /// The type of a difference of two such values: points for percents, else the type itself.
    #[must_use]
    pub fn difference(&self) -> Type {
        match self {
            Type::Percent => Type::Points,
            other => other.clone(),
        }
    }

    /// A number given in base units, written in the type's own unit, on request with a plus.
    fn number_wording(&self, number: &Number, plus: bool) -> Wording {
        let hundredfold = || number * &Number::HUNDRED;
        let shown = |number: &Number| {
            let text = shown(number);
            match text.strip_prefix('≈') {
                _ if !plus => text,
                Some(digits) => format!("≈+{digits}"),
                None => format!("+{text}"),
            }
        };
        match self {
            Type::Percent => Wording::Text(format!("{}%", shown(&hundredfold()))),
            Type::Points => {
                let points = hundredfold();
                let id = if points.abs() == Number::ONE { "value-point" } else { "value-points" };
                Wording::about(id, "number", shown(&points))
            }
            Type::Quantity(unit) => {
                let number = shown(&self.in_own_unit(number));
                let args = vec![("number", number.into()), ("unit", unit.as_ref().into())];
                Wording::Message { id: "value-quantity", args }
            }
            _ => Wording::Text(shown(number)),
        }
    }
}

/// The name in English; [`Wording`] has the other languages.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Wording::from(self).text(Language::English))
    }
}
