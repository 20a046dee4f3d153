//! Decimals as nearly all data write them.

/// The powers of ten that fit an `i64`.
const POWERS: [i64; 19] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
    1_000_000_000_000_000,
    10_000_000_000_000_000,
    100_000_000_000_000_000,
    1_000_000_000_000_000_000,
];

/// A decimal of few digits: an integer over a power of ten.
///
/// It is read without a detour, and takes no more than a multiplication to come over another power.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlainDecimal {
    /// The digits with their sign.
    pub digits: i64,
    /// How many of them stand behind the point.
    pub places: u32,
}

impl PlainDecimal {
    /// The decimal that a text begins with, and how many bytes it takes: a minus or none, digits without a needless zero in
    /// front, and perhaps a point with digits behind it. `None` for anything else, and where there are more than 18 digits.
    ///
    /// ```
    /// use dabiao_model::PlainDecimal;
    /// let (decimal, length) = PlainDecimal::begin(b"-91.250%").unwrap();
    /// assert_eq!((decimal.digits, decimal.places, length), (-91250, 3, 7));
    /// assert_eq!(decimal.over(4), Some(-912_500));
    /// assert_eq!(decimal.over(2), Some(-9_125), "a zero at the end says nothing");
    /// assert_eq!(decimal.over(1), None, "a digit would be lost");
    /// assert!(PlainDecimal::begin(b"007").is_none() && PlainDecimal::begin(b"1.").is_none());
    /// ```
    #[must_use]
    #[inline]
    pub fn begin(text: &[u8]) -> Option<(PlainDecimal, usize)> {
        let (is_negative, unsigned) = match text.split_first() {
            Some((b'-', rest)) => (true, rest),
            _ => (false, text),
        };
        let (mut digits, whole) = run(0, unsigned);
        let leads_with_zero = unsigned.first() == Some(&b'0');
        if whole == 0 || leads_with_zero && whole > 1 {
            return None;
        }
        let mut length = whole;
        let mut places = 0;
        if let Some((b'.', behind)) = unsigned.get(whole..).and_then(<[u8]>::split_first) {
            (digits, places) = run(digits, behind);
            if places == 0 {
                return None;
            }
            length = length.wrapping_add(places).wrapping_add(1);
        }
        // Up to 18 digits fit, so that nothing has wrapped.
        if whole.wrapping_add(places) > 18 {
            return None;
        }
        let digits = if is_negative { digits.wrapping_neg() } else { digits };
        let length = length.wrapping_add(usize::from(is_negative));
        Some((PlainDecimal { digits, places: u32::try_from(places).ok()? }, length))
    }

    /// The decimal that a whole text is.
    #[must_use]
    #[inline]
    pub fn parse(text: &str) -> Option<PlainDecimal> {
        PlainDecimal::begin(text.as_bytes())
            .filter(|(_, length)| *length == text.len())
            .map(|(decimal, _)| decimal)
    }

    /// The integer that the decimal is over ten to the power of `exponent`; `None` where that is not whole or does not fit.
    #[must_use]
    #[inline]
    pub fn over(self, exponent: u32) -> Option<i64> {
        match exponent.checked_sub(self.places) {
            Some(more) => self.digits.checked_mul(power(more)?),
            None => {
                let power = power(self.places.wrapping_sub(exponent))?;
                (self.digits.checked_rem(power)? == 0).then(|| self.digits.checked_div(power)).flatten()
            }
        }
    }
}

#[inline]
fn power(exponent: u32) -> Option<i64> {
    POWERS.get(usize::try_from(exponent).ok()?).copied()
}

/// Takes the digits that a text begins with behind others, and counts them.
#[inline]
fn run(mut digits: i64, text: &[u8]) -> (i64, usize) {
    let mut count = 0;
    for byte in text {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            break;
        }
        digits = digits.wrapping_mul(10).wrapping_add(i64::from(digit));
        count = usize::wrapping_add(count, 1);
    }
    (digits, count)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Number;

    proptest! {
        #[test]
        fn a_plain_decimal_is_the_number(text in "-?[0-9]{0,12}(\\.[0-9]{0,12})?[%x]?", exponent in 0_u32..20) {
            let read = PlainDecimal::parse(&text);
            if let Some(decimal) = read {
                let number = Number::parse(&text).unwrap();
                prop_assert_eq!(Number::of_scaled(decimal.digits, decimal.places), number.clone());
                // It knows as much as the exact number, unless the way there leaves an `i64`.
                if let Some(integer) = decimal.over(exponent) {
                    prop_assert_eq!(number.scaled(exponent), Some(integer));
                } else {
                    prop_assert!(exponent > 18 || number.scaled(exponent).is_none());
                }
            }
        }

        #[test]
        fn a_decimal_of_the_usual_form_is_plain(digits in -999_999_i64..=999_999, places in 0_u32..6) {
            let text = Number::of_scaled(digits, places).to_string();
            prop_assert!(PlainDecimal::parse(&text).is_some(), "{}", text);
        }
    }
}
