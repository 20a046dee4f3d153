//! A JSON reader by hand for just the input sets: keys are checked, and nothing is built on the way.

use crate::engine::Fault;
use crate::row::{BOTH, SLOTS, TREND, YEARS};
use crate::target::field;

/// The keys that an input set has, in their order, each with its colon and, for a trend, its bracket.
#[derive(Debug)]
pub(crate) struct Keys(Vec<String>);

impl Keys {
    pub(crate) fn new() -> Keys {
        let key = |slot: usize| match slot {
            0 => format!("{{\"b0\":{{\"{}\":", field(slot)),
            TREND..BOTH if !(slot - TREND).is_multiple_of(YEARS) => ",".to_string(),
            TREND..BOTH if slot == TREND => format!(",\"{}\":[", field(slot)),
            TREND..BOTH => format!("],\"{}\":[", field(slot)),
            BOTH => format!("],\"{}\":", field(slot)),
            _ => format!(",\"{}\":", field(slot)),
        };
        Keys((0..SLOTS).map(key).collect())
    }

    /// The values of an input set, each made from its text; an error where the text has another shape.
    pub(crate) fn read<T: Copy>(
        &self,
        json: &str,
        zero: T,
        number: impl Fn(&str) -> Option<T>,
    ) -> Result<[T; SLOTS], Fault> {
        let mut values = [zero; SLOTS];
        let mut rest = json;
        for (value, key) in values.iter_mut().zip(&self.0) {
            rest = rest.strip_prefix(key.as_str()).ok_or_else(|| format!("`{key}` is missing"))?;
            let end = rest.bytes().position(|byte| matches!(byte, b',' | b']' | b'}')).unwrap_or(rest.len());
            let (text, behind) = rest.split_at(end);
            *value = number(text).ok_or_else(|| format!("`{text}` is no value"))?;
            rest = behind;
        }
        if rest == "}}" { Ok(values) } else { Err("more than an input set".into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hand::text::thousandths;
    use crate::row::sets;
    use crate::target::{decimal, json};

    #[test]
    fn what_is_written_is_read() {
        for row in sets() {
            let read = Keys::new().read(&json(&row.0, decimal), 0, |text| thousandths(text.as_bytes()));
            assert_eq!(read.unwrap(), row.0);
        }
    }

    #[test]
    fn another_shape_is_refused() {
        let keys = Keys::new();
        let whole = json(&sets()[0].0, decimal);
        for broken in [whole.replace("m3", "m03"), whole.replace("}}", "}"), whole.replace("10.000", "1e1")] {
            assert!(keys.read(&broken, 0, |text| thousandths(text.as_bytes())).is_err(), "{broken}");
        }
    }
}
