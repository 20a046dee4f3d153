//! An ordered scale of levels.

use serde::{Deserialize, Serialize};

use crate::{Origin, nfc, roman_letters};

/// A scale's levels in order, from the worst to the best.
///
/// ```
/// use dabiao_model::Scale;
/// let water = Scale::new("water_class", ["V", "IV", "III", "II", "I"]).unwrap();
/// assert!(water.index("III") > water.index("IV"));
/// assert_eq!(water.level(4), Some("I"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Scale {
    name: String,
    levels: Vec<String>,
    origin: Origin,
    /// The places of the levels in the order of their names, to find one quickly.
    sorted: Vec<usize>,
}

impl Scale {
    /// A scale of the levels, the worst first; `None` where there are none, or one is named twice.
    #[must_use]
    pub fn new<Level: Into<String>>(
        name: impl Into<String>,
        levels: impl IntoIterator<Item = Level>,
    ) -> Option<Scale> {
        let levels: Vec<String> = levels.into_iter().map(Into::into).collect();
        let mut named: Vec<(&str, usize)> =
            levels.iter().enumerate().map(|(place, level)| (level.as_str(), place)).collect();
        named.sort_unstable();
        let repeats = named.iter().zip(named.iter().skip(1)).any(|((one, _), (next, _))| one == next);
        let sorted = named.into_iter().map(|(_, place)| place).collect();
        let origin = Origin::default();
        (!levels.is_empty() && !repeats).then(|| Scale { name: name.into(), levels, origin, sorted })
    }

    /// The same scale with its titles, and where it is taken from.
    #[must_use]
    pub fn taken_from(mut self, origin: Origin) -> Scale {
        self.origin = origin;
        self
    }

    /// Its titles, and where it is taken from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Whether a name is the scale's name or one of its titles.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.origin.titles.iter().any(|title| title == name)
    }

    /// The scale's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The levels, the worst first.
    #[must_use]
    pub fn levels(&self) -> &[String] {
        &self.levels
    }

    /// A level's place, counted from the worst as 0.
    #[must_use]
    pub fn index(&self, level: &str) -> Option<usize> {
        let level = nfc(level);
        // `Ⅲ类` and `III类` are one level, however the scale spells it.
        self.place(&level).or_else(|| self.place(&roman_letters(&level)))
    }

    fn place(&self, level: &str) -> Option<usize> {
        let found = self.sorted.binary_search_by(|place| self.level(*place).cmp(&Some(level)));
        found.ok().and_then(|found| self.sorted.get(found)).copied()
    }

    /// The level at a place.
    #[must_use]
    pub fn level(&self, index: usize) -> Option<&str> {
        self.levels.get(index).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_have_one_place_each() {
        for (levels, sound) in
            [(&["V", "IV", "III"][..], true), (&["差"], true), (&[], false), (&["a", "b", "a"], false)]
        {
            let scale = Scale::new("s", levels.iter().copied());
            assert_eq!(scale.is_some(), sound, "{levels:?}");
            for (index, level) in levels.iter().enumerate().filter(|_| sound) {
                let scale = scale.as_ref().unwrap();
                assert_eq!((scale.index(level), scale.level(index)), (Some(index), Some(*level)));
            }
        }
    }

    #[test]
    fn what_is_not_on_the_scale() {
        let scale = Scale::new("s", ["low", "high"]).unwrap();
        assert_eq!((scale.index("Low"), scale.level(2)), (None, None));
        assert_eq!((scale.name(), scale.levels().len()), ("s", 2));
    }
}
