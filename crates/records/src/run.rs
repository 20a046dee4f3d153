//! From a source of records to the tallies that a plan asks for.

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use dabiao_check::Plan;
use dabiao_model::{Code, Diagnostic, RecordAsk, RecordTallies};
use datafusion::common::DataFusionError;
use datafusion::datasource::provider_as_source;
use datafusion::logical_expr::{LogicalPlan, LogicalPlanBuilder};

use crate::answer::Answer;
use crate::ask::Questions;
use crate::ask::condition::Engine;
use crate::date::grain_of;
#[cfg(feature = "postgres")]
use crate::postgres;
use crate::session::Session;
use crate::shape::{Digits, Shape};
use crate::source::Kind;
use crate::text::{Refusals, TextFile};
use crate::{NAMED, Options, Source, parquet, stack, text};

/// What the records of a table amount to, and what was wrong with some of them.
#[derive(Debug)]
pub struct Taken {
    /// The tallies, for [`dabiao_engine::Metrics::set_tallies`].
    pub tallies: RecordTallies,
    /// The first of the records that could not be used, each with its file and row.
    pub refused: Vec<Diagnostic>,
}

/// Takes the records of a table together, in one scan for all questions about it.
///
/// Where records lack a value that may decide, those alone are scanned once more to tell which; a median is taken of
/// a scan of its own.
///
/// # Errors
/// Where the source cannot be read as records of the table.
///
/// ```
/// use std::sync::Arc;
/// use dabiao_engine::{Metrics, Program, Question};
/// use dabiao_model::parse_date;
/// let folder = tempfile::tempdir().unwrap();
/// let path = folder.path().join("samples.csv");
/// std::fs::write(&path, "period,outcome\n2011,pass\n2011,pass\n2011,fail\n").unwrap();
///
/// let rules = "table samples\n  columns: period period, outcome text\n\
///              target rate: (share of samples where outcome = \"pass\") >= 90%";
/// let plan = dabiao_check::check(vec![dabiao_syntax::parse(dabiao_model::Source::new("rules", rules))]).plan;
/// let program = Program::compile(Arc::new(plan));
/// let question = Question::new(parse_date("2011-12-31").unwrap());
/// let mut metrics = Metrics::new(&program);
///
/// let ask = metrics.record_ask("samples", &question).unwrap();
/// let source = dabiao_records::Source::open(path.to_str().unwrap()).unwrap();
/// let taken = dabiao_records::take(program.plan(), &ask, &source, &dabiao_records::Options::default()).unwrap();
/// metrics.set_tallies("samples", taken.tallies).unwrap();
/// let report = program.evaluate(&metrics, &question).unwrap();
/// assert_eq!(report.get("rate").unwrap().evidence[0].count.as_deref(), Some("2/3"));
/// ```
pub fn take(
    plan: &Plan,
    ask: &RecordAsk,
    source: &Source,
    options: &Options,
) -> std::result::Result<Taken, Vec<Diagnostic>> {
    let broken = |reason: String| {
        let fault = Diagnostic::new(Code::BrokenSource, source.place()).with("table", &ask.table);
        vec![fault.with("reason", reason)]
    };
    let shape = plan.table_id(&ask.table).and_then(|id| Shape::new(plan, id));
    let Some(shape) = shape else {
        let fault = Diagnostic::new(Code::UnknownTable, source.place());
        return Err(vec![fault.with("name", &ask.table)]);
    };
    let ask = Arc::new(RecordAsk { grain: grain_of(ask.grain), ..ask.clone() });
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(options.threads.max(1)).thread_stack_size(stack::BYTES);
    let runtime = runtime.enable_all().build().map_err(|error| broken(error.to_string()))?;
    let answered = stack::with_room(|| runtime.block_on(answered(&shape, &ask, source, options, &broken)));
    answered.unwrap_or_else(|error| Err(broken(error.to_string())))
}

/// Asks whoever can answer.
async fn answered(
    shape: &Shape<'_>,
    ask: &Arc<RecordAsk>,
    source: &Source,
    options: &Options,
    broken: &(dyn Fn(String) -> Vec<Diagnostic> + Sync),
) -> std::result::Result<Taken, Vec<Diagnostic>> {
    #[cfg(feature = "postgres")]
    if let Some(server) = &source.server {
        return postgres::take(shape, ask, server, source.place()).await;
    }
    let session = Session::new(options).map_err(|error| broken(told(&error)))?;
    let run = Run { shape, ask, source, options, session: &session };
    for digits in [Digits::Narrow, Digits::Wide] {
        match run.once(digits).await.map_err(|fault| fault.told(broken))? {
            Outcome::NeedsWide => {}
            Outcome::Taken(taken) => return Ok(*taken),
        }
    }
    Err(broken("numbers".to_string()))
}

