//! A data file's name, and places in the file.

use std::sync::Arc;

use dabiao_model::Place;

/// A file's name as the call gave it.
#[derive(Debug)]
pub(crate) struct FileName {
    full: Arc<str>,
    base: String,
}

impl FileName {
    pub(crate) fn new(name: &str) -> FileName {
        let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
        FileName { full: name.into(), base: base.to_string() }
    }

    /// The name without its folders.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// The whole name.
    pub(crate) fn full(&self) -> &Arc<str> {
        &self.full
    }

    pub(crate) fn place(&self) -> Place {
        Place::File(Arc::clone(&self.full))
    }

    pub(crate) fn row(&self, row: u64) -> Place {
        Place::Cell { file: Arc::clone(&self.full), row, column: None }
    }

    pub(crate) fn cell(&self, row: u64, column: &Arc<str>) -> Place {
        Place::Cell { file: Arc::clone(&self.full), row, column: Some(Arc::clone(column)) }
    }
}
