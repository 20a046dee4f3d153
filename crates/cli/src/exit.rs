//! How the command ends.

use dabiao::Diagnostic;

/// The contract's exit statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing is missed.
    Fine,
    /// A target is missed, or a verdict that `--fail-on` names occurred.
    Missed,
    /// A file is not in its canonical form.
    Unformatted,
    /// The rules or the call are wrong.
    Rules,
    /// The data are wrong or cannot be read.
    Data,
    /// Nothing is missed, yet something is unknown, uncertain or in error.
    Open,
}

impl Exit {
    pub(crate) fn status(self) -> u8 {
        match self {
            Exit::Fine => 0,
            Exit::Missed | Exit::Unformatted => 1,
            Exit::Rules => 2,
            Exit::Data => 3,
            Exit::Open => 4,
        }
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Failure {
    pub(crate) fn rules(diagnostics: Vec<Diagnostic>) -> Failure {
        Failure { exit: Exit::Rules, diagnostics }
    }

    pub(crate) fn data(diagnostics: Vec<Diagnostic>) -> Failure {
        Failure { exit: Exit::Data, diagnostics }
    }
}
