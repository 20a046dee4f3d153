//! What can go wrong in a task.

use std::{fmt, io, process::ExitCode};

#[derive(Debug)]
pub(crate) enum Error {
    /// The command line is wrong.
    Usage(String),
    /// The machine refused something: `doing` says what was tried.
    Io { doing: String, source: io::Error },
    /// A data file, or the answer of a tool, does not read.
    Unreadable { what: String, why: String },
    /// The task ran and found something wrong.
    Failed(String),
}

impl Error {
    pub(crate) fn io(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let doing = doing.into();
        |source| Self::Io { doing, source }
    }

    pub(crate) fn unreadable(what: impl Into<String>, why: impl fmt::Display) -> Self {
        Self::Unreadable { what: what.into(), why: why.to_string() }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Io { .. } | Self::Unreadable { .. } | Self::Failed(_) => ExitCode::FAILURE,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Failed(text) => f.write_str(text),
            Self::Io { doing, source } => write!(f, "cannot {doing}: {source}"),
            Self::Unreadable { what, why } => write!(f, "cannot read {what}: {why}"),
        }
    }
}
