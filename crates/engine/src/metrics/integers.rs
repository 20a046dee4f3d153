//! Integers in as few bytes as they fit.

/// Integers by position, each in four bytes as long as all of them fit there, and in eight bytes otherwise.
#[derive(Debug, Clone)]
pub(crate) enum Integers {
    Short(Vec<i32>),
    Long(Vec<i64>),
}

/// Integers that stand one after the other.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stretch<'a> {
    Short(&'a [i32]),
    Long(&'a [i64]),
}

impl Integers {
    /// No integers yet.
    pub(super) fn new() -> Integers {
        Integers::Short(Vec::new())
    }

    /// Puts an integer at a position; positions before it that are new hold zero.
    pub(super) fn put(&mut self, at: usize, value: i64) {
        match (&mut *self, i32::try_from(value)) {
            (Integers::Short(values), Ok(value)) => put(values, at, value),
            (Integers::Long(values), _) => put(values, at, value),
            (Integers::Short(values), Err(_)) => {
                let mut long: Vec<i64> = values.iter().copied().map(i64::from).collect();
                put(&mut long, at, value);
                *self = Integers::Long(long);
            }
        }
    }

    /// How many positions there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Integers::Short(values) => values.len(),
            Integers::Long(values) => values.len(),
        }
    }

    /// The integer at a position.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<i64> {
        match self {
            Integers::Short(values) => values.get(at).copied().map(i64::from),
            Integers::Long(values) => values.get(at).copied(),
        }
    }

    /// So many integers from a position on; `None` where there are fewer.
    #[inline]
    pub(crate) fn run(&self, first: usize, count: usize) -> Option<Stretch<'_>> {
        let end = first.checked_add(count)?;
        Some(match self {
            Integers::Short(values) => Stretch::Short(values.get(first..end)?),
            Integers::Long(values) => Stretch::Long(values.get(first..end)?),
        })
    }
}

fn put<T: Copy + Default>(values: &mut Vec<T>, at: usize, value: T) {
    if values.len() <= at {
        values.resize(at.saturating_add(1), T::default());
    }
    if let Some(cell) = values.get_mut(at) {
        *cell = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_integer_makes_room_for_itself() {
        let mut integers = Integers::new();
        let edges = [0, -1, i64::from(i32::MAX), i64::from(i32::MIN)];
        for (at, value) in edges.into_iter().enumerate() {
            integers.put(at, value);
        }
        assert!(matches!(integers, Integers::Short(_)));
        integers.put(6, i64::from(i32::MAX) + 1);
        integers.put(7, i64::MIN);
        assert!(matches!(integers.run(0, 8), Some(Stretch::Long(_))));
        let all: Vec<Option<i64>> = (0..9).map(|at| integers.get(at)).collect();
        let [a, b, c, d] = edges.map(Some);
        assert_eq!(all, [a, b, c, d, Some(0), Some(0), Some(2_147_483_648), Some(i64::MIN), None]);
        assert!(integers.run(0, 9).is_none() && integers.run(usize::MAX, 2).is_none());
    }
}
