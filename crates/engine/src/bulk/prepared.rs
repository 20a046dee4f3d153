//! A program that is ready to be run again and again.

use dabiao_model::Diagnostic;

use super::basis::Bases;
use super::cells::Cells;
use super::columns::{VerdictColumn, Verdicts};
use super::layout::Layout;
use super::machine::Machine;
use super::run::Run;
use super::shape::Shape;
use crate::evaluate::{self, Context};
use crate::{Metrics, Program, Question};

/// A program and a question, fitted to the shape of a table: its entities, its periods and the forms of its values.
///
/// It judges any table. One of the same shape costs no more than its tests; for one of another shape the program is
/// fitted anew first.
///
/// ```
/// # use std::sync::Arc;
/// use dabiao_engine::{Metrics, Program, Question};
/// use dabiao_model::{Observation, Place, Source, Verdict, parse_date};
/// let rules = Source::new("rules", "market_sampling.pass_rate >= 90%");
/// let plan = dabiao_check::check(vec![dabiao_syntax::parse(rules)]).plan;
/// let program = Program::compile(Arc::new(plan));
/// let mut metrics = Metrics::new(&program);
/// let value = |text| Observation::new("market_sampling.pass_rate", text, Place::File("metrics.csv".into()));
/// metrics.insert(&value("91.2%")).unwrap();
///
/// let question = Question::new(parse_date("2011-12-31").unwrap());
/// let mut prepared = program.prepare(&metrics, question).unwrap();
/// assert_eq!(prepared.judge(&metrics).unwrap().columns()[0].verdict(0), Verdict::Met);
/// metrics.replace(&value("89.9%")).unwrap();
/// assert_eq!(prepared.judge(&metrics).unwrap().columns()[0].verdict(0), Verdict::Missed);
/// ```
#[derive(Debug)]
pub struct Prepared {
    program: Program,
    question: Question,
    shape: Shape,
    layout: Layout,
    machine: Machine,
    /// How many threads share the rows.
    threads: usize,
    verdicts: Verdicts,
    /// The table that bases are looked up in, where it is not the one that was handed in: one whose records have been asked
    /// or whose values have been read by another plan's types.
    own: Option<Metrics>,
}

impl Prepared {
    pub(crate) fn new(
        program: &Program,
        metrics: &Metrics,
        question: Question,
    ) -> Result<Prepared, Box<Diagnostic>> {
        let assumptions = evaluate::assumptions(program, &question.assume)?;
        let answered = program.answered(metrics, &assumptions, &question)?;
        let answered = answered.as_ref().unwrap_or(metrics);
        let mut layout = Layout::new(&Context::new(program, answered, &question, assumptions)?);
        let columns = std::mem::take(&mut layout.columns);
        let machine = Machine::new(&layout, &columns, 1);
        let (program, shape) = (program.clone(), answered.shape());
        let verdicts = Verdicts { columns };
        Ok(Prepared { program, question, shape, layout, machine, threads: 1, verdicts, own: None })
    }

    /// Lets so many threads share the rows of a table from now on: they are those of `rayon`, its own or those of the
    /// pool that the program is run in. The verdicts are the same for any number.
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use dabiao_engine::{Metrics, Program, Question};
    /// # use dabiao_model::{Source, parse_date};
    /// # let rules = Source::new("rules", "market_sampling.pass_rate >= 90%");
    /// # let plan = dabiao_check::check(vec![dabiao_syntax::parse(rules)]).plan;
    /// # let program = Program::compile(Arc::new(plan));
    /// # let metrics = Metrics::new(&program);
    /// # let question = Question::new(parse_date("2011-12-31").unwrap());
    /// let mut prepared = program.prepare(&metrics, question).unwrap().threads(2);
    /// assert_eq!(prepared.judge(&metrics).unwrap().summary().unknown, 1);
    /// ```
    #[cfg(feature = "threads")]
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Prepared {
        self.set_threads(threads);
        self
    }

    fn set_threads(&mut self, threads: usize) {
        self.threads = threads;
        self.machine = Machine::new(&self.layout, &self.verdicts.columns, threads);
    }

