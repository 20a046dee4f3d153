//! A program that is ready to be run again and again.

use dabiao_model::Diagnostic;

use super::columns::Verdicts;
use super::layout::Layout;
use super::registers::Registers;
use super::rows::WORDS;
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
    verdicts: Verdicts,
}

/// The registers that the rows of a table need.
#[derive(Debug)]
enum Machine {
    /// For no more than 64 rows.
    Narrow(Registers<1>),
    /// For more.
    Wide(Registers<WORDS>),
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
        let machine = if layout.entities.len() <= 64 {
            Machine::Narrow(Registers::new(layout.tests.len()))
        } else {
            Machine::Wide(Registers::new(layout.tests.len()))
        };
        let (program, shape) = (program.clone(), answered.shape());
        Ok(Prepared { program, question, shape, layout, machine, verdicts: Verdicts { columns } })
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
        if metrics.shape() != self.shape {
            *self = Prepared::new(&self.program, given, self.question.clone())?;
        }
        // Only the evaluator of cells needs the names resolved.
        let context = match self.layout.needs_cells {
            true => {
                let assumptions = evaluate::assumptions(&self.program, &self.question.assume)?;
                Some(Context::new(&self.program, metrics, &self.question, assumptions)?)
            }
            false => None,
        };
        let run = Run { program: &self.program, layout: &self.layout, metrics, context: context.as_ref() };
        match &mut self.machine {
            Machine::Narrow(registers) => run.run(registers, &mut self.verdicts.columns),
            Machine::Wide(registers) => run.run(registers, &mut self.verdicts.columns),
        }
        Ok(&self.verdicts)
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
