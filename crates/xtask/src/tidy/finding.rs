//! One fault in one place.

use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// From the root of the repository, with `/`.
    pub(super) path: String,
    /// Counted from 1; absent where the whole file is meant.
    pub(super) line: Option<usize>,
    /// What is wrong and what to do.
    pub(super) message: String,
}

impl Finding {
    pub(super) fn in_file(path: &str, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: None, message: message.into() }
    }

    pub(super) fn at(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: Some(line), message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}

/// The findings as a person sees them, for comparison in tests.
#[cfg(test)]
pub(super) fn shown(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
