//! A plan, compiled to be run.

mod block;
mod op;
mod routine;
mod scoring;

use std::sync::Arc;

use dabiao_check::{Plan, Target, TermId};
use dabiao_model::{Diagnostic, Explanation, Report, Value};

pub(crate) use block::Block;
pub(crate) use op::{ChangeRule, Leaf, Op, OpKind, SiblingsRule, Spread, TrendRule, WindowRule, YearlyRule};
pub(crate) use routine::Routine;
pub(crate) use scoring::ScoreRoutines;

use crate::evaluate::Context;
use crate::{
    Judgement, Metrics, Prepared, Question, TestRun, assemble, evaluate, explain, judge, records, trial,
};

/// A compiled plan: for each target the flat routines of its conditions. Cheap to clone, and shared between threads.
///
/// ```
/// use std::sync::Arc;
/// use dabiao_engine::{Metrics, Program, Question};
/// use dabiao_model::{Observation, Place, Source, parse_date};
/// let rules = Source::new("rules", "market_sampling.pass_rate >= 90%");
/// let plan = dabiao_check::check(vec![dabiao_syntax::parse(rules)]).plan;
/// let program = Program::compile(Arc::new(plan));
///
/// let mut metrics = Metrics::new(&program);
/// let place = Place::File("metrics.csv".into());
/// let observation = Observation::new("market_sampling.pass_rate", "456/500", place);
/// metrics.insert(&observation).unwrap();
///
/// let report = program.evaluate(&metrics, &Question::new(parse_date("2011-12-31").unwrap())).unwrap();
/// let result = report.get("market_sampling.pass_rate").unwrap();
/// assert!(result.is_met());
/// assert_eq!(result.margin.as_deref(), Some("1.2 points"));
/// assert_eq!(result.evidence[0].count.as_deref(), Some("456/500"));
/// ```
#[derive(Debug, Clone)]
pub struct Program(Arc<Compiled>);

#[derive(Debug)]
struct Compiled {
    plan: Arc<Plan>,
    targets: Vec<TargetRoutines>,
    scoring: ScoreRoutines,
}

/// The routines of one target.
#[derive(Debug)]
pub(crate) struct TargetRoutines {
    /// Where the target applies.
    pub(crate) when: Option<Routine>,
    /// What must be true.
    pub(crate) condition: Routine,
    /// Where a met target is at risk.
    pub(crate) warn: Option<Routine>,
    /// What is asked before the deadline, in the order of the target's milestones.
    pub(crate) milestones: Vec<Routine>,
    /// The value now, at the base and at the deadline, for a target with a track.
    pub(crate) track: Option<[Routine; 3]>,
}

impl Program {
    /// Compiles a plan. A plan that the checker has passed always compiles, and the time grows with its size.
    #[must_use]
    pub fn compile(plan: Arc<Plan>) -> Program {
        let routine = |root: TermId| Routine::compile(&plan.terms, root);
        let compile = |target: &Target| TargetRoutines {
            when: target.when.map(routine),
            condition: routine(target.condition),
            warn: target.warn.map(routine),
            milestones: target.milestones.iter().map(|milestone| routine(milestone.condition)).collect(),
            track: target.track.as_ref().map(|track| [track.now, track.base, track.goal].map(routine)),
        };
        let targets = plan.targets.iter().map(compile).collect();
        let scoring = ScoreRoutines::compile(&plan);
        Program(Arc::new(Compiled { plan, targets, scoring }))
    }

