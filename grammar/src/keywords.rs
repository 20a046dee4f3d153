//! The keywords of both languages, as data.

use std::sync::LazyLock;

const TABLE: &str = include_str!("../keywords.tsv");

static KEYWORDS: LazyLock<Vec<Keyword>> = LazyLock::new(|| TABLE.lines().filter_map(Keyword::read).collect());

/// A keyword with its spellings in both languages; a row of `keywords.tsv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyword {
    /// Where the keyword stands.
    pub role: Role,
    /// What it means; unique within its role.
    pub meaning: &'static str,
    /// The English spellings, the usual one first; empty where only Chinese has such a word.
    pub english: Vec<&'static str>,
    /// The Chinese spellings, the usual one first; empty where only English has such a word.
    pub chinese: Vec<&'static str>,
    /// A text that uses the keyword: `_` is its place, `⏎` a line's end.
    pub example: &'static str,
    /// The same with the order of Chinese words, where it is another one.
    chinese_example: Option<&'static str>,
}

macro_rules! roles {
    ($($name:ident $word:literal $doc:literal,)+) => {
        /// Where a keyword stands.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role { $(#[doc = $doc] $name,)+ }

        impl Role {
            fn read(word: &str) -> Option<Role> {
                match word { $($word => Some(Role::$name),)+ _ => None }
            }
        }
    };
}

roles! {
    Item "item" "At the start of a line, beginning an item: `target`",
    Field "field" "Before a colon: `owner`",
    Operator "operator" "Between or behind operands: `>=`, `and`, `falls`",
    Prefix "prefix" "Before an operand: `not`",
    Suffix "suffix" "Directly behind a value: `of`, 以上",
    Bound "bound" "Before the amount of a change: `at least`",
    Form "form" "Beginning a value: `all of`, `share`",
    Word "word" "Inside a form: `then`, `since`, `where`",
    Literal "literal" "A value, or part of one: `yes`, `%`",
    Step "step" "From period to period: `year`",
    Calendar "calendar" "Part of a Chinese date: 年底",
    Type "type" "A type's name: `percent`",
    Verdict "verdict" "A verdict: `met`",
    Flag "flag" "A flag beside a verdict: `late`",
    Value "value" "Inside a field's value: `rounded`, `ladder`",
}

impl Keyword {
    fn read(line: &'static str) -> Option<Keyword> {
        let mut columns = line.split('\t');
        let role = Role::read(columns.next()?)?;
        let meaning = columns.next()?;
        let spellings = |column: &'static str| {
            column.split(" | ").map(str::trim).filter(|spelling| !spelling.is_empty()).collect()
        };
        let (english, chinese) = (spellings(columns.next()?), spellings(columns.next()?));
        Some(Keyword {
            role,
            meaning,
            english,
            chinese,
            example: columns.next()?,
            chinese_example: columns.next(),
        })
    }

    /// Every spelling in its example, English first.
    pub fn examples(&self) -> impl Iterator<Item = (&'static str, String)> + '_ {
        let english = self.english.iter().map(|spelling| (*spelling, self.example));
        let chinese = self.chinese_example.unwrap_or(self.example);
        let both = english.chain(self.chinese.iter().map(move |spelling| (*spelling, chinese)));
        both.map(|(spelling, example)| (spelling, example.replacen('_', spelling, 1).replace('⏎', "\n")))
    }

    /// Every spelling, English first.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.english.iter().chain(&self.chinese).copied()
    }
}

/// Every keyword, in the order of `keywords.tsv`.
///
/// ```
/// use dabiao_grammar::{Role, keywords};
/// let target = keywords().iter().find(|keyword| keyword.meaning == "target").unwrap();
/// assert_eq!((target.role, target.english[0], target.chinese[0]), (Role::Item, "target", "目标"));
/// ```
#[must_use]
pub fn keywords() -> &'static [Keyword] {
    &KEYWORDS
}
