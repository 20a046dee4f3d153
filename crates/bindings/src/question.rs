//! A question as every language can ask it.

use dabiao::{Evaluation, Input, Period, Wording};
use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::Fault;
use crate::metrics::read_period;

/// What is asked of a plan: which day, and where it matters which period, which entity, with which assumptions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    /// The day to judge for, `2011-12-31`. It must be given when the question is asked: dabiao reads no clock.
    pub as_of: String,
    /// The period to judge, in place of the latest one not after the day.
    pub period: Option<String>,
    /// The entity to judge, in place of every one.
    pub entity: Option<String>,
    /// Other values for assumptions of the plan.
    pub assume: Vec<(String, Input)>,
}

impl Question {
    /// Reads a question from a JSON object with the key `as_of` and, where they are wanted, `period`, `entity` and
    /// `assume`, an object of names and values. Numbers keep their digits.
    ///
    /// # Errors
    /// Where the text is no such object.
    ///
    /// ```
    /// use dabiao_bindings::Question;
    /// let question = Question::parse(r#"{"as_of": "2011-12-31", "assume": {"least": 0.10}}"#)?;
    /// assert_eq!(question.assume, [("least".to_string(), "0.10".into())]);
    /// assert!(Question::parse(r#"{"asof": "2011-12-31"}"#).is_err());
    /// # Ok::<(), dabiao_bindings::Fault>(())
    /// ```
    pub fn parse(json: &str) -> Result<Question, Fault> {
        let unreadable = || Fault::argument("question", json, Wording::word("wanted-question"));
        let asked: Asked<'_> = serde_json::from_str(json).map_err(|_| unreadable())?;
        let assume = asked.assume.into_iter().map(|(name, raw)| {
            let input = input(raw.get()).ok_or_else(unreadable)?;
            Ok((name, input))
        });
        Ok(Question {
            as_of: asked.as_of,
            period: asked.period,
            entity: asked.entity,
            assume: assume.collect::<Result<_, Fault>>()?,
        })
    }

    /// The question as the facade asks it.
    pub(crate) fn ask<'a>(
        &self,
        plan: &'a dabiao::Plan,
        metrics: &'a dabiao::Metrics,
    ) -> Result<Evaluation<'a>, Fault> {
        let mut asked = plan.evaluate(metrics).as_of(self.as_of.as_str());
        if let Some(period) = self.period()? {
            asked = asked.period(period);
        }
        if let Some(entity) = &self.entity {
            asked = asked.entity(entity);
        }
        for (name, value) in &self.assume {
            asked = asked.assume(name, value.clone());
        }
        Ok(asked)
    }

    fn period(&self) -> Result<Option<Period>, Fault> {
        self.period.as_deref().map(read_period).transpose()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked<'j> {
    #[serde(default)]
    as_of: String,
    #[serde(default)]
    period: Option<String>,
    #[serde(default)]
    entity: Option<String>,
    #[serde(default, borrow)]
    assume: IndexMap<String, &'j RawValue>,
}

/// A single JSON value; a number is the text that stands there.
fn input(raw: &str) -> Option<Input> {
    match raw.bytes().next()? {
        b'"' => serde_json::from_str::<String>(raw).ok().map(Input::Text),
        b't' | b'f' => serde_json::from_str(raw).ok().map(Input::YesNo),
        b'-' | b'0'..=b'9' => Some(Input::Text(raw.to_string())),
        _ => None,
    }
}
