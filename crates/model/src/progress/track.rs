//! A value held against its path.

use std::cmp::Ordering;

use num_integer::Integer;

use super::powers::{Rounded, compare, root};
use super::{Growth, Path, Point, ProgressFault};
use crate::Number;

/// A path from a base to a target, against which values on the way are held.
///
/// ```
/// use dabiao_model::Number;
/// use dabiao_model::progress::{Path, Point, Track};
/// let point = |at, value: i32| Point { at, value: value.into() };
/// let track = Track::new(Path::Linear, point(2010, 100), point(2015, 150)).unwrap();
/// assert_eq!(track.expected(2013, 2).unwrap().value, 130.into());
/// assert_eq!(track.is_on_track(2013, &130.into()), Ok(true));
/// assert_eq!(track.is_on_track(2013, &129.into()), Ok(false));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Track {
    path: Path,
    base: Point,
    target: Point,
    /// The periods of the whole way; at least one.
    length: u32,
}

/// How much of a way has passed, as a fraction of whole periods in lowest terms.
#[derive(Clone, Copy)]
struct Elapsed {
    passed: u32,
    left: u32,
    length: u32,
}

impl Track {
    /// A path from a base to a target.
    ///
    /// # Errors
    /// Where the target's time is not after the base's, its value is the base's, or a compound path would begin or
    /// end at a value that is not above zero.
    pub fn new(path: Path, base: Point, target: Point) -> Result<Track, ProgressFault> {
        if target.at <= base.at {
            return Err(ProgressFault::TargetNotAfterBase);
        }
        if target.value == base.value {
            return Err(ProgressFault::NoChange);
        }
        if path == Path::Compound && !(base.value.is_positive() && target.value.is_positive()) {
            return Err(ProgressFault::NotPositive);
        }
        let length = periods(base.at, target.at).ok_or(ProgressFault::TooLarge)?;
        Ok(Track { path, base, target, length })
    }

    /// The value that the path has at a time. On a linear path it is exact; on a compound one it is rounded half to
    /// even to so many decimals for display, and [`Track::is_on_track`] decides without it.
    ///
    /// # Errors
    /// [`OutsidePath`](ProgressFault::OutsidePath) before the base and after the target,
    /// [`TooLarge`](ProgressFault::TooLarge) where the powers of a compound path are.
    pub fn expected(&self, at: i64, places: u32) -> Result<Rounded, ProgressFault> {
        let elapsed = self.passed(at)?;
        match self.path {
            Path::Linear => Ok(Rounded { value: self.even_value(elapsed), is_exact: true }),
            Path::Compound => {
                root(&self.powers(elapsed), elapsed.length, places).ok_or(ProgressFault::TooLarge)
            }
        }
    }

    /// Whether a value at a time is on the path or ahead of it: at least so low on a path that falls, at least so
    /// high on one that rises. It is decided exactly.
    ///
    /// # Errors
    /// As for [`Track::expected`].
    pub fn is_on_track(&self, at: i64, value: &Number) -> Result<bool, ProgressFault> {
        let elapsed = self.passed(at)?;
        let order = match self.path {
            Path::Linear => value.cmp(&self.even_value(elapsed)),
            // A compound path stays above zero.
            Path::Compound if !value.is_positive() => Ordering::Less,
            Path::Compound => {
                compare(&[(value, elapsed.length)], &self.powers(elapsed)).ok_or(ProgressFault::TooLarge)?
            }
        };
        Ok(if self.target.value < self.base.value { order.is_le() } else { order.is_ge() })
    }

    /// The share of the way that a value has come (完成率): the actual change over the one that was asked for, below
    /// zero where it went the other way, above one where it went further. 16 % of a fall by 20 % is 0.8.
    #[must_use]
    pub fn progress(&self, value: &Number) -> Number {
        let whole = &self.target.value - &self.base.value;
        // The target is not the base, so the quotient exists.
        (value - &self.base.value).checked_div(&whole).unwrap_or(Number::ZERO)
    }

