//! Why a text is left as it is.

use std::fmt;

use dabiao_model::Diagnostic;

/// A text that was not formatted, with the reasons: its own errors, or E0502 where the result would have meant
/// something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is in the way, in the order of the text; never empty.
    pub diagnostics: Vec<Diagnostic>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.diagnostics.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
