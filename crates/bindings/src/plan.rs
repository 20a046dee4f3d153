//! A plan, and what is to be said of rules.

use std::path::Path;

use dabiao::{Diagnostic, Language, Session, Source, render_diagnostics_json};

use crate::{Fault, Metrics, Question, Report};

/// A checked and compiled plan. It never changes, so any number of threads may ask it at once.
#[derive(Debug, Clone)]
pub struct Plan {
    plan: dabiao::Plan,
    warnings: Vec<Diagnostic>,
}

impl Plan {
    /// Reads rules from a text. It has no folder, so it can `use` only shipped files.
    ///
    /// # Errors
    /// Everything that is wrong with the rules.
    pub fn parse(text: &str) -> Result<Plan, Fault> {
        Plan::loaded(dabiao::load::<&str>(&[], vec![Source::new("rules", text)]))
    }

    /// Loads a rule file, or a folder of rule files.
    ///
    /// # Errors
    /// Everything that is wrong with the files and the rules.
    pub fn load(path: impl AsRef<Path>) -> Result<Plan, Fault> {
        Plan::loaded(dabiao::load(&[path], Vec::new()))
    }

    fn loaded(loaded: dabiao::Loaded) -> Result<Plan, Fault> {
        let warnings = loaded.diagnostics.clone();
        Ok(Plan { plan: loaded.into_plan()?, warnings })
    }

    /// The plan of the facade.
    #[must_use]
    pub fn facade(&self) -> &dabiao::Plan {
        &self.plan
    }

    /// What is to be said of rules that can be used, as `dabiao.diagnostics/1`.
    #[must_use]
    pub fn warnings_json(&self, language: Language) -> String {
        render_diagnostics_json(&self.warnings, language)
    }

    /// What the plan asks for, as `dabiao.targets/1`.
    ///
    /// ```
    /// let plan = dabiao_bindings::Plan::parse("market.pass_rate >= 90%")?;
    /// assert!(plan.targets_json().contains("\"target\": \"market.pass_rate\""));
    /// # Ok::<(), dabiao_bindings::Fault>(())
    /// ```
    #[must_use]
    pub fn targets_json(&self) -> String {
        self.plan.targets().to_json()
    }

    /// Judges every target.
    ///
    /// # Errors
    /// Everything that is wrong with the question.
    pub fn evaluate(&self, metrics: &Metrics, question: &Question) -> Result<Report, Fault> {
        #[cfg(feature = "planted-panic")]
        crate::planted::panic_where_asked(question);
        let report = question.ask(&self.plan, metrics.facade())?.run()?;
        Ok(Report::new(report))
    }
}

/// Everything that is to be said of rules, errors and warnings, as `dabiao.diagnostics/1`.
///
/// ```
/// let json = dabiao_bindings::check("target a: x.rate > 90 %%", dabiao::Language::English);
/// assert!(json.contains("\"severity\": \"error\""));
/// ```
#[must_use]
pub fn check(text: &str, language: Language) -> String {
    let mut session = Session::new();
    session.set("rules", text);
    render_diagnostics_json(&session.diagnostics(), language)
}