    /// The share of the time that has passed.
    ///
    /// # Errors
    /// [`OutsidePath`](ProgressFault::OutsidePath) before the base and after the target.
    pub fn elapsed(&self, at: i64) -> Result<Number, ProgressFault> {
        let elapsed = self.passed(at)?;
        Number::fraction(elapsed.passed.into(), elapsed.length.into()).ok_or(ProgressFault::NoTime)
    }

    /// How fast the value moves beside how fast it has to, 1 where it keeps the path, for display.
    ///
    /// On a linear path it is the share of the way over the share of the time, exactly. On a compound one it is the
    /// rate per year so far over the rate that the path asks for, rounded half to even to so many decimals;
    /// `per_year` says how many periods make a year.
    ///
    /// # Errors
    /// [`NotStarted`](ProgressFault::NotStarted) at the base's own time,
    /// [`NotPositive`](ProgressFault::NotPositive) for a negative value on a compound path, and as for
    /// [`Track::expected`].
    pub fn pace(
        &self,
        at: i64,
        value: &Number,
        per_year: u32,
        places: u32,
    ) -> Result<Rounded, ProgressFault> {
        let elapsed = self.elapsed(at)?;
        match self.path {
            Path::Linear => {
                let pace = self.progress(value).checked_div(&elapsed).ok_or(ProgressFault::NotStarted)?;
                Ok(Rounded { value: pace, is_exact: true })
            }
            Path::Compound if elapsed.is_zero() => Err(ProgressFault::NotStarted),
            Path::Compound => {
                let passed = periods(self.base.at, at).ok_or(ProgressFault::OutsidePath)?;
                let observed = Growth::new(&self.base.value, value, passed, per_year)?;
                let required = Growth::new(&self.base.value, &self.target.value, self.length, per_year)?;
                observed.over(&required, places)
            }
        }
    }

    fn passed(&self, at: i64) -> Result<Elapsed, ProgressFault> {
        let outside = ProgressFault::OutsidePath;
        let passed = periods(self.base.at, at).ok_or(outside)?;
        let left = self.length.checked_sub(passed).ok_or(outside)?;
        let shared = passed.gcd(&self.length);
        let part = |periods: u32| periods.checked_div(shared).ok_or(outside);
        Ok(Elapsed { passed: part(passed)?, left: part(left)?, length: part(self.length)? })
    }

    /// The value of a linear path.
    fn even_value(&self, elapsed: Elapsed) -> Number {
        let share = Number::fraction(elapsed.passed.into(), elapsed.length.into()).unwrap_or(Number::ZERO);
        &self.base.value + (&self.target.value - &self.base.value) * share
    }

    /// The powers whose product is the value of a compound path to the power of the path's length.
    fn powers(&self, elapsed: Elapsed) -> [(&Number, u32); 2] {
        [(&self.base.value, elapsed.left), (&self.target.value, elapsed.passed)]
    }
}

