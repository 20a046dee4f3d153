//! The digest that tells one set of rule texts from another.

use std::sync::Arc;

use dabiao_model::Source;
use sha2::{Digest, Sha256};

/// `sha256:` and the hex digest over every text with its length, so that moving text between files shows.
pub(crate) fn of(sources: &[Arc<Source>]) -> String {
    let mut hasher = Sha256::new();
    for source in sources {
        let length = u64::try_from(source.text().len()).unwrap_or(u64::MAX);
        hasher.update(length.to_le_bytes());
        hasher.update(source.text().as_bytes());
    }
    let hex: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
