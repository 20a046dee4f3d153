//! Rows of metrics in JSON, read in one go.
//!
//! Nearly all JSON is an object, or an array of objects, that has `entity`, `period` and metrics and nothing odd. Such a text
//! is read here without anything being built of it. Whatever else a text may be, or be wrong with, is left to the reader
//! of all kinds, which says the same of the texts that are read here.

use std::borrow::Cow;

use dabiao_model::{Intake, Period, RawCell, RowHead, nfc};

use crate::columns::plain;
use crate::json_keys::{Keys, Meaning};
use crate::{Column, Limits};

/// Objects within each other that are read here.
const DEPTH: usize = 32;

/// Gives the values of a text away; `false` where the text is of another kind, and then some may have been given.
pub(crate) fn read(text: &str, limits: &Limits, intake: &mut dyn Intake) -> bool {
    let mut scan = Scan {
        text,
        bytes: text.as_bytes(),
        at: 0,
        line: 1,
        limits,
        keys: Keys::new(),
        leaves: Vec::new(),
        periods: Vec::new(),
        cells: 0,
        has_metrics: false,
    };
    scan.text(intake).is_some() && scan.has_metrics
}

struct Scan<'t, 'l> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    line: u64,
    limits: &'l Limits,
    keys: Keys,
    /// The values of the row.
    leaves: Vec<Leaf<'t>>,
    /// Periods that were read before.
    periods: Vec<(String, Period)>,
    cells: usize,
    has_metrics: bool,
}

/// A value of the row.
struct Leaf<'t> {
    key: usize,
    text: Cow<'t, str>,
    offset: Option<usize>,
    line: u64,
}

/// What holds for the row.
#[derive(Default)]
struct Context<'t> {
    entity: Option<Cow<'t, str>>,
    period: Option<Cow<'t, str>>,
}

