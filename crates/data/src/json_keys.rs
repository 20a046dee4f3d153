//! The keys of JSON objects, each known by the path that leads to it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::Column;
use crate::json_rows::joined;

/// Every key path that was met, by number. Objects of one kind have their keys in one order, so that the next key is
/// mostly the one that came next before.
#[derive(Debug)]
pub(crate) struct Keys {
    keys: Vec<Key>,
    by_name: HashMap<(usize, Box<str>), usize>,
    /// How many paths lead to metrics.
    headings: usize,
    /// How many objects were opened.
    objects: usize,
}

#[derive(Debug)]
struct Key {
    above: usize,
    name: Box<str>,
    path: Arc<str>,
    meaning: Meaning,
    heading: usize,
    /// The object that had the key last.
    object: usize,
    /// The key that came next in the same object.
    next: usize,
    /// The first key of the object at the path.
    first: usize,
}

/// What a value at a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// That of the metric that the path names.
    Metric,
    /// One of a column that has a meaning of its own.
    Column(Column),
}

impl Keys {
    pub(crate) fn new() -> Keys {
        let root = Key {
            above: 0,
            name: "".into(),
            path: "".into(),
            meaning: Meaning::Metric,
            heading: 0,
            object: 0,
            next: 0,
            first: 0,
        };
        Keys { keys: vec![root], by_name: HashMap::new(), headings: 0, objects: 0 }
    }

    /// The path of a row itself.
    pub(crate) fn root(&self) -> usize {
        0
    }

    /// A number for an object that begins.
    pub(crate) fn open(&mut self) -> usize {
        self.objects = self.objects.saturating_add(1);
        self.objects
    }

    /// The key of a name in an object, where `before` is the last one or that of the object; `None` where it is odd or stands
    /// in the object already.
    #[inline]
    pub(crate) fn find(&mut self, above: usize, before: usize, name: &str, object: usize) -> Option<usize> {
        let is_first = before == above;
        let last = self.keys.get(before)?;
        let guess = if is_first { last.first } else { last.next };
        let found = match self.keys.get(guess) {
            Some(key) if key.above == above && *key.name == *name && guess != 0 => guess,
            _ => {
                let found = self.look_up(above, name)?;
                let last = self.keys.get_mut(before)?;
                *(if is_first { &mut last.first } else { &mut last.next }) = found;
                found
            }
        };
        let key = self.keys.get_mut(found)?;
        if key.object == object {
            return None;
        }
        key.object = object;
        Some(found)
    }

    /// What a value at a path is.
    #[inline]
    pub(crate) fn meaning(&self, key: usize) -> Meaning {
        self.keys.get(key).map_or(Meaning::Metric, |key| key.meaning)
    }

    /// The number of a metric's path, and the path.
    #[inline]
    pub(crate) fn path(&self, key: usize) -> Option<(usize, &Arc<str>)> {
        self.keys.get(key).map(|key| (key.heading, &key.path))
    }

    #[cold]
    fn look_up(&mut self, above: usize, name: &str) -> Option<usize> {
        if name.is_empty() || name.trim() != name {
            return None;
        }
        let place = (above, Box::from(name));
        if let Some(found) = self.by_name.get(&place) {
            return Some(*found);
        }
        let path = joined(&self.keys.get(above)?.path, name);
        let meaning = Column::of_heading(&path).map_or(Meaning::Metric, Meaning::Column);
        let number = self.keys.len();
        self.keys.push(Key {
            above,
            name: name.into(),
            path: path.into(),
            meaning,
            heading: self.headings,
            object: 0,
            next: 0,
            first: 0,
        });
        self.headings = self.headings.saturating_add(1);
        self.by_name.insert(place, number);
        Some(number)
    }
}
