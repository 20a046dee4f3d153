//! A text that each language words in its own way.

use std::borrow::Cow;
use std::io;
use std::sync::Arc;

use crate::{
    Args, Code, Date, Language, Number, NumberError, Period, PeriodRange, ReadingFault, Shown, Type, Unit,
    UnitError, message,
};

/// What a message speaks of, before the language is known.
///
/// ```
/// use dabiao_model::{Language, Type, Wording};
/// let name = Wording::from(&Type::Percent);
/// assert_eq!(name.text(Language::English), "percent");
/// assert_eq!(name.text(Language::Chinese), "百分比");
/// assert_eq!(Wording::from("police").text(Language::Chinese), "police");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wording {
    /// The same in every language: the user's own text, a number, a date.
    Text(String),
    /// Something that is written in two ways, as units are: `day` and 天.
    Spelt {
        /// As an English text has it.
        english: String,
        /// As a Chinese text has it.
        chinese: String,
    },
    /// A message of the catalogue.
    Message {
        /// The message's id, for example `type-percent`.
        id: &'static str,
        /// What the message itself speaks of.
        args: Args,
    },
    /// Several things in a row.
    List {
        /// The things.
        items: Vec<Wording>,
        /// The id of the message that stands between two of them.
        between: &'static str,
    },
}

impl Wording {
    /// The text in one language; the id of a message that the catalogue lacks.
    #[must_use]
    pub fn text(&self, language: Language) -> Cow<'_, str> {
        match self {
            Wording::Text(text) => Cow::Borrowed(text),
            Wording::Spelt { english, chinese } => Cow::Borrowed(match language {
                Language::English => english,
                Language::Chinese => chinese,
            }),
            Wording::Message { id, args } => {
                message(language, id, None, args).map_or(Cow::Borrowed(*id), Cow::Owned)
            }
            Wording::List { items, between } => {
                let between = Wording::word(between);
                let texts: Vec<Cow<'_, str>> = items.iter().map(|item| item.text(language)).collect();
                Cow::Owned(texts.join(&between.text(language)))
            }
        }
    }

    /// A message without arguments.
    #[must_use]
    pub fn word(id: &'static str) -> Wording {
        Wording::Message { id, args: Args::new() }
    }

    /// A message with one argument.
    #[must_use]
    pub fn about(id: &'static str, name: &'static str, value: impl Into<Wording>) -> Wording {
        Wording::Message { id, args: vec![(name, value.into())] }
    }

    /// The same message with one more argument; anything else stays as it is.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Wording>) -> Wording {
        if let Wording::Message { args, .. } = &mut self {
            args.push((name, value.into()));
        }
        self
    }

    /// The user's own text, or part of it, marked as such: `` `a` ``, 「a」.
    #[must_use]
    pub fn quoted(text: impl Into<Wording>) -> Wording {
        Wording::about("value-quoted", "text", text)
    }

    /// An enumeration: `a, b`, a、b.
    ///
    /// ```
    /// use dabiao_model::{Language, Wording};
    /// let names = Wording::list(["a", "b"]);
    /// assert_eq!(names.text(Language::English), "a, b");
    /// assert_eq!(names.text(Language::Chinese), "a、b");
    /// ```
    #[must_use]
    pub fn list<Item: Into<Wording>>(items: impl IntoIterator<Item = Item>) -> Wording {
        Wording::List { items: items.into_iter().map(Into::into).collect(), between: "value-list" }
    }

    /// One value after the other: `3 → 2 → 1`.
    #[must_use]
    pub fn series<Item: Into<Wording>>(items: impl IntoIterator<Item = Item>) -> Wording {
        Wording::List { items: items.into_iter().map(Into::into).collect(), between: "value-series" }
    }

    /// The text, where it stands ready.
    pub(crate) fn borrowed(&self, language: Language) -> Option<&str> {
        match self {
            Wording::Text(_) | Wording::Spelt { .. } => match self.text(language) {
                Cow::Borrowed(text) => Some(text),
                Cow::Owned(_) => None,
            },
            Wording::Message { .. } | Wording::List { .. } => None,
        }
    }
}

