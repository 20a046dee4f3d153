//! The tests of a plan, run.

mod outcome;

use std::sync::Arc;

use dabiao_check::{At, Expected, Given, Plan, Test};
use dabiao_model::{Code, Date, Diagnostic, Observation, Place, TargetResult, Wording};

use crate::{Metrics, Program, Provenance, Question};

/// How one test of a plan came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestRun {
    /// What the test tests.
    pub title: String,
    /// What came out otherwise than the test expects, or kept it from being run; empty where it passed.
    pub failures: Vec<Diagnostic>,
}

impl TestRun {
    /// Whether all came out as expected.
    #[must_use]
    pub fn has_passed(&self) -> bool {
        self.failures.is_empty()
    }
}

/// Runs one test on nothing but the values that it gives.
pub(crate) fn run(program: &Program, test: &Test) -> TestRun {
    let plan = program.plan();
    let mut metrics = Metrics::new(program);
    let mut failures: Vec<Diagnostic> = test
        .given
        .iter()
        .filter_map(|given| give(&mut metrics, plan, given).err())
        .map(|fault| *fault)
        .collect();
    let given = metrics.give_records(&test.records, |one| place(plan, one.at));
    failures.extend(given.err().into_iter().flatten());
    if failures.is_empty() {
        let as_of = as_of(plan, test);
        failures.extend(test.expected.iter().filter_map(|one| disappointment(program, &metrics, as_of, one)));
        failures.extend(test.scores.iter().filter_map(|one| outcome::other(program, &metrics, as_of, one)));
    }
    TestRun { title: test.title.clone(), failures }
}

fn give(metrics: &mut Metrics, plan: &Plan, given: &Given) -> Result<(), Box<Diagnostic>> {
    let place = place(plan, given.at);
    let path = plan.metric(given.metric).map_or("", |metric| metric.path.as_str());
    let source = place.to_string();
    let Some(value) = given.value.clone() else {
        return metrics.insert(&Observation {
            metric: path.to_string(),
            entity: given.entity.clone(),
            period: given.period,
            text: String::new(),
            unit: None,
            provisional: false,
            source,
            place,
            named_at: None,
            unit_at: None,
        });
    };
    let provenance =
        Provenance { source, counts: given.counts.clone(), mark: None, provisional: false, place };
    metrics.set_value(path, given.entity.as_deref(), given.period, value, provenance)
}

/// The day of a test: its own, else the end of the plan's period, else the last day that its values and the plan's
/// deadlines name. Where nothing names a day, none matters.
fn as_of(plan: &Plan, test: &Test) -> Date {
    let named = || {
        let given = test.given.iter().filter_map(|given| Some(given.period?.end()));
        let records = test.records.iter().filter_map(|given| Some(given.period?.end()));
        given.chain(records).chain(plan.targets.iter().filter_map(|target| target.by)).max()
    };
    test.as_of.or_else(|| plan.period.map(|range| range.last().end())).or_else(named).unwrap_or(Date::MAX)
}

/// What came out otherwise than expected.
fn disappointment(
    program: &Program,
    metrics: &Metrics,
    as_of: Date,
    expected: &Expected,
) -> Option<Diagnostic> {
    let place = place(program.plan(), expected.at);
    let question =
        Question { period: expected.period, entity: expected.entity.clone(), ..Question::new(as_of) };
    let report = match program.evaluate(metrics, &question) {
        Ok(report) => report,
        Err(fault) => return Some(Diagnostic { place, ..*fault }),
    };
    let fault = Diagnostic::new(Code::TestFailed, place).with("target", &expected.target);
    let mut results = report.results.iter().filter(|result| result.target == expected.target).peekable();
    if results.peek().is_none() {
        return Some(fault.variant("nothing"));
    }
    let is_other = |result: &&TargetResult| {
        let has_flags = expected.flags.iter().all(|flag| result.flags.contains(flag));
        result.verdict != expected.verdict || !has_flags
    };
    let other = results.find(is_other)?;
    let words = |verdict, flags: &[dabiao_model::Flag]| {
        let flags = flags.iter().map(|flag| Wording::from(*flag));
        Wording::list(std::iter::once(Wording::from(verdict)).chain(flags))
    };
    let fault = fault.with("got", words(other.verdict, &other.flags));
    Some(fault.with("expected", words(expected.verdict, &expected.flags)))
}

fn place(plan: &Plan, at: At) -> Place {
    match plan.sources.get(at.source.index()) {
        Some(source) => Place::Text { source: Arc::clone(source), span: at.span },
        None => Place::Call("rules".into()),
    }
}
