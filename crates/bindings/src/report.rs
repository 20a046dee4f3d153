//! The answers for a whole plan.

use dabiao::{Language, Style, Summary, render_json, render_text};

use crate::Form;

/// A report, ready to be rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    report: dabiao::Report,
}

impl Report {
    pub(crate) fn new(report: dabiao::Report) -> Report {
        Report { report }
    }

    /// The report of the facade.
    #[must_use]
    pub fn facade(&self) -> &dabiao::Report {
        &self.report
    }

    /// How many results bear which verdict.
    #[must_use]
    pub fn summary(&self) -> &Summary {
        &self.report.summary
    }

    /// The first verdict for a target, in the report's order.
    #[must_use]
    pub fn verdict(&self, target: &str) -> Option<&'static str> {
        self.report.get(target).map(|result| result.verdict.as_str())
    }

    /// The report in a form. The language does not matter to JSON.
    #[must_use]
    pub fn render(&self, form: Form, language: Language) -> String {
        match form {
            Form::Json => render_json(&self.report),
            Form::Text => render_text(&self.report, language, Style::default()),
        }
    }
}