/// Things that are written the same way in every language.
macro_rules! from_displayed {
    ($($kind:ty)+) => {
        $(impl From<$kind> for Wording {
            fn from(value: $kind) -> Wording {
                Wording::Text(value.to_string())
            }
        })+
    };
}

from_displayed! {
    &str &&str &String Box<str> &Box<str> Arc<str> &Arc<str> Cow<'_, str> &Cow<'_, str>
    u8 &u8 u16 &u16 u32 &u32 u64 &u64 usize &usize i64 &i64 char
    Code &Code Number &Number
}

impl From<String> for Wording {
    fn from(text: String) -> Wording {
        Wording::Text(text)
    }
}

impl From<&Shown> for Wording {
    fn from(shown: &Shown) -> Wording {
        shown.wording().clone()
    }
}

/// `2011-Q2`, 2011年第二季度.
impl From<&Period> for Wording {
    fn from(period: &Period) -> Wording {
        Wording::Spelt { english: period.to_string(), chinese: period.chinese() }
    }
}

/// `2011-12-31`, 2011年12月31日.
impl From<&Date> for Wording {
    fn from(date: &Date) -> Wording {
        Period::day(*date).map_or_else(|| Wording::Text(date.to_string()), |day| Wording::from(&day))
    }
}

/// `2011..2013`, 2011年至2013年.
impl From<&PeriodRange> for Wording {
    fn from(range: &PeriodRange) -> Wording {
        let args = vec![("first", range.first().into()), ("last", range.last().into())];
        Wording::Message { id: "value-range", args }
    }
}

/// The unit's label in English, its symbol in Chinese: `enterprise`, 家.
impl From<&Unit> for Wording {
    fn from(unit: &Unit) -> Wording {
        Wording::Spelt { english: unit.label().to_string(), chinese: unit.symbol().to_string() }
    }
}

/// The type's name: `percent`, 百分比.
impl From<&Type> for Wording {
    fn from(ty: &Type) -> Wording {
        match ty {
            Type::Percent => Wording::word("type-percent"),
            Type::Points => Wording::word("type-points"),
            Type::Number | Type::Ratio => Wording::word("type-number"),
            Type::Quantity(unit) => Wording::from(unit.as_ref()),
            Type::YesNo => Wording::word("type-yes-no"),
            Type::Level(scale) => Wording::from(scale.name()),
            Type::Date => Wording::word("type-date"),
            Type::Period => Wording::word("type-period"),
            Type::Text => Wording::word("type-text"),
        }
    }
}

/// What kept a file from being read or written.
impl From<&io::Error> for Wording {
    fn from(error: &io::Error) -> Wording {
        match error.kind() {
            io::ErrorKind::NotFound => Wording::word("file-not-found"),
            io::ErrorKind::PermissionDenied => Wording::word("file-no-permission"),
            io::ErrorKind::AlreadyExists => Wording::word("file-exists"),
            io::ErrorKind::IsADirectory => Wording::word("file-is-folder"),
            io::ErrorKind::NotADirectory => Wording::word("file-no-folder"),
            io::ErrorKind::InvalidData => Wording::word("file-not-text"),
            io::ErrorKind::StorageFull => Wording::word("file-full"),
            io::ErrorKind::QuotaExceeded => Wording::word("file-quota"),
            io::ErrorKind::ReadOnlyFilesystem => Wording::word("file-read-only"),
            io::ErrorKind::FileTooLarge => Wording::word("file-too-large"),
            io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput => Wording::word("file-bad-name"),
            io::ErrorKind::ResourceBusy
            | io::ErrorKind::ExecutableFileBusy
            | io::ErrorKind::WouldBlock
            | io::ErrorKind::Deadlock => Wording::word("file-busy"),
            io::ErrorKind::DirectoryNotEmpty => Wording::word("file-not-empty"),
            io::ErrorKind::BrokenPipe => Wording::word("file-closed"),
            io::ErrorKind::UnexpectedEof | io::ErrorKind::WriteZero | io::ErrorKind::Interrupted => {
                Wording::word("file-cut-short")
            }
            io::ErrorKind::TimedOut => Wording::word("file-too-slow"),
            io::ErrorKind::OutOfMemory => Wording::word("file-no-memory"),
            io::ErrorKind::Unsupported | io::ErrorKind::NotSeekable => Wording::word("file-not-possible"),
            // The system's own sentence is in its language; its number can be looked up.
            _ => match error.raw_os_error() {
                Some(number) => Wording::about("file-number", "number", number.to_string()),
                None => Wording::about("file-other", "text", error.to_string()),
            },
        }
    }
}

