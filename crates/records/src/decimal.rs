//! Between exact numbers and the decimals of a query engine.

use dabiao_model::Number;
use datafusion::arrow::datatypes::{DataType, i256};
use datafusion::common::ScalarValue;

use crate::shape::Digits;

/// A finite decimal: its digits as one integer, and how many of them stand behind the point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    digits: String,
    scale: u8,
}

impl Decimal {
    /// A number that is a finite decimal of at most 76 digits.
    pub(crate) fn of(number: &Number) -> Option<Decimal> {
        let text = number.to_string();
        let (whole, behind) = text.split_once('.').unwrap_or((&text, ""));
        let digits = format!("{whole}{behind}");
        let plain = digits.strip_prefix('-').unwrap_or(&digits);
        let is_plain = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
        let scale = u8::try_from(behind.len()).ok()?;
        (is_plain && plain.len() <= 76).then_some(Decimal { digits, scale })
    }

    /// How many digits it has, and how many of them behind the point.
    pub(crate) fn size(&self) -> (u8, u8) {
        let plain = self.digits.trim_start_matches(['-', '0']);
        let digits = u8::try_from(plain.len()).unwrap_or(u8::MAX).max(self.scale).max(1);
        (digits, self.scale)
    }

    /// The decimal as a literal of a query.
    pub(crate) fn literal(&self) -> Option<ScalarValue> {
        let (digits, scale) = self.size();
        let scale = i8::try_from(scale).ok()?;
        if digits <= 38 {
            return Some(ScalarValue::Decimal128(Some(self.digits.parse().ok()?), digits, scale));
        }
        Some(ScalarValue::Decimal256(Some(i256::from_string(&self.digits)?), digits, scale))
    }

    /// The integer that the decimal is of so many digits behind the point; `None` where it has more.
    pub(crate) fn at_scale(&self, scale: u8) -> Option<String> {
        let missing = scale.checked_sub(self.scale)?;
        Some(format!("{}{}", self.digits, "0".repeat(usize::from(missing))))
    }
}

/// A number as a cell of narrow digits.
pub(crate) fn narrow(number: &Number) -> Option<i128> {
    let cell: i128 = Decimal::of(number)?.at_scale(10)?.parse().ok()?;
    (cell.unsigned_abs() < 10_u128.pow(28)).then_some(cell)
}

/// A number as a cell of wide digits.
pub(crate) fn wide(number: &Number) -> Option<i256> {
    let digits = Decimal::of(number)?.at_scale(30)?;
    let length = digits.trim_start_matches(['-', '0']).len();
    if length <= 66 { i256::from_string(&digits) } else { None }
}

/// The narrow cell of a plain decimal, `-12.50`, without the way over an exact number; `None` for any other text.
pub(crate) fn plain(text: &str) -> Option<i128> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1_i128, rest),
        None => (1, text),
    };
    let (whole, behind) = rest.split_once('.').unwrap_or((rest, "0"));
    let are_digits = |part: &str, most: usize| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !are_digits(whole, 18) || !are_digits(behind, 10) {
        return None;
    }
    let mut cell: i128 = 0;
    for byte in whole.bytes().chain(behind.bytes()) {
        cell = cell.checked_mul(10)?.checked_add(i128::from(byte.checked_sub(b'0')?))?;
    }
    let missing = u32::try_from(10_usize.checked_sub(behind.len())?).ok()?;
    cell.checked_mul(10_i128.checked_pow(missing)?)?.checked_mul(sign)
}

/// The digits and the scale of a decimal type.
pub(crate) fn size_of(data_type: &DataType) -> Option<(u8, u8)> {
    match data_type {
        DataType::Decimal128(digits, scale) | DataType::Decimal256(digits, scale) => {
            Some((*digits, u8::try_from(*scale).ok()?))
        }
        _ => None,
    }
}

/// The digits of which a number is read from a text.
pub(crate) fn fits(number: &Number, digits: Digits) -> bool {
    match digits {
        Digits::Narrow => narrow(number).is_some(),
        Digits::Wide => wide(number).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_decimals_read_as_exact_numbers_do() {
        for text in ["0", "12.50", "-0.0000000001", "999999999999999999.9999999999", "007"] {
            assert_eq!(plain(text), narrow(&Number::parse(text).unwrap()), "{text}");
        }
        for text in ["", "-", "1e3", "1_000", ".5", "5.", "0.00000000001", "1234567890123456789", "１"] {
            assert_eq!(plain(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_that_do_not_fit_are_told() {
        let third = Number::fraction(1.into(), 3.into()).unwrap();
        assert_eq!((narrow(&third), wide(&third)), (None, None));
        let small = Number::parse("0.00000000001").unwrap();
        assert!(narrow(&small).is_none() && wide(&small).is_some());
    }

    #[test]
    fn literals_keep_their_digits() {
        let literal = |text: &str| Decimal::of(&Number::parse(text).unwrap()).unwrap().literal().unwrap();
        assert_eq!(literal("-0.25"), ScalarValue::Decimal128(Some(-25), 2, 2));
        assert_eq!(literal("100"), ScalarValue::Decimal128(Some(100), 3, 0));
        assert_eq!(literal("0"), ScalarValue::Decimal128(Some(0), 1, 0));
    }
}