    /// The plan that was compiled.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.0.plan
    }

    /// Judges every target and says what each verdict rests on.
    ///
    /// Metrics of another program are read again by this one's plan.
    ///
    /// # Errors
    /// Where the question names an entity, a period or an assumption that is not there, or the metrics are another
    /// plan's and do not fit.
    pub fn evaluate(&self, metrics: &Metrics, question: &Question) -> Result<Report, Box<Diagnostic>> {
        self.with_context(metrics, question, assemble::report)
    }

    /// Judges the target that the question names and says what each part of its texts amounts to.
    ///
    /// # Errors
    /// As for [`Program::evaluate`].
    pub fn explain(&self, metrics: &Metrics, question: &Question) -> Result<Explanation, Box<Diagnostic>> {
        let mut explanation = self.with_context(metrics, question, explain::explanation)?;
        if self.plan().scoring.is_some() {
            // Points of one target hang on those of others, where missing parts leave them their weight.
            let whole = self.evaluate(metrics, &Question { target: None, ..question.clone() })?;
            for one in &mut explanation.explained {
                let score = whole.score(one.result.entity.as_deref());
                let points = score.and_then(|score| score.target(&one.result.target));
                one.points = points.filter(|points| points.period == one.result.period).cloned();
            }
        }
        Ok(explanation)
    }

    /// Judges every target without collecting evidence, in the order of [`Program::evaluate`].
    ///
    /// # Errors
    /// As for [`Program::evaluate`].
    pub fn judge(&self, metrics: &Metrics, question: &Question) -> Result<Vec<Judgement>, Box<Diagnostic>> {
        let mut prepared = self.prepare(metrics, question.clone())?;
        let retyped = if self.is_same(metrics.program()) { None } else { Some(metrics.retyped(self)?) };
        let metrics = retyped.as_ref().unwrap_or(metrics);
        prepared.judge(metrics)?;
        let entities: Vec<Option<&str>> = prepared.entities(metrics).collect();
        Ok(judge::judgements(prepared.verdicts(), &entities))
    }

    /// Fits the program and a question to the shape of a table, to judge it and others of that shape many times.
    ///
    /// # Errors
    /// As for [`Program::evaluate`].
    pub fn prepare(&self, metrics: &Metrics, question: Question) -> Result<Prepared, Box<Diagnostic>> {
        if self.is_same(metrics.program()) {
            return Prepared::new(self, metrics, question);
        }
        Prepared::new(self, &metrics.retyped(self)?, question)
    }

    /// Runs the plan's tests, each on nothing but the values that it gives, in the order of the rules.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use dabiao_engine::Program;
    /// use dabiao_model::Source;
    /// let rules = "rate >= 90%\ntest \"the line itself\"\n  given: rate = 90%\n  expect: rate met";
    /// let plan = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rules))]).plan;
    /// assert!(Program::compile(Arc::new(plan)).run_tests().iter().all(|test| test.has_passed()));
    /// ```
    #[must_use]
    pub fn run_tests(&self) -> Vec<TestRun> {
        self.0.plan.tests.iter().map(|test| trial::run(self, test)).collect()
    }

    /// Whether another handle is of the very same compiled plan.
    pub(crate) fn is_same(&self, other: &Program) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// A target of the plan with its routines.
    pub(crate) fn target(&self, index: usize) -> Option<(&Target, &TargetRoutines)> {
        self.0.plan.targets.get(index).zip(self.0.targets.get(index))
    }

    /// The targets of the plan with their routines.
    pub(crate) fn targets(&self) -> impl Iterator<Item = (&Target, &TargetRoutines)> {
        self.0.plan.targets.iter().zip(&self.0.targets)
    }

    /// The conditions of bonuses and penalties.
    pub(crate) fn scoring(&self) -> &ScoreRoutines {
        &self.0.scoring
    }

    /// The table with what its records answer to the plan's questions; `None` where it has no records.
    pub(crate) fn answered(
        &self,
        metrics: &Metrics,
        assumptions: &[(Value, bool)],
        question: &Question,
    ) -> Result<Option<Metrics>, Box<Diagnostic>> {
        let values: Vec<Value> = assumptions.iter().map(|(value, _)| value.clone()).collect();
        records::answered(self, metrics, &values, question.period)
    }

    /// The table with the answers of its records in the place of the records, so that other answers can be tried in
    /// it; `None` where it has no records.
    ///
    /// # Errors
    /// As for [`Program::evaluate`].
    pub fn without_records(
        &self,
        metrics: &Metrics,
        question: &Question,
    ) -> Result<Option<Metrics>, Box<Diagnostic>> {
        let assumptions = evaluate::assumptions(self, &question.assume)?;
        Ok(self.answered(metrics, &assumptions, question)?.map(Metrics::put_records_away))
    }

    pub(crate) fn with_context<T>(
        &self,
        metrics: &Metrics,
        question: &Question,
        run: impl Fn(&Context<'_>) -> T,
    ) -> Result<T, Box<Diagnostic>> {
        let retyped = if self.is_same(metrics.program()) { None } else { Some(metrics.retyped(self)?) };
        let metrics = retyped.as_ref().unwrap_or(metrics);
        let assumptions = evaluate::assumptions(self, &question.assume)?;
        let answered = self.answered(metrics, &assumptions, question)?;
        let metrics = answered.as_ref().unwrap_or(metrics);
        Ok(run(&Context::new(self, metrics, question, assumptions)?))
    }
}
