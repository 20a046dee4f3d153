//! The forms in which a report can be had.

use dabiao::Wording;

use crate::Fault;

/// A form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For programs: `dabiao.report/1`.
    Json,
    /// For people, as on a terminal without colour.
    Text,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 2] = [Form::Json, Form::Text];

    /// Its name, `json` or `text`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Form::Json => "json",
            Form::Text => "text",
        }
    }

    /// The form of a name.
    ///
    /// # Errors
    /// Where no form has the name.
    ///
    /// ```
    /// use dabiao_bindings::Form;
    /// assert_eq!(Form::parse("text")?, Form::Text);
    /// assert!(Form::parse("tex").unwrap_err().to_string().contains("json"));
    /// # Ok::<(), dabiao_bindings::Fault>(())
    /// ```
    pub fn parse(name: &str) -> Result<Form, Fault> {
        Form::ALL.into_iter().find(|form| form.name() == name).ok_or_else(|| {
            let names = Wording::list(Form::ALL.into_iter().map(|form| Wording::from(form.name())));
            Fault::argument("form", name, Wording::about("wanted-one-of", "words", names))
        })
    }
}
