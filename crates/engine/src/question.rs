//! What is asked of a program.

use dabiao_model::{Date, Period, Value};

/// For which day, and on request for which period and entity, a plan is judged.
///
/// ```
/// use dabiao_engine::Question;
/// use dabiao_model::parse_date;
/// let question = Question::new(parse_date("2011-12-31").unwrap());
/// assert!(question.period.is_none() && question.entity.is_none() && question.assume.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The day on which the question is asked. Periods that begin later are not looked at, and a deadline that lies
    /// ahead of it leaves a target pending.
    pub as_of: Date,
    /// The period to judge; by default each target is judged for the latest period of its data, or for the period
    /// of its deadline.
    pub period: Option<Period>,
    /// The name or title of the entity to judge; by default every entity of the data.
    pub entity: Option<String>,
    /// Values that replace those of the plan's assumptions, by name; numbers in base units.
    pub assume: Vec<(String, Value)>,
    /// The only target to judge, by its position among the plan's; by default every one.
    pub target: Option<usize>,
    /// Whether results also tell the values of earlier periods, for trend lines.
    pub history: bool,
}

impl Question {
    /// Asks for every entity, for the latest period of the data.
    #[must_use]
    pub fn new(as_of: Date) -> Question {
        Question { as_of, period: None, entity: None, assume: Vec::new(), target: None, history: false }
    }
}
