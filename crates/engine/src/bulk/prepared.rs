//! A program that is ready to be run again and again.

use dabiao_model::Diagnostic;

use super::answer::{Answer, mend};
use super::columns::Verdicts;
use super::hearing::Heard;
use super::kernel;
use super::layout::Layout;
use super::registers::{Scratch, Truth};
use super::rows::{CHUNK, WORDS};
use super::shape::Shape;
use crate::evaluate::Context;
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
    answers: Vec<Answer>,
    registers: Vec<Truth>,
    scratch: Scratch,
    verdicts: Verdicts,
}

impl Prepared {
    pub(crate) fn new(
        program: &Program,
        metrics: &Metrics,
        question: Question,
    ) -> Result<Prepared, Box<Diagnostic>> {
        let mut layout = Layout::new(&Context::new(program, metrics, &question)?);
        let (answers, columns) = std::mem::take(&mut layout.answers).into_iter().unzip();
        Ok(Prepared {
            program: program.clone(),
            question,
            shape: metrics.shape(),
            registers: vec![Truth::NONE; layout.tests.len()],
            layout,
            answers,
            scratch: Scratch::new(),
            verdicts: Verdicts { columns },
        })
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
        if metrics.shape() != self.shape {
            *self = Prepared::new(&self.program, metrics, self.question.clone())?;
        }
        self.run(metrics)?;
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

    fn run(&mut self, metrics: &Metrics) -> Result<(), Box<Diagnostic>> {
        // Only the evaluator of cells needs the names resolved.
        let context = match self.layout.needs_cells() {
            true => Some(Context::new(&self.program, metrics, &self.question)?),
            false => None,
        };
        self.verdicts.columns.iter_mut().for_each(super::VerdictColumn::clear);
        let mut first = 0;
        for entities in self.layout.entities.chunks(CHUNK) {
            let rows = entities.len();
            for (index, test) in self.layout.tests.iter().enumerate() {
                let Some((before, [into, ..])) = self.registers.split_at_mut_checked(index) else { continue };
                kernel::run(test, metrics, (first, rows), &mut self.scratch, before, into);
            }
            let (mut heard, mut other) = (Heard::NONE, Heard::NONE);
            let hear = |id: usize, into: &mut Heard| {
                if let Some(hearing) = self.layout.hearings.get(id) {
                    hearing.hear(&self.program, entities, &self.registers, context.as_ref(), into);
                }
            };
            for (answer, column) in self.answers.iter().zip(&mut self.verdicts.columns) {
                hear(answer.at(), &mut heard);
                let late = match answer {
                    Answer::At(_) => None,
                    Answer::Deadline { later, .. } => {
                        hear(*later, &mut other);
                        Some(mend(&mut heard, &other, rows.div_ceil(64)))
                    }
                    Answer::Past { in_time, .. } => {
                        let mut in_time_met = [0; WORDS];
                        if let Some(id) = in_time {
                            hear(*id, &mut other);
                            in_time_met = other.met;
                        }
                        let mut late = heard.met;
                        late.iter_mut().zip(&in_time_met).for_each(|(late, met)| *late &= !met);
                        Some(late)
                    }
                };
                column.extend(first, rows, &heard, late.as_ref());
            }
            first = first.saturating_add(rows);
        }
        Ok(())
    }
}
