//! Periods on their way into a file and back.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Period, PeriodRange, Step};
use crate::Date;

/// A text where people read, `2011-Q2`; its kind and its first day elsewhere.
impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        (self.step, self.start.year(), self.start.month(), self.start.day()).serialize(serializer)
    }
}

/// The same period; a day that is not the first of its period stands for the period around it.
impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            return Period::parse(&text).ok_or_else(|| D::Error::custom("no period"));
        }
        let (step, year, month, day): (Step, i16, i8, i8) = Deserialize::deserialize(deserializer)?;
        let date = Date::new(year, month, day).map_err(D::Error::custom)?;
        Period::containing(date, step).ok_or_else(|| D::Error::custom("no period"))
    }
}

/// A text where people read, `2011..2015`; its two ends elsewhere.
impl Serialize for PeriodRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        (self.first(), self.last()).serialize(serializer)
    }
}

/// The same range.
impl<'de> Deserialize<'de> for PeriodRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PeriodRange, D::Error> {
        let range = if deserializer.is_human_readable() {
            PeriodRange::parse(&String::deserialize(deserializer)?)
        } else {
            let (first, last) = Deserialize::deserialize(deserializer)?;
            PeriodRange::new(first, last)
        };
        range.ok_or_else(|| D::Error::custom("no range of periods"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::any_period;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_period_comes_back(period in any_period()) {
            let bytes = postcard::to_stdvec(&period).unwrap();
            prop_assert_eq!(postcard::from_bytes::<Period>(&bytes).unwrap(), period);
            let text = serde_json::to_string(&period).unwrap();
            prop_assert_eq!(serde_json::from_str::<Period>(&text).unwrap(), period);
        }

        #[test]
        fn a_range_comes_back(one in any_period(), other in any_period()) {
            let Some(range) = PeriodRange::new(one, other) else { return Ok(()) };
            let bytes = postcard::to_stdvec(&range).unwrap();
            prop_assert_eq!(postcard::from_bytes::<PeriodRange>(&bytes).unwrap(), range);
            let text = serde_json::to_string(&range).unwrap();
            prop_assert_eq!(serde_json::from_str::<PeriodRange>(&text).unwrap(), range);
        }
    }

    #[test]
    fn what_is_no_period() {
        let bytes = postcard::to_stdvec(&(Step::Year, 0_i16, 1_i8, 1_i8)).unwrap();
        assert!(postcard::from_bytes::<Period>(&bytes).is_err());
        let reversed = [Period::year(2011), Period::year(2010)].map(Option::unwrap);
        let bytes = postcard::to_stdvec(&(reversed[0], reversed[1])).unwrap();
        assert!(postcard::from_bytes::<PeriodRange>(&bytes).is_err());
    }
}