impl From<&NumberError> for Wording {
    fn from(error: &NumberError) -> Wording {
        match error {
            NumberError::Empty => Wording::word("number-empty"),
            NumberError::NotANumber { at } => Wording::about("number-not-a-number", "at", *at),
            NumberError::TooLong => Wording::word("number-too-long"),
            NumberError::ZeroDenominator => Wording::word("number-zero-denominator"),
            NumberError::ExponentOutOfRange => Wording::word("number-exponent"),
            NumberError::NotFinite => Wording::word("number-not-finite"),
            NumberError::NotADecimal => Wording::word("number-not-a-decimal"),
        }
    }
}

impl From<&ReadingFault> for Wording {
    fn from(fault: &ReadingFault) -> Wording {
        match fault {
            ReadingFault::Number(error) => Wording::from(error),
            ReadingFault::NotOfType => Wording::word("reading-not-of-type"),
            ReadingFault::Unit(unit) => Wording::about("reading-unit", "unit", unit),
            ReadingFault::Counts => Wording::word("reading-counts"),
        }
    }
}

impl From<&UnitError> for Wording {
    fn from(error: &UnitError) -> Wording {
        match error {
            UnitError::Duplicate { spelling, unit } => Wording::Message {
                id: "unit-duplicate",
                args: vec![("spelling", spelling.into()), ("unit", unit.into())],
            },
            UnitError::Spelling { spelling } => Wording::about("unit-spelling", "spelling", spelling),
            UnitError::Factor { factor } => Wording::about("unit-factor", "factor", factor),
        }
    }
}

/// The same for things that are given away.
macro_rules! from_owned {
    ($($kind:ty)+) => {
        $(impl From<$kind> for Wording {
            fn from(value: $kind) -> Wording {
                Wording::from(&value)
            }
        })+
    };
}

from_owned! { Date Period PeriodRange Type NumberError ReadingFault UnitError io::Error }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_in_chinese_read_back() {
        for (english, chinese) in [
            ("2011", "2011年"),
            ("0987-H1", "0987年上半年"),
            ("2011-H2", "2011年下半年"),
            ("2011-Q1", "2011年第一季度"),
            ("2011-Q4", "2011年第四季度"),
            ("2011-05", "2011年5月"),
            ("2011-12-31", "2011年12月31日"),
        ] {
            let period = Period::parse(english).unwrap();
            let wording = Wording::from(period);
            assert_eq!(wording.text(Language::English), english);
            assert_eq!(wording.text(Language::Chinese), chinese);
            assert_eq!(Period::parse(chinese), Some(period), "{chinese}");
            assert_eq!(Wording::from(period.end()).text(Language::English), period.end().to_string());
        }
    }

    #[test]
    fn files_fail_for_reasons_that_people_understand() {
        for (kind, english, chinese) in [
            (io::ErrorKind::NotFound, "there is nothing of this name", "没有这个文件或文件夹"),
            (io::ErrorKind::PermissionDenied, "permission is denied", "没有权限"),
            (io::ErrorKind::StorageFull, "no space is left", "存储空间已满"),
            (io::ErrorKind::Other, "disk on fire", "系统提示「disk on fire」"),
        ] {
            let wording = Wording::from(io::Error::new(kind, "disk on fire"));
            assert_eq!(wording.text(Language::English), english);
            assert_eq!(wording.text(Language::Chinese), chinese);
        }
        let looping = Wording::from(io::Error::from_raw_os_error(i32::MAX));
        assert_eq!(looping.text(Language::Chinese), "系统出错，错误号为2147483647");
    }
}