/// What an error of the query engine says, on one line.
fn told(error: &DataFusionError) -> String {
    let text = error.strip_backtrace();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(3).collect();
    lines.join(" ").trim_end_matches('.').to_string()
}

struct Run<'a> {
    shape: &'a Shape<'a>,
    ask: &'a Arc<RecordAsk>,
    source: &'a Source,
    options: &'a Options,
    session: &'a Session,
}

enum Outcome {
    /// A number has more digits than are kept; with more of them it could be.
    NeedsWide,
    Taken(Box<Taken>),
}

/// Why a run came to nothing.
enum Fault {
    Engine(DataFusionError),
    Told(Vec<Diagnostic>),
}

impl Fault {
    fn told(self, broken: &(dyn Fn(String) -> Vec<Diagnostic> + Sync)) -> Vec<Diagnostic> {
        match self {
            Fault::Engine(error) => broken(told(&error)),
            Fault::Told(faults) => faults,
        }
    }
}

impl From<DataFusionError> for Fault {
    fn from(error: DataFusionError) -> Fault {
        Fault::Engine(error)
    }
}

impl Run<'_> {
    async fn once(&self, digits: Digits) -> std::result::Result<Outcome, Fault> {
        let refusals = Arc::new(Refusals::default());
        let cells = self.cells(digits, &refusals).await?;
        let questions = Questions::new(self.shape, self.ask, cells, Engine::Here)
            .map_err(|_| DataFusionError::Plan("a question cannot be asked".to_string()))?;
        let mut answer = Answer::new(self.shape, &questions, self.ask);
        let read = || refusals.read.load(Ordering::Relaxed);
        let lean = questions.lean()?;
        for batch in self.session.run(&lean.plan, &read).await? {
            answer.lean(&lean, &batch);
        }
        let of_texts = refusals.count.load(Ordering::Relaxed);
        answer.refused = answer.refused.saturating_add(of_texts);
        answer.records = answer.records.saturating_add(of_texts);
        let mut named = std::mem::take(&mut *refusals.named.lock().unwrap_or_else(PoisonError::into_inner));
        if digits == Digits::Narrow && refusals.needs_wide.load(Ordering::Relaxed) {
            return Ok(Outcome::NeedsWide);
        }
        if answer.lacks {
            let open = questions.open()?;
            for batch in self.session.run(&open.plan, &read).await? {
                answer.open(&open, &batch);
            }
        }
        for values in questions.values()? {
            for batch in self.session.run(&values.plan, &read).await? {
                answer.values(&values, &batch);
            }
        }
        named.sort_by_key(|(place, _)| *place);
        let mut faults: Vec<Diagnostic> = named.into_iter().map(|(_, fault)| fault).take(NAMED).collect();
        if self.source.kind == Kind::Parquet && answer.refused > 0 {
            let refused = answer.refused;
            let reads = &self.shape.reads;
            let found = parquet::named(self.source, reads, self.ask, digits, self.options, refused).await?;
            if digits == Digits::Narrow && found.needs_wide {
                return Ok(Outcome::NeedsWide);
            }
            faults = found.faults;
        }
        let tallies = answer.finish(self.source.base().to_string(), self.source.place());
        Ok(Outcome::Taken(Box::new(Taken { tallies, refused: faults })))
    }

    /// The columns that are read, as the cells that questions are asked of.
    async fn cells(
        &self,
        digits: Digits,
        refusals: &Arc<Refusals>,
    ) -> std::result::Result<LogicalPlan, Fault> {
        let (shape, reads) = (self.shape, &self.shape.reads);
        match self.source.kind {
            Kind::Server => {
                let address = self.source.server.as_ref().map(crate::server::Server::shown);
                let address = address.unwrap_or_default();
                let error = format!("this program is built without PostgreSQL, which `{address}` is");
                Err(Fault::Engine(DataFusionError::Configuration(error)))
            }
            Kind::Parquet => {
                let table = parquet::table(self.session, self.source, &self.source.files).await?;
                Ok(parquet::cells(table, shape, self.ask, self.source, digits).map_err(Fault::Told)??)
            }
            Kind::Text(form) => {
                let open = |found: &crate::source::Found| {
                    let file =
                        TextFile::open(&found.path, form, shape.table, &reads.columns, &found.folders)?;
                    Ok(Arc::new(file))
                };
                let files = self.source.files.iter().map(open).collect::<std::result::Result<Vec<_>, _>>();
                let files = files.map_err(Fault::Told)?;
                let threads = self.options.threads;
                let table = text::table(&files, reads, self.ask, digits, threads, refusals)?;
                let source = provider_as_source(Arc::new(table));
                Ok(LogicalPlanBuilder::scan("records", source, None)?.build()?)
            }
        }
    }
}
