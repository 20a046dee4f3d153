//! Records that something else than the engine has taken together, exactly.

use std::collections::BTreeSet;

use crate::{Date, Number, Period, Place, Step, Value};

/// How the records of one table are to be taken together for a question.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordAsk {
    /// The table's name in the rules.
    pub table: String,
    /// The kind of period by which dated records are taken together, the shortest that the question needs: years,
    /// months or days.
    pub grain: Step,
    /// The values of the plan's assumptions, in the plan's order.
    pub assumptions: Vec<Value>,
    /// The day of the question. A record dated later is a fault.
    pub as_of: Date,
    /// The names and titles of the entities that there are, where a file of entities says so.
    pub listed: Option<BTreeSet<String>>,
}

/// What is known of the records of one table, entity by entity and period by period, for each question that a plan
/// asks of the table.
///
/// Whoever takes records together (a query engine, a database) fills these in; the engine adds them up for the
/// entities above and the longer periods, and makes answers of them.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordTallies {
    /// What evidence names as the source, `samples.parquet`.
    pub source: String,
    /// Where the records come from as a whole.
    pub place: Place,
    /// The kind of period by which dated records were taken together; `None` where the records are not dated, or say
    /// their periods themselves.
    pub grain: Option<Step>,
    /// The values of the plan's assumptions under which conditions were asked, in the plan's order.
    pub assumptions: Vec<Value>,
    /// How many records could not be used and count nowhere.
    pub refused: u64,
    /// How many records there were in all, those included.
    pub records: u64,
    /// The groups, each entity and period once.
    pub groups: Vec<TallyGroup>,
}

/// The records of one entity and period.
#[derive(Debug, Clone, PartialEq)]
pub struct TallyGroup {
    /// The entity; `None` for records that belong to none.
    pub entity: Option<String>,
    /// The period; `None` for records that belong to none.
    pub period: Option<Period>,
    /// One tally for each question that the plan asks of the table, in the plan's order.
    pub tallies: Vec<RecordTally>,
}

/// The records of one entity and period, taken together for one question.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordTally {
    /// The records out of which others are taken.
    pub total: u64,
    /// The records that count.
    pub chosen: u64,
    /// The records of which it is open whether they count, since they lack a value.
    pub undecided: u64,
    /// The columns in which those lack a value, by their position in the table.
    pub lacking: Vec<usize>,
    /// The records whose condition divides by zero.
    pub undefined: u64,
    /// The sum of the values that count, in base units; only of a sum or an average.
    pub sum: Number,
    /// The values that count with their numbers, where only all of them tell the answer; only of a median.
    pub values: Vec<(Number, u64)>,
    /// The least or the greatest of the values that count.
    pub best: Option<Value>,
}

/// No records.
impl Default for RecordTally {
    fn default() -> RecordTally {
        RecordTally {
            total: 0,
            chosen: 0,
            undecided: 0,
            lacking: Vec::new(),
            undefined: 0,
            sum: Number::ZERO,
            values: Vec::new(),
            best: None,
        }
    }
}
