//! The answers for a whole plan.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Index;

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{EntityScore, Language, Scores, Shown, Summary, TargetResult};

/// The name of a format. Under a name of its own, so that reading a report borrows nothing from its text.
type FormatName = &'static str;

/// Every result of one evaluation. Serialised, it is the `dabiao.report/1` format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The format's name and version, `dabiao.report/1`.
    #[serde(deserialize_with = "format")]
    pub format: FormatName,
    /// The plan that was judged.
    pub plan: PlanInfo,
    /// The day for which the plan was judged, `YYYY-MM-DD`.
    pub as_of: String,
    /// The plan's assumptions with the values that were used.
    pub assumptions: Vec<AssumptionUse>,
    /// One result for each target, entity and period judged: by entity in the data's order, then by target in
    /// the rules' order.
    pub results: Vec<TargetResult>,
    /// The scores; `None` where the plan declares none.
    pub score: Option<Scores>,
    /// How many results bear which verdict.
    pub summary: Summary,
    /// Titles of the organisations that have some, by id.
    #[serde(default)]
    pub organisations: BTreeMap<String, Shown>,
    /// Titles of the entities judged that have some, by name.
    #[serde(default)]
    pub entities: BTreeMap<String, Shown>,
}

/// Which plan a report speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanInfo {
    /// The plan's id; `None` for rules without a `plan` item.
    pub id: Option<String>,
    /// The plan's title.
    pub title: Option<Shown>,
    /// The SHA-256 digest of the rule texts, `sha256:…`.
    pub rules_digest: String,
}

/// An assumption and the value it had in an evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssumptionUse {
    /// The assumption's name.
    pub name: String,
    /// Its title, for renderers.
    #[serde(skip)]
    pub title: Option<Shown>,
    /// The value that was used.
    pub value: Shown,
    /// Why the plan assumes it.
    pub because: Option<String>,
    /// The document it is taken from.
    pub source: Option<String>,
    /// The clauses of that document.
    #[serde(default)]
    pub cite: Vec<String>,
    /// Whether the call replaced the plan's value.
    pub overridden: bool,
}

impl AssumptionUse {
    /// What people call it: its title, else its name.
    ///
    /// ```
    /// use dabiao_model::{AssumptionUse, Language, Shown};
    /// let titles = ["大幅".to_string(), "substantial".to_string()];
    /// let assumption = AssumptionUse {
    ///     name: "fifth".to_string(),
    ///     title: Shown::title(&titles, Language::English),
    ///     value: "20%".into(),
    ///     because: None,
    ///     source: None,
    ///     cite: vec![],
    ///     overridden: false,
    /// };
    /// assert_eq!(assumption.called(Language::Chinese), "大幅");
    /// ```
    #[must_use]
    pub fn called(&self, language: Language) -> Cow<'_, str> {
        self.title.as_ref().map_or(Cow::Borrowed(&self.name), |title| title.text(language))
    }
}

impl Report {
    /// The name and version of the JSON format.
    pub const FORMAT: &'static str = "dabiao.report/1";

    /// The first result for a target, in the report's order.
    #[must_use]
    pub fn get(&self, target: &str) -> Option<&TargetResult> {
        self.results.iter().find(|result| result.target == target)
    }

    /// The score of an entity; of data without entities where none is named. `None` where the plan declares no score
    /// or the entity was not judged.
    #[must_use]
    pub fn score<'e>(&self, entity: impl Into<Option<&'e str>>) -> Option<&EntityScore> {
        self.score.as_ref()?.of(entity.into())
    }
}

/// Only the format that this version writes is read.
fn format<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    let found = String::deserialize(deserializer)?;
    if found == Report::FORMAT {
        return Ok(Report::FORMAT);
    }
    Err(de::Error::custom(format!("the format is `{found}` where `{}` is wanted", Report::FORMAT)))
}

/// The first result for a target.
///
/// # Panics
/// Where the report has no result for that target, as with any map; [`Report::get`] asks without that.
impl Index<&str> for Report {
    type Output = TargetResult;

    #[expect(clippy::panic, reason = "indexing by an absent key panics throughout Rust; `get` does not")]
    fn index(&self, target: &str) -> &TargetResult {
        match self.get(target) {
            Some(result) => result,
            None => panic!("the report has no target `{target}`"),
        }
    }
}
