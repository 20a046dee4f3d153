//! Numbers on their way into a file and back.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Form, Number};

/// A text where people read, so that no reader turns it into a float; its parts elsewhere.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        let parts = match &self.0 {
            Form::Small(small) if small.denom() == 1 => Parts::Whole(small.numer()),
            Form::Small(small) => Parts::Fraction(small.numer(), small.denom()),
            Form::Big(big) => {
                let [numer, denom] = [big.rational().numer(), big.rational().denom()];
                Parts::Big(numer.to_signed_bytes_le(), denom.to_signed_bytes_le())
            }
        };
        parts.serialize(serializer)
    }
}

/// The same number, however it was written: parts that are not in lowest terms are brought there.
impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            return Number::parse(&text).map_err(|_| D::Error::custom(format!("`{text}` is no number")));
        }
        let fraction = |numer: i128, denom: i128| {
            (denom > 0).then(|| Number::fraction(numer.into(), denom.into())).flatten()
        };
        match Parts::deserialize(deserializer)? {
            Parts::Whole(numer) => Some(numer.into()),
            Parts::Fraction(numer, denom) => fraction(numer, denom),
            Parts::Big(numer, denom) => {
                let [numer, denom] = [numer, denom].map(|bytes| BigInt::from_signed_bytes_le(&bytes));
                (!denom.is_zero()).then(|| Number::from_rational(BigRational::new(numer, denom)))
            }
        }
        .ok_or_else(|| D::Error::custom("no number"))
    }
}

#[derive(Serialize, Deserialize)]
enum Parts {
    Whole(i128),
    Fraction(i128, i128),
    /// Numerator and denominator in two's complement, the least byte first.
    Big(Vec<u8>, Vec<u8>),
}

#[cfg(test)]
mod tests {
    use super::super::testing::any_number;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_comes_back(number in any_number()) {
            let bytes = postcard::to_stdvec(&number).unwrap();
            prop_assert_eq!(postcard::from_bytes::<Number>(&bytes).unwrap(), number);
        }

        #[test]
        fn any_parts_are_a_number_in_lowest_terms_or_none(numer: i128, denom in -3_i128..=3) {
            let bytes = postcard::to_stdvec(&Parts::Fraction(numer, denom)).unwrap();
            let read = postcard::from_bytes::<Number>(&bytes).ok();
            let expected = (denom > 0).then(|| Number::fraction(numer.into(), denom.into()).unwrap());
            prop_assert_eq!(read, expected);
        }
    }

    #[test]
    fn texts_where_people_read() {
        let third = Number::parse("1/3").unwrap();
        assert_eq!(serde_json::to_string(&third).unwrap(), "\"1/3\"");
        assert_eq!(serde_json::from_str::<Number>("\"0.50\"").unwrap(), Number::parse("1/2").unwrap());
        assert!(serde_json::from_str::<Number>("\"1/0\"").is_err());
    }
}
