//! One file for each command.

pub(crate) mod check;
pub(crate) mod compile;
pub(crate) mod diff;
pub(crate) mod eval;
pub(crate) mod explain;
pub(crate) mod fmt;
pub(crate) mod init;
pub(crate) mod lsp;
pub(crate) mod report;
pub(crate) mod sql;
pub(crate) mod targets;
pub(crate) mod template;
pub(crate) mod test;
pub(crate) mod what_if;
