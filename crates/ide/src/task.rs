//! What an editor can have run: tests and verdicts.

use dabiao::{Report, Style, TestRun};
use dabiao_model::{Diagnostic, Language, Verdict, Wording};

use crate::View;

/// How many verdicts on one target are shown beside its rule.
const SHOWN_VERDICTS: usize = 5;

/// Something to run on a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// All its tests.
    Tests,
    /// The tests of one title.
    Test(String),
    /// The verdicts on the data that `dabiao.toml` names.
    Evaluate,
}

/// What came of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskOutcome {
    /// Whether nothing failed and nothing is missed.
    pub is_fine: bool,
    /// One line.
    pub summary: String,
    /// All of it, as text.
    pub text: String,
}

/// Runs a task. Where the rules have errors, these are the outcome.
#[must_use]
pub fn run_task(view: &View, task: &Task, language: Language) -> TaskOutcome {
    let Some(plan) = view.plan() else { return faults(view.analysis().diagnostics(), language) };
    match task {
        Task::Tests => tests(&plan.run_tests(), language),
        Task::Test(title) => {
            let runs: Vec<TestRun> = plan.run_tests().into_iter().filter(|run| run.title == *title).collect();
            tests(&runs, language)
        }
        Task::Evaluate => match view.judged() {
            None => TaskOutcome {
                is_fine: false,
                summary: Wording::word("ide-no-data").text(language).into_owned(),
                text: String::new(),
            },
            Some(Err(found)) => faults(found, language),
            Some(Ok(report)) => evaluated(report, language),
        },
    }
}

impl View {
    /// The verdicts on the data that `dabiao.toml` names; `None` where it names none, or the rules have errors.
    pub(crate) fn report(&self) -> Option<Result<Report, Vec<Diagnostic>>> {
        let observed = self.observed();
        if observed.is_empty() && !observed.has_faults() {
            return None;
        }
        let plan = self.plan()?;
        let last = observed.last_day().map(|day| day.to_string());
        let as_of = self.settings().as_of.clone().or(last);
        Some(observed.report(plan, as_of.as_deref()))
    }

    /// The verdicts on one target, a line each.
    pub(crate) fn verdicts_on(&self, target: &str, language: Language) -> Vec<String> {
        let Some(Ok(report)) = self.judged() else { return Vec::new() };
        let results = report.results.iter().filter(|result| result.target == target);
        let line = |result: &dabiao_model::TargetResult| {
            let verdict = Wording::from(result.verdict).text(language).into_owned();
            let observed = result.observed.as_ref().map(|shown| shown.text(language).into_owned());
            let parts =
                [result.period.clone(), result.entity.clone(), Some(format!("**{verdict}**")), observed];
            format!("- {}", parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
        };
        results.take(SHOWN_VERDICTS).map(line).collect()
    }
}

fn tests(runs: &[TestRun], language: Language) -> TaskOutcome {
    let failed: Vec<&TestRun> = runs.iter().filter(|run| !run.has_passed()).collect();
    let summary = match (runs.len(), failed.len()) {
        (0, _) => Wording::word("tests-none"),
        (count, 0) => Wording::about("tests-passed", "count", count),
        (count, failed) => Wording::about("tests-failed", "count", count).with("failed", failed),
    };
    let mut text = String::new();
    for run in &failed {
        text.push_str(&Wording::about("tests-failure", "title", &run.title).text(language));
        text.push('\n');
        text.push_str(&dabiao::render_diagnostics(&run.failures, language, Style::default()));
    }
    TaskOutcome { is_fine: failed.is_empty(), summary: summary.text(language).into_owned(), text }
}

fn evaluated(report: &Report, language: Language) -> TaskOutcome {
    let counted = |verdict: &Verdict| {
        let count = report.summary.get(*verdict);
        let wording = Wording::about("report-verdict-count", "count", count).with("verdict", *verdict);
        (count > 0).then_some(wording)
    };
    let summary = Wording::list(Verdict::ALL.iter().filter_map(counted));
    TaskOutcome {
        is_fine: report.summary.missed == 0,
        summary: summary.text(language).into_owned(),
        text: dabiao::render_text(report, language, Style::default()),
    }
}

fn faults(found: &[Diagnostic], language: Language) -> TaskOutcome {
    let text = dabiao::render_diagnostics(found, language, Style::default());
    let summary = text.lines().last().unwrap_or_default().to_string();
    TaskOutcome { is_fine: false, summary, text }
}