// Each of these goes on behind what it has read; `None` leaves the whole text to the other reader.
impl<'t> Scan<'t, '_> {
    fn text(&mut self, intake: &mut dyn Intake) -> Option<()> {
        self.blank();
        if self.take(b'[') {
            self.blank();
            if !self.take(b']') {
                let mut element = 0_u32;
                loop {
                    self.blank();
                    self.row(Some(element), intake)?;
                    element = element.checked_add(1)?;
                    self.blank();
                    if self.take(b']') {
                        break;
                    }
                    self.expect(b',')?;
                }
            }
        } else {
            self.row(None, intake)?;
        }
        self.blank();
        (self.at == self.bytes.len()).then_some(())
    }

    fn row(&mut self, element: Option<u32>, intake: &mut dyn Intake) -> Option<()> {
        if self.cells >= self.limits.values {
            return None;
        }
        self.leaves.clear();
        let mut context = Context::default();
        self.object(self.keys.root(), 0, &mut context)?;
        let named = [&context.entity, &context.period].into_iter().flatten().count();
        self.cells = self.cells.checked_add(self.leaves.len())?.checked_add(named)?;
        let period = match context.period.as_ref().filter(|text| !text.is_empty()) {
            None => None,
            Some(text) => Some(self.period(text)?),
        };
        let entity = context.entity.as_deref().filter(|name| !name.is_empty());
        intake.row(&RowHead { entity, period, provisional: false, source: None });
        self.has_metrics |= !self.leaves.is_empty();
        for leaf in &self.leaves {
            let (heading, path) = self.keys.path(leaf.key)?;
            intake.cell(&RawCell {
                metric: path,
                heading: Some(heading),
                text: &leaf.text,
                offset: leaf.offset,
                line: leaf.line,
                column: path,
                element,
                unit: None,
                named_at: None,
                unit_at: None,
            });
        }
        Some(())
    }

    fn object(&mut self, above: usize, depth: usize, context: &mut Context<'t>) -> Option<()> {
        if depth >= self.limits.depth.min(DEPTH) {
            return None;
        }
        self.expect(b'{')?;
        let object = self.keys.open();
        self.blank();
        if self.take(b'}') {
            return Some(());
        }
        let mut before = above;
        loop {
            self.blank();
            let (name, _) = self.string()?;
            let key = self.keys.find(above, before, &name, object)?;
            before = key;
            self.blank();
            self.expect(b':')?;
            self.blank();
            if self.bytes.get(self.at) == Some(&b'{') {
                self.object(key, depth.checked_add(1)?, context)?;
            } else {
                self.leaf(key, context)?;
            }
            self.blank();
            if self.take(b'}') {
                return Some(());
            }
            self.expect(b',')?;
        }
    }

    fn leaf(&mut self, key: usize, context: &mut Context<'t>) -> Option<()> {
        let line = self.line;
        let (text, offset) = self.value()?;
        let slot = match self.keys.meaning(key) {
            Meaning::Metric => {
                self.leaves.push(Leaf { key, text, offset, line });
                return Some(());
            }
            Meaning::Column(Column::Entity) => &mut context.entity,
            Meaning::Column(Column::Period) => &mut context.period,
            Meaning::Column(_) => return None,
        };
        slot.replace(text).is_none().then_some(())
    }

    /// The text of a value, and where it stands if it stands there as it is.
    fn value(&mut self) -> Option<(Cow<'t, str>, Option<usize>)> {
        let begin = self.at;
        match self.bytes.get(begin)? {
            b'"' => {
                let (text, offset) = self.string()?;
                Some(match text {
                    Cow::Borrowed(text) => {
                        let kept = text.trim_start();
                        let cut = text.len().checked_sub(kept.len())?;
                        (Cow::Borrowed(kept.trim_end()), offset.checked_add(cut))
                    }
                    Cow::Owned(text) => (Cow::Owned(text.trim().to_string()), None),
                })
            }
            b'n' => self.word("null").map(|()| (Cow::Borrowed(""), None)),
            b't' => self.word("true").map(|()| (Cow::Borrowed("true"), None)),
            b'f' => self.word("false").map(|()| (Cow::Borrowed("false"), None)),
            _ => {
                self.number()?;
                Some((Cow::Borrowed(self.text.get(begin..self.at)?), Some(begin)))
            }
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.bytes.get(self.at..)?.starts_with(word.as_bytes()).then_some(())?;
        self.at = self.at.checked_add(word.len())?;
        Some(())
    }

    /// A string, and where its content begins.
    #[inline]
    fn string(&mut self) -> Option<(Cow<'t, str>, usize)> {
        self.expect(b'"')?;
        let begin = self.at;
        let rest = self.bytes.get(begin..)?;
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F))?;
        let end = begin.checked_add(length)?;
        self.at = end.checked_add(1)?;
        match rest.get(length)? {
            b'"' => Some((Cow::Borrowed(self.text.get(begin..end)?), begin)),
            b'\\' => self.escaped(begin),
            _ => None,
        }
    }

    /// A string with escapes, whose content begins at a place.
    #[cold]
    fn escaped(&mut self, begin: usize) -> Option<(Cow<'t, str>, usize)> {
        let mut is_escape = false;
        let rest = self.bytes.get(begin..)?.iter();
        let length = rest.take_while(|byte| {
            let ends = **byte == b'"' && !is_escape;
            is_escape = **byte == b'\\' && !is_escape;
            !ends
        });
        let end = begin.checked_add(length.count())?;
        self.at = end.checked_add(1)?;
        let quoted = self.text.get(begin.checked_sub(1)?..self.at)?;
        let text: String = serde_json::from_str(quoted).ok()?;
        Some((Cow::Owned(nfc(&text).into_owned()), begin))
    }

    /// Goes behind a number as JSON writes it.
    #[inline]
    fn number(&mut self) -> Option<()> {
        self.take(b'-');
        if self.take(b'0') {
            if self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
                return None;
            }
        } else {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Some(())
    }

    #[inline]
    fn digits(&mut self) -> Option<()> {
        let rest = self.bytes.get(self.at..)?;
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at = self.at.checked_add(count)?;
        (count > 0).then_some(())
    }

    fn period(&mut self, text: &str) -> Option<Period> {
        if let Some((_, period)) = self.periods.iter().find(|(known, _)| known == text) {
            return Some(*period);
        }
        let period = Period::parse(&plain(text))?;
        if self.periods.len() < 64 {
            self.periods.push((text.to_string(), period));
        }
        Some(period)
    }

    /// Goes behind blanks and counts lines, which end in LF, CRLF or a lone CR.
    #[inline]
    fn blank(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            let next = self.at.saturating_add(1);
            match byte {
                b' ' | b'\t' => {}
                b'\n' => self.line = self.line.saturating_add(1),
                b'\r' if self.bytes.get(next) == Some(&b'\n') => {}
                b'\r' => self.line = self.line.saturating_add(1),
                _ => return,
            }
            self.at = next;
        }
    }

    #[inline]
    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.bytes.get(self.at) == Some(&byte);
        if is_there {
            self.at = self.at.saturating_add(1);
        }
        is_there
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Option<()> {
        self.take(byte).then_some(())
    }
}
