//! A checked plan: every name resolved, every value typed.

mod alone;
mod assumption;
mod derived_use;
mod ids;
mod line;
mod metric;
mod organisation;
mod record;
mod sampling;
mod scoring;
mod section;
mod target;
mod term;
mod terms;
mod test;
mod time;
mod unmeasured;
mod way;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use dabiao_model::{Language, Origin, PeriodRange, Scale, Source, Units, nfc};
use serde::{Deserialize, Serialize};

pub use assumption::Assumption;
pub use derived_use::DerivedUse;
pub use ids::{AssumptionId, MetricId, QueryId, SectionId, SourceId, TableId, TermId};
pub use line::Line;
use line::one_line;
pub use metric::Metric;
pub use organisation::Organisation;
pub use record::{RecordFunction, RecordQuery, RowExpr, Table, TableColumn};
pub use sampling::Sampling;
pub use scoring::{Adjustment, Amount, Figure, Scoring, SectionScoring, Worth};
pub use section::Section;
pub use target::Target;
pub use term::{At, ChangeTest, Siblings, Summary, Term, TermKind, TrendTest, Window, YearlyTest};
pub use terms::Terms;
pub use test::{Expected, ExpectedScore, Given, GivenRecords, Outcome, Test};
pub use time::Time;
pub use unmeasured::Unmeasured;
pub use way::{Milestone, Track};

/// A plan whose names are resolved and whose values are typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Plan {
    /// The plan's id; `None` where the rules have no `plan` item.
    pub id: Option<String>,
    /// The plan's titles.
    pub titles: Vec<String>,
    /// The language of its messages; `None` where it does not say.
    pub language: Option<Language>,
    /// The document that the plan is taken from.
    pub document: Option<String>,
    /// The years or other periods that the plan covers.
    pub period: Option<PeriodRange>,
    /// The digest of the rule texts, `sha256:…`.
    pub digest: String,
    /// The texts that the plan was read from; [`At`] points into them.
    pub sources: Vec<Arc<Source>>,
    /// The units, shipped and declared.
    pub units: Units,
    /// What the rules say of the units that they declare, by the unit's name.
    pub unit_origins: BTreeMap<String, Origin>,
    /// The scales, in the order of their declaration.
    pub scales: Vec<Arc<Scale>>,
    /// The organisations, in the order of their declaration.
    pub organisations: Vec<Organisation>,
    /// The assumptions, by [`AssumptionId`].
    pub assumptions: Vec<Assumption>,
    /// The sections, by [`SectionId`].
    pub sections: Vec<Section>,
    /// The metrics, declared and inferred, by [`MetricId`].
    pub metrics: Vec<Metric>,
    /// The tables of records, by [`TableId`].
    pub tables: Vec<Table>,
    /// What is asked of the tables, by [`QueryId`].
    pub queries: Vec<RecordQuery>,
    /// The targets, in the order of the rules.
    pub targets: Vec<Target>,
    /// What the plan asks for without an indicator.
    pub unmeasured: Vec<Unmeasured>,
    /// What it says of scores; `None` where nothing in it has points.
    pub scoring: Option<Scoring>,
    /// The tests of the plan's rules, in their order.
    pub tests: Vec<Test>,
    /// Every condition and value of the plan, in one flat table.
    pub terms: Terms,
    /// Where texts name metrics that are computed from others.
    pub derived_uses: Vec<DerivedUse>,
    /// Paths and titles of metrics.
    #[serde(skip)]
    pub(crate) metric_names: HashMap<String, MetricId>,
}

impl Plan {
    /// The metric with a path or a title.
    #[must_use]
    pub fn metric_id(&self, name: &str) -> Option<MetricId> {
        self.metric_names.get(nfc(name).as_ref()).copied()
    }

    /// A metric by its id.
    #[must_use]
    pub fn metric(&self, id: MetricId) -> Option<&Metric> {
        self.metrics.get(id.index())
    }

    /// An assumption by its id.
    #[must_use]
    pub fn assumption(&self, id: AssumptionId) -> Option<&Assumption> {
        self.assumptions.get(id.index())
    }

    /// A table of records by its id.
    #[must_use]
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.tables.get(id.index())
    }

    /// The table of records with a name.
    #[must_use]
    pub fn table_id(&self, name: &str) -> Option<TableId> {
        let is_called = |table: &Table| table.name == name || table.titles.iter().any(|title| title == name);
        self.tables.iter().position(is_called).map(TableId::new)
    }

    /// A question about records by its id.
    #[must_use]
    pub fn query(&self, id: QueryId) -> Option<&RecordQuery> {
        self.queries.get(id.index())
    }

    /// The question about records that a metric is observed through.
    #[must_use]
    pub fn query_of(&self, metric: MetricId) -> Option<&RecordQuery> {
        self.query(self.metric(metric)?.query?)
    }

    /// A section by its id.
    #[must_use]
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.get(id.index())
    }

    /// The target with an id.
    #[must_use]
    pub fn target(&self, id: &str) -> Option<&Target> {
        let id = nfc(id);
        self.targets.iter().find(|target| target.id == id.as_ref())
    }

    /// The language of titles in documents for programs: the plan's own, else English.
    #[must_use]
    pub fn home(&self) -> Language {
        self.language.unwrap_or_default()
    }

    /// The text at a place, on one line.
    #[must_use]
    pub fn text_at(&self, at: At) -> String {
        let text = self.sources.get(at.source.index()).map_or("", |source| source.slice(at.span));
        one_line(text)
    }

    /// The text at a place on one line, with where each of its words stood.
    #[must_use]
    pub fn line_at(&self, at: At) -> Line {
        let text = self.sources.get(at.source.index()).map_or("", |source| source.slice(at.span));
        Line::new(text, at.span.start)
    }
}
