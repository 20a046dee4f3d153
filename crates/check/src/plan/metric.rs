//! A metric.

use dabiao_model::{Type, Value};
use serde::{Deserialize, Serialize};

use super::{At, QueryId, TermId};

/// Something that is observed or computed, with its type.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Metric {
    /// Its path, the name that results use.
    pub path: String,
    /// Its titles, which are names of it too.
    pub titles: Vec<String>,
    /// Its type.
    pub ty: Type,
    /// The least and greatest value it can have, both included.
    pub range: Option<(Value, Value)>,
    /// The term it is computed by, where it is not observed.
    pub value: Option<TermId>,
    /// The question about records that it is observed through, where it is one.
    pub query: Option<QueryId>,
    /// The clauses it is taken from.
    pub cite: Vec<String>,
    /// The document it is taken from.
    pub source: Option<String>,
    /// Whether the rules declare it; otherwise its type was inferred.
    pub declared: bool,
    /// Where it is declared, or first named.
    pub at: At,
}