fn periods(from: i64, to: i64) -> Option<u32> {
    to.checked_sub(from).and_then(|periods| u32::try_from(periods).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Path::{Compound, Linear};
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn track(path: Path, base: (i64, &str), target: (i64, &str)) -> Result<Track, ProgressFault> {
        let point = |(at, value)| Point { at, value: n(value) };
        Track::new(path, point(base), point(target))
    }

    /// Base 1.20, a fall by 20 % due in year 5: the worked figures of the design.
    fn fall(path: Path) -> Track {
        track(path, (2005, "1.20"), (2010, "0.96")).unwrap()
    }

    #[test]
    fn the_worked_figures() {
        let (linear, compound) = (fall(Linear), fall(Compound));
        let value = n("1.12");
        assert_eq!(linear.expected(2007, 3).unwrap(), Rounded { value: n("1.104"), is_exact: true });
        assert_eq!(linear.progress(&value).display(4), "≈0.3333");
        assert_eq!(linear.elapsed(2007).unwrap(), n("0.4"));
        assert_eq!(linear.pace(2007, &value, 1, 6).unwrap().value.display(4), "≈0.8333");
        assert_eq!(linear.is_on_track(2007, &value), Ok(false));
        assert_eq!(compound.expected(2007, 6).unwrap(), Rounded { value: n("1.097532"), is_exact: false });
        assert_eq!(
            compound.pace(2007, &value, 1, 6).unwrap(),
            Rounded { value: n("0.776865"), is_exact: false }
        );
        assert_eq!(compound.is_on_track(2007, &value), Ok(false));
    }

    #[test]
    fn values_of_a_path() {
        for (path, at, expected) in [
            (Linear, 2005, "1.2"),
            (Linear, 2006, "1.152"),
            (Linear, 2010, "0.96"),
            (Compound, 2005, "1.2"),
            (Compound, 2006, "1.147623"),
            (Compound, 2009, "1.003814"),
            (Compound, 2010, "0.96"),
        ] {
            let found = fall(path).expected(at, 6).unwrap();
            assert_eq!(found.value, n(expected), "{path:?} {at}");
        }
        // Every second year of a path that doubles every two is exact.
        let doubling = track(Compound, (0, "3"), (6, "24")).unwrap();
        assert_eq!(doubling.expected(4, 0), Ok(Rounded { value: n("12"), is_exact: true }));
        assert_eq!(doubling.expected(3, 3), Ok(Rounded { value: n("8.485"), is_exact: false }));
    }

    #[test]
    fn on_the_path_or_off_it() {
        for (path, base, target, at, value, is_on) in [
            (Linear, "1.20", "0.96", 2007, "1.104", true),
            (Linear, "1.20", "0.96", 2007, "1.10400000000000000001", false),
            (Linear, "1.20", "0.96", 2007, "1.1", true),
            (Linear, "10", "20", 2007, "14", true),
            (Linear, "10", "20", 2007, "13.9", false),
            (Linear, "5", "-5", 2007, "1", true),
            (Linear, "5", "-5", 2007, "1.1", false),
            // 1.2 · 0.8^(2/5) is 1.0975321246…
            (Compound, "1.20", "0.96", 2007, "1.0975321246", true),
            (Compound, "1.20", "0.96", 2007, "1.0975321247", false),
            (Compound, "1.20", "0.96", 2007, "0", true),
            (Compound, "1.20", "0.96", 2007, "-1", true),
            (Compound, "0.96", "1.20", 2007, "-1", false),
            // A thirty-second, doubled each year, on the very line.
            (Compound, "1", "32", 2007, "4", true),
            (Compound, "1", "32", 2007, "3.9999999999999999999999", false),
            (Compound, "32", "1", 2007, "8", true),
            (Compound, "32", "1", 2007, "8.0000000000000000000001", false),
            (Compound, "32", "1", 2005, "32", true),
            (Compound, "32", "1", 2010, "1", true),
            (Compound, "32", "1", 2010, "1.01", false),
        ] {
            let track = track(path, (2005, base), (2010, target)).unwrap();
            assert_eq!(
                track.is_on_track(at, &n(value)),
                Ok(is_on),
                "{path:?} {base} to {target}, {at}: {value}"
            );
        }
    }

    /// For energy intensity, 16 % of a fall by 20 % is a completion of 80 %.
    #[test]
    fn progress_is_change_over_change() {
        for (base, target, value, progress) in [
            ("100", "80", "84", "0.8"),
            ("100", "80", "80", "1"),
            ("100", "80", "100", "0"),
            ("100", "80", "110", "-0.5"),
            ("100", "80", "70", "1.5"),
            ("1.22", "0.976", "0.976", "1"),
            ("40", "90", "60", "0.4"),
        ] {
            let track = track(Linear, (0, base), (5, target)).unwrap();
            assert_eq!(track.progress(&n(value)), n(progress), "{base} to {target}: {value}");
        }
    }

    #[test]
    fn paces() {
        for (path, at, value, pace) in [
            (Linear, 2007, "1.104", Ok("1")),
            (Linear, 2010, "0.96", Ok("1")),
            (Linear, 2007, "1.24", Ok("-5/12")),
            (Linear, 2005, "1.2", Err(ProgressFault::NotStarted)),
            (Compound, 2005, "1.2", Err(ProgressFault::NotStarted)),
            (Compound, 2010, "0.96", Ok("1")),
            (Compound, 2007, "1.2", Ok("0")),
            (Compound, 2007, "-1", Err(ProgressFault::NotPositive)),
            (Linear, 2011, "1", Err(ProgressFault::OutsidePath)),
            (Linear, 2004, "1", Err(ProgressFault::OutsidePath)),
        ] {
            let found = fall(path).pace(at, &n(value), 1, 6).map(|pace| pace.value);
            assert_eq!(found, pace.map(n), "{path:?} {at} {value}");
        }
        // By quarters the rates are still those of a year.
        let quarters = track(Compound, (0, "1.20"), (20, "0.96")).unwrap();
        assert_eq!(quarters.pace(8, &n("1.12"), 4, 6).unwrap().value, n("0.776865"));
    }

    #[test]
    fn what_is_no_path() {
        for (path, base, target, fault) in [
            (Linear, (2005, "1"), (2005, "2"), ProgressFault::TargetNotAfterBase),
            (Linear, (2005, "1"), (2004, "2"), ProgressFault::TargetNotAfterBase),
            (Linear, (2005, "1"), (2010, "1.0"), ProgressFault::NoChange),
            (Compound, (2005, "0"), (2010, "1"), ProgressFault::NotPositive),
            (Compound, (2005, "1"), (2010, "0"), ProgressFault::NotPositive),
            (Compound, (2005, "-1"), (2010, "-2"), ProgressFault::NotPositive),
            (Linear, (i64::MIN, "1"), (i64::MAX, "2"), ProgressFault::TooLarge),
        ] {
            assert_eq!(track(path, base, target), Err(fault), "{base:?} to {target:?}");
        }
        for at in [2004, 2011, i64::MIN, i64::MAX] {
            assert_eq!(fall(Compound).expected(at, 3), Err(ProgressFault::OutsidePath));
            assert_eq!(fall(Linear).is_on_track(at, &n("1")), Err(ProgressFault::OutsidePath));
            assert_eq!(fall(Linear).elapsed(at), Err(ProgressFault::OutsidePath));
        }
        let long = track(Compound, (0, "1"), (i64::from(u32::MAX), "2")).unwrap();
        assert_eq!(long.is_on_track(1, &n("1")), Err(ProgressFault::TooLarge));
        assert_eq!(long.expected(1, 6), Err(ProgressFault::TooLarge));
    }

    proptest! {
        #[test]
        fn the_path_itself_is_on_the_path(base in 1_u32..500, target in 1_u32..500, at in 0_i64..=7, off in -5_i32..=5) {
            prop_assume!(base != target);
            for path in [Linear, Compound] {
                let point = |at, value: u32| Point { at, value: value.into() };
                let track = Track::new(path, point(0, base), point(7, target)).unwrap();
                let expected = track.expected(at, 9).unwrap();
                let value = &expected.value + Number::fraction(off.into(), 1000.into()).unwrap();
                let is_ahead = if target < base { off <= 0 } else { off >= 0 };
                if off != 0 || expected.is_exact {
                    prop_assert_eq!(track.is_on_track(at, &value), Ok(is_ahead));
                }
            }
        }

        #[test]
        fn a_pace_below_one_is_off_track(base in 1_u32..200, target in 1_u32..200, at in 1_i64..7, value in 1_u32..200) {
            prop_assume!(base != target);
            for path in [Linear, Compound] {
                let point = |at, value: u32| Point { at, value: value.into() };
                let track = Track::new(path, point(0, base), point(7, target)).unwrap();
                let pace = track.pace(at, &value.into(), 1, 15).unwrap().value;
                prop_assert_eq!(track.is_on_track(at, &value.into()), Ok(pace >= Number::ONE));
            }
        }
    }
}
