//! The evaluator of cells, for what has no short way.

use std::sync::OnceLock;

use crate::evaluate::{self, Context};
use crate::{Metrics, Program, Question};

/// What the evaluator of cells is run on: the names of a question are resolved when it is first needed.
#[derive(Debug)]
pub(super) struct Cells<'a> {
    program: &'a Program,
    question: &'a Question,
    metrics: &'a Metrics,
    context: OnceLock<Option<Context<'a>>>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(program: &'a Program, question: &'a Question, metrics: &'a Metrics) -> Cells<'a> {
        Cells { program, question, metrics, context: OnceLock::new() }
    }

    /// `None` only where the question names what the table does not have.
    pub(super) fn context(&self) -> Option<&Context<'a>> {
        let resolve = || {
            let assumptions = evaluate::assumptions(self.program, &self.question.assume).ok()?;
            Context::new(self.program, self.metrics, self.question, assumptions).ok()
        };
        self.context.get_or_init(resolve).as_ref()
    }
}