    /// Judges every target for every entity of a table, and keeps the verdicts until the next run.
    ///
    /// # Errors
    /// Where the question names an entity or a period that the table does not have, or the table is another plan's and
    /// does not fit.
    pub fn judge(&mut self, metrics: &Metrics) -> Result<&Verdicts, Box<Diagnostic>> {
        if !self.program.is_same(metrics.program()) {
            let metrics = metrics.retyped(&self.program)?;
            return self.judge(&metrics);
        }
        if metrics.has_records() {
            let assumptions = evaluate::assumptions(&self.program, &self.question.assume)?;
            let answered = self.program.answered(metrics, &assumptions, &self.question)?;
            return self.judge_answered(metrics, answered.as_ref().unwrap_or(metrics));
        }
        self.judge_answered(metrics, metrics)
    }

    /// Judges a table whose records have been asked.
    fn judge_answered(&mut self, given: &Metrics, metrics: &Metrics) -> Result<&Verdicts, Box<Diagnostic>> {
        self.fit(given, metrics)?;
        let cells = Cells::new(&self.program, &self.question, metrics);
        let run = Run { program: &self.program, layout: &self.layout, metrics, cells: &cells };
        self.machine.run(&run, &mut self.verdicts.columns);
        Ok(&self.verdicts)
    }

    /// Fits the program anew where a table, whose records have been asked, has another shape.
    fn fit(&mut self, given: &Metrics, metrics: &Metrics) -> Result<(), Box<Diagnostic>> {
        if metrics.shape() != self.shape {
            let threads = self.threads;
            *self = Prepared::new(&self.program, given, self.question.clone())?;
            if threads > 1 {
                self.set_threads(threads);
            }
        }
        Ok(())
    }

    /// What the verdicts of a table rest on, to be asked one at a time. Judging it pays nothing for that, and need not
    /// have been done before.
    ///
    /// # Errors
    /// As for [`Prepared::judge`].
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use dabiao_engine::{Metrics, Program, Question};
    /// # use dabiao_model::{Observation, Place, Source, Verdict, parse_date};
    /// # let rules = Source::new("rules", "market_sampling.pass_rate >= 90%");
    /// # let plan = dabiao_check::check(vec![dabiao_syntax::parse(rules)]).plan;
    /// # let program = Program::compile(Arc::new(plan));
    /// # let mut metrics = Metrics::new(&program);
    /// # let question = Question::new(parse_date("2011-12-31").unwrap());
    /// let place = Place::File("metrics.csv".into());
    /// metrics.insert(&Observation::new("market_sampling.pass_rate", "91.2%", place)).unwrap();
    /// let mut prepared = program.prepare(&metrics, question).unwrap();
    /// let bases = prepared.bases(&metrics).unwrap();
    /// let basis = bases.of(0, 0).unwrap();
    /// assert_eq!(basis.verdict(), Verdict::Met);
    /// assert_eq!(basis.values()[0].metric(), "market_sampling.pass_rate");
    /// assert_eq!(basis.result().margin.unwrap(), "1.2 points");
    /// ```
    pub fn bases<'a>(&'a mut self, metrics: &'a Metrics) -> Result<Bases<'a>, Box<Diagnostic>> {
        let retyped = if self.program.is_same(metrics.program()) {
            None
        } else {
            Some(metrics.retyped(&self.program)?)
        };
        let given = retyped.as_ref().unwrap_or(metrics);
        let assumptions = evaluate::assumptions(&self.program, &self.question.assume)?;
        let answered = self.program.answered(given, &assumptions, &self.question)?;
        self.fit(given, answered.as_ref().unwrap_or(given))?;
        self.own = answered.or(retyped);
        let metrics = self.own.as_ref().unwrap_or(metrics);
        let context = Context::of_rows(&self.program, metrics, &self.question, assumptions);
        let targets = self.verdicts.columns.iter().map(VerdictColumn::target).collect();
        Ok(Bases::new(context, &self.layout, targets))
    }

    /// Whether every target has a short way.
    #[cfg(test)]
    pub(crate) fn is_short(&self) -> bool {
        self.layout.hearings.iter().all(|hearing| hearing.is_short())
    }

    /// The verdicts of the last run; none before the first.
    #[must_use]
    pub fn verdicts(&self) -> &Verdicts {
        &self.verdicts
    }

    /// The names of the entities judged, in the order of the rows; `None` for values without an entity.
    pub fn entities<'a>(&'a self, metrics: &'a Metrics) -> impl Iterator<Item = Option<&'a str>> {
        self.layout.entities.iter().map(|entity| entity.map(|id| metrics.tree().name(id)))
    }
}
