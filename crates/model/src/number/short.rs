//! Decimals of few digits as text.

/// A decimal whose digits fit an `u64`, written without a big number and without a power of ten.
pub(super) struct Short {
    places: u32,
    text: [u8; ROOM],
    start: usize,
}

/// Twenty digits, nineteen zeros before them, a point and a sign.
const ROOM: usize = 44;

impl Short {
    /// A fraction in lowest terms; `None` where its decimal does not end, or has too many digits.
    pub(super) fn new(numer: i128, denom: i128) -> Option<Short> {
        let (factor, places) = completion(u64::try_from(denom).ok()?)?;
        let digits = u64::try_from(numer.unsigned_abs()).ok()?.checked_mul(factor)?;
        let mut short = Short { places, text: [b'0'; ROOM], start: ROOM };
        short.write(digits, numer < 0);
        Some(short)
    }

    /// The digits behind the point.
    pub(super) fn places(&self) -> u32 {
        self.places
    }

    pub(super) fn text(&self) -> &str {
        // The text is made of digits, a point and a sign.
        self.text.get(self.start..).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or("")
    }

    /// Writes the digits from the last one on.
    fn write(&mut self, digits: u64, is_negative: bool) {
        let mut rest = digits;
        let mut slots = self.text.iter_mut().rev();
        let mut written = 0_u32;
        let mut length = 0_usize;
        while rest > 0 || written <= self.places {
            if written == self.places && written > 0 {
                if let Some(slot) = slots.next() {
                    *slot = b'.';
                }
                length = length.saturating_add(1);
            }
            if let Some(slot) = slots.next() {
                *slot = b'0'.saturating_add(u8::try_from(rest % 10).unwrap_or(0));
            }
            length = length.saturating_add(1);
            written = written.saturating_add(1);
            rest /= 10;
        }
        if is_negative {
            if let Some(slot) = slots.next() {
                *slot = b'-';
            }
            length = length.saturating_add(1);
        }
        self.start = ROOM.saturating_sub(length);
    }
}

/// What a denominator has to be multiplied by to become a power of ten, and that power; `None` for one with other
/// factors than two and five, or too large.
fn completion(denom: u64) -> Option<(u64, u32)> {
    let twos = denom.trailing_zeros();
    let mut rest = denom.checked_shr(twos)?;
    let mut fives = 0_u32;
    while rest > 1 {
        if rest % 5 != 0 {
            return None;
        }
        rest /= 5;
        fives = fives.saturating_add(1);
    }
    let factor = match twos.checked_sub(fives) {
        Some(more) => 5_u64.checked_pow(more)?,
        None => 2_u64.checked_pow(fives.saturating_sub(twos))?,
    };
    Some((factor, twos.max(fives))).filter(|(_, places)| *places < 20)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_decimals_as_text() {
        for (numer, denom, text) in [
            (0, 1, "0"),
            (7, 1, "7"),
            (-7, 2, "-3.5"),
            (1, 1_000_000_000_000_000_000, "0.000000000000000001"),
            (1, 1 << 19, "0.0000019073486328125"),
            (-1, 19_073_486_328_125, "-0.0000000000000524288"),
            (18_446_744_073_709_551_615, 1, "18446744073709551615"),
            (-18_446_744_073_709_551_615, 10, "-1844674407370955161.5"),
        ] {
            assert_eq!(Short::new(numer, denom).unwrap().text(), text, "{numer}/{denom}");
        }
        for (numer, denom) in [(1, 3), (18_446_744_073_709_551_616, 1), (1, 1 << 20), (3, 1 << 70)] {
            assert!(Short::new(numer, denom).is_none(), "{numer}/{denom}");
        }
    }
}
