//! What keeps rules, data or a call from being used.

use std::fmt;

use dabiao_model::{Diagnostic, Language};

/// Everything that was wrong, as diagnostics with their places and fixes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The rules have errors.
    #[error("{}", Listing(.0))]
    Rules(Vec<Diagnostic>),
    /// A value was refused.
    #[error("{}", Listing(.0))]
    Data(Vec<Diagnostic>),
    /// The question cannot be asked so.
    #[error("{}", Listing(.0))]
    Call(Vec<Diagnostic>),
}

impl Error {
    /// The diagnostics, to be rendered or looked through.
    ///
    /// ```
    /// let error = dabiao::Plan::parse("x.rate in 0%..100% >= 90").unwrap_err();
    /// assert!(error.diagnostics().iter().all(|diagnostic| diagnostic.code.as_str().starts_with('E')));
    /// ```
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Error::Rules(list) | Error::Data(list) | Error::Call(list) => list,
        }
    }
}

/// One line for each diagnostic, with its help.
struct Listing<'d>(&'d [Diagnostic]);

impl fmt::Display for Listing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{diagnostic}")?;
            if let Some(help) = diagnostic.help(Language::English) {
                write!(f, "; {help}")?;
            }
        }
        Ok(())
    }
}
