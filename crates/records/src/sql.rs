//! The questions about a table as SQL text, for a database to answer.

mod cells;
mod dialect;
mod snippet;

use dabiao_check::Plan;
use dabiao_model::{Code, Diagnostic, Place, RecordAsk, RecordTallies};
use datafusion::common::{DataFusionError, TableReference};
use datafusion::sql::unparser::Unparser;

pub use dialect::Dialect;

use crate::answer::Answer;
use crate::ask::{Both, Inexact, Questions, Values};
use crate::date::grain_of;
use crate::server::batch;
use crate::shape::Shape;
use crate::stack;
use dialect::Spoken;

/// The statements that answer a plan's questions about one table.
///
/// The first answers all that counts and sums can answer, a row for each entity and period: how many records there are,
/// and for each question how many count, out of how many, what they sum up to, and how many are open because they lack
/// a value. A median has a statement of its own, with each value and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statements {
    /// The table's name in the rules.
    pub table: String,
    /// The statements, each without a semicolon.
    pub texts: Vec<String>,
}

/// The statements that compute what a plan's questions about a table need, from a table of the database that bears
/// `relation` as its name.
///
/// # Errors
/// A question that the database cannot answer exactly.
///
/// ```
/// use dabiao_engine::{Metrics, Program, Question};
/// use dabiao_records::{Dialect, statements};
/// let rules = "table samples\n  columns: entity text, sampled date, outcome text\n\
///              target rate: (share of samples where outcome = \"pass\") >= 90%";
/// let plan = dabiao_check::check(vec![dabiao_syntax::parse(dabiao_model::Source::new("rules", rules))]).plan;
/// let program = Program::compile(std::sync::Arc::new(plan));
/// let question = Question::new(dabiao_model::parse_date("2011-12-31").unwrap());
/// let ask = Metrics::new(&program).record_ask("samples", &question).unwrap();
/// let statements = statements(program.plan(), &ask, "inspections.samples", Dialect::Postgres).unwrap();
/// assert!(statements.texts[0].contains("\"inspections\".\"samples\""));
/// ```
pub fn statements(
    plan: &Plan,
    ask: &RecordAsk,
    relation: &str,
    dialect: Dialect,
) -> Result<Statements, Vec<Diagnostic>> {
    let place = Place::Call(format!("table {}", ask.table).into());
    let shape = plan.table_id(&ask.table).and_then(|id| Shape::new(plan, id));
    let Some(shape) = shape else {
        return Err(vec![Diagnostic::new(Code::UnknownTable, place).with("name", &ask.table)]);
    };
    let ask = RecordAsk { grain: grain_of(ask.grain), ..ask.clone() };
    let asked = asked(&shape, &ask, relation, dialect).map_err(|fault| vec![fault.told(&shape, place)])?;
    Ok(Statements { table: ask.table, texts: asked.texts })
}

/// Statements, and where in their answers is what.
pub(crate) struct Spelt<'p> {
    pub(crate) questions: Questions<'p>,
    pub(crate) both: Both,
    pub(crate) values: Vec<Values>,
    pub(crate) texts: Vec<String>,
}

/// Why there are no statements.
pub(crate) enum Fault {
    Inexact(Inexact),
    Engine(DataFusionError),
}

impl From<DataFusionError> for Fault {
    fn from(error: DataFusionError) -> Fault {
        Fault::Engine(error)
    }
}

impl Fault {
    pub(crate) fn told(self, shape: &Shape<'_>, place: Place) -> Diagnostic {
        match self {
            Fault::Inexact(Inexact(at)) => {
                let query = shape.queries.get(at);
                let text = query.map_or_else(String::new, |query| shape.plan.text_at(query.at));
                let place = query.and_then(|query| {
                    let source = shape.plan.sources.get(query.at.source.index())?;
                    Some(Place::Text { source: std::sync::Arc::clone(source), span: query.at.span })
                });
                let place = place.unwrap_or_else(|| Place::Call(text.as_str().into()));
                Diagnostic::new(Code::InexactQuestion, place).with("question", text)
            }
            Fault::Engine(error) => {
                let fault = Diagnostic::new(Code::BrokenSource, place).with("table", &shape.table.name);
                fault.with("reason", error.strip_backtrace())
            }
        }
    }
}

/// Puts the questions about a table into words.
pub(crate) fn asked<'p>(
    shape: &Shape<'p>,
    ask: &RecordAsk,
    relation: &str,
    dialect: Dialect,
) -> Result<Spelt<'p>, Fault> {
    let spelt = stack::with_room(|| spelt(shape, ask, relation, dialect));
    spelt.unwrap_or_else(|error| Err(Fault::Engine(error.into())))
}

fn spelt<'p>(
    shape: &Shape<'p>,
    ask: &RecordAsk,
    relation: &str,
    dialect: Dialect,
) -> Result<Spelt<'p>, Fault> {
    let relation = match relation.split_once('.') {
        Some((schema, table)) => TableReference::partial(schema, table),
        None => TableReference::bare(relation),
    };
    let cells = cells::cells(shape, ask, relation, dialect)?;
    let questions = Questions::new(shape, ask, cells, dialect.engine()).map_err(Fault::Inexact)?;
    let (both, values) = (questions.both()?, questions.values()?);
    let spoken = Spoken(dialect);
    // With every parenthesis: its pretty form leaves out some that are needed.
    let unparser = Unparser::new(&spoken);
    let plans = std::iter::once(&both.plan).chain(values.iter().map(|values| &values.plan));
    let texts = plans.map(|plan| Ok(format!("{:#}", unparser.plan_to_sql(plan)?)));
    let texts: Vec<String> = texts.collect::<Result<_, DataFusionError>>()?;
    Ok(Spelt { questions, both, values, texts })
}

/// What a plan's questions about one table come to, from a database's answers to its [`statements`], in their order: for
/// each statement its rows, every cell as a text and NULL as `None`.
///
/// # Errors
/// As for [`statements`], and where the answers are not as many as the statements.
pub fn tallies(
    plan: &Plan,
    ask: &RecordAsk,
    dialect: Dialect,
    source: &str,
    answers: Vec<Vec<Vec<Option<String>>>>,
) -> Result<RecordTallies, Vec<Diagnostic>> {
    let place = Place::Call(source.into());
    let shape = plan.table_id(&ask.table).and_then(|id| Shape::new(plan, id));
    let Some(shape) = shape else {
        return Err(vec![Diagnostic::new(Code::UnknownTable, place).with("name", &ask.table)]);
    };
    let ask = RecordAsk { grain: grain_of(ask.grain), ..ask.clone() };
    let told = |fault: Fault| vec![fault.told(&shape, place.clone())];
    let spelt = asked(&shape, &ask, &ask.table, dialect).map_err(told)?;
    if answers.len() != spelt.texts.len() {
        let fault = Diagnostic::new(Code::OtherTallies, place.clone()).variant("questions");
        return Err(vec![fault.with("table", &ask.table)]);
    }
    let mut answer = Answer::new(&shape, &spelt.questions, &ask);
    let mut answers = answers.into_iter().map(|rows| batch(rows).map_err(|error| told(Fault::Engine(error))));
    if let Some(rows) = answers.next() {
        answer.both(&spelt.both, &rows?);
    }
    for (values, rows) in spelt.values.iter().zip(answers) {
        answer.values(values, &rows?);
    }
    Ok(answer.finish(source.to_string(), place))
}
