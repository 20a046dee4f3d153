//! Why a text or a value is not an exact number.

/// Why something is not a number, or a number is not something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// The text is empty.
    #[error("a number is missing; write digits such as `12.5`")]
    Empty,
    /// The text is no number.
    #[error("not a number from byte {at} on; write it as `12.5`, `1_000`, `1.2e-3` or `9/10`")]
    NotANumber {
        /// The byte offset of the first character that does not belong there; the text's length where it ends early.
        at: usize,
    },
    /// More than 400 significant digits, or digits more than 800 places from the point.
    #[error("the number has too many digits; at most 400 are read")]
    TooLong,
    /// The fraction's denominator is zero.
    #[error("the denominator is zero; a fraction needs another one")]
    ZeroDenominator,
    /// The exponent is below −400 or above 400.
    #[error("the exponent is out of range; write one from -400 to 400")]
    ExponentOutOfRange,
    /// The float is an infinity or not a number.
    #[error("an infinite or undefined float is no number; leave the value out where it is missing")]
    NotFinite,
    /// The number has no exact form as a decimal of 28 places and 96 bits.
    #[error("the number does not fit a decimal exactly; round it or write it as text")]
    NotADecimal,
}
