//! What takes the values of data files as they are read.

use std::sync::Arc;

use crate::{EntityRow, Observation, Period, Place, PlainDecimal};

/// Takes what a reader of files finds, value by value, so that nothing has to be held in between.
///
/// A reader names a file, then each of its rows, then the row's values. What is wrong with a file the reader tells on its
/// own; what is wrong with a value for the one who takes it is his to remember.
pub trait Intake {
    /// A file begins, and its headings are counted anew.
    fn file(&mut self, name: &Arc<str>);

    /// A row of the file begins.
    fn row(&mut self, row: &RowHead<'_>);

    /// A value of the row.
    fn cell(&mut self, cell: &RawCell<'_>);

    /// A value of the row that is a plain number already, in the metric's own unit; the text of the cell is not looked
    /// at. `false` where it is not taken as it is: then it is to be given with its text.
    fn number(&mut self, cell: &RawCell<'_>, number: PlainDecimal) -> bool {
        let _ = (cell, number);
        false
    }

    /// An entity that the file lists.
    fn entity(&mut self, row: EntityRow);
}

/// What the values of a row have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowHead<'a> {
    /// The entity; `None` where the data name none.
    pub entity: Option<&'a str>,
    /// The period; `None` where the data name none.
    pub period: Option<Period>,
    /// Whether the data call the values provisional.
    pub provisional: bool,
    /// What the data name as the source of the values.
    pub source: Option<&'a str>,
}

/// One value, still as text.
#[derive(Debug, Clone, Copy)]
pub struct RawCell<'a> {
    /// The metric's path or one of its titles.
    pub metric: &'a str,
    /// A number for the metric's name that stays the same throughout the file, where it has one.
    pub heading: Option<usize>,
    /// The value's text, trimmed; texts such as `NA` and the empty text mean that it is missing.
    pub text: &'a str,
    /// Where in the file's text the value's text begins, where it stands there as it is.
    pub offset: Option<usize>,
    /// The line in which the value stands, counted from 1.
    pub line: u64,
    /// The heading over the value, or its key path.
    pub column: &'a Arc<str>,
    /// The position among the elements of an array, which the key path then does not have: `[2].market.pass_rate`.
    pub element: Option<u32>,
    /// The unit named beside the value.
    pub unit: Option<&'a str>,
    /// The line and the heading of the metric's name, if it does not stand over the value.
    pub named_at: Option<(u64, &'a Arc<str>)>,
    /// The line and the heading of the unit, if it does not stand at the value.
    pub unit_at: Option<(u64, &'a Arc<str>)>,
}

impl RawCell<'_> {
    /// Where the value stands in a file.
    #[must_use]
    pub fn place(&self, file: &Arc<str>) -> Place {
        let column = match self.element {
            None => Arc::clone(self.column),
            Some(element) if self.column.is_empty() => format!("[{element}]").into(),
            Some(element) => format!("[{element}].{}", self.column).into(),
        };
        Place::Cell { file: Arc::clone(file), row: self.line, column: Some(column) }
    }

    /// The value with all that is known of it. Its source is the file's name without folders and the line, and behind them
    /// what the data name.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use dabiao_model::{RawCell, RowHead};
    /// let (file, column): (Arc<str>, Arc<str>) = ("data/m.csv".into(), "value".into());
    /// let cell = RawCell {
    ///     metric: "market.pass_rate", heading: None, text: "92.4%", offset: None, line: 7, column: &column, element: None,
    ///     unit: None, named_at: None, unit_at: None,
    /// };
    /// let row = RowHead { source: Some("register"), ..RowHead::default() };
    /// let observation = cell.observation(&file, &row);
    /// assert_eq!(observation.source, "m.csv:7 (register)");
    /// assert_eq!(observation.place.to_string(), "data/m.csv:7, column `value`");
    /// ```
    #[must_use]
    pub fn observation(&self, file: &Arc<str>, row: &RowHead<'_>) -> Observation {
        let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let at = |(row, column): (u64, &Arc<str>)| Place::Cell {
            file: Arc::clone(file),
            row,
            column: Some(Arc::clone(column)),
        };
        Observation {
            metric: self.metric.to_string(),
            entity: row.entity.map(str::to_string),
            period: row.period,
            text: self.text.to_string(),
            unit: self.unit.map(str::to_string),
            provisional: row.provisional,
            source: match row.source {
                Some(named) => format!("{base}:{} ({named})", self.line),
                None => format!("{base}:{}", self.line),
            },
            place: self.place(file),
            named_at: self.named_at.map(at),
            unit_at: self.unit_at.map(at),
        }
    }
}
