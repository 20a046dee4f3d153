//! Where a value comes from, in few bytes.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use dabiao_model::Place;
use indexmap::IndexSet;

/// Where one value comes from. Whatever many values have in common is kept once, in [`Origins`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin {
    /// The position of its [`Way`].
    pub(super) way: u32,
    /// The line, where the way leads to a file of rows.
    pub(super) line: u32,
    /// The position among the elements of an array, where the way leads through one.
    pub(super) index: u32,
    /// The position of its [`Word`], counted from 1; 0 where file and line say everything.
    pub(super) word: u32,
    /// Whether the data call the value provisional.
    pub(super) provisional: bool,
}

/// What the places of many values have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Way {
    /// A column of a file, or a key path in it. A path such as `rows[7].market.pass_rate` is parted at the number, which
    /// stands in the origin.
    Column { file: Arc<str>, head: Arc<str>, tail: Option<Arc<str>> },
    /// The rows of a file.
    Rows(Arc<str>),
    /// Any other place.
    Place(Other),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Other(Place);

impl Hash for Other {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0 {
            Place::Text { span, .. } => span.hash(state),
            Place::Cell { file, row, .. } => (file, row).hash(state),
            Place::File(name) | Place::Call(name) => name.hash(state),
        }
    }
}

/// What evidence names as the source.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Word {
    /// `metrics.csv:7 (market register)`.
    Behind(Arc<str>),
    /// These words and nothing else.
    Whole(Arc<str>),
}

/// What the origins of a table's values have in common.
#[derive(Debug, Clone, Default)]
pub(super) struct Origins {
    ways: IndexSet<Way>,
    words: IndexSet<Word>,
}

impl Origins {
    /// The short form of a place and of what is named as the source.
    pub(super) fn origin(&mut self, place: &Place, source: &str, provisional: bool) -> Origin {
        let (way, line, index) = match place {
            Place::Cell { file, row, column } => match (u32::try_from(*row), column) {
                (Ok(line), None) => (Way::Rows(Arc::clone(file)), line, 0),
                (Ok(line), Some(column)) => {
                    let (way, index) = Way::of_column(file, column);
                    (way, line, index)
                }
                (Err(_), _) => (Way::Place(Other(place.clone())), 0, 0),
            },
            other => (Way::Place(Other(other.clone())), 0, 0),
        };
        let word = match way.source(line) {
            Some(plain) if source == plain => 0,
            Some(plain) => {
                match source.strip_prefix(&*plain).and_then(|rest| rest.strip_prefix(" (")?.strip_suffix(')'))
                {
                    Some(named) => self.word(Word::Behind(named.into())),
                    None => self.word(Word::Whole(source.into())),
                }
            }
            None => self.word(Word::Whole(source.into())),
        };
        Origin { way: self.way(way), line, index, word, provisional }
    }

    /// The position of the way to a column of a file, or to a key path in the elements of an array.
    pub(super) fn column(&mut self, file: &Arc<str>, column: &Arc<str>, is_element: bool) -> u32 {
        let file = Arc::clone(file);
        self.way(match is_element {
            true => Way::Column { file, head: "".into(), tail: Some(tail_of(column)) },
            false => Way::Column { file, head: Arc::clone(column), tail: None },
        })
    }

    /// The number of what is named as the source behind file and line.
    pub(super) fn named(&mut self, named: &str) -> u32 {
        self.word(Word::Behind(named.into()))
    }

    /// The place of an origin.
    pub(super) fn place(&self, origin: Origin) -> Place {
        let row = u64::from(origin.line);
        match self.ways.get_index(position(origin.way)) {
            Some(Way::Column { file, head, tail: None }) => {
                Place::Cell { file: Arc::clone(file), row, column: Some(Arc::clone(head)) }
            }
            Some(Way::Column { file, head, tail: Some(tail) }) => {
                let column = format!("{head}[{}]{tail}", origin.index);
                Place::Cell { file: Arc::clone(file), row, column: Some(column.into()) }
            }
            Some(Way::Rows(file)) => Place::Cell { file: Arc::clone(file), row, column: None },
            Some(Way::Place(other)) => other.0.clone(),
            // Origins are only made here.
            None => Place::Call("".into()),
        }
    }

    /// What evidence names as the source of a value.
    pub(super) fn source(&self, origin: Origin) -> String {
        let plain = || self.ways.get_index(position(origin.way)).and_then(|way| way.source(origin.line));
        let word = origin.word.checked_sub(1).and_then(|at| self.words.get_index(position(at)));
        match word {
            None => plain().unwrap_or_default(),
            Some(Word::Behind(named)) => format!("{} ({named})", plain().unwrap_or_default()),
            Some(Word::Whole(text)) => text.to_string(),
        }
    }

    fn way(&mut self, way: Way) -> u32 {
        u32::try_from(self.ways.insert_full(way).0).unwrap_or(u32::MAX)
    }

    fn word(&mut self, word: Word) -> u32 {
        u32::try_from(self.words.insert_full(word).0).map_or(u32::MAX, |at| at.saturating_add(1))
    }
}

impl Way {
    /// The way to a column, with the number that its name is parted at.
    fn of_column(file: &Arc<str>, column: &Arc<str>) -> (Way, u32) {
        let file = Arc::clone(file);
        let parted = column.split_once('[').and_then(|(head, rest)| {
            let (digits, tail) = rest.split_once(']')?;
            let index: u32 = digits.parse().ok()?;
            // Only what is written back as it was is parted.
            (index.to_string() == digits).then_some((head, index, tail))
        });
        match parted {
            Some((head, index, tail)) => {
                (Way::Column { file, head: head.into(), tail: Some(tail.into()) }, index)
            }
            None => (Way::Column { file, head: Arc::clone(column), tail: None }, 0),
        }
    }

    /// What is named as the source of a value in a line of a file, unless the data say more.
    fn source(&self, line: u32) -> Option<String> {
        match self {
            Way::Column { file, .. } | Way::Rows(file) => {
                let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
                Some(format!("{base}:{line}"))
            }
            Way::Place(_) => None,
        }
    }
}

fn tail_of(path: &str) -> Arc<str> {
    if path.is_empty() { "".into() } else { format!(".{path}").into() }
}

fn position(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_sources_come_back_as_they_were() {
        let cell =
            |row, column: &str| Place::Cell { file: "data/m.csv".into(), row, column: Some(column.into()) };
        let cases = [
            (cell(7, "market.pass_rate"), "m.csv:7"),
            (cell(7, "rows[12].market.pass_rate"), "m.csv:7 (market register)"),
            (cell(7, "[0]"), "a survey"),
            (cell(7, "[007].x"), "m.csv:7"),
            (cell(u64::MAX, "x"), "m.csv:18446744073709551615"),
            (Place::Cell { file: "m.csv".into(), row: 3, column: None }, "m.csv:3"),
            (Place::Call("--set x=1".into()), "--set x=1"),
            (Place::File("m.csv".into()), ""),
        ];
        let mut origins = Origins::default();
        let kept: Vec<Origin> =
            cases.iter().map(|(place, source)| origins.origin(place, source, false)).collect();
        for (origin, (place, source)) in kept.iter().zip(&cases) {
            assert_eq!(
                (origins.place(*origin), origins.source(*origin)),
                (place.clone(), source.to_string())
            );
        }
    }
}
