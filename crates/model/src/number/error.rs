//! Why a text or a value is not an exact number.

use std::fmt;

use crate::{Language, Wording};

/// Why something is not a number, or a number is not something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// The text is empty.
    Empty,
    /// The text is no number.
    NotANumber {
        /// The byte offset of the first character that does not belong there; the text's length where it ends early.
        at: usize,
    },
    /// More than 400 significant digits, or digits more than 800 places from the point.
    TooLong,
    /// The fraction's denominator is zero.
    ZeroDenominator,
    /// The exponent is below −400 or above 400.
    ExponentOutOfRange,
    /// The float is an infinity or not a number.
    NotFinite,
    /// The number has no exact form as a decimal of 28 places and 96 bits.
    NotADecimal,
}

/// In English; [`Wording`] has the other languages.
impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Wording::from(self).text(Language::English))
    }
}
